package table

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// worksheetReader reads the rows of a worksheet (ECMA-376, part 1, 18.3.1.80).
type worksheetReader struct {
	workbook  *workbook
	part      string
	decoder   *xml.Decoder
	merged    mergedCells
	rowNumber int // of the current row
	cells     []Cell
}

// openWorksheet opens a worksheet. If column is not nil, it is called for the
// column definitions.
func (b *workbook) openWorksheet(part string, merges []mergedRange, column func(xml.StartElement)) (Reader, error) {
	decoder, err := b.decoder(part)
	if err != nil {
		return nil, err
	}
	s := &worksheetReader{workbook: b, part: part, decoder: decoder, merged: mergedCells{upcoming: merges}}
	for {
		token, err := s.decoder.RawToken()
		if err == io.EOF {
			return s, nil
		}
		if err != nil {
			return nil, corrupted(part, err)
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

// markHidden marks columns that are hidden in the worksheet.
func (t *Table) markHidden(col xml.StartElement) {
	if isTrue(attribute(col, "hidden")) {
		first, _ := strconv.Atoi(attribute(col, "min"))
		last, _ := strconv.Atoi(attribute(col, "max"))
		t.hideColumns(first-1, last-1, maxColumns)
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

func (s *worksheetReader) Next() (Row, error) {
	for {
		token, err := s.decoder.RawToken()
		if err != nil {
			return Row{}, corrupted(s.part, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local != "row" {
				continue
			}
			r, err := s.readRow(t)
			return r, corrupted(s.part, err)
		case xml.EndElement:
			if t.Name.Local == "sheetData" {
				return Row{}, io.EOF
			}
		}
	}
}

// readRow reads a row after its start tag.
func (s *worksheetReader) readRow(start xml.StartElement) (Row, error) {
	s.rowNumber++
	if n, err := strconv.Atoi(attribute(start, "r")); err == nil && n > s.rowNumber {
		s.rowNumber = n
	}
	s.cells = s.cells[:0]
	for {
		token, err := s.decoder.RawToken()
		if err != nil {
			return Row{}, noEOF(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "c" {
				if err := s.readCell(t); err != nil {
					return Row{}, err
				}
			}
		case xml.EndElement:
			if t.Name.Local == "row" {
				s.cells = s.merged.fill(s.rowNumber, s.cells)
				return Row{Number: s.rowNumber, Hidden: isTrue(attribute(start, "hidden")), Cells: s.cells}, nil
			}
		}
	}
}

// readCell reads a cell after its start tag and adds empty cells before it.
func (s *worksheetReader) readCell(start xml.StartElement) error {
	column := len(s.cells)
	if reference := attribute(start, "r"); reference != "" {
		at, _, ok := parseReference(reference)
		if !ok || at < column {
			return diag.Problem{
				Message: fmt.Sprintf("в строке %d книги ячейка без места: «%s»", s.rowNumber,
					printable.Excerpt(reference, 20)),
				Hint: "откройте её в Excel и сохраните заново"}
		}
		column = at
	}
	if column >= maxColumns {
		return diag.Problem{Message: fmt.Sprintf("в строке %d больше %d ячеек", s.rowNumber, maxColumns),
			Hint: "проверьте, тот ли это файл"}
	}
	for len(s.cells) < column {
		s.cells = append(s.cells, Cell{})
	}
	style, err := strconv.Atoi(attribute(start, "s"))
	if err != nil {
		style = 0
	}
	c, err := s.readContent(attribute(start, "t"), style)
	s.cells = append(s.cells, c)
	return err
}

// readContent reads the content of a cell and its end tag.
func (s *worksheetReader) readContent(kind string, style int) (c Cell, err error) {
	value, inside := "", ""
	for {
		token, err := s.decoder.RawToken()
		if err != nil {
			return c, noEOF(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch inside = t.Name.Local; inside {
			case "f":
				c.Formula = true
			case "is":
				if value, c.struck, err = readText(s.decoder, "is"); err != nil {
					return c, err
				}
			}
		case xml.CharData:
			if inside == "v" {
				value += string(t)
			}
		case xml.EndElement:
			if inside = ""; t.Name.Local == "c" {
				s.setValue(&c, kind, value, style)
				return c, nil
			}
		}
		if len(value) > maxCell {
			return c, diag.Problem{Message: fmt.Sprintf("в строке %d ячейка больше %d КБ", s.rowNumber, maxCell>>10),
				Hint: "в Excel ячейка вмещает 32 767 знаков; проверьте, тот ли это файл"}
		}
	}
}

// setValue sets the text of a cell from its stored value (18.18.11).
func (s *worksheetReader) setValue(c *Cell, kind, stored string, style int) {
	fail := func(message string) { c.problem, c.IsError = message, true }
	c.struck = c.struck || s.workbook.strikes(style)
	switch {
	case kind == "s" && strings.TrimSpace(stored) == "":
		// Some writers mark empty cells as shared strings, <c t="s"/>.
	case kind == "s":
		number, err := strconv.Atoi(strings.TrimSpace(stored))
		text, ok := s.workbook.strings.get(number)
		if c.Text = text; err != nil || !ok {
			fail("в книге нет текста этой ячейки: она повреждена")
		}
		c.struck = c.struck || s.workbook.strings.struck[number]
	case kind == "inlineStr":
		c.Text = stored
	case kind == "str":
		c.Text = unescape(stored)
	case kind == "e":
		fail(ErrorIn + printable.Excerpt(stored, 20))
	case stored == "":
		if c.Formula {
			fail(errNotSaved)
		}
	case kind == "b":
		c.Text = yesNo(isTrue(stored))
	case kind == "d":
		c.Text = isoDate(stored)
	default:
		if c.Text, c.problem = s.workbook.parseNumber(strings.TrimSpace(stored), style); c.problem != "" {
			c.IsError = true
		}
	}
}

// isoDate converts a date of ISO 8601 to the format of papers.
func isoDate(text string) string {
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05.999", time.RFC3339} {
		if at, err := time.Parse(layout, text); err == nil {
			return at.Format("02.01.2006")
		}
	}
	return text
}

// parseReference parses a cell reference: D17 is column 3, row 17.
func parseReference(text string) (column, row int, ok bool) {
	i := 0
	for i < len(text) && i < 4 && text[i] >= 'A' && text[i] <= 'Z' {
		column = column*26 + int(text[i]-'A') + 1
		i++
	}
	row, err := strconv.Atoi(text[i:])
	return column - 1, row, i > 0 && err == nil && row > 0
}
