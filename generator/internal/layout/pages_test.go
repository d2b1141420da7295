package layout

import (
	"testing"

	"protokol/generator/document"
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
		sheet.Page.Height = sheet.Page.Top + sheet.Page.Bottom + c.height*natural*1.5/mm + 0.1
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
