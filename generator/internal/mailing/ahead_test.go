package mailing

import (
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"
)

// counted returns the numbers below n, which fail at one of them; ended is set when the iteration has ended.
func counted(n, failing int, ended *bool) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		defer func() { *ended = true }()
		for i := range n {
			if i == failing {
				yield(0, errors.New("нет строки"))
				return
			}
			if !yield(i, nil) {
				return
			}
		}
	}
}

// TestAhead checks that reading ahead changes neither the items nor an error, however long the sequence is.
func TestAhead(t *testing.T) {
	for _, n := range []int{0, 1, 2, chunkRows, chunkRows + 1, chunkRows + 2, 20 * chunkRows} {
		for _, failing := range []int{-1, 0, 1, n / 2, n - 1} {
			var want, got []item[int]
			ended := false
			for value, err := range counted(n, failing, &ended) {
				want = append(want, item[int]{value, err})
			}
			ended = false
			for value, err := range ahead(counted(n, failing, &ended)) {
				got = append(got, item[int]{value, err})
			}
			if !ended || !slices.EqualFunc(got, want, func(a, b item[int]) bool {
				return a.value == b.value && (a.err == nil) == (b.err == nil)
			}) {
				t.Errorf("%d items, error at %d: got %d, want %d", n, failing, len(got), len(want))
			}
		}
	}
}

// TestAheadStops checks that the goroutine has ended when the reader stops.
func TestAheadStops(t *testing.T) {
	for _, most := range []int{1, 2, chunkRows, 3 * chunkRows} {
		ended, read := false, 0
		for range ahead(counted(1e6, -1, &ended)) {
			if read++; read == most {
				break
			}
		}
		if !ended {
			t.Errorf("after %d items the other goroutine goes on", most)
		}
	}
}

// TestAheadPanics checks that a panic of the other goroutine reaches the reader.
func TestAheadPanics(t *testing.T) {
	defer func() {
		if text, _ := recover().(string); !strings.Contains(text, "беда") || !strings.Contains(text, "ahead_test.go") {
			t.Errorf("got %q", text)
		}
	}()
	for range ahead(func(yield func(int, error) bool) {
		yield(1, nil)
		panic("беда")
	}) {
	}
}
