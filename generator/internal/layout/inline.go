package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/flow"
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
	spacesOf  piece   // where they come from
	ends      bool    // a forced end of the line stands behind it
}

// cutter cuts runs into words.
type cutter struct {
	family  *font.Family
	words   []word
	open    word       // the word being built
	filled  bool       // open holds something
	all     []fragment // of all words, one after another
	first   int        // of the open word
	run     *flow.Run  // being cut
	index   int        // of its face
	element *Element   // that it belongs to
	links   []linked   // met with so far
}

// linked is the element of a link.
type linked struct {
	link    *flow.Link
	element *Element
}

// words cuts the runs of a paragraph, in the order they are read. They are good
// until the next are cut: what is set of them are runs of a page.
func (s *setter) words(runs []flow.Run, e *Element) []word { return s.cutter.cut(runs, e) }

func (c *cutter) cut(runs []flow.Run, e *Element) []word {
	n := wordCount(runs)
	c.open, c.filled, c.first, c.links = word{}, false, 0, c.links[:0]
	c.words, c.all = slices.Grow(c.words[:0], n), slices.Grow(c.all[:0], n)
	for i := range runs {
		c.run = &runs[i]
		c.index, c.element = font.Index(c.run.Font.Bold, c.run.Font.Italic), c.elementOf(c.run.Link, e)
		c.cutRun()
	}
	c.close(false)
	return c.words
}

// clear forgets all words.
func (c *cutter) clear() {
	clear(c.words[:cap(c.words)])
	clear(c.all[:cap(c.all)])
	clear(c.links[:cap(c.links)])
	c.open, c.run, c.element = word{}, nil, nil
}

// wordCount guesses, from spaces and hyphens, for how many words there must be
// room.
func wordCount(runs []flow.Run) int {
	n := 1
	for i := range runs {
		n += 1 + strings.Count(runs[i].Text, " ") + strings.Count(runs[i].Text, "-")
	}
	return n
}

// elementOf is the element of a link in a paragraph, or that of the paragraph.
func (c *cutter) elementOf(link *flow.Link, paragraph *Element) *Element {
	if link == nil {
		return paragraph
	}
	for _, known := range c.links {
		if known.link == link {
			return known.element
		}
	}
	e := c.elementOf(link.Inside, paragraph).add(flow.LinkOf)
	e.Target = link.Target
	c.links = append(c.links, linked{link, e})
	return e
}

func (c *cutter) cutRun() {
	switch r := c.run; r.Kind {
	case flow.Letters:
		c.text(r.Text)
	case flow.LineBreak:
		c.close(true)
	case flow.Checkbox:
		box, _ := utf8.DecodeRuneInString(r.Text)
		c.box(box, 0)
	case flow.PostalDigit:
		c.push(c.fragment(Run{Mark: PostalDigit, Text: r.Text, Width: r.Font.Size * postalStep}, c.index, 0))
	case flow.WritingLine:
		c.push(c.fragment(Run{Mark: WritingLine, Width: r.Width}, c.index, 0))
	case flow.FormField:
		c.field(r.Field, r.Width)
	default:
		panic("layout: unknown kind of run")
	}
}

// postalStep is from one digit of an index to the next, in ems: of 10 mm, as
// high as a digit is (ГОСТ Р 51506, код на конверте: цифры 5 × 10 мм через 4 мм).
const postalStep = 0.9

// checkboxWidth is the side of a tick box with its air, in ems.
const checkboxWidth = 0.8

// boxes are drawn as paths, so that all look alike whoever typed them.
var boxes = map[rune]Mark{'☐': EmptyBox, '☑': CheckedBox, '☒': CrossedBox}

func (c *cutter) box(r rune, at int) {
	index, _ := c.family.Find(r, c.index)
	c.push(c.fragment(Run{Mark: boxes[r], Text: string(r), Width: c.run.Font.Size * checkboxWidth}, index, at))
}

// fragment completes a piece of the run that begins at one of its bytes.
func (c *cutter) fragment(r Run, index, at int) fragment {
	r.Face, r.Size, r.Element, r.Boxed = index, c.run.Font.Size, c.element, c.run.Boxed
	r.piece = piece{run: c.run, at: int32(at)}
	return fragment{Run: r, face: c.family.At(index)}
}

// substitute sets a character that the family's own face lacks: a box, or the
// letter of a fallback face.
func (c *cutter) substitute(r rune, at int) {
	if _, isBox := boxes[r]; isBox {
		c.box(r, at)
		return
	}
	index, _ := c.family.Find(r, c.index)
	face := c.family.At(index)
	g, _ := face.Glyph(font.Substitute(r))
	width := float64(face.Advance(g)) * c.run.Font.Size / float64(face.Em)
	c.push(c.fragment(Run{Text: string(r), Width: width}, index, at))
}

func (c *cutter) push(f fragment) {
	if c.open.space > 0 {
		c.close(false)
	}
	c.all = append(c.all, f)
	c.open.fragments = c.all[c.first:len(c.all):len(c.all)]
	c.open.width += f.Width
	c.filled = true
}

// close ends the open word; forced means that the line ends with it.
func (c *cutter) close(forced bool) {
	if !c.filled && !forced {
		return
	}
	c.open.ends = forced
	c.words = append(c.words, c.open)
	c.open, c.filled, c.first = word{}, false, len(c.all)
}

// text cuts a string at the places where a line may end.
func (c *cutter) text(s string) {
	face := c.family.At(c.index)
	unit := c.run.Font.Size / float64(face.Em)
	start, width := 0, 0
	cut := func(end int) {
		if end > start {
			c.push(c.fragment(Run{Text: s[start:end], Width: float64(width) * unit}, c.index, start))
		}
		start, width = end, 0
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		g, ok := face.Glyph(font.Substitute(r))
		if r == ' ' {
			cut(i)
			c.space(float64(face.Advance(g))*unit, i)
			i++
			start = i
			continue
		}
		if ok {
			width += face.Advance(g)
		} else {
			cut(i)
			c.substitute(r, i)
			start = i + size
		}
		i += size
		if breaksAfter(r, s[i:]) {
			cut(i)
			c.close(false)
		}
	}
	cut(len(s))
}

// space puts a space behind the open word.
func (c *cutter) space(width float64, at int) {
	if c.open.spaces == "" {
		c.open.spacesOf = piece{run: c.run, at: int32(at)}
	}
	c.open.space += width
	c.open.spaces += " "
	c.open.spaceFace = c.index
	c.filled = true
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
