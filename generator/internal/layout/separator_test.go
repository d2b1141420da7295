package layout

import (
	"math"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestSeparator: the separator of footnotes is as high as its paragraphs, and its line in the first of them; without
// one, it takes a fixed space.
func TestSeparator(t *testing.T) {
	separator := func(size, after float64) []flow.Block {
		p := wordText("")
		p.Font.Size, p.Runs, p.After = size, nil, after
		return []flow.Block{p}
	}
	const line = 1.149 // height of a line, relative to the size
	for _, c := range []struct {
		separators  [2][]flow.Block
		above, rule float64
	}{
		{[2][]flow.Block{}, noteAir, 0},
		{[2][]flow.Block{separator(14, 0), separator(20, 0)}, 14 * line, 9},
		{[2][]flow.Block{separator(10, 8), separator(10, 0)}, 10*line + 8, 6.5},
	} {
		p := wordText("слово")
		p.Runs[0].Notes, p.Notes = 1, noteLines(1)
		paper := wordPaper(200, 300, p)
		paper.Separators = c.separators
		page := Pages(paper, shipped.Family(t)).Pages[0]
		top := 350 - 10*line - c.above // of the separator
		if got := page.Rules[0].Y1 - top; math.Abs(got-c.rule) > 0.5 {
			t.Errorf("%v: the line is %v below the text, want %v", c.separators, got, c.rule)
		}
	}
}

// TestCarriedSeparator: a footnote from the page before has a separator of its own.
func TestCarriedSeparator(t *testing.T) {
	usual := separator{height: 10}
	one := strip{height: 5, separators: &[2]separator{usual, {height: 20}}}
	if got := notesHeight([]strip{one}, true); got != 15 {
		t.Errorf("usual: %v", got)
	}
	one.carried = true
	if got := notesHeight([]strip{one}, true); got != 25 {
		t.Errorf("carried: %v", got)
	}
}

// TestRigid: justification changes neither the spaces of a rigid run nor those after it, and they do not shrink for
// another word.
func TestRigid(t *testing.T) {
	for _, rigid := range []bool{false, true} {
		p := wordText("1. ")
		p.Runs[0].Rigid = rigid
		p.Runs = append(p.Runs, flow.Run{Text: "раз два три четыре пять", Font: p.Font})
		p.Align = flow.Justify
		line := Pages(wordPaper(60, 300, p), shipped.Family(t)).Pages[0].Lines[0]
		label := line.Runs[0]
		if first := label.Gap == 0; first != rigid || len(line.Runs) > 1 != rigid {
			t.Errorf("rigid %v: %+v", rigid, line.Runs)
		}
		last := line.Runs[len(line.Runs)-1]
		if end := last.X + last.Width; last.Gap <= 0 || math.Abs(end-110) > 0.1 {
			t.Errorf("rigid %v: the line ends at %v", rigid, end)
		}
	}
	words := []word{{width: 20, space: 10, spaces: " ", rigid: true}, {width: 40, space: 1}}
	if count, _ := fitTight(words, 69); count != 1 {
		t.Error("rigid spaces shrink")
	}
	if words[0].rigid = false; true {
		if count, _ := fitTight(words, 69); count != 2 {
			t.Error("spaces do not shrink")
		}
	}
}
