package layout

import (
	"math"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// exactRow is a table of one row of fixed height with the given paragraphs in its cell.
func exactRow(height float64, blocks ...flow.Block) *flow.Table {
	return &flow.Table{Frame: flow.Sides, Edges: []float64{0, 100}, Rows: []flow.Row{{Height: height,
		Cells: []flow.Cell{{Blocks: blocks}}}}}
}

// TestCutOff: in a row of fixed height, lines below it are not printed, and those across its end are cut off there;
// text that cannot be read then is returned. By rules before 15 all lines are printed.
func TestCutOff(t *testing.T) {
	image := wordText("")
	image.Runs = []flow.Run{{Kind: flow.Picture, Image: &flow.Image{Path: "a.png", Width: 10, Height: 40}}}
	for _, c := range []struct {
		height float64
		block  flow.Block
		lines  int
		depth  float64 // of the last line
		lost   string
	}{
		{40, wordText("a\u2028b\u2028c"), 3, 0, ""},
		{24, wordText("a\u2028b\u2028c"), 2, 0, "c"},
		{29, wordText("a\u2028b\u2028c"), 3, -3.3, "c"},
		{33, wordText("a\u2028b\u2028c"), 3, 0, ""}, // less than the space below letters
		{5, wordText(""), 0, 0, ""},
		{20, image, 1, -20, ""},
	} {
		p := c.block.(*flow.Paragraph)
		if text := p.Runs[0].Text; text != "" {
			p.Runs = nil
			for i, part := range strings.Split(text, "\u2028") {
				if i > 0 {
					p.Runs = append(p.Runs, flow.Run{Kind: flow.LineBreak})
				}
				p.Runs = append(p.Runs, flow.Run{Text: part, Font: p.Font})
			}
		}
		paper := wordPaper(200, 300, exactRow(c.height, p))
		result := Pages(paper, shipped.Family(t))
		lines := result.Pages[0].Lines
		if len(lines) != c.lines || result.Cut.Text != c.lost || c.lost != "" && result.Cut.First != p {
			t.Fatalf("%v: %d lines, %+v", c.height, len(lines), result.Cut)
		}
		if len(lines) == 0 {
			continue
		}
		last := lines[len(lines)-1]
		if last.Cut != (c.depth != 0) || math.Abs(last.Depth-c.depth) > 0.5 {
			t.Errorf("%v: cut at %v, want %v", c.height, last.Depth, c.depth)
		}
		if list := result.Pages[0].Pictures; len(list) == 1 && (list[0].Height != 20 || list[0].Crop.Bottom != 0.5) {
			t.Errorf("picture %+v", list[0])
		}
		paper.WholeCells = true
		if whole := Pages(paper, shipped.Family(t)); whole.Cut.Count > 0 || whole.Overfull.Text != c.lost &&
			whole.Overfull.Count == 0 {
			t.Errorf("%v: whole: %+v, %+v", c.height, whole.Cut, whole.Overfull)
		}
	}
}

// TestCutPictures: pictures that are cut off, or not printed, in rows of fixed height are counted; so are those that do
// not fit in boxes.
func TestCutPictures(t *testing.T) {
	image := wordText("")
	image.Runs = []flow.Run{{Kind: flow.Picture, Image: &flow.Image{Path: "a.png", Width: 10, Height: 40}}}
	box := wordText("a")
	box.Floats = []flow.Float{{Width: 50, Height: 30, Blocks: []flow.Block{image}}}
	merged := exactRow(0, image)
	merged.Rows[0].Cells[0].Rows = 2
	merged.Rows = append(merged.Rows, flow.Row{Height: 5, Cells: []flow.Cell{{Covered: true}}})
	for name, c := range map[string]struct {
		block      flow.Block
		cut, whole int
	}{
		"fits":      {exactRow(45, image), 0, 0},
		"cut":       {exactRow(20, image), 1, 0},
		"below":     {exactRow(12, wordText("a"), image), 1, 0},
		"box":       {box, 0, 1},
		"merged":    {merged, 0, 1},
		"in nested": {exactRow(20, exactRow(0, image)), 1, 0},
	} {
		got := Pages(wordPaper(200, 300, c.block), shipped.Family(t))
		if got.CutPictures.Count != c.cut || got.Pictures.Count != c.whole || got.Cut.Count+got.Overfull.Count > 0 {
			t.Errorf("%s: %+v", name, got.Misfits)
		}
		for _, one := range []Misfit{got.CutPictures, got.Pictures} {
			if one.Count > 0 && one.First != image {
				t.Errorf("%s: first %+v", name, one.First)
			}
		}
	}
}

// TestPlacesToWriteOn: lines to write on that are cut off are told; those of which only a hair would be cut off are
// printed whole, and told, too.
func TestPlacesToWriteOn(t *testing.T) {
	underlined := wordText("")
	underlined.Runs = []flow.Run{{Text: " \u00a0 ", Font: underlined.Font,
		Effects: &flow.Effects{Underline: flow.Single}}}
	base := Pages(wordPaper(200, 300, exactRow(90, wordText("a"), wordText("__"))), shipped.Family(t))
	depth := base.Pages[0].Lines[1].Baseline - base.Pages[0].Size.Top
	for _, c := range []struct {
		height     float64
		block      flow.Block
		lines      int
		cut, whole string
	}{
		{depth + 0.5, wordText("__"), 2, "", "__"},
		{depth - 0.5, wordText("__"), 2, "", "__"},
		{depth - 2, wordText("__"), 2, "__", ""},
		{depth - 7.6, wordText("__"), 1, "__", ""},
		{depth + 0.5, underlined, 2, "", "____"},
		{depth - 7.6, underlined, 1, "____", ""},
	} {
		got := Pages(wordPaper(200, 300, exactRow(c.height, wordText("a"), c.block, wordText(""))), shipped.Family(t))
		lines := got.Pages[0].Lines
		if len(lines) != c.lines || got.Cut.Text != c.cut || got.Overfull.Text != c.whole ||
			lines[len(lines)-1].Cut != (c.cut != "" && c.lines == 2) {
			t.Errorf("%v: %d lines, %+v", c.height, len(lines), got.Misfits)
		}
	}
}

// TestCutTwice: a line that a nested row cuts off is not shown deeper because of the row around it, and what that one
// cuts off has a place.
func TestCutTwice(t *testing.T) {
	p := wordText("a")
	got := Pages(wordPaper(200, 300, exactRow(8, exactRow(5, p))), shipped.Family(t))
	if l := got.Pages[0].Lines[0]; !l.Cut || l.Baseline+l.Depth > got.Pages[0].Size.Top+5+slack {
		t.Errorf("%+v", l)
	}
	got = Pages(wordPaper(200, 300, exactRow(5, exactRow(0, p))), shipped.Family(t))
	if got.Cut.First != p || got.Cut.Text != "a" {
		t.Errorf("%+v", got.Cut)
	}
}

// TestCutDecorations: what is below the end of a row is not underlined, and its shading ends there.
func TestCutDecorations(t *testing.T) {
	p := wordText("")
	p.Runs = []flow.Run{{Text: "a", Font: p.Font, Effects: &flow.Effects{Underline: flow.Single, Shade: 1}}}
	page := Pages(wordPaper(200, 300, exactRow(5, p)), shipped.Family(t)).Pages[0]
	if len(page.Rules) > 0 || len(page.Fills) != 1 || page.Fills[0].Y+page.Fills[0].Height > 50+5+slack {
		t.Errorf("%+v, %+v", page.Rules, page.Fills)
	}
}

// TestTorn: words that are wider than a column that gives way are returned once, those of fixed columns are not.
func TestTorn(t *testing.T) {
	word := strings.Repeat("a", 30)
	table := func(fit flow.Fit) *flow.Table {
		return fitTable(fit, []float64{50, 50}, "b "+word+" c", "a-b "+word+"d")
	}
	paper := wordPaper(100, 300, table(flow.FitWords))
	got := Pages(paper, shipped.Family(t)).Torn
	if got.Count != 2 || got.Text != word+" "+word+"d" || got.First == nil || got.First.Runs[0].Text[0] != 'b' {
		t.Errorf("%+v", got)
	}
	if got := Pages(wordPaper(100, 300, table(flow.FitNot)), shipped.Family(t)).Torn; got.Count > 0 {
		t.Errorf("fixed: %+v", got)
	}
}
