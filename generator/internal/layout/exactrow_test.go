package layout

import (
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestSmallLetters: a line of small letters whose baseline is below its row of fixed height is told, though it is less
// high than the space that letters of usual size leave free.
func TestSmallLetters(t *testing.T) {
	for height, want := range map[float64]string{13: "b", 15: "", 17: ""} {
		p := wordText("a")
		p.Font.Size = 7
		p.Runs = []flow.Run{{Text: "a", Font: p.Font}, {Kind: flow.LineBreak}, {Text: "b", Font: p.Font}}
		result := Pages(wordPaper(200, 300, exactRow(height, p)), shipped.Family(t))
		if result.Overfull.Text != want || result.Cut.Text != "" {
			t.Errorf("%v: %q, %q", height, result.Overfull.Text, result.Cut.Text)
		}
	}
}

// TestInnerBorders: the borders and the shading of a table end with the row of fixed height that it is in.
func TestInnerBorders(t *testing.T) {
	line := flow.Border{Kind: flow.Single, Width: 0.5}
	cell := flow.Cell{Blocks: []flow.Block{wordText("a")}, Shade: flow.Solid | 0xCCCCCC,
		Borders: flow.Borders{Top: line, Bottom: line, Left: line, Right: line}}
	inner := flow.Table{Frame: flow.Sides, Edges: []float64{0, 50}}
	for range 4 {
		inner.Rows = append(inner.Rows, flow.Row{Cells: []flow.Cell{cell}})
	}
	for _, loose := range []bool{false, true} {
		paper := wordPaper(200, 300, exactRow(30, &inner))
		paper.LooseBorders = loose
		page := Pages(paper, shipped.Family(t)).Pages[0]
		end := 0.0
		for _, r := range page.Rules {
			end = max(end, r.Y1, r.Y2)
		}
		for _, f := range page.Fills {
			end = max(end, f.Y+f.Height)
		}
		if (end > 80+slack) != loose || end < 80-slack {
			t.Errorf("loose %v: lines end at %v", loose, end)
		}
	}
}

// TestFloatsInExactRows: a picture or a box beside text that ends below its row of fixed height is told.
func TestFloatsInExactRows(t *testing.T) {
	for _, c := range []struct {
		f    flow.Float
		want int
	}{
		{flow.Float{Width: 9, Height: 19, Path: "a"}, 0},
		{flow.Float{Width: 9, Height: 40, Path: "a"}, 1},
		{flow.Float{Width: 9, Height: 19, Path: "a", Y: flow.Anchor{At: 9}}, 1},
		{flow.Float{Width: 9, Height: 40, Path: "a", Y: flow.Anchor{From: flow.FromPage}}, 0},
		{boxOf(wordText("a")), 1},
	} {
		p := wordText("a")
		p.Floats = []flow.Float{c.f}
		result := Pages(wordPaper(200, 300, exactRow(20, p)), shipped.Family(t))
		if result.Floats.Count != c.want || c.want > 0 && result.Floats.First != p {
			t.Errorf("%+v: %+v", c.f, result.Floats)
		}
	}
}
