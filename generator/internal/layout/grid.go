package layout

import (
	"slices"

	"protokol/generator/internal/flow"
)

// gridCell is a cell that has been set.
type gridCell struct {
	*flow.Cell
	strips      []strip
	left, right float64
	offset      float64 // of its content from the top, for its vertical alignment
	element     *Element
	begun       *strip  // the rest of the first strip, which was divided
	dealt       bool    // its content is that of a cell over several rows
	merger      *merger // of the parts of a cell over several rows; nil for other cells
}

// gridRow is a row that has been set.
type gridRow struct {
	*flow.Row
	cells  []gridCell
	top    float64 // height of the rules above it
	height float64
	bound  bool // by a turned cell
	merged bool // some cells cover several rows
	joined bool // kept with the next row by a turned cell
	keeps  bool // kept with the next row by a paragraph

	earlier bool // see flow.Paper.EarlierRows
}

// grid sets a table whose cells have borders of their own.
func (s *setter) grid(parent *Element, t *flow.Table) {
	e := parent.of(t.Role)
	g := gridSetter{setter: s, table: t, edges: s.fitted(t)}
	g.shift = g.left + t.Shift
	switch wider := g.edges[len(g.edges)-1] - t.Edges[len(t.Edges)-1]; t.Align {
	case flow.Center:
		g.shift -= wider / 2
	case flow.Right:
		g.shift -= wider
	}
	rows := make([]gridRow, 0, len(t.Header)+len(t.Rows))
	for i := range t.Header {
		rows = append(rows, g.row(e, &t.Header[i]))
	}
	for i := range t.Rows {
		rows = append(rows, g.row(e, &t.Rows[i]))
	}
	g.span(rows)
	g.turn(rows)
	head := len(t.Header)
	strips, repeated := make([]strip, 0, len(rows)), []strip(nil)
	for i := range rows {
		one := rows[i].strip()
		if i < head {
			one.glued = true
		} else if len(repeated) == 0 && head > 0 {
			repeated = artifacts(strips)
		}
		one.head = repeated
		strips = append(strips, one)
	}
	if n := len(strips); n > 0 {
		strips[0].before, strips[n-1].after = t.Before, t.After
		s.avoid(g.edge(0), g.edge(len(t.Edges)-1), &strips[0])
	}
	if limit := s.page().TextHeight(); stackHeight(repeated) > limit/2 {
		for i := range strips {
			strips[i].head = nil
		}
	}
	s.push(strips)
}

type gridSetter struct {
	*setter
	table *flow.Table
	edges []float64
	shift float64 // of the edges
}

// edge returns the edge after a number of columns.
func (g *gridSetter) edge(column int) float64 {
	return g.shift + g.edges[min(column, len(g.edges)-1)]
}

// row sets the cells of a row.
func (g *gridSetter) row(table *Element, row *flow.Row) gridRow {
	e := table.of(row.Role)
	made := gridRow{Row: row, cells: make([]gridCell, len(row.Cells)), keeps: keepsNext(row),
		earlier: g.paper.EarlierRows}
	column := row.Skip
	if row.Role == flow.TR && row.Skip > 0 {
		e.add(flow.TD).Span = row.Skip
	}
	for i := range row.Cells {
		cell := &row.Cells[i]
		next := column + max(1, cell.Span)
		one := gridCell{Cell: cell, left: g.edge(column), right: g.edge(next)}
		if !cell.Covered {
			one.element = elementOf(e, cell)
			if cell.Turn != flow.NoTurn {
				one.strips = []strip{{ends: true, height: g.lengthNeeded(&one, row)}}
			} else {
				one.strips = g.cell(one.element, cell, one.left, one.right)
			}
		}
		made.cells[i] = one
		made.top = max(made.top, cell.Borders.Top.Width)
		column = next
	}
	if rest := len(g.table.Edges) - 1 - column; row.Role == flow.TR && rest > 0 {
		e.add(flow.TD).Span = rest
	}
	made.height = made.natural()
	return made
}

// natural returns the height that the cells of one row need.
func (r *gridRow) natural() float64 {
	if r.Height > 0 {
		return r.Height
	}
	height := 0.0
	for i := range r.cells {
		if c := &r.cells[i]; r.merged || c.Rows <= 1 && !c.Covered {
			height = max(height, stackHeight(c.strips))
		}
	}
	return max(height+r.top, r.Least)
}

// elementOf returns the element of a cell of a row.
func elementOf(row *Element, cell *flow.Cell) *Element {
	e := row.of(cell.Role)
	if e.Scope = cell.Scope; cell.Role != flow.Div {
		e.Span, e.Rows = cell.Span, cell.Rows
	}
	return e
}

// cell sets the blocks of a cell.
func (g *gridSetter) cell(e *Element, cell *flow.Cell, left, right float64) []strip {
	inner := g.within(left+cell.Margins.Left, right-cell.Margins.Right)
	inner.strips = make([]strip, 0, len(cell.Blocks))
	inner.blocks(e, cell.Blocks)
	strips := inner.strips
	if g.table.Fit != flow.FitNot {
		g.misfits.Torn.addTorn(strips)
	}
	if len(strips) == 0 {
		strips = []strip{{ends: true}}
	}
	for i := range strips { // Word prevents no widows in cells
		if p := strips[i].paragraph; p != nil {
			strips[i].glued = p.KeepLines && !strips[i].ends
		}
		if g.paper.EarlierRows {
			strips[i].cells = nil
		}
	}
	strips[0].before += cell.Margins.Top
	strips[len(strips)-1].after += cell.Margins.Bottom
	return strips
}

// strip returns the strip of a row.
func (r *gridRow) strip() strip {
	count := 0
	for i := range r.cells {
		count += countLines(r.cells[i].strips)
	}
	lines := make([]Line, 0, 2*count) // of the row, and of one cell at a time
	whole := strip{ends: true, row: true, glued: r.joined || r.keeps, height: r.height, source: r.Row,
		lines: lines[:0:count]}
	for i := range r.cells {
		c := &r.cells[i]
		inner := strip{lines: lines[count:count]}
		inner.stack(c.strips)
		whole.put(inner, r.top+c.offset)
	}
	r.dress(&whole)
	if r.merged {
		whole.grid = r
	}
	if r.Height == 0 && !r.bound && !(r.earlier && (r.Whole || r.merged)) {
		whole.cells = r
	}
	return whole
}

// dress draws the backgrounds and the borders of the cells.
func (r *gridRow) dress(whole *strip) {
	for i := range r.cells {
		c := &r.cells[i]
		if c.Shade != 0 {
			whole.fills = slices.Insert(whole.fills, 0, Area{c.left, 0, c.right - c.left, whole.height, c.Shade, false})
		}
		b := &c.Borders
		for _, side := range []struct {
			flow.Border
			x1, y1, x2, y2 float64
		}{
			{b.Top, c.left, 0, c.right, 0}, {b.Bottom, c.left, whole.height, c.right, whole.height},
			{b.Left, c.left, 0, c.left, whole.height}, {b.Right, c.right, 0, c.right, whole.height},
		} {
			if side.Kind != flow.NoLine {
				whole.rules = append(whole.rules, ruleOf(side.Border, side.x1, side.y1, side.x2, side.y2))
			}
		}
	}
}
