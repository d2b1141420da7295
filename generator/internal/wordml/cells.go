package wordml

import (
	"cmp"
	"math"
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

// cellFormat is the format of a cell by the style of its table: the style and its conditional formats, the
// strongest last.
type cellFormat struct {
	key   string
	nodes []*node
	kinds []string // of the conditional formats, in the order of nodes
}

// formatAt returns the format of a cell.
func (t *table) formatAt(at cellPlace) *cellFormat {
	kinds := t.conditions(at)
	format := &cellFormat{key: t.key}
	for _, s := range t.styles {
		format.nodes, format.kinds = append(format.nodes, s.table), append(format.kinds, "")
	}
	for _, kind := range kinds {
		for _, s := range t.styles {
			if n := condition(s.table, kind); n != nil {
				format.nodes, format.kinds = append(format.nodes, n), append(format.kinds, kind)
				format.key += "|" + kind
			}
		}
	}
	return format
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
	firstRow, lastRow := t.options.firstRow && at.row == 0, t.options.lastRow && at.row == at.rows-1
	firstColumn, lastColumn := t.options.firstColumn && at.first, t.options.lastColumn && at.last
	if !t.options.noColumns && !firstColumn && !lastColumn {
		kinds = append(kinds, band("Vert", at.column, t.options.firstColumn, t.bandSize("tblStyleColBandSize")))
	}
	if !t.options.noRows && !firstRow && !lastRow {
		kinds = append(kinds, band("Horz", at.row, t.options.firstRow, t.bandSize("tblStyleRowBandSize")))
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

// cell lowers a cell. It also returns the first paragraph that shows content in it, or 0.
func (t *table) cell(n *node, at cellPlace) (flow.Cell, int) {
	t.spend(costOfCell)
	tcPr := n.kid("tcPr")
	format := t.formatAt(at)
	made := flow.Cell{Role: flow.TD, Span: at.span, Rows: 1, Margins: t.margins, Borders: t.bordersAt(at)}
	for i, cond := range format.nodes {
		props := cond.kid("tcPr")
		if format.kinds[i] != "" {
			t.conditional(&made.Borders, cond.kid("tblPr", "tblBorders"), format.kinds[i], at)
			t.conditional(&made.Borders, props.kid("tcBorders"), format.kinds[i], at)
		}
		applyCell(&made, props)
	}
	var own tableBorders
	own.Borders = made.Borders
	own.apply(tcPr.kid("tcBorders"))
	made.Borders = own.Borders
	applyCell(&made, tcPr)
	if on(tcPr.kid("noWrap")) {
		made.Least = cmp.Or(t.wide(tcPr.kid("tcW")), math.Inf(1))
	}
	made.Turn = turnOf(tcPr, n)
	t.partlyCell(n, made.Turn)
	t.partlyFormat(format, tcPr)
	last := len(t.edges) - 1
	width := t.edges[min(at.column+at.span, last)] - t.edges[min(at.column, last-1)]
	inner := &container{lowering: t.lowering, cell: format, nested: true,
		width: width - made.Margins.Left - made.Margins.Right}
	if made.Turn != flow.NoTurn {
		inner.width = maxLength
	}
	inner.blocks(n.kids)
	made.Blocks = inner.finish()
	t.shown = cmp.Or(t.shown, inner.shown)
	return made, inner.shown
}

// upright are the elements whose whole cell is printed horizontally.
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
