package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/document"
	"protokol/generator/internal/font"
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
	spaceFace int     // the face they are set in
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

// words cuts the inlines of a paragraph, in the order they are read. They are
// good until the next are cut: what is set of them are runs.
func (s *setter) words(inlines []document.Inline, size float64, l look) []word {
	return s.hand.cut(inlines, size, l)
}

// words cuts inlines for good.
func words(inlines []document.Inline, family *font.Family, size float64, l look) []word {
	return (&typesetter{family: family}).cut(inlines, size, l)
}

func (t *typesetter) cut(inlines []document.Inline, size float64, l look) []word {
	n := wordCount(inlines)
	t.size, t.open, t.filled, t.first = size, word{}, false, 0
	t.words, t.all = slices.Grow(t.words[:0], n), slices.Grow(t.all[:0], n)
	t.inlines(inlines, l)
	t.close(false)
	return t.words
}

// clear forgets all words.
func (t *typesetter) clear() {
	clear(t.words[:cap(t.words)])
	clear(t.all[:cap(t.all)])
	t.open = word{}
}

// wordCount guesses, from spaces and hyphens, for how many words there must be
// room.
func wordCount(inlines []document.Inline) int {
	n := 1
	for _, inline := range inlines {
		n++
		if text, ok := inline.(document.Text); ok {
			n += strings.Count(text.Value, " ") + strings.Count(text.Value, "-")
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
			t.checkbox(n, l)
		case document.Blank:
			t.blank(n, l)
		case document.Boxes:
			t.boxes(n, l)
		case document.Input:
			t.input(n, l)
		default:
			panic("layout: unknown inline")
		}
	}
}

// checkboxWidth is the side of a tick box with its air, in ems.
const checkboxWidth = 0.8

// boxes are drawn as paths, so that all look alike whoever typed them.
var boxes = map[rune]Mark{'☐': EmptyBox, '☑': CheckedBox, '☒': CrossedBox}

func (t *typesetter) box(r rune, l look) {
	index, _ := t.family.Find(r, font.Index(l.bold, l.italic))
	t.push(t.fragment(Run{Mark: boxes[r], Text: string(r), Width: t.size * checkboxWidth}, index, l))
}

// fragment completes a run with its face and its look.
func (t *typesetter) fragment(r Run, index int, l look) fragment {
	r.Face, r.Size, r.Element = index, t.size, l.element
	return fragment{Run: r, face: t.family.At(index)}
}

// stranger sets a character that the family's own face lacks: a box, or the
// letter of a fallback face.
func (t *typesetter) stranger(r rune, l look) {
	if _, isBox := boxes[r]; isBox {
		t.box(r, l)
		return
	}
	index, _ := t.family.Find(r, font.Index(l.bold, l.italic))
	face := t.family.At(index)
	g, _ := face.Glyph(font.Substitute(r))
	width := float64(face.Advance(g)) * t.size / float64(face.Em)
	t.push(t.fragment(Run{Text: string(r), Width: width}, index, l))
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
	index := font.Index(l.bold, l.italic)
	face := t.family.At(index)
	unit := t.size / float64(face.Em)
	start, width := 0, 0
	cut := func(end int) {
		if end > start {
			t.push(t.fragment(Run{Text: s[start:end], Width: float64(width) * unit}, index, l))
		}
		start, width = end, 0
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		g, ok := face.Glyph(font.Substitute(r))
		if r == ' ' {
			cut(i)
			t.open.space += float64(face.Advance(g)) * unit
			t.open.spaces += " "
			t.open.spaceFace = index
			i++
			t.filled, start = true, i
			continue
		}
		if ok {
			width += face.Advance(g)
		} else {
			cut(i)
			t.stranger(r, l)
			start = i + size
		}
		i += size
		if breaksAfter(r, s[i:]) {
			cut(i)
			t.close(false)
		}
	}
	cut(len(s))
}

// breaksAfter reports whether a line may end between a letter and the text
// behind it without a space: behind a hard hyphen or a dash (Unicode Standard
// Annex 14, classes HY and BA), but not before a digit, a closing mark or the
// end of the text.
func breaksAfter(r rune, rest string) bool {
	if r != '-' && r != '–' && r != '—' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return isLetter(next) || r != '-' && next >= '0' && next <= '9'
}

// isLetter is true of Latin and Cyrillic letters and of an opening quote.
func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 'Ѐ' && r <= 'ӿ'
}
