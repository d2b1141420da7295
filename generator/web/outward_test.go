package web

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestOutward checks that nothing which a form names is written, read or shown outside of
// the folder: parts, names of files, sizes, lists of certificates, links in the way.
func TestOutward(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting +
		"\n[invitation]\nheading = \"О вступлении\"\ntext = [\"Просим.\"]\n"})
	outside := t.TempDir()
	kept := filepath.Join(outside, "kept.pdf")
	if err := os.WriteFile(kept, []byte("тайна"), 0o666); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{"наклейки": outside, "заявления": outside, "ссылка": outside,
		"письма для печати.pdf": kept, "письма.zip": kept} {
		if err := os.Symlink(to, filepath.Join(p.dir, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	list := "Организация;Руководитель\nООО «А»;Иванов Иван Иванович\n"
	for _, values := range []map[string]string{
		{"kind": "label"}, {"kind": "label", "docx": "1"}, {"kind": "application"}, {"kind": "../x"},
		{"print": "1", "zip": "1"}, {"print": "1", "zip": "1", "force": "1"},
		{"name": "../../outward"}, {"name": "/tmp/outward-{row}"}, {"name": `..\..\outward`},
		{"name": ".protokol/{row}"},
		{"shard": "../1/2"}, {"shard": "1/99999999999"}, {"shard": "0/0"}, {"kind": "envelope", "style": "/etc/passwd"},
		{"where": strings.Repeat("(", 100_000)}, {"header": "99999999999999"}, {"sheet": strings.Repeat("x", 1<<20)},
		{"meeting": "../m.toml"}, {"meeting": "ссылка/m.toml"},
	} {
		begun := time.Now()
		said := p.wanted(list, values)
		if strings.Contains(said, outside) || strings.Contains(said, "тайна") || time.Since(begun) > 20*time.Second {
			t.Errorf("%v took %v: %.300s", values, time.Since(begun), said)
		}
		checkTags(t, "an answer", said)
	}
	for _, parts := range []string{"..", "/etc", "ссылка", `..\..`, ".protokol", "a\x00b", "//x", "./../x"} {
		if status, body := p.send("/tools/merge", [3]string{"parts", "", parts}); status < 400 {
			t.Errorf("parts %q: %s", parts, body)
		}
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(p.dir), "outward.pdf")); err == nil {
		t.Error("a paper outside")
	}
	files, err := os.ReadDir(outside)
	text, wrong := os.ReadFile(kept)
	if err != nil || wrong != nil || len(files) != 1 || string(text) != "тайна" {
		t.Errorf("outside: %v %q", files, text)
	}
}

// TestRefusedRestore checks that a file is not written again for others, through a link, or
// to a place that no file of the page has.
func TestRefusedRestore(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	outside := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(p.dir, "ссылка")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	js := map[string]string{"Content-Type": "application/json"}
	with := func(key, value string) map[string]string {
		return map[string]string{"Content-Type": "application/json", key: value}
	}
	for name, c := range map[string]struct {
		file   string
		header map[string]string
	}{
		"another page":      {"new.toml", with("Origin", "https://evil.example")},
		"another port":      {"new.toml", with("Origin", "http://127.0.0.1:1")},
		"a sandbox":         {"new.toml", with("Origin", "null")},
		"a form":            {"new.toml", map[string]string{"Content-Type": "text/plain"}},
		"nobody":            {"new.toml", with("no cookie", "")},
		"a method in hides": {"m.toml", with("X-HTTP-Method-Override", "GET")},
		"a link":            {"ссылка/x.toml", js},
		"a file as folder":  {"m.toml/x.toml", js},
		"another folder":    {"../x.toml", js},
		"a hidden one":      {".git/x.toml", js},
		"a NUL":             {"x\\u0000.toml", js},
		"a long name":       {strings.Repeat("x", 5000) + ".toml", js},
		"deep folders":      {strings.Repeat("x/", 3000) + "x.toml", js},
	} {
		body := `{"file":"` + c.file + `","text":"number = \"взлом\"\n"}`
		if answer := p.request("POST", "/api/restore", body, c.header); answer.StatusCode < 400 {
			t.Errorf("%s: %d", name, answer.StatusCode)
		}
	}
	if files, err := os.ReadDir(outside); err != nil || len(files) > 0 {
		t.Error("outside:", files, err)
	}
	if _, err := os.Stat(filepath.Join(p.dir, "new.toml")); err == nil || p.file("m.toml") != meeting {
		t.Error("a file was written")
	}
}

// TestHostileTrust checks certificates that are none, or many, and servers of time stamps
// that are not addresses.
func TestHostileTrust(t *testing.T) {
	p := printed(t)
	pdf := p.file(protocol + ".pdf")
	begun := time.Now()
	for name, data := range map[string]string{"../../etc/passwd": "x", "<img src=x onerror=alert(1)>.cer": "x",
		"a.pem": strings.Repeat("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", 100_000),
		"b.cer": strings.Repeat("\x30\x84", 1<<20), "c.cer": ""} {
		status, body := p.send("/tools/verify", [3]string{"@file", "x.pdf", pdf}, [3]string{"@trust", name, data})
		if status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d %.300s", name, status, body)
		}
	}
	for _, address := range []string{"file:///etc/passwd", "javascript:alert(1)", "ftp://x", "\\\\host\\share"} {
		status, body := p.send("/tools/sign", [3]string{"paper", "", protocol + ".pdf"},
			[3]string{"field", "", "chair"}, [3]string{"@key", "k.p12", "x"}, [3]string{"tsa", "", address},
			[3]string{"online", "", "1"})
		if status < 400 || strings.Contains(body, "root:") {
			t.Errorf("%s: %d %s", address, status, body)
		}
	}
	if took := time.Since(begun); took > 30*time.Second {
		t.Error("took", took)
	}
}

// TestManyKinds checks that a request for very many papers is refused.
func TestManyKinds(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	kinds := []string{}
	for range 10_000 {
		kinds = append(kinds, "protocol")
	}
	if status, _ := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": kinds}); status < 400 {
		t.Error(status)
	}
	for _, path := range []string{"/fonts/..%2f..%2fetc%2fpasswd", "/fonts/x.ttf", "/schema/%2e%2e", "/schema/",
		"/paper/m.toml?kind=all&format=pdf&items=" + strings.Repeat("1,", 10_000)} {
		answer := p.request("GET", path, "", nil)
		if strings.HasPrefix(path, "/paper/") && answer.StatusCode < 500 {
			continue
		}
		if answer.StatusCode != http.StatusNotFound {
			t.Errorf("%.60s: %d", path, answer.StatusCode)
		}
	}
	for _, page := range []string{"/help?q=", "/tasks?q=", "/?q="} {
		_, body := p.get(page + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%22onfocus=x")
		checkMarkup(t, page, body)
	}
}
