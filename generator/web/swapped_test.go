package web

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestSwappedFolder: a program that exchanges the folders of papers for links while the
// page saves there gets no paper, report, lock or temporary file outside of the folder.
func TestSwappedFolder(t *testing.T) {
	p := open(t, map[string]string{"protokol.toml": "out = \"бумаги\"\n", "бумаги/.x": "", "письма/.x": "",
		"m.toml": meeting +
			"\n[invitation]\nheading = \"О вступлении\"\ntext = [\"Просим.\"]\n"})
	outside := t.TempDir()
	done := make(chan struct{})
	var swapping sync.WaitGroup
	defer swapping.Wait()
	defer close(done)
	for _, name := range []string{"бумаги", "письма"} {
		swapping.Go(func() { swap(filepath.Join(p.dir, name), outside, done) })
	}
	list, saved := "Организация;Руководитель\nООО «А»;Иванов Иван Иванович\n", 0
	for range 20 {
		status, body := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": []string{"protocol"}})
		if status == 200 {
			saved++
		} else if strings.Contains(body, "escapes") { // errors in English are those of the library
			t.Error(status, body)
		}
		if said := p.wanted(list, map[string]string{"force": "1"}); strings.Contains(said, "escapes") {
			t.Error(said)
		}
	}
	if files, err := os.ReadDir(outside); err != nil || len(files) > 0 || saved == 0 {
		t.Errorf("saved %d, outside: %v, %v", saved, files, err)
	}
}

// swap exchanges a folder for a link to another, and back, until done is closed.
func swap(folder, outside string, done chan struct{}) {
	for i := 0; ; i++ {
		select {
		case <-done:
			return
		case <-time.After(time.Duration(i%7) * 100 * time.Microsecond):
		}
		aside := fmt.Sprintf("%s-%d", folder, i) // another each time: the page makes a missing folder
		_ = os.Rename(folder, aside)
		_ = os.Symlink(outside, folder)
		time.Sleep(time.Duration(i%5) * 100 * time.Microsecond)
		_ = os.Remove(folder)
		_ = os.Rename(aside, folder)
	}
}
