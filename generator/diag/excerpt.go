package diag

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/printable"
)

// excerptWidth is how many characters of a long line are shown.
const excerptWidth = 96

// shown is how many problems are printed: more are not read by anyone.
const shown = 100

// Write prints every problem with the line it is on, a caret under the place
// and the remedy; after the hundredth it only counts. Sources holds the bytes
// of the files by the names that the problems use; a file that is not there is
// not shown.
func (l List) Write(w io.Writer, sources map[string][]byte) error {
	var b bytes.Buffer
	for i, p := range l {
		if i > 0 {
			b.WriteByte('\n')
		}
		if i == shown {
			fmt.Fprintf(&b, "и ещё: %d\n", len(l)-shown)
			break
		}
		b.WriteString(p.Error() + "\n")
		if source, known := sources[p.File]; known && p.Line > 0 {
			excerpt(&b, p, source)
		}
		if p.Hint != "" {
			b.WriteString("подсказка: " + p.Hint + "\n")
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

// excerpt draws the line of a problem and the caret below it.
func excerpt(b *bytes.Buffer, p Problem, source []byte) {
	line, ok := lineOf(source, p.Line)
	if !ok {
		return
	}
	column := min(max(p.Column, 1)-1, len(line))
	before, after := "", ""
	if extra := len(line) - excerptWidth; extra > 0 {
		from := min(max(0, column-excerptWidth/2), extra)
		if from > 0 {
			before = "…"
		}
		if from < extra {
			after = "…"
		}
		line, column = line[from:from+excerptWidth], column-from
	}
	width := max(1, min(p.Width, len(line)-column))
	fmt.Fprintf(b, "%5d | %s%s%s\n", p.Line, before, string(line), after)
	fmt.Fprintf(b, "      | %s%s\n",
		strings.Repeat(" ", column+utf8.RuneCountInString(before)), strings.Repeat("^", width))
}

// lineOf is a line of a source, safe to show: a byte order mark is dropped; tabs
// and unsafe characters are single signs, so that the caret stands under its
// place.
func lineOf(source []byte, number int) ([]rune, bool) {
	source = bytes.TrimPrefix(source, []byte("\uFEFF"))
	for range number - 1 {
		_, rest, found := bytes.Cut(source, []byte("\n"))
		if !found {
			return nil, false
		}
		source = rest
	}
	line, _, _ := bytes.Cut(source, []byte("\n"))
	runes := []rune(string(bytes.TrimSuffix(line, []byte("\r"))))
	for i, r := range runes {
		switch {
		case r == '\t':
			runes[i] = ' '
		case printable.Unsafe(r):
			runes[i] = '�'
		}
	}
	return runes, true
}
