package layout

import (
	"strings"
	"unicode/utf8"

	"protokol/generator/document"
	"protokol/generator/font"
)

// fragment is a piece of a word that is set in one way.
type fragment struct {
	Run
	face *font.Face
}

// word is what stands between two places where a line may end.
type word struct {
	fragments []fragment
	width     float64
	space     float64 // width of the spaces behind it; 0 when there is none
	spaces    string  // those spaces
	ends      bool    // a forced end of the line stands behind it
}

// typesetter cuts inlines into words.
type typesetter struct {
	family *font.Family
	size   float64
	words  []word
	open   word       // the word being built
	filled bool       // open holds something
	all    []fragment // of all words, one after another
	first  int        // of the open word
}

// look is how letters look and what they belong to.
type look struct {
	bold, italic bool
	element      *Element
}

// words cuts the inlines of a paragraph, in the order they are read.
func words(inlines []document.Inline, family *font.Family, size float64, l look) []word {
	n := wordCount(inlines)
	t := typesetter{family: family, size: size, words: make([]word, 0, n), all: make([]fragment, 0, n)}
	t.inlines(inlines, l)
	t.close(false)
	return t.words
}

// wordCount guesses, from the spaces, for how many words there must be room.
func wordCount(inlines []document.Inline) int {
	n := 1
	for _, inline := range inlines {
		n++
		if text, ok := inline.(document.Text); ok {
			n += strings.Count(text.Value, " ")
		}
	}
	return n
}

func (t *typesetter) inlines(inlines []document.Inline, l look) {
	for _, inline := range inlines {
		switch n := inline.(type) {
		case document.Text:
			t.text(n.Value, l)
		case document.Strong:
			l := l
			l.bold = true
			t.inlines(n.Inlines, l)
		case document.Emphasis:
			l := l
			l.italic = true
			t.inlines(n.Inlines, l)
		case document.Link:
			l := l
			l.element = l.element.add("Link")
			l.element.Target = n.Target
			t.inlines(n.Inlines, l)
		case document.Break:
			t.close(true)
		case document.Checkbox:
			t.mark(l, checkboxMark(n.Checked), t.size*checkboxWidth)
		case document.Blank:
			t.mark(l, WritingLine, n.Width*mm)
		default:
			panic("layout: unknown inline")
		}
	}
}

// checkboxWidth is the side of a tick box with its air, in ems.
const checkboxWidth = 0.8

func checkboxMark(checked bool) Mark {
	if checked {
		return CheckedBox
	}
	return EmptyBox
}

func (t *typesetter) mark(l look, mark Mark, width float64) {
	t.push(fragment{Run: Run{Mark: mark, Width: width, Size: t.size, Element: l.element}, face: t.family.Face(l.bold, l.italic)})
}

func (t *typesetter) push(f fragment) {
	if t.open.space > 0 {
		t.close(false)
	}
	t.all = append(t.all, f)
	t.open.fragments = t.all[t.first:len(t.all):len(t.all)]
	t.open.width += f.Width
	t.filled = true
}

// close ends the open word; forced tells that the line ends with it.
func (t *typesetter) close(forced bool) {
	if !t.filled && !forced {
		return
	}
	t.open.ends = forced
	t.words = append(t.words, t.open)
	t.open, t.filled, t.first = word{}, false, len(t.all)
}

// text cuts a string at the places where a line may end.
func (t *typesetter) text(s string, l look) {
	face := t.family.Face(l.bold, l.italic)
	unit := t.size / float64(face.Em)
	start, width := 0, 0
	cut := func(end int) {
		if end > start {
			t.push(fragment{face: face, Run: Run{
				Text: s[start:end], Width: float64(width) * unit,
				Bold: l.bold, Italic: l.italic, Size: t.size, Element: l.element,
			}})
		}
		start, width = end, 0
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		g, _ := face.Glyph(font.Substitute(r))
		if r == ' ' {
			cut(i)
			t.open.space += float64(face.Advance(g)) * unit
			t.open.spaces += " "
			i++
			t.filled, start = true, i
			continue
		}
		i += size
		width += face.Advance(g)
		if next, _ := utf8.DecodeRuneInString(s[i:]); breaksAfter(r, next) {
			cut(i)
			t.close(false)
		}
	}
	cut(len(s))
}

// breaksAfter reports whether a line may end between two letters without a
// space: behind a hard hyphen or a dash (Unicode Standard Annex 14, classes
// HY and BA), but not before a digit, a closing mark or the end of the text.
func breaksAfter(r, next rune) bool {
	switch r {
	case '-':
		return isLetter(next)
	case '–', '—':
		return isLetter(next) || next >= '0' && next <= '9'
	}
	return false
}

// isLetter is true of Latin and Cyrillic letters and of an opening quote.
func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 'Ѐ' && r <= 'ӿ'
}
