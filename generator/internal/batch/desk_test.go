package batch

import (
	"os"
	"path/filepath"
	"testing"
)

// TestDesk: a desk comes with the first file and goes when nothing is left on it;
// another may stand in its place.
func TestDesk(t *testing.T) {
	dir := t.TempDir()
	folder, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	path := filepath.Join(dir, StateFolder, "worker-0")
	for _, left := range []bool{false, true, false} {
		d := newDesk(folder, "worker-0")
		for _, want := range []string{"first", "second"} {
			if err := d.replace("letter.pdf", []byte(want)); err != nil {
				t.Fatal(err)
			}
			if data, err := os.ReadFile(filepath.Join(dir, "letter.pdf")); string(data) != want {
				t.Errorf("the letter is %q, %v; want %q", data, err, want)
			}
			os.RemoveAll(path) // somebody tidies up
		}
		if err := d.replace("no/such/folder", nil); err == nil {
			t.Error("a file in no folder was written")
		}
		if err := d.replace("letter.pdf", nil); err != nil {
			t.Fatal(err)
		}
		if left {
			os.WriteFile(filepath.Join(path, temporary), nil, 0o666)
		}
		d.close()
		if _, err := os.Stat(path); os.IsNotExist(err) == left {
			t.Errorf("something was left: %v; the desk: %v", left, err)
		}
	}
	newDesk(folder, "idle").close()
	if _, err := os.Stat(filepath.Join(dir, StateFolder, "idle")); !os.IsNotExist(err) {
		t.Errorf("a desk for no file: %v", err)
	}
}
