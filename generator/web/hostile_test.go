package web

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"protokol/generator"
)

// TestHostileNames: names that mean something else to a file system or to HTTP.
func TestHostileNames(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting, "secret.txt": "тайна"})
	for _, path := range []string{"/edit/m.toml::$DATA", "/edit/%2e%2e/m.toml", "/edit/%2e%2e%2fm.toml",
		"/edit/.%00./m.toml",
		"/assets/%2e%2e/web.go", "/assets/", "/fonts/%2e%2e%2fm.toml", "/paper/m.toml::$DATA?kind=protocol&format=pdf",
		"/edit/m.toml/", "/edit//m.toml", "/edit/./m.toml", "/edit/secret.txt%3F.toml", "/edit/C:/m.toml"} {
		// A redirection leads to a path without dots, which is judged again.
		status, body := p.get(path)
		if strings.Contains(body, "тайна") || strings.Contains(body, "package web") || status == 200 &&
			!strings.Contains(path, "/m.toml") {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
	stream := map[string]any{"file": "m.toml:s.toml", "text": "x = 1", "version": version(nil)}
	if status, body := p.post("/api/text", stream); status != http.StatusNotFound {
		t.Error("a stream of a file:", status, body)
	}
	for _, name := range []string{"NUL.pdf", "con", "COM1.docx", "a:b.pdf", "a\r\nSet-Cookie: x=1", "../../x"} {
		if made := generator.SafeFileName(name); !filepath.IsLocal(made) || strings.ContainsAny(made, ":\r\n/\\") ||
			strings.EqualFold(strings.SplitN(made, ".", 2)[0], strings.SplitN(name, ".", 2)[0]) && name[0] != 'a' {
			t.Errorf("%q is safe as %q", name, made)
		}
	}
}

// TestHeaderInjection: no text of a file becomes a header.
func TestHeaderInjection(t *testing.T) {
	p := open(t, map[string]string{"m.toml": strings.Replace(meeting, `"3"`, `"3\nX-Evil: 1"`, 1)})
	answer := p.request("GET", "/paper/m.toml?kind=protocol&format=pdf", "", nil)
	if answer.Header.Get("X-Evil") != "" || strings.Contains(answer.Header.Get("Content-Disposition"), "\n") {
		t.Error(answer.Header)
	}
}

// TestCookieTossing: another server of this computer adds cookies of the same name; they
// let nobody in, and keep nobody out.
func TestCookieTossing(t *testing.T) {
	p := open(t, nil)
	var own string
	for _, c := range p.Jar.Cookies(p.request("GET", "/", "", nil).Request.URL) {
		own = c.String()
	}
	name := p.server.cookieName()
	for cookies, want := range map[string]int{name + "=evil; " + own: 200, own + "; " + name + "=evil": 200,
		name + "=evil": 401, name + "=": 401} {
		answer := p.request("GET", "/", "", map[string]string{"no cookie": "", "Cookie": cookies})
		if answer.StatusCode != want {
			t.Errorf("%s: %d", cookies, answer.StatusCode)
		}
	}
}

// TestLinksDuringWork: a link to a file outside takes the place of the file again and
// again while it is changed. Nothing outside is read or written.
func TestLinksDuringWork(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	secret := filepath.Join(t.TempDir(), "m.toml")
	if err := os.WriteFile(secret, []byte("number = \"тайна\"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	file, stop := filepath.Join(p.dir, "m.toml"), make(chan bool)
	var swapping sync.WaitGroup
	swapping.Go(func() {
		for n := 0; ; n++ {
			select {
			case <-stop:
				return
			default:
			}
			next := filepath.Join(p.dir, fmt.Sprint("next", n))
			if n%2 == 0 {
				_ = os.Symlink(secret, next)
			} else {
				_ = os.WriteFile(next, []byte(meeting), 0o666)
			}
			_ = os.Rename(next, file)
		}
	})
	for i := range 60 {
		if _, body := p.post("/api/edit", map[string]any{"file": "m.toml", "do": "set", "path": []any{"number"},
			"value": fmt.Sprint(i), "version": version([]byte(meeting))}); strings.Contains(body, "тайна") {
			t.Error("read:", body)
		}
		if _, page := p.get("/edit/m.toml"); strings.Contains(page, "тайна") {
			t.Error("a file outside is shown")
		}
	}
	close(stop)
	swapping.Wait()
	if data, err := os.ReadFile(secret); err != nil || string(data) != "number = \"тайна\"\n" {
		t.Errorf("written: %s, %v", data, err)
	}
}

// TestLinkedFolders: folders for papers that are links to other places.
func TestLinkedFolders(t *testing.T) {
	p := open(t, map[string]string{"protokol.toml": "out = \"готово\"\n",
		"m.toml": meeting + "\n[invitation]\nheading = \"О вступлении\"\ntext = [\"Просим.\"]\n"})
	outside := t.TempDir()
	for _, name := range []string{"готово", "письма"} {
		if err := os.Symlink(outside, filepath.Join(p.dir, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	if status, body := p.post("/api/print", map[string]any{"file": "m.toml",
		"kinds": []string{"protocol"}}); status != http.StatusUnprocessableEntity {
		t.Error("printed:", status, body)
	}
	p.send("/tools/list", [3]string{"meeting", "", "m.toml"}, [3]string{"kind", "", "invitation"},
		[3]string{"@list", "список.csv", "Организация\nООО «А»\n"})
	if status, body := p.send("/api/batch/start", [3]string{"meeting", "", "m.toml"},
		[3]string{"kind", "", "invitation"}, [3]string{"column:A", "", "organization"},
		[3]string{"list-version", "", version([]byte("Организация\nООО «А»\n"))}); status < 400 {
		t.Error("a batch began:", status, body)
	}
	if files, err := os.ReadDir(outside); err != nil || len(files) > 0 {
		t.Error("files outside:", files, err)
	}
}

// zeros is a packed file with much content in its part.
func zeros(t *testing.T, name string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, megabytes := range map[string]int{"[Content_Types].xml": 1, name: 200} {
		packed, sum := packedZeros(megabytes)
		w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: sum,
			CompressedSize64: uint64(len(packed)), UncompressedSize64: uint64(megabytes) << 20})
		if err == nil {
			_, err = w.Write(packed)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

type zeroReader struct{}

func (zeroReader) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// packedZeros returns zeros in DEFLATE and their checksum. It packs one megabyte and
// repeats its blocks.
func packedZeros(megabytes int) (packed []byte, sum uint32) {
	zeros := make([]byte, 1<<20)
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		panic(err) // the level is valid
	}
	w.Write(zeros)
	w.Flush()
	blocks := bytes.Clone(b.Bytes())
	b.Reset()
	w.Close() // the last block
	for range megabytes {
		sum = crc32.Update(sum, crc32.IEEETable, zeros)
	}
	return append(bytes.Repeat(blocks, megabytes), b.Bytes()...), sum
}

// TestUploadBombs: every tool refuses packed files that unpack to a lot of data, in bounded time.
func TestUploadBombs(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	docx := zeros(t, "word/document.xml")
	xlsx := zeros(t, "xl/workbook.xml")
	start := time.Now()
	for tool, parts := range map[string][][3]string{
		"verify": {{"@file", "x.docx", docx}}, "word": {{"@file", "x.docx", docx}}, "pdf": {{"@file", "x.docx", docx}},
		"source": {{"@file", "x.docx", docx}}, "collect": {{"@file", "x.docx", docx}},
		"template": {{"@file", "x.docx", docx}, {"meeting", "", "m.toml"}},
		"list":     {{"@list", "x.xlsx", xlsx}, {"meeting", "", "m.toml"}, {"kind", "", "letter"}},
	} {
		status, body := p.send("/tools/"+tool, parts...)
		if status < 400 && !strings.Contains(body, `outcome bad`) {
			t.Errorf("%s: %d %s", tool, status, body)
		}
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Error("took", took)
	}
}

// TestLargeUploads: more than is allowed is refused, and what comes next works.
func TestLargeUploads(t *testing.T) {
	p := open(t, nil)
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for i := range maxFiles + 1 {
		if _, err := w.CreateFormFile("file", fmt.Sprint(i, ".pdf")); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	boundary := w.FormDataContentType()
	begin := "--" + w.Boundary() + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.pdf\"\r\n\r\n"
	for name, body := range map[string]io.Reader{"files": &b,
		"bytes":      io.MultiReader(strings.NewReader(begin), io.LimitReader(zeroReader{}, maxBody+1)),
		"no end":     strings.NewReader(begin),
		"a header":   strings.NewReader("--" + w.Boundary() + "\r\nX: " + strings.Repeat("x", 11<<20) + "\r\n\r\n"),
		"not a form": strings.NewReader("x"),
	} {
		answer, err := p.Post(p.url+"/tools/verify", boundary, body)
		if err != nil {
			continue // hung up on
		}
		answer.Body.Close()
		if answer.StatusCode < 400 {
			t.Errorf("%s: %d", name, answer.StatusCode)
		}
	}
	if status, _ := p.get("/"); status != 200 {
		t.Error("the next request:", status)
	}
}

// TestManyConnections: connections that say nothing, and such that want another protocol,
// keep nobody out.
func TestManyConnections(t *testing.T) {
	p := open(t, nil)
	for range 300 {
		connection, err := net.Dial("tcp", strings.TrimPrefix(p.url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		defer connection.Close()
	}
	answer := p.request("GET", "/", "", map[string]string{"Connection": "Upgrade", "Upgrade": "websocket",
		"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version": "13"})
	if answer.StatusCode == http.StatusSwitchingProtocols {
		t.Error("another protocol")
	}
	if status, _ := p.get("/"); status != 200 {
		t.Error(status)
	}
}

// TestTokenStaysSecret: no page and no answer holds a token or a cookie's value.
func TestTokenStaysSecret(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	for _, path := range []string{"/", "/edit/m.toml", "/tools", "/assets/enter.js", "/api/state?file=m.toml",
		"/nothing"} {
		answer := p.request("GET", path, "", nil)
		body, err := io.ReadAll(answer.Body)
		if err != nil || strings.Contains(string(body), "SECRETSECRET") ||
			answer.Header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: %v\n%s", path, err, body)
		}
	}
}

// TestRace: many windows save at once. Every change is in the file or was refused.
func TestRace(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	v := version([]byte(meeting))
	var all sync.WaitGroup
	var mu sync.Mutex
	made := map[string]bool{}
	for i := range 24 {
		all.Go(func() {
			key, value := []string{"place", "city", "kind", "start"}[i%4], fmt.Sprintf("12:%02d", i)
			status, _ := p.post("/api/edit", map[string]any{"file": "m.toml", "version": v, "do": "set",
				"path": []any{key}, "value": value})
			mu.Lock()
			defer mu.Unlock()
			if status == 200 {
				made[key] = true
			} else if status != http.StatusConflict {
				t.Error(status)
			}
		})
	}
	all.Wait()
	values, err := generator.Values([]byte(p.file("m.toml")))
	if err != nil {
		t.Fatal(err, p.file("m.toml"))
	}
	for _, key := range []string{"place", "city", "kind", "start"} {
		if !made[key] || values[key] == nil {
			t.Errorf("%s: %v", key, values[key])
		}
	}
	if !strings.HasPrefix(p.file("m.toml"), "# Заседание\n") || !strings.Contains(p.file("m.toml"), "# Люди") {
		t.Error("comments are lost")
	}
}

// TestBrokenOff: an answer that cannot be finished is not begun.
func TestBrokenOff(t *testing.T) {
	p := open(t, nil)
	var fail error
	handler := p.server.inside(func(w http.ResponseWriter, _ *http.Request) error {
		w.Header().Set("Content-Disposition", "attachment")
		_, err := w.Write([]byte("первая часть"))
		return errors.Join(err, fail)
	})
	p.server.mux = handler
	for _, fail = range []error{nil, errors.New("диск отключён")} {
		answer := p.request("GET", "/", "", nil)
		body, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		begun := strings.Contains(string(body), "первая часть") || answer.Header.Get("Content-Disposition") != ""
		if begun != (fail == nil) || (answer.StatusCode == http.StatusOK) != begun {
			t.Errorf("%v: %d %s", fail, answer.StatusCode, body)
		}
	}
}

// TestSlowReader: who does not read an answer keeps no file from others.
func TestSlowReader(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	reading := make(chan struct{})
	defer close(reading)
	slow := slowWriter{httptest.NewRecorder(), make(chan struct{}), reading}
	r := httptest.NewRequest(http.MethodGet, "/api/state?file=m.toml&version=", nil)
	r.Host = strings.TrimPrefix(p.url, "http://")
	r.Header.Set("Cookie", strings.TrimSpace(strings.TrimPrefix(p.cookies(), "Cookie:")))
	go p.server.ServeHTTP(slow, r)
	<-slow.begun
	p.Timeout = 20 * time.Second
	if status, body := p.get("/edit/m.toml"); status != http.StatusOK {
		t.Error(status, body)
	}
}

// slowWriter waits with the body until it is read.
type slowWriter struct {
	http.ResponseWriter
	begun, reading chan struct{}
}

func (w slowWriter) Write(data []byte) (int, error) {
	close(w.begun)
	<-w.reading
	return len(data), nil
}
