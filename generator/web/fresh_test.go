package web

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTurnedNames: a name that turns the text around it does not look like another one.
func TestTurnedNames(t *testing.T) {
	turned := "Протокол \u202Elmot.exe"
	p := open(t, map[string]string{turned + ".toml": meeting, turned + "2.toml": "x = [", turned + "3.toml": "a = 1"})
	for _, name := range []string{turned + ".pdf", turned + ".csv"} {
		if err := os.WriteFile(filepath.Join(p.dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, page := range []string{"/", "/tools", "/edit/" + escapePath(turned+".toml")} {
		_, body := p.get(page)
		for line := range strings.Lines(body) { // in attributes, it is the name of the file
			_, text, _ := strings.Cut(line, ">")
			if strings.Contains(text, "\u202E") && !strings.Contains(text, `="`) {
				t.Errorf("%s: %s", page, line)
			}
		}
		if !strings.Contains(body, "&lt;U&#43;202E&gt;") {
			t.Errorf("%s: no visible name", page)
		}
	}
}

// TestFreshRequests are requests that mean another method, protocol or part of a file to
// somebody else. None changes anything or gives more than it should.
func TestFreshRequests(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	address := strings.TrimPrefix(p.url, "http://")
	host := "Host: " + address + "\r\n"
	js := "Content-Type: application/json\r\n"
	for name, request := range map[string]string{
		"another method by a header": "GET /api/edit HTTP/1.1\r\n" + host + p.cookies() + js +
			"X-HTTP-Method-Override: POST\r\nX-Method-Override: POST\r\n\r\n",
		"HEAD of a change":      "HEAD /api/undo HTTP/1.1\r\n" + host + p.cookies() + "\r\n",
		"a host in upper case":  "GET / HTTP/1.1\r\nHost: LOCALHOST:1\r\n" + p.cookies() + "\r\n",
		"a dot behind the port": "GET / HTTP/1.1\r\nHost: " + address + ".\r\n" + p.cookies() + "\r\n",
		"a host in the target":  "GET http://evil.example/edit/m.toml HTTP/1.1\r\n" + host + p.cookies() + "\r\n",
		"an Origin without host": "POST /api/undo HTTP/1.1\r\n" + host + p.cookies() + js +
			"Origin: http://\r\nContent-Length: 2\r\n\r\n{}",
		"a zone of an address":    "GET / HTTP/1.1\r\nHost: [::1%25lo]:1\r\n" + p.cookies() + "\r\n",
		"a session of a proxy":    "CONNECT evil.example:443 HTTP/1.1\r\n" + host + p.cookies() + "\r\n",
		"TRACE":                   "TRACE / HTTP/1.1\r\n" + host + p.cookies() + "\r\n",
		"a path of backslashes":   "GET /edit/..\\m.toml HTTP/1.1\r\n" + host + p.cookies() + "\r\n",
		"a device":                "GET /edit/AUX.toml HTTP/1.1\r\n" + host + p.cookies() + "\r\n",
		"a stream":                "GET /edit/m.toml:$DATA HTTP/1.1\r\n" + host + p.cookies() + "\r\n",
		"a header of 64 kB":       "GET / HTTP/1.1\r\n" + host + "X: " + strings.Repeat("x", 64<<10) + "\r\n\r\n",
		"a token in the referrer": "GET / HTTP/1.1\r\n" + host + "Referer: " + p.server.Address("") + "\r\n\r\n",
	} {
		statuses, body := p.wire(request)
		if len(statuses) > 0 && statuses[0] < 400 || strings.Contains(body, p.server.sessions.token()) {
			t.Errorf("%s: %v %s", name, statuses, body)
		}
	}
	ranges := "bytes=" + strings.Repeat("0-,", 2000) + "0-"
	for path, header := range map[string]map[string]string{
		"/assets/page.css": {"Range": ranges}, "/fonts/fonts.css": {"Range": ranges},
		"/edit/m.toml": {"Range": ranges, "If-None-Match": "*"}, "/api/state?file=m.toml": {"If-None-Match": "*"},
		"/": {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"},
	} {
		answer := p.request(http.MethodGet, path, "", header)
		if answer.StatusCode != http.StatusOK || answer.ContentLength > 1<<20 {
			t.Errorf("%s: %d, %d bytes", path, answer.StatusCode, answer.ContentLength)
		}
	}
	if p.file("m.toml") != meeting {
		t.Error("the file was changed")
	}
}
