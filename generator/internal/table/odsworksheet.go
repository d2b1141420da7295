package table

import (
	"encoding/xml"
	"fmt"
	"io"

	"protokol/generator/diag"
)

// Limits of a worksheet of OpenDocument. A file of a few bytes can repeat a cell a
// billion times.
const (
	maxODSRows      = 1 << 20
	maxODSRepeated  = 512 << 10 // cells that repeat another or lie far to the right
	maxODSRepeatedB = 128 << 20 // bytes of these cells
	usualColumns    = 256
)

// odsReader reads the rows of a worksheet (ODF 1.3, part 3, 9.1).
type odsReader struct {
	book    *ods
	decoder *xml.Decoder
	columns []odsColumns
	pending *xml.StartElement // a row whose start tag was read with the columns

	repeats  int  // how often the current row follows yet
	size     int  // bytes of its texts
	hidden   bool // whether it is hidden
	number   int  // of the last row read
	rowStyle string
	cells    []Cell // of the row as it is in the file
	filled   []Cell // with those of merged cells
	merged   mergedCells

	repeatedCells, repeatedBytes int // so far
}

// odsColumns are columns with the same properties, up to an index.
type odsColumns struct {
	end    int
	style  string
	hidden bool
}

// openWorksheet opens a worksheet and reads its columns. What is before the worksheet is not parsed.
func (b *ods) openWorksheet(index int) (*odsReader, error) {
	decoder, err := b.decoderFrom(odsContent, b.starts[index])
	if err != nil {
		return nil, corrupted(odsContent, err)
	}
	s := &odsReader{book: b, decoder: decoder}
	if _, err = decoder.RawToken(); err == nil { // the start tag of the worksheet
		err = s.readColumns()
	}
	if err != nil {
		return nil, corrupted(odsContent, noEOF(err))
	}
	return s, nil
}

// readColumns reads up to the first row.
func (s *odsReader) readColumns() error {
	end := 0
	for {
		start, err := s.nextElement()
		if err == io.EOF {
			return nil // there are no rows; next says so again
		}
		if err != nil {
			return err
		}
		switch start.Name.Local {
		case "table-row":
			s.pending = &start
			return nil
		case "table-column":
			end += min(odfCount(start, "number-columns-repeated"), maxColumns)
			if end > 2*maxColumns {
				continue // no real cell is there
			}
			s.columns = append(s.columns, odsColumns{end, odfAttribute(start, "default-cell-style-name"),
				isODFHidden(start)})
		}
	}
}

// nextElement returns the next start tag of a row or a column. The error is
// io.EOF at the end of the worksheet.
func (s *odsReader) nextElement() (xml.StartElement, error) {
	for {
		token, err := s.decoder.RawToken()
		if err != nil {
			return xml.StartElement{}, noEOF(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "table-row", "table-column":
				return t, nil
			case "table-columns", "table-column-group", "table-header-columns",
				"table-rows", "table-row-group", "table-header-rows":
				continue
			}
			if err := s.skip(); err != nil { // forms, drawings, names
				return xml.StartElement{}, err
			}
		case xml.EndElement:
			if isODFTable(t.Name) {
				return xml.StartElement{}, io.EOF
			}
		}
	}
}

// skip skips the rest of an element after its start tag.
func (s *odsReader) skip() error {
	for depth := 1; depth > 0; {
		token, err := s.decoder.RawToken()
		if err != nil {
			return noEOF(err)
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

func (s *odsReader) Next() (Row, error) {
	for s.repeats == 0 {
		start := s.pending
		if s.pending = nil; start == nil {
			e, err := s.nextElement()
			if err != nil {
				return Row{}, corrupted(odsContent, err)
			}
			start = &e
		}
		if err := s.readRow(*start); err != nil {
			return Row{}, corrupted(odsContent, err)
		}
	}
	if s.repeats--; s.repeats > 0 {
		if err := s.countRepeated(len(s.cells), s.size); err != nil {
			return Row{}, err
		}
	}
	s.number++
	if s.number > maxODSRows {
		return Row{}, tooLarge(odsContent)
	}
	s.filled = s.merged.fill(s.number, append(s.filled[:0], s.cells...))
	if err := s.countRepeated(max(len(s.filled)-usualColumns, 0), 0); err != nil {
		return Row{}, err
	}
	return Row{Number: s.number, Hidden: s.hidden, Cells: s.filled}, nil
}

// readRow reads a row after its start tag. A row without cells is left out.
func (s *odsReader) readRow(start xml.StartElement) error {
	if start.Name.Local != "table-row" {
		return s.skip() // a column after rows
	}
	s.cells, s.rowStyle = s.cells[:0], odfAttribute(start, "default-cell-style-name")
	s.hidden, s.size = isODFHidden(start), 0
	repeats, column := odfCount(start, "number-rows-repeated"), 0
	for {
		token, err := s.decoder.RawToken()
		if err != nil {
			return noEOF(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if name := t.Name.Local; name != "table-cell" && name != "covered-table-cell" {
				if err := s.skip(); err != nil {
					return err
				}
				continue
			}
			if column, err = s.readCell(t, column); err != nil {
				return err
			}
		case xml.EndElement:
			if t.Name.Local != "table-row" {
				continue
			}
			if len(s.cells) > 0 {
				s.repeats = repeats
			} else {
				s.number += min(repeats, maxODSRows)
			}
			return nil
		}
	}
}

// readCell reads a cell after its start tag and returns the column after it.
func (s *odsReader) readCell(start xml.StartElement, column int) (int, error) {
	text, note, err := s.readText()
	if err != nil {
		return 0, err
	}
	count := odfCount(start, "number-columns-repeated")
	c := s.book.styles.cell(start, text, s.style(start, column))
	c.Comment = note
	if !c.isFilled() && !c.Formula && note == "" {
		return min(column+count, maxColumns+1), nil
	}
	if column+count > maxColumns {
		return 0, diag.Problem{Message: fmt.Sprintf("в строке %d больше %d ячеек", s.number+1, maxColumns),
			Hint: "проверьте, тот ли это файл"}
	}
	if err := s.countRepeated(count-1, (count-1)*len(c.Text)); err != nil {
		return 0, err
	}
	s.size += count * len(c.Text)
	for len(s.cells) < column {
		s.cells = append(s.cells, Cell{})
	}
	for range count {
		s.cells = append(s.cells, c)
	}
	if rows := odfCount(start, "number-rows-spanned"); rows > 1 {
		s.merged.upcoming = append(s.merged.upcoming, mergedRange{left: column, right: column,
			top: s.number + 1, bottom: s.number + min(rows, maxODSRows)})
	}
	return column + count, nil
}

// countRepeated counts cells that repeat another.
func (s *odsReader) countRepeated(cells, bytes int) error {
	s.repeatedCells += cells
	s.repeatedBytes += bytes
	if s.repeatedCells > maxODSRepeated || s.repeatedBytes > maxODSRepeatedB {
		return tooLarge(odsContent)
	}
	return nil
}

// style returns the name of the style of a cell: its own, that of its row or
// that of its column (ODF 1.3, part 3, 19.617).
func (s *odsReader) style(start xml.StartElement, column int) string {
	if name := odfAttribute(start, "style-name"); name != "" {
		return name
	}
	if s.rowStyle != "" {
		return s.rowStyle
	}
	for _, c := range s.columns {
		if column < c.end {
			return c.style
		}
	}
	return ""
}
