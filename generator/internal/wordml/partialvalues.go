package wordml

import "strings"

// unthemed reports whether an element has a colour of the theme in an attribute and no colour beside it, which Word
// always writes: the theme alone is not looked up.
func unthemed(n *node, written, theme string) bool {
	switch n.attr(theme) {
	case "", "none":
		return false
	case "text1", "dark1":
		if !n.has(strings.TrimSuffix(theme, "Color")+"Tint") && theme == "themeColor" {
			return false // black
		}
	}
	return color(n.attr(written)) == 0
}

// inked notes a colour of letters of which only the place in the theme is known, or that is a tint of it.
func (p *partial) inked(n *node) {
	plain := !n.has("val") && !n.has("themeTint") && !n.has("themeShade")
	p.setTo(themeInk, !plain && unthemed(n, "val", "themeColor"))
}

// unthemedShade reports whether the colours of a shading are not known.
func unthemedShade(n *node) bool {
	kind := n.attr("val")
	patterned := kind != "" && kind != "clear" && kind != "nil"
	return unthemed(n, "fill", "themeFill") || patterned && unthemed(n, "color", "themeColor")
}

// hinted notes letters that Word takes from the font for East Asian text, other than those of the other letters
// (ECMA-376-1, 17.3.2.26).
func (p *partial) hinted(n *node) {
	if n.attr("hint") != "eastAsia" {
		if n.has("hint") {
			p.setTo(eastAsian, false)
		}
		return
	}
	font := func(name string) string {
		if n.has(name + "Theme") {
			return n.attr(name + "Theme")
		}
		return n.attr(name)
	}
	p.setTo(eastAsian, font("eastAsia") != font("hAnsi"))
}

// Names of values that are not obeyed in reports.
const (
	themeColorName  = "цвет темы, записанный без самого цвета, не печатается"
	simplePosName   = "место рисунка или надписи от угла листа (simplePos): взято другое записанное место"
	ownPlaceName    = "рисунок или надпись в ячейке на месте от страницы (layoutInCell): место взято от ячейки"
	noOverlapName   = "рисунок, на который не должны заходить другие (allowOverlap), не отодвигается"
	layersName      = "рисунки и надписи абзаца лежат друг на друге по порядку записи, а в Word — по номерам слоёв"
	shareSizeName   = "размер надписи, заданный долей страницы"
	noWrapName      = "надпись без переноса строк печатается с переносом по её ширине"
	compoundName    = "составная линия фигуры печатается одной чертой"
	chainedName     = "связанные надписи: весь текст печатается в первой"
	pictureLinkName = "ссылка у рисунка печатается без перехода"
	effectName      = "эффект рисунка: печатается без него"
)

// partlyPlaced notes values of the place of a floating drawing that are not obeyed (ECMA-376-1, 20.4.2.3;
// [MS-ODRAWXML], 2.21).
func (p *paragraph) partlyPlaced(n *node) {
	if isTrue(n.attr("simplePos")) {
		p.approximate(simplePosName)
	}
	p.overlaps(n.has("layoutInCell") && !isTrue(n.attr("layoutInCell")),
		n.has("allowOverlap") && !isTrue(n.attr("allowOverlap")))
	p.layered(units(n.attr("relativeHeight")), isTrue(n.attr("behindDoc")))
	for _, share := range []*node{n.kid("wp14:sizeRelH", "wp14:pctWidth"), n.kid("wp14:sizeRelV", "wp14:pctHeight")} {
		if share != nil && units(strings.TrimSpace(share.text)) != 0 {
			p.hidden(shareSizeName) // the size is beside it, too
		}
	}
}

// overlaps notes a drawing that is not placed from its cell, or that others must leave free. Since Word 2013, all
// drawings in cells are placed from these.
func (p *paragraph) overlaps(outside, free bool) {
	if outside && p.cell != nil && p.settings.mode < 15 {
		p.approximate(ownPlaceName)
	}
	if free && len(p.floats) > 0 {
		p.hidden(noOverlapName)
	}
}

// layered notes drawings of a paragraph that lie on others in an order that is not that of the file.
func (p *paragraph) layered(number float64, behind bool) {
	last := &p.layers[0]
	if behind {
		last = &p.layers[1]
	}
	if len(p.floats) > 0 && number < *last {
		p.hidden(layersName)
	}
	*last = number
}

// partlyLine notes a line of several strokes.
func (p *paragraph) partlyLine(line *node) {
	if kind := line.attr("cmpd"); kind != "" && kind != "sng" && line.kid("a:noFill") == nil {
		p.approximate(compoundName)
	}
}

// partlyVMLValues notes values of a drawing of Word 2003 that are not obeyed (ECMA-376-4, 14.1 and 14.2).
func (p *paragraph) partlyVMLValues(shape *node, style map[string]string) {
	if shape.attr("href") != "" {
		p.approximate(pictureLinkName)
	}
	if !vmlOn(shape.attr("print"), true) {
		p.approximate("фигура, которую Word не печатает (print), печатается")
	}
	if shape.kid("v:stroke").has("opacity") {
		p.approximate("прозрачная линия фигуры печатается сплошной")
	}
	if style["mso-wrap-style"] == "none" && shape.kid("v:textbox") != nil {
		p.approximate(noWrapName)
	}
	if strings.Contains(shape.kid("v:textbox").attr("style"), "mso-next-textbox") {
		p.approximate(chainedName)
	}
	if style["position"] == "absolute" {
		p.overlaps(!vmlOn(shape.attr("o:allowincell"), true), !vmlOn(shape.attr("o:allowoverlap"), true))
		p.layered(units(style["z-index"]), strings.HasPrefix(style["z-index"], "-"))
	}
}
