package batch

import (
	"context"
	"errors"
	"io"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/printing"
)

// failingWriter is a Writer that only returns an error.
type failingWriter struct{ err error }

func (b failingWriter) Write(io.Writer, *printing.Paper, string) error { return b.err }

func (b failingWriter) LayOut(context.Context, *printing.Paper) error { return b.err }

// TestPreflight checks that errors of all papers are returned, problems of the
// record are not, and nothing is written.
func TestPreflight(t *testing.T) {
	jammed, wrong := errors.New("jammed"), diag.List{{Message: "без ИНН"}}
	compose := func(problems diag.List, err error) func(context.Context) (*printing.Paper, diag.List, error) {
		return func(context.Context) (*printing.Paper, diag.List, error) { return &printing.Paper{}, problems, err }
	}
	for name, test := range map[string]struct {
		record Record
		press  Writer
		want   error
	}{
		"right":          {Record{Paper: compose(nil, nil)}, failingWriter{}, nil},
		"wrong press":    {Record{Paper: compose(nil, nil)}, failingWriter{jammed}, jammed},
		"wrong template": {Record{Paper: compose(nil, jammed)}, failingWriter{}, jammed},
		"wrong row":      {Record{Problems: wrong, Paper: compose(nil, jammed)}, failingWriter{}, nil},
		"wrong letter":   {Record{Paper: compose(wrong, nil)}, failingWriter{jammed}, nil},
	} {
		folder := newMemory()
		j := job(t, folder, nil)
		j.Press = test.press
		if err := j.Preflight(t.Context(), test.record); err != test.want {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
		if len(folder.files) > 0 {
			t.Errorf("%s: files were written", name)
		}
	}
}
