package web

import (
	"context"
	"net"
	"sync/atomic"
	"testing"
	"time"
)

// TestIdle: a server ends some time after the last request, not before, and not while
// a batch is made.
func TestIdle(t *testing.T) {
	p := open(t, map[string]string{"meeting.toml": meeting})
	now := time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)
	s := p.server
	s.Now = func() time.Time { return now }
	s.Idle = time.Hour
	p.get("/api/alive")
	now = now.Add(59 * time.Minute)
	if s.isIdle() {
		t.Error("idle after 59 minutes")
	}
	p.get("/api/alive")
	now = now.Add(61 * time.Minute)
	if !s.isIdle() {
		t.Error("not idle after an hour")
	}
	s.job.cancel = func() {}
	if s.isIdle() {
		t.Error("idle while a batch is made")
	}
}

// TestIdleEnds: Serve returns when nobody uses the server any more.
func TestIdleEnds(t *testing.T) {
	s := open(t, nil).server
	s.Now, s.Idle = time.Now, 20*time.Millisecond
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if err := s.Serve(ctx, l); err != nil || ctx.Err() != nil {
		t.Errorf("%v, %v", err, ctx.Err())
	}
}

// TestSleep: a server does not end when a computer wakes up after a long sleep and its page
// is still open.
func TestSleep(t *testing.T) {
	s := open(t, nil).server
	var slept atomic.Int64
	began := time.Now()
	asked := make(chan struct{}, 100)
	s.Idle = 400 * time.Millisecond
	s.Now = func() time.Time {
		asked <- struct{}{}
		return began.Add(time.Duration(slept.Load()))
	}
	ctx, cancel := s.untilIdle(t.Context())
	defer cancel()
	<-asked // the beginning
	slept.Store(int64(10 * time.Hour))
	<-asked // the first tick after the sleep
	s.used.set(began.Add(10 * time.Hour))
	<-asked
	<-asked
	if ctx.Err() != nil {
		t.Error("the server has ended")
	}
	slept.Store(int64(20 * time.Hour))
	select {
	case <-ctx.Done():
	case <-time.After(time.Minute):
		t.Error("the server goes on without a page")
	}
}
