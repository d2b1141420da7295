package wordml

import (
	"strings"

	"protokol/generator/internal/flow"
)

// cover joins vertically merged cells: Rows of the first one is how many there
// are (ECMA-376-1, 17.4.84). It reports whether there is content in others than the first one, which is not printed.
func cover(rows []flow.Row) (hides bool) {
	type open struct {
		cell *flow.Cell
		end  int // column
	}
	opened := map[int]open{} // by first column
	for i := range rows {
		next := map[int]open{}
		column := rows[i].Skip
		for j := range rows[i].Cells {
			cell := &rows[i].Cells[j]
			end := column + max(1, cell.Span)
			switch above, ok := opened[column]; {
			case cell.Rows == continues && ok && above.end == end:
				above.cell.Rows++
				hides = hides || hasContent(cell.Blocks)
				cell.Covered, cell.Rows, cell.Blocks = true, 0, nil
				cell.Borders.Top = flow.Border{}
				next[column] = above
				if above.cell.Rows == 2 || i > 0 {
					clearBottom(rows[i-1], column)
				}
			case cell.Rows == continues:
				cell.Rows = 1
			case cell.Rows == restarts:
				cell.Rows = 1
				next[column] = open{cell, end}
			}
			column = end
		}
		opened = next
	}
	return hides
}

// hasContent reports whether there are letters or pictures in blocks.
func hasContent(blocks []flow.Block) (found bool) {
	flow.EachRun(blocks, func(r *flow.Run) {
		found = found || strings.TrimSpace(r.Text) != "" || r.Kind == flow.Picture
	})
	return found
}

// clearBottom removes the border below the cell of a row at a column.
func clearBottom(row flow.Row, column int) {
	at := row.Skip
	for i := range row.Cells {
		if at == column {
			row.Cells[i].Borders.Bottom = flow.Border{}
		}
		at += max(1, row.Cells[i].Span)
	}
}

// States of vertically merged cells before cover.
const (
	restarts  = -1
	continues = -2
)
