package layout

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestAround: lines stand at the sides of a float where there is an inch of room for
// them, and below it otherwise (ECMA-376-1, 20.4.2.17). The float is 20 pt high: two
// lines.
func TestAround(t *testing.T) {
	const text = "aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa" // 20.26 pt with a space
	for name, c := range map[string]struct {
		wrap flow.Wrap
		x    float64
		want string // words of the lines, and depth of the first line
	}{
		"none":   {flow.WrapNone, 0, "9 5 at 0, 9"},
		"left":   {flow.WrapSquare, 0, "5 5 4 at 80, 9"},
		"right":  {flow.WrapSquare, 120, "6 6 2 at 0, 9"},
		"middle": {flow.WrapSquare, 60, "9 5 at 0, 29"}, // too narrow at both sides
		"both":   {flow.WrapSquare, -80, "9 5 at 0, 9"},
		"larger": {flow.WrapLarger, 75, "3 3 8 at 0, 9"},
		"only":   {flow.WrapRight, 75, "9 5 at 0, 29"},
		"below":  {flow.WrapBelow, 0, "9 5 at 0, 29"},
	} {
		p := wordText(text)
		p.Floats = []flow.Float{{X: flow.Anchor{At: c.x}, Width: 80, Height: 20, Wrap: c.wrap}}
		lines := Pages(wordPaper(190, 500, p), shipped.Family(t)).Pages[0].Lines
		got := ""
		for _, l := range lines {
			got += fmt.Sprint(len(strings.Fields(l.Text())), " ")
		}
		got += fmt.Sprintf("at %.0f, %.0f", lines[0].Runs[0].X-50, lines[0].Baseline-50)
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestBothSides: a line goes on after a float in its middle.
func TestBothSides(t *testing.T) {
	p := wordText(strings.Repeat("aaaa ", 14))
	p.Floats = []flow.Float{{X: flow.Anchor{At: 80}, Width: 40, Height: 20, Wrap: flow.WrapSquare}}
	line := Pages(wordPaper(200, 500, p), shipped.Family(t)).Pages[0].Lines[0]
	if len(line.Runs) != 2 || line.Runs[0].X != 50 || line.Runs[1].X != 50+120 ||
		len(strings.Fields(line.Text())) != 8 {
		t.Errorf("%+v", line.Runs)
	}
}

// TestTabsBeside: a line with a tab stands beside a float.
func TestTabsBeside(t *testing.T) {
	p := wordText("")
	p.Runs = []flow.Run{{Text: "a", Font: p.Font}, {Kind: flow.TabStop, Font: p.Font}, {Text: "b", Font: p.Font}}
	p.Floats = []flow.Float{{Width: 80, Height: 20, Wrap: flow.WrapSquare}}
	line := Pages(wordPaper(200, 500, p), shipped.Family(t)).Pages[0].Lines[0]
	if first, last := line.Runs[0], line.Runs[len(line.Runs)-1]; first.X != 130 || last.X != 50+108 {
		t.Errorf("a at %v, b at %v", first.X, last.X)
	}
}

// TestNextParagraphs: paragraphs below the one of the anchor stand beside a float,
// too, and tables stand below it when there is no room.
func TestNextParagraphs(t *testing.T) {
	p := wordText("x")
	p.Floats = []flow.Float{{Width: 100, Height: 40, Wrap: flow.WrapSquare}}
	table := &flow.Table{Edges: []float64{0, 150}, Frame: flow.Sides,
		Rows: []flow.Row{{Cells: []flow.Cell{{Blocks: []flow.Block{wordText("table")}}}}}}
	lines := Pages(wordPaper(200, 500, p, wordText("y"), table), shipped.Family(t)).Pages[0].Lines
	if lines[1].Runs[0].X != 150 {
		t.Errorf("y at %v", lines[1].Runs[0].X)
	}
	if got := lines[2]; got.Runs[0].X != 50 || got.Baseline < 50+40+9 {
		t.Errorf("the table at %v, %v", got.Runs[0].X, got.Baseline)
	}
}

// TestHighFloat: a table with text around it that does not fit on its page stands in
// the text, where it is divided.
func TestHighFloat(t *testing.T) {
	table := &flow.Table{Edges: []float64{0, 100}, Frame: flow.Sides}
	for range 9 {
		table.Rows = append(table.Rows, flow.Row{Cells: []flow.Cell{{Blocks: []flow.Block{wordText("row")}}}})
	}
	p := wordText("text")
	p.Floats = []flow.Float{{Width: 100, Blocks: []flow.Block{table}, Wrap: flow.WrapSquare, Grows: true}}
	pages := wordLines(t, wordPaper(200, 60, p))
	if len(pages) != 2 || len(pages[0]) != 5 || pages[1][4] != "text" {
		t.Errorf("%q", pages)
	}
}

// TestFitsText: a frame without a width is as wide as its text.
func TestFitsText(t *testing.T) {
	p := wordText(strings.Repeat("aaaa ", 14))
	frame := wordText("aaaa")
	p.Floats = []flow.Float{{X: flow.Anchor{From: flow.FromMargin, Set: true, Align: flow.Right},
		Blocks: []flow.Block{frame}, Wrap: flow.WrapSquare, Grows: true}}
	lines := Pages(wordPaper(200, 500, p), shipped.Family(t)).Pages[0].Lines
	if x := lines[0].Runs[0].X; x < 50+180 || x > 50+183 {
		t.Errorf("the frame is at %v", x)
	}
}

// TestFirstIndentBeside: the first line is indented beside a float, too.
func TestFirstIndentBeside(t *testing.T) {
	p := wordText("a")
	p.First = 10
	p.Floats = []flow.Float{{Width: 80, Height: 20, Wrap: flow.WrapSquare}}
	line := Pages(wordPaper(200, 500, p), shipped.Family(t)).Pages[0].Lines[0]
	if got := line.Runs[0].X; got != 50+80+10 {
		t.Errorf("at %v", got)
	}
}
