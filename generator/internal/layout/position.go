package layout

import "protokol/generator/internal/flow"

// position is the place of the next strip of a paper from Word, as far as it is known before pages are made: text
// that goes around floats needs it, and text in columns of different widths.
type position struct {
	y      float64 // from the top of the text of the page
	after  float64 // space below the last strip
	bottom float64 // of the text; infinite in cells and boxes
	column int
	top    float64 // of the columns
	bare   bool    // at the top of a page or column, where there is no space above paragraphs
}

// below returns the position of a strip with space above it.
func (p *position) below(before float64) float64 {
	switch {
	case p.bare:
		return p.y
	case p.y == 0:
		return before
	}
	return p.y + max(p.after, before)
}

// advance moves the position over strips.
func (s *setter) advance(strips []strip) {
	for i := range strips {
		one := &strips[i]
		if one.newPage && !one.newColumn {
			s.newPosition(0)
		}
		y := s.at.below(one.before)
		if y+one.height-one.leading > s.at.bottom+slack && s.at.y > s.at.top {
			s.noteCarried(one, i, y)
			s.overflow()
			y = s.at.y
		}
		s.at.y, s.at.after, s.at.bare = y+one.height, one.after, false
	}
}

// noteCarried notes a paragraph that goes on in the next column or on the next page, from a line at a position, with
// lines as narrow as beside the floats that remain there.
func (s *setter) noteCarried(line *strip, index int, y float64) {
	if index == 0 || line.paragraph == nil {
		return
	}
	for _, a := range s.areas {
		if a.bottom > y+slack && a.wrap != flow.WrapBelow {
			s.misfits.Carried.add(line.paragraph, line.lines[0].Text())
			return
		}
	}
}

// overflow moves the position to the next column or page.
func (s *setter) overflow() {
	defer func() { s.at.bare = !s.paper.EarlierFloats }()
	if s.section != nil && s.at.column+1 < len(s.section.Columns) {
		top := s.at.top
		s.newPosition(s.at.column + 1)
		s.at.y = top
		return
	}
	s.newPosition(0)
	s.at.top = 0
}

// newPosition moves the position to the top of a column.
func (s *setter) newPosition(column int) {
	s.areas = s.areas[:0]
	s.at.y, s.at.after, s.at.column, s.at.bare = 0, 0, column, false
	if s.section != nil && len(s.section.Columns) > 1 {
		s.right = s.section.Columns[column].Width
	}
}

// nextColumn starts the next column, if there is one.
func (s *setter) nextColumn() bool {
	if s.section == nil || s.at.column+1 >= len(s.section.Columns) {
		return false
	}
	s.newColumn = true
	s.overflow()
	return true
}

// startSection moves the position to the beginning of a section.
func (s *setter) startSection(old *flow.Section) {
	s.at.bottom = s.section.Page.TextHeight()
	if s.newPage {
		s.at.y, s.at.after = 0, 0
		s.areas = s.areas[:0]
	} else if old != nil && len(old.Columns) > 1 && s.at.column == 0 {
		s.at.y = s.at.top + (s.at.y-s.at.top)/float64(len(old.Columns)) // they are balanced
	}
	s.at.column, s.at.top = 0, s.at.y
	if len(s.section.Columns) > 1 {
		s.right = s.section.Columns[0].Width
	}
}
