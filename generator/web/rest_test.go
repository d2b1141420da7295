package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"
)

// TestRest: garbage is collected some time after the last request has ended, if there is enough of it, and never while
// a request runs.
func TestRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		made, collected := uint64(0), 0
		c := &rest{allocated: func() uint64 { return made }, collect: func() { collected++ }}
		request := func(takes time.Duration, bytes uint64) {
			h := c.between(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
				made += bytes
				time.Sleep(takes)
			}))
			h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
		}
		after := func(d time.Duration, want int, why string) {
			t.Helper()
			time.Sleep(d)
			if synctest.Wait(); collected != want {
				t.Errorf("%s: %d collections instead of %d", why, collected, want)
			}
		}
		request(time.Second, restWorth)
		after(restDelay/2, 0, "the browser draws")
		request(time.Second, 0)
		after(restDelay/2, 0, "another request has come")
		after(restDelay, 1, "a pause")
		request(0, restWorth/2)
		after(2*restDelay, 1, "little garbage")
		request(0, restWorth/2)
		after(2*restDelay, 2, "enough of two requests")
		go request(time.Second, restWorth)
		synctest.Wait()
		request(0, 0)
		after(2*restDelay, 2, "a request that still runs")
		after(time.Second, 3, "all have ended")
	})
}
