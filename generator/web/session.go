package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"
)

// sessions are the browsers that were let in, and the token for the next one.
type sessions struct {
	random func() string
	now    func() time.Time

	mu      sync.Mutex
	next    string            // the token, used once
	known   map[[32]byte]bool // digests of cookies
	wrong   int               // tokens tried in vain since
	blocked time.Time         // the time until which none is taken
}

// Guessing is hopeless for the length of the token; these limits make it visible,
// too.
const (
	maxWrong  = 10
	blockTime = time.Minute
)

func newSessions(random func() string, now func() time.Time) *sessions {
	return &sessions{random: random, now: now, next: random(), known: map[[32]byte]bool{}}
}

func (s *sessions) token() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.next
}

var (
	errToken = errors.New("ссылка не подходит: она действует один раз; откройте адрес, который программа " +
		"напечатала последним")
	errBlocked = errors.New("слишком много неверных попыток; подождите минуту")
)

// exchange takes the token and returns the value of a cookie.
func (s *sessions) exchange(token string) (cookie string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.now().Before(s.blocked) {
		return "", errBlocked
	}
	if subtle.ConstantTimeCompare([]byte(token), []byte(s.next)) != 1 {
		if s.wrong++; s.wrong >= maxWrong {
			s.wrong, s.blocked = 0, s.now().Add(blockTime)
		}
		return "", errToken
	}
	s.wrong, s.next = 0, s.random()
	cookie = s.random()
	s.known[sha256.Sum256([]byte(cookie))] = true
	return cookie, nil
}

func (s *sessions) has(cookie string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.known[sha256.Sum256([]byte(cookie))]
}

// cookieName holds the port: cookies of one host are common to all its ports, and
// two servers must not clash.
func (s *Server) cookieName() string {
	return "protokol-" + strconv.Itoa(s.Addr.(*net.TCPAddr).Port)
}

// enter exchanges the token from the fragment of the address for a cookie. The
// fragment is not sent to servers, and the token is worth nothing afterwards.
func (s *Server) enter(w http.ResponseWriter, r *http.Request) {
	var request struct{ Token string }
	if err := readJSON(r, &request); err != nil {
		refuse(w, http.StatusBadRequest, err.Error())
		return
	}
	cookie, err := s.sessions.exchange(request.Token)
	if err != nil {
		refuse(w, http.StatusForbidden, sentenceOf(err))
		return
	}
	http.SetCookie(w, &http.Cookie{Name: s.cookieName(), Value: cookie, Path: "/", HttpOnly: true,
		SameSite: http.SameSiteStrictMode})
	if s.Announce != nil {
		s.Announce(s.Address(""))
	}
	w.WriteHeader(http.StatusNoContent)
}

// handler answers a request of a browser that was let in.
type handler func(w http.ResponseWriter, r *http.Request) error

// statusError is an error with its HTTP status code.
type statusError struct {
	status int
	text   string
}

func (e statusError) Error() string { return e.text }

func failf(status int, format string, args ...any) error {
	return statusError{status, fmt.Sprintf(format, args...)}
}

// unprocessable returns the answer to a request that err stopped; an error with a status
// stays as it is.
func unprocessable(err error) error {
	if known, ok := errors.AsType[statusError](err); ok {
		return known
	}
	return failf(http.StatusUnprocessableEntity, "%s", withSigners(sentenceOf(err)))
}

// wasLetIn reports whether a browser sends the cookie that it was given. Another server
// of this computer can add cookies of the same name: those are passed over.
func (s *Server) wasLetIn(r *http.Request) bool {
	return slices.ContainsFunc(r.CookiesNamed(s.cookieName()), func(c *http.Cookie) bool {
		return s.sessions.has(c.Value)
	})
}

// inside answers requests with a cookie; others get the page that exchanges the
// token.
func (s *Server) inside(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.wasLetIn(r) {
			if r.Method != http.MethodGet || r.Header.Get("Sec-Fetch-Mode") != "" &&
				r.Header.Get("Sec-Fetch-Mode") != "navigate" {
				refuse(w, http.StatusUnauthorized, "Откройте адрес, который напечатала программа.")
				return
			}
			s.show(w, http.StatusUnauthorized, "enter", nil)
			return
		}
		s.used.set(s.Now())
		answer := newAnswer(w, r)
		err := h(answer, r)
		var known statusError
		if err != nil && !errors.As(err, &known) {
			known = statusError{http.StatusInternalServerError, sentenceOf(err)}
		}
		switch {
		case err == nil:
			answer.send()
		case answer.isBegun:
			answer.end(known)
		default:
			s.fail(w, r, known)
		}
	})
}

// faultPage is shown instead of a page that cannot be.
type faultPage struct {
	header
	Text string
}

// fail answers with an error: a followed link gets a page with further links.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err statusError) {
	if r.Header.Get("Sec-Fetch-Mode") == "navigate" &&
		s.show(w, err.status, "fault", faultPage{s.header(""), err.text}) == nil {
		return
	}
	refuse(w, err.status, err.text)
}

// readJSON reads the body of a request. Forms cannot send its type, so no page of
// others can without asking first.
func readJSON(r *http.Request, v any) error {
	if r.Header.Get("Content-Type") != "application/json" {
		return failf(http.StatusBadRequest, "Нужен JSON.")
	}
	d := json.NewDecoder(http.MaxBytesReader(nil, r.Body, maxJSON))
	d.UseNumber()
	if err := d.Decode(v); err != nil || d.Decode(&struct{}{}) != io.EOF {
		return failf(http.StatusBadRequest, "Запрос не читается.")
	}
	return nil
}

// maxJSON limits the body of a change: a file about a meeting has at most 1 MB.
const maxJSON = 8 << 20

func writeJSON(w http.ResponseWriter, v any) error {
	w.Header().Set("Content-Type", "application/json")
	return json.NewEncoder(w).Encode(v)
}
