package layout

import (
	"math"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// fitTable returns a table of one row with the given texts, in columns so wide.
func fitTable(fit flow.Fit, widths []float64, texts ...string) *flow.Table {
	t := &flow.Table{Frame: flow.Sides, Fit: fit, Edges: []float64{0}}
	row := flow.Row{}
	for i, text := range texts {
		t.Edges = append(t.Edges, t.Edges[i]+widths[i])
		row.Cells = append(row.Cells, flow.Cell{Blocks: []flow.Block{wordText(text)}})
	}
	t.Rows = []flow.Row{row}
	return t
}

// TestFit: columns that may give way are as wide as their widest word at least, at the
// expense of the others; without widths of their own, their content makes them
// (ECMA-376-1, 17.18.87).
func TestFit(t *testing.T) {
	const letter = 4.44 // Liberation Serif, 10 pt
	long, short := strings.Repeat("a", 10), "a"
	for name, c := range map[string]struct {
		table *flow.Table
		want  []float64 // edges
	}{
		"fixed":  {fitTable(flow.FitNot, []float64{20, 60}, long, short), []float64{0, 20, 80}},
		"enough": {fitTable(flow.FitWords, []float64{50, 60}, long, short), []float64{0, 50, 110}},
		"a word": {fitTable(flow.FitWords, []float64{20, 60}, long, short), []float64{0, 10 * letter, 80}},
		"wider": {fitTable(flow.FitWords, []float64{20, 40}, long, long), []float64{0, 10 * letter,
			20 * letter}},
		"no room": {fitTable(flow.FitWords, []float64{20, 40}, long+long+long, long+long+long), []float64{0, 20,
			60}},
		"by content": {fitTable(flow.FitContent, []float64{50, 50}, long, short), []float64{0, 10 * letter,
			11 * letter}},
		"content, too": {fitTable(flow.FitContent, []float64{9, 9}, strings.Repeat(long+" ", 9), short), []float64{0,
			200 - letter, 200}},
	} {
		s := newSetter(wordPaper(200, 500), shipped.Family(t), 0)
		s.right = 200
		got := s.fitted(c.table)
		for i := range c.want {
			if math.Abs(got[i]-c.want[i]) > 0.3 {
				t.Errorf("%s: %v, want %v", name, got, c.want)
				break
			}
		}
		s.release()
	}
}

// TestFitCenter: a centred table stays centred when its columns become wider.
func TestFitCenter(t *testing.T) {
	table := fitTable(flow.FitWords, []float64{20}, strings.Repeat("a", 10))
	table.Align, table.Shift = flow.Center, 90
	line := Pages(wordPaper(200, 500, table), shipped.Family(t)).Pages[0].Lines[0]
	if got := line.Runs[0].X - 50; math.Abs(got-(100-22.2)) > 0.1 {
		t.Errorf("at %v", got)
	}
}

// TestFitWanted: a table by its content is as wide as it asks for.
func TestFitWanted(t *testing.T) {
	table := fitTable(flow.FitContent, []float64{50, 50}, "aaaa", "aa")
	table.Wanted = 120
	s := newSetter(wordPaper(200, 500), shipped.Family(t), 0)
	defer s.release()
	s.right = 200
	if got := s.fitted(table); math.Abs(got[1]-80) > 0.1 || math.Abs(got[2]-120) > 0.1 {
		t.Errorf("%v", got)
	}
}
