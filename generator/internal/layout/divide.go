package layout

import "slices"

// Words of justified text are divided where that makes spaces more even. A DOCX
// gets an optional hyphen at these places and nowhere else, and Word fills lines
// greedily, so the lines to choose from are those that Word can set: a line ends
// before the first word that does not fit, or inside that word.
//
// Dividing changes neither the place where a page ends in a paragraph nor, but for
// shorter.go, the number of its lines, so that editors that ignore optional hyphens
// (ONLYOFFICE and R7-Office do) end pages at the same words.

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
	above    float64 // width of the part of its word that is on the line above
	hyphens  int     // divided lines in a row above it
	cost     float64 // of all lines above it
	from     int     // index of the start of the line above
}

// Costs of lines, in squares of the additional width of a space relative to its
// natural width.
const (
	costGaping   = 60  // spaces wider than four times
	costRepeated = 0.5 // a divided line below another one
	costLine     = 4   // another line of the paragraph
)

// costs depend on rules.
type costs struct {
	loose  float64 // spaces wider than twice the natural width
	hyphen float64 // a divided line
}

// costs returns those of the current rules, by which words are divided only to have fewer lines with spaces over twice
// the natural width, so that few lines differ in editors that ignore optional hyphens. By earlier rules, any more even
// spaces suffice.
func (f frame) costs() costs {
	if f.eager {
		return costs{loose: 4, hyphen: 0.2}
	}
	return costs{loose: 20, hyphen: 3}
}

// evenEnough is the additional width of a space, relative to its natural width,
// that need not be reduced.
const evenEnough = 1

// maxHyphens is the maximum number of divided lines in a row.
const maxHyphens = 2

// divider chooses the divisions of one paragraph.
type divider struct {
	words   []word
	room    frame
	limits  paragraphLimits
	plain   []int // the first word after each line without divisions
	last    int   // number of words up to the forced line break
	line    int   // index of the current line in the paragraph
	extents []extent
	named   []bool
	heads   []head
	known   dictionary
	starts  []lineStart
	chosen  []division
	result  []word
	costs   costs
	saving  // of the paragraph
}

// lineMeasure is the natural size of a line.
type lineMeasure struct{ width, white float64 }

// extent is the place of a word if all text were on one line.
type extent struct {
	start, end float64
	white      float64 // natural width of all spaces before it
	heads      int     // index of its first head; 0 if they are not known yet, -1 if it has none
}

// divisions returns the divisions of a paragraph. The result is valid until the
// next call.
func (d *divider) divisions(words []word, room frame, limits paragraphLimits) []division {
	*d = divider{words: words, room: room, limits: limits,
		plain: d.plain[:0], extents: d.extents[:0], named: d.named[:0],
		heads: append(d.heads[:0], head{}), known: d.known, starts: d.starts,
		chosen: d.chosen[:0], result: d.result, costs: room.costs()}
	d.measure()
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

// measure finds the extents of the words.
func (d *divider) measure() {
	var at extent
	for i := range d.words {
		w := &d.words[i]
		at.end = at.start + w.width
		d.extents = append(d.extents, at)
		at.start = at.end + w.space
		at.white += w.white() + w.space
	}
}

// segment chooses the divisions of the lines up to a forced line break.
func (d *divider) segment(from int) {
	count, uneven := d.greedy(from)
	first := d.line
	d.line += count
	if !uneven || count < 2 {
		return
	}
	d.starts = append(d.starts[:0], lineStart{division: division{word: from}})
	begin, end := 0, 1
	best, fewer := -1, -1
	for i := range count {
		for s := begin; s < end; s++ {
			start := &d.starts[s]
			next, m := d.fill(start.word, start.above, first+i)
			switch {
			case next < d.last:
				d.extend(s, end, first+i, next, m)
			case i == count-1:
				best = d.cheaper(best, s)
			default:
				fewer = d.cheaper(fewer, s)
			}
		}
		begin, end = end, len(d.starts)
	}
	if fewer >= 0 && best >= 0 && d.starts[fewer].cost < d.starts[best].cost-costLine {
		d.possible = true
		if d.limits.shorter {
			d.lines += count - 1 - d.layerOf(fewer)
			best = fewer
		}
	}
	for ; best > 0; best = d.starts[best].from {
		if start := d.starts[best]; start.at > 0 {
			d.chosen = append(d.chosen, start.division)
		}
	}
}

// layerOf returns the number of lines above a start.
func (d *divider) layerOf(start int) (lines int) {
	for ; start > 0; start = d.starts[start].from {
		lines++
	}
	return lines
}

// cheaper returns the cheaper of two starts; the first may be -1 for none.
func (d *divider) cheaper(a, b int) int {
	if a < 0 || d.starts[b].cost < d.starts[a].cost {
		return b
	}
	return a
}

// greedy returns the number of lines without divisions, and whether the spaces
// of one are too wide. Text with a word longer than a line is left alone.
func (d *divider) greedy(from int) (count int, uneven bool) {
	for at := from; at < d.last; count++ {
		next, m := d.fill(at, 0, d.line+count)
		if next == at {
			count = len(breakLines(d.words[from:d.last], d.room, 0))
			d.plain = append(d.plain, make([]int, d.line+count-len(d.plain))...)
			return count, false
		}
		if next < d.last && d.looseness(m, d.line+count) > evenEnough {
			uneven = true
		}
		at = next
		d.plain = append(d.plain, next)
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
// those before it. The line begins with a word, of which a part of some width is on
// the line above.
func (d *divider) fill(word int, above float64, line int) (next int, m lineMeasure) {
	first := &d.extents[word]
	start := first.start + above
	limit := start + d.room.right - d.left(line) + slack
	next = word
	for next < d.last && d.extents[next].end <= limit {
		next++
	}
	if next == word {
		return next, m
	}
	last := next - 1
	m.width = d.extents[last].end - start
	m.white = d.extents[last].white + d.words[last].white() - first.white
	return next, m
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

// extend appends the ways in which the line that begins at a start can end: before
// the first word that does not fit, or inside it. m is the measure of the words
// before.
func (d *divider) extend(s, layer, line, next int, m lineMeasure) {
	start := d.starts[s]
	if next == start.word {
		return // a word longer than a line
	}
	fixed := slices.Contains(d.limits.fixed, line)
	if fixed && next != d.plain[line] {
		return
	}
	d.offer(layer, lineStart{division: division{word: next}, from: s, cost: start.cost + d.cost(m, line)})
	if start.hyphens == maxHyphens || fixed {
		return
	}
	space := d.words[next-1].space
	room := d.room.right - d.left(line) + slack - m.width - space
	for _, h := range d.headsOf(next) {
		if h.width+h.hyphen > room {
			break
		}
		longer := lineMeasure{m.width + space + h.width + h.hyphen, m.white + space}
		way := lineStart{division: division{next, h.at}, above: h.width, from: s,
			cost: start.cost + d.cost(longer, line) + d.costs.hyphen}
		if h.hyphen > 0 {
			way.hyphens = start.hyphens + 1
		}
		if way.hyphens > 1 {
			way.cost += costRepeated
		}
		d.offer(layer, way)
	}
}

// cost returns the cost of a line, whose letters may be widened.
func (d *divider) cost(m lineMeasure, line int) float64 {
	r := d.looseness(m, line)
	if most := float64(wideSpace - 1); r > most && d.room.widens && m.white > 0 {
		r = max(most, r-(maxScale-1)*(m.width-m.white)/m.white)
	}
	cost := r * r
	if r > 1 {
		cost += d.costs.loose
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
