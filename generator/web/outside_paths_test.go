package web

import (
	"bytes"
	"image"
	"image/png"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOtherHosts checks names and numbers that are other notations of the address of this
// computer, or that a careless comparison takes for it.
func TestOtherHosts(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	_, port, _ := strings.Cut(strings.TrimPrefix(p.url, "http://"), ":")
	for _, host := range []string{"127.0.0.1.", "localhost.", "[::1]", "[::ffff:127.0.0.1]", "127.1", "2130706433",
		"0x7f000001", "0", "0.0.0.0", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example#127.0.0.1",
		"127.0.0.1:80", "LOCALHOST\t", "127.0.0.1%00"} {
		if statuses, _ := p.wire("GET / HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n" + p.cookies() + "\r\n"); len(
			statuses) == 0 || statuses[0] < 400 {
			t.Errorf("%s: %v", host, statuses)
		}
	}
	for _, header := range []map[string]string{
		{"Origin": "http://localhost:" + port}, // the same computer, another origin
		{"Origin": "https://127.0.0.1:" + port}, {"Origin": "HTTP://127.0.0.1:" + port},
		{"Origin": "https://127.0.0.1:" + port, "Sec-Fetch-Site": "same-origin"},
		{"Origin": "http://evil.example", "Sec-Fetch-Site": "same-origin"}, {"Origin": ""},
		{"Origin": "http://x@127.0.0.1:" + port}, {"Origin": "http://127.0.0.1:" + port + "/"},
		{"Origin": "//127.0.0.1:" + port}, {"Origin": "127.0.0.1:" + port},
		{"Origin": "http://127.0.0.1:" + port + ".evil.example"},
		{"Origin": "file://"}, {"Origin": "null"},
		{"Sec-Fetch-Site": "Cross-Site"}, {"Sec-Fetch-Site": "cross-site, same-origin"},
		{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
	} {
		header["Content-Type"] = "application/json"
		if answer := p.request("POST", "/api/edit", change, header); answer.StatusCode < 400 {
			t.Errorf("%v: %d", header, answer.StatusCode)
		}
	}
	if p.file("m.toml") != meeting {
		t.Error("the file was changed")
	}
}

// pathSettings name something by a path: lines of protokol.toml, or of the meeting.
var pathSettings = map[string]struct{ settings, old, text string }{
	"council":   {"", "[council]\nname = \"Совет\"\n", "council_file = \"UP/council.toml\"\n"},
	"style":     {"style = \"UP/style.toml\"", "", ""},
	"templates": {"templates = \"UP\"", "", ""},
	"fonts":     {"fonts = \"UP\"", "", ""},
	"out":       {"out = \"UP\"", "", ""},
	"name":      {"name = \"UP/x\"", "", ""},
	"picture":   {"", "[[agenda]]", "[[annexes]]\ntitle = \"О\"\npictures = [\"UP/a.png\"]\n[[agenda]]"},
	"word":      {"", "# Заседание", "word = { protocol = \"UP/a.docx\" }"},
}

// TestPathsInFiles: files name other files. None outside of the folder is read or written,
// whoever wrote them: whether there is anything makes no difference.
func TestPathsInFiles(t *testing.T) {
	outside := t.TempDir()
	p := printed(t)
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 300, 300))); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"council.toml": "[council]\nname = \"тайна\"\n", "style.toml": "name = \"тайна\"\n",
		"protocol.tmpl": "тайна", "a.csv": "тайна", "a.docx": p.file(protocol + ".docx"), "a.png": picture.String(),
		"f.ttf": string(p.server.base.Faces()[0].Data)}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(outside, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range pathSettings {
		for _, kind := range []string{"absolute", "upwards"} {
			var answers [2]string
			for i, folder := range []string{outside, outside + "-none"} {
				p := open(t, nil)
				up := filepath.ToSlash(folder)
				if kind == "upwards" {
					relative, err := filepath.Rel(p.dir, folder)
					if err != nil {
						t.Fatal(err)
					}
					up = filepath.ToSlash(relative)
				}
				text := strings.Replace(meeting, c.old, c.text, 1)
				for file, content := range map[string]string{"m.toml": text, "protokol.toml": c.settings + "\n"} {
					content = strings.ReplaceAll(content, "UP", up)
					if err := os.WriteFile(filepath.Join(p.dir, file), []byte(content), 0o666); err != nil {
						t.Fatal(err)
					}
				}
				answers[i] = strings.ReplaceAll(strings.ReplaceAll(p.lookAndPrint(), up, "UP"), "-none", "")
			}
			if strings.Contains(answers[0], "тайна") || answers[0] != answers[1] {
				t.Errorf("%s, %s: read\n%s\n%s", name, kind, answers[0], answers[1])
			}
			if left, err := os.ReadDir(outside); err != nil || len(left) != len(files) {
				t.Errorf("%s, %s: written: %v, %v", name, kind, left, err)
			}
			if _, err := os.Stat(outside + "-none"); err == nil {
				t.Errorf("%s, %s: a folder was made", name, kind)
			}
		}
	}
}

// lookAndPrint returns what the page of m.toml says, without versions, and what printing
// it says.
func (p *page) lookAndPrint() string {
	p.Helper()
	status, body := p.post("/api/preview", map[string]any{"file": "m.toml", "kind": "protocol"})
	if status != 200 {
		p.Fatal(body)
	}
	state := p.state(body)
	state.Version, state.Text = "", ""
	text, err := state.JSON()
	if err != nil {
		p.Fatal(err)
	}
	_, printed := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": []string{"protocol"}})
	return text + printed
}

// TestPathsInRequests: every request that names a file refuses what is outside.
func TestPathsInRequests(t *testing.T) {
	p := open(t, map[string]string{"f/m.toml": meeting})
	folder := filepath.Join(p.dir, "f")
	for _, name := range []string{"../f/m.toml", "/etc/hosts", "..", "f/../../x.toml", "", ".", "f/m.toml/../m.toml",
		"f/m.toml\x00", "f//m.toml", "./f/m.toml", "f/.m.toml"} {
		escaped := url.QueryEscape(name)
		for _, path := range []string{"/api/state?file=", "/api/row?file=", "/api/check?file=", "/api/cases?file=",
			"/api/field?path=[\"place\"]&file="} {
			if status, body := p.get(path + escaped); status < 400 {
				t.Errorf("%s%q: %d %.100s", path, name, status, body)
			}
		}
		request := map[string]any{"file": name, "do": "set", "path": []any{"place"}, "value": "x", "text": "x = 1",
			"version": version([]byte(meeting)), "kinds": []string{"protocol"}}
		for _, path := range []string{"/api/preview", "/api/edit", "/api/undo", "/api/text", "/api/restore",
			"/api/print"} {
			if status, body := p.post(path, request); status < 400 {
				t.Errorf("%s %q: %d %.100s", path, name, status, body)
			}
		}
		for tool, field := range map[string]string{"signatures": "paper", "sign": "paper", "prepare": "paper",
			"insert": "paper", "merge": "parts", "list": "meeting"} {
			if status, body := p.send("/tools/"+tool, [3]string{field, "", name},
				[3]string{"@list", "a.csv", "Организация\nА\n"}, [3]string{"@key", "k.p12", "x"},
				[3]string{"@certificate", "k.cer", "x"}, [3]string{"@signature", "k.sig", "x"}); status < 400 {
				t.Errorf("%s %q: %d %.100s", tool, name, status, body)
			}
		}
	}
	if files, err := os.ReadDir(folder); err != nil || len(files) != 1 {
		t.Error(files, err)
	}
	strange := map[string]any{"file": "f/m.toml", "kinds": []string{"../x", "all\x00"}}
	if status, body := p.post("/api/print", strange); status < 400 || status >= 500 {
		t.Error("kinds:", status, body)
	}
}

// TestNamesOfUploads checks that the names of uploaded files cannot select a path or inject a
// script.
func TestNamesOfUploads(t *testing.T) {
	p := printed(t)
	docx := p.file(protocol + ".docx")
	for _, name := range []string{"../../x.docx", `..\..\x.docx`, "/etc/x.docx", `C:\x.docx`, "CON.docx", ".docx",
		"a\tb.docx", "<img src=x onerror=alert(1)>.docx", strings.Repeat("ы", 300) + ".docx", "\u202Excod.docx",
		"a:b.docx", "-rf.docx"} {
		for _, tool := range []string{"pdf", "source", "word"} {
			status, body := p.send("/tools/"+tool, [3]string{"@file", name, docx})
			if status >= 500 || strings.Contains(body, "<img") {
				t.Errorf("%s of %q: %d %s", tool, name, status, body)
			}
		}
	}
	if files, err := os.ReadDir(filepath.Dir(p.dir)); err != nil || len(files) != 1 {
		t.Error("outside of the folder:", files, err)
	}
	p.get("/")
	for _, page := range []string{"/", "/tools"} {
		if _, body := p.get(page); strings.Contains(body, "<img") {
			t.Error(page, body)
		}
	}
}
