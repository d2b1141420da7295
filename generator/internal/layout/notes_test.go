package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// noteLines is a footnote of some lines.
func noteLines(count int) []flow.Block {
	p := wordText(strings.TrimSpace(strings.Repeat("n ", count)))
	p.Right, p.Loose = 192, true
	return []flow.Block{p}
}

// TestNotesInRows: a row that is divided leaves room for the footnotes of its lines, and for those that continue from
// the page before; those that have no room on the page of their line continue on the next ones.
func TestNotesInRows(t *testing.T) {
	for _, c := range []struct {
		lines  int         // of the row
		notes  map[int]int // lines of the footnote of a line
		before int         // paragraphs before the table
		whole  bool
		want   []string
	}{
		{9, map[int]int{1: 2}, 0, false, []string{"0 1 2 3 n n", "4 5 6 7 8"}},
		{9, map[int]int{1: 2, 2: 1, 5: 1}, 1, false, []string{"before 0 1 n n", "2 3 4 5 n n", "6 7 8"}},
		{4, map[int]int{3: 4}, 0, false, []string{"0 1 2 3 n n", "n n"}},
		{2, map[int]int{0: 8}, 0, false, []string{"0 1 n n n n", "n n n n"}},
		{8, map[int]int{0: 8}, 0, false, []string{"0 n n n n n", "1 2 3 n n n", "4 5 6 7"}},
		{4, map[int]int{2: 1}, 3, false, []string{"before before before 0 1", "2 3 n"}},
		{5, map[int]int{4: 3}, 2, false, []string{"before before 0 1 2 3", "4 n n n"}},
		{1, map[int]int{0: 4}, 3, false, []string{"before before before 0 n n", "n n"}},
		{4, map[int]int{3: 4}, 0, true, []string{"0 1 2 3 n n", "n n"}},
	} {
		cell := flow.Cell{}
		for i := range c.lines {
			p := wordText(fmt.Sprint(i))
			if count := c.notes[i]; count > 0 {
				p.Runs[0].Notes, p.Notes = 1, noteLines(count)
			}
			cell.Blocks = append(cell.Blocks, p)
		}
		var blocks []flow.Block
		for range c.before {
			blocks = append(blocks, wordText("before"))
		}
		table := &flow.Table{Edges: []float64{0, 200}, Frame: flow.Sides,
			Rows: []flow.Row{{Cells: []flow.Cell{cell}, Whole: c.whole}}}
		paper := wordPaper(200, 76, append(blocks, table)...)
		var got []string
		for i, page := range wordLines(t, paper) {
			got = append(got, strings.Join(page, " "))
			last := 0.0
			for _, l := range Pages(paper, shipped.Family(t)).Pages[i].Lines {
				if l.Baseline < last+11 || l.Baseline > 126 {
					t.Errorf("%+v: page %d has a line at %v after %v", c, i+1, l.Baseline, last)
				}
				last = l.Baseline
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v: %q", c, got)
		}
	}
}
