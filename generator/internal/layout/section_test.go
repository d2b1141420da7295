package layout

import (
	"math"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/shipped"
)

// TestLandscapePages checks that a page break turns the pages up to the next
// one, that the margin for binding is at the top of turned pages, and that
// tables, text and page numbers use their width.
func TestLandscapePages(t *testing.T) {
	page := shipped.Sheet(t, "gost-2025").Page
	wide := document.Table{Columns: []document.Column{{Width: 1}}}
	for range 40 {
		wide.Rows = append(wide.Rows, document.Row{Cells: []document.Cell{{Blocks: []document.Block{
			paragraph("", "ячейка")}}}})
	}
	r := laid(t, paragraph("", "до"), document.PageBreak{Landscape: true}, wide, document.PageBreak{},
		paragraph("", "после"))
	if len(r.Pages) < 4 {
		t.Fatalf("%d pages", len(r.Pages))
	}
	for i, p := range r.Pages {
		width, height, left, top, text := page.Width, page.Height, page.Left, page.Top, page.TextWidth()
		if i > 0 && i < len(r.Pages)-1 {
			width, height, left, top = page.Height, page.Width, page.Bottom, page.Left
			text = page.Height - page.Top - page.Bottom
		}
		if near := func(got, want float64) bool { return math.Abs(got-want*mm) < 1e-6 }; !near(p.Size.Width, width) ||
			!near(p.Size.Height, height) || !near(p.Size.Left, left) || !near(p.Size.Top, top) {
			t.Errorf("page %d: %+v", i+1, p.Size)
		}
		for _, line := range p.Lines {
			if line.Baseline < 0 || line.Baseline > (height-min(page.Bottom, page.Right))*mm {
				t.Errorf("page %d: a line at %.1f of %.1f", i+1, line.Baseline, height*mm)
			}
		}
		for _, rule := range p.Rules {
			if rule.X1 < left*mm-1 || rule.X2 > (left+text)*mm+1 {
				t.Errorf("page %d: a rule from %.1f to %.1f", i+1, rule.X1, rule.X2)
			}
		}
		if number := p.Lines[len(p.Lines)-1].Runs[0]; i > 0 && math.Abs(number.X+number.Width/2-(left+text/2)*mm) > 1 {
			t.Errorf("page %d: its number is at %.1f", i+1, number.X)
		}
	}
}
