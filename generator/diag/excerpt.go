package diag

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/printable"
)

// excerptWidth is the maximum number of characters of a line that are shown.
const excerptWidth = 96

// shown is the maximum number of problems that are printed.
const shown = 100

// Write prints every problem with its line, a caret below its position, and its
// hint. After the hundredth it prints only their number. Sources has the
// contents of the files by the names in the problems; other files are not
// quoted.
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
		b.WriteString(printable.Visible(p.Error()) + "\n")
		if source, known := sources[p.File]; known && p.Line > 0 {
			excerpt(&b, p, source)
		}
		if p.Hint != "" {
			b.WriteString("подсказка: " + printable.Visible(p.Hint) + "\n")
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

// excerpt writes the line of a problem and the caret below it.
func excerpt(b *bytes.Buffer, p Problem, source []byte) {
	line, ok := lineOf(source, p.Line)
	if !ok || isWide(source) {
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

// isWide reports whether a source is UTF-16, which has no lines of UTF-8 to show.
func isWide(source []byte) bool {
	return bytes.HasPrefix(source, []byte{0xFF, 0xFE}) || bytes.HasPrefix(source, []byte{0xFE, 0xFF}) ||
		bytes.Count(source[:min(len(source), 100)], []byte{0}) > 10
}

// lineOf returns a line of a source that is safe to display. A byte order mark
// is removed; tabs and unsafe characters are replaced by single characters, so
// that the caret is at the right column.
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
