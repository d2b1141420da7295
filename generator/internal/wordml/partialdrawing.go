package wordml

// partlyPicture notes what is not done to a picture (ECMA-376-1, 20.2).
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

// partlyAnchor notes what is not done to a drawing as a whole.
func (p *paragraph) partlyAnchor(n *node) {
	if docPr := n.kid("wp:docPr"); docPr.kid("a:hlinkClick") != nil {
		p.approximate("ссылка у рисунка печатается без перехода")
	}
	if n.name == "wp:anchor" && (n.kid("wp:positionH") == nil || n.kid("wp:positionV") == nil) {
		p.approximate("место рисунка или надписи, заданное долей страницы")
	}
}

// partlyShape notes what is not laid out of a box of text.
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
	if rotation := props.kid("a:xfrm").attr("rot"); rotation != "" && rotation != "0" {
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
	if shape := props.kid("a:prstGeom").attr("prst"); shape != "" && shape != "rect" && !straight(props) ||
		props.kid("a:custGeom") != nil {
		p.approximate("фигура печатается прямоугольником")
	}
	if n.kid("wps:linkedTxbx") != nil {
		p.approximate("связанные надписи: весь текст печатается в первой")
	}
}

// arrowed reports whether a line ends with an arrow.
func arrowed(end *node) bool { kind := end.attr("type"); return kind != "" && kind != "none" }

// straight reports whether a shape is a line across or down, which its borders are.
func straight(props *node) bool {
	switch props.kid("a:prstGeom").attr("prst") {
	case "line", "straightConnector1":
		size := props.kid("a:xfrm", "a:ext")
		return bound(size.attr("cx"), emu) < 0.5 || bound(size.attr("cy"), emu) < 0.5
	}
	return false
}

func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }
