package disk

import (
	"os"
	"path/filepath"
	"testing"
)

// TestLinkOutOfRoot: nothing is saved, probed, locked or read through a link that leads out
// of a root, and what a root saves is where the same paths of the file system lead.
func TestLinkOutOfRoot(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := Save(root, []File{{Path: filepath.Join("бумаги", "a"), Data: []byte("a")}}, false); err != nil {
		t.Fatal(err)
	}
	if got := contents(t, filepath.Join(dir, "бумаги")); len(got) != 1 || got["a"] != "a" {
		t.Errorf("%q", got)
	}
	write(t, filepath.Join(outside, "a"), "secret")
	if err := os.Symlink(outside, filepath.Join(dir, "link")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	for _, force := range []bool{false, true} {
		if Save(root, []File{{Path: "b", Data: nil}, {Path: filepath.Join("link", "b"), Data: nil}}, force) == nil {
			t.Error("saved outside")
		}
	}
	if _, err := OpenFolder(root, "link"); err == nil {
		t.Error("opened outside")
	}
	if _, err := Lock(root, "link", ".protokol/lock"); err == nil {
		t.Error("locked outside")
	}
	if _, isRead := Replaced(root, File{Path: filepath.Join("link", "a")}); isRead {
		t.Error("read outside")
	}
	if got := contents(t, outside); len(got) != 1 || got["a"] != "secret" {
		t.Errorf("outside: %q", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "b")); err == nil {
		t.Error("one of two files was saved")
	}
}
