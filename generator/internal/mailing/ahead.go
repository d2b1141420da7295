package mailing

import (
	"fmt"
	"iter"
	"runtime/debug"
)

// Rows are read ahead in chunks, because to pass one on takes as long as to read a few.
const (
	chunkRows = 64
	maxChunks = 4
)

// item is an item of a sequence.
type item[T any] struct {
	value T
	err   error
}

// ahead returns a sequence that another goroutine reads ahead. It has ended when the iteration has; a panic of it is
// raised again there.
func ahead[T any](from iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		chunks, stop := make(chan []item[T], maxChunks), make(chan struct{})
		fault := ""
		go func() {
			defer close(chunks)
			defer func() {
				if p := recover(); p != nil {
					fault = fmt.Sprintf("%v\n%s", p, debug.Stack())
				}
			}()
			sendChunks(from, chunks, stop)
		}()
		defer func() {
			close(stop)
			for range chunks { // until the goroutine has ended
			}
			if fault != "" {
				panic(fault)
			}
		}()
		for chunk := range chunks {
			for _, one := range chunk {
				if !yield(one.value, one.err) {
					return
				}
			}
		}
	}
}

// sendChunks sends the items of a sequence until it is told to stop. The first one, which somebody may wait for, is
// sent alone.
func sendChunks[T any](from iter.Seq2[T, error], chunks chan<- []item[T], stop <-chan struct{}) {
	var chunk []item[T]
	size := 1
	for value, err := range from {
		if chunk = append(chunk, item[T]{value, err}); len(chunk) < size {
			continue
		}
		select {
		case chunks <- chunk:
		case <-stop:
			return
		}
		size = chunkRows
		chunk = make([]item[T], 0, size)
	}
	select {
	case chunks <- chunk:
	case <-stop:
	}
}
