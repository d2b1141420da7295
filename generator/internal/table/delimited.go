package table

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"protokol/generator/diag"
)

// delimitedReader reads delimited text: RFC 4180 and its common variations. It
// differs from encoding/csv in what lists need. Rows are numbered as in
// spreadsheets, including blank ones. A quote inside a quoted cell ends the
// quotation, as in Excel, and never swallows the rows below. The sizes of cells
// and rows and the number of cells are limited. An unclosed quote is reported
// where it opens.
type delimitedReader struct {
	r           *bufio.Reader
	delimiter   byte
	rowEnd      lineEnd
	terminators [256]bool // bytes that end an unquoted cell
	line        int       // of the next byte
	rowNumber   int       // of the next row
	buffer      []byte
	ends        []int // ends of the cells in the buffer
	strayQuotes []int // indices of cells with unescaped quotes
	cells       []Cell
	cellStart   int // start of the current cell in the buffer
}

func newDelimitedReader(r io.Reader, delimiter byte) *delimitedReader {
	t := &delimitedReader{r: bufio.NewReaderSize(r, 64<<10), delimiter: delimiter, line: 1, rowNumber: 1}
	t.terminators[delimiter], t.terminators['\n'], t.terminators['\r'] = true, true, true
	return t
}

// next reads a row. A blank row has no cells.
func (d *delimitedReader) Next() (Row, error) {
	d.buffer, d.ends, d.strayQuotes = d.buffer[:0], d.ends[:0], d.strayQuotes[:0]
	r := Row{Number: d.rowNumber, Line: d.line}
	for {
		last, err := d.readCell()
		if err == io.EOF && len(d.ends) == 0 && len(d.buffer) == 0 {
			return Row{}, io.EOF
		}
		if err != nil && err != io.EOF {
			return Row{}, err
		}
		d.ends = append(d.ends, len(d.buffer))
		if len(d.ends) > maxColumns {
			return Row{}, d.errorAt(r.Line, fmt.Sprintf("в строке больше %d ячеек", maxColumns),
				"проверьте, тот ли это файл и тот ли разделитель")
		}
		if last {
			break
		}
	}
	d.rowNumber++
	r.Cells = d.splitCells()
	return r, nil
}

// splitCells cuts the buffer into the cells of a row. They share one string.
func (d *delimitedReader) splitCells() []Cell {
	d.cells = d.cells[:0]
	if len(d.buffer) == 0 && len(d.ends) == 1 {
		return d.cells
	}
	text, start := string(d.buffer), 0
	for _, end := range d.ends {
		d.cells = append(d.cells, Cell{Text: text[start:end]})
		start = end
	}
	for _, i := range d.strayQuotes {
		d.cells[i].problem = "кавычки внутри кавычек не удвоены"
	}
	return d.cells
}

// readCell reads a cell into the buffer and reports whether it is the last in
// its row. The error is io.EOF if the file ends with it.
func (d *delimitedReader) readCell() (last bool, err error) {
	d.cellStart = len(d.buffer)
	_, c, err := d.skipSpaces()
	if err == nil && c == '"' {
		if err := d.readQuoted(); err != nil {
			return true, err
		}
		var spaces int
		if spaces, c, err = d.skipSpaces(); err == nil && !d.isTerminator(c) {
			c, err = d.readAfterStrayQuote(spaces, c)
		}
	} else {
		c, err = d.readUnquoted(c, err)
	}
	if err != nil {
		return true, err
	}
	return c != d.delimiter, d.endLine(c)
}

// readUnquoted reads an unquoted cell, given its first byte, and returns the
// byte that terminates it.
func (d *delimitedReader) readUnquoted(c byte, err error) (byte, error) {
	for err == nil {
		switch {
		case d.isBreak(c):
			d.line++
			c = '\n'
		case d.isTerminator(c):
			return c, nil
		}
		if err := d.appendToCell(c); err != nil {
			return 0, err
		}
		c, err = d.readUntil(&d.terminators)
	}
	return c, err
}

// readUntil reads into the cell up to one of the stop bytes and returns it.
func (d *delimitedReader) readUntil(stops *[256]bool) (byte, error) {
	for {
		if _, err := d.r.Peek(1); err != nil {
			return 0, err
		}
		ahead, _ := d.r.Peek(d.r.Buffered())
		n := 0
		for n < len(ahead) && !stops[ahead[n]] {
			n++
		}
		if err := d.appendToCell(ahead[:n]...); err != nil {
			return 0, err
		}
		if n < len(ahead) {
			c := ahead[n]
			_, err := d.r.Discard(n + 1)
			return c, err
		}
		d.r.Discard(n) // cannot fail: the bytes are buffered
	}
}

// readAfterStrayQuote reads the rest of a cell whose closing quote is followed
// by c, after some spaces, instead of a delimiter. People write "ООО "Ромашка""
// for ООО "Ромашка", and "Ромашка" ООО without any quoting. Quotes around the
// whole cell are taken as quoting, all others as text.
func (d *delimitedReader) readAfterStrayQuote(spaces int, c byte) (byte, error) {
	d.strayQuotes = append(d.strayQuotes, len(d.ends))
	d.buffer = append(d.buffer, '"')
	for range spaces {
		if err := d.appendToCell(' '); err != nil {
			return 0, err
		}
	}
	c, err := d.readUnquoted(c, nil)
	if err != nil && err != io.EOF {
		return 0, err
	}
	if end := len(d.buffer) - 1; d.buffer[end] == '"' {
		d.buffer = d.buffer[:end]
	} else {
		d.buffer = slices.Insert(d.buffer, d.cellStart, '"')
	}
	return c, err
}

// isTerminator reports whether a byte ends an unquoted cell.
func (d *delimitedReader) isTerminator(c byte) bool { return d.terminators[c] }

// quotedStops are the bytes with a special meaning inside quotes.
var quotedStops = [256]bool{'"': true, '\n': true, '\r': true}

// endLine counts a line end and consumes the second byte of \r\n.
func (d *delimitedReader) endLine(c byte) error {
	if c == d.delimiter {
		return nil
	}
	d.line++
	if c == '\r' {
		if next, err := d.r.Peek(1); err == nil && next[0] == '\n' {
			_, err = d.r.Discard(1)
			return err
		}
	}
	return nil
}

// skipSpaces skips spaces and returns the next byte.
func (d *delimitedReader) skipSpaces() (spaces int, c byte, err error) {
	for ; ; spaces++ {
		if c, err = d.r.ReadByte(); err != nil || c != ' ' {
			return spaces, c, err
		}
	}
}

// readQuoted reads to the closing quote; doubled quotes stand for one.
func (d *delimitedReader) readQuoted() error {
	opened := d.line
	for {
		c, err := d.readUntil(&quotedStops)
		if err == io.EOF {
			return d.errorAt(opened, "кавычка, открытая в этой строке, нигде не закрыта",
				"закройте её; кавычки внутри ячейки удваиваются: \"ООО \"\"Ромашка\"\"\"")
		}
		if err == nil {
			var done bool
			if done, err = d.quotedByte(c); done {
				return nil
			}
		}
		if p, ok := err.(diag.Problem); ok {
			p.Line = opened
			return p
		}
		if err != nil {
			return err
		}
	}
}

// quotedByte handles a special byte inside quotes and reports whether it closes
// the cell.
func (d *delimitedReader) quotedByte(c byte) (done bool, err error) {
	next, _ := d.r.Peek(1)
	switch {
	case c == '"' && (len(next) == 0 || next[0] != '"'):
		return true, nil
	case c == '"':
		d.r.Discard(1)
	case c == '\r' && len(next) > 0 && next[0] == '\n':
		return false, nil // the \n follows, and stands for the line end
	default:
		c = '\n'
		d.line++
	}
	return false, d.appendToCell(c)
}

// appendToCell appends bytes to the cell.
func (d *delimitedReader) appendToCell(c ...byte) error {
	d.buffer = append(d.buffer, c...)
	switch {
	case len(d.buffer)-d.cellStart > maxCell:
		return d.errorAt(d.line, fmt.Sprintf("ячейка больше %d КБ", maxCell>>10),
			"скорее всего, где-то не закрыта кавычка")
	case len(d.buffer) > maxRow:
		return d.errorAt(d.line, fmt.Sprintf("строка больше %d КБ", maxRow>>10),
			"проверьте, тот ли это файл и тот ли разделитель")
	}
	return nil
}

func (d *delimitedReader) errorAt(line int, message, hint string) error {
	return diag.Problem{Line: line, Column: 1, Message: message, Hint: hint}
}
