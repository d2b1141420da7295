package layout

import (
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestCarried: a paragraph that goes on on the next page with lines as narrow as beside its picture is told.
func TestCarried(t *testing.T) {
	for _, c := range []struct {
		height float64 // of the picture
		lines  int     // above
		want   int
	}{{60, 0, 0}, {60, 7, 1}, {20, 7, 0}} {
		var blocks []flow.Block
		for range c.lines {
			blocks = append(blocks, wordText("a"))
		}
		p := wordText(strings.Repeat("aaaa ", 40))
		p.Floats = []flow.Float{{Width: 80, Height: c.height, Path: "a", Wrap: flow.WrapSquare}}
		result := Pages(wordPaper(190, 115, append(blocks, p)...), shipped.Family(t))
		if result.Carried.Count != c.want {
			t.Errorf("%+v: %+v", c, result.Carried)
		}
	}
}
