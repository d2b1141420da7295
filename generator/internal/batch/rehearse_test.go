package batch

import (
	"errors"
	"io"
	"iter"
	"testing"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/printing"
)

// TestSurvey: the first record comes before the others are read, all are counted,
// and the next run, but no other, needs no reading of its own.
func TestSurvey(t *testing.T) {
	const letters = 5
	j := job(t, newMemory(), several(letters))
	all, readings := j.List, 0
	first := make(chan Record)
	taken := make(chan string, 1)
	j.List = func() iter.Seq2[Record, error] {
		readings++
		return func(yield func(Record, error) bool) {
			row := 0
			for r, err := range all() {
				if row++; row == 2 && readings == 1 {
					select {
					case <-taken:
					case <-time.After(10 * time.Second):
						t.Error("the first record does not come before the second is read")
					}
				}
				if !yield(r, err) {
					return
				}
			}
		}
	}
	go func() {
		for r := range first {
			taken <- r.Name
		}
		close(taken)
	}()
	total, err := j.Scan(t.Context(), first)
	if total != letters || err != nil {
		t.Fatalf("%d records, %v", total, err)
	}
	if _, more := <-taken; more {
		t.Error("a second record was sent")
	}
	for run, want := range []int{1, 2} {
		if summary := made(t, j); summary.Made != letters || readings != want {
			t.Errorf("run %d: %d letters after %d readings, want %d", run+1, summary.Made, readings, want)
		}
	}
}

// TestSurveyWithout: of a list without records, or that cannot be read, no record
// comes and the channel is closed.
func TestSurveyWithout(t *testing.T) {
	torn := errors.New("torn")
	for name, want := range map[string]error{"empty": nil, "torn": torn} {
		j := job(t, newMemory(), nil)
		if want != nil {
			j.List = func() iter.Seq2[Record, error] {
				return func(yield func(Record, error) bool) { yield(Record{}, want) }
			}
		}
		first := make(chan Record, 1)
		total, err := j.Scan(t.Context(), first)
		if total != 0 || err != want {
			t.Errorf("%s: %d records, %v", name, total, err)
		}
		if r, more := <-first; more {
			t.Errorf("%s: a record was sent: %q", name, r.Name)
		}
	}
}

// broken is a press that writes nothing.
type broken struct{ err error }

func (b broken) Write(io.Writer, *printing.Paper, string) error { return b.err }

// TestRehearse: what is wrong with all papers is told, what is wrong with the
// record is not, and nothing is written.
func TestRehearse(t *testing.T) {
	jammed, wrong := errors.New("jammed"), diag.List{{Message: "без ИНН"}}
	compose := func(problems diag.List, err error) func() (*printing.Paper, diag.List, error) {
		return func() (*printing.Paper, diag.List, error) { return nil, problems, err }
	}
	for name, test := range map[string]struct {
		record Record
		press  Writer
		want   error
	}{
		"right":          {Record{Paper: compose(nil, nil)}, broken{}, nil},
		"wrong press":    {Record{Paper: compose(nil, nil)}, broken{jammed}, jammed},
		"wrong template": {Record{Paper: compose(nil, jammed)}, broken{}, jammed},
		"wrong row":      {Record{Problems: wrong, Paper: compose(nil, jammed)}, broken{}, nil},
		"wrong letter":   {Record{Paper: compose(wrong, nil)}, broken{jammed}, nil},
	} {
		folder := newMemory()
		j := job(t, folder, nil)
		j.Press = test.press
		if err := j.Preflight(test.record); err != test.want {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
		if len(folder.files) > 0 {
			t.Errorf("%s: files were written", name)
		}
	}
}
