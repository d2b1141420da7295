package layout

import (
	"math"

	"protokol/generator/internal/flow"
)

// float is a picture or a box of text beside the text.
type float struct {
	*flow.Float
	left, right float64 // of the text of its anchor
	top         float64 // of the paragraph of its anchor, without the space above it
	rise        float64 // the space above the paragraph that belongs to it
	earlier     bool    // see flow.Paper.EarlierFloats
	width       float64
	content     strip
	element     *Element
}

// beside sets a paragraph with floats, or beside those of paragraphs above. Floats
// come before it in the structure.
func (s *setter) beside(parent *Element, p *flow.Paragraph) {
	if y := s.at.below(p.Before) + s.nominal(p); y > s.at.bottom && s.at.y > s.at.top {
		s.overflow()
	}
	floats := s.floats(parent, p)
	e := parent.ofParagraph(p)
	var lines []Line
	var down []float64
	if room := s.roomOf(p, s.left+p.Indent+p.First); len(s.areas) == 0 {
		lines = s.lines(e, p, room.first)
	} else if words := s.words(p.Runs, e); hasTabs(words) {
		lines, down = s.tabbed(words, p, room)
	} else {
		lines, down = s.around(words, p, room)
	}
	strips := s.linesToStrips(lines, p)
	s.decorate(e, p, strips)
	for i, by := range down {
		strips[i].sink(by)
	}
	strips[0].floats = floats
	for i := range floats {
		strips[0].notes = append(strips[0].notes, floats[i].content.notes...)
	}
	s.push(strips)
}

// floats sets the floats of a paragraph. Tables that do not fit on the page are set in the text.
func (s *setter) floats(e *Element, p *flow.Paragraph) (list []float) {
	label := s.cutter.label // lists in boxes have their own
	defer func() { s.cutter.label = label }()
	for i := range p.Floats {
		f := float{Float: &p.Floats[i], left: s.left, right: s.right, width: p.Floats[i].Width,
			earlier: s.paper.EarlierFloats}
		if f.Path != "" && f.Alt != "" {
			f.element = e.add(flow.FigureOf)
			f.element.Alt = f.Alt
		}
		var strips []strip
		if len(f.Blocks) > 0 {
			strips = s.box(e.add(flow.Div), &f)
		}
		if f.Y.From != flow.FromLine {
			f.rise = s.rise(p)
		}
		one := s.areaOf(&f, s.at.below(p.Before)-f.rise)
		if f.Grows && one.bottom > s.at.bottom+slack && len(strips) > 1 {
			s.inText(strips, one.left+f.Gap.Left)
			continue
		}
		if f.Wrap != flow.WrapNone {
			s.areas = append(s.areas[max(0, len(s.areas)-maxAreas):], one)
		}
		list = append(list, f)
	}
	return list
}

// rise returns how far above the first line of a paragraph its upper edge is, from which floats are measured: below the
// space after the paragraph before (ECMA-376-1, 20.4.3.5 and 17.3.1.11).
func (s *setter) rise(p *flow.Paragraph) float64 {
	switch {
	case s.paper.EarlierFloats:
		return 0
	case s.at.y == 0:
		return s.at.below(p.Before)
	}
	return max(0, s.at.below(p.Before)-s.at.y-s.at.after)
}

// box sets the text of a float.
func (s *setter) box(e *Element, f *float) []strip {
	if t, ok := f.Blocks[0].(*flow.Table); ok && (f.width == 0 || s.paper.TableBoxes) {
		edges := s.fitted(t)
		f.width = edges[len(edges)-1]
	} else if f.width == 0 {
		inner := s.within(0, s.right-s.left)
		inner.blocks(&Element{}, f.Blocks)
		f.width = math.Ceil(widestLine(inner.strips)) + f.Margins.Left + f.Margins.Right
	}
	inner := s.within(f.Margins.Left, f.width-f.Margins.Right)
	inner.blocks(e, f.Blocks)
	f.content.stack(inner.strips)
	f.content.height = stackHeight(inner.strips)
	if room := f.Height - f.Margins.Top; !f.Grows && f.Height > 0 && f.content.height-hidden > room {
		s.misfits.addOverfull(inner.strips, room)
	}
	return inner.strips
}

// widestLine returns the width of the widest line.
func widestLine(strips []strip) (width float64) {
	for i := range strips {
		for _, l := range strips[i].lines {
			if n := len(l.Runs); n > 0 {
				width = max(width, l.Runs[n-1].X+l.Runs[n-1].Width-l.Runs[0].X)
			}
		}
	}
	return width
}

// height returns the height of a float.
func (f *float) height() float64 {
	if f.Grows && len(f.Blocks) > 0 {
		return max(f.Height, f.content.height+f.Margins.Top+f.Margins.Bottom)
	}
	return f.Height
}

// areaOf returns the area that text must avoid because of a float. Y is the top of the paragraph of its anchor.
func (s *setter) areaOf(f *float, y float64) area {
	page := s.page()
	x := anchored(f.X, f.width, page.Left+f.left, page.Left+f.right, page, true) - page.Left
	top := anchored(f.Y, f.height(), page.Top+y, 0, page, false) - page.Top
	return area{left: x - f.Gap.Left, right: x + f.width + f.Gap.Right, top: top - f.Gap.Top,
		bottom: top + f.height() + f.Gap.Bottom, wrap: f.Wrap}
}

// inText sets a float as a part of the text.
func (s *setter) inText(strips []strip, x float64) {
	for i := range strips {
		strips[i] = strips[i].moved(x)
	}
	s.push(strips)
}

// place puts a float on a page. Coordinates are those of the sheet.
func (p *Page) place(f float) {
	page, height := p.Size, f.height()
	x := anchored(f.X, f.width, page.Left+f.left, page.Left+f.right, page, true)
	y := anchored(f.Y, height, page.Top+f.top-f.rise, 0, page, false)
	if f.Fill != 0 {
		p.Fills = append(p.Fills, Area{x, y, f.width, height, f.Fill, f.Behind})
	}
	p.border(&f, x, y)
	if f.Path != "" {
		p.Pictures = append(p.Pictures, Picture{X: x, Y: y, Width: f.width, Height: height, Path: f.Path,
			Crop: f.Crop, Element: f.element, Behind: f.Behind})
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
	p.placeInside(f.content.floats, x, y+f.Margins.Top)
}

// border draws the lines around a float at a place, or the float itself if it is a line.
func (p *Page) border(f *float, x, y float64) {
	b, right, bottom := f.Border, x+f.width, y+f.height()
	switch {
	case b.Kind == flow.NoLine:
	case f.Slant == flow.Falling:
		p.Rules = append(p.Rules, ruleOf(b, x, y, right, bottom))
	case f.Slant == flow.Rising:
		p.Rules = append(p.Rules, ruleOf(b, x, bottom, right, y))
	default:
		p.Rules = append(p.Rules, ruleOf(b, x, y, right, y), ruleOf(b, x, bottom, right, bottom),
			ruleOf(b, x, y, x, bottom), ruleOf(b, right, y, right, bottom))
	}
}

// placeInside puts floats of a text that begins at a place of the sheet on a page.
func (p *Page) placeInside(floats []float, x, y float64) {
	for _, f := range floats {
		f.left, f.right = f.left+x-p.Size.Left, f.right+x-p.Size.Left
		f.top += y - p.Size.Top
		p.place(f)
	}
}

// anchored returns a coordinate of a float of some size on a sheet: across it, or
// down. From and to are the edges of the text of its anchor.
func anchored(a flow.Anchor, size, from, to float64, page flow.Page, across bool) float64 {
	begin, end, sheet := page.Top, page.Height-page.Bottom, page.Height
	if across {
		begin, end, sheet = page.Left, page.Width-page.Right, page.Width
	}
	switch a.From {
	case flow.FromText, flow.FromLine:
		begin = from
		if across {
			end = to
		}
	case flow.FromPage:
		begin, end = 0, sheet
	case flow.FromBottomMargin, flow.FromRightMargin:
		begin, end = end, sheet
	}
	if a.Set {
		switch a.Align {
		case flow.Center:
			begin += (end - begin - size) / 2
		case flow.Right:
			begin = end - size
		}
	}
	return begin + a.At
}

// take adds the content of a strip, including that of its lines.
func (p *Page) take(s strip) {
	rules, fills := decorations(s.lines)
	p.Lines = append(p.Lines, s.lines...)
	p.Rules = append(append(append(p.Rules, s.rules...), rules...), frames(s.lines)...)
	p.Fills = append(append(p.Fills, s.fills...), fills...)
	p.Pictures = append(append(p.Pictures, s.pictures...), images(s.lines)...)
}

// join adds the content of another page, which must not be used any more.
func (p *Page) join(other Page) {
	p.Lines = joinedLists(p.Lines, other.Lines)
	p.Rules = joinedLists(p.Rules, other.Rules)
	p.Fills = joinedLists(p.Fills, other.Fills)
	p.Pictures = joinedLists(p.Pictures, other.Pictures)
}

// joinedLists returns a list with more behind it, in the memory of one of them if the other is empty.
func joinedLists[T any](list, more []T) []T {
	if len(list) == 0 {
		return more
	}
	return append(list, more...)
}
