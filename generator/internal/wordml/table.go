package wordml

import (
	"strconv"
	"strings"

	"protokol/generator/internal/flow"
)

// table is a table that is being lowered.
type table struct {
	*container
	styles  []*style // those of its style, the last one first
	tblPr   *node
	rows    []*node
	columns int
	edges   []float64
	look    tableLook
	borders tableBorders
	margins flow.Margins
	key     string
}

// tableLook says which conditional formats a table uses (ECMA-376-1, 17.4.55).
type tableLook struct{ firstRow, lastRow, firstColumn, lastColumn, noRows, noColumns bool }

func lookOf(n *node) tableLook {
	bits, _ := strconv.ParseUint(n.attr("val"), 16, 32)
	flag := func(name string, bit uint64) bool {
		if n.has(name) {
			v := n.attr(name)
			return v == "1" || v == "true" || v == "on"
		}
		return bits&bit != 0
	}
	return tableLook{flag("firstRow", 0x20), flag("lastRow", 0x40), flag("firstColumn", 0x80),
		flag("lastColumn", 0x100),
		flag("noHBand", 0x200), flag("noVBand", 0x400)}
}

// table lowers a table, or returns nil if it has no cells.
func (c *container) table(n *node) *flow.Table {
	t := &table{container: c, tblPr: n.kid("tblPr")}
	t.collect(n.kids)
	id := t.tblPr.kid("tblStyle").attr("val")
	if c.lowering.styles.byID[id] == nil {
		id = c.lowering.styles.table
	}
	t.styles, t.look = c.lowering.styles.chain(id), lookOf(t.tblPr.kid("tblLook"))
	t.key = id
	t.properties()
	t.measure(n.kid("tblGrid"))
	if t.columns == 0 || len(t.rows) == 0 {
		return nil
	}
	made := &flow.Table{Role: flow.TableOf, Edges: t.edges, Frame: flow.Sides}
	made.Shift = t.shift()
	if t.tblPr.kid("tblpPr") != nil {
		c.approximate("таблица с обтеканием стоит на своём месте в тексте")
	}
	rows := make([]flow.Row, 0, len(t.rows))
	heads := 0
	for i, row := range t.rows {
		trPr := row.kid("trPr")
		if on(trPr.kid("hidden")) {
			c.approximate("скрытая строка таблицы не печатается")
			continue
		}
		if heads == len(rows) && on(trPr.kid("tblHeader")) {
			heads++
		}
		rows = append(rows, t.row(row, i))
	}
	cover(rows)
	if heads == len(rows) {
		heads = 0
	}
	made.Header, made.Rows = rows[:heads:heads], rows[heads:]
	t.tag(made)
	return made
}

// collect finds the rows of a table, also those in content controls.
func (t *table) collect(list []*node) {
	for _, n := range list {
		switch n.name {
		case "tr":
			if mark := n.kid("trPr", "del"); mark != nil {
				t.approximate("исправления: удалённое не печатается")
				continue
			}
			if n.kid("trPr", "ins") != nil {
				t.approximate(insertedName)
			}
			t.rows = append(t.rows, n)
		case "sdt":
			t.collect(n.kid("sdtContent").children())
		case "customXml", "ins", "moveTo":
			t.collect(n.kids)
		default:
			t.unlaid(n)
		}
	}
}

// cells returns the cells of a row, also those in content controls.
func cells(row *node) (list []*node) {
	for _, n := range row.kids {
		switch n.name {
		case "tc":
			list = append(list, n)
		case "sdt":
			list = append(list, cells(n.kid("sdtContent").orEmpty())...)
		case "customXml":
			list = append(list, cells(n)...)
		}
	}
	return list
}

func (n *node) orEmpty() *node {
	if n == nil {
		return &node{}
	}
	return n
}

// properties works out the borders and margins of the table.
func (t *table) properties() {
	t.margins = flow.Margins{Left: 5.4, Right: 5.4}
	for _, s := range t.styles {
		t.borders.apply(s.table.kid("tblPr", "tblBorders"))
		margins(&t.margins, s.table.kid("tblPr", "tblCellMar"))
	}
	t.borders.apply(t.tblPr.kid("tblBorders"))
	margins(&t.margins, t.tblPr.kid("tblCellMar"))
	if t.tblPr.kid("tblCellSpacing") != nil {
		t.approximate("промежутки между ячейками таблицы")
	}
	if on(t.tblPr.kid("bidiVisual")) {
		t.approximate("таблица справа налево")
	}
}

// margins sets the margins of cells that an element sets.
func margins(m *flow.Margins, n *node) {
	for _, k := range n.children() {
		w := 0.0
		if k.attr("type") != "pct" {
			w = max(0, length(k.attr("w")))
		}
		switch k.name {
		case "top":
			m.Top = w
		case "bottom":
			m.Bottom = w
		case "left", "start":
			m.Left = w
		case "right", "end":
			m.Right = w
		}
	}
}

const maxColumns = 100 // Word allows 63

// measure works out the edges of the columns: from the widths of cells, then from
// the grid (ECMA-376-1, 17.4.48 and 17.18.87).
func (t *table) measure(grid *node) {
	var widths []float64
	for _, k := range grid.children() {
		if k.name == "gridCol" && len(widths) < maxColumns {
			widths = append(widths, max(0, length(k.attr("w"))))
		}
	}
	for _, row := range t.rows {
		if n := span(row.kid("trPr", "gridBefore")) + spans(row); n > t.columns {
			t.columns = min(n, maxColumns)
		}
	}
	for len(widths) < t.columns {
		widths = append(widths, 0)
	}
	t.columns = max(t.columns, len(widths))
	t.preferred(widths)
	total := 0.0
	for _, w := range widths {
		total += w
	}
	wanted := t.wide(t.tblPr.kid("tblW"))
	switch {
	case total == 0 && wanted == 0:
		wanted = t.width
		fallthrough
	case total == 0:
		for i := range widths {
			widths[i] = wanted / float64(len(widths))
		}
	case wanted > 0 && t.tblPr.kid("tblLayout").attr("type") != "fixed":
		for i := range widths {
			widths[i] *= wanted / total
		}
	}
	t.edges = append(t.edges, 0)
	at := 0.0
	for _, w := range widths {
		at += max(w, 0.5)
		t.edges = append(t.edges, at)
	}
}

// preferred replaces the widths of columns by those that cells ask for.
func (t *table) preferred(widths []float64) {
	asked := make([]float64, len(widths))
	for _, row := range t.rows {
		column := max(0, whole(row.kid("trPr", "gridBefore").attr("val")))
		for _, cell := range cells(row) {
			tcPr := cell.kid("tcPr")
			n := max(1, span(tcPr.kid("gridSpan")))
			if w := t.wide(tcPr.kid("tcW")); n == 1 && w > 0 && column < len(widths) {
				asked[column] = max(asked[column], w)
			}
			column += n
		}
	}
	for i, w := range asked {
		if w > 0 {
			widths[i] = w
		}
	}
}

// wide returns a width: of a length, or of a part of the container.
func (t *table) wide(n *node) float64 {
	value := n.attr("w")
	switch n.attr("type") {
	case "pct":
		if number, ok := strings.CutSuffix(value, "%"); ok {
			return bound(number, t.width/100)
		}
		return bound(value, t.width/5000)
	case "dxa", "":
		return max(0, length(value))
	}
	return 0
}

func span(n *node) int { return max(0, min(whole(n.attr("val")), maxColumns)) }

// spans returns the number of columns of a row.
func spans(row *node) (columns int) {
	for _, cell := range cells(row) {
		columns += max(1, span(cell.kid("tcPr", "gridSpan")))
	}
	return columns
}

// shift returns how far the table is from the left edge of its container. Up to
// Word 2010 its text is at the indent, from Word 2013 on its border.
func (t *table) shift() float64 {
	width := t.edges[len(t.edges)-1]
	switch t.tblPr.kid("jc").attr("val") {
	case "center":
		return (t.width - width) / 2
	case "right", "end":
		return t.width - width
	}
	indent := 0.0
	for _, s := range t.styles {
		if n := s.table.kid("tblPr", "tblInd"); n != nil {
			indent = length(n.attr("w"))
		}
	}
	if n := t.tblPr.kid("tblInd"); n != nil {
		indent = length(n.attr("w"))
	}
	if t.settings.mode < 15 && t.depth <= 1 {
		indent -= t.margins.Left
	}
	return indent
}

// row lowers a row.
func (t *table) row(row *node, index int) flow.Row {
	trPr := row.kid("trPr")
	made := flow.Row{Role: flow.TR, Whole: on(trPr.kid("cantSplit")), Skip: span(trPr.kid("gridBefore"))}
	switch jc := trPr.kid("jc").attr("val"); jc {
	case "", "left", "start", t.tblPr.kid("jc").attr("val"):
	default:
		t.approximate("строка таблицы, сдвинутая отдельно от других")
	}
	if h := trPr.kid("trHeight"); h != nil {
		if height := max(0, length(h.attr("val"))); h.attr("hRule") == "exact" {
			made.Height = height
		} else {
			made.Least = height
		}
	}
	for _, n := range row.kids {
		if n.name != "tc" && n.name != "sdt" && n.name != "customXml" {
			t.unlaid(n)
		}
	}
	list := cells(row)
	column := made.Skip
	if column+spans(row) > t.columns {
		t.approximate("строка таблицы шире ста столбцов")
	}
	for i, cell := range list {
		n := max(1, span(cell.kid("tcPr", "gridSpan")))
		n = max(1, min(n, t.columns-column))
		made.Cells = append(made.Cells, t.cell(cell, cellPlace{row: index, rows: len(t.rows), column: column, span: n,
			columns: t.columns, first: i == 0, last: i == len(list)-1}))
		column += n
	}
	return made
}

// cover joins vertically merged cells: Rows of the first one is how many there
// are (ECMA-376-1, 17.4.84).
func cover(rows []flow.Row) {
	type open struct {
		cell *flow.Cell
		end  int // column
	}
	opened := map[int]open{} // by first column
	for i := range rows {
		next := map[int]open{}
		column := rows[i].Skip
		for j := range rows[i].Cells {
			cell := &rows[i].Cells[j]
			end := column + max(1, cell.Span)
			switch above, ok := opened[column]; {
			case cell.Rows == continues && ok && above.end == end:
				above.cell.Rows++
				cell.Covered, cell.Rows, cell.Blocks = true, 0, nil
				cell.Borders.Top = flow.Border{}
				next[column] = above
				if above.cell.Rows == 2 || i > 0 {
					clearBottom(rows[i-1], column)
				}
			case cell.Rows == continues:
				cell.Rows = 1
			case cell.Rows == restarts:
				cell.Rows = 1
				next[column] = open{cell, end}
			}
			column = end
		}
		opened = next
	}
}

// clearBottom removes the border below the cell of a row at a column.
func clearBottom(row flow.Row, column int) {
	at := row.Skip
	for i := range row.Cells {
		if at == column {
			row.Cells[i].Borders.Bottom = flow.Border{}
		}
		at += max(1, row.Cells[i].Span)
	}
}

// States of vertically merged cells before cover.
const (
	restarts  = -1
	continues = -2
)
