package table

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

// mergedRange is a merged cell: rows from 1, columns from 0.
type mergedRange struct{ left, top, right, bottom int }

// mergedCells are the merged cells of a worksheet that is read row by row.
type mergedCells struct {
	upcoming []mergedRange // below the current row, sorted by their first row
	open     []mergedCell  // across the current row
}

// mergedCell is a merged cell with its text.
type mergedCell struct {
	mergedRange
	text string
}

// fill copies the text of a merged cell from its first row to the others, to which it applies as well. A row
// without cells of its own is not a record.
func (m *mergedCells) fill(row int, cells []Cell) []Cell {
	m.open = slices.DeleteFunc(m.open, func(f mergedCell) bool { return f.bottom < row })
	for len(m.upcoming) > 0 && m.upcoming[0].top <= row {
		f := m.upcoming[0]
		m.upcoming = m.upcoming[1:]
		if f.top == row && f.right > f.left && f.left < len(cells) {
			cells[f.left].Span = f.right - f.left + 1
		}
		if f.top == row && f.bottom > f.top && f.left < len(cells) && cells[f.left].Text != "" {
			m.open = append(m.open, mergedCell{f, cells[f.left].Text})
		}
	}
	if len(m.open) == 0 || !slices.ContainsFunc(cells, Cell.isFilled) {
		return cells
	}
	for _, f := range m.open {
		if f.top == row {
			continue
		}
		for len(cells) <= f.left {
			cells = append(cells, Cell{})
		}
		if cells[f.left].Text == "" {
			cells[f.left] = Cell{Text: f.text, MergedFrom: f.top}
		}
	}
	return cells
}

// isFilled reports whether there is anything to read in a cell.
func (c Cell) isFilled() bool { return c.Text != "" || c.problem != "" }

// maxMergedRanges limits how many merged cells of a worksheet are considered.
const maxMergedRanges = 100_000

// mergedRanges reads the merged cells of a worksheet. They follow the rows
// (ECMA-376, part 1, 18.3.1.55), so the part is unpacked a second time,
// skipping the rows.
func (b *workbook) mergedRanges(part string) ([]mergedRange, error) {
	r, err := b.reader(part)
	if err != nil {
		return nil, err
	}
	tail := &afterRowsReader{r: r, tag: []byte("sheetData>")}
	if err := tail.skipRows(); err != nil {
		return nil, corrupted(part, err)
	}
	decoder := newDecoder(tail, part, maxElements)
	var list []mergedRange
	for len(list) < maxMergedRanges {
		token, err := decoder.RawToken()
		if err != nil {
			break // the rest of the part is not needed
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "mergeCell" {
			if m, ok := parseRange(attribute(start, "ref")); ok {
				list = append(list, m)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b mergedRange) int { return cmp.Compare(a.top, b.top) })
	return list, nil
}

// parseRange parses a reference such as B3:D7.
func parseRange(text string) (m mergedRange, ok bool) {
	from, to, _ := strings.Cut(text, ":")
	var fromOK, toOK bool
	m.left, m.top, fromOK = parseReference(from)
	m.right, m.bottom, toOK = parseReference(to)
	return m, fromOK && toOK && m.left <= m.right && m.top <= m.bottom
}

// afterRowsReader reads what follows the second occurrence of a tag name: the
// first one opens the rows, the second one closes them.
type afterRowsReader struct {
	r       io.Reader
	tag     []byte
	buffer  []byte
	pending []byte // read already, but not yet returned
}

// skipRows skips to the end of the rows. Without rows there is nothing left.
func (t *afterRowsReader) skipRows() error {
	t.buffer = make([]byte, 64<<10)
	kept, seen := 0, 0
	for {
		n, err := t.r.Read(t.buffer[kept:])
		chunk := t.buffer[:kept+n]
		for {
			at := bytes.Index(chunk, t.tag)
			if at < 0 {
				break
			}
			chunk = chunk[at+len(t.tag):]
			if seen++; seen == 2 {
				t.pending = chunk
				return nil
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		kept = copy(t.buffer, chunk[max(0, len(chunk)-len(t.tag)+1):])
	}
}

func (t *afterRowsReader) Read(p []byte) (int, error) {
	if len(t.pending) > 0 {
		n := copy(p, t.pending)
		t.pending = t.pending[n:]
		return n, nil
	}
	return t.r.Read(p)
}
