package layout

import (
	"slices"

	"protokol/generator/document"
	"protokol/generator/style"
)

// grid is the geometry of a table: the left edge of every column and, at the
// end, the right edge of the last.
type grid []float64

func (s *setter) grid(columns []document.Column) grid {
	total := 0.0
	for _, c := range columns {
		total += c.Width
	}
	edges := grid{0}
	at := 0.0
	for _, c := range columns {
		at += c.Width
		edges = append(edges, s.width*at/total)
	}
	return edges
}

// tableSetter sets the rows of one table.
type tableSetter struct {
	*setter
	look    style.Table
	columns []document.Column
	edges   grid
}

// table sets a table. Its header rows are repeated on every page; a row is
// split only when it is taller than a page. What has no rules around its cells
// is not a table to those who hear it, but text in columns (ISO 14289-1, 7.5).
func (s *setter) table(parent *Element, t document.Table) {
	set := tableSetter{s, s.sheet.Look(t.Look), t.Columns, s.grid(t.Columns)}
	roles := [...]string{"Table", "TR", "TH", "TD", "Caption"}
	if set.look.Frame != style.Ruled {
		roles = [...]string{"Div", "Div", "Div", "Div", "P"}
	}
	e := parent.add(roles[0])
	if len(t.Caption) > 0 {
		st := s.style(set.look.TitleStyle)
		st.KeepNext = true
		s.paragraph(e.add(roles[4]), st, t.Caption, 0)
	}
	limit := s.sheet.Page.TextHeight() * mm
	var head []strip
	for _, row := range t.Header {
		head = append(head, set.row(e.add(roles[1]), row, roles[2], true, limit)...)
	}
	for i := range head {
		head[i].glued = true
	}
	s.push(head)
	repeated := artifacts(head)
	limit -= stackHeight(head)
	for _, row := range t.Rows {
		strips := set.row(e.add(roles[1]), row, roles[3], false, limit)
		for i := range strips {
			strips[i].head = repeated
		}
		s.push(strips)
	}
	s.strips[len(s.strips)-1].after = set.look.After
}

// artifacts copies strips as what is not content: a header repeated on the
// next page is read aloud once (ISO 14289-1, 7.8).
func artifacts(strips []strip) []strip {
	copies := make([]strip, len(strips))
	for i, s := range strips {
		copies[i] = s
		copies[i].lines = nil
		for _, l := range s.lines {
			l.Runs = slices.Clone(l.Runs)
			l.Runs = slices.DeleteFunc(l.Runs, func(r Run) bool { return r.Mark == FormField })
			for j := range l.Runs {
				l.Runs[j].Element = nil
			}
			copies[i].lines = append(copies[i].lines, l)
		}
	}
	return copies
}

// row sets one row, split when it is taller than limit and of no given height.
func (s *tableSetter) row(e *Element, row document.Row, role string, head bool, limit float64) []strip {
	cells := make([][]strip, len(row.Cells))
	spans := grid{s.edges[0]}
	column, height := 0, 0.0
	for i, cell := range row.Cells {
		span := max(1, cell.Span)
		last := min(column+span, len(s.columns))
		td := e.add(role)
		if s.look.Frame == style.Ruled {
			td.Span = cell.Span
		}
		if td.Scope = s.scope(head, column); td.Scope != "" {
			td.Role = "TH"
		}
		cells[i] = s.cell(td, cell, s.columns[column], s.edges[column], s.edges[last], head)
		height = max(height, stackHeight(cells[i]))
		column = last
		spans = append(spans, s.edges[column])
	}
	whole := strip{ends: true, height: height + s.look.Rule}
	switch given := s.look.RowHeight * mm; {
	case given > 0:
		s.overfull = s.overfull || whole.height > given+slack
		whole.height = given
	case height > limit:
		return s.slices(cells, spans)
	}
	for _, stack := range cells {
		whole.stack(stack)
	}
	s.frame(&whole, spans)
	whole.rules = append(whole.rules, s.borders(&whole, spans)...)
	return []strip{whole}
}

// scope is what a cell is the header of: its column in a header row, its row in
// a column that names rows, else nothing.
func (s *tableSetter) scope(head bool, column int) string {
	switch {
	case s.look.Frame != style.Ruled:
		return ""
	case head:
		return "Column"
	case s.columns[column].Head:
		return "Row"
	}
	return ""
}

// cell sets the blocks of a cell between two edges. Its paragraphs take the
// cell's style and alignment unless they name a style of their own; an empty
// cell holds an empty line.
func (s *tableSetter) cell(e *Element, cell document.Cell, column document.Column, left, right float64, head bool) []strip {
	padding := s.look.Padding * mm
	inner := setter{sheet: s.sheet, family: s.family, hand: s.hand, width: right - padding}
	for _, block := range cell.Blocks {
		p, ok := block.(document.Paragraph)
		if !ok || p.Style != "" {
			inner.blocks(e, []document.Block{block}, left+padding)
			continue
		}
		st := s.style(s.look.CellStyle)
		if head {
			st = s.style(s.look.HeadStyle)
		} else if column.Align != "" {
			st.Align = style.Align(column.Align)
		}
		inner.paragraph(e, st, p.Inlines, left+padding)
	}
	s.overfull = s.overfull || inner.overfull
	strips := inner.strips
	if len(strips) == 0 {
		strips = s.linesToStrips(make([]Line, 1), s.style(s.look.CellStyle))
	}
	strips[0].before += s.look.Top * mm
	strips[len(strips)-1].after += s.look.Bottom * mm
	return strips
}

// stackHeight is how tall strips are one above another.
func stackHeight(strips []strip) (height float64) {
	after := 0.0
	for _, s := range strips {
		height += max(after, s.before) + s.height
		after = s.after
	}
	return height + after
}

// stack puts strips one above another into a strip.
func (s *strip) stack(strips []strip) {
	y, after := 0.0, 0.0
	for _, inner := range strips {
		y += max(after, inner.before)
		s.put(inner, y)
		y, after = y+inner.height, inner.after
	}
}

// put places what a strip holds at a depth.
func (s *strip) put(inner strip, y float64) {
	for _, l := range inner.lines {
		l.Baseline += y
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
}

// frame draws the rules between the cells.
func (s *tableSetter) frame(row *strip, edges grid) {
	if s.look.Frame != style.Ruled {
		return
	}
	for _, x := range edges {
		row.rules = append(row.rules, Rule{x, 0, x, row.height, s.look.Rule})
	}
}

// borders are the rules that begin and end a row: above and below the cells, or a
// line to write on below the last.
func (s *tableSetter) borders(row *strip, edges grid) []Rule {
	left, right := edges[0], edges[len(edges)-1]
	switch s.look.Frame {
	case style.Lines:
		return []Rule{{edges[len(edges)-2], row.height, right, row.height, s.look.Rule}}
	case style.Unruled:
		return nil
	}
	return []Rule{{left, 0, right, 0, s.look.Rule}, {left, row.height, right, row.height, s.look.Rule}}
}

// slices cuts a row that no page could hold into strips of one line a cell.
// A slice is ruled above and below at the row's ends, and where a page begins
// or ends with it.
func (s *tableSetter) slices(cells [][]strip, edges grid) []strip {
	count := 0
	for _, stack := range cells {
		count = max(count, len(stack))
	}
	parts := make([]strip, count)
	for i := range parts {
		slice := strip{glued: i == 0 || i == count-2, ends: i == count-1}
		for _, stack := range cells {
			if i < len(stack) {
				slice.height = max(slice.height, stack[i].before+stack[i].height+stack[i].after)
				slice.put(stack[i], stack[i].before)
			}
		}
		s.frame(&slice, edges)
		if borders := s.borders(&slice, edges); s.look.Frame == style.Ruled {
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
