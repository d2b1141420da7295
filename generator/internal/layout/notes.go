package layout

import "protokol/generator/internal/flow"

// Space above footnotes and length of the line that separates them, pt.
const (
	noteAir    = 6
	noteRule   = 0.5
	noteLength = 144
)

// notes sets the footnotes of a paragraph. They are shown on the page of its
// first line.
func (s *setter) notes(e *Element, p *flow.Paragraph, strips []strip) {
	if len(p.Notes) == 0 {
		return
	}
	inner := s.within(0, s.page().TextWidth())
	inner.blocks(e.add(flow.Div), p.Notes) // a Note would need an ID (ISO 14289-1, 7.9)
	at := len(strips) - 1
	strips[at].notes = append(strips[at].notes, inner.strips...)
}

// notesHeight returns the height of footnotes on a page.
func notesHeight(notes []strip, first bool) float64 {
	height := stackHeight(notes)
	if first {
		height += noteAir
	}
	return height
}
