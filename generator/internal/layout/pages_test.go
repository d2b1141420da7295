package layout

import (
	"math"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestLeadingMayHang: the space that the line spacing adds below the last line of
// a page may extend into the margin; the letters may not.
func TestLeadingMayHang(t *testing.T) {
	natural := (891 + 216 + 42) / 1000.0 * 14 // Liberation Serif at 14 pt, rounded
	for _, c := range []struct {
		height float64 // of the text, in lines of 1.5 spacing
		lines  int
	}{{10, 10}, {9 + 0.7, 10}, {9 + 0.6, 9}} {
		sheet := *shipped.Sheet(t, "gost-2025")
		sheet.Page.Height = sheet.Page.Top + sheet.Page.Bottom + (c.height*natural*1.5+reserve)/mm + 0.1
		blocks := make([]document.Block, 20)
		for i := range blocks {
			blocks[i] = paragraph("body", "Строка")
		}
		got := lines(pages(t, &document.Document{Blocks: blocks}, &sheet))
		if len(got[0]) != c.lines {
			t.Errorf("%d lines on a page for %.1f, want %d", len(got[0]), c.height, c.lines)
		}
	}
}

// TestShortened: the text of an editor is so high that its pages end where ours do
// although its lines are lower.
func TestShortened(t *testing.T) {
	line := func(height float64) strip { return strip{height: height} }
	for _, c := range []struct {
		name   string
		strips []strip
		height float64
		want   float64
	}{
		{"one page", []strip{line(50), line(40)}, 100, 0},
		{"the next line is far", []strip{line(50), line(40), line(20)}, 100, 0},
		{"the next line nearly fits", []strip{line(50), line(40), line(10.5)}, 100, 1.5},
		{"both are near", []strip{line(50), line(48.8), line(2.2)}, 100, 3.2},
		{"both are near and a page would be empty", []strip{line(30), line(68.8), line(2.2)}, 100, 0.1},
		{"the next page is forced", []strip{line(50), line(40), {height: 10, newPage: true}}, 100, 0},
		{"the next lines are glued", []strip{line(90), {height: 10.5, glued: true}, line(5)}, 100, 0},
		{"leading may hang", []strip{line(90), {height: 20, leading: 9}}, 100, 1},
	} {
		page := flow.Page{Height: c.height}
		_, got := endPages(c.strips, page)
		if math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %g, want %g", c.name, got, c.want)
		}
	}
}
