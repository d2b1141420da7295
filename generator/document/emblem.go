package document

import "slices"

// Emblem is the picture that a paper begins with. It may be higher than the text (ГОСТ Р 7.0.97, 5.1: 10 mm below
// the edge of the sheet).
type Emblem struct {
	Figure Figure
	Share  float64 // of the width of the text in which it is centred, from the left
}

// Emblem returns the picture that a document begins with, alone or in the first of
// some columns, and the blocks without it.
func (d *Document) Emblem() (e Emblem, rest []Block, ok bool) {
	if len(d.Blocks) == 0 {
		return e, d.Blocks, false
	}
	switch first := d.Blocks[0].(type) {
	case Figure:
		e.Figure, e.Share, ok = first, 1, true
		rest = d.Blocks[1:]
	case Table:
		e, first, ok = columnEmblem(first)
		rest = slices.Concat([]Block{first}, d.Blocks[1:])
	}
	if !ok || e.Figure.Height == 0 || len(e.Figure.Caption) > 0 {
		return Emblem{}, d.Blocks, false
	}
	return e, rest, true
}

// columnEmblem returns the picture in the first cell of a table, and the table
// without it.
func columnEmblem(t Table) (e Emblem, rest Table, ok bool) {
	if len(t.Header) > 0 || len(t.Caption) > 0 || len(t.Rows) == 0 || len(t.Rows[0].Cells) == 0 {
		return e, t, false
	}
	cell := t.Rows[0].Cells[0]
	if len(cell.Blocks) < 2 {
		return e, t, false
	}
	if e.Figure, ok = cell.Blocks[0].(Figure); !ok {
		return e, t, false
	}
	total := 0.0
	for i, c := range t.Columns {
		if total += c.Width; i < max(1, cell.Span) {
			e.Share += c.Width
		}
	}
	e.Share /= total
	cell.Blocks = cell.Blocks[1:]
	t.Rows = slices.Clone(t.Rows)
	t.Rows[0].Cells = slices.Concat([]Cell{cell}, t.Rows[0].Cells[1:])
	return e, t, true
}
