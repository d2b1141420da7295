//go:build unix

package batch

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestPermissions checks that letters have the permissions of umask, that those
// of replaced letters stay, and that a wider temporary file is narrowed first.
func TestPermissions(t *testing.T) {
	dir := t.TempDir()
	folder, err := openFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	before := syscall.Umask(0o027)
	defer syscall.Umask(before)
	private := filepath.Join(dir, "private.pdf")
	if err := os.WriteFile(private, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	temporary := filepath.Join(dir, StateFolder, "worker-0", tempName)
	for _, left := range []bool{false, true} {
		s := newStaging(folder, "worker-0")
		if err := s.open(); err != nil {
			t.Fatal(err)
		}
		if left { // by an interrupted run
			if err := os.WriteFile(temporary, nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for _, name := range []string{"private.pdf", "new.pdf"} {
			if err := s.writeFile(name, []byte("letter")); err != nil {
				t.Fatal(err)
			}
		}
		s.close()
	}
	report := NewReport(folder, "private.pdf")
	if err := report.Begin(0); err != nil {
		t.Fatal(err)
	}
	if err := report.Commit(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{"private.pdf": 0o600, "new.pdf": 0o640} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode() != want {
			t.Errorf("%s has %v, want %v; %v", name, info.Mode(), want, err)
		}
	}
}
