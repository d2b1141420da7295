package layout

import (
	"slices"

	"protokol/generator/internal/flow"
)

// distribution is strips that are distributed over pages.
type distribution struct {
	strips  []strip
	done    []strip // those of finished pages, up to the last one where a strip was added
	copied  int     // number of strips that are in done
	pages   []span
	divides bool // footnotes between pages
	earlier bool // see flow.Paper.EarlierRows
	apart   bool // see flow.Paper.ApartMerges
	misfits *Misfits
}

// distribute distributes strips over pages, and footnotes between them unless the paper has WholeNotes. A page ends
// after the last strip that fits and is not glued to the next; when all strips are glued, it ends where it is full.
// Divisible rows are divided, which adds strips, as pages of only footnotes do; the given slice is changed then.
func distribute(strips []strip, unused float64, paper *flow.Paper, misfits *Misfits,
	pageAt func(first *strip) flow.Page,
) ([]strip, []span) {
	d := &distribution{strips: strips, divides: !paper.WholeNotes, earlier: paper.EarlierRows,
		apart: paper.ApartMerges, misfits: misfits}
	for from := 0; from < len(d.strips); {
		height := pageAt(&d.strips[from]).TextHeight() - unused
		d.setColumns(d.strips, from, height)
		from = d.page(from, full(d.strips, from, height, d.divides), height)
	}
	if len(d.pages) == 0 {
		d.pages = []span{{}}
	}
	if len(d.done) > 0 {
		d.strips = append(d.done, d.strips[d.copied:]...)
	}
	return d.strips, d.pages
}

// page ends the page of some strips, and returns the first strip of the next one.
func (d *distribution) page(from, to int, height float64) int {
	begin := d.index(from)
	if at, head, ok := divideRow(d.strips, from, to, height, d.divides && !d.earlier); ok {
		d.breakMerged(from, at, &head)
		d.finish(at, head)
		d.pages = append(d.pages, span{begin, d.index(at)})
		if d.earlier {
			return at
		}
		return d.carry(d.done, begin, len(d.done), at, height)
	}
	if to < len(d.strips) && !d.strips[to].newPage {
		end := to
		for end > from && d.strips[end-1].glued {
			end--
		}
		if end > from {
			to = end
		}
	}
	d.breakMerged(from, to, nil)
	d.pages = append(d.pages, span{begin, d.index(to)})
	return d.carry(d.strips, from, to, to, height)
}

// index returns the index in the result of a strip that is not in done.
func (d *distribution) index(i int) int { return i + len(d.done) - d.copied }

// finish appends strips up to an index, and further ones, to those of finished pages.
func (d *distribution) finish(to int, more ...strip) {
	d.done = append(append(d.done, d.strips[d.copied:to]...), more...)
	d.copied = to
}

// carry moves footnotes that do not fit on a page of strips to the next strip or, if that has no room for text then or
// is a row that may be divided, to one before it. It returns the strip with which the next page begins.
func (d *distribution) carry(strips []strip, from, to, next int, height float64) int {
	if !d.divides {
		return next
	}
	rest, last := divideNotes(strips, from, to, height)
	if len(rest) == 0 {
		return next
	}
	if !d.earlier {
		last = to - 1
	}
	added := strip{section: strips[last].section, landscape: strips[last].landscape, notes: rest}
	if next < len(d.strips) {
		one := &d.strips[next]
		if (one.cells == nil || d.earlier) && !leavesNone(rest, d.strips, next, height) {
			one.notes = append(rest, one.notes...)
			return next
		} else if one.cells != nil && !d.earlier {
			added.head = one.head
		}
	}
	d.finish(next)
	if next == 0 {
		d.strips = slices.Insert(d.strips, 0, added)
		return 0
	}
	d.copied--
	d.strips[d.copied] = added
	return d.copied
}
