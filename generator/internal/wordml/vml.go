package wordml

import (
	"cmp"
	"strings"

	"protokol/generator/internal/flow"
)

// vml lowers a drawing of Word 2003 and earlier (ECMA-376-4, 14).
func (p *paragraph) vml(n *node, props *runProps) {
	if n.name == "object" {
		p.object(n)
	}
	for _, shape := range n.kids {
		if isVML(shape) {
			p.vmlDrawing(shape, declarations(shape.attr("style")), props)
		}
	}
}

// vmlDrawing lowers one drawing with a style.
func (p *paragraph) vmlDrawing(shape *node, style map[string]string, props *runProps) {
	if p.hides(style["visibility"] == "hidden") {
		if !showsMember(shape) {
			return
		}
		p.approximate("видимая фигура скрытой группы печатается")
	}
	if box := shape.kid("v:textbox"); box.kid("txbxContent") == nil && box.orEmpty().hasText() {
		p.lose("текст надписи, которая не из Word")
	}
	switch {
	case shape.name == "v:group":
		p.vmlGroup(shape, style, props)
	case shape.kid("v:textpath") != nil:
		p.wordArt(shape, style)
	case shape.kid("v:imagedata") != nil:
		p.vmlPicture(shape, style, props)
	case shape.kid("v:textbox", "txbxContent") != nil:
		p.vmlBox(shape, style)
	case shape.attr("o:hr") != "":
		p.vmlRule(shape, style)
	default:
		p.vmlShape(shape, style)
	}
}

// object handles an embedded object: Word prints its picture in the file.
func (p *paragraph) object(n *node) {
	if image := n.find("v:imagedata"); image == nil || p.pictureOf(image.attr("r:id")) == "" {
		p.lose(elementNames["object"])
		return
	}
	p.approximate("внедрённый объект (OLE) печатается рисунком, как и в Word: слов в нём не найти")
}

// vmlShape lowers a shape without text.
func (p *paragraph) vmlShape(shape *node, style map[string]string) {
	f, ok := p.vmlLine(shape, style)
	switch {
	case ok:
	case strings.HasSuffix(shape.attr("type"), "_t75"):
		return // the area of a canvas, or of a picture without one
	case isVMLBox(shape):
		f = p.vmlFloat(shape, style)
	case shape.name == "v:roundrect" || strings.HasSuffix(shape.attr("type"), "_t2"):
		p.approximate(boxName)
		f = p.vmlFloat(shape, style)
	default:
		p.approximate("фигура (VML) не печатается")
		return
	}
	p.floats = append(p.floats, f)
}

const boxName = "фигура печатается прямоугольником"

// isVMLBox reports whether a shape is a rectangle, as boxes of text are.
func isVMLBox(shape *node) bool {
	kind := shape.attr("type")
	return shape.name == "v:rect" || strings.HasSuffix(kind, "_t1") || strings.HasSuffix(kind, "_t202")
}

// declarations returns the properties of a style of CSS.
func declarations(css string) map[string]string {
	list := map[string]string{}
	for _, one := range strings.Split(css, ";") {
		if name, value, ok := strings.Cut(one, ":"); ok {
			list[strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
	}
	return list
}

func (p *paragraph) vmlPicture(shape *node, style map[string]string, props *runProps) {
	image := shape.kid("v:imagedata")
	path := p.pictureOf(image.attr("r:id"))
	if path == "" {
		return
	}
	alt := p.altFor(cmp.Or(shape.attr("alt"), image.attr("o:title")))
	p.partlyImage(image)
	crop, width, height := vmlCrop(image), max(1, css(style["width"])), max(1, css(style["height"]))
	if style["position"] == "absolute" {
		f := p.vmlPlace(shape, style)
		f.Width, f.Height, f.Path, f.Alt, f.Crop = width, height, path, alt, crop
		p.partlyVML(shape, style)
		p.floats = append(p.floats, f)
		return
	}
	p.sign(flow.Run{Kind: flow.Picture, Image: &flow.Image{Path: path, Alt: alt, Width: width, Height: height,
		Crop: crop}}, props)
}

// vmlInsets sets the margins of the text of a box: left, top, right, bottom.
func vmlInsets(m *flow.Margins, inset string) {
	*m = flow.Margins{Top: 3.6, Right: 7.2, Bottom: 3.6, Left: 7.2}
	sides := []*float64{&m.Left, &m.Top, &m.Right, &m.Bottom}
	for i, v := range strings.Split(inset, ",") {
		if v = strings.TrimSpace(v); v != "" && i < len(sides) {
			*sides[i] = max(0, css(v))
		}
	}
}

func (p *paragraph) vmlBox(shape *node, style map[string]string) {
	f := p.vmlFloat(shape, style)
	f.Width = max(12, f.Width)
	box := shape.kid("v:textbox")
	vmlInsets(&f.Margins, box.attr("inset"))
	inner := declarations(box.attr("style"))
	f.Grows = inner["mso-fit-shape-to-text"] == "t"
	if strings.HasPrefix(inner["layout-flow"], "vertical") {
		p.approximate("вертикальный текст в надписи печатается горизонтально")
	}
	f.Down = map[string]flow.Align{"middle": flow.Center, "bottom": flow.Right}[style["v-text-anchor"]]
	if !isVMLBox(shape) {
		p.approximate(boxName)
	}
	p.boxed(box.kid("txbxContent"), &f, 0)
	p.floats = append(p.floats, f)
}

// vmlRule adds a horizontal line of the width of the text, which is placed in it like a letter.
func (p *paragraph) vmlRule(shape *node, style map[string]string) {
	height := css(style["height"])
	f := flow.Float{Width: css(style["width"]), Border: flow.Border{Kind: flow.Single,
		Width: max(0.5, min(height, 12)), Color: vmlColor(shape.attr("fillcolor"))}}
	f.Y = flow.Anchor{From: flow.FromLine, At: p.base.size * 0.6}
	if f.Width <= 0 {
		f.Width = max(0, p.width-p.props.left-p.props.right)
		f.X.At = p.props.left
	}
	p.approximate("горизонтальная линия (VML) печатается чертой")
	p.floats = append(p.floats, f)
}
