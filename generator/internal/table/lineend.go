package table

import (
	"slices"
	"strings"
)

// lineEnd is what ends the rows of a text. Other line ends, outside of quotes,
// are breaks in a cell.
type lineEnd byte

const (
	endAny  lineEnd = iota // each line end ends a row
	endCRLF                // Windows
	endCR                  // Mac OS before X, and Excel for Mac
	endLF
)

var lineEndNames = map[lineEnd]string{endCRLF: "CR LF", endCR: "CR", endLF: "LF"}

// chooseLineEnd returns the line end that makes all rows of a sample equally
// wide, if the sample has several and they do not all end rows. The first row,
// with the headings, is the same in any case.
func (t *Table) chooseLineEnd(sample string, delimiter byte) lineEnd {
	pairs := strings.Count(sample, "\r\n")
	returns, feeds := strings.Count(sample, "\r")-pairs, strings.Count(sample, "\n")-pairs
	if pairs == 0 && returns == 0 || pairs == 0 && feeds == 0 || returns == 0 && feeds == 0 ||
		isRegular(sample, delimiter, endAny) {
		return endAny
	}
	first := firstCells(sample, delimiter, endAny)
	for _, candidate := range []struct {
		end   lineEnd
		count int
	}{{endCRLF, pairs}, {endCR, returns}, {endLF, feeds}} {
		if candidate.count > 0 && isRegular(sample, delimiter, candidate.end) &&
			slices.Equal(first, firstCells(sample, delimiter, candidate.end)) {
			t.describe("строки разделены знаками %s, другие переводы строк — внутри ячеек",
				lineEndNames[candidate.end])
			return candidate.end
		}
	}
	return endAny
}

// firstCells returns the texts of the first row.
func firstCells(sample string, delimiter byte, end lineEnd) []string {
	reader := newDelimitedReader(strings.NewReader(sample), delimiter)
	reader.rowEnd = end
	r, _ := reader.Next() // an error shows when the list is read
	return r.Texts()
}

// isRegular reports whether all rows of a sample have the same number of cells.
// The last row of a long sample may be cut off.
func isRegular(sample string, delimiter byte, end lineEnd) bool {
	reader := newDelimitedReader(strings.NewReader(sample), delimiter)
	reader.rowEnd = end
	width, rows, isCut := 0, 0, len(sample) > sampleSize/2
	for irregular := false; ; {
		r, err := reader.Next()
		if err != nil {
			return rows > 1 && (!irregular || isCut)
		}
		if irregular {
			return false
		}
		if len(r.Cells) == 0 {
			continue
		}
		if rows++; width == 0 {
			width = len(r.Cells)
		}
		irregular = len(r.Cells) != width
	}
}

// isBreak reports whether a line end, which was just read, is a break in a cell.
func (d *delimitedReader) isBreak(c byte) bool {
	if d.rowEnd == endAny || c != '\r' && c != '\n' {
		return false
	}
	if c == '\n' {
		return d.rowEnd != endLF
	}
	next, _ := d.r.Peek(1)
	isPair := len(next) > 0 && next[0] == '\n'
	return d.rowEnd != endCR && !isPair
}
