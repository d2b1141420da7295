package main

import (
	"fmt"
	"io"
	"time"

	"protokol/generator"
)

// progress shows the progress of a long command on a terminal. Elsewhere it prints nothing.
type progress struct {
	w     io.Writer // nil when silent
	now   func() time.Time
	start time.Time
	shown time.Time
}

func newProgress(w io.Writer) *progress {
	p := &progress{now: time.Now, start: time.Now()}
	if raw, ok := generator.Terminal(w); ok {
		p.w = raw
	}
	return p
}

// step reports progress. It redraws the line at most five times a second.
func (p *progress) step(done, total int) {
	now := p.now()
	if p.w == nil || now.Sub(p.shown) < 200*time.Millisecond && done < total {
		return
	}
	p.shown = now
	rate := float64(done) / max(now.Sub(p.start).Seconds(), 0.001)
	left := time.Duration(float64(total-done) / max(rate, 0.001) * float64(time.Second)).Round(time.Second)
	minutes, seconds := int(left.Minutes()), int(left.Seconds())%60
	fmt.Fprintf(p.w, "\r%d из %d · %.0f в секунду · осталось %d:%02d ", done, total, rate, minutes, seconds)
}

// done erases the line.
func (p *progress) done() {
	if p.w != nil {
		fmt.Fprintf(p.w, "\r%60s\r", "")
	}
}
