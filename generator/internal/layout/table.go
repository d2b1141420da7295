package layout

import (
	"iter"
	"slices"

	"protokol/generator/internal/flow"
)

// tableSetter sets the rows of one table.
type tableSetter struct {
	*setter
	table *flow.Table
}

// table sets a table. Header rows repeat on every page; a row is split only when
// it is taller than a page.
func (s *setter) table(parent *Element, t *flow.Table) {
	if t.Frame == flow.Sides {
		s.grid(parent, t)
		return
	}
	set, first := tableSetter{s, t}, len(s.strips)
	e := parent.of(t.Role)
	if t.Caption != nil {
		s.paragraph(e.of(t.Caption.Role), t.Caption)
	}
	limit := s.page().TextHeight()
	var head []strip
	for i := range t.Header {
		head = append(head, set.row(e, &t.Header[i], limit)...)
	}
	for i := range head {
		head[i].glued = true
	}
	s.push(head)
	repeated := artifacts(head)
	limit -= stackHeight(head)
	for i := range t.Rows {
		strips := set.row(e, &t.Rows[i], limit)
		for j := range strips {
			strips[j].head = repeated
		}
		s.push(strips)
	}
	if last := len(s.strips) - 1; last >= first {
		s.strips[last].after = t.After
		if t.Caption == nil && first > 0 && !s.strips[first].newPage {
			s.strips[first].before = max(s.strips[first].before, t.Before)
		}
	}
}

// artifacts returns copies of strips without content: a screen reader reads
// repeated headers once (ISO 14289-1, 7.8).
func artifacts(strips []strip) []strip {
	copies := make([]strip, len(strips))
	for i, s := range strips {
		copies[i] = s
		copies[i].lines = nil
		for _, l := range s.lines {
			l.Runs = slices.Clone(l.Runs)
			l.Runs = slices.DeleteFunc(l.Runs, func(r Run) bool { return r.Kind == FormField })
			for j := range l.Runs {
				l.Runs[j].Element = nil
			}
			copies[i].lines = append(copies[i].lines, l)
		}
	}
	return copies
}

// row sets a row, split when it is taller than limit, unless its height is
// fixed.
func (s *tableSetter) row(table *Element, row *flow.Row, limit float64) []strip {
	e := table.of(row.Role)
	cells := make([][]strip, len(row.Cells))
	edges := append(make([]float64, 0, len(row.Cells)+1), s.left+s.table.Edges[0])
	column, height := 0, 0.0
	for i := range row.Cells {
		cell := &row.Cells[i]
		column = min(column+max(1, cell.Span), len(s.table.Edges)-1)
		edges = append(edges, s.left+s.table.Edges[column])
		cells[i] = s.cell(e, cell, edges[i], edges[i+1])
		height = max(height, stackHeight(cells[i]))
	}
	whole := strip{ends: true, row: true, glued: keepsNext(row), height: height + s.table.Rule}
	switch {
	case row.Height > 0:
		if whole.height > row.Height+slack {
			s.misfits.Overfull.add(nil, "")
		}
		whole.height, whole.leading = row.Height, reserve
	case height > limit:
		return s.slices(cells, edges)
	}
	for _, stack := range cells {
		whole.stack(stack)
	}
	s.frame(&whole, edges)
	whole.rules = append(whole.rules, s.borders(&whole, edges)...)
	return []strip{whole}
}

// keepsNext reports whether a row is kept with the next one: in Word a paragraph
// of a cell says so.
func keepsNext(row *flow.Row) bool {
	for i := range row.Cells {
		for _, block := range row.Cells[i].Blocks {
			if p, ok := block.(*flow.Paragraph); ok && p.KeepNext {
				return true
			}
		}
	}
	return false
}

// cell sets the blocks of a cell between two edges.
func (s *tableSetter) cell(row *Element, cell *flow.Cell, left, right float64) []strip {
	e := row.of(cell.Role)
	if e.Scope = cell.Scope; cell.Role != flow.Div {
		e.Span = cell.Span
	}
	inner := s.within(left+cell.Margins.Left, right-cell.Margins.Right)
	inner.blocks(e, cell.Blocks)
	strips := inner.strips
	if len(strips) == 0 {
		strips = []strip{{ends: true}}
	}
	strips[0].before += cell.Margins.Top
	strips[len(strips)-1].after += cell.Margins.Bottom
	return strips
}

// stackHeight returns the height of strips one below another.
func stackHeight(strips []strip) (height float64) {
	after := 0.0
	for _, s := range strips {
		height += max(after, s.before) + s.height
		after = s.after
	}
	return height + after
}

// stacked yields strips that stand one below another, with their depths.
func stacked(strips []strip) iter.Seq2[float64, *strip] {
	return func(yield func(float64, *strip) bool) {
		y, after := 0.0, 0.0
		for i := range strips {
			one := &strips[i]
			if y += max(after, one.before); !yield(y, one) {
				return
			}
			y, after = y+one.height, one.after
		}
	}
}

// stack arranges strips one below another in a strip.
func (s *strip) stack(strips []strip) {
	for y, inner := range stacked(strips) {
		s.put(*inner, y)
	}
}

// put adds the content of a strip at a depth.
func (s *strip) put(inner strip, y float64) {
	inner = inner.filled()
	for _, l := range inner.lines {
		l.drop(y)
		s.lines = append(s.lines, l)
	}
	for _, r := range inner.rules {
		r.Y1, r.Y2 = r.Y1+y, r.Y2+y
		s.rules = append(s.rules, r)
	}
	for _, p := range inner.pictures {
		p.Y += y
		s.pictures = append(s.pictures, p)
	}
	for _, f := range inner.fills {
		f.Y += y
		s.fills = append(s.fills, f)
	}
	for _, f := range inner.floats {
		f.top += y
		s.floats = append(s.floats, f)
	}
	s.notes = append(s.notes, inner.notes...)
}

// drop moves a line down.
func (l *Line) drop(y float64) {
	if l.Turn == flow.NoTurn {
		l.Baseline += y
	} else {
		l.AtY += y
	}
}

// frame draws the rules between the cells.
func (s *tableSetter) frame(row *strip, edges []float64) {
	if s.table.Frame != flow.Grid {
		return
	}
	for _, x := range edges {
		row.rules = append(row.rules, Rule{X1: x, X2: x, Y2: row.height, Width: s.table.Rule})
	}
}

// borders returns the rules above and below the cells of a row, or a writing
// line below the last cell.
func (s *tableSetter) borders(row *strip, edges []float64) []Rule {
	left, right := edges[0], edges[len(edges)-1]
	switch s.table.Frame {
	case flow.Underline:
		return []Rule{{X1: edges[len(edges)-2], Y1: row.height, X2: right, Y2: row.height, Width: s.table.Rule}}
	case flow.NoFrame:
		return nil
	}
	return []Rule{{X1: left, X2: right, Width: s.table.Rule},
		{X1: left, Y1: row.height, X2: right, Y2: row.height, Width: s.table.Rule}}
}

// slices splits a row taller than a page into strips of one line per cell. They
// are ruled at the ends of the row and at page breaks.
func (s *tableSetter) slices(cells [][]strip, edges []float64) []strip {
	count := 0
	for _, stack := range cells {
		count = max(count, len(stack))
	}
	parts := make([]strip, count)
	for i := range parts {
		slice := strip{row: true, glued: i == 0 || i == count-2, ends: i == count-1}
		for _, stack := range cells {
			if i < len(stack) {
				slice.height = max(slice.height, stack[i].before+stack[i].height+stack[i].after)
				slice.put(stack[i], stack[i].before)
			}
		}
		s.frame(&slice, edges)
		if borders := s.borders(&slice, edges); s.table.Frame == flow.Grid {
			slice.open = borders
			if i == 0 {
				slice.rules = append(slice.rules, borders[0])
			}
			if i == count-1 {
				slice.rules = append(slice.rules, borders[1])
			}
		}
		parts[i] = slice
	}
	return parts
}
