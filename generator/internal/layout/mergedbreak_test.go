package layout

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/shipped"
)

// mergedTable returns a table with a cell over all its rows, of a least height each, and a border around each cell.
func mergedTable(rows int, least float64, down flow.Align, blocks ...flow.Block) *flow.Table {
	line := flow.Border{Kind: flow.Single, Width: 0.5}
	table := &flow.Table{Frame: flow.Sides, Edges: []float64{0, 50, 100}}
	for i := range rows {
		cell := flow.Cell{Covered: true}
		if i == 0 {
			cell = flow.Cell{Rows: rows, Down: down, Blocks: blocks, Borders: flow.Borders{Top: line}}
		}
		if i == rows-1 {
			cell.Borders.Bottom = line
		}
		table.Rows = append(table.Rows, flow.Row{Least: least, Cells: []flow.Cell{cell, {Blocks: []flow.Block{
			wordText("r")}}}})
	}
	return table
}

// numbered returns lines with their numbers, from 10.
func numbered(count int) (list []flow.Block) {
	for i := range count {
		list = append(list, wordText(fmt.Sprint(10+i)))
	}
	return list
}

// TestMergedBreaks: at the end of a page the content of a cell over several rows goes on without a gap, within the
// rows, which are only as high as it needs.
func TestMergedBreaks(t *testing.T) {
	const least, height, pitch = 20, 47, 11.5
	for _, count := range []int{2, 5, 9, 12, 30} {
		paper := wordPaper(200, height, mergedTable(6, least, 0, numbered(count)...))
		next := 10
		result := Pages(paper, shipped.Family(t))
		for i := range result.Pages {
			page, last := &result.Pages[i], 0.0
			for _, line := range page.Lines {
				if line.Runs[0].Text == "r" {
					continue
				}
				if line.Runs[0].Text != fmt.Sprint(next) || last > 0 && math.Abs(line.Baseline-last-pitch) > 0.6 {
					t.Errorf("%d lines: page %d has %q at %.1f below %.1f", count, i, line.Runs[0].Text,
						line.Baseline, last)
				}
				next, last = next+1, line.Baseline
			}
			bottom := 0.0
			for _, rule := range page.Rules {
				bottom = max(bottom, rule.Y2)
			}
			if last > bottom {
				t.Errorf("%d lines: page %d has a line at %.1f below its rule at %.1f", count, i, last, bottom)
			}
		}
		pages := max(3, int(math.Ceil(float64(count)/4))) // of two rows, or four lines
		if next != 10+count || len(result.Pages) > pages+1 {
			t.Errorf("%d lines: %d are printed, on %d pages", count, next-10, len(result.Pages))
		}
	}
}

// TestMergedBorders: a cell over several rows has its borders at the end of a page and at the beginning of the next;
// a paper of rules before 18 has not.
func TestMergedBorders(t *testing.T) {
	for _, c := range []struct {
		apart bool
		want  []int
	}{{false, []int{2, 2, 2}}, {true, []int{1, 0, 1}}} {
		paper := wordPaper(200, 47, mergedTable(6, 20, 0, numbered(2)...))
		paper.ApartMerges = c.apart
		var got []int
		for _, page := range Pages(paper, shipped.Family(t)).Pages {
			count := 0
			for _, rule := range page.Rules {
				if rule.Y1 == rule.Y2 {
					count++
				}
			}
			got = append(got, count)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("apart %v: %v borders, want %v", c.apart, got, c.want)
		}
	}
}

// TestMergedAlignment: content that fits on the first page of a cell over several rows is aligned there.
func TestMergedAlignment(t *testing.T) {
	for _, c := range []struct {
		down flow.Align
		want float64 // below that at the top
	}{{flow.Center, 14.25}, {flow.Right, 28.5}} {
		at := func(down flow.Align) float64 {
			page := Pages(wordPaper(200, 47, mergedTable(6, 20, down, wordText("m"))), shipped.Family(t)).Pages[0]
			for _, line := range page.Lines {
				if line.Runs[0].Text == "m" {
					return line.Baseline
				}
			}
			return math.NaN()
		}
		if got := at(c.down) - at(0); !(math.Abs(got-c.want) < 1.1) {
			t.Errorf("%v: %.2f lower, want %.2f", c.down, got, c.want)
		}
	}
}
