package compose

import (
	"cmp"
	"unicode/utf8"

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
func (b *builder) table(key string, t *meeting.Table) *Table {
	if t == nil {
		return nil
	}
	view := &Table{Caption: b.origins.Value(key+".caption", t.Caption), Landscape: t.Landscape}
	widths, columns, rows := widths(t), key+".columns", key+".rows"
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
func widths(t *meeting.Table) []int {
	shares := make([]int, len(t.Columns))
	total, given := 0, 0
	for i, c := range t.Columns {
		if shares[i] = c.Width; c.Width > 0 {
			total, given = total+c.Width, given+1
		}
	}
	for i := range shares {
		switch {
		case shares[i] > 0:
		case given > 0:
			shares[i] = max(1, total/given)
		default:
			shares[i] = room(t, i)
		}
	}
	return shares
}

// alignment returns the alignment of a column that has none: numbers are at the
// right, ordinal numbers of the rows in the middle.
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
	if numbers == 0 {
		return "left"
	}
	return "right"
}

// room returns the number of letters for a column: that of its longest cell up
// to a maximum. Layout widens columns that are narrower than their longest word.
func room(t *meeting.Table, column int) int {
	const enough, air = 40, 2
	longest := utf8.RuneCountInString(t.Columns[column].Title)
	for _, row := range t.Rows {
		if column < len(row) {
			longest = max(longest, utf8.RuneCountInString(row[column]))
		}
	}
	return min(longest, enough) + air
}
