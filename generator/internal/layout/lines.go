package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/flow"
)

// frame is the horizontal space of a paragraph, in points from the left margin.
type frame struct {
	left, right float64 // of every line
	first       float64 // of the first line's left edge
	tight       bool    // spaces of justified lines may shrink
	stretch     bool    // see flow.Paragraph.Stretch
	word        bool    // lines end where Word ends them
	widens      bool    // letters of justified lines may be widened; see widening
	eager       bool    // see flow.Paper.EagerDivisions
	hyphenate   bool    // see flow.Paragraph.Hyphenate
	addresses   bool    // addresses may be divided; see address.go
	zone        float64 // see flow.Paragraph.Zone
	rows        int     // see flow.Paragraph.Rows
	known       *dictionary
}

// slack is a tolerance for rounding errors, pt.
const slack = 0.01

// breakLines breaks words into lines greedily, as Word does.
func breakLines(words []word, room frame, align flow.Align) []Line {
	var lines []Line
	set := compositor{widens: room.widens, stretch: room.stretch}
	var own splitter
	left, hyphens := room.first, 0
	for len(words) > 0 {
		words = own.split(room, words, room.right-left)
		count, width := room.fit(words, room.right-left, align)
		line := words[:count:count]
		if !room.word {
			divided := splitNext(words, count, room.right-left-width, room.right-room.left)
			if divided != nil {
				words = divided
				count, width = fit(words, room.right-left)
				line = words[:count:count]
			}
		} else if room.zone > 0 && (room.rows == 0 || hyphens < room.rows) {
			words, line, width = own.divideNext(room, words, line, width, room.right-left)
		}
		last := count == len(words) || words[count-1].ends
		if end := len(line) - 1; end >= 0 && line[end].soft && !last {
			line[end], width = line[end].hyphenate(width)
		}
		lines = append(lines, set.line(line, width, left, room.right, align, last))
		if hyphens++; !lines[len(lines)-1].Divided {
			hyphens = 0
		}
		words, left = words[count:], room.left
	}
	return lines
}

// fit returns the number of words that fit on a line, and their width without
// trailing spaces.
func fit(words []word, room float64) (count int, width float64) {
	space := 0.0
	for i, w := range words {
		if i > 0 && width+space+w.width > room+slack && !w.isBlank() {
			return i, width
		}
		width += space + w.width
		space = w.space
		if w.ends {
			return i + 1, width
		}
	}
	return len(words), width
}

// splitNext splits the word after the first count ones when it is wider than a
// line and can be broken in the room that is left. Otherwise it returns nil.
func splitNext(words []word, count int, room, line float64) []word {
	if count == len(words) || count == 0 || words[count-1].ends || words[count].width <= line+slack {
		return nil
	}
	long := words[count]
	long.own = false // it stays as it is if it is not split well
	rest := frame{}.splitLong(append([]word{long}, words[count+1:]...), room-words[count-1].space)
	if len(rest) == len(words)-count || !rest[0].split {
		return nil
	}
	return append(words[:count:count], rest...)
}

// splitter splits words that are set from the first to the last. It copies them once for
// a paragraph.
type splitter struct{ list []word }

// owns reports whether words are the end of the copy, of which one word or more are set.
func (s *splitter) owns(words []word) bool {
	set := len(s.list) - len(words)
	return set > 0 && &s.list[set] == &words[0]
}

// split is splitLong. In the copy the place before the words is free: that word is set.
func (s *splitter) split(f frame, words []word, room float64) []word {
	if !s.owns(words) {
		if split := f.splitLong(words, room); len(split) > len(words) {
			s.list = split
			return split
		}
		return words
	}
	if head, tail, ok := f.splitWord(&words[0], room); ok {
		words = s.list[len(s.list)-len(words)-1:]
		words[0], words[1] = head, tail
	}
	return words
}

// splitLong splits the first word when it is wider than a line.
func (f frame) splitLong(words []word, room float64) []word {
	if head, tail, ok := f.splitWord(&words[0], room); ok {
		return append([]word{head, tail}, words[1:]...)
	}
	return words
}

// splitWord splits a word when it is wider than a line: where it may be broken, or at
// the letter that no longer fits, as Word always does.
func (f frame) splitWord(w *word, room float64) (head, tail word, ok bool) {
	if w.width <= room+slack {
		return head, tail, false
	}
	head, tail = *w, *w
	head.width, head.space, head.spaces, head.ends = 0, 0, "", false
	for i, part := range w.fragments {
		if head.width+part.Width <= room+slack {
			head.width += part.Width
			continue
		}
		a, b := part.split(room-head.width, !f.word)
		if a.Text == "" && i == 0 || part.Kind != Letters {
			return head, tail, false // not a single letter fits
		}
		head.fragments = append(append([]fragment(nil), w.fragments[:i]...), a)
		if tail.own = true; !w.own {
			tail.fragments = slices.Clone(tail.fragments)
		}
		tail.fragments = tail.fragments[i:]
		tail.fragments[0] = b
		head.width += a.Width
		head.split = !f.word && wrapPoint(part.Text, len(a.Text), part.gives) == len(a.Text)
		head.torn = f.word
		tail.width = w.width - head.width
		return head, tail, true
	}
	return head, tail, false
}

// split splits a fragment so that the first part is at most as wide as room; if requested and possible, it ends
// where the text may be broken.
func (f fragment) split(room float64, nicely bool) (head, tail fragment) {
	width, at := 0.0, 0
	for at < len(f.Text) {
		r, size := utf8.DecodeRuneInString(f.Text[at:])
		advance := f.advance(r)
		if width+advance > room+slack {
			break
		}
		width, at = width+advance, at+size
	}
	gives := false
	if nicely {
		if best := wrapPoint(f.Text, at, f.gives); best > 0 {
			width, at = f.widthOf(f.Text[:best]), best
		}
		part := f.Text[:partEnd(f.Text)]
		gives = at < len(part) && (f.gives || givesWay(part))
	}
	head, tail = f, f
	tail.gives = gives
	head.Text, head.Width = f.Text[:at], width
	tail.Text, tail.Width = f.Text[at:], f.Width-width
	tail.piece.at += int32(at)
	head.spaces = min(f.spaces, strings.Count(head.Text, string(noBreakSpace))+strings.Count(head.Text, " "))
	tail.spaces -= head.spaces
	return head, tail
}

// setLine sets words on a line of their own.
func setLine(words []word, width, left, right float64, align flow.Align) Line {
	return new(compositor).line(words, width, left, right, align, true)
}

// compositor builds the runs of lines.
type compositor struct {
	widens  bool   // letters of justified lines may be widened
	stretch bool   // see flow.Paragraph.Stretch
	runs    []Run  // of the line
	text    []byte // of the last run, once something was joined to it

	gap, scale float64 // of the runs of the line
}

// line sets words between left and right.
func (c *compositor) line(words []word, width, left, right float64, align flow.Align, last bool) Line {
	c.gap, c.scale = 0, 0
	end := &words[len(words)-1]
	for n := len(words) - 1; n > 0 && words[n].isBlank(); n-- { // spaces at the end of a line are not shown
		words, width = words[:n], width-words[n-1].space
	}
	x := left
	switch align {
	case flow.Center:
		x += (right - left - width) / 2
	case flow.Right:
		x += right - left - width
	case flow.Justify:
		natural := last && !c.stretches(words)
		if n := innerSpaces(words); n > 0 && (!natural || width > right-left+slack) {
			if c.widens {
				c.scale = widening(words, width, right-left)
			}
			c.gap = (right - left - c.scaled(width)) / float64(n)
		}
	}
	c.runs = nil
	for i, w := range words {
		for _, f := range w.fragments {
			f.Width = c.scaled(f.Width) + c.gap*float64(f.spaces)
			c.append(f.Run, x)
			x += f.Width
		}
		if i < len(words)-1 && w.space > 0 {
			x += c.space(w, x)
		}
	}
	c.close()
	return Line{Runs: c.runs, Joined: !last && end.space == 0, Divided: end.divided, Split: end.split,
		Parted: end.parted, Torn: end.torn}
}

// stretches reports whether a line is as wide as others though it ends with a line break.
func (c *compositor) stretches(words []word) bool {
	return c.stretch && len(words) > 0 && words[len(words)-1].ends
}

// innerSpaces counts the spaces of a line, no-break spaces included.
func innerSpaces(words []word) (n int) {
	for i := range words {
		if i < len(words)-1 && !words[i].rigid {
			n += len(words[i].spaces)
		}
		for _, f := range words[i].fragments {
			n += f.spaces
		}
	}
	return n
}

// append adds a run, or extends the previous one if both have the same format.
func (c *compositor) append(r Run, x float64) {
	if n := len(c.runs); n > 0 {
		last := &c.runs[n-1]
		if last.Kind == Letters && r.Kind == Letters && !last.Boxed && !r.Boxed && last.Rigid == r.Rigid &&
			last.Element == r.Element && last.Face == r.Face && last.Size == r.Size && last.Effects == r.Effects {
			c.join(last, r.Text, r.Width, r.piece)
			return
		}
	}
	c.close()
	r.X, r.Scale = x, c.scale
	if !r.Boxed && !r.Rigid {
		r.Gap = c.gap
	}
	c.runs = append(c.runs, r)
}

// space appends the spaces after a word to its last run and returns their width. Boxes
// and fallback fonts have no spaces: theirs would differ in width.
func (c *compositor) space(w word, x float64) (width float64) {
	width = c.scaled(w.space)
	if !w.rigid {
		width += c.gap * float64(len(w.spaces))
	}
	if len(c.runs) == 0 {
		return width
	}
	last := &c.runs[len(c.runs)-1]
	if last.Kind != Letters || last.fallback {
		r := *last
		r.fallback, r.Image = false, nil
		if r.Kind == FormField {
			r.Element = r.Element.Field.line
		}
		r.Kind, r.Text, r.Width, r.Face = Letters, "", 0, w.spaceFace
		r.piece, r.pieces = w.spacesOf, nil
		c.append(r, x)
		last = &c.runs[len(c.runs)-1]
	}
	c.join(last, w.spaces, width, w.spacesOf)
	return width
}

// scaled returns the width of text of the line whose natural width is given.
func (c *compositor) scaled(width float64) float64 {
	if c.scale > 0 {
		return width * c.scale
	}
	return width
}

func (c *compositor) join(last *Run, text string, width float64, from piece) {
	if len(c.text) == 0 {
		c.text = append(c.text, last.Text...)
	}
	last.joinPiece(from, len(c.text))
	c.text = append(c.text, text...)
	last.Width += width
}

// close stores the appended text in the last run.
func (c *compositor) close() {
	if len(c.text) > 0 {
		c.runs[len(c.runs)-1].Text = string(c.text)
		c.text = c.text[:0]
	}
}

// Text returns the text of a line.
func (l Line) Text() string {
	var b strings.Builder
	for _, r := range l.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}
