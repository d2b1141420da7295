package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/font"
	"protokol/generator/internal/hyphen"
)

// head is the beginning of a word that may be divided.
type head struct {
	at     int     // byte offset of its end in the word
	width  float64 // without the hyphen
	hyphen float64 // width of the hyphen
	last   bool    // of the word
}

// headsOf returns the beginnings of a word before its divisions, shortest first.
func (d *divider) headsOf(i int) []head {
	first := d.extents[i].heads
	if first == 0 {
		first = d.findHeads(i)
		d.extents[i].heads = first
	}
	if first < 0 {
		return nil
	}
	last := first
	for !d.heads[last].last {
		last++
	}
	return d.heads[first : last+1]
}

// findHeads appends the heads of a word and returns the index of the first, or
// -1 if there are none.
func (d *divider) findHeads(i int) int {
	if from := d.addressFrom(i); from >= 0 {
		return d.addressHeads(i, from)
	}
	if !d.room.hyphenate || !d.divisible(i) {
		return -1
	}
	f := &d.words[i].fragments[0]
	begin, size := core(f.Text)
	offsets := d.known.offsets(f.Text[begin : begin+size])
	if len(offsets) == 0 {
		return -1
	}
	first, hyphen, width, at := len(d.heads), f.advance('-'), 0.0, 0
	for _, offset := range offsets {
		for _, r := range f.Text[at : begin+offset] {
			width += f.advance(r)
		}
		at = begin + offset
		d.heads = append(d.heads, head{at: at, width: width, hyphen: hyphen})
	}
	d.heads[len(d.heads)-1].last = true
	return first
}

// dictionary holds the offsets of divisions of words that were looked for before:
// papers of one kind consist mostly of the same words.
type dictionary map[string][]int

// maxKnown is the maximum number of words in a dictionary.
const maxKnown = 4096

// offsets returns the offsets at which a word may be divided.
func (d dictionary) offsets(word string) []int {
	offsets, ok := d[word]
	if !ok {
		if len(d) >= maxKnown {
			clear(d)
		}
		offsets = hyphen.Append(nil, word)
		d[strings.Clone(word)] = offsets
	}
	return offsets
}

// divisible reports whether a word may be divided: an ordinary word in one font,
// not the last one, not an abbreviation, and not in a name.
func (d *divider) divisible(i int) bool {
	w := &d.words[i]
	if len(d.named) == 0 {
		d.findNames()
	}
	if i == d.last-1 || d.named[i] || len(w.fragments) != 1 || w.fragments[0].Kind != Letters || w.fragments[0].Boxed {
		return false
	}
	text := w.fragments[0].Text
	begin, size := core(text)
	if size < 4*hyphen.Least { // bytes of letters
		return false
	}
	if i > 0 && d.words[i-1].hyphenated() && !startsLower(d.words[i-1].text()) {
		return false
	}
	return !strings.HasPrefix(text[begin+size:], ".") || !startsLower(d.words[i+1].text())
}

// text returns the text of a word in the font of its beginning.
func (w *word) text() string {
	if len(w.fragments) == 0 {
		return ""
	}
	return w.fragments[0].Text
}

// core returns the offset and the length of a word without the punctuation
// around it; 0, 0 if there are other characters or capital letters after the first.
func core(text string) (begin, size int) {
	begin = len(text) - len(strings.TrimLeft(text, "(«„\"["))
	end := begin
	if end+1 < len(text) && isCapital(text[end], text[end+1]) {
		end += 2
	}
	for end+1 < len(text) && isLower(text[end], text[end+1]) {
		end += 2
	}
	if strings.Trim(text[end:], "-,;:!?.…)»“\"]—–\u00a0") != "" {
		return 0, 0
	}
	return begin, end - begin
}

// isLower reports whether two bytes are a lower-case Russian letter: а–п, р–я, ё.
func isLower(a, b byte) bool {
	return a == 0xD0 && b >= 0xB0 && b <= 0xBF || a == 0xD1 && (b >= 0x80 && b <= 0x8F || b == 0x91)
}

// isCapital reports whether two bytes are one of the letters А–Я.
func isCapital(a, b byte) bool { return a == 0xD0 && b >= 0x90 && b <= 0xAF }

// startsLower reports whether the first letter of a text is a lower-case Russian
// one.
func startsLower(text string) bool {
	text = strings.TrimLeft(text, "(«„\"[")
	return len(text) > 1 && isLower(text[0], text[1])
}

// longestName is the maximum number of words of a name in quotation marks. More
// words are a title or a sentence.
const longestName = 8

// quotesTitle reports whether the quotation that begins at a byte offset of a word is
// the title of a law, «Об обществах с ограниченной ответственностью», or too long for
// a name.
func (d *divider) quotesTitle(i int, text string) bool {
	if first, _, _ := strings.Cut(text, "\u00a0"); first == "О" || first == "Об" {
		return true
	}
	for n := range longestName {
		if i+n >= len(d.words) {
			return false
		}
		for _, f := range d.words[i+n].fragments {
			if n == 0 && strings.Contains(text, "»") || n > 0 && strings.ContainsAny(f.Text, "»“") {
				return false
			}
		}
	}
	return true
}

// findNames marks the words in quotation marks that begin with a capital letter
// or a digit, unless they quote a title.
func (d *divider) findNames() {
	depth, inName := 0, 0 // inName is the depth at which the name began
	for i := range d.words {
		named := inName > 0
		for _, f := range d.words[i].fragments {
			if !mayHaveQuotes(f.Text) {
				continue
			}
			for at, r := range f.Text {
				switch r {
				case '«', '„':
					depth++
					inside := f.Text[at+utf8.RuneLen(r):]
					if inName == 0 && !startsLower(inside) && !d.quotesTitle(i, inside) {
						inName, named = depth, true
					}
				case '»', '“':
					if depth == inName {
						inName = 0
					}
					depth = max(0, depth-1)
				}
			}
		}
		d.named = append(d.named, named)
	}
}

// mayHaveQuotes quickly reports whether a text has the first byte of « or „.
func mayHaveQuotes(text string) bool {
	return strings.IndexByte(text, "«"[0]) >= 0 || strings.IndexByte(text, "„"[0]) >= 0
}

// divide returns the words with divided ones as two: the first ends with a
// hyphen, and no space is between them. The result is valid until the next call.
func (d *divider) divide(words []word, room frame, limits paragraphLimits) []word {
	places := d.divisions(words, room, limits)
	if len(places) == 0 {
		return words
	}
	slices.SortFunc(places, func(a, b division) int { return a.word - b.word })
	divided := slices.Grow(d.result[:0], len(words)+len(places))
	last := 0
	for _, place := range places {
		divided = append(divided, words[last:place.word]...)
		head, tail := words[place.word].divide(place.at)
		divided = append(divided, head, tail)
		last = place.word + 1
	}
	d.result = append(divided, words[last:]...)
	return d.result
}

// clear removes references to words.
func (d *divider) clear() {
	d.result, d.words = emptied(d.result), nil
}

// divide divides a word of one fragment at a byte offset, after a letter or a mark of an address.
func (w *word) divide(at int) (head, tail word) {
	f := w.fragments[0]
	before := w.headWidth(at)
	begin, rest, sign := f, f, f
	begin.Text, begin.Width = f.Text[:at], before
	begin.spaces = min(f.spaces, strings.Count(begin.Text, string(noBreakSpace)))
	rest.Text, rest.Width, rest.spaces = f.Text[at:], f.Width-before, f.spaces-begin.spaces
	rest.piece.at += int32(at)
	tail = *w
	tail.fragments, tail.width = []fragment{rest}, w.width-before
	if f.Text[at-1] < utf8.RuneSelf {
		return word{fragments: []fragment{begin}, width: before, parted: true}, tail
	}
	sign.Text, sign.Width, sign.spaces, sign.piece = SoftHyphen, f.advance('-'), 0, piece{}
	head = word{fragments: []fragment{begin, sign}, width: before + sign.Width, divided: true}
	return head, tail
}

// white returns the natural width of the no-break spaces in a word.
func (w *word) white() (width float64) {
	for i := range w.fragments {
		if f := &w.fragments[i]; f.spaces > 0 {
			width += float64(f.spaces) * f.advance(noBreakSpace)
		}
	}
	return width
}

// advance returns the width of a character.
func (f *fragment) advance(r rune) float64 {
	g, _ := f.face.Glyph(font.Substitute(r))
	return f.Effects.Width(float64(f.face.Advance(g))*f.Size/float64(f.face.Em), 1)
}

// headWidth returns the width of the text of a word before a byte offset.
func (w *word) headWidth(at int) (width float64) {
	f := &w.fragments[0]
	for _, r := range f.Text[:at] {
		width += f.advance(r)
	}
	return width
}
