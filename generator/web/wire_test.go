package web

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// cookies returns the header with the cookie of a browser that has access.
func (p *page) cookies() string {
	p.Helper()
	r, err := http.NewRequest(http.MethodGet, p.url, nil)
	if err != nil {
		p.Fatal(err)
	}
	var list []string
	for _, c := range p.Jar.Cookies(r.URL) {
		list = append(list, c.String())
	}
	return "Cookie: " + strings.Join(list, "; ") + "\r\n"
}

// wire sends bytes to the server and returns the statuses of its answers, with their
// headers and bodies.
func (p *page) wire(text string) (statuses []int, all string) {
	p.Helper()
	connection, err := net.Dial("tcp", strings.TrimPrefix(p.url, "http://"))
	if err != nil {
		p.Fatal(err)
	}
	defer connection.Close()
	_ = connection.SetDeadline(time.Now().Add(20 * time.Second))
	go func() {
		_, _ = io.WriteString(connection, text)
		if tcp, ok := connection.(*net.TCPConn); ok {
			_ = tcp.CloseWrite()
		}
	}()
	in := bufio.NewReader(connection)
	for {
		answer, err := http.ReadResponse(in, nil)
		if err != nil {
			return statuses, all
		}
		body, _ := io.ReadAll(answer.Body)
		statuses = append(statuses, answer.StatusCode)
		all += fmt.Sprint(answer.Header, string(body))
	}
}

// TestWire checks requests that different readers of HTTP/1.1 understand differently
// (RFC 9112, 11.2), and those that ask for another host or with another method than it
// seems. None may be obeyed, even with the cookie.
func TestWire(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	host := "Host: " + strings.TrimPrefix(p.url, "http://") + "\r\n"
	json := "Content-Type: application/json\r\n"
	hidden := "POST /api/edit HTTP/1.1\r\n" + host + p.cookies() + json +
		fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(change), change)
	edit := "POST /api/edit HTTP/1.1\r\n"
	for attack, text := range map[string]string{
		"two lengths": edit +
			host + p.cookies() + json + "Content-Length: 4\r\nContent-Length: 5\r\n\r\n" + change,
		"a length with a sign":     edit + host + p.cookies() + json + "Content-Length: +5\r\n\r\n" + change,
		"a space before the colon": edit + host + p.cookies() + json + "Content-Length : 300\r\n\r\n" + change,
		"a folded header":          "GET / HTTP/1.1\r\n" + host + "X: 1\r\n " + p.cookies() + "\r\n",
		"an unknown coding": edit +
			host + p.cookies() + json + "Transfer-Encoding: xchunked\r\n\r\n" + change,
		"chunked twice": edit +
			host + p.cookies() + json + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
		"two hosts": "GET / HTTP/1.1\r\n" +
			host + "Host: evil.example\r\n" + p.cookies() + "\r\n",
		"the host of the target": "GET http://evil.example/ HTTP/1.1\r\n" + host + p.cookies() + "\r\n",
		"no host":                "GET / HTTP/1.0\r\n" + p.cookies() + "\r\n",
		"a host with a user": "GET / HTTP/1.1\r\nHost: x@" +
			strings.TrimPrefix(host, "Host: ") + p.cookies() + "\r\n",
		"gigabytes": "POST /tools/verify HTTP/1.1\r\n" +
			host + p.cookies() + "Content-Length: 10737418240\r\n\r\nx",
		"another method by a header": "GET /api/edit HTTP/1.1\r\n" +
			host + p.cookies() + "X-HTTP-Method-Override: POST\r\n\r\n",
		"another method by the query": "GET /new?_method=POST&starter=council HTTP/1.1\r\n" +
			host + p.cookies() + "\r\n",
		"CONNECT":                      "CONNECT 127.0.0.1:22 HTTP/1.1\r\n" + host + p.cookies() + "\r\n",
		"TRACE, which repeats cookies": "TRACE / HTTP/1.1\r\n" + host + p.cookies() + "\r\n",
		"HTTP/2 without asking":        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
		"a NUL in the target":          "GET /edit/m.toml\x00 HTTP/1.1\r\n" + host + p.cookies() + "\r\n",
		"two values in one body": edit +
			host + p.cookies() + json + fmt.Sprintf("Content-Length: %d\r\n\r\n{}%s", len(change)+2, change),
		"a script from the next port": "GET /api/state?file=m.toml HTTP/1.1\r\n" +
			host + p.cookies() + "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: no-cors\r\n\r\n",
		"a permission to read (CORS)": "OPTIONS /api/edit HTTP/1.1\r\n" +
			host + "Origin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\n\r\n",
		"no coding at all": "GET / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\n" +
			"Transfer-Encoding: identity\r\n\r\n",
		"a length and chunks, a request": edit +
			host + json + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
	} {
		statuses, all := p.wire(text)
		if len(statuses) == 0 || statuses[0] < 400 {
			t.Errorf("%s: %v", attack, statuses)
		}
		if strings.Contains(all, "Access-Control-Allow") || attack[:5] == "TRACE" && strings.Contains(all, "SECRET") {
			t.Errorf("%s: %s", attack, all)
		}
	}
	if p.file("m.toml") != meeting {
		t.Error("the file was changed")
	}
	// What follows a body that was refused must not be taken for a request of its own.
	p.wire(edit + host + json + fmt.Sprintf("Content-Length: %d\r\n\r\n", maxJSON*9) + hidden)
	if p.file("m.toml") != meeting {
		t.Error("a request hidden in a body was obeyed")
	}
}

// TestRedirections checks that no address of the page leads away from it.
func TestRedirections(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	host := "Host: " + strings.TrimPrefix(p.url, "http://") + "\r\n"
	for _, target := range []string{"//evil.example", "//evil.example/%2e%2e", `/\evil.example`,
		"/%5cevil.example/..",
		"/edit//evil.example/..//m.toml", "//evil.example/edit/m.toml", "/.//evil.example", "/%2f%2fevil.example"} {
		_, all := p.wire("GET " + target + " HTTP/1.1\r\n" + host + p.cookies() + "\r\n")
		_, location, found := strings.Cut(all, "Location:[")
		if found && (strings.HasPrefix(location, "//") || !strings.HasPrefix(location, "/") ||
			strings.HasPrefix(location, `/\`)) {
			t.Errorf("%s leads to %s", target, location[:min(60, len(location))])
		}
	}
}

// TestLargeHeaders checks the limit that the server of the program has.
func TestLargeHeaders(t *testing.T) {
	p := open(t, nil)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = p.server.Serve(t.Context(), listener) }()
	begin := "GET / HTTP/1.1\r\nHost: " + strings.TrimPrefix(p.url, "http://") + "\r\n" + p.cookies()
	p.url = "http://" + listener.Addr().String()
	for name, header := range map[string]string{"large": "X: " + strings.Repeat("x", 1<<20) + "\r\n",
		"many": strings.Repeat("X: 1\r\n", 10_000)} {
		if statuses, _ := p.wire(begin + header + "\r\n"); len(statuses) > 0 && statuses[0] < 400 {
			t.Errorf("%s: %v", name, statuses)
		}
	}
	if statuses, _ := p.wire(begin + "\r\n"); len(statuses) != 1 || statuses[0] != http.StatusOK {
		t.Error("an honest one:", statuses)
	}
}
