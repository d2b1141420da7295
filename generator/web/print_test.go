package web

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPrintKept checks that a paper that somebody edited is replaced only on request; the
// answer names it without folders and says what to do.
func TestPrintKept(t *testing.T) {
	p := printed(t)
	if err := os.WriteFile(filepath.Join(p.dir, protocol+".docx"), []byte("other"), 0o666); err != nil {
		t.Fatal(err)
	}
	status, body := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": []string{"protocol"}})
	if status != http.StatusConflict || strings.Contains(body, p.dir) || !strings.Contains(body, "переименуйте") {
		t.Error(status, body)
	}
}

// TestPrintMoved: when the folder has been moved, papers go neither to a new folder in its
// place nor to one that somebody else has put there.
func TestPrintMoved(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	if err := os.Rename(p.dir, p.dir+"-moved"); err != nil {
		t.Fatal(err)
	}
	for _, isThere := range []bool{false, true} {
		if isThere {
			if err := os.Mkdir(p.dir, 0o777); err != nil {
				t.Fatal(err)
			}
		}
		status, body := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": []string{"protocol"}})
		if status != http.StatusServiceUnavailable || !strings.Contains(body, "переименовали, перенесли") {
			t.Error(status, body)
		}
		if files, _ := os.ReadDir(p.dir); len(files) > 0 {
			t.Error("papers in another folder:", files)
		}
	}
	if err := os.Remove(p.dir); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(p.dir+"-moved", p.dir); err != nil {
		t.Fatal(err)
	}
	status, body := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": []string{"protocol"}})
	if status != http.StatusOK {
		t.Error("the folder is in its place again:", status, body)
	}
	if err := os.RemoveAll(p.dir); err != nil {
		t.Fatal(err)
	}
	if status, body := p.get("/api/state?file=m.toml"); status != http.StatusServiceUnavailable {
		t.Error("a file of a folder that is gone:", status, body)
	}
}
