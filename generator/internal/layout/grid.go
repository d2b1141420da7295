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
	begun       *strip // the rest of the first strip, which was divided
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
	var strips, repeated []strip
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
	made := gridRow{Row: row, cells: make([]gridCell, len(row.Cells)), keeps: keepsNext(row)}
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
	inner.blocks(e, cell.Blocks)
	g.overfull = g.overfull || inner.overfull
	strips := inner.strips
	if len(strips) == 0 {
		strips = []strip{{ends: true}}
	}
	for i := range strips { // Word prevents no widows in cells
		if p := strips[i].paragraph; p != nil {
			strips[i].glued = p.KeepLines && !strips[i].ends
		}
	}
	strips[0].before += cell.Margins.Top
	strips[len(strips)-1].after += cell.Margins.Bottom
	return strips
}

// strip returns the strip of a row.
func (r *gridRow) strip() strip {
	whole := strip{ends: true, row: true, glued: r.joined || r.keeps, height: r.height}
	for i := range r.cells {
		c := &r.cells[i]
		inner := strip{}
		inner.stack(c.strips)
		whole.put(inner, r.top+c.offset)
	}
	r.dress(&whole)
	if r.Height == 0 && !r.bound {
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

// divideRow divides the row at which a page of some height ends, so that its first
// part fills the page, with its footnotes if these are divided between pages. The rest of
// the row takes its place in strips; ok is false if it cannot be divided. A row that should
// remain whole is divided only if it is higher than a page, so that no text is lost.
func divideRow(strips []strip, from, to int, height float64, notes bool) (at int, head strip, ok bool) {
	at = to
	if to == from+1 {
		need := depth(strips, from, to)
		if notes {
			need += notesOf(strips[from:to])
		}
		if need > height+slack {
			at = from // alone on its page, and too high
		}
	}
	if at >= len(strips) || strips[at].cells == nil || at > from && (strips[at].newPage || strips[at].cells.Whole) {
		return at, head, false
	}
	used, above := stackHeight(strips[at].head), 0.0
	if at > from {
		used = depth(strips, from, at) + strips[at-1].leading + max(strips[at-1].after, strips[at].before)
		if notes {
			above = notesOf(strips[from:at])
		}
	}
	row, room := &strips[at], height-used-above
	var tail strip
	if notes && len(row.notes) > 0 {
		head, tail, ok = row.divideNoted(room, above == 0)
	}
	if !ok && (!notes || len(row.notes) == 0 || at == from) {
		head, tail, ok = row.divide(room)
	}
	if ok {
		*row = tail
		row.settle()
	}
	return at, head, ok
}

// divideNoted divides a row so that its first part has at most a given height together with its footnotes; first says
// that no other footnotes are on the page.
func (s *strip) divideNoted(height float64, first bool) (head, tail strip, ok bool) {
	least, most := 0.0, height
	for range 12 {
		middle := (least + most) / 2
		begin, rest, divided := s.divide(middle)
		if divided && begin.height+notesHeight(begin.notes, first) > height+slack {
			most = middle
			continue
		}
		if least = middle; divided {
			head, tail, ok = begin, rest, true
		}
	}
	return head, tail, ok
}

// divide divides a row so that its first part has at most a given height. The row remains as it is until the second
// part is settled.
func (s *strip) divide(height float64) (head, tail strip, ok bool) {
	first, rest := *s.cells, *s.cells
	first.cells, rest.cells = slices.Clone(first.cells), slices.Clone(rest.cells)
	remains := false
	for i := range s.cells.cells {
		c := &s.cells.cells[i]
		begin, count, second := c.divide(height - first.top)
		if len(begin) == 0 && len(c.strips) > 0 {
			return head, tail, false
		}
		remains = remains || count < len(c.strips)
		first.cells[i].strips, rest.cells[i].strips, rest.cells[i].begun = begin, c.strips[count:], second
		first.cells[i].offset, rest.cells[i].offset = 0, 0
	}
	if !remains {
		return head, tail, false
	}
	first.height = min(first.natural(), height)
	rest.Row = &flow.Row{Role: rest.Role, Cells: rest.Row.Cells}
	notes := rest.measure()
	head, tail = first.strip(), strip{ends: true, row: true, glued: rest.joined || rest.keeps,
		height: rest.height, cells: &rest, bare: true, notes: notes}
	head.cells, head.glued, head.ends = nil, false, false
	for _, one := range []*strip{&head, &tail} {
		one.head, one.section, one.landscape = s.head, s.section, s.landscape
	}
	head.before, tail.after, head.newPage = s.before, s.after, s.newPage
	return head, tail, true
}

// divide returns the strips of a cell that fit in a height and may end a page, the number of those that are used up,
// and the rest of the next one if that is a row of a table inside, of which the first part fits, too.
func (c *gridCell) divide(height float64) (begin []strip, count int, rest *strip) {
	count, y := c.fits(height)
	begin = c.strips[:count:count]
	if count == len(c.strips) || c.strips[count].cells == nil || c.strips[count].cells.Whole ||
		count > 0 && c.strips[count-1].glued {
		return begin, count, nil
	}
	gap := c.strips[count].before
	if count > 0 {
		gap = max(gap, c.strips[count-1].after)
	}
	if head, tail, ok := c.strips[count].divide(height - y - gap); ok {
		begin, rest = append(begin, head), &tail
	}
	return begin, count, rest
}

// settle puts the rests of divided rows inside the cells at the beginning of these.
func (s *strip) settle() {
	for i := range s.cells.cells {
		if c := &s.cells.cells[i]; c.begun != nil {
			c.begun.settle()
			c.strips[0], c.begun = *c.begun, nil
		}
	}
}

// beyond is a height that no page has: the largest sheet of Word is 1584 pt high.
const beyond = 4096

// measure sets the height of the rest of a row and returns its footnotes. For a row that is higher than any page
// only the beginning counts, since it is measured again at every page.
func (r *gridRow) measure() (notes []strip) {
	r.height = r.Least
	for i := range r.cells {
		c := &r.cells[i]
		height, after := 0.0, 0.0
		for j := range c.strips {
			if height > beyond {
				break
			}
			one := &c.strips[j]
			if j == 0 && c.begun != nil {
				one = c.begun
			}
			height, after = height+max(after, one.before)+one.height, one.after
			notes = append(notes, one.notes...)
		}
		if r.merged || c.Rows <= 1 && !c.Covered {
			r.height = max(r.height, r.top+height+after)
		}
	}
	return notes
}

// filled returns a strip with the content of its cells. It is called when a strip is placed, because the rest of a
// row is divided further at every page.
func (s strip) filled() strip {
	if !s.bare {
		return s
	}
	whole := s.cells.strip()
	s.lines, s.rules, s.pictures = whole.lines, whole.rules, whole.pictures
	s.fills, s.floats, s.bare = whole.fills, whole.floats, false
	return s
}

// fits returns the number of strips of a cell that fit in a height and may end a
// page, and their height.
func (c *gridCell) fits(height float64) (count int, fitted float64) {
	y, after := 0.0, 0.0
	for count < len(c.strips) {
		one := &c.strips[count]
		if y += max(after, one.before) + one.height; y+one.after > height+slack {
			break
		}
		count, after, fitted = count+1, one.after, y
	}
	if count == len(c.strips) {
		return count, fitted
	}
	for count > 0 && c.strips[count-1].glued {
		count--
		fitted -= c.strips[count].height
	}
	return count, fitted
}
