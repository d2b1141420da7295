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
	for _, effect := range pic.kid("pic:blipFill", "a:blip").children() {
		if effect.name != "a:extLst" {
			p.approximate("эффект рисунка: печатается без него")
			return
		}
	}
}

// partlyAnchor notes properties that are not applied to a drawing as a whole.
func (p *paragraph) partlyAnchor(n *node) {
	if docPr := n.kid("wp:docPr"); docPr.kid("a:hlinkClick") != nil {
		p.approximate("ссылка у рисунка печатается без перехода")
	}
	if n.name == "wp:anchor" && (n.kid("wp:positionH") == nil || n.kid("wp:positionV") == nil) {
		p.approximate("место рисунка или надписи, заданное долей страницы")
	}
}

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
	if line := props.kid("a:ln"); arrowed(line.kid("a:headEnd")) || arrowed(line.kid("a:tailEnd")) {
		p.approximate("стрелка на конце линии не печатается")
	}
	if props.kid("a:effectLst", "a:outerShdw") != nil {
		p.approximate("тень фигуры не печатается")
	}
	if shape := props.kid("a:prstGeom").attr("prst"); shape != "" && shape != "rect" && !isLine(props) ||
		props.kid("a:custGeom") != nil {
		p.approximate(boxName)
	}
	if n.kid("wps:linkedTxbx") != nil {
		p.approximate("связанные надписи: весь текст печатается в первой")
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
