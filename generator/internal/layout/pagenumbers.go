package layout

import (
	"strconv"

	"protokol/generator/internal/flow"
)

// number sets a number of pages, or the text that stands for it as long as it is
// unknown.
func (c *cutter) number(n int, numerals func(int) string) {
	if n <= 0 {
		c.numbered = true
		c.text(c.run.Text)
		return
	}
	c.text(numeral(n, c.run, numerals))
}

// numeral returns the text of a number: in the format of its run, or else in that
// of the section.
func numeral(n int, r *flow.Run, numerals func(int) string) string {
	switch {
	case r.Number != nil:
		return r.Number(n)
	case numerals != nil:
		return numerals(n)
	}
	return strconv.Itoa(n)
}

// renumber gives the page numbers in the text the values that the pages have, and
// reports whether one of them had another: then its line may be of another width.
func (s *sectionSetter) renumber(pages []Page) (changed bool) {
	for i := range pages {
		for j := range pages[i].Lines {
			line := &pages[i].Lines[j]
			for k := range line.Runs {
				r := &line.Runs[k]
				changed = s.renumberRun(r.piece.run, i) || changed
				for _, p := range r.pieces {
					changed = s.renumberRun(p.run, i) || changed
				}
			}
		}
	}
	return changed
}

// renumberRun is renumber for a run on a page.
func (s *sectionSetter) renumberRun(r *flow.Run, page int) bool {
	if r == nil || r.Kind != flow.PageOf && r.Kind != flow.PagesOf {
		return false
	}
	on := s.pages[page]
	text := numeral(on.number, r, on.section.Number)
	if r.Kind == flow.PagesOf {
		text = numeral(s.count(), r, nil)
	}
	changed := text != r.Text
	r.Text = text
	return changed
}
