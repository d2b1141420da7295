package web

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
)

// maxBody limits the body of a request, such as a paper to be verified.
const maxBody = 64 << 20

// allowedHosts returns the values of the header Host that mean this server. A page
// whose name has been rebound to this address sends another (DNS rebinding); its
// Origin equals its Host, so that only a fixed list distinguishes it.
func allowedHosts(addr net.Addr) (map[string]bool, error) {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok || tcp.IP.IsUnspecified() {
		return nil, errors.New("нужен точный адрес, например 127.0.0.1:8080: по нему проверяют, кто обращается")
	}
	port := strconv.Itoa(tcp.Port)
	hosts := map[string]bool{net.JoinHostPort(tcp.IP.String(), port): true}
	if tcp.IP.IsLoopback() {
		hosts["localhost:"+port] = true
	}
	return hosts, nil
}

// policy restricts the page to resources of the server itself, and forbids framing.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard makes the checks that every request must pass.
func (s *Server) guard(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		refuse(w, http.StatusForbidden, "Запрос пришёл с чужой страницы.")
	}))
	next = origin.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if !s.hosts[r.Host] {
			refuse(w, http.StatusMisdirectedRequest, "Здесь нет такого адреса.")
			return
		}
		if isForeign(r) {
			refuse(w, http.StatusForbidden, "Запрос пришёл с чужой страницы.")
			return
		}
		if r.ContentLength > maxBody { // known before anything is sent
			w.Header().Set("Connection", "close")
			refuse(w, http.StatusRequestEntityTooLarge, "Файлы больше 64 МБ вместе.")
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	})
}

// isForeign reports whether a request comes from another page than those of this server.
// http.CrossOriginProtection compares only the host of the origin, and nothing in requests
// that are safe.
func isForeign(r *http.Request) bool {
	// "null" is what browsers send with forms of this page, which have no referrer (Fetch,
	// "append a request Origin header").
	for _, origin := range r.Header.Values("Origin") {
		if origin != "http://"+r.Host && origin != "null" {
			return true
		}
	}
	// Another server of this computer is the same site, but not the same origin.
	site := r.Header.Get("Sec-Fetch-Site")
	return (site == "cross-site" || site == "same-site") && r.Header.Get("Sec-Fetch-Mode") != "navigate"
}

// refuse answers with a status and a sentence.
func refuse(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	fmt.Fprintln(w, text)
}
