package layout

import (
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// boxOf is a box that holds paragraphs.
func boxOf(blocks ...flow.Block) flow.Float { return flow.Float{Width: 80, Height: 40, Blocks: blocks} }

// TestBehind: what floats in a header is drawn before the text, as are pictures behind
// the text; other pictures are drawn after it.
func TestBehind(t *testing.T) {
	head := wordText("header")
	head.Floats = []flow.Float{boxOf(wordText("watermark")), {Width: 9, Height: 9, Path: "a"}}
	head.Floats[0].Fill = 0xeeeeee
	body := wordText("body")
	body.Floats = []flow.Float{{Width: 9, Height: 9, Path: "b"}, {Width: 9, Height: 9, Path: "c", Behind: true}}
	paper := wordPaper(200, 300, body)
	paper.Blocks[0].(*flow.Section).Heads.Default = []flow.Block{head}
	page := Pages(paper, shipped.Family(t)).Pages[0]
	var lines []string
	for _, l := range page.Lines {
		lines = append(lines, l.Text())
	}
	if got := strings.Join(lines, " "); got != "watermark body header" {
		t.Errorf("lines are drawn in the order %s", got)
	}
	if len(page.Fills) != 1 || !page.Fills[0].Behind {
		t.Errorf("the areas are %+v", page.Fills)
	}
	for _, p := range page.Pictures {
		if p.Behind != (p.Path != "b") {
			t.Errorf("picture %s: behind is %v", p.Path, p.Behind)
		}
	}
}

// TestInsideFloats: boxes inside of boxes, and in footnotes, and the footnotes of boxes
// are on the page.
func TestInsideFloats(t *testing.T) {
	noted := func(text, note string, floats ...flow.Float) *flow.Paragraph {
		p := wordText(text)
		p.Floats, p.Runs[0].Notes = floats, 1
		inNote := wordText(note)
		inNote.Floats = []flow.Float{boxOf(wordText("box of " + note))}
		p.Notes = []flow.Block{inNote}
		return p
	}
	inner := wordText("outer box")
	inner.Floats = []flow.Float{{X: flow.Anchor{At: 10}, Y: flow.Anchor{At: 12}, Width: 60, Height: 20,
		Blocks: []flow.Block{wordText("inner box")}}}
	outer := boxOf(inner, noted("more", "note 2"))
	outer.X.At = 100
	page := Pages(wordPaper(300, 300, noted("text", "note 1", outer)), shipped.Family(t)).Pages[0]
	at := map[string][2]float64{}
	for _, l := range page.Lines {
		at[l.Text()] = [2]float64{l.Runs[0].X, l.Baseline}
	}
	for _, want := range []string{"text", "outer box", "inner box", "more", "note 1", "note 2", "box of note 1",
		"box of note 2"} {
		if _, ok := at[want]; !ok {
			t.Errorf("%q is not on the page: %v", want, at)
		}
	}
	if out, in := at["outer box"], at["inner box"]; in[0]-out[0] != 10 || in[1]-out[1] != 12 {
		t.Errorf("the inner box is at %v, the outer one at %v", in, out)
	}
	if at["note 1"][1] < 300 || at["note 2"][1] <= at["note 1"][1] {
		t.Errorf("notes at %v", at)
	}
}

// TestBeyond: text that reaches beyond the edges of a sheet is returned.
func TestBeyond(t *testing.T) {
	for x, want := range map[float64]string{0: "", 200: "", 290: "text", -60: "text"} {
		p := wordText("a")
		f := boxOf(wordText("text"))
		f.X.At = x
		p.Floats = []flow.Float{f}
		if got := Pages(wordPaper(200, 300, p), shipped.Family(t)).Beyond; got != want {
			t.Errorf("at %g: %q", x, got)
		}
	}
}
