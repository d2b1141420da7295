package layout

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// TestMergedCell: the lines of a cell over two rows stand below each other in its middle
// although they are dealt out to the rows and the cell below is centred, too.
func TestMergedCell(t *testing.T) {
	const height = 11.5 // of a line
	tall := flow.Cell{Rows: 2, Down: flow.Center}
	for range 3 {
		tall.Blocks = append(tall.Blocks, wordText("a"))
	}
	row := func(first flow.Cell) flow.Row {
		return flow.Row{Least: 3 * height, Cells: []flow.Cell{first, {Blocks: []flow.Block{wordText("b")}}}}
	}
	table := &flow.Table{Frame: flow.Sides, Edges: []float64{0, 50, 100},
		Rows: []flow.Row{row(tall), row(flow.Cell{Covered: true, Down: flow.Center})}}
	var at []float64
	for _, line := range Pages(wordPaper(300, 500, table), shipped.Family(t)).Pages[0].Lines {
		if line.Runs[0].Text == "a" {
			at = append(at, line.Baseline-50)
		}
	}
	if len(at) != 3 || math.Abs(at[0]-(1.5*height+8.9)) > 0.5 || math.Abs(at[1]-at[0]-height) > 0.1 ||
		math.Abs(at[2]-at[1]-height) > 0.1 {
		t.Errorf("lines at %.1f", at)
	}
}

// TestMergedCells: a cell over two rows is centred in their height when a later cell
// makes them higher.
func TestMergedCells(t *testing.T) {
	lines := func(text string, n int) (list []flow.Block) {
		for range n {
			list = append(list, wordText(text))
		}
		return list
	}
	low := flow.Cell{Rows: 2, Down: flow.Center, Blocks: lines("a", 1)}
	high := flow.Cell{Rows: 2, Blocks: lines("b", 7)}
	table := &flow.Table{Frame: flow.Sides, Edges: []float64{0, 50, 100, 150}, Rows: []flow.Row{
		{Cells: []flow.Cell{low, high, {Blocks: lines("c", 1)}}},
		{Cells: []flow.Cell{{Covered: true}, {Covered: true}, {Blocks: lines("c", 1)}}}}}
	at := map[string][]float64{}
	for _, line := range Pages(wordPaper(300, 500, table), shipped.Family(t)).Pages[0].Lines {
		for _, run := range line.Runs {
			at[run.Text] = append(at[run.Text], line.Baseline)
		}
	}
	if len(at["a"]) != 1 || len(at["b"]) != 7 || math.Abs(at["a"][0]-at["b"][3]) > 0.1 {
		t.Errorf("lines at %v", at)
	}
}

// TestRowsOfRows: rows of merged cells and rows of tables inside cells are divided between pages, too; a row that
// should remain whole is divided only if it is higher than a page.
func TestRowsOfRows(t *testing.T) {
	lines := func(from, to int) (list []flow.Block) {
		for i := from; i < to; i++ {
			list = append(list, wordText(fmt.Sprint(i)))
		}
		return list
	}
	table := func(rows ...flow.Row) *flow.Table {
		return &flow.Table{Frame: flow.Sides, Edges: []float64{0, 50, 100}, Rows: rows}
	}
	row := func(cells ...flow.Cell) flow.Row { return flow.Row{Cells: cells} }
	merged := func(n int) *flow.Table {
		return table(row(flow.Cell{Rows: 2, Blocks: lines(10, 12)}, flow.Cell{Blocks: lines(0, n)}),
			row(flow.Cell{Covered: true}, flow.Cell{Blocks: lines(n, n+1)}))
	}
	inside := func(n int) *flow.Table {
		return table(row(flow.Cell{Blocks: []flow.Block{wordText("in"), table(row(flow.Cell{Blocks: lines(0, n)}))}}))
	}
	whole := func(n int) *flow.Table {
		return table(flow.Row{Whole: true, Cells: []flow.Cell{{Blocks: lines(0, n)}}})
	}
	glued := func(n int) *flow.Table {
		inner := table()
		for i := range n {
			p := wordText(fmt.Sprint(i))
			p.KeepNext = true
			inner.Rows = append(inner.Rows, row(flow.Cell{Blocks: []flow.Block{p}}))
		}
		return table(row(flow.Cell{Blocks: []flow.Block{inner}}))
	}
	centred := func(n int) *flow.Table {
		return table(row(flow.Cell{Rows: 2, Down: flow.Center, Blocks: []flow.Block{wordText("mid")}},
			flow.Cell{Blocks: lines(0, n)}), row(flow.Cell{Covered: true}, flow.Cell{Blocks: lines(n, n+1)}))
	}
	long := table(row(flow.Cell{Rows: 2, Blocks: lines(0, 7)}, flow.Cell{Blocks: lines(10, 11)}),
		row(flow.Cell{Covered: true}, flow.Cell{Blocks: lines(11, 12)}))
	for _, c := range []struct {
		table *flow.Table
		want  []string
	}{
		{merged(4), []string{"before 10 11 0 1 2", "3 4"}},
		{inside(5), []string{"before in 0 1", "2 3 4"}},
		{inside(9), []string{"before in 0 1", "2 3 4 5", "6 7 8"}},
		{table(row(flow.Cell{Blocks: []flow.Block{inside(9)}})), []string{"before in 0 1", "2 3 4 5", "6 7 8"}},
		{whole(4), []string{"before", "0 1 2 3"}},
		{whole(6), []string{"before", "0 1 2 3", "4 5"}},
		{glued(9), []string{"before", "0 1 2 3", "4 5 6 7", "8"}},
		{centred(9), []string{"before mid 0 1 2", "3 4 5 6", "7 8 9"}},
		{long, []string{"before 0 10 1 2 11", "3 4 5 6"}},
	} {
		var got []string
		for _, page := range wordLines(t, wordPaper(200, 47, wordText("before"), c.table)) {
			got = append(got, strings.Join(page, " "))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
