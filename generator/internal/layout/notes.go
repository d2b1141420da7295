package layout

import "protokol/generator/internal/flow"

// Space above footnotes, unless they have a separator, and length of the line that separates them, pt. That above a
// footnote from the page before is as long as the lines of text (ECMA-376-1, 17.11.1).
const (
	noteAir    = 6
	noteRule   = 0.5
	noteLength = 144
)

// separator is the space above footnotes, and how deep the line in it is.
type separator struct{ height, line float64 }

// separators measures the separators of footnotes; it returns nil for a paper without them.
func (s *setter) separators() *[2]separator {
	if len(s.paper.Separators[0]) == 0 {
		return nil
	}
	const middle = 0.3 // of lower-case letters above their baseline, relative to their size
	made := &[2]separator{}
	for i, blocks := range s.paper.Separators {
		inner := s.within(0, s.page().TextWidth())
		inner.blocks(&Element{}, blocks)
		made[i].height = stackHeight(inner.strips)
		for j := range inner.strips {
			if p := inner.strips[j].paragraph; p != nil {
				made[i].line = inner.strips[j].before + inner.strips[j].lines[0].Baseline - middle*p.Font.Size
				break
			}
		}
	}
	return made
}

// separator returns the separator above a strip of footnotes.
func (s *strip) separator() separator {
	switch {
	case s.separators == nil:
		return separator{height: noteAir}
	case s.carried:
		return s.separators[1]
	}
	return s.separators[0]
}

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
		if from < len(inner.strips) {
			inner.strips[from].opens = true
		}
		for j := range inner.strips[from:] {
			inner.strips[from+j].separators = s.noted
		}
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

// together returns the number of strips with which footnotes begin that are not divided.
func together(notes []strip) int {
	for i := range notes {
		if !notes[i].glued {
			return i + 1
		}
	}
	return len(notes)
}

// leastNotes returns the footnotes that are on the page of a row: all but the rest of the last one, which may continue.
func leastNotes(notes []strip) []strip {
	last := len(notes) - 1
	for last > 0 && !notes[last].opens {
		last--
	}
	if last < 0 {
		return nil
	}
	return notes[:last+together(notes[last:])]
}

// divideNotes removes the footnotes that do not fit on the page of the given strips from them and returns them, with
// the index of the strip that refers to the first.
func divideNotes(strips []strip, from, to int, height float64) (rest []strip, index int) {
	room, first := height-depth(strips, from, to), true
	for i := from; i < to; i++ {
		s := &strips[i]
		if len(s.notes) == 0 {
			continue
		}
		count := fitting(s.notes, room, first)
		if count == 0 && s.height == 0 && to == from+1 {
			count = together(s.notes) // each page takes some
		}
		if count == len(s.notes) {
			room, first = room-notesHeight(s.notes, first), false
			continue
		}
		rest = s.notes[count:]
		rest[0].carried = true
		s.notes = s.notes[:count:count]
		for j := i + 1; j < to; j++ {
			rest, strips[j].notes = append(rest, strips[j].notes...), nil
		}
		return rest, i
	}
	return nil, 0
}

// leavesNone reports whether footnotes leave no room on a page for the strip to which they
// are moved, with those that are kept with it.
func leavesNone(notes, strips []strip, to int, height float64) bool {
	return notesHeight(upTo(notes, height), true)+depth(strips, to, to+together(strips[to:])) > height+slack
}

// fitting returns how many strips of footnotes have room.
func fitting(notes []strip, room float64, first bool) (count int) {
	for end := 0; end < len(notes); {
		end += together(notes[end:])
		if notesHeight(notes[:end], first) > room+slack {
			break
		}
		count = end
	}
	return count
}

// upTo returns the footnotes that fill a height and one more, or all: more need not be
// measured.
func upTo(notes []strip, height float64) []strip {
	y := 0.0
	for i := range notes {
		if y += notes[i].height; y > height+slack {
			return notes[:i+1]
		}
	}
	return notes
}

// notesHeight returns the height of footnotes on a page.
func notesHeight(notes []strip, first bool) float64 {
	height := stackHeight(notes)
	if first && len(notes) > 0 {
		height += notes[0].separator().height
	}
	return height
}
