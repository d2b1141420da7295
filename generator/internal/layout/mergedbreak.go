package layout

import (
	"slices"

	"protokol/generator/internal/flow"
)

// merger is what the parts of a cell over several rows have in common.
type merger struct {
	*flow.Cell         // the first of them
	rigid      bool    // it is not divided as in Word: it has too much, or its last row has a fixed height
	rest       []strip // its content from the current page on
	bottom     flow.Border
}

// mostMerged is how many rows a cell may cover to be divided as in Word, mostMergedCells the sum of the squares of the
// cells in each, and mostMergedLines how many lines it may have: all that remain are set again at every page, and each
// row once for each of its cells.
const (
	mostMerged      = 300
	mostMergedCells = 4_000
	mostMergedLines = 2_000
)

// merge notes that cells of rows are parts of one: the cell with an index in the first row and those below it.
func merge(rows []gridRow, index int) {
	cell := &rows[0].cells[index]
	cells := 0
	for i := range rows {
		cells += len(rows[i].cells) * len(rows[i].cells)
	}
	rigid := len(rows) > mostMerged || cells > mostMergedCells || len(cell.strips) > mostMergedLines ||
		rows[len(rows)-1].Height > 0
	m := &merger{Cell: cell.Cell, rigid: rigid, rest: cell.strips}
	for i := range rows {
		if part := rows[i].under(cell); part != nil {
			part.merger, m.bottom = m, part.Borders.Bottom
		}
	}
}

// partOf returns the index of the cell of a row that is a part of a cell over several rows, or -1.
func (s *strip) partOf(m *merger) int {
	if s.grid == nil {
		return -1
	}
	return slices.IndexFunc(s.grid.cells, func(c gridCell) bool { return c.merger == m })
}

// breakMerged ends the parts of cells over several rows with the page that ends before a strip, after a further one if
// head is not nil: what fits is aligned there, and the rest follows on the next page without a gap, as in Word. Both
// have all their borders.
func (d *distribution) breakMerged(from, to int, head *strip) {
	if d.apart || to >= len(d.strips) || d.strips[to].grid == nil {
		return
	}
	page := make([]*strip, 0, to-from+1)
	for i := from; i < to; i++ {
		page = append(page, &d.strips[i])
	}
	if head != nil {
		page = append(page, head)
	}
	for _, c := range d.strips[to].grid.cells {
		if c.merger == nil || len(page) == 0 || page[len(page)-1].partOf(c.merger) < 0 {
			continue
		}
		if c.merger.rigid {
			if len(c.strips) > 0 {
				d.misfits.Merged.add(d.strips[to].origin(), firstText(c.strips))
			}
			continue
		}
		above, below := len(page), to
		for above > 0 && page[above-1].partOf(c.merger) >= 0 {
			above--
		}
		for below < len(d.strips) && d.strips[below].partOf(c.merger) >= 0 {
			below++
		}
		c.merger.divide(page[above:], d.strips[to:below], above == 0)
	}
}

// divide distributes the rest of a merged cell over its rows on a page and those on the next ones. Begins says that
// the first of them begins its page. Footnotes stay where they are, since the page has room for no others.
func (m *merger) divide(page []*strip, next []strip, begins bool) {
	above, below := partsOf(page), make([]*strip, len(next))
	for i := range next {
		below[i] = &next[i]
	}
	after := partsOf(below)
	first, last := page[0].partOf(m), page[len(page)-1].partOf(m)
	edge := *above[len(above)-1].cells[last].Cell
	edge.Borders.Bottom = m.bottom
	above[len(above)-1].cells[last].Cell = &edge
	begin := next[0].partOf(m)
	top := *after[0].cells[begin].Cell
	top.Borders.Top = m.Borders.Top
	after[0].cells[begin].Cell = &top
	if !slices.ContainsFunc(m.rest, func(s strip) bool { return len(s.notes) > 0 }) {
		m.fill(above, first, begins)
		m.carry(after, begin, next[0].bare)
	}
	for i, s := range page {
		s.rebuild(&above[i])
	}
	for i := range next {
		next[i].rebuild(&after[i])
	}
}

// firstText returns the text of the first line of strips.
func firstText(strips []strip) string {
	for i := range strips {
		if lines := strips[i].filled().lines; len(lines) > 0 {
			return lines[0].Text()
		}
	}
	return ""
}

// partsOf returns copies of rows that may be changed.
func partsOf(strips []*strip) []gridRow {
	rows := make([]gridRow, len(strips))
	for i, s := range strips {
		rows[i] = *s.grid
		rows[i].cells = slices.Clone(rows[i].cells)
	}
	return rows
}

// fill deals what fits of the rest of a merged cell out to the rows of a page.
func (m *merger) fill(rows []gridRow, index int, begins bool) {
	m.clear(rows)
	height := -rows[0].top
	for i := range rows {
		height += rows[i].height
	}
	all := gridCell{Cell: m.Cell, strips: m.rest}
	begin, count, rest := all.divide(height, begins)
	m.rest = slices.Clone(m.rest[count:])
	if rest != nil {
		rest.settle()
		m.rest[0] = *rest
	}
	c := &rows[0].cells[index]
	c.strips = begin
	switch free := height - stackHeight(begin); {
	case m.Down == flow.Center:
		c.offset = max(0, free/2)
	case m.Down == flow.Right:
		c.offset = max(0, free)
	}
	deal(rows, index)
}

// carry deals the rest of a merged cell out to the rows of the next pages, of which the last is as high as that needs.
// Divided says that the first is the rest of a row.
func (m *merger) carry(rows []gridRow, index int, divided bool) {
	m.clear(rows)
	last := &rows[len(rows)-1]
	if divided {
		rows[0].measure()
	}
	if last.Height == 0 && !(divided && len(rows) == 1) {
		last.height = last.natural()
	}
	need := stackHeight(m.rest) + rows[0].top
	for i := range rows {
		need -= rows[i].height
	}
	if last.Height == 0 {
		last.height += max(0, need)
	}
	rows[0].cells[index].strips = m.rest
	deal(rows, index)
}

// clear removes the content of a merged cell from rows.
func (m *merger) clear(rows []gridRow) {
	for i := range rows {
		for j := range rows[i].cells {
			if c := &rows[i].cells[j]; c.merger == m {
				c.strips, c.offset, c.dealt, c.begun = nil, 0, false, nil
			}
		}
	}
}

// rebuild replaces the content of a row.
func (s *strip) rebuild(r *gridRow) {
	s.grid, s.height = r, r.height
	if s.cells != nil {
		s.cells = r
	}
	if s.bare {
		return
	}
	whole := r.strip()
	s.lines, s.rules, s.pictures = whole.lines, whole.rules, whole.pictures
	s.fills, s.floats, s.notes = whole.fills, whole.floats, whole.notes
}
