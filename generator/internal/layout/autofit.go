package layout

import (
	"slices"

	"protokol/generator/internal/flow"
)

// extents are the widths of the content of a column with the margins of its cells:
// that of the widest word, and that of the longest paragraph.
type extents struct{ least, most float64 }

// fitted returns the edges of the columns of a table: those that it asks for, or
// those that its content needs (ECMA-376-1, 17.18.87).
func (s *setter) fitted(t *flow.Table) []float64 {
	if t.Fit == flow.FitNot || len(t.Edges) < 2 {
		return t.Edges
	}
	list := s.extents(t)
	widths := make([]float64, len(list))
	changed := t.Fit == flow.FitContent
	for i := range widths {
		widths[i] = t.Edges[i+1] - t.Edges[i]
		changed = changed || list[i].least > widths[i]+slack
	}
	if !changed {
		return t.Edges
	}
	most := max(s.right-s.left, t.Edges[len(list)])
	switch {
	case t.Fit == flow.FitContent:
		dealOut(widths, list, t.Wanted, most)
	case !widen(widths, list, most):
		return t.Edges
	}
	edges := slices.Clone(t.Edges)
	for i, w := range widths {
		edges[i+1] = edges[i] + w
	}
	return edges
}

// widen gives columns the width of their widest word, at the expense of the others,
// or of the table up to a width. It reports whether there is enough room.
func widen(widths []float64, list []extents, most float64) bool {
	missing, spare, total := 0.0, 0.0, 0.0
	for i, w := range widths {
		missing += max(0, list[i].least-w)
		spare += max(0, w-list[i].least)
		total += w
	}
	if missing > spare+max(0, most-total) {
		return false
	}
	part := 1.0
	if spare > 0 {
		part = min(1, missing/spare)
	}
	for i, w := range widths {
		widths[i] = max(w-part*max(0, w-list[i].least), list[i].least)
	}
	return true
}

// dealOut gives columns the widths of their content. Wanted is the width of the
// table, or 0 for that of its content, at most so much.
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
	for _, rows := range [2][]flow.Row{t.Header, t.Rows} {
		for i := range rows {
			column := rows[i].Skip
			for j := range rows[i].Cells {
				cell := &rows[i].Cells[j]
				if span := max(1, cell.Span); span == 1 && column < len(list) && !cell.Covered {
					one := s.extentsOf(cell.Blocks)
					margins := cell.Margins.Left + cell.Margins.Right
					e := &list[column]
					e.least, e.most = max(e.least, one.least+margins), max(e.most, one.most+margins)
				}
				column += max(1, cell.Span)
			}
		}
	}
	return list
}

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
	words := s.words(p.Runs, &Element{})
	s.cutter.label = label
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
	return extents{e.least + beside, e.most + beside}
}
