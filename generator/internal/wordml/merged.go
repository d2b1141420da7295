package wordml

import "protokol/generator/internal/flow"

// cover joins vertically merged cells: Rows of the first one is how many there
// are (ECMA-376-1, 17.4.84). It calls hide for each of the others, whose content is not printed.
func cover(rows []flow.Row, hide func(row, cell int)) {
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
				hide(i, j)
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
