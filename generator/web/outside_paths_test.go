package web

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOtherHosts: names and numbers that mean this computer, too, or that a careless
// comparison takes for its address.
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
		{"Origin": "https://127.0.0.1:" + port, "Sec-Fetch-Site": "same-site"},
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

// TestPathsInFiles: files name other files. None outside of the folder is read or written,
// whoever wrote them.
func TestPathsInFiles(t *testing.T) {
	outside := t.TempDir()
	for name, text := range map[string]string{"council.toml": "[council]\nname = \"тайна\"\n",
		"style.toml": "name = \"тайна\"\n", "protocol.tmpl": "тайна", "a.csv": "тайна"} {
		if err := os.WriteFile(filepath.Join(outside, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, setting := range map[string]string{
		"council": "", "style": "style = \"UP/style.toml\"", "templates": "templates = \"UP\"",
		"fonts": "fonts = \"UP\"",
		"out":   "out = \"UP\"", "name": "name = \"UP/x\"", "picture": "", "word": "",
	} {
		for _, kind := range []string{"absolute", "upwards"} {
			p := open(t, nil)
			up := filepath.ToSlash(outside)
			if kind == "upwards" {
				relative, err := filepath.Rel(p.dir, outside)
				if err != nil {
					t.Fatal(err)
				}
				up = filepath.ToSlash(relative)
			}
			text := meeting
			switch name {
			case "council":
				text = strings.Replace(meeting, "[council]\nname = \"Совет\"\n",
					"council_file = \"UP/council.toml\"\n", 1)
			case "picture":
				text += "[[annexes]]\ntitle = \"О\"\npictures = [\"UP/style.toml\"]\n"
			case "word":
				text = "word = { protocol = \"UP/style.toml\" }\n" + meeting
			}
			for file, content := range map[string]string{"m.toml": text, "protokol.toml": setting + "\n"} {
				if err := os.WriteFile(filepath.Join(p.dir, file), []byte(strings.ReplaceAll(content, "UP", up)),
					0o666); err != nil {
					t.Fatal(err)
				}
			}
			_, state := p.post("/api/look", map[string]any{"file": "m.toml", "kind": "protocol"})
			_, page := p.get("/edit/m.toml")
			_, printed := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": []string{"protocol"}})
			if strings.Contains(state+page+printed, "тайна") {
				t.Errorf("%s, %s: read\n%s\n%s", name, kind, state, printed)
			}
			files, err := os.ReadDir(outside)
			if err != nil || len(files) != 4 {
				t.Errorf("%s, %s: written: %v, %v", name, kind, files, err)
			}
		}
	}
}

// TestPathsInRequests: every request that names a file refuses what is outside.
func TestPathsInRequests(t *testing.T) {
	p := open(t, map[string]string{"f/m.toml": meeting})
	folder := filepath.Join(p.dir, "f")
	for _, name := range []string{"../f/m.toml", "/etc/hosts", "..", "f/../../x.toml", "", ".", "f/m.toml/../m.toml",
		"f/m.toml\x00", "f//m.toml", "./f/m.toml", "f/.m.toml"} {
		escaped := url.QueryEscape(name)
		for _, path := range []string{"/api/state?file=", "/api/row?file=", "/api/cases?file=",
			"/api/field?path=[\"place\"]&file="} {
			if status, body := p.get(path + escaped); status < 400 {
				t.Errorf("%s%q: %d %.100s", path, name, status, body)
			}
		}
		request := map[string]any{"file": name, "do": "set", "path": []any{"place"}, "value": "x", "text": "x = 1",
			"force": true, "kinds": []string{"protocol"}}
		for _, path := range []string{"/api/look", "/api/edit", "/api/undo", "/api/text", "/api/restore",
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

// TestNamesOfUploads: names of files that were dropped lead nowhere, and run no script.
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
