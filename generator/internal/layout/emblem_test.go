package layout

import (
	"math"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/shipped"
)

// TestEmblemAboveText checks that the picture that a paper begins with stands at the
// place that the sheet gives, with the text below it and not above the margin, and
// that the other pages keep theirs.
func TestEmblemAboveText(t *testing.T) {
	for _, height := range []float64{17, 4} { // the second ends above the margin
		sheet := *shipped.Sheet(t, "gost-2025")
		blocks := []document.Block{document.Figure{Path: "a.png", Alt: "Герб", Width: 17, Height: height}}
		for range 60 {
			blocks = append(blocks, paragraph("body", "Строка"))
		}
		got := pages(t, &document.Document{Blocks: blocks}, &sheet)
		first, second := got.Pages[0], got.Pages[1]
		if y := first.Pictures[0].Y / mm; math.Abs(y-10) > 1e-6 {
			t.Errorf("%v mm: the picture is %v mm below the edge", height, y)
		}
		top := max(20, 10+height)
		for _, at := range []struct{ baseline, least float64 }{
			{first.Lines[0].Baseline, top}, {second.Lines[0].Baseline, 20},
		} {
			if y := at.baseline / mm; y < at.least || y > at.least+8 {
				t.Errorf("%v mm: a page begins at %v mm, want %v", height, y, at.least)
			}
		}
		if foot := first.Lines[len(first.Lines)-1].Baseline / mm; foot > 277 || foot < 265 {
			t.Errorf("%v mm: the first page ends at %v mm", height, foot)
		}
	}
}
