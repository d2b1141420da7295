package batch

import (
	"errors"
	"iter"
	"testing"
	"time"
)

// TestScan checks that the first record is sent before the others are read,
// that all are counted, and that only the next run needs no pass of its own.
func TestScan(t *testing.T) {
	const letters = 5
	j := job(t, newMemory(), addressees(letters))
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

// TestScanNoRecords checks that the channel is closed without a record if the
// list is empty or cannot be read.
func TestScanNoRecords(t *testing.T) {
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
