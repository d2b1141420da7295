package web

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// lastUse is the time of the last request of a browser that was let in.
type lastUse struct {
	mu sync.Mutex
	at time.Time
}

func (u *lastUse) set(now time.Time) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.at = now
}

func (u *lastUse) since(now time.Time) time.Duration {
	u.mu.Lock()
	defer u.mu.Unlock()
	return now.Sub(u.at)
}

// alive is asked by open pages every few minutes.
func (s *Server) alive(w http.ResponseWriter, _ *http.Request) error {
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// isIdle reports whether no page has been open for long, and no batch is made.
func (s *Server) isIdle() bool {
	s.job.mu.Lock()
	isBusy := s.job.cancel != nil && !s.job.finished
	s.job.mu.Unlock()
	return !isBusy && s.used.since(s.Now()) > s.Idle
}

// untilIdle returns a context that ends when the server is idle. After a computer has slept, open pages get time to
// send their next request.
func (s *Server) untilIdle(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	if s.Idle <= 0 {
		return ctx, cancel
	}
	s.used.set(s.Now())
	go func() {
		ticks := time.NewTicker(s.Idle / 4)
		defer ticks.Stop()
		for wasIdle := false; ; {
			select {
			case <-ctx.Done():
				return
			case <-ticks.C:
				isIdle := s.isIdle()
				if isIdle && wasIdle {
					cancel()
				}
				wasIdle = isIdle
			}
		}
	}()
	return ctx, cancel
}
