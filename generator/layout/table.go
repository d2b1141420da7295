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

// table sets a table. Its header rows are repeated on every page; a row is
// split only when it is taller than a page.
func (s *setter) table(e *Element, t document.Table) {
	if len(t.Caption) > 0 {
		st := s.style(s.sheet.Table.TitleStyle)
		st.KeepNext = true
		s.paragraph(e.add("Caption"), st, t.Caption, 0)
	}
	edges := s.grid(t.Columns)
	limit := s.sheet.Page.TextHeight() * mm
	var head []strip
	for _, row := range t.Header {
		head = append(head, s.row(e.add("TR"), row, t.Columns, edges, "TH", limit)...)
	}
	for i := range head {
		head[i].glued = true
	}
	s.push(head)
	repeated := artifacts(head)
	limit -= stackHeight(head)
	for _, row := range t.Rows {
		strips := s.row(e.add("TR"), row, t.Columns, edges, "TD", limit)
		for i := range strips {
			strips[i].head = repeated
		}
		s.push(strips)
	}
	s.strips[len(s.strips)-1].after = s.sheet.Table.After
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
			for j := range l.Runs {
				l.Runs[j].Element = nil
			}
			copies[i].lines = append(copies[i].lines, l)
		}
	}
	return copies
}

// row sets one row, split when it is taller than limit.
func (s *setter) row(e *Element, row document.Row, columns []document.Column, edges grid, role string, limit float64) []strip {
	cells := make([][]strip, len(row.Cells))
	spans := grid{edges[0]}
	column, height := 0, 0.0
	for i, cell := range row.Cells {
		span := max(1, cell.Span)
		last := min(column+span, len(columns))
		td := e.add(role)
		td.Span = cell.Span
		if role == "TH" {
			td.Scope = "Column"
		} else if columns[column].Head {
			td.Role, td.Scope = "TH", "Row"
		}
		cells[i] = s.cell(td, cell, columns[column], edges[column], edges[last], role)
		height = max(height, stackHeight(cells[i]))
		column = last
		spans = append(spans, edges[column])
	}
	if height > limit {
		return s.slices(cells, spans)
	}
	whole := strip{ends: true, height: height + s.sheet.Table.Rule}
	for _, stack := range cells {
		whole.stack(stack)
	}
	whole.frame(spans, s.sheet.Table.Rule)
	whole.rules = append(whole.rules, whole.edges(spans, s.sheet.Table.Rule)...)
	return []strip{whole}
}

// cell sets the blocks of a cell between two edges. Its paragraphs take the
// cell's style and alignment unless they name a style of their own.
func (s *setter) cell(e *Element, cell document.Cell, column document.Column, left, right float64, role string) []strip {
	padding := s.sheet.Table.Padding * mm
	inner := setter{sheet: s.sheet, family: s.family, width: right - padding}
	for _, block := range cell.Blocks {
		p, ok := block.(document.Paragraph)
		if !ok || p.Style != "" {
			inner.blocks(e, []document.Block{block}, left+padding)
			continue
		}
		st := s.style(s.sheet.Table.CellStyle)
		if role == "TH" {
			st = s.style(s.sheet.Table.HeadStyle)
		} else if column.Align != "" {
			st.Align = style.Align(column.Align)
		}
		inner.paragraph(e, st, p.Inlines, left+padding)
	}
	return inner.strips
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
func (s *strip) frame(edges grid, width float64) {
	for _, x := range edges {
		s.rules = append(s.rules, Rule{x, 0, x, s.height, width})
	}
}

// edges are the rules above and below the cells.
func (s *strip) edges(edges grid, width float64) []Rule {
	left, right := edges[0], edges[len(edges)-1]
	return []Rule{{left, 0, right, 0, width}, {left, s.height, right, s.height, width}}
}

// slices cuts a row that no page could hold into strips of one line a cell.
// A slice is ruled above and below at the row's ends, and where a page begins
// or ends with it.
func (s *setter) slices(cells [][]strip, edges grid) []strip {
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
		slice.frame(edges, s.sheet.Table.Rule)
		slice.open = slice.edges(edges, s.sheet.Table.Rule)
		if i == 0 {
			slice.rules = append(slice.rules, slice.open[0])
		}
		if i == count-1 {
			slice.rules = append(slice.rules, slice.open[1])
		}
		parts[i] = slice
	}
	return parts
}
