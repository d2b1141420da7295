package layout

import (
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
)

// A text wider than its line is broken at a no-break space that is not inside a
// number. Only addresses and very long strings are broken inside words: after
// one of their punctuation marks, and after any letter if that is not enough.

const (
	longString = 30 // letters; a longer string gives way
	addressEms = 8  // width that a part of such a string may need in a column, ems
)

// addressMarks are the marks after which such a string is broken.
const addressMarks = `/\?&=_.,;:@%+#~-`

// givesWay reports whether a text without spaces may be broken inside words.
func givesWay(text string) bool {
	return len(text) > longString && utf8.RuneCountInString(text) > longString ||
		strings.Contains(text, "://") || strings.HasPrefix(text, "www.") || strings.Contains(text, "@")
}

// partEnd returns the end of the part of a text up to the next no-break space at
// which it may be broken.
func partEnd(text string) int {
	for at := 0; ; {
		i := strings.IndexRune(text[at:], noBreakSpace)
		if i < 0 {
			return len(text)
		}
		space := at + i
		at = space + utf8.RuneLen(noBreakSpace)
		if space == 0 || at >= len(text) || !isDigit(text[space-1]) || !isDigit(text[at]) {
			return at
		}
	}
}

// breaksInside reports whether a string that gives way may be broken after the
// mark that ends at a byte.
func breaksInside(text string, at int) bool {
	if at == 0 || at >= len(text) || strings.IndexByte(addressMarks, text[at-1]) < 0 {
		return false
	}
	return text[at] >= utf8.RuneSelf || isDigit(text[at]) || strings.IndexByte(addressMarks, text[at]) < 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// wrapPoint returns the last byte offset up to limit at which a text wider than its
// line is broken, or 0. Gives says that it is the rest of a string that gives way.
func wrapPoint(text string, limit int, gives bool) (at int) {
	for from := 0; from < limit; {
		end := from + partEnd(text[from:])
		if part := text[from:end]; end > limit && (gives && from == 0 || givesWay(part)) {
			for i := limit; i > from; i-- {
				if breaksInside(part, i-from) {
					return i
				}
			}
		}
		if from = end; end <= limit && end < len(text) {
			at = end
		}
	}
	return at
}

// Ruler measures texts with the memory of the layouts' pool.
type Ruler struct {
	*setter
	scratch *Element // of fields and links
}

// NewRuler returns a ruler for the fonts of a family, to be released after use.
func NewRuler(family *font.Family) Ruler {
	s := setters.Get().(*setter)
	s.cutter.family = family
	return Ruler{s, new(Element)}
}

// Release returns the memory to the pool.
func (r Ruler) Release() { r.release() }

// Unbreakable returns the widths of the widest parts of a text that a line must not break: with and without phrases
// that no-break spaces hold together. Fields take the available width.
func (r Ruler) Unbreakable(runs []flow.Run) (phrase, word float64) {
	r.scratch.Kids = r.scratch.Kids[:0]
	found := r.cutter.cut(runs, r.scratch)
	for i := range found {
		if found[i].width > word {
			whole, part := found[i].parts()
			phrase, word = max(phrase, whole), max(word, part)
		}
	}
	return phrase, word
}

// parts returns the width of a word, and of its widest part.
func (w *word) parts() (whole, part float64) {
	gives := false
	open := 0.0
	for i := range w.fragments {
		f := &w.fragments[i]
		if f.Kind == FormField {
			continue
		}
		for text := f.Text; ; {
			end := partEnd(text)
			width := f.widthOf(text[:end])
			if f.Kind != Letters {
				end, width = len(text), f.Width
			}
			if givesWay(text[:end]) {
				gives = true
				width = min(width, addressEms*f.Size)
			}
			open += width
			whole += width
			part = max(part, open)
			if text = text[end:]; text == "" {
				break
			}
			open = 0
		}
	}
	if gives {
		return part, part
	}
	return whole, part
}

// widthOf returns the width of a part of the text of a fragment.
func (f *fragment) widthOf(text string) (width float64) {
	if len(text) == len(f.Text) {
		return f.Width
	}
	for _, r := range text {
		width += f.advance(r)
	}
	return width
}
