package layout

import (
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestUncut: rows that Word divides between columns, and cells over several rows that are divided there, are told.
func TestUncut(t *testing.T) {
	columns := func(blocks ...flow.Block) *flow.Paper {
		paper := wordPaper(300, 47, blocks...)
		paper.Blocks[0].(*flow.Section).Columns = []flow.Column{{Width: 120, Gap: 20}, {Width: 120}}
		return paper
	}
	rows := func(whole bool, lines ...int) *flow.Table {
		table := &flow.Table{Frame: flow.Sides, Edges: []float64{0, 50}}
		for _, n := range lines {
			table.Rows = append(table.Rows, flow.Row{Whole: whole, Cells: []flow.Cell{{Blocks: numbered(n)}}})
		}
		return table
	}
	for _, c := range []struct {
		name  string
		paper *flow.Paper
		want  int
	}{
		{"ends with its row", columns(rows(false, 4, 2)), 0},
		{"within a row", columns(rows(false, 2, 4)), 1},
		{"a row that remains whole", columns(rows(true, 2, 4)), 0},
		{"one column", wordPaper(300, 47, rows(false, 2, 4)), 0},
		{"a cell over several rows", columns(mergedTable(4, 23, 0, numbered(2)...)), 1},
	} {
		if got := Pages(c.paper, shipped.Family(t)).Uncut; got.Count != c.want || c.want > 0 && got.Text == "" {
			t.Errorf("%s: %+v, want %d", c.name, got, c.want)
		}
	}
}

// TestRigidMerged: a cell over several rows that is not divided as in Word is told where it has text on both sides of a
// page's end.
func TestRigidMerged(t *testing.T) {
	for _, c := range []struct {
		rows, lines int
		fixed       float64 // height of the last row
		told        bool
	}{{4, 3, 0, false}, {mostMerged, 600, 0, false}, {mostMerged + 1, 2, 0, false}, {mostMerged + 1, 600, 0, true},
		{2, mostMergedLines + 1, 0, true}, {40, 60, 0, false}, {40, 60, 20, true}} {
		table := mergedTable(c.rows, 20, 0, numbered(c.lines)...)
		table.Rows[c.rows-1].Height = c.fixed
		got := Pages(wordPaper(300, 470, table), shipped.Family(t)).Merged
		if (got.Count > 0) != c.told || (got.Text > "") != c.told {
			t.Errorf("%d rows, %d lines: %d are told, %q", c.rows, c.lines, got.Count, got.Text)
		}
	}
}
