package online

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestExchange: data are sent and answers returned; each fault is reported.
func TestExchange(t *testing.T) {
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/echo":
			body, _ := io.ReadAll(r.Body)
			io.WriteString(w, r.Method+" "+r.Header.Get("Content-Type")+" "+string(body))
		case "/large":
			w.Write(make([]byte, maxSize+1))
		default:
			http.Error(w, "нет", http.StatusForbidden)
		}
	})
	plain, secure := httptest.NewServer(handler), httptest.NewTLSServer(handler)
	defer plain.Close()
	defer secure.Close()
	if got, err := Post(t.Context(), plain.URL+"/echo", TimestampQuery, []byte("да")); err != nil ||
		string(got) != "POST application/timestamp-query да" {
		t.Errorf("%s, %v", got, err)
	}
	if got, err := Get(t.Context(), plain.URL+"/echo"); err != nil || string(got) != "GET  " {
		t.Errorf("%s, %v", got, err)
	}
	closed := httptest.NewServer(handler)
	closed.Close()
	for address, want := range map[string]string{
		plain.URL + "/x":     "ответил ошибкой 403",
		plain.URL + "/large": "больше 20 МБ",
		closed.URL:           "недоступен: нет соединения",
		secure.URL + "/echo": "его сертификату нельзя доверять",
		"ftp://a/b":          "не адрес сервера",
		"file:///etc/passwd": "не адрес сервера",
		"tsa":                "не адрес сервера",
		"http://a.invalid/":  "недоступен",
	} {
		if _, err := Get(t.Context(), address); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", address, err, want)
		}
	}
}
