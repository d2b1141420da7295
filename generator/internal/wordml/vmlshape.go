package wordml

import (
	"cmp"
	"math"
	"strings"

	"protokol/generator/internal/flow"
)

// css returns a length of a style of VML: a number with a unit, or pixels.
func css(value string) float64 {
	value = strings.TrimSpace(value)
	if strings.ContainsAny(value, "pcmi") && !strings.HasSuffix(value, "px") {
		return length(value)
	}
	return bound(strings.TrimSuffix(value, "px"), 0.75)
}

// vmlPlace returns the place of a drawing and how text wraps around it (ECMA-376-4, 14.1).
func (p *paragraph) vmlPlace(shape *node, style map[string]string) (f flow.Float) {
	f.X = vmlAnchor(style, "horizontal", cmp.Or(style["margin-left"], style["left"]))
	f.Y = vmlAnchor(style, "vertical", cmp.Or(style["margin-top"], style["top"]))
	f.Wrap, f.Behind = p.vmlWrap(shape), strings.HasPrefix(style["z-index"], "-")
	f.Gap = flow.Margins{Left: vmlGap(style, "left", 9), Right: vmlGap(style, "right", 9),
		Top: vmlGap(style, "top", 0), Bottom: vmlGap(style, "bottom", 0)}
	return f
}

// vmlFloat returns the place, the lines and the colours of a drawing.
func (p *paragraph) vmlFloat(shape *node, style map[string]string) flow.Float {
	f := p.vmlPlace(shape, style)
	f.Width, f.Height = math.Abs(css(style["width"])), math.Abs(css(style["height"]))
	if style["position"] != "absolute" {
		f.Wrap = flow.WrapBelow
		p.approximate("фигура или надпись (VML) в строке")
	}
	if vmlOn(shape.attr("stroked"), true) && vmlOn(shape.kid("v:stroke").attr("on"), true) {
		f.Border = vmlStroke(shape)
	}
	if vmlOn(shape.attr("filled"), true) && vmlOn(shape.kid("v:fill").attr("on"), true) {
		f.Fill = cmp.Or(vmlColor(shape.attr("fillcolor")), flow.Solid|0xFFFFFF)
	}
	p.partlyVML(shape, style)
	return f
}

// partlyVML notes parts of a drawing that are not laid out.
func (p *paragraph) partlyVML(shape *node, style map[string]string) {
	p.partlyVMLValues(shape, style)
	if r := style["rotation"]; r != "" && r != "0" {
		p.approximate("поворот надписи")
	}
	if style["mso-width-percent"] != "" && style["mso-width-percent"] != "0" ||
		style["mso-height-percent"] != "" && style["mso-height-percent"] != "0" {
		p.approximate(shareSizeName)
	}
	if fill := shape.kid("v:fill"); fill.attr("type") != "" && fill.attr("type") != "solid" || fill.has("opacity") {
		p.approximate("заливка надписи не печатается")
	}
	if vmlOn(shape.kid("v:shadow").attr("on"), false) {
		p.approximate(shadowName)
	}
	if vmlOn(shape.kid("o:extrusion").attr("on"), false) {
		p.approximate(shapeEffectName)
	}
	for _, at := range []string{"horizontal", "vertical", "horizontal-relative", "vertical-relative"} {
		p.partlyPlace(style["mso-position-"+at])
	}
	stroke := shape.kid("v:stroke")
	for _, end := range []string{"startarrow", "endarrow"} {
		if arrow := stroke.attr(end); arrow != "" && arrow != "none" {
			p.approximate("стрелка на конце линии не печатается")
		}
	}
}

// partlyImage notes effects that are not applied to a picture.
func (p *paragraph) partlyImage(image *node) {
	if image.has("gain") || image.has("blacklevel") || image.has("chromakey") || image.has("gamma") ||
		image.has("embosscolor") || vmlOn(image.attr("grayscale"), false) || vmlOn(image.attr("bilevel"), false) {
		p.approximate(effectName)
	}
}

// vmlCrop returns the cropped part of a picture: shares, or 65,536ths with an f.
func vmlCrop(image *node) flow.Crop {
	share := func(name string) float64 {
		value := image.attr(name)
		if parts, ok := strings.CutSuffix(value, "f"); ok {
			return bound(parts, 1.0/65536)
		}
		return bound(value, 1)
	}
	return cropped(share("cropleft"), share("croptop"), share("cropright"), share("cropbottom"))
}

// vmlFrom maps the reference of positions in VML.
var vmlFrom = map[string]flow.AnchorFrom{"margin": flow.FromMargin, "page": flow.FromPage,
	"left-margin-area": flow.FromPage, "top-margin-area": flow.FromPage, "inner-margin-area": flow.FromPage,
	"right-margin-area": flow.FromRightMargin, "outer-margin-area": flow.FromRightMargin,
	"bottom-margin-area": flow.FromBottomMargin, "line": flow.FromLine}

// vmlAnchor returns a position: an alignment, or the distance from what the style says.
func vmlAnchor(style map[string]string, direction, at string) flow.Anchor {
	a := flow.Anchor{From: vmlFrom[style["mso-position-"+direction+"-relative"]]}
	switch style["mso-position-"+direction] {
	case "left", "top", "inside":
		a.Set = true
	case "center":
		a.Set, a.Align = true, flow.Center
	case "right", "bottom", "outside":
		a.Set, a.Align = true, flow.Right
	default:
		a.At = css(at)
	}
	return a
}

// vmlWrap returns how text goes around a drawing.
func (p *paragraph) vmlWrap(shape *node) flow.Wrap {
	wrap := shape.kid("w10:wrap")
	switch wrap.attr("type") {
	case "topAndBottom":
		return flow.WrapBelow
	case "tight", "through":
		p.approximate("обтекание рисунка по контуру печатается по прямоугольнику")
	case "square":
	default:
		return flow.WrapNone
	}
	if side := wrapSides[wrap.attr("side")]; side != flow.WrapNone {
		return side
	}
	return flow.WrapSquare
}

func vmlGap(style map[string]string, side string, usual float64) float64 {
	if v, ok := style["mso-wrap-distance-"+side]; ok {
		return max(0, css(v))
	}
	return usual
}

// vmlOn returns a truth value of VML.
func vmlOn(value string, usual bool) bool {
	switch value {
	case "":
		return usual
	case "f", "false", "0":
		return false
	}
	return true
}

// vmlStroke returns the line of a drawing.
func vmlStroke(shape *node) flow.Border {
	stroke := shape.kid("v:stroke")
	b := flow.Border{Kind: flow.Single, Width: 0.75}
	if w := css(cmp.Or(stroke.attr("weight"), shape.attr("strokeweight"))); w > 0 {
		b.Width = min(w, 60)
	}
	b.Color = vmlColor(cmp.Or(stroke.attr("color"), shape.attr("strokecolor")))
	switch dash := stroke.attr("dashstyle"); dash {
	case "", "solid":
	case "dot", "1 1", "shortdot":
		b.Kind = flow.Dotted
	default:
		b.Kind = flow.Dashed
	}
	if style := stroke.attr("linestyle"); style != "" && style != "single" {
		b.Kind = flow.Double
	}
	return b
}

// vmlColors are the colours of VML by name (those of HTML 4).
var vmlColors = map[string]flow.Color{"black": 0, "white": 0xFFFFFF, "red": 0xFF0000, "green": 0x008000,
	"blue": 0x0000FF, "yellow": 0xFFFF00, "gray": 0x808080, "silver": 0xC0C0C0, "navy": 0x000080, "maroon": 0x800000,
	"olive": 0x808000, "purple": 0x800080, "teal": 0x008080, "lime": 0x00FF00, "aqua": 0x00FFFF, "fuchsia": 0xFF00FF}

// vmlColor returns a colour, or 0: a number or a name, before the index that Word adds.
func vmlColor(value string) flow.Color {
	value, _, _ = strings.Cut(strings.TrimSpace(value), " ")
	if hex, ok := strings.CutPrefix(value, "#"); ok {
		if len(hex) == 3 {
			hex = strings.Repeat(hex[:1], 2) + strings.Repeat(hex[1:2], 2) + strings.Repeat(hex[2:], 2)
		}
		return color(hex)
	}
	if c, ok := vmlColors[value]; ok {
		return flow.Solid | c
	}
	return 0
}

// vmlLine returns a straight line, and false for other shapes.
func (p *paragraph) vmlLine(shape *node, style map[string]string) (f flow.Float, ok bool) {
	kind := shape.attr("type")
	straight := strings.HasSuffix(kind, "_t32") || strings.HasSuffix(kind, "_t20")
	if shape.name != "v:line" && !straight {
		return f, false
	}
	x, y, width, height := 0.0, 0.0, css(style["width"]), css(style["height"])
	rising := strings.Contains(style["flip"], "x") != strings.Contains(style["flip"], "y")
	if shape.name == "v:line" {
		x1, y1 := vmlPair(shape.attr("from"), css)
		x2, y2 := vmlPair(cmp.Or(shape.attr("to"), "10,10"), css)
		x, y, width, height = min(x1, x2), min(y1, y2), math.Abs(x2-x1), math.Abs(y2-y1)
		rising = (x2 > x1) != (y2 > y1)
	}
	f = p.vmlFloat(shape, style)
	f.Width, f.Height, f.Fill = width, height, 0
	f.Slant = slant(width, height, rising)
	if !f.X.Set {
		f.X.At += x
	}
	if !f.Y.Set {
		f.Y.At += y
	}
	return f, true
}

// slant returns the direction of a line with a given width and height.
func slant(width, height float64, rising bool) flow.Slant {
	switch {
	case width < 0.5 || height < 0.5: // its area is a line
		return flow.NoSlant
	case rising:
		return flow.Rising
	}
	return flow.Falling
}
