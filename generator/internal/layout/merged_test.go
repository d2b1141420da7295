package layout

import (
	"math"
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
