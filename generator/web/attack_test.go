package web

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// request sends a request as an attacker can make it, with the cookie or without.
func (p *page) request(method, path, body string, header map[string]string) *http.Response {
	p.Helper()
	r, err := http.NewRequest(method, p.url+path, strings.NewReader(body))
	if err != nil {
		p.Fatal(err)
	}
	client := p.Client
	for key, value := range header {
		switch key {
		case "Host":
			r.Host = value
		case "no cookie":
			client = &http.Client{}
		default:
			r.Header.Set(key, value)
		}
	}
	answer, err := client.Do(r)
	if err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() { answer.Body.Close() })
	return answer
}

var change = `{"file":"m.toml","version":"` + version([]byte(meeting)) +
	`","do":"set","path":["number"],"value":"взлом"}`

// TestRefusedRequests: none of these requests may succeed or change the file.
func TestRefusedRequests(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting, "secret.txt": "тайна", ".hidden.toml": "a = 1", "sub/x.toml": ""})
	outside := filepath.Join(t.TempDir(), "outside.toml")
	if err := os.WriteFile(outside, []byte("number = \"тайна\"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(p.dir, "link.toml")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := os.Symlink(filepath.Dir(outside), filepath.Join(p.dir, "folder")); err != nil {
		t.Fatal(err)
	}
	js := "application/json"
	for _, c := range []struct {
		attack, method, path, body string
		header                     map[string]string
	}{
		{"DNS rebinding", "GET", "/", "", map[string]string{"Host": "evil.example", "Origin": "http://evil.example"}},
		{"rebinding with the port", "GET", "/edit/m.toml", "",
			map[string]string{"Host": "evil.example:" + strings.Split(p.url, ":")[2]}},
		{"another port in Host", "GET", "/", "", map[string]string{"Host": "127.0.0.1:1"}},
		{"Host without a port", "GET", "/", "", map[string]string{"Host": "127.0.0.1"}},
		{"CSRF from a page", "POST", "/api/edit", change,
			map[string]string{"Content-Type": js, "Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}},
		{"CSRF from another port", "POST", "/api/edit", change,
			map[string]string{"Content-Type": js, "Origin": "http://127.0.0.1:1"}},
		{"CSRF of a sandboxed frame", "POST", "/api/edit", change,
			map[string]string{"Content-Type": js, "Origin": "null", "Sec-Fetch-Site": "cross-site"}},
		{"CSRF by a form", "POST", "/api/edit", change, map[string]string{"Content-Type": "text/plain"}},
		{"CSRF by a form for a new file", "POST", "/new", "starter=council",
			map[string]string{"Content-Type": "application/x-www-form-urlencoded", "Origin": "https://evil.example"}},
		{"a script of another site", "GET", "/api/state?file=m.toml", "",
			map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}},
		{"a change by GET", "GET", "/api/edit?file=m.toml&do=set", "", nil},
		{"a change by PUT", "PUT", "/api/edit", change, map[string]string{"Content-Type": js}},
		{"a new file by GET", "GET", "/new?starter=council", "", nil},
		{"no cookie", "GET", "/edit/m.toml", "", map[string]string{"no cookie": ""}},
		{"no cookie, a change", "POST", "/api/edit", change, map[string]string{"no cookie": "", "Content-Type": js}},
		{"a guessed cookie", "GET", "/", "", map[string]string{"no cookie": "",
			"Cookie": p.server.cookieName() + "=SECRETSECRETSECRET-9"}},
		{"the cookie of another port", "GET", "/", "", map[string]string{"no cookie": "",
			"Cookie": "protokol-1=SECRETSECRETSECRET-3"}},
		{"a path upwards", "GET", "/edit/..%2f..%2fetc%2fpasswd.toml", "", nil},
		{"an absolute path", "GET", "/edit/%2fetc%2fhosts.toml", "", nil},
		{"a path upwards by JSON", "POST", "/api/edit", strings.Replace(change, "m.toml", "../m.toml", 1),
			map[string]string{"Content-Type": js}},
		{"a Windows path", "GET", "/edit/..%5c..%5cx.toml", "", nil},
		{"another kind of file", "GET", "/edit/secret.txt", "", nil},
		{"a hidden file", "GET", "/edit/.hidden.toml", "", nil},
		{"a symbolic link", "GET", "/edit/link.toml", "", nil},
		{"a link to a folder", "GET", "/edit/folder/outside.toml", "", nil},
		{"writing through a link", "POST", "/api/text", `{"file":"link.toml","text":"x=1","version":"` +
			version([]byte("number = \"тайна\"\n")) + `"}`,
			map[string]string{"Content-Type": js}},
		{"a NUL byte", "GET", "/edit/m.toml%00.toml", "", nil},
		{"the assets' folder upwards", "GET", "/assets/..%2fweb.go", "", nil},
		{"a format that is a path", "GET", "/paper/m.toml?kind=protocol&format=../x", "", nil},
		{"a bomb of brackets", "POST", "/api/text", `{"file":"m.toml","text":"x","version":"","path":` +
			strings.Repeat("[", 100_000), map[string]string{"Content-Type": js}},
		{"a body without end", "POST", "/api/edit", `{"file":"` + strings.Repeat("x", maxJSON) + `"}`,
			map[string]string{"Content-Type": js}},
	} {
		status, body := p.answer(p.request(c.method, c.path, c.body, c.header), nil)
		if status < 400 {
			t.Errorf("%s: %d", c.attack, status)
		}
		if strings.Contains(body, "тайна") || strings.Contains(body, "root:") {
			t.Errorf("%s shows\n%s", c.attack, body)
		}
	}
	if p.file("m.toml") != meeting {
		t.Error("the file was changed")
	}
	if text, err := os.ReadFile(outside); err != nil || string(text) != "number = \"тайна\"\n" {
		t.Error("a file outside was changed")
	}
	if _, err := os.Stat(filepath.Join(p.dir, "meeting.toml")); err == nil {
		t.Error("a file was made")
	}
}

// TestToken checks that the token admits one browser, and that guessing is stopped.
func TestToken(t *testing.T) {
	p := open(t, nil)
	if status, _ := p.post("/session",
		map[string]any{"token": "SECRETSECRETSECRET-1"}); status != http.StatusForbidden {
		t.Error("a used token:", status)
	}
	for i := range maxWrong + 1 {
		if status, _ := p.post("/session", map[string]any{"token": fmt.Sprint(i)}); status != http.StatusForbidden {
			t.Error("a guess:", status)
		}
	}
	_, token, _ := strings.Cut(p.server.Address(""), "#")
	if status, body := p.post("/session", map[string]any{"token": token}); status != http.StatusForbidden {
		t.Error("guessing goes on:", status, body)
	}
	now = now.Add(2 * blockTime)
	if status, _ := p.post("/session", map[string]any{"token": token}); status != http.StatusNoContent {
		t.Error("the token after a minute:", status)
	}
}

// TestHeaders checks that the page cannot be framed and runs no inline scripts.
func TestHeaders(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	for _, path := range []string{"/", "/edit/m.toml", "/assets/page.css", "/nothing",
		"/paper/m.toml?kind=protocol&format=pdf"} {
		h := p.request("GET", path, "", nil).Header
		csp := h.Get("Content-Security-Policy")
		if !strings.Contains(csp, "frame-ancestors 'none'") || !strings.Contains(csp, "script-src 'self';") ||
			strings.Contains(csp, "unsafe") || h.Get("X-Frame-Options") != "DENY" ||
			h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %v", path, h)
		}
	}
	cookie := p.request("POST", "/session", `{"token":"`+p.server.sessions.token()+`"}`,
		map[string]string{"Content-Type": "application/json"}).Header.Get("Set-Cookie")
	for _, part := range []string{p.server.cookieName() + "=", "HttpOnly", "SameSite=Strict", "Path=/"} {
		if !strings.Contains(cookie, part) {
			t.Errorf("cookie %q has no %s", cookie, part)
		}
	}
}

// TestScripts puts script into every text of a file, its keys and its name: the
// page holds its own script elements only, and no handler.
func TestScripts(t *testing.T) {
	const evil = `\"><script>alert(1)</script><img src=x onerror=alert(1)>' onmouseover='alert(1)</textarea>{{.}}`
	text := strings.NewReplacer("Иванов Иван Иванович", evil, "О плане", evil, "Совет", evil, "директор", evil,
		`"3"`, `"`+evil+`"`, "Утвердить", evil).Replace(meeting)
	text += "[papers.\"" + evil + "\"]\ntitle = \"" + evil + "\"\n[\"" + evil + "\"]\nx = \"" + evil + "\"\n"
	name := `<img src=x onerror=alert(1)>"'.toml`
	p := open(t, map[string]string{name: text, "ok.toml": meeting})
	_, state := p.post("/api/edit", map[string]any{"file": name, "do": "insert", "path": []any{"agenda", 2},
		"version": version([]byte(text))})
	escaped := escapePath(name)
	for _, path := range []string{"/", "/?q=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/edit/" + escaped} {
		status, body := p.get(path)
		if status != 200 {
			t.Errorf("%s: %d", path, status)
		}
		checkMarkup(t, path, body)
	}
	checkMarkup(t, "the form of an answer", p.state(state).Form)
}

var (
	tag      = regexp.MustCompile(`<([a-zA-Z!/][^\s>"']*)((?:[^>"']|"[^"]*"|'[^']*')*)>`)
	quoted   = regexp.MustCompile(`"[^"]*"|'[^']*'`)
	ours     = regexp.MustCompile(`^ type="module" src="/assets/[a-z]+\.js"$`)
	handlers = regexp.MustCompile(`(?i)(?:^|[\s/])(?:on\w+|style|srcdoc)\s*=`)
)

// checkMarkup checks a whole page, or much of one.
func checkMarkup(t *testing.T, path, body string) {
	t.Helper()
	if strings.Count(body, "<") < 10 {
		t.Errorf("%s is no page: %s", path, body)
	}
	checkTags(t, path, body)
}

func checkTags(t *testing.T, path, body string) {
	t.Helper()
	tags := tag.FindAllStringSubmatch(body, -1)
	if strings.Count(body, "<") != len(tags) {
		t.Errorf("%s: %d tags, but %d <", path, len(tags), strings.Count(body, "<"))
	}
	for _, m := range tags {
		bare := quoted.ReplaceAllString(m[2], "")
		if m[1] == "img" || m[1] == "script" && !ours.MatchString(m[2]) || handlers.MatchString(bare) {
			t.Errorf("%s: %s", path, m[0])
		}
	}
}

// TestSlowClient checks that the server closes the connection of a client that sends its
// header byte by byte.
func TestSlowClient(t *testing.T) {
	p := open(t, nil)
	synctest.Test(t, func(t *testing.T) {
		client, connection := net.Pipe()
		listener := &oneConnection{connection: make(chan net.Conn, 1)}
		listener.connection <- connection
		go func() { _ = p.server.Serve(t.Context(), listener) }()
		if err := client.SetReadDeadline(time.Now().Add(3 * headerTimeout)); err != nil {
			t.Fatal(err)
		}
		var writing sync.WaitGroup
		writing.Go(func() {
			for _, err := io.WriteString(client, "GET / HTTP/1.1\r\nX: "); err == nil; {
				time.Sleep(headerTimeout / 20)
				_, err = io.WriteString(client, "x")
			}
		})
		_, err := bufio.NewReader(client).ReadString('\n')
		if timeout, ok := err.(net.Error); ok && timeout.Timeout() {
			t.Error("the server waits")
		}
		client.Close()
		writing.Wait()
	})
}

// oneConnection is a listener that accepts one connection.
type oneConnection struct{ connection chan net.Conn }

func (l *oneConnection) Accept() (net.Conn, error) {
	if c, ok := <-l.connection; ok {
		return c, nil
	}
	return nil, net.ErrClosed
}

func (l *oneConnection) Close() error   { close(l.connection); return nil }
func (l *oneConnection) Addr() net.Addr { return &net.TCPAddr{} }

// TestBombs opens files that would take much memory or time.
func TestBombs(t *testing.T) {
	p := open(t, map[string]string{
		"deep.toml":  "a = " + strings.Repeat("[", 50_000),
		"dots.toml":  strings.Repeat("a.", 50_000) + "a = 1",
		"large.toml": "# " + strings.Repeat("x", 3<<20),
		"m.toml":     meeting,
	})
	start := time.Now()
	if status, body := p.get("/"); status != 200 || !strings.Contains(body, "m.toml") {
		t.Error("the list:", status)
	}
	for name, want := range map[string]int{"deep.toml": http.StatusOK, "dots.toml": http.StatusOK,
		"large.toml": http.StatusRequestEntityTooLarge} {
		if status, body := p.get("/edit/" + name); status != want {
			t.Error(name, status, body)
		}
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Error("took", took)
	}
}
