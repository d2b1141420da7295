package layout

import (
	"math"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestPageFrame: the frame stands as far from the edges of the page, or from the text, as
// it says, on the pages that it says (ECMA-376-1, 17.6.10).
func TestPageFrame(t *testing.T) {
	line := flow.Border{Kind: flow.Single, Width: 1, Space: 10}
	all := flow.Borders{Top: line, Bottom: line, Left: line, Right: line}
	for name, c := range map[string]struct {
		frame flow.PageFrame
		rules [2]int
		left  float64
	}{
		"page":   {flow.PageFrame{Borders: all}, [2]int{4, 4}, 9.5},
		"text":   {flow.PageFrame{Borders: all, AtText: true}, [2]int{4, 4}, 39.5},
		"first":  {flow.PageFrame{Borders: all, NoOther: true}, [2]int{4, 0}, 9.5},
		"others": {flow.PageFrame{Borders: flow.Borders{Left: line}, NoFirst: true}, [2]int{0, 1}, 10},
	} {
		paper := wordPaper(200, 300, wordText("a"), flow.PageBreak{}, wordText("b"))
		paper.Blocks[0].(*flow.Section).Frame = &c.frame
		for i, page := range Pages(paper, shipped.Family(t)).Pages {
			if len(page.Rules) != c.rules[i] {
				t.Errorf("%s: %d rules on page %d", name, len(page.Rules), i+1)
			}
			least := math.Inf(1)
			for _, r := range page.Rules {
				least = min(least, r.X1)
			}
			if len(page.Rules) > 0 && least != c.left {
				t.Errorf("%s: at %v", name, least)
			}
		}
	}
}

// TestPageFrameCorners: lines meet in the corners: those of a double frame in two rings.
func TestPageFrameCorners(t *testing.T) {
	double := flow.Border{Kind: flow.Double, Width: 2, Space: 10}
	paper := wordPaper(200, 300, wordText("a"))
	paper.Blocks[0].(*flow.Section).Frame = &flow.PageFrame{
		Borders: flow.Borders{Top: double, Bottom: double, Left: double, Right: double}}
	rules := Pages(paper, shipped.Family(t)).Pages[0].Rules
	if len(rules) != 8 {
		t.Fatalf("%d rules", len(rules))
	}
	for i, at := range []float64{12, 8} { // inner and outer ring
		top, left := rules[i], rules[4+i]
		if top.Y1 != at || left.X1 != at || top.X1 != at-1 || left.Y1 != at-1 || top.X2 != 301-at || left.Y2 != 401-at {
			t.Errorf("ring %d: %+v, %+v", i, top, left)
		}
	}
}

// TestMirror: the margins of even pages are exchanged (ECMA-376-1, 17.15.1.57).
func TestMirror(t *testing.T) {
	paper := wordPaper(200, 300, wordText("a"), flow.PageBreak{}, wordText("b"))
	section := paper.Blocks[0].(*flow.Section)
	section.Mirror, section.Page.Left, section.Page.Right = true, 70, 30
	pages := Pages(paper, shipped.Family(t)).Pages
	if odd, even := pages[0].Lines[0].Runs[0].X, pages[1].Lines[0].Runs[0].X; odd != 70 || even != 30 {
		t.Errorf("at %v and %v", odd, even)
	}
}

// TestGrid: lines on a grid are as high as a multiple of its pitch, unless they are exactly
// so high as they say (ECMA-376-1, 17.6.5).
func TestGrid(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*flow.Paragraph)
		want   float64
	}{
		"single":  {func(*flow.Paragraph) {}, 18},
		"large":   {func(p *flow.Paragraph) { p.Runs[0].Font.Size = 20 }, 36},
		"exactly": {func(p *flow.Paragraph) { p.Pitch, p.Line = flow.Exactly, 13 }, 13},
		"double":  {func(p *flow.Paragraph) { p.Spacing = 2 }, 36},
	} {
		p := wordText("a a a a")
		c.change(p)
		p.Grid = 18
		lines := Pages(wordPaper(12, 300, p), shipped.Family(t)).Pages[0].Lines
		if got := lines[1].Baseline - lines[0].Baseline; math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestPagesWithBlanks: the number of pages counts the empty ones before sections that begin
// on odd pages, so that no page has a larger number.
func TestPagesWithBlanks(t *testing.T) {
	number := wordText("")
	number.Runs = []flow.Run{{Kind: flow.PageOf, Font: number.Font}, {Text: " / ", Font: number.Font},
		{Kind: flow.PagesOf, Font: number.Font}}
	paper := wordPaper(200, 300, wordText("a"))
	first := paper.Blocks[0].(*flow.Section)
	first.Feet.Default = []flow.Block{number}
	second := *first
	second.Start = flow.OddPage
	paper.Blocks = append(paper.Blocks, &second, wordText("b"))
	got := wordLines(t, paper)
	if len(got) != 3 || got[0][1] != "1 / 3" || got[2][1] != "3 / 3" {
		t.Errorf("%q", got)
	}
}

// TestFramedSpace: space inside a frame around several paragraphs is kept, and the lines at its sides go through it.
func TestFramedSpace(t *testing.T) {
	p, q := wordText("a"), wordText("b")
	side := flow.Border{Kind: flow.Single, Width: 1}
	p.Borders = &flow.Borders{Top: side, Left: side}
	q.Borders = &flow.Borders{Top: flow.Border{Space: 8}, Left: side}
	page := Pages(wordPaper(200, 100, p, q), shipped.Family(t)).Pages[0]
	if by := page.Lines[1].Baseline - page.Lines[0].Baseline; math.Abs(by-19.5) > 0.2 {
		t.Errorf("the paragraphs are %v pt apart", by)
	}
	if len(page.Rules) != 3 || page.Rules[1].Y2 != page.Rules[2].Y1 {
		t.Errorf("%+v", page.Rules)
	}
}
