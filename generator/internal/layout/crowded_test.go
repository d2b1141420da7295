package layout

import (
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestCrowded: headers and footers that leave no room for text are not laid out, also
// those that do not move the text, and those that are too much on many pages.
func TestCrowded(t *testing.T) {
	lines := func(n int) (list []flow.Block) {
		for range n {
			list = append(list, wordText("а"))
		}
		return list
	}
	for name, c := range map[string]struct {
		head, foot, pages int
		fixed, want       bool
	}{
		"small":           {3, 3, 2, false, false},
		"a high header":   {60, 0, 1, false, true},
		"a high footer":   {0, 60, 1, false, true},
		"both":            {25, 25, 1, false, true},
		"below the text":  {30, 0, 1, true, false},
		"beyond the page": {60, 0, 1, true, true},
		"on many pages":   {40, 0, 5_200, false, true},
	} {
		paper := wordPaper(400, 500)
		section := paper.Blocks[0].(*flow.Section)
		section.Fixed = c.fixed
		section.Heads.Default, section.Feet.Default = lines(c.head), lines(c.foot)
		for range c.pages {
			paper.Blocks = append(paper.Blocks, flow.PageBreak{}, wordText("б"))
		}
		if got := Pages(paper, shipped.Family(t)); got.Crowded != c.want || got.Crowded != (len(got.Pages) == 0) {
			t.Errorf("%s: crowded is %v with %d pages", name, got.Crowded, len(got.Pages))
		}
	}
}
