package wordml

import "protokol/generator/internal/flow"

// painted determines the lines and the colour of a shape: its own, or those of the theme that its style refers to
// (ECMA-376-1, 20.1.4.1 and 20.1.2.2).
func (p *paragraph) painted(style, props *node, f *flow.Float) {
	line, lineRef := props.kid("a:ln"), style.kid("a:lnRef")
	number := whole(lineRef.attr("idx"))
	if line.kid("a:noFill") == nil && (line != nil || number > 0) {
		f.Border = flow.Border{Kind: flow.Single, Width: p.theme.lineWidth(number), Color: p.solid(line)}
		if f.Border.Color == 0 && line.kid("a:solidFill") == nil {
			f.Border.Color = p.colorOf(lineRef)
		}
		if w := bound(line.attr("w"), emu); w > 0 {
			f.Border.Width = w
		}
		switch line.kid("a:prstDash").attr("val") {
		case "", "solid":
		case "dot", "sysDot":
			f.Border.Kind = flow.Dotted
		default:
			f.Border.Kind = flow.Dashed
		}
	}
	if props.kid("a:grpFill") == nil { // which the group defines
		f.Fill = p.solid(props)
	}
	fill := style.kid("a:fillRef")
	if number := whole(fill.attr("idx")); number > 0 && !fills(props) && !isLine(props) {
		if f.Fill = p.colorOf(fill); number > 1 {
			p.approximate("переход цветов заливки из темы печатается ровным тоном")
		}
	}
}

// fills reports whether a shape itself defines its fill.
func fills(props *node) bool {
	for _, name := range []string{"a:noFill", "a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill"} {
		if props.kid(name) != nil {
			return true
		}
	}
	return false
}

// lineWidth returns the width of the lines of a theme by their number.
func (t theme) lineWidth(number int) float64 {
	if number < 1 || number > len(t.lines) {
		return 0.75
	}
	return t.lines[number-1]
}

// solid returns the colour with which an element is filled.
func (l *lowering) solid(n *node) flow.Color {
	return l.colorOf(n.kid("a:solidFill"))
}

// colorOf returns the colour that an element names.
func (l *lowering) colorOf(fill *node) flow.Color {
	if rgb := fill.kid("a:srgbClr"); rgb != nil {
		return modified(color(rgb.attr("val")), rgb)
	}
	scheme := fill.kid("a:schemeClr")
	name := scheme.attr("val")
	if known, ok := map[string]string{"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}[name]; ok {
		name = known
	}
	return modified(color(l.theme.colors[name]), scheme)
}

// modified returns a colour made lighter or darker, about as the elements in it say
// (ECMA-376-1, 20.1.2.3).
func modified(c flow.Color, n *node) flow.Color {
	if c == 0 {
		return 0
	}
	for _, k := range n.children() {
		part := max(0, min(bound(k.attr("val"), 1.0/100_000), 1))
		switch k.name {
		case "a:lumMod", "a:shade":
			c = blend(flow.Solid, c, part)
		case "a:lumOff":
			r, g, b := c.RGB()
			light := func(v float64) flow.Color { return flow.Color(255*min(1, v+part) + 0.5) }
			c = flow.Solid | light(r)<<16 | light(g)<<8 | light(b)
		case "a:tint":
			c = blend(flow.Solid|0xFFFFFF, c, part)
		}
	}
	return c
}
