package layout

import (
	"math"
	"strings"

	"protokol/generator/internal/flow"
)

// defaultTab is the distance of tab stops that a paragraph does not set, half an
// inch.
const defaultTab = 36

func hasTabs(words []word) bool {
	for i := range words {
		if words[i].isTab() {
			return true
		}
	}
	return false
}

func (w *word) isTab() bool { return len(w.fragments) == 1 && w.fragments[0].Kind == TabStop }

// tabSetter breaks a paragraph with tabs into lines.
type tabSetter struct {
	*setter
	p    *flow.Paragraph
	room frame

	set      compositor
	rest     queue
	line     Line
	segment  []word  // since the last tab
	from     float64 // left edge of the segment
	width    float64 // of the segment, without trailing spaces
	stop     flow.Tab
	tab      *fragment // that the segment follows; nil at the beginning of a line
	tabAt    float64   // where the space of the tab begins
	previous int       // index of the tab's run in the line
	edges    frame     // without floats
	y        float64   // of the line
	down     []float64 // of the lines, below floats
}

// tabbed breaks words with tabs into lines. The text after a tab begins at the
// next tab stop, is centred there or ends there (ECMA-376-1, 17.3.1.37).
func (s *setter) tabbed(words []word, p *flow.Paragraph, room frame) (lines []Line, down []float64) {
	t := &tabSetter{setter: s, p: p, room: room, edges: room, y: s.at.below(p.Before), rest: queue{words: words},
		set: compositor{widens: room.widens, stretch: p.Stretch}}
	t.start(room.first)
	for t.rest.more() {
		switch w := t.rest.next(); {
		case w.isTab():
			if !t.advance(&w.fragments[0]) {
				t.rest.put(w)
				lines = append(lines, t.end(false))
			}
		case t.fits(&w) || t.begins(&w):
			t.add(w)
			if w.ends {
				lines = append(lines, t.end(true))
			}
		default:
			t.wrap(w)
			lines = append(lines, t.end(false))
		}
	}
	if len(t.segment) > 0 || t.tab != nil {
		lines = append(lines, t.end(true))
	}
	return lines, t.down[:min(len(lines), len(t.down))]
}

// queue is the words that are not set yet. Some may be put back.
type queue struct {
	words []word
	at    int // of the next one; the places before are free
}

func (q *queue) more() bool { return q.at < len(q.words) }

func (q *queue) next() word {
	q.at++
	return q.words[q.at-1]
}

func (q *queue) put(w word) {
	if q.at == 0 {
		q.words = append([]word{w}, q.words...)
		return
	}
	q.at--
	q.words[q.at] = w
}

// begins reports whether a word that does not fit is nevertheless at the beginning of the line, and cuts off the
// part that is wider than the line.
func (t *tabSetter) begins(w *word) bool {
	if len(t.segment) > 0 || t.tab != nil && w.width <= t.edges.right-t.edges.left {
		return false
	}
	if head, tail, ok := t.edges.splitWord(w, max(1, t.edges.right-t.from)); ok {
		t.rest.put(tail)
		*w = head
	}
	return true
}

// wrap puts a word, or the part after its division, on the next line.
func (t *tabSetter) wrap(w word) {
	if head, tail, ok := t.divide(&w); ok {
		t.add(head)
		t.rest.put(tail)
		return
	}
	t.rest.put(w)
	t.retreat()
	t.withdraw()
}

// start begins a line, in the widest place beside floats.
func (t *tabSetter) start(left float64) {
	if len(t.areas) > 0 {
		height := t.nominal(t.p)
		first := left - t.edges.left
		places, down := t.free(t.edges.left+min(first, 0), t.edges.right, t.y, height)
		t.y += down + height
		t.down = append(t.down, down)
		best := places[0]
		for _, one := range places[1:] {
			if one.right-one.left > best.right-best.left {
				best = one
			}
		}
		left, t.room.right = best.left+max(first, 0), best.right
	}
	t.line, t.segment, t.from, t.width, t.tab, t.stop = Line{}, nil, left, 0, nil, flow.Tab{}
}

// natural returns the width of the segment with another word.
func (t *tabSetter) natural(w *word) float64 {
	if n := len(t.segment); n > 0 {
		return t.width + t.segment[n-1].space + w.width
	}
	return w.width
}

// fits reports whether a word fits on the line.
func (t *tabSetter) fits(w *word) bool {
	width, edge := t.natural(w), t.room.right
	if t.tab != nil && t.stop.At > edge {
		if edge += t.reach(); t.stop.Align == flow.TabRight {
			edge = t.stop.At
		}
	}
	return t.begin(width)+width-t.shrinkable(w) <= edge+slack
}

// shrinkable returns by how much the spaces of the segment and the one after it
// may shrink for a word: those after the last tab of a justified line.
func (t *tabSetter) shrinkable(w *word) float64 {
	if !t.p.Tight || t.p.Align != flow.Justify || t.tab != nil && t.stop.Align != flow.TabLeft {
		return 0
	}
	white, last := 0.0, 0.0
	for i := range t.segment {
		last = t.segment[i].space
		white += last
	}
	return w.shrink(last) * white
}

// begin returns the left edge of a segment of the given width.
func (t *tabSetter) begin(width float64) float64 {
	if t.tab == nil {
		return t.from
	}
	switch t.stop.Align {
	case flow.TabRight:
		return max(t.tabAt, t.stop.At-width)
	case flow.TabDecimal:
		return max(t.tabAt, t.stop.At-min(width, t.integer()))
	case flow.TabCenter:
		return max(t.tabAt, min(t.stop.At-width/2, t.room.right+t.reach()-width))
	}
	return t.stop.At
}

// integer returns the width of the segment before its decimal comma.
func (t *tabSetter) integer() (width float64) {
	for i := range t.segment {
		for j := range t.segment[i].fragments {
			f := &t.segment[i].fragments[j]
			if at := strings.IndexAny(f.Text, ",."); at >= 0 {
				return width + f.widthOf(f.Text[:at])
			}
			width += f.Width
		}
		if i < len(t.segment)-1 {
			width += t.segment[i].space
		}
	}
	return math.Inf(1)
}

// divide divides a word for the end of the line where Word does.
func (t *tabSetter) divide(w *word) (head, tail word, ok bool) {
	n := len(t.segment)
	if t.room.zone == 0 || n == 0 || t.segment[n-1].space == 0 {
		return head, tail, false
	}
	left := t.room.right - t.begin(t.width) - t.width
	if left <= t.room.zone {
		return head, tail, false
	}
	return t.room.divide(w, left-t.segment[n-1].space)
}

// retreat gives back the words at the end of a line after which a hyphen does not
// fit.
func (t *tabSetter) retreat() {
	for len(t.segment) > 1 {
		n := len(t.segment) - 1
		w := t.segment[n]
		if !w.soft || t.begin(t.width)+t.width+w.hyphenWidth() <= t.room.right+slack {
			break
		}
		t.segment = t.segment[:n]
		t.width -= w.width + t.segment[n-1].space
		t.rest.put(w)
	}
}

// withdraw gives back the tab at the end of a line: it moves to the next line with the word after it, unless it is
// the first on its line or follows the number of an item.
func (t *tabSetter) withdraw() {
	if t.tab == nil || len(t.segment) > 0 || t.previous == 0 || t.tab.piece.run != nil && t.tab.piece.run.Label {
		return
	}
	t.rest.put(word{fragments: []fragment{*t.tab}})
	t.line.Runs, t.tab, t.from, t.stop = t.line.Runs[:t.previous], nil, t.tabAt, flow.Tab{}
}

func (t *tabSetter) add(w word) {
	t.width = t.natural(&w)
	t.segment = append(t.segment, w)
}

// flush sets the open segment on the line and returns its right edge.
func (t *tabSetter) flush(justify, last bool) float64 {
	width := t.width
	x := t.begin(width)
	if t.tab != nil {
		t.line.Runs[t.previous].Width = x - t.tabAt
		t.leader(x)
	}
	if len(t.segment) == 0 {
		return x
	}
	trailing := t.segment[len(t.segment)-1].space
	align, right := flow.Left, x+width
	if justify {
		align, right = flow.Justify, t.room.right
	}
	if n := len(t.segment); !last && t.segment[n-1].soft {
		t.segment[n-1], width = t.segment[n-1].hyphenate(width)
		right = max(right, x+width)
	}
	made := t.set.line(t.segment, width, x, right, align, last)
	t.line.Runs = append(t.line.Runs, made.Runs...)
	t.line.Joined, t.line.Divided, t.line.Split = made.Joined, made.Divided, made.Split
	return x + width + trailing
}

// advance moves to the next tab stop and reports whether there is one on the
// line.
func (t *tabSetter) advance(tab *fragment) bool {
	at := t.from
	if t.tab != nil || len(t.segment) > 0 {
		at = t.begin(t.width) + t.width
		if n := len(t.segment); n > 0 {
			at += t.segment[n-1].space
		}
	}
	stop, ok := t.next(at)
	if own := tab.piece.run; own != nil && own.Stop != nil {
		stop, ok = *own.Stop, true
		stop.At += t.left
	}
	if !ok && (len(t.segment) > 0 || t.tab != nil) {
		return false
	}
	if !ok {
		stop = flow.Tab{At: at}
	}
	t.flush(false, true)
	t.space()
	r := tab.Run
	r.X = at
	t.previous = len(t.line.Runs)
	t.line.Runs = append(t.line.Runs, r)
	t.segment, t.width, t.tab, t.tabAt, t.stop, t.from = nil, 0, tab, at, stop, stop.At
	return true
}

// space separates the text before a tab from the text after it when the line is
// copied or read aloud.
func (t *tabSetter) space() {
	if n := len(t.line.Runs); n > 0 {
		if r := &t.line.Runs[n-1]; r.Kind == Letters && r.Element != nil && !strings.HasSuffix(r.Text, " ") {
			r.Text += " "
		}
	}
}

// end ends the line; last is true for the last one of a paragraph or before a
// forced break.
func (t *tabSetter) end(last bool) Line {
	align := t.p.Align
	right := t.flush(align == flow.Justify && (!last || t.set.stretches(t.segment)), last)
	if n := len(t.segment); n > 0 {
		right -= t.segment[n-1].space
	}
	if t.tab == nil || t.stop.Align == flow.TabLeft {
		shift := 0.0
		switch align {
		case flow.Center:
			shift = (t.room.right - right) / 2
		case flow.Right:
			shift = t.room.right - right
		}
		if shift > 0 {
			t.line.shift(shift, 0)
		}
	}
	line := t.line
	t.start(t.room.left)
	return line
}
