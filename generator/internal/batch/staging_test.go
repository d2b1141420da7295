package batch

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestStaging checks that the staging folder is created with the first file,
// removed if it is empty at the end, and created again if somebody removes it.
func TestStaging(t *testing.T) {
	dir := t.TempDir()
	folder, err := openFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	path := filepath.Join(dir, StateFolder, "worker-0")
	for _, left := range []bool{false, true, false} {
		s := newStaging(folder, "worker-0")
		for _, want := range []string{"first", "second"} {
			if err := s.writeFile("letter.pdf", []byte(want)); err != nil {
				t.Fatal(err)
			}
			if data, err := os.ReadFile(filepath.Join(dir, "letter.pdf")); string(data) != want {
				t.Errorf("the letter is %q, %v; want %q", data, err, want)
			}
			os.RemoveAll(path) // simulates a cleanup
		}
		if err := s.writeFile("no/such/folder", nil); err == nil {
			t.Error("a file in a missing folder was written")
		}
		if err := s.writeFile("letter.pdf", nil); err != nil {
			t.Fatal(err)
		}
		if left {
			os.WriteFile(filepath.Join(path, tempName), nil, 0o666)
		}
		s.close()
		if _, err := os.Stat(path); os.IsNotExist(err) == left {
			t.Errorf("something was left: %v; the folder: %v", left, err)
		}
	}
	newStaging(folder, "idle").close()
	if _, err := os.Stat(filepath.Join(dir, StateFolder, "idle")); !os.IsNotExist(err) {
		t.Errorf("a staging folder without files: %v", err)
	}
}

// openFolder opens an existing folder.
func openFolder(name string) (Folder, error) {
	root, err := os.OpenRoot(name)
	return NewFolder(root), err
}

// TestStagingEmpty checks that permissions of replaced files are looked up only where files may be replaced.
func TestStagingEmpty(t *testing.T) {
	folder, err := openFolder(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	for empty, want := range map[bool]int{true: 0, false: 1} {
		asked := 0
		s := newStaging(countingFolder{folder, &asked}, "worker-0")
		s.empty = empty
		if err := s.writeFile("letter.pdf", []byte("letter")); err != nil {
			t.Fatal(err)
		}
		s.close()
		if asked != want {
			t.Errorf("empty: %t: permissions were looked up %d times, want %d", empty, asked, want)
		}
	}
}

// countingFolder counts the lookups of permissions.
type countingFolder struct {
	Folder
	asked *int
}

func (f countingFolder) Permissions(name string) fs.FileMode {
	*f.asked++
	return f.Folder.Permissions(name)
}
