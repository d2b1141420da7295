package layout

import (
	"math"

	"protokol/generator/internal/flow"
)

// span gives cells that cover several rows their height, and deals their content
// out to the rows, so that a page may end between them.
func (g *gridSetter) span(rows []gridRow) {
	for i := range rows {
		for j := range rows[i].cells {
			c := &rows[i].cells[j]
			if c.Covered { // its content was dealt out to it
				continue
			}
			last := min(i+max(1, c.Rows), len(rows)) - 1
			height := 0.0
			for k := i; k <= last; k++ {
				height += rows[k].height
			}
			need := stackHeight(c.strips) + rows[i].top
			if last > i && need > height && rows[last].Height == 0 {
				rows[last].height += need - height
				height = need
			}
			if c.Turn != flow.NoTurn {
				continue
			}
			g.overfull = g.overfull || rows[i].Height > 0 && need-hidden > height
			switch free := height - need; {
			case c.Down == flow.Center:
				c.offset = max(0, free/2)
			case c.Down == flow.Right:
				c.offset = max(0, free)
			}
			if last > i {
				deal(rows[i:last+1], j)
			}
		}
	}
}

// hidden is how much of a text of fixed height may be cut off without harm, pt: it
// is the space below its last letters.
const hidden = 4

// deal distributes the content of the cell with an index in the first row over
// the rows that it covers.
func deal(rows []gridRow, index int) {
	cell := &rows[0].cells[index]
	whole, limit := cell.strips, rows[0].height
	y, after, top, at := cell.offset, 0.0, 0.0, 0
	cell.strips, cell.offset = nil, 0
	for i := range rows {
		rows[i].bound = true
	}
	for _, one := range whole {
		y += max(after, one.before)
		for at < len(rows)-1 && y > limit-slack {
			top = limit
			at++
			limit += rows[at].height
		}
		if target := rows[at].under(cell); target != nil {
			moved := one
			moved.before = y - top - stackHeight(target.strips)
			moved.after = 0
			target.strips = append(target.strips, moved)
		}
		y, after = y+one.height, one.after
	}
}

// under returns the cell of a row that has the same edges as a cell.
func (r *gridRow) under(cell *gridCell) *gridCell {
	for i := range r.cells {
		if c := &r.cells[i]; math.Abs(c.left-cell.left) < 0.5 {
			return c
		}
	}
	return nil
}
