package wordml

import (
	"cmp"
	"errors"
	"strings"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/picture"
)

// drawing lowers a picture or a text box (ECMA-376-1, 20.4).
func (p *paragraph) drawing(n *node, props *runProps) {
	for _, k := range n.kids {
		if p.hides(isTrue(k.kid("wp:docPr").attr("hidden"))) {
			continue
		}
		p.partlyAnchor(k)
		switch k.name {
		case "wp:inline":
			p.inlineDrawing(k, props)
		case "wp:anchor":
			p.anchored(k)
		default:
			p.unlaid(k)
		}
	}
}

// altOf returns the alternative text of a drawing.
func altOf(n *node) string {
	docPr := n.kid("wp:docPr")
	return strings.TrimSpace(cmp.Or(docPr.attr("descr"), docPr.attr("title")))
}

func sizeOf(n *node) (width, height float64) {
	extent := n.kid("wp:extent")
	return max(0, bound(extent.attr("cx"), emu)), max(0, bound(extent.attr("cy"), emu))
}

func (p *paragraph) inlineDrawing(n *node, props *runProps) {
	width, height := sizeOf(n)
	data := n.kid("a:graphic", "a:graphicData")
	if blip := data.kid("pic:pic", "pic:blipFill", "a:blip"); blip != nil {
		p.partlyPicture(data.kid("pic:pic"))
		if path := p.pictureOf(blip.attr("r:embed")); path != "" {
			p.sign(flow.Run{Kind: flow.Picture, Image: &flow.Image{Path: path, Alt: p.altFor(altOf(n)), Width: width,
				Height: height, Crop: cropOf(data.kid("pic:pic"))}}, props)
		}
		return
	}
	f := flow.Float{Width: width, Height: height, Wrap: flow.WrapBelow}
	if shape := data.kid("wps:wsp"); shape != nil {
		p.approximate("фигура в строке")
		p.shape(shape, &f)
	} else if !p.grouped(data, f, altOf(n)) {
		p.graphic(data)
	}
}

// cropOf returns the cropped part of a picture (ECMA-376-1, 20.1.8.55).
func cropOf(pic *node) flow.Crop {
	rect := pic.kid("pic:blipFill", "a:srcRect")
	share := func(name string) float64 {
		if percents, ok := strings.CutSuffix(rect.attr(name), "%"); ok {
			return bound(percents, 1.0/100)
		}
		return bound(rect.attr(name), 1.0/100_000)
	}
	return cropped(share("l"), share("t"), share("r"), share("b"))
}

// cropped returns a crop that leaves at least a hundredth.
func cropped(left, top, right, bottom float64) flow.Crop {
	if most := 0.99; left+right > most || top+bottom > most {
		return flow.Crop{}
	}
	return flow.Crop{Left: left, Top: top, Right: right, Bottom: bottom}
}

// graphic handles a drawing that is neither a picture nor a shape.
func (p *paragraph) graphic(data *node) {
	switch uri := data.attr("uri"); {
	case data.kid("c:chart") != nil || strings.HasSuffix(uri, "/chart"):
		p.lose("диаграмма")
	case strings.HasSuffix(uri, "/diagram"):
		p.lose("рисунок SmartArt")
	case data.find("wps:wsp") != nil || data.find("pic:pic") != nil:
		p.lose("группа фигур")
	default:
		p.lose("рисунок неизвестного вида")
	}
}

// altFor returns an alternative text; a picture without one is called a picture
// (ISO 14289-1, 7.3).
func (p *paragraph) altFor(alt string) string {
	if alt == "" {
		p.approximate("рисунок без замещающего текста назван «Рисунок»")
		return "Рисунок"
	}
	return alt
}

// pictureOf reads the picture of a relationship and returns its path, or "" if it
// cannot be printed.
func (p *paragraph) pictureOf(id string) string {
	link, ok := p.part.links[id]
	if !ok {
		p.lose("рисунок, которого нет в файле")
		return ""
	}
	if link.IsExternal() {
		p.lose("рисунок вне файла")
		return ""
	}
	path := link.Part(p.part.name)
	if p.out.Pictures[path] != nil {
		return path
	}
	data, err := p.replaced[path], error(nil)
	if p.costs.points <= 0 {
		p.lose("рисунок: " + pointsSpent)
		return ""
	}
	if data == nil {
		data, err = p.pack.read(path, picture.MaxBytes)
	}
	if err != nil || len(data) == 0 {
		p.lose("рисунок, которого нет в файле")
		return ""
	}
	made, err := p.images.Read(data)
	var refused *picture.Error
	if errors.As(err, &refused) {
		p.lose("рисунок: " + refused.Message)
		return ""
	}
	p.costs.points -= pointsOf(made)
	p.out.Pictures[path] = made
	return path
}

// anchored lowers a drawing beside the text.
func (p *paragraph) anchored(n *node) {
	f := flow.Float{X: anchor(n.kid("wp:positionH")), Y: anchor(n.kid("wp:positionV")),
		Behind: isTrue(n.attr("behindDoc"))}
	f.Width, f.Height = sizeOf(n)
	p.wrap(n, &f)
	p.partlyPlaced(n)
	data := n.kid("a:graphic", "a:graphicData")
	pic, shape := data.kid("pic:pic"), data.kid("wps:wsp")
	switch {
	case pic.kid("pic:blipFill", "a:blip") != nil:
		p.pictureBeside(pic, &f, altOf(n))
	case shape != nil:
		p.shape(shape, &f)
	case !p.grouped(data, f, altOf(n)):
		p.graphic(data)
	}
}

// pictureBeside lowers a floating picture.
func (p *paragraph) pictureBeside(pic *node, f *flow.Float, alt string) {
	p.partlyPicture(pic)
	if f.Path = p.pictureOf(pic.kid("pic:blipFill", "a:blip").attr("r:embed")); f.Path != "" {
		f.Alt, f.Crop = p.altFor(alt), cropOf(pic)
		p.floats = append(p.floats, *f)
	}
}

// wrapSides maps the sides at which text goes around a drawing (ECMA-376-1,
// 20.4.3.7).
var wrapSides = map[string]flow.Wrap{"left": flow.WrapLeft, "right": flow.WrapRight, "largest": flow.WrapLarger}

// wrap works out how text goes around a drawing.
func (p *paragraph) wrap(n *node, f *flow.Float) {
	gap := func(name string) float64 { return max(0, bound(n.attr(name), emu)) }
	f.Gap = flow.Margins{Top: gap("distT"), Right: gap("distR"), Bottom: gap("distB"), Left: gap("distL")}
	for _, k := range n.kids {
		switch k.name {
		case "wp:wrapTopAndBottom":
			f.Wrap = flow.WrapBelow
		case "wp:wrapSquare", "wp:wrapTight", "wp:wrapThrough":
			if f.Wrap = wrapSides[k.attr("wrapText")]; f.Wrap == flow.WrapNone {
				f.Wrap = flow.WrapSquare
			}
			if k.name != "wp:wrapSquare" {
				p.approximate("обтекание рисунка по контуру печатается по прямоугольнику")
			}
		}
	}
}

var anchorFrom = map[string]flow.AnchorFrom{"page": flow.FromPage, "margin": flow.FromMargin, "column": flow.FromText,
	"character": flow.FromText, "leftMargin": flow.FromPage, "topMargin": flow.FromPage, "paragraph": flow.FromText,
	"line": flow.FromLine, "bottomMargin": flow.FromBottomMargin, "rightMargin": flow.FromRightMargin,
	"insideMargin": flow.FromPage, "outsideMargin": flow.FromRightMargin}

// anchor returns a position of a drawing.
func anchor(n *node) flow.Anchor {
	a := flow.Anchor{From: anchorFrom[n.attr("relativeFrom")]}
	if offset := n.kid("wp:posOffset"); offset != nil {
		a.At = bound(strings.TrimSpace(offset.text), emu)
	}
	if align := n.kid("wp:align"); align != nil {
		a.Set, a.At = true, 0
		switch strings.TrimSpace(align.text) {
		case "center":
			a.Align = flow.Center
		case "right", "bottom", "outside":
			a.Align = flow.Right
		}
	}
	return a
}

// shape lowers a text box.
func (p *paragraph) shape(n *node, f *flow.Float) {
	body := n.kid("wps:bodyPr")
	inset := func(name string, other float64) float64 {
		if body.has(name) {
			return bound(body.attr(name), emu)
		}
		return other
	}
	f.Margins = flow.Margins{Top: inset("tIns", 3.6), Right: inset("rIns", 7.2), Bottom: inset("bIns", 3.6),
		Left: inset("lIns", 7.2)}
	f.Grows = body.kid("a:spAutoFit") != nil
	props := n.kid("wps:spPr")
	p.painted(n.kid("wps:style"), props, f)
	p.line(props, f)
	f.Down = map[string]flow.Align{"ctr": flow.Center, "b": flow.Right}[body.attr("anchor")]
	p.partlyShape(n)
	p.boxed(n.kid("wps:txbx", "txbxContent"), f, p.colorOf(n.kid("wps:style", "a:fontRef")))
	p.floats = append(p.floats, *f)
}

// boxed lowers the text of a box. Letters without a colour of their own have that of ink.
func (p *paragraph) boxed(content *node, f *flow.Float, ink flow.Color) {
	if content == nil {
		return
	}
	if p.depth > maxNested {
		p.lose("вложенность глубже 40 уровней")
		return
	}
	p.depth++
	fields := p.lowering.fields
	p.lowering.fields = nil
	c := &container{lowering: p.lowering, nested: true, ink: ink,
		width: max(12, f.Width-f.Margins.Left-f.Margins.Right)}
	c.blocks(content.kids)
	f.Blocks = c.finish()
	p.lowering.fields = fields
	p.depth--
}
