package list

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"protokol/generator/diag"
)

// sheetRows reads the rows of a sheet (ECMA-376, part 1, 18.3.1.80).
type sheetRows struct {
	book    *workbook
	part    string
	decoder *xml.Decoder
	merges  []merge // that are still to come, from the top
	active  []filler
	number  int // of the row read last
	cells   []cell
}

// filler is a merged cell some rows of which were read.
type filler struct {
	merge
	text string
}

// rows opens a sheet. What it says of its columns is shown to column, which
// may be nil.
func (b *workbook) rows(part string, merges []merge, column func(xml.StartElement)) (rows, error) {
	r, err := b.reader(part)
	if err != nil {
		return nil, err
	}
	s := &sheetRows{book: b, part: part, decoder: xml.NewDecoder(r), merges: merges}
	for {
		token, err := s.decoder.RawToken()
		if err == io.EOF {
			return s, nil
		}
		if err != nil {
			return nil, spoilt(part, err)
		}
		start, _ := token.(xml.StartElement)
		switch {
		case start.Name.Local == "sheetData":
			return s, nil
		case start.Name.Local == "col" && column != nil:
			column(start)
		}
	}
}

// hide marks columns that are hidden in a sheet.
func (l *List) hide(col xml.StartElement) {
	first, _ := strconv.Atoi(attribute(col, "min"))
	last, _ := strconv.Atoi(attribute(col, "max"))
	if !isTrue(attribute(col, "hidden")) || first < 1 || last >= maxColumns {
		return // hidden to the last column: there is nothing in these
	}
	for i := len(l.Columns); i < last; i++ {
		l.Columns = append(l.Columns, Column{Letter: letters(i)})
	}
	for i := first - 1; i < last; i++ {
		l.Columns[i].Hidden = true
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && (a.Name.Space == "" || name == "id") {
			return a.Value
		}
	}
	return ""
}

func (s *sheetRows) next() (row, error) {
	for {
		token, err := s.decoder.RawToken()
		if err != nil {
			return row{}, spoilt(s.part, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local != "row" {
				continue
			}
			r, err := s.row(t)
			return r, spoilt(s.part, err)
		case xml.EndElement:
			if t.Name.Local == "sheetData" {
				return row{}, io.EOF
			}
		}
	}
}

// row reads a row whose start was just read.
func (s *sheetRows) row(start xml.StartElement) (row, error) {
	s.number++
	if n, err := strconv.Atoi(attribute(start, "r")); err == nil && n > s.number {
		s.number = n
	}
	s.cells = s.cells[:0]
	for {
		token, err := s.decoder.RawToken()
		if err != nil {
			return row{}, unexpected(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "c" {
				if err := s.cell(t); err != nil {
					return row{}, err
				}
			}
		case xml.EndElement:
			if t.Name.Local == "row" {
				s.fill()
				return row{number: s.number, hidden: isTrue(attribute(start, "hidden")), cells: s.cells}, nil
			}
		}
	}
}

// cell reads a cell whose start was just read, and those left out before it.
func (s *sheetRows) cell(start xml.StartElement) error {
	column := len(s.cells)
	if reference := attribute(start, "r"); reference != "" {
		at, _, ok := parseReference(reference)
		if !ok || at < column {
			return diag.Problem{Message: fmt.Sprintf("в строке %d книги ячейка без места: «%s»", s.number, shorten(reference, 20)), Hint: "откройте её в Excel и сохраните заново"}
		}
		column = at
	}
	if column >= maxColumns {
		return diag.Problem{Message: fmt.Sprintf("в строке %d больше %d ячеек", s.number, maxColumns), Hint: "проверьте, тот ли это файл"}
	}
	for len(s.cells) < column {
		s.cells = append(s.cells, cell{})
	}
	style, err := strconv.Atoi(attribute(start, "s"))
	if err != nil {
		style = 0
	}
	c, err := s.content(attribute(start, "t"), style)
	s.cells = append(s.cells, c)
	return err
}

// content reads what is in a cell, to its end.
func (s *sheetRows) content(kind string, style int) (c cell, err error) {
	value, inside := "", ""
	for {
		token, err := s.decoder.RawToken()
		if err != nil {
			return c, unexpected(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch inside = t.Name.Local; inside {
			case "f":
				c.formula = true
			case "is":
				if value, err = textOf(s.decoder, "is"); err != nil {
					return c, err
				}
			}
		case xml.CharData:
			if inside == "v" {
				value += string(t)
			}
		case xml.EndElement:
			if inside = ""; t.Name.Local == "c" {
				s.value(&c, kind, value, style)
				return c, nil
			}
		}
		if len(value) > maxCell {
			return c, diag.Problem{Message: fmt.Sprintf("в строке %d ячейка больше %d КБ", s.number, maxCell>>10), Hint: "в Excel ячейка вмещает 32 767 знаков; проверьте, тот ли это файл"}
		}
	}
}

// value makes the text of a cell of what is stored (18.18.11).
func (s *sheetRows) value(c *cell, kind, stored string, style int) {
	flaw := func(message string) { c.flaw, c.serious = message, true }
	switch {
	case kind == "s":
		number, err := strconv.Atoi(strings.TrimSpace(stored))
		text, ok := s.book.strings.get(number)
		if c.text = text; err != nil || !ok {
			flaw("в книге нет текста этой ячейки: она повреждена")
		}
	case kind == "inlineStr":
		c.text = stored
	case kind == "str":
		c.text = unescaped(stored)
	case kind == "e":
		flaw("в ячейке ошибка таблицы " + shorten(stored, 20))
	case stored == "":
		if c.formula {
			flaw("формула, значение которой не сохранено: откройте список в Excel и сохраните")
		}
	case kind == "b":
		c.text = yesNo(isTrue(stored))
	case kind == "d":
		c.text = isoDate(stored)
	default:
		if c.text, c.flaw = s.book.number(strings.TrimSpace(stored), style); c.flaw != "" {
			c.serious = true
		}
	}
}

// isoDate writes a date of ISO 8601 as a paper does.
func isoDate(text string) string {
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05.999", time.RFC3339} {
		if at, err := time.Parse(layout, text); err == nil {
			return at.Format("02.01.2006")
		}
	}
	return text
}

// fill gives the rows of a merged cell the text of its first row: whoever
// merged them meant it for all.
func (s *sheetRows) fill() {
	s.active = slices.DeleteFunc(s.active, func(f filler) bool { return f.bottom < s.number })
	for len(s.merges) > 0 && s.merges[0].top <= s.number {
		m := s.merges[0]
		s.merges = s.merges[1:]
		if m.top == s.number && m.bottom > m.top && m.left < len(s.cells) && s.cells[m.left].text != "" {
			s.active = append(s.active, filler{m, s.cells[m.left].text})
		}
	}
	for _, f := range s.active {
		if f.top == s.number {
			continue
		}
		for len(s.cells) <= f.left {
			s.cells = append(s.cells, cell{})
		}
		if s.cells[f.left].text == "" {
			s.cells[f.left] = cell{text: f.text, from: f.top}
		}
	}
}

// parseReference reads the place of a cell: D17 is column 3, row 17.
func parseReference(text string) (column, row int, ok bool) {
	i := 0
	for i < len(text) && i < 4 && text[i] >= 'A' && text[i] <= 'Z' {
		column = column*26 + int(text[i]-'A') + 1
		i++
	}
	row, err := strconv.Atoi(text[i:])
	return column - 1, row, i > 0 && err == nil && row > 0
}
