package layout

import (
	"strings"

	"protokol/generator/internal/flow"
)

// Misfits are texts and pictures that do not fit into the space that a paper gives them.
type Misfits struct {
	Overfull Misfit // text higher than its row, or its box, of fixed height, but printed whole
	Cut      Misfit // the same of rows of Word tables: not printed where it does not fit
	Torn     Misfit // words wider than a column that gives way to its content, which end anywhere

	Pictures    Misfit // as Overfull
	CutPictures Misfit // as Cut

	Floats Misfit // pictures and boxes beside text that end below their row of fixed height

	Carried Misfit // lines beside floats that the next column or page has without these

	Uncut Misfit // rows that begin a column although it could begin within them, or within a cell over several rows

	Merged Misfit // rows that begin a page within a cell over several rows that is not divided as in Word

	Divided Misfit // words divided between pages: lines that end with their first parts
}

// addDivided adds the last line of a page if it ends with a part of a word.
func (m *Misfits) addDivided(last strip) {
	lines := last.filled().lines
	for i := range lines {
		within := last.columns || last.row && !last.ends // the last lines of columns and of cells may be any of them
		if lines[i].Divided && (within || i == len(lines)-1 && !last.row) {
			m.Divided.add(last.origin(), strings.ReplaceAll(lines[i].Text(), SoftHyphen, "-"))
			return
		}
	}
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

// addOverfull adds the text of strips that are given so much height, and their pictures that end below it.
func (m *Misfits) addOverfull(strips []strip, limit float64) {
	for y, one := range stacked(strips) {
		text := ""
		for j := range one.lines {
			l := &one.lines[j]
			text += " " + l.shown()
			if l.hasKind(Image) && y+l.Baseline > limit+slack {
				m.Pictures.add(one.origin(), "")
			}
		}
		m.Overfull.addText(one.origin(), text)
	}
}

// addText is add for a text that may be blank, and is not added then.
func (m *Misfit) addText(p *flow.Paragraph, text string) {
	if strings.TrimSpace(text) != "" {
		m.add(p, text)
	}
}

// origin returns the paragraph of a strip, the first one of a row of a Word table; nil if it is not known.
func (s *strip) origin() *flow.Paragraph {
	if s.paragraph != nil || s.source == nil {
		return s.paragraph
	}
	return firstParagraph(s.source)
}

// firstParagraph returns the first paragraph of a row; nil if it has none.
func firstParagraph(row *flow.Row) *flow.Paragraph {
	for i := range row.Cells {
		for _, block := range row.Cells[i].Blocks {
			switch b := block.(type) {
			case *flow.Paragraph:
				return b
			case *flow.Table:
				for j := range b.Rows {
					if p := firstParagraph(&b.Rows[j]); p != nil {
						return p
					}
				}
			}
		}
	}
	return nil
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
func (m *Misfits) cutOff(strips []strip, limit float64, looseBorders bool) {
	for y, one := range stacked(strips) {
		m.cutLines(one, limit-y)
		if !looseBorders {
			one.clip(limit - y)
		}
	}
}

// clip removes the borders and the shading of a row of an inner table below a depth.
func (s *strip) clip(limit float64) {
	above := make([]Rule, 0, len(s.rules))
	for _, r := range s.rules {
		if min(r.Y1, r.Y2) <= limit+slack {
			r.Y1, r.Y2 = min(r.Y1, limit), min(r.Y2, limit)
			above = append(above, r)
		}
	}
	fills := make([]Area, 0, len(s.fills))
	for _, f := range s.fills {
		if f.Height = min(f.Height, limit-f.Y); f.Height > 0 {
			fills = append(fills, f)
		}
	}
	s.rules, s.fills = above, fills
}

// addLow adds the lines whose baselines are below a limit: of small letters, less is hidden without harm.
func (m *Misfits) addLow(strips []strip, limit float64) {
	for y, one := range stacked(strips) {
		for j := range one.lines {
			if l := &one.lines[j]; l.Turn == flow.NoTurn && y+l.Baseline > limit+hair {
				m.Overfull.addText(one.origin(), l.shown())
			}
		}
	}
}

// addFloats adds the paragraphs whose pictures or boxes end below the height of their row.
func (m *Misfits) addFloats(strips []strip, limit float64) {
	for y, one := range stacked(strips) {
		for j := range one.floats {
			f := &one.floats[j]
			inText := f.Y.From == flow.FromText || f.Y.From == flow.FromLine
			if inText && !f.Y.Set && y+f.top-f.rise+f.Y.At+f.height() > limit+slack {
				m.Floats.add(one.origin(), "")
			}
		}
	}
}

// hair is how deep the end of a row may be above the baseline of a line that is nevertheless printed whole, pt: its
// letters can be read, but a line to sign on may not be lost.
const hair = 1

// cutLines cuts the lines of a strip off at a depth.
func (m *Misfits) cutLines(s *strip, limit float64) {
	lost, whole, kept := "", "", s.lines[:0:0]
	for _, l := range s.lines {
		top, bottom := l.extent()
		depth := limit - l.Baseline
		fits := bottom <= limit+slack || l.Cut && l.Depth <= depth
		if l.Turn != flow.NoTurn {
			fits = s.height <= limit+hidden
		}
		pictures := &m.CutPictures
		switch {
		case fits:
			kept = append(kept, l)
			continue
		case l.Turn != flow.NoTurn || l.hasKind(FormField) || depth >= -hair:
			pictures = &m.Pictures
			whole += " " + l.shown()
			kept = append(kept, l)
		default:
			lost += " " + l.shown()
			if l.Cut, l.Depth = true, depth; top < limit-slack {
				kept = append(kept, l)
			}
		}
		if l.hasKind(Image) && depth < -slack {
			pictures.add(s.origin(), "")
		}
	}
	m.Cut.addText(s.origin(), lost)
	m.Overfull.addText(s.origin(), whole)
	s.lines = kept
}

// shown returns the text of a line, or what stands for a place to write on if there is nothing else to see.
func (l *Line) shown() string {
	text := strings.TrimSpace(l.Text())
	if text == "" && (l.hasKind(FormField) || l.hasKind(WritingLine) || l.isUnderlined()) {
		return "____"
	}
	return text
}

func (l *Line) isUnderlined() bool {
	for i := range l.Runs {
		if r := &l.Runs[i]; r.Effects != nil && r.Effects.Underline != flow.NoLine && r.Width > 0 {
			return true
		}
	}
	return false
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

func (l *Line) hasKind(kind RunKind) bool {
	for i := range l.Runs {
		if l.Runs[i].Kind == kind {
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
