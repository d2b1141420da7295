package wordml

import (
	"slices"
	"strings"
	"unicode"

	"protokol/generator/internal/flow"
)

// paragraph is a paragraph that is being lowered.
type paragraph struct {
	*container
	props  paraProps
	base   runProps // of runs without properties of their own
	mark   runProps // of the paragraph mark
	runs   []flow.Run
	link   *flow.Link
	field  *flow.Field // of the signature for which the letters are a line
	floats []flow.Float
	layers [2]float64 // numbers of the last drawings, above and behind text
	notes  []flow.Block
	number int // in its part
	pieces int // made of it so far, at page breaks
	broken bool
}

// paragraph lowers a paragraph.
func (c *container) paragraph(n *node) {
	c.spend(costOfParagraph)
	if c.framed(n) { // and counted with its frame
		return
	}
	c.closeFrame()
	c.block++
	p := &paragraph{container: c, number: c.block, floats: c.takeFloats()}
	pPr := n.kid("pPr")
	var level *listLevel
	p.props, p.base, level = c.properties(pPr)
	if p.base.color == 0 {
		p.base.color = c.ink
	}
	p.mark = p.base
	if rPr := pPr.kid("rPr"); rPr != nil {
		c.runProperties(&p.mark, rPr)
	}
	deleted := c.partlyParagraph(pPr, &p.props)
	if c.joins {
		c.approximate("абзац со скрытым концом печатается отдельно: Word соединяет его со следующим")
	}
	if p.props.pageBefore && !c.nested && len(c.entries) > 1 {
		c.spend(costOfPage)
		c.add(flow.PageBreak{})
	}
	if level != nil {
		p.label(level)
	}
	label := len(p.runs)
	p.inlines(n.kids)
	mark := pPr.kid("sectPr")
	empty := len(p.runs) == 0 && len(p.notes) == 0 || p.hidesLabel(label)
	hidden := (p.mark.on[vanish] || deleted) && empty
	c.joins = p.mark.on[vanish] && !empty
	if hidden || p.broken && empty || mark != nil && p.vanishes() {
		c.carried = append(c.carried, p.floats...)
	} else {
		p.close()
	}
	if mark != nil {
		c.nextSection()
	}
}

// hidesLabel reports whether a hidden paragraph has nothing but its number, which is some runs long. Word counts such
// paragraphs, as when numbers are skipped, but does not print them (ECMA-376-1, 17.3.2.41).
func (p *paragraph) hidesLabel(label int) bool {
	if label == 0 || len(p.runs) > label || p.pieces > 0 || len(p.notes) > 0 || !p.mark.on[vanish] || p.showHidden {
		return false
	}
	p.hidden(hiddenTextName)
	return true
}

const deletedMark = "исправления: удалённый конец абзаца остаётся"

// partlyParagraph notes parts of a paragraph that are not laid out, and reports whether its mark was deleted.
func (c *container) partlyParagraph(pPr *node, props *paraProps) (deleted bool) {
	c.partly(props.partial)
	c.patterned(props.patterned)
	if props.rightToLeft {
		c.approximate(partialNames[4])
	}
	mark := pPr.kid("rPr")
	if mark.kid("ins") != nil {
		c.approximate(insertedName)
	}
	if deleted = mark.kid("del") != nil; deleted {
		c.approximate(deletedMark)
	}
	return deleted
}

// vanishes reports whether a paragraph is only the mark of a section that ends with a page, or within a page after
// another paragraph: Word prints it at the end of what is before, and it takes no space.
func (p *paragraph) vanishes() bool {
	if len(p.runs) > 0 || len(p.floats) > 0 || p.body == nil || p.body.next >= len(p.body.marks) {
		return false
	}
	switch p.entries[len(p.entries)-1].block.(type) {
	case *flow.Section:
		return false
	case *flow.Paragraph:
		return true
	}
	return p.body.marks[p.body.next].kid("type").attr("val") != "continuous"
}

// properties returns the properties of a paragraph and of its runs, and the level
// of its list.
func (c *container) properties(pPr *node) (paraProps, runProps, *listLevel) {
	style := c.style(pPr.kid("pStyle").attr("val"), c.cell)
	props, run := style.para, style.run
	if own := pPr.kidOnly("numPr"); own != nil {
		props.apply(own)
		if v := c.levelOf(&props, ""); v != nil {
			props.apply(v.kid("pPr"))
		} else if style.para.num != "" && style.para.num != "0" {
			props.left, props.first = 0, 0
		}
	}
	props.apply(pPr)
	level := c.levelOf(&props, "")
	if props.outline == 0 {
		props.outline = style.heading
	}
	return props, run, level
}

// runProperties applies an element w:rPr with its character style.
func (l *lowering) runProperties(r *runProps, rPr *node) {
	if rPr == nil {
		return
	}
	if style := rPr.kid("rStyle"); style != nil {
		l.character(r, style.attr("val"))
	}
	r.apply(rPr, l.theme, direct, nil)
}

// label adds the number or bullet of a paragraph.
func (p *paragraph) label(v *listLevel) {
	p.spend(costOfLabel)
	p.props.format = v.kid("numFmt").attr("val")
	text := p.count(&p.props, v)
	props := p.mark
	props.underline = flow.NoLine
	p.container.runProperties(&props, v.kid("rPr"))
	if v.kid("lvlPicBulletId") != nil {
		p.approximate("маркер-рисунок")
		text = "•"
	}
	if font := props.ansi; isPrivate(text) && !isSymbolFont(font) && !p.ownBullets && !p.faces.Find(font).Exact {
		p.approximate("маркер шрифта " + font + " заменён точкой")
		text, props.ascii, props.ansi = "•", "Times New Roman", "Times New Roman"
	}
	props.on[vanish] = false
	from := len(p.runs)
	p.text(p.generated(text), &props)
	switch v.kid("suff").attr("val") {
	case "nothing":
	case "space":
		p.text(p.generated(" "), &props)
	default: // after an empty text, too (ECMA-376-1, 17.9.28)
		if text != "" || !p.earlier {
			p.add(flow.Run{Kind: flow.TabStop}, &props)
		}
	}
	for i := from; i < len(p.runs); i++ {
		p.runs[i].Label, p.runs[i].Rigid = text != "" || p.earlier, !p.looseLabels
	}
	if jc := v.kid("lvlJc").attr("val"); jc == "right" || jc == "end" || jc == "center" {
		p.approximate("номер пункта, выровненный не по левому краю")
	}
}

// isPrivate reports whether a text consists of characters that each font defines for itself, such as the bullets of
// fonts that come with LibreOffice.
func isPrivate(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !unicode.Is(unicode.Co, r) })
}

// beside reports whether there is text beside a float.
func beside(f flow.Float) bool { return f.Wrap != flow.WrapNone && f.Wrap != flow.WrapBelow }

// close ends a paragraph, or a piece of it before a page break.
func (p *paragraph) close() {
	made := p.format()
	p.spend(costOfFloat * len(p.floats))
	p.spendLines(p.runs, p.width-made.Indent-made.Right)
	made.Runs, made.Floats, made.Notes, made.Number = p.runs, p.floats, p.notes, p.number
	if p.part != nil && p.part.name != p.pack.main {
		made.Part = p.part.name
	}
	p.floated = p.floated || slices.ContainsFunc(p.floats, beside)
	if p.pieces > 0 {
		made.Before, made.First = 0, 0
	}
	if p.shown == 0 && (len(p.floats) > 0 || slices.ContainsFunc(p.runs, isContent)) {
		p.shown = p.block
	}
	label := len(p.runs) > 0 && p.runs[0].Label && p.props.outline == 0
	if !label {
		for i := range p.runs {
			p.runs[i].Label = false
		}
	}
	if made.Role = p.role(); made.Role != flow.None {
		made.Places, p.places.pending = p.places.pending, nil
	}
	props := p.props
	p.entries = append(p.entries, entry{block: made, props: &props, label: label})
	p.pieces++
	p.runs, p.floats, p.notes = nil, nil, nil
}

// isContent reports whether a run shows something that is not the number or bullet of its paragraph.
func isContent(r flow.Run) bool {
	switch r.Kind {
	case flow.Letters, flow.LineBreak, flow.TabStop:
		return !r.Label && strings.TrimSpace(r.Text) != ""
	}
	return !r.Label
}

// role returns the structure type of the paragraph.
func (p *paragraph) role() flow.Role {
	shows := func(r flow.Run) bool { return strings.TrimSpace(r.Text) != "" || r.Kind != flow.Letters }
	if !slices.ContainsFunc(p.runs, shows) {
		return flow.None
	}
	if p.props.outline == 0 || p.nested {
		return flow.P
	}
	p.lowering.heads = min(p.props.outline, p.lowering.heads+1, 6) // none is skipped (ISO 14289-1, 7.4.2)
	return [...]flow.Role{"H1", "H2", "H3", "H4", "H5", "H6"}[p.lowering.heads-1]
}

var aligns = map[string]flow.Align{"center": flow.Center, "right": flow.Right, "end": flow.Right,
	"both": flow.Justify, "distribute": flow.Justify, "lowKashida": flow.Justify, "mediumKashida": flow.Justify,
	"highKashida": flow.Justify, "thaiDistribute": flow.Justify}

// htmlSpacing is the space of paragraphs with automatic spacing.
const htmlSpacing = 14

// format returns the paragraph without its runs.
func (p *paragraph) format() *flow.Paragraph {
	props := &p.props
	made := &flow.Paragraph{Font: p.fontOf(&p.mark, p.mark.ansi), Align: aligns[props.align],
		Indent: props.left, Right: props.right, First: props.first, Before: props.before, After: props.after,
		KeepNext: props.keepNext, KeepLines: props.keepLines, Loose: props.loose, Tabs: props.tabs,
		TabStep: p.settings.tab, Tight: p.settings.mode >= 15, Stretch: p.settings.stretch, Shade: props.shade}
	if p.settings.mode < 15 && p.margin > 0 {
		made.Beyond = max(0, p.margin+props.right) // to the edge of the sheet
	}
	if p.body != nil && !props.offGrid {
		made.Grid = p.body.grid
	}
	if p.settings.hyphenate && !props.noHyphens {
		made.Zone, made.Rows = p.settings.zone, p.settings.hyphenRows
	}
	if props.autoBefore {
		made.Before = htmlSpacing
	}
	if props.autoAfter {
		made.After = htmlSpacing
	}
	switch props.lineRule {
	case "exact":
		made.Pitch, made.Line = flow.Exactly, max(0.7, props.line)
	case "atLeast":
		made.Pitch, made.Line = flow.AtLeast, max(0, props.line)
	default:
		made.Pitch, made.Spacing = flow.Multiple, max(0.06, min(props.line/12, 20))
		if props.line == 0 {
			made.Spacing = 1
		}
	}
	if props.borders != (flow.Borders{}) {
		borders := props.borders
		made.Borders = &borders
		p.spend(costOfBorders)
	}
	if width := p.width - made.Indent - made.Right; p.width > 0 && width < 12 {
		made.Right = min(made.Right, max(0, p.width-made.Indent-12))
		made.Indent = min(made.Indent, max(0, p.width-made.Right-12))
	}
	return made
}
