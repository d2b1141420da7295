package layout

import (
	"math"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// turnedTable returns a table whose first cell is turned, over so many rows, beside cells
// with the given texts, one a row.
func turnedTable(turn flow.Turn, down flow.Align, label *flow.Paragraph, beside ...string) *flow.Table {
	t := &flow.Table{Frame: flow.Sides, Edges: []float64{0, 20, 200}}
	for i, text := range beside {
		first := flow.Cell{Rows: len(beside), Turn: turn, Down: down, Blocks: []flow.Block{label}}
		if i > 0 {
			first = flow.Cell{Covered: true}
		}
		t.Rows = append(t.Rows, flow.Row{Cells: []flow.Cell{first, {Blocks: []flow.Block{wordText(text)}}}})
	}
	return t
}

// TestTurned: the row is as high as the turned text needs, over several rows no higher
// than those; the text goes up from the lower left corner of the cell, or down from the
// upper right one, and is aligned across (ECMA-376-1, 17.4.72).
func TestTurned(t *testing.T) {
	const height = 11.5 // of a line
	label := strings.Repeat("a", 20)
	width := 20 * 4.44
	for name, c := range map[string]struct {
		table *flow.Table
		x, y  float64 // of the origin, from the corner of the table
		ends  float64 // height of the table
	}{
		"up":       {turnedTable(flow.TurnUp, flow.Left, wordText(label), "b"), 0, width, width},
		"down":     {turnedTable(flow.TurnDown, flow.Left, wordText(label), "b"), 20, 0, width},
		"centred":  {turnedTable(flow.TurnUp, flow.Center, wordText(label), "b"), (20 - height) / 2, width, width},
		"two rows": {turnedTable(flow.TurnUp, flow.Left, wordText("aa"), "b", "c"), 0, 2 * height, 2 * height},
	} {
		page := Pages(wordPaper(300, 500, c.table, wordText("end")), shipped.Family(t)).Pages[0]
		var turned, last *Line
		for i := range page.Lines {
			if l := &page.Lines[i]; l.Turn != flow.NoTurn {
				turned = l
			} else {
				last = l
			}
		}
		if turned == nil || math.Abs(turned.AtX-50-c.x) > 1 || math.Abs(turned.AtY-50-c.y) > 12 {
			t.Fatalf("%s: %+v", name, turned)
		}
		if got := last.Baseline - 50 - 9; math.Abs(got-c.ends) > 12 {
			t.Errorf("%s: the table is %v high, want %v", name, got, c.ends)
		}
		if x, y := turned.OnPage(10, 0); x != turned.AtX || math.Abs(math.Abs(y-turned.AtY)-10) > 0.01 {
			t.Errorf("%s: 10 pt along the line is at %v, %v", name, x, y)
		}
	}
}

// TestTurnedStrokes: underlines and shades go along with the letters.
func TestTurnedStrokes(t *testing.T) {
	label := wordText("aaaa")
	label.Runs[0].Effects = &flow.Effects{Underline: flow.Single, Shade: 0xFFCCCCCC}
	page := Pages(wordPaper(300, 500, turnedTable(flow.TurnUp, flow.Left, label, "b")), shipped.Family(t)).Pages[0]
	found := false
	for _, r := range page.Rules {
		found = found || r.X1 == r.X2 && math.Abs(math.Abs(r.Y2-r.Y1)-4*4.44) < 0.5
	}
	if !found || len(page.Fills) != 1 || page.Fills[0].Height < page.Fills[0].Width {
		t.Errorf("%v, %v", page.Rules, page.Fills)
	}
}

// TestTurnedInHighRow: in a row higher than a page the turned text stays on the sheet.
func TestTurnedInHighRow(t *testing.T) {
	for _, turn := range []flow.Turn{flow.TurnUp, flow.TurnDown} {
		table := turnedTable(turn, flow.Left, wordText(strings.Repeat("aaaa ", 40)), "b")
		table.Rows[0].Least = 900
		result := Pages(wordPaper(300, 500, table), shipped.Family(t))
		if result.Beyond != "" {
			t.Errorf("turn %v: beyond the sheet: %q", turn, result.Beyond)
		}
	}
}
