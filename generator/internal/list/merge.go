package list

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

// merge is a merged cell: rows from 1, columns from 0.
type merge struct{ left, top, right, bottom int }

// maxMerges is how many merged cells of a sheet are heeded.
const maxMerges = 100_000

// merges reads the merged cells of a sheet. They are listed behind the rows
// (ECMA-376, part 1, 18.3.1.55), so the sheet is unpacked once more, up to
// there without looking at it.
func (b *workbook) merges(part string) ([]merge, error) {
	r, err := b.reader(part)
	if err != nil {
		return nil, err
	}
	tail := &tailReader{r: r, mark: []byte("sheetData>")}
	if err := tail.seek(); err != nil {
		return nil, spoilt(part, err)
	}
	decoder := xml.NewDecoder(tail)
	var list []merge
	for len(list) < maxMerges {
		token, err := decoder.RawToken()
		if err != nil {
			break // behind the rows nothing else is of use
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "mergeCell" {
			if m, ok := parseMerge(attribute(start, "ref")); ok {
				list = append(list, m)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b merge) int { return cmp.Compare(a.top, b.top) })
	return list, nil
}

// parseMerge reads B3:D7.
func parseMerge(text string) (m merge, ok bool) {
	from, to, _ := strings.Cut(text, ":")
	var one, two bool
	m.left, m.top, one = parseReference(from)
	m.right, m.bottom, two = parseReference(to)
	return m, one && two && m.left <= m.right && m.top <= m.bottom
}

// tailReader reads what stands behind the second mark: the first opens the
// rows, the second closes them.
type tailReader struct {
	r      io.Reader
	mark   []byte
	buffer []byte
	rest   []byte // behind the mark, already read
}

// seek reads past the marks. A sheet without them has no tail.
func (t *tailReader) seek() error {
	t.buffer = make([]byte, 64<<10)
	kept, seen := 0, 0
	for {
		n, err := t.r.Read(t.buffer[kept:])
		chunk := t.buffer[:kept+n]
		for {
			at := bytes.Index(chunk, t.mark)
			if at < 0 {
				break
			}
			chunk = chunk[at+len(t.mark):]
			if seen++; seen == 2 {
				t.rest = chunk
				return nil
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		kept = copy(t.buffer, chunk[max(0, len(chunk)-len(t.mark)+1):])
	}
}

func (t *tailReader) Read(p []byte) (int, error) {
	if len(t.rest) > 0 {
		n := copy(p, t.rest)
		t.rest = t.rest[n:]
		return n, nil
	}
	return t.r.Read(p)
}
