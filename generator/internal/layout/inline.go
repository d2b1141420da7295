package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
)

// fragment is a part of a word in one font and size.
type fragment struct {
	Run
	face   *font.Face
	spaces int  // no-break spaces in it that justification widens
	gives  bool // it is the rest of a string that gives way
}

// word is the text between two places where a line may break.
type word struct {
	fragments []fragment
	width     float64
	space     float64 // width of the spaces after it
	spaces    string  // the spaces after it
	spaceFace int     // face of the spaces
	spacesOf  piece   // origin of the spaces
	ends      bool    // forced line break after it
	rigid     bool    // the spaces after it are Rigid
	soft      bool    // a soft hyphen is after it, which shows at the end of a line
	divided   bool    // it is the beginning of a word and ends with SoftHyphen
	split     bool    // it is the beginning of a text wider than a line; see wrapPoint
	parted    bool    // it is the beginning of an address; see address.go
	torn      bool    // it is the beginning of a word wider than a line, and ends anywhere
	own       bool    // it is the rest of such a text; no other word has its fragments
}

// cutter splits runs into words.
type cutter struct {
	family  *font.Family
	words   []word
	open    word                    // current word
	filled  bool                    // open is not empty
	all     []fragment              // fragments of all words
	first   int                     // index of the first fragment of open
	runs    []flow.Run              // of the paragraph
	at      int                     // index of the current run
	run     *flow.Run               // current run
	index   int                     // of the face of run
	element *Element                // of run
	links   map[*flow.Link]*Element // the elements of those found so far in the paragraph
	label   *Element                // of runs that are a Label
	word    bool                    // lines end where Word ends them
	loose   bool                    // see flow.Paper.LooseBrackets
	plain   bool                    // see flow.Paper.PlainSpaces

	stretched map[stretching]*flow.Effects // effects of letters of other families

	page, pages int              // number of the page and of pages; 0 if unknown
	numerals    func(int) string // the text of page; nil for decimal
	numbered    bool             // a number was set that was unknown
}

// words splits the runs of a paragraph, in reading order. The result is valid
// until the next call.
func (s *setter) words(runs []flow.Run, e *Element) []word { return s.cutter.cut(runs, e) }

func (c *cutter) cut(runs []flow.Run, e *Element) []word {
	n := wordCount(runs)
	c.open, c.filled, c.first = word{}, false, 0
	clear(c.links)
	c.runs = runs
	c.words, c.all = slices.Grow(c.words[:0], n), slices.Grow(c.all[:0], n)
	for i := range runs {
		c.at, c.run = i, &runs[i]
		c.index = c.family.IndexOf(int(c.run.Font.Family), c.run.Font.Bold, c.run.Font.Italic)
		c.element = c.elementOf(c.run.Link, e)
		if c.run.Label {
			c.element = c.label
		}
		c.cutRun()
	}
	c.close(false)
	return c.words
}

// clear forgets all but the memory: a cutter of the pool knows nothing of the paper before.
func (c *cutter) clear() {
	*c = cutter{words: emptied(c.words), all: emptied(c.all), stretched: c.stretched}
}

// maxKept is the longest list whose memory is kept for other papers. Otherwise, one
// paragraph of 100,000 words would slow all later papers, which clear its memory.
const maxKept = 1 << 10

// emptied returns a list without elements, with its memory if that is little.
func emptied[T any](list []T) []T {
	if cap(list) > maxKept {
		return nil
	}
	clear(list[:cap(list)])
	return list[:0]
}

// wordCount estimates the number of words from spaces and hyphens.
func wordCount(runs []flow.Run) int {
	n := 1
	for i := range runs {
		n += 1 + strings.Count(runs[i].Text, " ") + strings.Count(runs[i].Text, "-")
	}
	return n
}

// elementOf returns the element of a link in a paragraph, or that of the
// paragraph.
func (c *cutter) elementOf(link *flow.Link, paragraph *Element) *Element {
	if link == nil {
		return paragraph
	}
	if known := c.links[link]; known != nil {
		return known
	}
	e := c.elementOf(link.Inside, paragraph).add(flow.LinkOf)
	e.Target, e.Place = link.Target, link.Place
	if c.links == nil {
		c.links = map[*flow.Link]*Element{}
	}
	c.links[link] = e
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
		c.push(c.fragment(Run{Kind: PostalDigit, Text: r.Text, Width: r.Font.Size * postalStep}, c.index, 0))
	case flow.WritingLine:
		c.push(c.fragment(Run{Kind: WritingLine, Width: r.Width}, c.index, 0))
	case flow.FormField:
		c.field(r.Field, r.Width)
	case flow.TabStop:
		c.alone(Run{Kind: TabStop})
	case flow.PageOf:
		c.number(c.page, c.numerals)
	case flow.PagesOf:
		c.number(c.pages, nil)
	case flow.Picture:
		c.picture()
	default:
		panic("layout: unknown kind of run")
	}
}

// postalStep is the distance from one digit of a postal index to the next, in
// ems of 10 mm, the height of a digit (ГОСТ Р 51506, код на конверте: цифры 5 ×
// 10 мм через 4 мм).
const postalStep = 0.9

// noBreakSpace is widened by justification like the ordinary one.
const noBreakSpace = '\u00a0'

// checkboxWidth is the width of a checkbox with its margins, in ems.
const checkboxWidth = 0.8

// boxes are characters drawn as paths, so that they look alike in all fonts.
var boxes = map[rune]RunKind{'☐': EmptyBox, '☑': CheckedBox, '☒': CrossedBox}

func (c *cutter) box(r rune, at int) {
	index, _ := c.family.Find(r, c.index)
	width := checkboxWidth
	if c.word { // as wide as the letter, which Word prints
		face := c.family.At(index)
		g, _ := face.Glyph(r)
		width = float64(face.Advance(g)) / float64(face.Em)
	}
	c.push(c.fragment(Run{Kind: boxes[r], Text: string(r), Width: c.run.Font.Size * width}, index, at))
}

// fragment completes a fragment that begins at a byte of the run.
func (c *cutter) fragment(r Run, index, at int) fragment {
	r.Face, r.Size, r.Element, r.Boxed, r.Effects = index, c.run.Font.Size, c.element, c.run.Boxed, c.run.Effects
	r.Rigid, r.piece = c.run.Rigid, piece{run: c.run, at: int32(at)}
	return fragment{Run: r, face: c.family.At(index)}
}

// substitute sets a character that the font lacks: a box, or a letter of a
// fallback font.
func (c *cutter) substitute(r rune, at int) {
	if _, isBox := boxes[r]; isBox {
		c.box(r, at)
		return
	}
	index, _ := c.family.Find(r, c.index)
	face := c.family.At(index)
	g, _ := face.Glyph(font.Substitute(r))
	effects := c.stretch(r, index)
	width := effects.Width(float64(face.Advance(g))*c.run.Font.Size/float64(face.Em), 1)
	f := c.fragment(Run{Text: string(r), Width: width, fallback: true}, index, at)
	f.Effects = effects
	c.push(f)
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

// close ends the open word; forced means a forced line break after it.
func (c *cutter) close(forced bool) {
	if !c.filled && !forced {
		return
	}
	c.open.ends = forced
	c.words = append(c.words, c.open)
	c.open, c.filled, c.first = word{}, false, len(c.all)
}

// text splits a string at the places where a line may break.
func (c *cutter) text(s string) {
	face := c.family.At(c.index)
	unit := c.run.Font.Size / float64(face.Em)
	start, width, spaces := 0, 0, 0
	cut := func(end int) {
		if end > start {
			f := c.fragment(Run{Text: s[start:end], Width: float64(width) * unit}, c.index, start)
			if f.Effects != nil {
				f.Width = c.tracked(f.Width, utf8.RuneCountInString(f.Text))
			}
			if !f.Boxed && !f.Rigid {
				f.spaces = spaces
			}
			c.push(f)
		}
		start, width, spaces = end, 0, 0
	}
	for i := 0; i < len(s); {
		if end, letters := russianLetters(face, s, i); end > i {
			i, width = end, width+letters
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		g, ok := face.Glyph(font.Substitute(r))
		if r == ' ' && !(c.word && c.bracketed(i)) {
			cut(i)
			c.space(c.tracked(float64(face.Advance(g))*unit, 1), i)
			i++
			start = i
			continue
		}
		if c.word && (r == wordJoiner || r == softHyphen) {
			cut(i)
			if r == softHyphen {
				c.soften()
			}
			start = i + size
		} else if ok {
			width += face.Advance(g)
			if r == noBreakSpace || r == ' ' {
				spaces++
			}
		} else {
			cut(i)
			c.substitute(r, i)
			start = i + size
		}
		i += size
		if c.word && wordBreaksAfter(s, i-size, r) || !c.word && isDash(r) && flow.BreaksAfter(s, i-size) {
			cut(i)
			c.close(false)
		}
	}
	cut(len(s))
}

// russianLetters returns where the Russian letters at a byte of a text end, and their
// width in font units. Lines never break between them.
func russianLetters(face *font.Face, s string, from int) (end, width int) {
	end = from
	for end+1 < len(s) && s[end]|1 == 0xD1 && s[end+1]&0xC0 == 0x80 {
		g, ok := face.Glyph(rune(s[end]&0x1F)<<6 | rune(s[end+1]&0x3F))
		if !ok {
			break
		}
		width += face.Advance(g)
		end += 2
	}
	return end, width
}

// isDash reports whether a character is a hyphen or a dash.
func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' }

// space adds a space after the open word.
func (c *cutter) space(width float64, at int) {
	if c.word && !c.plain && c.redecorated() {
		c.close(false)
		c.push(c.fragment(Run{}, c.index, at))
	}
	if c.open.spaces == "" {
		c.open.spacesOf = piece{run: c.run, at: int32(at)}
	}
	c.open.space += width
	c.open.spaces += " "
	c.open.spaceFace, c.open.rigid = c.index, c.run.Rigid
	c.filled = true
}

// redecorated reports whether a space has other lines or another shading than what is before it in the open word.
func (c *cutter) redecorated() bool {
	before := c.open.spacesOf.run
	if c.open.spaces == "" {
		if len(c.open.fragments) == 0 {
			return c.run.Effects.IsDecorated()
		}
		before = c.open.fragments[len(c.open.fragments)-1].piece.run
	}
	return before != nil && before != c.run && !before.Effects.DecoratesAs(c.run.Effects)
}

// isBlank reports whether a word is only the beginning of spaces with lines or a shading of their own.
func (w *word) isBlank() bool { return w.width == 0 && w.space > 0 && len(w.fragments) == 1 }
