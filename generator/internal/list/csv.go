package list

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"protokol/generator/diag"
)

// What no list comes near. A spreadsheet has 16 384 columns and 32 767
// characters in a cell (Excel's own limits), so more is a slip: most often a
// quote that nothing closes.
const (
	maxColumns = 16_384
	maxCell    = 128 << 10 // bytes
	maxRow     = 1 << 20   // bytes
)

// row is a row of a table as its file has it. Its cells are valid until the
// next row is read.
type row struct {
	number int // as a spreadsheet shows it, from 1
	line   int // of a text file, from 1; 0 elsewhere
	hidden bool
	cells  []cell
}

// cell is a cell of a row.
type cell struct {
	text    string
	flaw    string // what is wrong with it, a Russian sentence; may be empty
	serious bool   // the flaw forbids using the text
	formula bool   // the text is what it came to when the file was saved
	from    int    // row of the cell above that it is merged with and has its text from; 0 is none
}

// rows is a table read row by row. The error is io.EOF at the end, a
// diag.Problem about the file, or of whoever reads the bytes.
type rows interface{ next() (row, error) }

// textRows reads delimited text (RFC 4180 and what offices make of it). It
// differs from encoding/csv in what lists need: rows are counted as
// spreadsheets do, with blank ones; a quote inside quotes ends them, as in
// Excel, and never swallows the rows below; the size of a cell, a row and
// their number are bounded; an unclosed quote is told where it opens.
type textRows struct {
	r         *bufio.Reader
	delimiter byte
	closing   [256]bool // bytes that end a cell outside quotes
	line      int       // of the next byte
	number    int       // of the next row
	buffer    []byte
	ends      []int // of the cells in the buffer
	flaws     []int // cells with quotes inside quotes
	cells     []cell
	start     int // of the cell in the buffer
}

func newTextRows(r io.Reader, delimiter byte) *textRows {
	t := &textRows{r: bufio.NewReaderSize(r, 64<<10), delimiter: delimiter, line: 1, number: 1}
	t.closing[delimiter], t.closing['\n'], t.closing['\r'] = true, true, true
	return t
}

// next reads a row; a blank one has no cells.
func (t *textRows) next() (row, error) {
	t.buffer, t.ends, t.flaws = t.buffer[:0], t.ends[:0], t.flaws[:0]
	at := row{number: t.number, line: t.line}
	for {
		last, err := t.cell()
		if err == io.EOF && len(t.ends) == 0 && len(t.buffer) == 0 {
			return row{}, io.EOF
		}
		if err != nil && err != io.EOF {
			return row{}, err
		}
		t.ends = append(t.ends, len(t.buffer))
		if len(t.ends) > maxColumns {
			return row{}, t.wrong(at.line, fmt.Sprintf("в строке больше %d ячеек", maxColumns), "проверьте, тот ли это файл и тот ли разделитель")
		}
		if last {
			break
		}
	}
	t.number++
	at.cells = t.take()
	return at, nil
}

// take makes the cells of a row out of the buffer: one text, cut in parts.
func (t *textRows) take() []cell {
	t.cells = t.cells[:0]
	if len(t.buffer) == 0 && len(t.ends) == 1 {
		return t.cells
	}
	text, start := string(t.buffer), 0
	for _, end := range t.ends {
		t.cells = append(t.cells, cell{text: text[start:end]})
		start = end
	}
	for _, i := range t.flaws {
		t.cells[i].flaw = "кавычки внутри кавычек не удвоены"
	}
	return t.cells
}

// cell reads a cell into the buffer and reports whether it is the last of its
// row. The error is io.EOF when the file ends with it.
func (t *textRows) cell() (last bool, err error) {
	t.start = len(t.buffer)
	_, c, err := t.skipPadding()
	if err == nil && c == '"' {
		if err := t.quoted(); err != nil {
			return true, err
		}
		var spaces int
		if spaces, c, err = t.skipPadding(); err == nil && !t.closes(c) {
			c, err = t.unruly(spaces, c)
		}
	} else {
		c, err = t.rest(c, err)
	}
	if err != nil {
		return true, err
	}
	return c != t.delimiter, t.endLine(c)
}

// rest reads a cell outside quotes from the byte just read to the byte that
// closes it.
func (t *textRows) rest(c byte, err error) (byte, error) {
	if err != nil || t.closes(c) {
		return c, err
	}
	if err := t.add(c); err != nil {
		return 0, err
	}
	return t.upTo(&t.closing)
}

// upTo reads into the cell up to one of some bytes, and returns that.
func (t *textRows) upTo(stops *[256]bool) (byte, error) {
	for {
		if _, err := t.r.Peek(1); err != nil {
			return 0, err
		}
		ahead, _ := t.r.Peek(t.r.Buffered())
		n := 0
		for n < len(ahead) && !stops[ahead[n]] {
			n++
		}
		if err := t.add(ahead[:n]...); err != nil {
			return 0, err
		}
		if n < len(ahead) {
			c := ahead[n]
			_, err := t.r.Discard(n + 1)
			return c, err
		}
		t.r.Discard(n) // it is in the buffer
	}
}

// unruly reads what follows the quote that should have closed a cell, from the
// first byte behind some spaces. People
// write "ООО "Ромашка"" for ООО "Ромашка", and "Ромашка" ООО as it is: the
// quotes around the whole are the cell's own, any other is a sign.
func (t *textRows) unruly(spaces int, c byte) (byte, error) {
	t.flaws = append(t.flaws, len(t.ends))
	t.buffer = append(t.buffer, '"')
	for range spaces {
		if err := t.add(' '); err != nil {
			return 0, err
		}
	}
	c, err := t.rest(c, nil)
	if err != nil && err != io.EOF {
		return 0, err
	}
	if end := len(t.buffer) - 1; t.buffer[end] == '"' {
		t.buffer = t.buffer[:end]
	} else {
		t.buffer = slices.Insert(t.buffer, t.start, '"')
	}
	return c, err
}

// closes reports whether a byte ends a cell outside quotes.
func (t *textRows) closes(c byte) bool { return t.closing[c] }

// quoteStops are the bytes that mean something inside quotes.
var quoteStops = [256]bool{'"': true, '\n': true, '\r': true}

// endLine counts a line end and reads the second half of one.
func (t *textRows) endLine(c byte) error {
	if c == t.delimiter {
		return nil
	}
	t.line++
	if c == '\r' {
		if next, err := t.r.Peek(1); err == nil && next[0] == '\n' {
			_, err = t.r.Discard(1)
			return err
		}
	}
	return nil
}

// skipPadding passes over spaces and returns the byte behind them.
func (t *textRows) skipPadding() (spaces int, c byte, err error) {
	for ; ; spaces++ {
		if c, err = t.r.ReadByte(); err != nil || c != ' ' {
			return spaces, c, err
		}
	}
}

// quoted reads to the quote that closes a cell; two quotes are one sign.
func (t *textRows) quoted() error {
	opened := t.line
	for {
		c, err := t.upTo(&quoteStops)
		if err == io.EOF {
			return t.wrong(opened, "кавычка, открытая в этой строке, нигде не закрыта", "закройте её; кавычки внутри ячейки удваиваются: \"ООО \"\"Ромашка\"\"\"")
		}
		if err == nil {
			var closed bool
			if closed, err = t.insideQuotes(c); closed {
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

// insideQuotes takes a byte that means something there and reports whether it
// closes the cell.
func (t *textRows) insideQuotes(c byte) (closed bool, err error) {
	next, _ := t.r.Peek(1)
	switch {
	case c == '"' && (len(next) == 0 || next[0] != '"'):
		return true, nil
	case c == '"':
		t.r.Discard(1)
	case c == '\r' && len(next) > 0 && next[0] == '\n':
		return false, nil // a line end inside a cell is \n
	default:
		c = '\n'
		t.line++
	}
	return false, t.add(c)
}

// add puts bytes into the cell.
func (t *textRows) add(c ...byte) error {
	t.buffer = append(t.buffer, c...)
	switch {
	case len(t.buffer)-t.start > maxCell:
		return t.wrong(t.line, fmt.Sprintf("ячейка больше %d КБ", maxCell>>10), "скорее всего, где-то не закрыта кавычка")
	case len(t.buffer) > maxRow:
		return t.wrong(t.line, fmt.Sprintf("строка больше %d КБ", maxRow>>10), "проверьте, тот ли это файл и тот ли разделитель")
	}
	return nil
}

func (t *textRows) wrong(line int, message, hint string) error {
	return diag.Problem{Line: line, Column: 1, Message: message, Hint: hint}
}
