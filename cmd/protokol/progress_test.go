package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// TestProgress: count, rate and time left, a few times a second; no output
// unless on a terminal.
func TestProgress(t *testing.T) {
	var w bytes.Buffer
	now := time.Unix(0, 0)
	p := &progress{w: &w, now: func() time.Time { return now }, start: now}
	now = now.Add(time.Second)
	p.step(100, 7300)
	p.step(101, 7300) // too early to draw again
	if got := w.String(); got != "\r100 из 7300 · 100 в секунду · осталось 1:12 " {
		t.Errorf("%q", got)
	}
	p.step(7300, 7300)
	if !strings.Contains(w.String(), "7300 из 7300") || !strings.Contains(w.String(), "осталось 0:00") {
		t.Errorf("%q", w.String())
	}
	silent := newProgress(&w)
	before := w.Len()
	silent.step(1, 1)
	silent.done()
	if w.Len() != before {
		t.Error("drew into what is no terminal")
	}
}
