package layout

import (
	"math"
	"slices"
	"strings"

	"protokol/generator/internal/flow"
)

// area is where text must not be placed because a float is there, from the left margin and the top of the text.
type area struct {
	left, right, top, bottom float64
	wrap                     flow.Wrap
}

// leastBeside is the least width of text beside a float: Word leaves narrower
// places empty.
const leastBeside = 72

// maxAreas limits the areas that are checked for every line.
const maxAreas = 50

// free returns the places for a line of some height between two edges, and how far
// below y they are.
func (s *setter) free(left, right, y, height float64) (places []frame, down float64) {
	least := min(leastBeside, right-left)
	for {
		places = append(places[:0], frame{left: left, right: right})
		next := math.Inf(1)
		for _, a := range s.areas {
			if a.top >= y+down+height-slack || a.bottom <= y+down+slack || a.left >= right || a.right <= left {
				continue
			}
			next = min(next, a.bottom-y)
			places = a.cut(places)
		}
		places = slices.DeleteFunc(places, func(f frame) bool { return f.right-f.left < least-slack })
		if len(places) > 0 || math.IsInf(next, 1) {
			return places, down
		}
		down = next
	}
}

// nextBottom returns where the first area below y ends.
func (s *setter) nextBottom(y float64) float64 {
	next := math.Inf(1)
	for _, a := range s.areas {
		if a.bottom > y+slack {
			next = min(next, a.bottom)
		}
	}
	if math.IsInf(next, 1) {
		return y + 1
	}
	return next
}

// cut removes an area from places.
func (a *area) cut(places []frame) (list []frame) {
	for _, f := range places {
		before, behind := f, f
		before.right, behind.left = min(f.right, a.left), max(f.left, a.right)
		left, right := before.right-before.left, behind.right-behind.left
		if left > 0 && a.wrap != flow.WrapRight && a.wrap != flow.WrapBelow && (a.wrap != flow.WrapLarger ||
			left >= right) {
			list = append(list, before)
		}
		if right > 0 && a.wrap != flow.WrapLeft && a.wrap != flow.WrapBelow && (a.wrap != flow.WrapLarger ||
			right > left) {
			list = append(list, behind)
		}
	}
	return list
}

// around breaks words into lines beside floats. Down is how far every line is
// below the one before because there is no room for it.
func (s *setter) around(words []word, p *flow.Paragraph, room frame) (lines []Line, down []float64) {
	set := compositor{stretch: p.Stretch}
	var long splitter
	y, height, first := s.at.below(p.Before), s.nominal(p), room.first-room.left
	for len(words) > 0 {
		places, below := s.free(room.left+min(first, 0), room.right, y, height)
		places[0].left += max(first, 0) // beside a float, too
		line, count := Line{}, 0
		for _, f := range places {
			f.tight = p.Tight
			full := f.right-f.left >= room.right-room.left-first-slack
			if full {
				words = long.split(room, words, f.right-f.left)
			}
			if len(words) == 0 || !full && words[0].width > f.right-f.left+slack {
				continue
			}
			n, width := f.fit(words, f.right-f.left, p.Align)
			last := n == len(words) || words[n-1].ends
			line.join(set.line(words[:n], width, f.left, f.right, p.Align, last))
			count += n
			ends := words[n-1].ends
			if words = words[n:]; ends {
				break
			}
		}
		if count == 0 { // a word wider than the places
			below = s.nextBottom(y+below) - y
			y += below
			down = append(down, 0)[:len(lines)+1]
			down[len(lines)] += below
			continue
		}
		lines, down = append(lines, line), append(down, 0)[:len(lines)+1]
		down[len(lines)-1] += below
		y, first = y+below+height, 0
	}
	if len(lines) == 0 {
		_, below := s.free(room.left, room.right, y, height)
		return make([]Line, 1), []float64{below}
	}
	return lines, down
}

// join adds the part of a line after a float.
func (l *Line) join(part Line) {
	if n := len(l.Runs); n > 0 && len(part.Runs) > 0 {
		if r := &l.Runs[n-1]; r.Kind == Letters && r.Element != nil && !strings.HasSuffix(r.Text, " ") {
			r.Text += " "
		}
	}
	part.Runs = append(l.Runs, part.Runs...)
	*l = part
}

// nominal returns the height of a line of a paragraph in its first font.
func (s *setter) nominal(p *flow.Paragraph) float64 {
	font := p.Font
	if len(p.Runs) > 0 {
		font = p.Runs[0].Font
	}
	height, _ := s.lineHeight(font, 1)
	switch p.Pitch {
	case flow.Exactly:
		return p.Line
	case flow.AtLeast:
		return max(p.Line, height)
	}
	return height * p.Spacing
}

// avoid moves a table between two edges below floats that leave it no room.
func (s *setter) avoid(left, right float64, first *strip) {
	if len(s.areas) == 0 {
		return
	}
	y := s.at.below(first.before)
	for _, a := range s.areas {
		if a.top < y+first.height && a.bottom > y+slack && a.left < right-slack && a.right > left+slack {
			first.sink(a.bottom - y)
			y = a.bottom
		}
	}
}

// sink moves the content of a strip down, without its floats.
func (s *strip) sink(by float64) {
	if by <= 0 {
		return
	}
	page := Page{Lines: s.lines, Rules: s.rules, Fills: s.fills, Pictures: s.pictures}
	page.shift(0, by)
	s.height += by
}
