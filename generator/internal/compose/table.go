package compose

import (
	"cmp"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Table is a table whose columns all have a width and an alignment.
type Table struct {
	Caption string     `about:"заголовок"`
	Columns []Column   `about:"столбцы"`
	Rows    [][]string `about:"строки: ячейки по порядку"`

	Landscape bool `about:"на альбомных листах"`
}

// Column is a column: its title, its share of the width, its alignment.
type Column struct {
	Title string `about:"заголовок"`
	Width int    `about:"доля ширины"`
	Align string `about:"выравнивание"`
	Head  bool   `about:"ячейки называют свои строки"`
}

// table returns the table of a key.
func (b *builder) table(key string, t *meeting.Table) *Table { return b.tableOn(key, t, false) }

// tableOn returns the table of a key on a page that may be turned.
func (b *builder) tableOn(key string, t *meeting.Table, landscape bool) *Table {
	if t == nil {
		return nil
	}
	view := &Table{Caption: b.origins.Value(key+".caption", t.Caption), Landscape: t.Landscape}
	widths, columns, rows := widths(t, t.Landscape || landscape), key+".columns", key+".rows"
	for i, c := range t.Columns {
		title := b.origins.Value(element(columns, i)+".title", c.Title)
		view.Columns = append(view.Columns, Column{title, widths[i], cmp.Or(c.Align, alignment(t, i)), c.Head})
	}
	for i, row := range t.Rows {
		view.Rows = append(view.Rows, b.values(element(rows, i), row))
	}
	return view
}

// widths returns the widths given in the file; columns without one get the
// average. If none is given, the widths follow from the content.
func widths(t *meeting.Table, landscape bool) []int {
	shares := make([]int, len(t.Columns))
	total, given := 0, 0
	for i, c := range t.Columns {
		if shares[i] = c.Width; c.Width > 0 {
			total, given = total+c.Width, given+1
		}
	}
	if given == 0 {
		return fittingWidths(t, landscape)
	}
	for i := range shares {
		if shares[i] == 0 {
			shares[i] = max(1, total/given)
		}
	}
	return shares
}

// alignment returns the alignment of a column that has none: amounts are at the
// right, numbers of rows and other things in the middle.
func alignment(t *meeting.Table, column int) string {
	if russian.IsOrdinal(t.Columns[column].Title) {
		return "center"
	}
	numbers := 0
	for _, row := range t.Rows {
		if column >= len(row) || russian.IsNothing(row[column]) {
			continue
		}
		if !russian.IsAmount(row[column]) {
			return "left"
		}
		numbers++
	}
	switch {
	case numbers == 0:
		return "left"
	case russian.IsIdentifier(t.Columns[column].Title):
		return "center"
	}
	return "right"
}
