package wordml

import (
	"slices"

	"protokol/generator/internal/flow"
)

// paraProps are the properties of a paragraph.
type paraProps struct {
	style         string
	align         string
	left, right   float64
	first         float64
	before, after float64
	autoBefore    bool
	autoAfter     bool
	line          float64 // twips or 240ths
	lineRule      string
	contextual    bool
	keepNext      bool
	keepLines     bool
	pageBefore    bool
	loose         bool // no widow control
	noHyphens     bool
	offGrid       bool
	patterned     *node // borders that are not plain lines
	outline       int   // level + 1; 0 for text
	num           string
	numLevel      int
	format        string // of the numbers of its list
	tabs          []flow.Tab
	borders       flow.Borders
	between       flow.Border
	shade         flow.Color
	rightToLeft   bool
	partial       partial
}

// apply sets the properties that an element w:pPr sets.
func (p *paraProps) apply(pPr *node) {
	if pPr == nil {
		return
	}
	for _, n := range pPr.kids {
		p.property(n)
	}
}

func (p *paraProps) property(n *node) {
	value := n.attr("val")
	switch n.name {
	case "jc":
		p.align = value
		p.partial.setTo(spreadLines, value == "distribute")
	case "ind":
		p.indent(n)
	case "spacing":
		p.spacing(n)
	case "contextualSpacing":
		p.contextual = on(n)
	case "keepNext":
		p.keepNext = on(n)
	case "keepLines":
		p.keepLines = on(n)
	case "pageBreakBefore":
		p.pageBefore = on(n)
	case "widowControl":
		p.loose = !on(n)
	case "suppressAutoHyphens":
		p.noHyphens = on(n)
	case "snapToGrid":
		p.offGrid = !on(n)
	case "outlineLvl":
		if p.outline = whole(value) + 1; p.outline > 9 {
			p.outline = 0
		}
	case "numPr":
		if id := n.kid("numId"); id != nil {
			p.num = id.attr("val")
		}
		if level := n.kid("ilvl"); level != nil {
			p.numLevel = max(0, min(whole(level.attr("val")), 8))
		}
	case "tabs":
		for _, t := range n.kids {
			p.tab(t)
		}
	case "pBdr":
		p.border(n)
		p.patterned = n
	case "shd":
		p.shade = shade(n)
		p.partial.shaded(n)
	case "bidi":
		p.rightToLeft = on(n)
	case "textDirection":
		p.partial.setTo(turnedText, value != "lrTb" && value != "lrTbV")
	case "textAlignment":
		p.partial.setTo(lettersUp, value == "top" || value == "center")
	case "wordWrap":
		p.partial.setTo(splitWords, !on(n))
	case "mirrorIndents":
		p.partial.setTo(mirroredIndents, on(n))
	}
}

func (p *paraProps) indent(n *node) {
	p.partial.inUnits(letterIndents, n, letterIndentNames[:])
	for _, a := range n.attrs {
		switch a.name {
		case "left", "start":
			p.left = length(a.value)
		case "right", "end":
			p.right = length(a.value)
		case "firstLine":
			if !n.has("hanging") {
				p.first = length(a.value)
			}
		case "hanging":
			p.first = -length(a.value)
		}
	}
}

func (p *paraProps) spacing(n *node) {
	p.partial.inUnits(lineSpaces, n, lineSpaceNames[:])
	for _, a := range n.attrs {
		switch a.name {
		case "before":
			p.before = max(0, length(a.value))
		case "after":
			p.after = max(0, length(a.value))
		case "beforeAutospacing":
			p.autoBefore = a.value == "1" || a.value == "true" || a.value == "on"
		case "afterAutospacing":
			p.autoAfter = a.value == "1" || a.value == "true" || a.value == "on"
		case "line":
			p.line = length(a.value)
		case "lineRule":
			p.lineRule = a.value
		}
	}
	if n.has("line") && !n.has("lineRule") {
		p.lineRule = "auto"
	}
}

var tabAligns = map[string]flow.TabAlign{"center": flow.TabCenter, "right": flow.TabRight, "end": flow.TabRight,
	"decimal": flow.TabDecimal}

var leaders = map[string]rune{"dot": '.', "hyphen": '-', "underscore": '_', "heavy": '_', "middleDot": '·'}

// maxTabs limits the tab stops of a paragraph; Word allows 64.
const maxTabs = 500

// tab adds or clears a tab stop.
func (p *paraProps) tab(n *node) {
	if len(p.tabs) > maxTabs {
		return
	}
	at := length(n.attr("pos"))
	tabs := slices.DeleteFunc(slices.Clone(p.tabs), func(t flow.Tab) bool { return t.At > at-0.1 && t.At < at+0.1 })
	switch n.attr("val") {
	case "clear":
	case "bar":
		p.partial |= barTab
	default:
		i := 0
		for i < len(tabs) && tabs[i].At < at {
			i++
		}
		tabs = slices.Insert(tabs, i, flow.Tab{At: at, Align: tabAligns[n.attr("val")],
			Leader: leaders[n.attr("leader")]})
	}
	p.tabs = tabs
}

func (p *paraProps) border(n *node) {
	for _, k := range n.kids {
		b := border(k)
		switch k.name {
		case "top":
			p.borders.Top = b
		case "bottom":
			p.borders.Bottom = b
		case "left", "start":
			p.borders.Left = b
		case "right", "end":
			p.borders.Right = b
		case "between":
			p.between = b
		case "bar":
			p.partial.setTo(barBorder, b.Width > 0)
		}
	}
}
