package layout

import (
	"math"
	"slices"

	"protokol/generator/internal/flow"
)

// span is the strips of a page, from inclusive, to exclusive.
type span struct{ from, to int }

// Editors round the heights of lines, to twips or to 1/600 inch: over a page the
// lines of LibreOffice add up to 1 pt more or 1.7 pt less than ours.
const (
	reserve = 1.2 // height at the foot of a page, pt, that stays free of letters
	excess  = 2.0 // by which the next line should not fit on the page of an editor, pt
)

// Limits of the space that endPages leaves free for the sake of editors, pt.
const (
	maxUnused = 16 // of the height that strips may fill
	maxEmpty  = 60 // below the last strip, in addition
)

// endPages distributes strips over pages, and returns how much less high than the
// text of our pages that of an editor must be. If the next strip almost fits on one
// page and another page is full, no height suits an editor: then all pages are
// filled less, unless that takes another page or leaves much of one empty.
func endPages(strips []strip, page flow.Page) (pages []span, shorter float64) {
	pages = paginate(strips, page, reserve)
	shorter, suits := shortened(strips, pages, page)
	for unused := reserve + 1; !suits && unused <= maxUnused; unused++ {
		other := paginate(strips, page, unused)
		if len(other) != len(pages) {
			break
		}
		var lower float64
		if lower, suits = shortened(strips, other, page); suits && alike(strips, pages, other) {
			return other, lower
		}
	}
	return pages, shorter
}

// alike reports whether no page of the second distribution is much emptier than in
// the first one.
func alike(strips []strip, pages, other []span) bool {
	for i := range pages[:len(pages)-1] {
		if depth(strips, other[i].from, other[i].to) < depth(strips, pages[i].from, pages[i].to)-maxEmpty {
			return false
		}
	}
	return true
}

// paginate distributes strips over upright or turned pages whose foot stays free.
func paginate(strips []strip, page flow.Page, unused float64) []span {
	_, pages := distribute(strips, unused, &flow.Paper{WholeNotes: true}, &Misfits{}, func(first *strip) flow.Page {
		switch {
		case first.landscape:
			return page.Turned()
		case first == &strips[0]:
			return page.AsFirst()
		}
		return page
	})
	return pages
}

// pageOf returns the page that begins with a strip: the given one or the same
// turned.
func pageOf(strips []strip, from int, page flow.Page) flow.Page {
	if from < len(strips) && strips[from].landscape {
		return page.Turned()
	}
	if from == 0 {
		return page.AsFirst()
	}
	return page
}

// full returns the end of the strips that fit on a page beginning at from, at
// least one. The space that the line spacing adds below the last line may extend
// into the margin, as in Word.
func full(strips []strip, from int, height float64, divides bool) int {
	y := stackHeight(strips[from].head)
	after, notes := 0.0, 0.0
	for i := from; i < len(strips); i++ {
		s := &strips[i]
		if i > from {
			y += max(after, s.before)
			if s.newPage {
				return i
			}
		} else if from == 0 || s.newPage {
			y += s.before
		}
		y, after = y+s.height, s.after
		least := notes
		if len(s.notes) > 0 {
			all := notesHeight(upTo(s.notes, height), notes == 0)
			if divides {
				least += notesHeight(s.notes[:together(s.notes)], notes == 0)
			} else {
				least += all
			}
			notes += all
		}
		if y-s.leading+least > height+slack && i > from {
			return i
		}
		if divides && y-s.leading+notes > height+slack {
			return i + 1 // its footnotes continue
		}
	}
	return len(strips)
}

// beside returns how far the margin of the section of a strip is from that of the
// section with which the page begins.
func (s *strip) beside(first *strip) float64 {
	if s.section == nil || first.section == nil || s.section == first.section {
		return 0
	}
	return s.section.Page.Left - first.section.Page.Left
}

// fill places the strips of a page. Space above the first one is kept only after
// a forced page break, as in Word.
func fill(strips []strip, span span, page flow.Page) Page {
	whole := strip{lines: make([]Line, 0, linesOf(strips, span)+1)} // and the page number
	y, after := 0.0, 0.0
	if span.from < span.to {
		whole.stack(strips[span.from].head)
		for i := range whole.lines { // which other pages share
			whole.lines[i].Runs = slices.Clone(whole.lines[i].Runs)
		}
		y = stackHeight(strips[span.from].head)
	}
	for i := span.from; i < span.to; i++ {
		s := strips[i]
		if i > span.from || i == 0 || s.newPage {
			y += max(after, s.before)
		} else {
			s = s.fallen()
		}
		if s.foot {
			y = max(y, page.TextHeight()-s.height)
		}
		if len(s.open) > 0 {
			s.closeFrame(i == span.from, i == span.to-1)
		}
		if by := s.beside(&strips[span.from]); by != 0 {
			s = s.moved(by)
		}
		whole.put(s, y)
		y, after = y+s.height, s.after
	}
	if page := (Page{Size: page}); span.from < span.to && strips[span.from].section != nil {
		if free := page.Size.TextHeight() - y - notesHeight(whole.notes, true); free > 0 {
			whole.align(strips[span.from].section.Down, free)
		}
		page.settle(whole)
		return page
	}
	filled := Page{Size: page, Lines: whole.lines, Rules: append(whole.rules, frames(whole.lines)...),
		Pictures: whole.pictures, Fills: whole.fills}
	filled.shift(page.Left, page.Top)
	return filled
}

// shortened returns how much less high than the text of our pages that of an editor
// must be, so that its pages end at the same places although its lines are rounded,
// and whether that leaves room for all roundings.
func shortened(strips []strip, pages []span, upright flow.Page) (shorter float64, clear bool) {
	height := upright.TextHeight()
	last, next := heights(strips, pages, upright)
	lowered := min(height, next-excess)
	if lowered < last+reserve {
		return height - min(height, (last+next)/2), false
	}
	return height - lowered, true
}

// heights returns the least height of the text on which every page has room, and that
// on which a page has room for what follows it.
func heights(strips []strip, pages []span, upright flow.Page) (last, next float64) {
	height := upright.TextHeight()
	next = math.Inf(1)
	for _, page := range pages {
		lower := height - pageOf(strips, page.from, upright).TextHeight() // a turned page
		last = max(last, lower+depth(strips, page.from, page.to))
		if page.to < len(strips) && !strips[page.to].newPage {
			end := page.to + 1
			for end < len(strips) && strips[end-1].glued && !strips[end].newPage {
				end++
			}
			next = min(next, lower+depth(strips, page.from, end))
		}
	}
	return last, next
}

// depth returns the height that strips need on a page.
func depth(strips []strip, from, to int) float64 {
	if from == to {
		return 0
	}
	y, after := stackHeight(strips[from].head), 0.0
	for i := from; i < to; i++ {
		if i > from || from == 0 || strips[i].newPage {
			y += max(after, strips[i].before)
		}
		y, after = y+strips[i].height, strips[i].after
	}
	return y - strips[to-1].leading
}

// linesOf counts the lines of a page.
func linesOf(strips []strip, span span) (count int) {
	if span.from < span.to {
		count = countLines(strips[span.from].head)
	}
	return count + countLines(strips[span.from:span.to])
}

func countLines(strips []strip) (count int) {
	for i := range strips {
		count += len(strips[i].lines)
	}
	return count
}

// closeFrame draws the rules of a split row at the edges of a page.
func (s *strip) closeFrame(begins, ends bool) {
	s.rules = slices.Clone(s.rules)
	if begins {
		s.rules = append(s.rules, s.open[0])
	}
	if ends {
		s.rules = append(s.rules, s.open[1])
	}
}

// shift moves a page from the origin of the text to that of the sheet.
func (p *Page) shift(x, y float64) {
	for i := range p.Lines {
		p.Lines[i].shift(x, y)
	}
	for i := range p.Rules {
		r := &p.Rules[i]
		r.X1, r.Y1, r.X2, r.Y2 = r.X1+x, r.Y1+y, r.X2+x, r.Y2+y
	}
	for i := range p.Fills {
		p.Fills[i].X += x
		p.Fills[i].Y += y
	}
	for i := range p.Pictures {
		p.Pictures[i].X += x
		p.Pictures[i].Y += y
	}
}

func (l *Line) shift(x, y float64) {
	if l.Turn != flow.NoTurn {
		l.AtX, l.AtY = l.AtX+x, l.AtY+y
		return
	}
	l.Baseline += y
	for i := range l.Runs {
		l.Runs[i].X += x
	}
}
