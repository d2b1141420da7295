package layout

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// columnPaper returns a paper with two columns of 100 and 60 pt and as many lines.
func columnPaper(height float64, lines int, rest ...flow.Block) *flow.Paper {
	var blocks []flow.Block
	for i := range lines {
		p := wordText(fmt.Sprint(i))
		p.Loose = true
		blocks = append(blocks, p)
	}
	paper := wordPaper(180, height, append(blocks, rest...)...)
	paper.Blocks[0].(*flow.Section).Columns = []flow.Column{{Width: 100, Gap: 20}, {Width: 60}}
	return paper
}

// placed describes the lines of pages: text, column and line, each from 0.
func placed(t *testing.T, paper *flow.Paper) string {
	t.Helper()
	var list []string
	for i, page := range Pages(paper, shipped.Family(t)).Pages {
		for _, l := range page.Lines {
			column := 0
			if l.Runs[0].X > 150 {
				column = 1
			}
			list = append(list, fmt.Sprintf("%s:%d.%d.%d", strings.TrimSpace(l.Text()), i, column,
				int((l.Baseline-50)/11.5)))
		}
	}
	return strings.Join(list, " ")
}

// TestColumns: text fills one column after another; before a continuous section they
// are equally high, and a column break ends one (ECMA-376-1, 17.6.4, 17.18.77).
func TestColumns(t *testing.T) {
	page := columnPaper(60, 0).Page
	next := &flow.Section{Page: page, Start: flow.Continuous}
	after := wordText("after")
	unbalanced := columnPaper(60, 4, next, after)
	unbalanced.Blocks[0].(*flow.Section).Unbalanced = true
	for name, c := range map[string]struct {
		paper *flow.Paper
		want  string
	}{
		"one after another": {columnPaper(36, 5), "0:0.0.0 1:0.0.1 2:0.0.2 3:0.1.0 4:0.1.1"},
		"several pages":     {columnPaper(24, 5), "0:0.0.0 1:0.0.1 2:0.1.0 3:0.1.1 4:1.0.0"},
		"balanced":          {columnPaper(60, 4, next, after), "0:0.0.0 1:0.0.1 2:0.1.0 3:0.1.1 after:0.0.2"},
		"not balanced":      {unbalanced, "0:0.0.0 1:0.0.1 2:0.0.2 3:0.0.3 after:0.0.4"},
		"column break":      {columnPaper(60, 1, flow.PageBreak{Column: true}, after), "0:0.0.0 after:0.1.0"},
		"break of the last": {columnPaper(60, 1, flow.PageBreak{Column: true}, after, flow.PageBreak{Column: true},
			wordText("x")), "0:0.0.0 after:0.1.0 x:1.0.0"},
	} {
		if got := placed(t, c.paper); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestColumnWidths: lines are as wide as their column.
func TestColumnWidths(t *testing.T) {
	const text = "aaaa aaaa aaaa aaaa" // 17.76 pt a word
	paper := columnPaper(60, 0, wordText(text), flow.PageBreak{Column: true}, wordText(text))
	if got := placed(t, paper); got != "aaaa aaaa aaaa aaaa:0.0.0 aaaa aaaa aaaa:0.1.0 aaaa:0.1.1" {
		t.Error(got)
	}
}

// TestColumnsOverNotes: columns begin on a page as far as the footnotes of the text before them leave room.
func TestColumnsOverNotes(t *testing.T) {
	text := wordText("text")
	text.Runs[0].Notes, text.Notes = 1, noteLines(2)
	paper := columnPaper(60, 6)
	columns := paper.Blocks[0].(*flow.Section)
	first := *columns
	first.Columns, columns.Start = nil, flow.Continuous
	paper.Blocks = append([]flow.Block{&first, text}, paper.Blocks...)
	const want = "text:0.0.0 0:0.0.1 1:0.1.1 n:0.0.4 n:0.0.5 2:1.0.0 3:1.0.1 4:1.0.2 5:1.0.3"
	if got := placed(t, paper); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
