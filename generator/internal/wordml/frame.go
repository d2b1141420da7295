package wordml

import (
	"cmp"
	"slices"

	"protokol/generator/internal/flow"
)

// frame is a text frame that is being lowered: adjacent paragraphs with the same
// properties are in one frame (ECMA-376-1, 17.3.1.11).
type frame struct {
	props      *node
	paragraphs []*node
}

func (f *frame) same(props *node) bool { return slices.Equal(f.props.attrs, props.attrs) }

// framed adds a paragraph to a frame, unless it is in none.
func (c *container) framed(n *node) bool {
	props := n.kid("pPr", "framePr")
	switch {
	case props == nil || c.inFrame:
		return false
	case props.attr("dropCap") == "margin":
		c.closeFrame()
		c.note(Approximated, "буквица на поле печатается в тексте", c.block+1)
		return false
	case c.frame != nil && c.frame.same(props):
	default:
		c.closeFrame()
		c.frame = &frame{props: props}
	}
	c.frame.paragraphs = append(c.frame.paragraphs, n)
	return true
}

// closeFrame makes a float of the open frame.
func (c *container) closeFrame() {
	if c.frame == nil {
		return
	}
	n, list := c.frame.props, c.frame.paragraphs
	c.frame = nil
	f := flow.Float{Width: max(0, length(n.attr("w"))), Grows: true}
	if h := max(0, length(n.attr("h"))); n.attr("hRule") != "auto" {
		f.Height = h
	}
	if n.attr("dropCap") == "drop" {
		f.Height = 0 // that of its lines, which are as high as those beside it
	}
	f.X = side(n.attr("hAnchor"), n.attr("xAlign"), n.attr("x"), "page")
	f.Y = side(n.attr("vAnchor"), n.attr("yAlign"), n.attr("y"), "page")
	c.partlyPlace(n.attr("xAlign"), n.attr("yAlign"))
	f.Gap = flow.Margins{Left: length(n.attr("hSpace")), Right: length(n.attr("hSpace")),
		Top: length(n.attr("vSpace")), Bottom: length(n.attr("vSpace"))}
	switch n.attr("wrap") {
	case "none", "through":
	case "notBeside":
		f.Wrap = flow.WrapBelow
	default:
		f.Wrap = flow.WrapSquare
	}
	width := f.Width
	if width == 0 {
		width = c.width
	}
	if c.depth > 1 { // a width that follows from the text is found by setting it twice
		f.Width = max(width, 12)
	}
	inner := &container{lowering: c.lowering, cell: c.cell, width: width, nested: true, inFrame: true}
	inner.blocks(list)
	f.Blocks = inner.finish()
	c.floats = append(c.floats, f)
}

// side returns the position of a frame or a floating table.
func side(from, align, at, usual string) flow.Anchor {
	if from == "" {
		from = usual
	}
	a := flow.Anchor{From: anchorFrom[from], At: length(at)}
	switch align {
	case "center":
		a.Set, a.Align = true, flow.Center
	case "right", "outside", "bottom":
		a.Set, a.Align = true, flow.Right
	case "left", "inside", "top":
		a.Set = true
	}
	if a.Set {
		a.At = 0
	}
	return a
}

// wholeTable lowers a table: one with text around it is a float of the next
// paragraph (ECMA-376-1, 17.4.57).
func (c *container) wholeTable(n *node) {
	c.depth++
	defer func() { c.depth-- }()
	c.closeFrame()
	made, overhang := c.table(n)
	if made == nil {
		return
	}
	props := n.kid("tblPr", "tblpPr")
	if props == nil || c.nested && c.inFrame {
		c.settleFloats()
		c.add(made)
		return
	}
	made.Shift = 0
	f := flow.Float{Blocks: []flow.Block{made}, Wrap: flow.WrapSquare, Grows: true}
	f.X = side(props.attr("horzAnchor"), props.attr("tblpXSpec"), props.attr("tblpX"), "text")
	switch {
	case !f.X.Set || f.X.Align == flow.Left:
		f.X.At -= overhang.Left
	case f.X.Align == flow.Right:
		f.X.At += overhang.Right
	}
	f.Y = side(props.attr("vertAnchor"), props.attr("tblpYSpec"), props.attr("tblpY"), "page")
	c.partlyPlace(props.attr("tblpXSpec"), props.attr("tblpYSpec"))
	f.Gap = flow.Margins{Left: length(props.attr("leftFromText")), Right: length(props.attr("rightFromText")),
		Top: length(props.attr("topFromText")), Bottom: length(props.attr("bottomFromText"))}
	c.floats = append(c.floats, f)
}

// takeFloats returns the floats of a paragraph that begins.
func (c *container) takeFloats() []flow.Float {
	list := append(c.carried, c.floats...)
	c.carried, c.floats = nil, nil
	return list
}

// settleFloats puts floats that no paragraph follows into the text.
func (c *container) settleFloats() {
	c.closeFrame()
	if len(c.carried)+len(c.floats) > 0 {
		c.shown = cmp.Or(c.shown, c.block)
	}
	if len(c.carried) > 0 {
		c.add(&flow.Paragraph{Font: flow.Font{Size: 1}, Pitch: flow.Exactly, Line: 0.7, Floats: c.carried})
		c.carried = nil
	}
	for _, f := range c.takeFloats() {
		c.approximate("рамка или таблица с обтеканием, за которой нет абзаца, печатается в тексте")
		for _, b := range f.Blocks {
			c.add(b)
		}
	}
}
