package layout

import (
	"math"

	"protokol/generator/internal/flow"
)

// span gives cells that cover several rows their height, and deals their content
// out to the rows, so that a page may end between them.
func (g *gridSetter) span(rows []gridRow) {
	g.heighten(rows)
	for i := range rows {
		for j := range rows[i].cells {
			c := &rows[i].cells[j]
			if c.Covered || c.Turn != flow.NoTurn { // the content of covered cells was dealt out
				continue
			}
			last, height := c.covers(rows, i)
			need := stackHeight(c.strips) + rows[i].top
			if limit := height - rows[i].top; need-hidden > height {
				g.unfit(c.strips, limit, rows[i].Height > 0)
			} else if g.paper.Word && need > height {
				g.misfits.addLow(c.strips, limit)
			}
			if g.paper.Word && rows[i].Height > 0 {
				g.misfits.addFloats(c.strips, height-rows[i].top)
			}
			switch free := height - need; {
			case c.Down == flow.Center:
				c.offset = max(0, free/2)
			case c.Down == flow.Right:
				c.offset = max(0, free)
			}
			if last > i {
				merge(rows[i:last+1], j)
				deal(rows[i:last+1], j)
			}
		}
	}
}

// unfit notes the content of a cell that needs more than its height, and removes what is not seen of it if the cell
// begins in a row of fixed height. One that only ends in such a row is printed whole.
func (g *gridSetter) unfit(strips []strip, height float64, fixed bool) {
	if g.paper.WholeCells || !fixed {
		g.misfits.addOverfull(strips, height)
	} else {
		g.misfits.cutOff(strips, height, g.paper.LooseBorders)
	}
}

// heighten makes the last rows of cells that cover several rows as high as these need.
func (g *gridSetter) heighten(rows []gridRow) {
	for i := range rows {
		for j := range rows[i].cells {
			c := &rows[i].cells[j]
			last, height := c.covers(rows, i)
			if more := stackHeight(c.strips) + rows[i].top - height; last > i && more > 0 && rows[last].Height == 0 {
				rows[last].height += more
			}
		}
	}
}

// covers returns the last row that a cell of a row covers, and their height.
func (c *gridCell) covers(rows []gridRow, first int) (last int, height float64) {
	last = min(first+max(1, c.Rows), len(rows)) - 1
	for i := first; i <= last; i++ {
		height += rows[i].height
	}
	return last, height
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
		rows[i].merged = true
	}
	target, used := rows[0].under(cell), 0.0
	for _, one := range whole {
		y += max(after, one.before)
		for at < len(rows)-1 && y > limit-slack {
			top = limit
			at++
			limit += rows[at].height
			if target, used = rows[at].under(cell), 0; target != nil {
				used = stackHeight(target.strips)
			}
		}
		if target != nil {
			moved := one
			moved.before, moved.after = y-top-used, 0
			used += max(0, moved.before) + moved.height
			target.strips, target.dealt = append(target.strips, moved), true
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
