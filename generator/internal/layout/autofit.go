package layout

import (
	"cmp"
	"math"
	"slices"

	"protokol/generator/internal/flow"
)

// extents are the widths of the content of a column with the margins of its cells: the width of the widest word,
// that below which the column should not be made since a cell asks for it, and that of the longest paragraph.
type extents struct{ least, kept, most float64 }

// keep makes the kept width that of a cell whose lines are not wrapped (ECMA-376-1, 17.4.30).
func (e *extents) keep(least float64) {
	if math.IsInf(least, 1) {
		least = e.most
	}
	e.kept = max(e.least, least)
	e.most = max(e.most, e.kept)
}

// keepWithin makes the least widths of columns the kept ones, or as much of them as there is room for beside the
// words of all columns.
func keepWithin(room float64, list []extents) {
	least, kept := 0.0, 0.0
	for _, e := range list {
		least, kept = least+e.least, kept+max(e.least, e.kept)
	}
	part := 1.0
	if kept > room {
		part = max(0, (room-least)/(kept-least))
	}
	for i, e := range list {
		list[i].least += part * max(0, e.kept-e.least)
	}
}

// fitted returns the edges of the columns of a table: those that it asks for, or
// those that its content needs (ECMA-376-1, 17.18.87).
func (s *setter) fitted(t *flow.Table) []float64 {
	if t.Fit == flow.FitNot || len(t.Edges) < 2 {
		return t.Edges
	}
	widths := make([]float64, len(t.Edges)-1)
	for i := range widths {
		widths[i] = t.Edges[i+1] - t.Edges[i]
	}
	list := s.extents(t)
	most := t.Most
	if most == 0 {
		most = max(s.right-s.left, t.Edges[len(list)])
	}
	if t.Fit == flow.FitContent {
		keepWithin(cmp.Or(t.Wanted, most), list)
		dealOut(widths, list, t.Wanted, most)
	} else if keepWithin(max(t.Wanted, most), list); !dealLoose(widths, list, t, most) &&
		!widen(widths, list, t.Wanted, most) {
		return t.Edges
	}
	edges := slices.Clone(t.Edges)
	for i, w := range widths {
		edges[i+1] = edges[i] + w
	}
	return edges
}

// widen gives columns at least the width of their widest word. If the table is then wider than its wanted or
// maximum width, columns give up a part of the width that their words do not need; the columns of a narrower table
// grow in proportion to their widths. It reports whether something changed.
func widen(widths []float64, list []extents, wanted, most float64) (changed bool) {
	least, total := 0.0, 0.0
	for i := range widths {
		changed = changed || list[i].least > widths[i]+slack
		widths[i] = max(widths[i], list[i].least)
		least, total = least+list[i].least, total+widths[i]
	}
	limit := wanted
	if wanted == 0 {
		limit = most
	}
	limit = max(limit, min(least, most))
	switch {
	case total > limit+slack && least >= limit: // too narrow for its words
		for i := range widths {
			widths[i] = list[i].least * limit / least
		}
	case total > limit+slack:
		part := (total - limit) / (total - least)
		for i := range widths {
			widths[i] -= part * (widths[i] - list[i].least)
		}
	case wanted > total+slack:
		for i := range widths {
			widths[i] *= wanted / total
		}
	default:
		return changed
	}
	return true
}

// dealLoose gives the loose columns of a table the widths of their content in the room beside the others. It reports
// whether there are any, and room for their words.
func dealLoose(widths []float64, list []extents, t *flow.Table, most float64) bool {
	if t.Loose == nil {
		return false
	}
	room, least := cmp.Or(t.Wanted, most), 0.0
	var loose []extents
	for i, e := range list {
		if t.Loose[i] {
			loose, least = append(loose, e), least+e.least
		} else {
			room -= max(widths[i], e.least)
		}
	}
	if least > room {
		return false
	}
	wanted, made := 0.0, make([]float64, len(loose))
	if t.Wanted > 0 {
		wanted = room
	}
	dealOut(made, loose, wanted, room)
	for i, e := range list {
		if widths[i] = max(widths[i], e.least); t.Loose[i] {
			widths[i], made = made[0], made[1:]
		}
	}
	return true
}

// dealOut gives columns the widths of their content. Wanted is the width of the table, or 0 for the width of its
// content up to the maximum.
func dealOut(widths []float64, list []extents, wanted, most float64) {
	least, all := 0.0, 0.0
	for _, e := range list {
		least, all = least+e.least, all+e.most
	}
	if wanted == 0 {
		wanted = min(all, most)
	}
	for i, e := range list {
		switch {
		case all == 0:
			widths[i] = wanted / float64(len(list))
		case wanted >= all:
			widths[i] = e.most * wanted / all
		case wanted <= least: // too narrow for its words
			widths[i] = e.least * wanted / least
		default:
			widths[i] = e.least + (wanted-least)*(e.most-e.least)/(all-least)
		}
	}
}

// extents returns the widths of the content of every column.
func (s *setter) extents(t *flow.Table) []extents {
	list := make([]extents, len(t.Edges)-1)
	var spanning []spanned
	for _, rows := range [2][]flow.Row{t.Header, t.Rows} {
		for i := range rows {
			column := rows[i].Skip
			for j := range rows[i].Cells {
				cell := &rows[i].Cells[j]
				next := min(column+max(1, cell.Span), len(list))
				if column < next && !cell.Covered {
					one := s.extentsOfCell(cell)
					margins := cell.Margins.Left + cell.Margins.Right
					one.least, one.most = one.least+margins, one.most+margins
					one.keep(cell.Least)
					if next > column+1 {
						spanning = append(spanning, spanned{one, column, next})
					} else {
						e := &list[column]
						e.least, e.kept, e.most = max(e.least, one.least), max(e.kept, one.kept), max(e.most, one.most)
					}
				}
				column = next
			}
		}
	}
	if t.Fit == flow.FitWords {
		for _, one := range spanning {
			one.share(list, t.Edges)
		}
	}
	return list
}

// spanned is a cell over several columns.
type spanned struct {
	extents
	from, to int // columns
}

// share divides the widths of the widest word and of the lines of the cell among its columns by the widths that they
// ask for.
func (c *spanned) share(list []extents, edges []float64) {
	whole := edges[c.to] - edges[c.from]
	for i := c.from; i < c.to && whole > 0; i++ {
		part := (edges[i+1] - edges[i]) / whole
		list[i].least = max(list[i].least, c.least*part)
		list[i].kept = max(list[i].kept, c.kept*part)
	}
}

// extentsOfCell returns the widths of the content of a cell: for a turned cell, those of a line.
func (s *setter) extentsOfCell(cell *flow.Cell) extents {
	if cell.Turn == flow.NoTurn {
		return s.extentsOf(cell.Blocks)
	}
	inner := s.within(0, maxLine)
	inner.blocks(&Element{}, cell.Blocks)
	height := stackHeight(inner.strips)
	return extents{least: height, most: height}
}

// maxLine is wider than any line.
const maxLine = 1e5

// extentsOf returns the widths of blocks.
func (s *setter) extentsOf(blocks []flow.Block) (e extents) {
	for _, block := range blocks {
		var one extents
		switch b := block.(type) {
		case *flow.Paragraph:
			one = s.extentsOfParagraph(b)
		case *flow.List:
			for i := range b.Items {
				inner := s.extentsOf(b.Items[i].Blocks)
				one.least, one.most = max(one.least, inner.least), max(one.most, inner.most)
			}
		case *flow.Table:
			one.most = b.Edges[len(b.Edges)-1]
			if b.Fit == flow.FitNot {
				one.least = one.most
			}
		}
		e.least, e.most = max(e.least, one.least), max(e.most, one.most)
	}
	return e
}

func (s *setter) extentsOfParagraph(p *flow.Paragraph) (e extents) {
	label := s.cutter.label
	if s.cutter.label == nil {
		s.cutter.label = &Element{}
	}
	loose := s.cutter.loose
	s.cutter.loose = true // to ONLYOFFICE, too, words in brackets are words of their own here
	words := s.words(p.Runs, &Element{})
	s.cutter.label, s.cutter.loose = label, loose
	line := p.First
	for i := range words {
		w := &words[i]
		if w.isTab() {
			line += max(p.TabStep, 0)
			continue
		}
		e.least = max(e.least, w.width)
		line += w.width
		e.most = max(e.most, line)
		if line += w.space; w.ends {
			line = 0
		}
	}
	beside := max(0, p.Indent) + max(0, p.Right)
	return extents{least: e.least + beside, most: e.most + beside}
}
