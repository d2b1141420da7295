package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"protokol/generator"
	"protokol/generator/internal/engine"
)

const meeting = `# Заседание
number = "3" # номер
date = 2026-03-12
chair = "Иванов Иван Иванович"
secretary = "Петрова Анна Сергеевна"

[council]
name = "Совет"

# Люди
[[people]]
name = "Иванов Иван Иванович"
position = "директор"
[[people]]
name = "Петрова Анна Сергеевна"

[[agenda]]
title = "О плане"
decisions = ["Утвердить план."]
[[agenda]]
title = "Разное"
`

// page is a browser with access to the page.
type page struct {
	*http.Client
	testing.TB
	dir, url string
	server   *Server
}

// open serves a folder with files to a browser.
func open(t testing.TB, files map[string]string) *page {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	papers := generator.Config{Now: time.Now, CacheDir: engine.Folder()}
	server, err := New(Config{Root: root, Papers: papers, Addr: listener.Addr(), Now: func() time.Time { return now },
		Random: func() string { n++; return fmt.Sprintf("SECRETSECRETSECRET-%d", n) }})
	if err != nil {
		t.Fatal(err)
	}
	h := &httptest.Server{Listener: listener, Config: &http.Server{Handler: server}}
	h.Start()
	t.Cleanup(func() { h.Close(); root.Close() })
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	p := &page{&http.Client{Jar: jar}, t, dir, "http://" + listener.Addr().String(), server}
	_, token, _ := strings.Cut(server.Address(""), "#")
	if status, body := p.post("/session", map[string]any{"token": token}); status != http.StatusNoContent {
		t.Fatal("not let in:", status, body)
	}
	return p
}

var now = time.Date(2026, 3, 12, 10, 0, 0, 0, time.UTC)

// answer reads an answer.
func (p *page) answer(r *http.Response, err error) (status int, body string) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		p.Fatal(err)
	}
	return r.StatusCode, string(data)
}

func (p *page) get(path string) (int, string) {
	p.Helper()
	return p.answer(p.Client.Get(p.url + path))
}

func (p *page) post(path string, v any) (int, string) {
	p.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		p.Fatal(err)
	}
	return p.answer(p.Client.Post(p.url+path, "application/json", bytes.NewReader(text)))
}

// file returns a file on the disk.
func (p *page) file(name string) string {
	p.Helper()
	data, err := os.ReadFile(filepath.Join(p.dir, name))
	if err != nil {
		p.Fatal(err)
	}
	return string(data)
}

// edit makes a change that must succeed, and returns the state.
func (p *page) edit(name, do string, value string, path ...any) fileState {
	p.Helper()
	status, body := p.post("/api/edit", map[string]any{"file": name, "version": version([]byte(p.file(name))),
		"do": do, "path": path, "value": value})
	if status != http.StatusOK {
		p.Fatalf("%s %v: %d %s", do, path, status, body)
	}
	return p.state(body)
}

func (p *page) state(body string) (s fileState) {
	p.Helper()
	if err := json.Unmarshal([]byte(body), &s); err != nil {
		p.Fatal(err, body)
	}
	return s
}

// TestAsked: a meeting opens in its form, another file among the tools, a folder as it is.
func TestAsked(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"m.toml", "list.xlsx"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{"": "", "m.toml": "edit/m.toml", "list.xlsx": "tools/list.xlsx"} {
		if folder, page := Asked(filepath.Join(dir, name)); folder != dir || page != want {
			t.Errorf("%s: %s %s", name, folder, page)
		}
	}
}
