package web

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// TestLeftovers checks that what a killed server left is removed, and nothing else.
func TestLeftovers(t *testing.T) {
	const text = "ABCDEFGHIJKLMNOPQRSTUVWX23"
	kept := []string{"m.toml", ".protokol-lock", ".protokol-заметки.txt", ".protokol-" + text[:20],
		"письма/.protokol/1-2",
		".protokol-FRESHABCDEFGHIJKLMNOPQRSTU"}
	files := map[string]string{".protokol-" + text: "", ".protokol-123-4": "", "2026/.protokol-" + text: ""}
	for _, name := range kept {
		files[name] = ""
	}
	p := open(t, files)
	for name := range files {
		old := now.Add(-time.Hour)
		if name == kept[5] {
			old = now.Add(-time.Second)
		}
		if err := os.Chtimes(filepath.Join(p.dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	p.server.removeLeftovers()
	for name := range files {
		_, err := os.Lstat(filepath.Join(p.dir, name))
		if isKept := slices.Contains(kept, name); isKept != (err == nil) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
