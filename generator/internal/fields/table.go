package fields

import (
	"fmt"

	"protokol/generator/internal/meeting"
)

// maxCells is the number of columns of a table that have names.
const maxCells = 12

// tableRecord is the fields of a table of the file: its rows repeat, their cells
// are numbered.
func tableRecord() *Record {
	r := &Record{Name: "таблица"}
	r.add("заголовок, caption", Text, nil, of(func(i *Item, t *meeting.Table) Value {
		return text(i.Key+".caption", t.Caption)
	}))
	column := &Record{Name: "столбец", Genitive: "столбца"}
	column.add("заголовок, title", Text, nil, of(func(i *Item, c *meeting.Column) Value {
		return text(i.Key+".title", c.Title)
	}))
	position(column)
	r.add("столбцы, columns", List, column, of(func(i *Item, t *meeting.Table) Value {
		return list(i, i.Key+".columns", t.Columns)
	}))
	row := &Record{Name: "строка таблицы", Genitive: "строки таблицы"}
	row.add("ячейки, cells", List, paragraphRecord("ячейка", "ячейки"), of(func(i *Item, cells *[]string) Value {
		return texts(i, i.Key, *cells)
	}))
	for n := range maxCells {
		row.add(fmt.Sprintf("ячейка %d, cell%d", n+1, n+1), Text, nil, of(func(i *Item, cells *[]string) Value {
			v := Value{Key: element(i.Key, n)}
			if n < len(*cells) {
				v = text(v.Key, (*cells)[n])
				v.stated = true
			}
			return v
		}))
	}
	position(row)
	r.add("строки, строки таблицы, rows", List, row, of(func(i *Item, t *meeting.Table) Value {
		return list(i, i.Key+".rows", t.Rows)
	}))
	return r
}
