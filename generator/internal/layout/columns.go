package layout

import (
	"slices"

	"protokol/generator/internal/flow"
)

// setColumns arranges the strips of a section with several columns that begin on a page as one strip. Strips that
// do not fit begin the next page.
func (d *distribution) setColumns(strips []strip, from int, height float64) {
	y, after, notes := stackHeight(strips[from].head), 0.0, 0.0
	for i := from; i < len(strips); i++ {
		s := &strips[i]
		if s.newPage && i > from {
			return
		}
		if i > from || from == 0 || s.newPage {
			y += max(after, s.before)
		}
		if s.section == nil || len(s.section.Columns) < 2 || s.columns {
			if y, after = y+s.height, s.after; y-s.leading > height+slack {
				return
			}
			if len(s.notes) > 0 {
				notes += notesHeight(s.notes, notes == 0)
			}
			continue
		}
		if i > from && y+s.height-s.leading+notes > height+slack {
			s.newPage = true
			return
		}
		whole, count := d.sideBySide(strips[i:], height-y-notes)
		if next := i + count; next < len(strips) && strips[next].section == s.section {
			strips[next].newPage, strips[next].newColumn = true, false
		}
		replace(strips[i:i+count], whole)
		i += count - 1
		y, after = y+whole.height, whole.after
	}
}

// replace replaces several strips by one, after empty ones, so that the indices of strips of other pages do not
// change.
func replace(strips []strip, whole strip) {
	last := len(strips) - 1
	for i := range strips[:last] {
		strips[i] = strip{section: whole.section, columns: true, glued: true}
	}
	strips[last] = whole
	if last > 0 {
		strips[0].before, strips[0].newPage = whole.before, whole.newPage
		strips[last].before, strips[last].newPage = 0, false
	}
}

// sideBySide returns the strips of a section that fit in columns of some height as
// one strip, and their number. Columns before a continuous section are equally high
// (ECMA-376-1, 17.18.77).
func (d *distribution) sideBySide(strips []strip, height float64) (whole strip, count int) {
	section := strips[0].section
	n := len(section.Columns)
	ends := columnEnds(strips, n, height)
	if notes := notesOf(strips[:ends[len(ends)-1]]); notes > 0 {
		ends = columnEnds(strips, n, height-notes)
	}
	broken := func(s strip) bool { return s.newColumn }
	if end := ends[len(ends)-1]; !section.Unbalanced && end < len(strips) && strips[end].section != section &&
		!strips[end].newPage && !slices.ContainsFunc(strips[1:end], broken) {
		ends = balance(strips[:end], n, height)
	}
	d.noteUncut(strips, ends, height)
	return joinColumns(strips, ends, section), ends[len(ends)-1]
}

// continues reports whether a strip is in the same columns as the first of them.
func (s *strip) continues(first *strip) bool {
	return s == first || s.section == first.section && !s.newPage
}

// notesOf returns the height of the footnotes of strips.
func notesOf(strips []strip) (height float64) {
	for i := range strips {
		if len(strips[i].notes) > 0 {
			height += notesHeight(strips[i].notes, height == 0)
		}
	}
	return height
}

// columnEnds returns the ends of at most n columns of some height that begin with
// strips.
func columnEnds(strips []strip, n int, height float64) (ends []int) {
	for at := 0; at < len(strips) && len(ends) < n && strips[at].continues(&strips[0]); {
		at = columnEnd(strips, at, height)
		ends = append(ends, at)
	}
	return ends
}

// columnEnd returns the end of the column that begins at a strip: at least one
// strip.
func columnEnd(strips []strip, from int, height float64) int {
	y, after := 0.0, 0.0
	for i := from; i < len(strips); i++ {
		s := &strips[i]
		if i > from {
			if s.newColumn || !s.continues(&strips[0]) {
				return i
			}
			y += max(after, s.before)
		}
		if y, after = y+s.height, s.after; y-s.leading <= height+slack || i == from {
			continue
		}
		end := i
		for end > from && strips[end-1].glued {
			end--
		}
		if end == from {
			return i
		}
		return end
	}
	return len(strips)
}

// balance returns the ends of columns that are as low as possible.
func balance(strips []strip, n int, most float64) []int {
	least := 0.0
	for range 16 {
		height := (least + most) / 2
		if ends := columnEnds(strips, n, height); ends[len(ends)-1] == len(strips) {
			most = height
		} else {
			least = height
		}
	}
	return columnEnds(strips, n, most)
}

// joinColumns puts columns with the given ends side by side.
func joinColumns(strips []strip, ends []int, section *flow.Section) strip {
	first, last := &strips[0], &strips[ends[len(ends)-1]-1]
	whole := strip{before: first.before, after: last.after, newPage: first.newPage, landscape: first.landscape,
		section: section, ends: true, columns: true}
	from, x := 0, 0.0
	for i, end := range ends {
		y, after := 0.0, 0.0
		for j := from; j < end; j++ {
			one := strips[j].moved(x)
			if j > from {
				y += max(after, one.before)
			} else if i > 0 {
				one = one.fallen()
			}
			whole.put(one, y)
			y, after = y+strips[j].height, strips[j].after
		}
		whole.height = max(whole.height, y)
		x += section.Columns[i].Width + section.Columns[i].Gap
		from = end
	}
	if section.Rule {
		whole.separate(section)
	}
	return whole
}

// separate draws the lines between columns.
func (s *strip) separate(section *flow.Section) {
	x := 0.0
	for _, c := range section.Columns[:len(section.Columns)-1] {
		middle := x + c.Width + c.Gap/2
		s.rules = append(s.rules, Rule{X1: middle, X2: middle, Y2: s.height, Width: 0.5})
		x += c.Width + c.Gap
	}
}

// noteUncut notes rows that begin a column, or a page after columns of some height, where Word divides them or a cell
// over several rows.
func (d *distribution) noteUncut(strips []strip, ends []int, height float64) {
	from := 0
	for _, end := range ends {
		if end < len(strips) && strips[end].continues(&strips[0]) && !strips[end].newColumn {
			s, cut := &strips[end], false
			if s.cells != nil && !s.cells.Whole && !strips[end-1].glued {
				_, _, cut, _ = s.divide(height-stackHeight(strips[from:end]), false)
			}
			if cut || s.grid != nil && slices.ContainsFunc(s.grid.cells, func(c gridCell) bool {
				return c.merger != nil && strips[end-1].partOf(c.merger) >= 0
			}) {
				d.misfits.Uncut.add(s.origin(), firstText(strips[end:end+1]))
			}
		}
		from = end
	}
}
