package layout

import "protokol/generator/internal/flow"

// Space above footnotes and length of the line that separates them, pt.
const (
	noteAir    = 6
	noteRule   = 0.5
	noteLength = 144
)

// notes sets the footnotes of a paragraph. They are shown on the page of the line
// that refers to them, or of the last one.
func (s *setter) notes(e *Element, p *flow.Paragraph, strips []strip) {
	if len(p.Notes) == 0 {
		return
	}
	inner := s.within(0, s.page().TextWidth())
	part := e.add(flow.Div) // a Note would need an ID (ISO 14289-1, 7.9)
	done := 0
	for i := range strips {
		upTo := len(p.Notes)
		if i < len(strips)-1 {
			upTo = notesOn(strips[i].lines)
		}
		if upTo <= done {
			continue
		}
		from := len(inner.strips)
		inner.blocks(part, p.Notes[done:upTo])
		strips[i].notes = append(strips[i].notes, inner.strips[from:]...)
		done = upTo
	}
}

// notesOn returns how many footnotes of their paragraph end with those that lines
// refer to.
func notesOn(lines []Line) (count int) {
	for _, l := range lines {
		for i := range l.Runs {
			if from := l.Runs[i].piece.run; from != nil {
				count = max(count, from.Notes)
			}
			for _, one := range l.Runs[i].pieces {
				if one.run != nil {
					count = max(count, one.run.Notes)
				}
			}
		}
	}
	return count
}

// notesHeight returns the height of footnotes on a page.
func notesHeight(notes []strip, first bool) float64 {
	height := stackHeight(notes)
	if first && len(notes) > 0 {
		height += noteAir
	}
	return height
}
