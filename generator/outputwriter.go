package generator

import (
	"fmt"
	"io"
)

// OutputWriter is standard output. It keeps the first error, so that those who
// print results need not look at every one.
type OutputWriter struct {
	w   io.Writer
	err error
}

// NewOutputWriter returns an OutputWriter on a writer.
func NewOutputWriter(w io.Writer) *OutputWriter { return &OutputWriter{w: w} }

// Unwrap returns the writer below, which may be a terminal.
func (o *OutputWriter) Unwrap() io.Writer { return o.w }

// Err returns the first error, or nil.
func (o *OutputWriter) Err() error { return o.err }

// Write writes to the writer below.
func (o *OutputWriter) Write(p []byte) (n int, err error) {
	if n, err = o.w.Write(p); err != nil && o.err == nil {
		o.err = fmt.Errorf("вывод не записан: %w", err)
	}
	return n, err
}
