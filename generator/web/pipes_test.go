//go:build unix

package web

import (
	"net/http"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestPipes: whatever a meeting names, and the files that the page looks for itself, may be
// pipes. Nothing waits for somebody to write into them.
func TestPipes(t *testing.T) {
	text := strings.Replace(meeting, "[council]\nname = \"Совет\"\n", "council_file = \"council.toml\"\n", 1)
	p := open(t, map[string]string{"m.toml": text, "styled/m.toml": meeting, "set/m.toml": meeting,
		"styled/protokol.toml": "style = \"pipe.toml\"\n", "folder.toml/x": ""})
	for _, name := range []string{"council.toml", "pipe.toml", "a.csv", "set/protokol.toml", "styled/pipe.toml"} {
		if err := syscall.Mkfifo(filepath.Join(p.dir, filepath.FromSlash(name)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p.Client.Timeout = 20 * time.Second // of a loaded computer
	for path, want := range map[string]int{"/": http.StatusOK, "/tasks": http.StatusOK, "/edit/m.toml": http.StatusOK,
		"/edit/pipe.toml": http.StatusNotFound, "/edit/styled/m.toml": http.StatusOK,
		"/edit/set/m.toml": http.StatusOK, "/edit/folder.toml": http.StatusNotFound} {
		if status, body := p.get(path); status != want {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
	if _, state := p.get("/api/state?file=m.toml"); !strings.Contains(state, "Не открывается файл council.toml") {
		t.Error(state)
	}
	status, body := p.send("/tools/list", [3]string{"file", "", "a.csv"}, [3]string{"meeting", "", "m.toml"})
	if status < http.StatusBadRequest || !strings.Contains(body, "не файл") {
		t.Error(status, body)
	}
	if _, err := p.server.paperFile("a.csv"); err == nil {
		t.Error("a pipe was read as a paper")
	}
}
