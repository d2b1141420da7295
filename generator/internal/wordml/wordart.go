package wordml

import (
	"math"
	"strings"
	"unicode"

	"protokol/generator/internal/flow"
)

const wordArtName = "надпись WordArt печатается обычным текстом"

// wordArt lowers letters that fill a shape of VML (ECMA-376-4, 14.1.2.23), also those
// of watermarks: as a line of text in its middle, about as large as the shape.
func (p *paragraph) wordArt(shape *node, style map[string]string) {
	path := shape.kid("v:textpath")
	text := strings.Join(strings.Fields(path.attr("string")), " ")
	if text == "" {
		return
	}
	p.approximate(wordArtName)
	if r := style["rotation"]; r != "" && r != "0" {
		p.approximate("поворот надписи")
	}
	f := p.vmlPlace(shape, style)
	f.Width, f.Height = math.Abs(css(style["width"])), math.Abs(css(style["height"]))
	if style["position"] != "absolute" {
		f.Wrap = flow.WrapBelow
	}
	effects := declarations(path.attr("style"))
	props := p.base
	if name := strings.Trim(effects["font-family"], `"' `); name != "" {
		props.ascii, props.ansi = name, name
	}
	props.size = fillingSize(text, f.Width, f.Height)
	props.on[bold], props.on[italic] = effects["font-weight"] == "bold", effects["font-style"] == "italic"
	props.on[vanish] = false
	props.color = lightened(vmlColor(shape.attr("fillcolor")), shape.kid("v:fill").attr("opacity"))
	inner := &paragraph{container: &container{lowering: p.lowering, nested: true, width: f.Width},
		base: props, mark: props}
	inner.props.align = "center"
	inner.text(words{text: text}, &props)
	inner.close()
	f.Blocks, f.Down = inner.finish(), flow.Center
	p.floats = append(p.floats, f)
}

// Mean widths of letters, and the height of a line, in ems.
const (
	capitalWidth = 0.75
	letterWidth  = 0.58
	lineHeight   = 1.2
)

// fillingSize returns the size of type at which a line of text fills an area.
func fillingSize(text string, width, height float64) float64 {
	ems := 0.0
	for _, r := range text {
		if unicode.IsUpper(r) {
			ems += capitalWidth
		} else {
			ems += letterWidth
		}
	}
	return max(4, math.Floor(min(width/ems, height/lineHeight)))
}

// lightened returns a colour as it looks on paper with an opacity of VML: a share, or
// 65,536ths with an f.
func lightened(c flow.Color, opacity string) flow.Color {
	share := bound(opacity, 1)
	if parts, ok := strings.CutSuffix(opacity, "f"); ok {
		share = bound(parts, 1.0/65536)
	}
	if opacity == "" || share < 0 || share >= 1 {
		return c
	}
	mixed := flow.Solid
	for shift := 0; shift < 24; shift += 8 {
		part := float64(c >> shift & 0xFF)
		mixed |= flow.Color(255-(255-part)*share) << shift
	}
	return mixed
}
