package wordml

import (
	"slices"
	"strconv"

	"protokol/generator/internal/flow"
)

// inlines lowers the content of a paragraph.
func (p *paragraph) inlines(list []*node) {
	for _, n := range list {
		switch n.name {
		case "r":
			p.run(n)
		case "hyperlink":
			p.hyperlink(n)
		case "fldSimple":
			p.simpleField(n)
		case "sdt":
			p.bound(n)
			p.inlines(n.kid("sdtContent").children())
		case "ins", "moveTo":
			p.approximate(insertedName)
			p.inlines(n.kids)
		case "dir", "bdo":
			if n.attr("val") == "rtl" {
				p.approximate("письмо справа налево")
			}
			p.inlines(n.kids)
		case "sdtContent", "smartTag", "customXml":
			p.inlines(n.kids)
		case "bookmarkStart":
			p.bookmark(n)
		case "mc:AlternateContent":
			p.inlines(p.alternative(n).children())
		default:
			p.unlaid(n)
		}
	}
}

// run lowers a run.
func (p *paragraph) run(n *node) {
	props := p.base
	rPr := n.kid("rPr")
	p.runProperties(&props, rPr)
	for _, k := range n.kids {
		p.piece(k, &props)
	}
}

// piece lowers one element of a run (ECMA-376-1, 17.3.3).
func (p *paragraph) piece(n *node, props *runProps) {
	switch n.name {
	case "fldChar":
		p.fieldChar(n, props)
		return
	case "instrText":
		p.instruction(n.text)
		return
	case "rPr":
		return
	}
	if !p.shows(n) {
		return
	}
	switch n.name {
	case "t":
		w := p.words(n)
		if n.attr("xml:space") != "preserve" {
			w = w.trimmed()
		}
		p.signable(n, w, props)
	case "tab":
		p.sign(flow.Run{Kind: flow.TabStop}, props)
	case "ptab":
		p.sign(flow.Run{Kind: flow.TabStop, Stop: p.positionalTab(n)}, props)
	case "br", "cr":
		p.brk(n, props)
	case "noBreakHyphen":
		p.text(p.own("-\u2060"), props)
	case "softHyphen":
		p.text(p.own("\u00ad"), props)
	case "sym":
		p.symbol(n, props)
	case "pgNum":
		p.sign(flow.Run{Kind: flow.PageOf}, props)
	case "drawing", "pict", "object":
		p.graphics(n, props)
	case "footnoteReference", "endnoteReference":
		p.noteMark(n, props)
	case "footnoteRef", "endnoteRef":
		p.text(p.generated(p.lowering.notes.mark), props)
	case "mc:AlternateContent":
		for _, k := range p.alternative(n).children() {
			p.piece(k, props)
		}
	case "ruby":
		p.unlaid(n)
		p.inlines(n.kid("rubyBase").children())
	default:
		p.unlaid(n)
	}
}

// graphics lowers the drawing of a run.
func (p *paragraph) graphics(n *node, props *runProps) {
	switch {
	case p.hides(props.on[vanish]):
	case n.name != "drawing":
		p.vml(n, props)
	case !props.on[vanish]: // those of DrawingML were never printed
		p.drawing(n, props)
	}
}

// sign adds a run that is not letters, unless it is hidden.
func (p *paragraph) sign(r flow.Run, props *runProps) {
	if !props.on[vanish] {
		p.addIn(r, props, props.ansi)
	}
}

// brk lowers a break. A page break divides the paragraph (ECMA-376-1, 17.3.3.1).
func (p *paragraph) brk(n *node, props *runProps) {
	kind := n.attr("type")
	if n.name == "cr" || kind == "" || kind == "textWrapping" {
		clear := n.attr("clear")
		if clear != "" && clear != "none" && (p.floated || slices.ContainsFunc(p.floats, beside)) {
			p.approximate("разрыв строки, после которого текст стоит под рисунком, печатается обычным")
		}
		p.sign(flow.Run{Kind: flow.LineBreak}, props)
		return
	}
	if p.nested {
		p.approximate("разрыв страницы или колонки в таблице или колонтитуле")
		return
	}
	p.close()
	if n := len(p.entries); n > 0 {
		if last, ok := p.entries[n-1].block.(*flow.Paragraph); ok {
			last.After, last.KeepNext = 0, false
		}
	}
	p.broken = true
	p.spend(costOfPage)
	p.container.add(flow.PageBreak{Column: kind == "column"})
}

// symbol lowers a character of a symbol font.
func (p *paragraph) symbol(n *node, props *runProps) {
	code, err := strconv.ParseUint(n.attr("char"), 16, 32)
	if err != nil {
		p.lose("знак без кода (sym)")
		return
	}
	font := n.attr("font")
	if !isSymbolFont(font) {
		own := *props
		own.ascii, own.ansi = font, font
		p.text(p.own(string(rune(code))), &own)
		return
	}
	if code < 0x100 {
		code += 0xF000
	}
	text, known := fromSymbols(string(rune(code)), font)
	if !known {
		p.approximate("знак шрифта " + font + " заменён точкой")
	}
	p.text(p.own(text), props)
}

// positionalTab returns the stop of a tab whose place depends on the width of the
// text, not on the stops of the paragraph (ECMA-376-1, 17.3.3.23).
func (p *paragraph) positionalTab(n *node) *flow.Tab {
	from, to := 0.0, p.width
	if n.attr("relativeTo") == "indent" {
		from, to = p.props.left, p.width-p.props.right
	}
	stop := &flow.Tab{At: from, Leader: leaders[n.attr("leader")]}
	switch n.attr("alignment") {
	case "center":
		stop.At, stop.Align = (from+to)/2, flow.TabCenter
	case "right":
		stop.At, stop.Align = to, flow.TabRight
	}
	return stop
}
