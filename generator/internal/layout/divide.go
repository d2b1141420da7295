package layout

import (
	"slices"
	"strings"

	"protokol/generator/internal/font"
	"protokol/generator/internal/hyphen"
)

// Words of justified text are divided where that makes spaces more even. A DOCX
// gets an optional hyphen at these places and nowhere else, and Word fills lines
// greedily, so the lines to choose from are those that Word can set: a line ends
// before the first word that does not fit, or inside that word.
//
// Dividing never changes the number of lines of a paragraph. Editors that ignore
// optional hyphens (ONLYOFFICE and R7-Office do) end pages at the same
// paragraphs and lines then.

// SoftHyphen is the hyphen at the end of a divided line (ISO 32000-1,
// 14.8.2.2.3).
const SoftHyphen = "\u00ad"

// division is a place where a word is divided.
type division struct {
	word int // its index
	at   int // byte offset in its text
}

// lineStart is a way to break the text before a line.
type lineStart struct {
	division         // the beginning of the line
	hyphens  int     // divided lines in a row above it
	cost     float64 // of all lines above it
	from     int     // index of the start of the line above
}

// Costs of lines, in squares of the additional width of a space relative to its
// natural width.
const (
	costLoose    = 4   // spaces wider than twice the natural width
	costGaping   = 60  // spaces wider than four times
	costHyphen   = 0.2 // a divided line
	costRepeated = 0.5 // another one below
)

// evenEnough is the additional width of a space, relative to its natural width,
// that no dividing needs to reduce.
const evenEnough = 0.5

// maxHyphens is the maximum number of divided lines in a row.
const maxHyphens = 2

// divider chooses the divisions of one paragraph.
type divider struct {
	words  []word
	room   frame
	whole  []int // lines that must not be divided
	last   int   // number of words up to the forced line break
	line   int   // index of the current line in the paragraph
	named  []bool
	points []int
	starts []lineStart
	chosen []division
}

// lineMeasure is the natural size of a line.
type lineMeasure struct{ width, white float64 }

// divisions returns the divisions of a paragraph. The result is valid until the
// next call.
func (d *divider) divisions(words []word, room frame, whole []int) []division {
	*d = divider{words: words, room: room, whole: whole, named: d.named[:0], points: d.points[:0],
		starts: d.starts[:0], chosen: d.chosen[:0]}
	for from := 0; from < len(words); {
		d.last = from + 1
		for d.last < len(words) && !words[d.last-1].ends {
			d.last++
		}
		d.segment(from)
		from = d.last
	}
	return d.chosen
}

// segment chooses the divisions of the lines up to a forced line break.
func (d *divider) segment(from int) {
	count, uneven := d.greedy(from)
	first := d.line
	d.line += count
	if !uneven || count < 2 {
		return
	}
	if len(d.named) == 0 {
		d.findNames()
	}
	d.starts = append(d.starts[:0], lineStart{division: division{word: from}})
	begin, end := 0, 1
	best := -1
	for i := range count {
		for s := begin; s < end; s++ {
			switch {
			case !d.ends(s, first+i):
				d.extend(s, end, first+i)
			case i == count-1 && (best < 0 || d.starts[s].cost < d.starts[best].cost):
				best = s
			}
		}
		begin, end = end, len(d.starts)
	}
	for ; best > 0; best = d.starts[best].from {
		if start := d.starts[best]; start.at > 0 {
			d.chosen = append(d.chosen, start.division)
		}
	}
}

// greedy returns the number of lines without divisions, and whether the spaces
// of one are too wide. Text with a word longer than a line is left alone.
func (d *divider) greedy(from int) (count int, uneven bool) {
	for at := from; at < d.last; count++ {
		next, m := d.fill(division{word: at}, d.line+count)
		if next == at {
			return len(breakLines(d.words[from:d.last], d.room, 0)), false
		}
		if next < d.last && d.looseness(m, d.line+count) > evenEnough {
			uneven = true
		}
		at = next
	}
	return count, uneven
}

// left returns the left edge of a line.
func (d *divider) left(line int) float64 {
	if line == 0 {
		return d.room.first
	}
	return d.room.left
}

// fill returns the first word that does not fit on a line, and the measure of
// those before it.
func (d *divider) fill(from division, line int) (next int, m lineMeasure) {
	room := d.room.right - d.left(line) + slack
	space := 0.0
	for i := from.word; i < d.last; i++ {
		w := &d.words[i]
		width := w.width
		if i == from.word && from.at > 0 {
			width -= w.headWidth(from.at)
		}
		if m.width+space+width > room {
			return i, m
		}
		m.width += space + width
		m.white += space + w.white()
		space = w.space
	}
	return d.last, m
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
	return float64(f.face.Advance(g)) * f.Size / float64(f.face.Em)
}

// headWidth returns the width of the text of a word before a byte offset.
func (w *word) headWidth(at int) (width float64) {
	f := &w.fragments[0]
	for _, r := range f.Text[:at] {
		width += f.advance(r)
	}
	return width
}

// looseness returns the additional width of spaces of a justified line, relative
// to their natural width.
func (d *divider) looseness(m lineMeasure, line int) float64 {
	free := d.room.right - d.left(line) - m.width
	if m.white <= 0 {
		return free
	}
	return free / m.white
}

// extend appends the ways in which the line that begins at a start can end.
func (d *divider) extend(s, layer, line int) {
	start := d.starts[s]
	next, m := d.fill(start.division, line)
	if next == d.last || next == start.word {
		return // one line less than without divisions, or a word longer than a line
	}
	d.offer(layer, lineStart{division: division{word: next}, from: s, cost: start.cost + d.cost(m, line)})
	if start.hyphens == maxHyphens || slices.Contains(d.whole, line) || !d.divisible(next) {
		return
	}
	w, space := &d.words[next], d.words[next-1].space
	f := &w.fragments[0]
	room := d.room.right - d.left(line) + slack - m.width - space - f.advance('-')
	m.white += space
	begin, size := core(f.Text)
	d.points = hyphen.Append(d.points[:0], f.Text[begin:begin+size])
	for _, at := range d.points {
		at += begin
		head := w.headWidth(at)
		if head > room {
			break
		}
		longer := lineMeasure{m.width + space + head + f.advance('-'), m.white}
		way := lineStart{division: division{next, at}, from: s, hyphens: start.hyphens + 1,
			cost: start.cost + d.cost(longer, line) + costHyphen}
		if start.hyphens > 0 {
			way.cost += costRepeated
		}
		d.offer(layer, way)
	}
}

// cost returns the cost of a line.
func (d *divider) cost(m lineMeasure, line int) float64 {
	r := d.looseness(m, line)
	cost := r * r
	if r > 1 {
		cost += costLoose
	}
	if r > 3 {
		cost += costGaping
	}
	return cost
}

// offer adds a start to a layer, or replaces a dearer one.
func (d *divider) offer(layer int, way lineStart) {
	for i := layer; i < len(d.starts); i++ {
		if known := &d.starts[i]; known.division == way.division && known.hyphens == way.hyphens {
			if way.cost < known.cost {
				*known = way
			}
			return
		}
	}
	d.starts = append(d.starts, way)
}

// ends reports whether the rest of the text fits on a line.
func (d *divider) ends(s, line int) bool {
	next, _ := d.fill(d.starts[s].division, line)
	return next == d.last
}

// divisible reports whether a word may be divided: an ordinary word in one font,
// not the last one, not an abbreviation, and not in a name.
func (d *divider) divisible(i int) bool {
	w := &d.words[i]
	if i == d.last-1 || d.named[i] || len(w.fragments) != 1 || w.fragments[0].Mark != Letters || w.fragments[0].Boxed {
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
// around it; 0, 0 if there are other characters or capital letters.
func core(text string) (begin, size int) {
	begin = len(text) - len(strings.TrimLeft(text, "(«„\"["))
	end := begin
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

// startsLower reports whether the first letter of a text is a lower-case Russian
// one.
func startsLower(text string) bool {
	text = strings.TrimLeft(text, "(«„\"[")
	return len(text) > 1 && isLower(text[0], text[1])
}

// findNames marks the words in quotation marks that begin with a capital letter
// or a digit.
func (d *divider) findNames() {
	depth, inName := 0, 0 // inName is the depth at which the name began
	for i := range d.words {
		named := inName > 0
		for _, f := range d.words[i].fragments {
			for at, r := range f.Text {
				switch r {
				case '«', '„':
					if depth++; inName == 0 && !startsLower(f.Text[at:]) {
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

// divide returns the words with divided ones as two: the first ends with a
// hyphen, and no space is between them.
func divide(words []word, places []division) []word {
	if len(places) == 0 {
		return words
	}
	slices.SortFunc(places, func(a, b division) int { return a.word - b.word })
	divided := make([]word, 0, len(words)+len(places))
	last := 0
	for _, place := range places {
		divided = append(divided, words[last:place.word]...)
		head, tail := words[place.word].divide(place.at)
		divided = append(divided, head, tail)
		last = place.word + 1
	}
	return append(divided, words[last:]...)
}

// divide divides a word of one fragment at a byte offset.
func (w *word) divide(at int) (head, tail word) {
	f := w.fragments[0]
	before := w.headWidth(at)
	begin, rest, sign := f, f, f
	begin.Text, begin.Width, begin.spaces = f.Text[:at], before, 0
	rest.Text, rest.Width = f.Text[at:], f.Width-before
	rest.piece.at += int32(at)
	sign.Text, sign.Width, sign.spaces, sign.piece = SoftHyphen, f.advance('-'), 0, piece{}
	head = word{fragments: []fragment{begin, sign}, width: before + sign.Width, divided: true}
	tail = *w
	tail.fragments, tail.width = []fragment{rest}, w.width-before
	return head, tail
}
