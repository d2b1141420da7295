package wordml

import (
	"strconv"

	"protokol/generator/internal/flow"
)

// tableBorders are the borders of a table or of a part of it.
type tableBorders struct {
	flow.Borders
	insideH, insideV flow.Border
}

// apply sets the borders that an element sets.
func (b *tableBorders) apply(n *node) {
	for _, k := range n.children() {
		one := border(k)
		switch k.name {
		case "top":
			b.Top = one
		case "bottom":
			b.Bottom = one
		case "left", "start":
			b.Left = one
		case "right", "end":
			b.Right = one
		case "insideH":
			b.insideH = one
		case "insideV":
			b.insideV = one
		}
	}
}

// cellPlace is the place of a cell in a table.
type cellPlace struct {
	row, rows       int
	column, columns int
	span            int
	first, last     bool // of its row
}

// cellLook is what the style of a table says about a cell: the style and its
// conditional formats, the strongest last.
type cellLook struct {
	key   string
	nodes []*node
	kinds []string // of the conditional formats, in the order of nodes
}

// look returns the look of a cell.
func (t *table) lookAt(at cellPlace) *cellLook {
	kinds := t.conditions(at)
	look := &cellLook{key: t.key}
	for _, s := range t.styles {
		look.nodes, look.kinds = append(look.nodes, s.table), append(look.kinds, "")
	}
	for _, kind := range kinds {
		for _, s := range t.styles {
			if n := condition(s.table, kind); n != nil {
				look.nodes, look.kinds = append(look.nodes, n), append(look.kinds, kind)
				look.key += "|" + kind
			}
		}
	}
	return look
}

func condition(style *node, kind string) *node {
	for _, k := range style.children() {
		if k.name == "tblStylePr" && k.attr("type") == kind {
			return k
		}
	}
	return nil
}

// conditions returns the conditional formats that apply to a cell (ECMA-376-1,
// 17.7.6).
func (t *table) conditions(at cellPlace) (kinds []string) {
	kinds = append(kinds, "wholeTable")
	firstRow, lastRow := t.look.firstRow && at.row == 0, t.look.lastRow && at.row == at.rows-1
	firstColumn, lastColumn := t.look.firstColumn && at.first, t.look.lastColumn && at.last
	if !t.look.noColumns && !firstColumn && !lastColumn {
		kinds = append(kinds, band("Vert", at.column, t.look.firstColumn, t.bandSize("tblStyleColBandSize")))
	}
	if !t.look.noRows && !firstRow && !lastRow {
		kinds = append(kinds, band("Horz", at.row, t.look.firstRow, t.bandSize("tblStyleRowBandSize")))
	}
	for _, c := range []struct {
		applies bool
		kind    string
	}{
		{firstColumn, "firstCol"}, {lastColumn, "lastCol"}, {firstRow, "firstRow"}, {lastRow, "lastRow"},
		{firstRow && firstColumn, "nwCell"}, {firstRow && lastColumn, "neCell"}, {lastRow && firstColumn, "swCell"},
		{lastRow && lastColumn, "seCell"},
	} {
		if c.applies {
			kinds = append(kinds, c.kind)
		}
	}
	return kinds
}

// band returns the kind of the band of a row or column.
func band(direction string, at int, head bool, size int) string {
	if head {
		at--
	}
	return "band" + strconv.Itoa(1+at/size%2) + direction
}

func (t *table) bandSize(name string) int {
	size := 1
	for _, s := range t.styles {
		if n := s.table.kid("tblPr", name); n != nil {
			size = max(1, whole(n.attr("val")))
		}
	}
	return size
}

// cell lowers a cell.
func (t *table) cell(n *node, at cellPlace) flow.Cell {
	t.spend(costOfCell)
	tcPr := n.kid("tcPr")
	look := t.lookAt(at)
	made := flow.Cell{Role: flow.TD, Span: at.span, Rows: 1, Margins: t.margins, Borders: t.bordersAt(at)}
	for i, cond := range look.nodes {
		props := cond.kid("tcPr")
		if look.kinds[i] != "" {
			t.conditional(&made.Borders, cond.kid("tblPr", "tblBorders"), look.kinds[i], at)
			t.conditional(&made.Borders, props.kid("tcBorders"), look.kinds[i], at)
		}
		applyCell(&made, props)
	}
	var own tableBorders
	own.Borders = made.Borders
	own.apply(tcPr.kid("tcBorders"))
	made.Borders = own.Borders
	applyCell(&made, tcPr)
	made.Turn = turnOf(tcPr, n)
	t.partlyCell(tcPr, made.Turn)
	last := len(t.edges) - 1
	width := t.edges[min(at.column+at.span, last)] - t.edges[min(at.column, last-1)]
	inner := &container{lowering: t.lowering, look: look, nested: true,
		width: width - made.Margins.Left - made.Margins.Right}
	if made.Turn != flow.NoTurn {
		inner.width = maxLength
	}
	inner.blocks(n.kids)
	made.Blocks = inner.finish()
	return made
}

// upright are the elements that are printed horizontally, with their whole cell.
var upright = map[string]bool{"tbl": true, "drawing": true, "pict": true, "object": true, "framePr": true,
	"ffData": true, "mc:AlternateContent": true, "footnoteReference": true}

// turnOf returns the direction of the lines of a cell (ECMA-376-1, 17.18.93).
func turnOf(tcPr, cell *node) flow.Turn {
	turn := map[string]flow.Turn{"btLr": flow.TurnUp, "tbRl": flow.TurnDown, "tbRlV": flow.TurnDown, "tb": flow.NoTurn,
		"rl": flow.TurnDown, "lr": flow.TurnUp}[tcPr.kid("textDirection").attr("val")]
	if turn != flow.NoTurn && cell.holds(upright) {
		return flow.NoTurn
	}
	return turn
}

// holds reports whether an element has descendants of some names.
func (n *node) holds(names map[string]bool) bool {
	for _, k := range n.kids {
		if names[k.name] || k.holds(names) {
			return true
		}
	}
	return false
}

// applyCell sets the properties of a cell that an element w:tcPr sets.
func applyCell(c *flow.Cell, tcPr *node) {
	for _, k := range tcPr.children() {
		switch k.name {
		case "shd":
			c.Shade = shade(k)
		case "vAlign":
			c.Down = map[string]flow.Align{"center": flow.Center, "bottom": flow.Right}[k.attr("val")]
		case "tcMar":
			margins(&c.Margins, k)
		case "vMerge":
			if c.Rows = continues; k.attr("val") == "restart" {
				c.Rows = restarts
			}
		}
	}
}

// bordersAt returns the borders that the table gives a cell.
func (t *table) bordersAt(at cellPlace) flow.Borders {
	b := flow.Borders{Top: t.borders.insideH, Bottom: t.borders.insideH, Left: t.borders.insideV,
		Right: t.borders.insideV}
	if at.row == 0 {
		b.Top = t.borders.Top
	}
	if at.row == at.rows-1 {
		b.Bottom = t.borders.Bottom
	}
	if at.first {
		b.Left = t.borders.Left
	}
	if at.last {
		b.Right = t.borders.Right
	}
	return b
}

// conditional sets the borders of a conditional format: its outer ones at the
// edges of its cells, its inner ones between them.
func (t *table) conditional(b *flow.Borders, n *node, kind string, at cellPlace) {
	if n == nil {
		return
	}
	inRow := kind == "firstRow" || kind == "lastRow" || len(kind) == len("band1Horz") && kind[5:] == "Horz"
	inColumn := kind == "firstCol" || kind == "lastCol" || len(kind) == len("band1Vert") && kind[5:] == "Vert"
	whole := kind == "wholeTable"
	set := func(side *flow.Border, outer, inner string, atEdge bool) {
		name := inner
		if atEdge {
			name = outer
		}
		if k := n.kid(name); k != nil {
			*side = border(k)
		}
	}
	top, bottom := !inColumn && !whole || at.row == 0, !inColumn && !whole || at.row == at.rows-1
	left, right := !inRow && !whole || at.first, !inRow && !whole || at.last
	set(&b.Top, "top", "insideH", top)
	set(&b.Bottom, "bottom", "insideH", bottom)
	set(&b.Left, "left", "insideV", left)
	set(&b.Right, "right", "insideV", right)
}
