package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// TestSaveAtOnce checks that of several signatures made at once from one
// unsigned file exactly one is saved, that the others are refused, and that no
// lock is left.
func TestSaveAtOnce(t *testing.T) {
	const unsigned, signed = "%PDF-1.7 paper\n", "1 0 obj\n<</Type /Sig /ByteRange [0 1 2 3] /By %d>>\nendobj\n"
	for _, exists := range []bool{false, true} {
		dir := t.TempDir()
		name := filepath.Join(dir, "paper.pdf")
		if exists {
			write(t, name, unsigned)
		}
		const signers = 16
		errs := make([]error, signers)
		var all sync.WaitGroup
		for i := range signers {
			data := []byte(unsigned + fmt.Sprintf(signed, i))
			all.Go(func() { errs[i] = Save(In(nil), []File{{Path: name, Data: data}}, false) })
		}
		all.Wait()
		saved := -1
		for i, err := range errs {
			var refused SignedError
			switch {
			case err == nil && saved < 0:
				saved = i
			case err == nil:
				t.Errorf("signatures %d and %d were both saved", saved, i)
			case !errors.As(err, &refused):
				t.Error(err)
			}
		}
		got := contents(t, dir)
		if len(got) != 1 || got["paper.pdf"] != unsigned+fmt.Sprintf(signed, saved) {
			t.Errorf("saved %d: %q", saved, got)
		}
	}
}

// TestSaveWithoutLocks checks that a file is saved where no lock can be made.
func TestSaveWithoutLocks(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, lockName), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := Save(In(nil), []File{{Path: filepath.Join(dir, "a"), Data: []byte("new")}}, false); err != nil {
		t.Fatal(err)
	}
	if got := contents(t, dir); got["a"] != "new" {
		t.Errorf("%q", got)
	}
}
