package layout

import (
	"slices"

	"protokol/generator/internal/flow"
)

// divideRow divides the row at which a page of some height ends, so that its first
// part fills the page, with its footnotes if these are divided between pages. The rest of
// the row takes its place in strips; ok is false if it cannot be divided. A row that should
// remain whole is divided only if it is higher than a page, so that no text is lost.
func divideRow(strips []strip, from, to int, height float64, notes bool) (at int, head strip, ok bool) {
	at = to
	if last := &strips[to-1]; to == from+1 || notes && len(last.notes) > 0 {
		need := depth(strips, from, to)
		if notes && last.cells != nil && !last.cells.Whole {
			above := notesOf(strips[from : to-1])
			need += above + notesHeight(leastNotes(last.notes), above == 0)
		}
		if need > height+slack {
			at = to - 1 // too high, alone on its page or with its footnotes
		}
	}
	if at >= len(strips) || strips[at].cells == nil || at > from && (strips[at].newPage || strips[at].cells.Whole) {
		return at, head, false
	}
	used, above := stackHeight(strips[at].head), 0.0
	if at > from {
		used = depth(strips, from, at) + strips[at-1].leading + max(strips[at-1].after, strips[at].before)
		if notes {
			above = notesOf(strips[from:at])
		}
	}
	row, room, first := &strips[at], height-used-above, at == from
	var tail strip
	noted := notes && len(row.notes) > 0
	if noted {
		head, tail, ok = row.divideNoted(room, above == 0, first)
	}
	if !ok && (!noted || first) {
		head, tail, ok, _ = row.divide(room, first)
	}
	if ok {
		*row = tail
		row.settle()
	}
	return at, head, ok
}

// divideNoted divides a row so that its first part has at most a given height together with its footnotes, of which
// those of the last line may continue; alone says that no other footnotes are on the page, first that the row begins
// it.
func (s *strip) divideNoted(height float64, alone, first bool) (head, tail strip, ok bool) {
	least, most, middle := 0.0, height, height
	for range 12 {
		begin, rest, divided, whole := s.divide(middle, first)
		switch {
		case whole || divided && begin.height+notesHeight(begin.notes, alone) > height+slack:
			most = middle
		case divided:
			head, tail, ok = begin, rest, true
			fallthrough
		default:
			least = middle
		}
		if least == most {
			break
		}
		middle = (least + most) / 2
	}
	begin, rest, divided, _ := s.divide(most, first)
	if divided && len(begin.notes) > len(head.notes) &&
		begin.height+notesHeight(leastNotes(begin.notes), alone) <= height+slack {
		return begin, rest, true // the footnotes of its last line continue
	}
	return head, tail, ok
}

// divide divides a row so that its first part has at most a given height; begins says that the row begins its page,
// so that only a division keeps its text on the sheet. Whole reports whether there is no second part. The row remains
// as it is until the second part is settled.
func (s *strip) divide(height float64, begins bool) (head, tail strip, ok, whole bool) {
	first, rest := *s.cells, *s.cells
	first.cells, rest.cells = slices.Clone(first.cells), slices.Clone(rest.cells)
	some, remains := false, false
	for i := range s.cells.cells {
		c := &s.cells.cells[i]
		begin, count, second := c.divide(height-first.top, begins && !first.earlier)
		if len(begin) == 0 && second == nil && len(c.strips) > 0 {
			return head, tail, false, false
		}
		some = some || len(begin) > 0
		remains = remains || count < len(c.strips)
		first.cells[i].strips, rest.cells[i].strips, rest.cells[i].begun = begin, c.strips[count:], second
		first.cells[i].offset, rest.cells[i].offset = 0, 0
	}
	if !some || !remains {
		return head, tail, false, !remains
	}
	first.height = min(first.natural(), height)
	rest.Row = &flow.Row{Role: rest.Role, Cells: rest.Row.Cells}
	notes := rest.measure()
	head, tail = first.strip(), strip{ends: true, row: true, glued: rest.joined || rest.keeps,
		height: rest.height, cells: &rest, bare: true, notes: notes}
	if rest.merged {
		tail.grid = &rest
	}
	head.cells, head.glued, head.ends = nil, false, false
	for _, one := range []*strip{&head, &tail} {
		one.head, one.section, one.landscape = s.head, s.section, s.landscape
	}
	head.before, tail.after, head.newPage = s.before, s.after, s.newPage
	return head, tail, true, false
}

// divide returns the strips of a cell that fit in a height and may end a page, the number of those that are used up,
// and the rest of the next one if that is a row of a table inside, of which the first part fits, too, or stands below
// empty space of a cell over several rows. Begins says that the cell begins its page.
func (c *gridCell) divide(height float64, begins bool) (begin []strip, count int, rest *strip) {
	count, y := c.fits(height, begins)
	begin = c.strips[:count:count]
	if count == len(c.strips) || count > 0 && c.strips[count-1].glued {
		return begin, count, nil
	}
	next, begins := c.strips[count], begins && count == 0
	if count == 0 && c.dealt && next.before >= next.height {
		next.before = max(0, next.before-height)
		return begin, count, &next
	}
	if next.cells == nil || next.cells.Whole && !begins {
		return begin, count, nil
	}
	gap := next.before
	if count > 0 {
		gap = max(gap, c.strips[count-1].after)
	}
	if head, tail, ok, _ := next.divide(height-y-gap, begins); ok {
		begin, rest = append(begin, head), &tail
	}
	return begin, count, rest
}

// settle puts the rests of divided rows inside the cells at the beginning of these.
func (s *strip) settle() {
	if s.cells == nil {
		return
	}
	for i := range s.cells.cells {
		if c := &s.cells.cells[i]; c.begun != nil {
			c.begun.settle()
			c.strips[0], c.begun = *c.begun, nil
		}
	}
}

// beyond is a height that no page has: the largest sheet of Word is 1584 pt high.
const beyond = 4096

// measure sets the height of the rest of a row and returns its footnotes. For a row that is higher than any page
// only the beginning counts, since it is measured again at every page.
func (r *gridRow) measure() (notes []strip) {
	r.height = r.Least
	for i := range r.cells {
		c := &r.cells[i]
		height, after := 0.0, 0.0
		for j := range c.strips {
			if height > beyond {
				break
			}
			one := &c.strips[j]
			if j == 0 && c.begun != nil {
				one = c.begun
			}
			height, after = height+max(after, one.before)+one.height, one.after
			notes = append(notes, one.notes...)
		}
		if r.merged || c.Rows <= 1 && !c.Covered {
			r.height = max(r.height, r.top+height+after)
		}
	}
	return notes
}

// filled returns a strip with the content of its cells. It is called when a strip is placed, because the rest of a
// row is divided further at every page.
func (s strip) filled() strip {
	if !s.bare {
		return s
	}
	whole := s.cells.strip()
	s.lines, s.rules, s.pictures = whole.lines, whole.rules, whole.pictures
	s.fills, s.floats, s.bare = whole.fills, whole.floats, false
	if s.cells.earlier {
		s.notes = whole.notes
	}
	return s
}

// fits returns the number of strips of a cell that fit in a height and may end a
// page, and their height. If all are kept with the next one and the cell begins its page,
// the page ends where it is full.
func (c *gridCell) fits(height float64, begins bool) (count int, fitted float64) {
	y, after := 0.0, 0.0
	for count < len(c.strips) {
		one := &c.strips[count]
		if y += max(after, one.before) + one.height; y+one.after > height+slack {
			break
		}
		count, after, fitted = count+1, one.after, y
	}
	if count == len(c.strips) {
		return count, fitted
	}
	most, filled := count, fitted
	for count > 0 && c.strips[count-1].glued {
		count--
		fitted -= c.strips[count].height
	}
	if count == 0 && begins {
		return most, filled
	}
	return count, fitted
}
