package layout

import (
	"strings"

	"protokol/generator/internal/flow"
)

// Misfits are texts that do not fit into the space that a paper gives them.
type Misfits struct {
	Overfull Misfit // higher than its row, or its box, of fixed height
	Cut      Misfit // the same of rows of Word tables: not printed where it does not fit
	Torn     Misfit // words wider than a column that gives way to its content, which end anywhere
}

// Misfit describes texts of one kind.
type Misfit struct {
	First *flow.Paragraph // nil if it is not known
	Text  string          // of all, up to some length
	Count int             // of paragraphs

	known map[*flow.Paragraph]bool
}

// enoughText is the length of texts, in bytes, to which no further one is added.
const enoughText = 100

// add adds the text of a paragraph, once: some are laid out several times.
func (m *Misfit) add(p *flow.Paragraph, text string) {
	if p != nil && m.known[p] {
		return
	}
	if m.Count++; m.Count == 1 {
		m.First, m.known = p, map[*flow.Paragraph]bool{}
	}
	m.known[p] = true
	if len(m.Text) < enoughText {
		m.Text = strings.TrimSpace(m.Text + " " + strings.TrimSpace(text))
	}
}

// addStrips adds the text of strips.
func (m *Misfit) addStrips(strips []strip) {
	for i := range strips {
		for _, l := range strips[i].lines {
			if text := l.Text(); strings.TrimSpace(text) != "" {
				m.add(strips[i].paragraph, text)
			}
		}
	}
}

// addTorn adds the words at whose letters lines end.
func (m *Misfit) addTorn(strips []strip) {
	word := ""
	for i := range strips {
		for _, l := range strips[i].lines {
			words := strings.Fields(l.Text())
			if len(words) == 0 {
				continue
			}
			if word += words[0]; len(words) > 1 || !l.Torn {
				if strips[i].line > 0 && i > 0 && strips[i-1].isTorn() {
					m.add(strips[i].paragraph, word)
				}
				word = ""
			}
			if l.Torn && len(words) > 1 {
				word = words[len(words)-1]
			}
		}
	}
}

func (s *strip) isTorn() bool { return len(s.lines) > 0 && s.lines[len(s.lines)-1].Torn }

// cutOff removes what Word does not show of the text of a cell, which is given so much height (ECMA-376-1, 17.4.80).
func (m *Misfit) cutOff(strips []strip, limit float64) {
	y, after := 0.0, 0.0
	for i := range strips {
		one := &strips[i]
		y += max(after, one.before)
		if lost := one.cutOff(limit - y); strings.TrimSpace(lost) != "" {
			m.add(one.paragraph, lost)
		}
		y, after = y+one.height, one.after
	}
}

// cutOff cuts the lines of a strip off at a depth and returns their text if it is not to be read then.
func (s *strip) cutOff(limit float64) (lost string) {
	kept := s.lines[:0:0]
	for _, l := range s.lines {
		top, bottom := l.extent()
		switch {
		case l.Turn != flow.NoTurn || bottom <= limit+slack || l.hasField():
		case top >= limit-slack:
			lost += " " + l.Text()
			continue
		default:
			if l.Cut, l.Depth = true, limit-l.Baseline; l.Depth < 0 {
				lost += " " + l.Text()
			}
		}
		kept = append(kept, l)
	}
	s.lines = kept
	return lost
}

// extent returns the heights at which the letters and pictures of a line begin and end.
func (l *Line) extent() (top, bottom float64) {
	const ascent, descent = 0.75, 0.22 // relative to the size of letters
	top, bottom = l.Baseline, l.Baseline
	for i := range l.Runs {
		switch r := &l.Runs[i]; r.Kind {
		case Image:
			top = min(top, l.Baseline-r.Image.Height)
		default:
			top, bottom = min(top, l.Baseline-ascent*r.Size), max(bottom, l.Baseline+descent*r.Size)
		}
	}
	return top, bottom
}

func (l *Line) hasField() bool {
	for i := range l.Runs {
		if l.Runs[i].Kind == FormField {
			return true
		}
	}
	return false
}

// trim leaves out what decorates a line that is cut off below the cut.
func (l *Line) trim(rules []Rule, fills []Area) ([]Rule, []Area) {
	end := l.Baseline + l.Depth
	above := rules[:0]
	for _, r := range rules {
		if r.Y1 <= end {
			above = append(above, r)
		}
	}
	for i := range fills {
		fills[i].Height = max(0, min(fills[i].Height, end-fills[i].Y))
	}
	return above, fills
}

// crop leaves out the part of a picture in a line that is cut off.
func (l *Line) crop(p Picture) Picture {
	if hidden := min(-l.Depth, p.Height); l.Cut && hidden > 0 {
		p.Crop.Bottom += (1 - p.Crop.Top - p.Crop.Bottom) * hidden / p.Height
		p.Height -= hidden
	}
	return p
}
