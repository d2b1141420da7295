package web

import (
	"context"
	"net"
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
