package wordml

import (
	"cmp"
	"strings"

	"protokol/generator/internal/flow"
)

// vml lowers a drawing of Word 2003 and earlier (ECMA-376-4, 14).
func (p *paragraph) vml(n *node, props *runProps) {
	if n.name == "object" {
		p.lose(elementNames["object"])
	}
	for _, shape := range n.kids {
		if !strings.HasPrefix(shape.name, "v:") || shape.name == "v:shapetype" {
			continue
		}
		style := declarations(shape.attr("style"))
		switch {
		case shape.name == "v:group":
			p.lose("группа фигур")
		case shape.kid("v:textpath") != nil:
			p.lose("надпись WordArt")
		case shape.kid("v:imagedata") != nil:
			p.vmlPicture(shape, style, props)
		case shape.kid("v:textbox", "txbxContent") != nil:
			p.vmlBox(shape, style)
		case shape.attr("o:hr") != "":
			p.approximate("горизонтальная линия (VML) не печатается")
		default:
			p.approximate("фигура (VML) не печатается")
		}
	}
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
	if style["position"] == "absolute" {
		p.approximate("рисунок (VML) с обтеканием печатается в строке")
	}
	p.sign(flow.Run{Kind: flow.Picture, Image: &flow.Image{Path: path, Alt: alt, Width: max(1, length(style["width"])),
		Height: max(1, length(style["height"]))}}, props)
}

func (p *paragraph) vmlBox(shape *node, style map[string]string) {
	f := flow.Float{Width: max(12, length(style["width"])), Height: length(style["height"]),
		Margins: flow.Margins{Top: 3.6, Right: 7.2, Bottom: 3.6, Left: 7.2}}
	f.X.At, f.Y.At = length(style["margin-left"]), length(style["margin-top"])
	if style["position"] != "absolute" {
		f.Wrap = flow.WrapBelow
	}
	if s := shape.attr("stroked"); s != "f" && s != "false" {
		f.Border = flow.Border{Kind: flow.Single, Width: 0.75}
	}
	p.approximate("надпись (VML)")
	p.boxed(shape.kid("v:textbox", "txbxContent"), &f)
	p.floats = append(p.floats, f)
}
