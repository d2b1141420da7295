package layout

import (
	"math"

	"protokol/generator/internal/flow"
)

// extent of a line above and below its baseline, and the space that the font adds
// above it.
type lineExtent struct{ ascent, descent float64 }

// of returns the extent of a font.
func (s *setter) extentOf(f flow.Font) lineExtent {
	height, baseline := s.lineHeight(f, 1)
	return lineExtent{baseline, height - baseline}
}

// extentOfLine returns the extent of the runs of a line, and the height of the
// highest picture in it.
func (s *setter) extentOfLine(line *Line, p *flow.Paragraph) (e lineExtent, picture float64) {
	text := false
	for i := range line.Runs {
		r := &line.Runs[i]
		if r.Kind == Image {
			picture = max(picture, r.Image.Height)
			continue
		}
		if r.fallback {
			continue
		}
		text = true
		face := s.family.At(r.Face)
		unit := r.Size / float64(face.Em)
		ascent, descent := float64(face.Ascent+face.LineGap)*unit, float64(face.Descent)*unit
		if r.Effects != nil {
			ascent, descent = ascent+r.Effects.Rise, descent-r.Effects.Rise
		}
		e.ascent, e.descent = max(e.ascent, ascent), max(e.descent, descent)
	}
	if !text {
		font := p.Font
		if len(p.Runs) > 0 && picture == 0 {
			font = p.Runs[0].Font
		}
		e = s.extentOf(font)
	}
	return e, picture
}

// snapped returns the extent of a line of a paragraph on a line grid: it is centred in as many grid rows as it
// needs (ECMA-376-1, 17.6.5).
func (e lineExtent) snapped(p *flow.Paragraph) lineExtent {
	if p.Grid <= 0 || p.Pitch == flow.Exactly {
		return e
	}
	natural := e.ascent + e.descent
	more := math.Ceil((natural-slack)/p.Grid)*p.Grid - natural
	return lineExtent{e.ascent + more/2, e.descent + more/2}
}

// measured sets the heights of lines by their content.
func (s *setter) measured(lines []Line, p *flow.Paragraph) []strip {
	strips := make([]strip, len(lines))
	for i := range lines {
		e, picture := s.extentOfLine(&lines[i], p)
		e = e.snapped(p)
		natural := max(e.ascent, picture) + e.descent
		height, baseline := natural, max(e.ascent, picture)
		switch p.Pitch {
		case flow.Multiple:
			height += (e.ascent + e.descent) * (p.Spacing - 1)
			if p.Spacing < 1 {
				baseline += height - natural
			}
		case flow.AtLeast:
			if p.Line > natural {
				height, baseline = p.Line, baseline+p.Line-natural
			}
		case flow.Exactly:
			height, baseline = p.Line, p.Line-e.descent-(p.Line-natural)*0.2
			if picture > 0 {
				baseline = p.Line - e.descent
			}
		}
		lines[i].Baseline = baseline
		strips[i] = strip{
			height:  height + settleFields(lines[i], p, height, baseline),
			leading: max(0, height-natural),
			lines:   lines[i : i+1 : i+1],
			glued:   p.KeepLines || !p.Loose && (i == 0 || i == len(lines)-2),

			paragraph: p, line: i,
		}
		if p.Pitch != flow.Multiple {
			strips[i].leading = 0
		}
	}
	strips[0].before = p.Before
	last := &strips[len(strips)-1]
	last.after, last.glued, last.ends = p.After, p.KeepNext, true
	return strips
}

// decorate adds the borders, shading and footnotes of a paragraph to its lines.
func (s *setter) decorate(e *Element, p *flow.Paragraph, strips []strip) {
	if p.Borders != nil {
		s.border(p, strips)
	}
	if p.Shade != 0 {
		left, right := s.sides(p)
		for i := range strips {
			strips[i].fills = append(strips[i].fills, Area{X: left, Width: right - left, Height: strips[i].height,
				Color: p.Shade})
		}
	}
	s.notes(e, p, strips)
}

// sides returns the edges of the frame of a paragraph.
func (s *setter) sides(p *flow.Paragraph) (left, right float64) {
	left, right = s.left+p.Indent+min(0, p.First), s.right-p.Right
	if b := p.Borders; b != nil {
		if b.Left.Kind != flow.NoLine {
			left -= b.Left.Space + b.Left.Width
		}
		if b.Right.Kind != flow.NoLine {
			right += b.Right.Space + b.Right.Width
		}
	}
	return left, right
}

// border draws the borders of a paragraph.
func (s *setter) border(p *flow.Paragraph, strips []strip) {
	b := p.Borders
	left, right := s.sides(p)
	first := &strips[0]
	depth := b.Top.Width + b.Top.Space // also of the space inside a frame around several paragraphs
	first.height += depth
	for i := range first.lines {
		first.lines[i].Baseline += depth
	}
	if b.Top.Kind != flow.NoLine {
		first.rules = append(first.rules, ruleOf(b.Top, left, b.Top.Width/2, right, b.Top.Width/2))
	}
	if b.Bottom.Kind != flow.NoLine {
		last := &strips[len(strips)-1]
		last.height += b.Bottom.Width + b.Bottom.Space
		y := last.height - b.Bottom.Width/2
		last.leading = 0
		last.rules = append(last.rules, ruleOf(b.Bottom, left, y, right, y))
	}
	for i := range strips {
		if b.Left.Kind != flow.NoLine {
			strips[i].rules = append(strips[i].rules, ruleOf(b.Left, left, 0, left, strips[i].height))
		}
		if b.Right.Kind != flow.NoLine {
			strips[i].rules = append(strips[i].rules, ruleOf(b.Right, right, 0, right, strips[i].height))
		}
	}
}

// decorations returns the lines at letters and the colours behind them.
func decorations(lines []Line) (rules []Rule, fills []Area) {
	for i := range lines {
		ruled, filled := len(rules), len(fills)
		for j := range lines[i].Runs {
			r := &lines[i].Runs[j]
			if r.Effects == nil || r.Width <= 0 {
				continue
			}
			y := lines[i].Baseline - r.Effects.Rise
			if c := r.Effects.Shade; c != 0 {
				fills = append(fills, Area{r.X, y - 0.89*r.Size, r.Width, 1.11 * r.Size, c, false})
			}
			rules = append(rules, r.strokes(y)...)
		}
		lines[i].turnRules(rules[ruled:], fills[filled:])
		if lines[i].Cut {
			above, shown := lines[i].trim(rules[ruled:], fills[filled:])
			rules, fills = append(rules[:ruled], above...), append(fills[:filled], shown...)
		}
	}
	return rules, fills
}

// strokes returns the lines below and through a run.
func (r *Run) strokes(baseline float64) (rules []Rule) {
	add := func(kind flow.LineKind, y float64, color flow.Color) {
		if kind == flow.NoLine {
			return
		}
		width := r.Size / 18
		one := Rule{X1: r.X, X2: r.X + r.Width, Y1: y, Y2: y, Width: width, Kind: kind, Color: color}
		if kind == flow.Double {
			one.Kind, one.Width = flow.Single, width*0.7
			rules = append(rules, one)
			one.Y1 += 2 * width
			one.Y2 = one.Y1
		}
		rules = append(rules, one)
	}
	ink := r.Effects.Ink
	if ink == 0 {
		ink = r.Effects.Color
	}
	add(r.Effects.Underline, baseline+0.12*r.Size, ink)
	add(r.Effects.Strike, baseline-0.26*r.Size, r.Effects.Color)
	return rules
}

// images returns the pictures of lines.
func images(lines []Line) (list []Picture) {
	for i := range lines {
		for j := range lines[i].Runs {
			if r := &lines[i].Runs[j]; r.Kind == Image {
				whole := Picture{X: r.X, Y: lines[i].Baseline - r.Image.Height, Width: r.Image.Width,
					Height: r.Image.Height, Path: r.Image.Path, Crop: r.Image.Crop, Element: r.Element}
				list = append(list, lines[i].crop(whole))
			}
		}
	}
	return list
}

// ruleOf returns the rule of a border.
func ruleOf(b flow.Border, x1, y1, x2, y2 float64) Rule {
	return Rule{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: b.Width, Kind: b.Kind, Color: b.Color}
}
