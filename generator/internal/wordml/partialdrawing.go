package wordml

import (
	"strings"

	"protokol/generator/internal/flow"
)

// partlyPicture notes effects that are not applied to a picture (ECMA-376-1, 20.2).
func (p *paragraph) partlyPicture(pic *node) {
	frame := pic.kid("pic:spPr", "a:xfrm")
	if rotation := frame.attr("rot"); rotation != "" && rotation != "0" {
		p.approximate("поворот рисунка")
	}
	if isTrue(frame.attr("flipH")) || isTrue(frame.attr("flipV")) {
		p.approximate("отражение рисунка")
	}
	if line := pic.kid("pic:spPr", "a:ln"); line != nil && line.kid("a:noFill") == nil && len(line.kids) > 0 {
		p.approximate("рамка рисунка не печатается")
	}
	if shape := pic.kid("pic:spPr", "a:prstGeom").attr("prst"); shape != "" && shape != "rect" {
		p.approximate("рисунок, обрезанный по фигуре, печатается прямоугольником")
	}
	changed := hasEffects(pic.kid("pic:spPr")) || pic.kid("pic:blipFill", "a:tile") != nil
	for _, inset := range pic.kid("pic:blipFill", "a:stretch", "a:fillRect").orEmpty().attrs {
		changed = changed || bound(inset.value, 1) != 0
	}
	for _, effect := range pic.kid("pic:blipFill", "a:blip").children() {
		changed = changed || effect.name != "a:extLst"
	}
	if changed {
		p.approximate(effectName)
	}
}

// hasEffects reports whether a shape or a picture has a shadow, a glow or other effects, or is seen in space
// (ECMA-376-1, 20.1.8.25 and 20.1.5.5).
func hasEffects(props *node) bool {
	camera := props.kid("a:scene3d", "a:camera")
	flat := camera == nil || camera.attr("prst") == "orthographicFront" && camera.kid("a:rot") == nil
	return !flat || len(props.kid("a:effectLst").children())+len(props.kid("a:effectDag").children())+
		len(props.kid("a:sp3d").children()) > 0
}

// partlyPlace notes a place that depends on the side of the sheet, among alignments and what they refer to.
func (l *lowering) partlyPlace(places ...string) {
	for _, place := range places {
		switch place {
		case "inside", "outside", "insideMargin", "outsideMargin", "inner-margin-area", "outer-margin-area":
			l.approximate("место от внутреннего или наружного края: на чётных страницах такое же, как на нечётных")
			return
		}
	}
}

// partlyAnchor notes properties that are not applied to a drawing as a whole.
func (p *paragraph) partlyAnchor(n *node) {
	if docPr := n.kid("wp:docPr"); docPr.kid("a:hlinkClick") != nil {
		p.approximate(pictureLinkName)
	}
	for _, at := range []*node{n.kid("wp:positionH"), n.kid("wp:positionV")} {
		p.partlyPlace(at.attr("relativeFrom"), strings.TrimSpace(at.kid("wp:align").orEmpty().text))
	}
	if n.name == "wp:anchor" && (n.kid("wp:positionH") == nil || n.kid("wp:positionV") == nil) {
		p.approximate("место рисунка или надписи, заданное долей страницы")
	}
}

// Names of effects of shapes in reports.
const (
	shadowName      = "тень фигуры не печатается"
	shapeEffectName = "эффект фигуры: печатается без него"
)

// partlyShape notes parts of a text box that are not laid out.
func (p *paragraph) partlyShape(n *node) {
	body, props := n.kid("wps:bodyPr"), n.kid("wps:spPr")
	if v := body.attr("vert"); v != "" && v != "horz" {
		p.approximate("вертикальный текст в надписи печатается горизонтально")
	}
	if warp := body.kid("a:prstTxWarp").attr("prst"); warp != "" && warp != "textNoShape" {
		p.approximate(wordArtName)
	}
	if columns := whole(body.attr("numCol")); columns > 1 {
		p.approximate("колонки в надписи")
	}
	if turn := whole(props.kid("a:xfrm").attr("rot")); turn != 0 && !(isLine(props) && turn%(90*60_000) == 0) {
		p.approximate("поворот надписи")
	}
	for _, fill := range []string{"a:gradFill", "a:blipFill", "a:pattFill"} {
		if props.kid(fill) != nil {
			p.approximate("заливка надписи не печатается")
		}
	}
	p.partlyLine(props.kid("a:ln"))
	if body.attr("wrap") == "none" && n.kid("wps:txbx").orEmpty().hasText() {
		p.approximate(noWrapName)
	}
	if turn := whole(body.attr("rot")); turn != 0 {
		p.approximate("поворот надписи")
	}
	if line := props.kid("a:ln"); arrowed(line.kid("a:headEnd")) || arrowed(line.kid("a:tailEnd")) {
		p.approximate("стрелка на конце линии не печатается")
	}
	if props.kid("a:effectLst", "a:outerShdw") != nil {
		p.approximate(shadowName)
	} else if hasEffects(props) {
		p.approximate(shapeEffectName)
	}
	if shape := props.kid("a:prstGeom").attr("prst"); shape != "" && shape != "rect" && !isLine(props) ||
		props.kid("a:custGeom") != nil {
		p.approximate(boxName)
	}
	if n.kid("wps:linkedTxbx") != nil {
		p.approximate(chainedName)
	}
}

// arrowed reports whether a line ends with an arrow.
func arrowed(end *node) bool { kind := end.attr("type"); return kind != "" && kind != "none" }

// isLine reports whether a shape is a line, also one with corners or a curve.
func isLine(props *node) bool {
	shape := props.kid("a:prstGeom").attr("prst")
	return shape == "line" || strings.HasSuffix(strings.TrimRight(shape, "2345"), "Connector") ||
		shape == "straightConnector1"
}

// line sets the direction of a line: from corner to corner, whatever its course between them.
func (p *paragraph) line(props *node, f *flow.Float) {
	if !isLine(props) {
		return
	}
	if shape := props.kid("a:prstGeom").attr("prst"); shape != "line" && shape != "straightConnector1" {
		p.approximate("ломаная или кривая линия печатается прямой")
	}
	frame := props.kid("a:xfrm")
	rising := isTrue(frame.attr("flipH")) != isTrue(frame.attr("flipV"))
	if quarters(frame)%2 != 0 {
		f.X.At, f.Y.At = f.X.At+(f.Width-f.Height)/2, f.Y.At+(f.Height-f.Width)/2
		f.Width, f.Height, rising = f.Height, f.Width, !rising
	}
	f.Fill, f.Slant = 0, slant(f.Width, f.Height, rising)
}

// quarters returns the rotation of a shape in right angles.
func quarters(frame *node) int { return whole(frame.attr("rot")) / (90 * 60_000) }

func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }
