package pdf

import (
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/layout"
)

// TestTurnedLines: a turned line is drawn in a frame of its own, a link in it is where its
// letters are (ISO 32000-1, 8.3.4).
func TestTurnedLines(t *testing.T) {
	run := layout.Run{X: 10, Width: 40, Size: 10}
	up, down := layout.Line{Turn: flow.TurnUp, AtX: 100, AtY: 200, Baseline: 10}, layout.Line{Turn: flow.TurnDown,
		AtX: 100, AtY: 200, Baseline: 10}
	if got, want := linkArea(&up, &run, 500), [4]float64{102.5, 310, 112.5, 350}; got != want {
		t.Errorf("up: %v, want %v", got, want)
	}
	if got, want := linkArea(&down, &run, 500), [4]float64{87.5, 250, 97.5, 290}; got != want {
		t.Errorf("down: %v, want %v", got, want)
	}
	if got, want := linkArea(&layout.Line{Baseline: 100}, &run, 500), [4]float64{10, 397.5, 50, 407.5}; got != want {
		t.Errorf("horizontal: %v, want %v", got, want)
	}
}

// TestCutLines: a line that is cut off is clipped there, outside of marked content (ISO 32000-1, 8.5.4).
func TestCutLines(t *testing.T) {
	c := &canvas{height: 500, inside: true}
	c.line(&layout.Line{Baseline: 100, Cut: true, Depth: -3,
		Runs: []layout.Run{{X: 10, Width: 40, Size: 10, Kind: layout.TabStop}}})
	if got, want := string(c.buf), "EMC\nq 0 403 60 97 re W n\nQ\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
