package layout

import "protokol/generator/internal/flow"

// float is a picture or a box of text beside the text.
type float struct {
	*flow.Float
	left, top float64 // of the paragraph of its anchor
	content   strip
	element   *Element
}

// float sets the floats of a paragraph.
func (s *setter) float(e *Element, p *flow.Paragraph, first *strip) {
	for i := range p.Floats {
		f := float{Float: &p.Floats[i], left: s.left}
		if f.Path != "" && f.Alt != "" {
			f.element = e.add(flow.FigureOf)
			f.element.Alt = f.Alt
		}
		if len(f.Blocks) > 0 {
			inner := s.within(f.Margins.Left, f.Width-f.Margins.Right)
			inner.blocks(e.add(flow.Div), f.Blocks)
			f.content.stack(inner.strips)
			f.content.height = stackHeight(inner.strips)
			used := f.content.height + f.Margins.Top - hidden
			s.overfull = s.overfull || inner.overfull || !f.Grows && f.Height > 0 && used > f.Height
		}
		if f.Pushes {
			first.before += f.Height
		}
		first.floats = append(first.floats, f)
	}
}

// place puts a float on a page. Coordinates are those of the sheet.
func (p *Page) place(f float) {
	page := p.Size
	height := f.Height
	if f.Grows && len(f.Blocks) > 0 {
		height = f.content.height + f.Margins.Top + f.Margins.Bottom
	}
	x := anchored(f.X, f.Width, page.Left+f.left, page.Left, page.Width-page.Right, page.Width)
	y := anchored(f.Y, height, page.Top+f.top, page.Top, page.Height-page.Bottom, page.Height)
	if f.Pushes && f.Y.From == flow.FromText {
		y -= f.Height
	}
	if f.Fill != 0 {
		p.Fills = append(p.Fills, Area{x, y, f.Width, height, f.Fill})
	}
	if b := f.Border; b.Kind != flow.NoLine {
		p.Rules = append(p.Rules, ruleOf(b, x, y, x+f.Width, y), ruleOf(b, x, y+height, x+f.Width, y+height),
			ruleOf(b, x, y, x, y+height), ruleOf(b, x+f.Width, y, x+f.Width, y+height))
	}
	if f.Path != "" {
		p.Pictures = append(p.Pictures, Picture{X: x, Y: y, Width: f.Width, Height: height, Path: f.Path,
			Element: f.element})
	}
	inner := Page{Size: page}
	inner.take(f.content)
	free := max(0, height-f.content.height-f.Margins.Top-f.Margins.Bottom)
	switch f.Down {
	case flow.Center:
		y += free / 2
	case flow.Right:
		y += free
	}
	inner.shift(x, y+f.Margins.Top)
	p.join(inner)
}

// anchored returns a coordinate of a float of some size.
func anchored(a flow.Anchor, size, text, from, to, page float64) float64 {
	begin, end := text, to
	switch a.From {
	case flow.FromMargin:
		begin = from
	case flow.FromPage:
		begin, end = 0, page
	case flow.FromBottomMargin, flow.FromRightMargin:
		begin, end = to, page
	}
	if !a.Set {
		return begin + a.At
	}
	switch a.Align {
	case flow.Center:
		return begin + (end-begin-size)/2
	case flow.Right:
		return end - size
	}
	return begin
}

// take adds the content of a strip, with what belongs to its lines.
func (p *Page) take(s strip) {
	rules, fills := decorations(s.lines)
	p.Lines = append(p.Lines, s.lines...)
	p.Rules = append(append(append(p.Rules, s.rules...), rules...), frames(s.lines)...)
	p.Fills = append(append(p.Fills, s.fills...), fills...)
	p.Pictures = append(append(p.Pictures, s.pictures...), images(s.lines)...)
}

// join adds the content of another page.
func (p *Page) join(other Page) {
	p.Lines = append(p.Lines, other.Lines...)
	p.Rules = append(p.Rules, other.Rules...)
	p.Fills = append(p.Fills, other.Fills...)
	p.Pictures = append(p.Pictures, other.Pictures...)
}
