package layout

import (
	"math"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestFloatTops: floats are measured from the upper edge of their paragraph, below the space after the one before, or
// from its first line; there is no space above it at the top of a page (ECMA-376-1, 20.4.3.5).
func TestFloatTops(t *testing.T) {
	line, _ := wordStrip(t)
	for _, c := range []struct {
		before, after, height float64
		lines                 int
		earlier               bool
		fromText, fromLine    float64
	}{
		{before: 30, height: 300, lines: 1, fromText: line, fromLine: line + 30},
		{before: 30, after: 10, height: 300, lines: 1, fromText: line + 10, fromLine: line + 30},
		{before: 10, after: 30, height: 300, lines: 1, fromText: line + 30, fromLine: line + 30},
		{before: 30, height: 300, fromLine: 30},
		{before: 30, after: 10, height: 300, lines: 1, earlier: true, fromText: line + 30, fromLine: line + 30},
		{before: 30, height: 4 * line, lines: 4},
	} {
		var blocks []flow.Block
		for range c.lines {
			p := wordText("a")
			p.Loose, p.After = true, c.after
			blocks = append(blocks, p)
		}
		p := wordText("b")
		p.Before = c.before
		p.Floats = []flow.Float{{Width: 9, Height: 9, Path: "a"},
			{Width: 9, Height: 9, Path: "b", Y: flow.Anchor{From: flow.FromLine}}}
		paper := wordPaper(200, c.height, append(blocks, p)...)
		paper.EarlierFloats = c.earlier
		pages := Pages(paper, shipped.Family(t)).Pages
		pictures := pages[len(pages)-1].Pictures
		if got := [2]float64{pictures[0].Y - 50, pictures[1].Y - 50}; math.Abs(got[0]-c.fromText) > slack ||
			math.Abs(got[1]-c.fromLine) > slack {
			t.Errorf("%+v: at %v", c, got)
		}
	}
}

// wordStrip returns the height and the depth of the baseline of a line of wordText.
func wordStrip(t *testing.T) (height, baseline float64) {
	s := newSetter(wordPaper(200, 300), shipped.Family(t), 0)
	defer s.release()
	return s.lineHeight(flow.Font{Size: 10}, 1)
}

// TestFloatsInColumns: floats in the second column are measured from its edges.
func TestFloatsInColumns(t *testing.T) {
	for earlier, want := range map[bool]float64{false: 50 + 120 + 60 - 9, true: 50 + 60 - 9} {
		p := wordText("b")
		p.Floats = []flow.Float{{Width: 9, Height: 9, Path: "a", X: flow.Anchor{Set: true, Align: flow.Right}}}
		paper := columnPaper(300, 1, flow.PageBreak{Column: true}, p)
		paper.EarlierFloats = earlier
		page := Pages(paper, shipped.Family(t)).Pages[0]
		if got := page.Pictures[0].X; math.Abs(got-want) > slack {
			t.Errorf("earlier %v: at %v, want %v", earlier, got, want)
		}
	}
}

// TestBoxesWithTables: a box has its own width also if it begins with a table, but a floating table has that of its
// columns.
func TestBoxesWithTables(t *testing.T) {
	for _, c := range []struct {
		width, want float64
		earlier     bool
	}{{60, 60, false}, {60, 90, true}, {0, 90, false}} {
		p := wordText("b")
		p.Floats = []flow.Float{{Width: c.width, Height: 9, Border: flow.Border{Kind: flow.Single, Width: 1},
			Blocks: []flow.Block{&flow.Table{Edges: []float64{0, 90}, Frame: flow.Sides, Rows: []flow.Row{
				{Cells: []flow.Cell{{Blocks: []flow.Block{wordText("a")}}}}}}}}}
		paper := wordPaper(200, 300, p)
		paper.TableBoxes = c.earlier
		top := Pages(paper, shipped.Family(t)).Pages[0].Rules[0]
		if got := top.X2 - top.X1; math.Abs(got-c.want) > slack {
			t.Errorf("%+v: %v wide", c, got)
		}
	}
}
