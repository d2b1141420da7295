package pdf

import (
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/origin"
)

// TestReadingOrder: the digest has the words of lines at the same height from left to right, as PDFium reads them, and
// other lines as they are drawn.
func TestReadingOrder(t *testing.T) {
	line := func(text string, x, baseline float64, turn flow.Turn) layout.Line {
		return layout.Line{Baseline: baseline, Turn: turn, Runs: []layout.Run{{Text: text, X: x, Width: 40}}}
	}
	for _, c := range []struct {
		want  string
		lines []layout.Line
	}{
		{"a b", []layout.Line{line("a", 0, 20, 0), line("b", 100, 20, 0)}},
		{"b a", []layout.Line{line("a", 100, 20, 0), line("b", 0, 20.5, 0)}},
		{"x c b a y", []layout.Line{line("x", 200, 9, 0), line("b", 50, 20, 0), line("a", 100, 20, 0),
			line("c", 0, 20, 0), line("y", 0, 31, 0)}},
		{"a b", []layout.Line{line("a", 100, 20, 0), line("b", 0, 31, 0)}},
		{"a b", []layout.Line{line("a", 30, 20, 0), line("b", 0, 20, 0)}}, // one over the other
		{"a b", []layout.Line{line("a", 100, 20, flow.TurnDown), line("b", 0, 20, flow.TurnDown)}},
	} {
		words := origin.NewWords()
		words.Add(c.want)
		got := wordsOf(&layout.Result{Pages: []layout.Page{{Lines: c.lines}}})
		if got != words.Sum() {
			t.Errorf("not %q", c.want)
		}
	}
}
