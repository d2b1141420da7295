package printable

import (
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// Visible shows unsafe characters by their code points: <U+001B>.
func Visible(s string) string { return replace(s, func(rune) bool { return false }) }

// replace shows unsafe characters by their code points, except those to keep.
func replace(s string, keep func(rune) bool) string {
	if !strings.ContainsFunc(s, Unsafe) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if Unsafe(r) && !keep(r) {
			fmt.Fprintf(&b, "<U+%04X>", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Writer writes messages to a terminal or a log: line ends and tabs stay, other
// unsafe characters become visible, and what is not UTF-8 becomes U+FFFD. Names of
// files and texts from papers reach the terminal through it, so that none of them
// can move the cursor or turn the direction of the text around it.
type Writer struct {
	w    io.Writer
	tail []byte // of a character that the last write began
}

// NewWriter returns a Writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// Unwrap returns the writer below.
func (w *Writer) Unwrap() io.Writer { return w.w }

// Terminal returns the writer below a Writer, or another writer itself, and reports
// whether it leads to a terminal: writers may wrap others and have a method Unwrap.
func Terminal(w io.Writer) (raw io.Writer, ok bool) {
	if writer, ok := w.(*Writer); ok {
		w = writer.w
	}
	for raw = w; ; {
		switch inner := w.(type) {
		case interface{ Stat() (fs.FileInfo, error) }:
			info, err := inner.Stat()
			return raw, err == nil && info.Mode()&fs.ModeCharDevice != 0
		case interface{ Unwrap() io.Writer }:
			w = inner.Unwrap()
		default:
			return raw, false
		}
	}
}

// Write writes text. The count is that of p when all of it was written.
func (w *Writer) Write(p []byte) (int, error) {
	text := append(w.tail, p...)
	end := len(text)
	for i := max(0, end-utf8.UTFMax); i < end; i++ {
		if utf8.RuneStart(text[i]) && !utf8.FullRune(text[i:]) {
			end = i
		}
	}
	w.tail = append([]byte(nil), text[end:]...)
	isLayout := func(r rune) bool { return r == '\n' || r == '\t' }
	if _, err := io.WriteString(w.w, replace(string(text[:end]), isLayout)); err != nil {
		return 0, err
	}
	return len(p), nil
}
