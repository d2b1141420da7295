package web

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// typeLetter types into the place of a meeting, accepts the answer in parts, and returns its body.
func (p *page) typeLetter(place string) *http.Response {
	p.Helper()
	text, err := json.Marshal(map[string]any{"file": "m.toml", "version": version([]byte(p.file("m.toml"))),
		"do": "set", "path": []any{"place"}, "value": place, "kind": "protocol", "brief": true})
	if err != nil {
		p.Fatal(err)
	}
	return p.request("POST", "/api/edit", string(text),
		map[string]string{"Content-Type": "application/json", "Accept": partsType})
}

// TestPagesBeforeDisk checks that the pages that a letter changes arrive while the disk is busy, and the rest when the
// letter is on the disk.
func TestPagesBeforeDisk(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	begun, free := make(chan bool), make(chan bool)
	p.server.Random = func() string { // for the name of the file to be written
		close(begun)
		<-free
		return "1"
	}
	answer := p.typeLetter("Малый зал")
	body := bufio.NewReader(answer.Body)
	first, err := body.ReadString('\n')
	if err != nil || answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Type") != partsType {
		t.Fatal(answer, err)
	}
	<-begun
	if pages := p.state(first).Preview; len(pages.Pages) == 0 || !strings.Contains(pages.Pages[0].SVG, "Малый") {
		t.Error(first)
	}
	if p.file("m.toml") != meeting {
		t.Error("the file was changed before")
	}
	close(free)
	rest, err := io.ReadAll(body)
	s := p.state(string(rest))
	if err != nil || s.Preview != nil || s.Text != p.file("m.toml") || !strings.Contains(s.Text, "Малый зал") ||
		!s.Undo {
		t.Error(string(rest), err)
	}
}

// TestPagesNotSaved checks that the last part of an answer is an error if the letter is not on the disk, and that
// nobody gets parts who does not accept them.
func TestPagesNotSaved(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	p.server.Random = func() string { return "1" }
	if err := os.WriteFile(filepath.Join(p.dir, ".protokol-1"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(p.typeLetter("Малый зал").Body)
	parts := strings.SplitAfter(string(body), "\n")
	if err != nil || len(parts) != 3 || p.state(parts[0]).Preview == nil {
		t.Fatal(string(body), err)
	}
	var last struct {
		Status int
		Error  string
	}
	if err := json.Unmarshal([]byte(parts[1]), &last); err != nil || last.Status != http.StatusInternalServerError ||
		last.Error == "" || p.file("m.toml") != meeting {
		t.Error(parts[1], err)
	}
	status, whole := p.post("/api/edit", map[string]any{"file": "m.toml", "version": version([]byte(meeting)),
		"do": "set", "path": []any{"place"}, "value": "Малый зал", "kind": "protocol"})
	if status != http.StatusInternalServerError || strings.Contains(whole, "svg") {
		t.Error(status, whole)
	}
}

// TestPagesOfUnprovedChange checks that no page of a change that is not proved is sent.
func TestPagesOfUnprovedChange(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	w := httptest.NewRecorder()
	a := newAnswer(w, &http.Request{Header: http.Header{"Accept": {partsType}}})
	wrong := failf(http.StatusUnprocessableEntity, "wrong")
	err := p.server.open("m.toml", func(f opened) (func() error, error) {
		return p.server.commit(a, f, []byte("number = \"2\"\n"), origin{}, func() error { return wrong },
			func() (fileState, error) { return fileState{Preview: &preview{}}, nil })
	})
	if err != wrong || a.isBegun || w.Body.Len() > 0 {
		t.Error(err, w.Body)
	}
}
