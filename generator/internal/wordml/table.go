package wordml

import (
	"strconv"

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
	fit     flow.Fit
	loose   []bool // see flow.Table.Loose
	options tableOptions
	borders tableBorders
	margins flow.Margins
	key     string
	firsts  [][]int // paragraphs that show content, the first one of each cell; 0: none does
}

// tableOptions says which conditional formats a table uses (ECMA-376-1, 17.4.55).
type tableOptions struct{ firstRow, lastRow, firstColumn, lastColumn, noRows, noColumns bool }

func optionsOf(n *node) tableOptions {
	bits, _ := strconv.ParseUint(n.attr("val"), 16, 32)
	flag := func(name string, bit uint64) bool {
		if n.has(name) {
			v := n.attr(name)
			return v == "1" || v == "true" || v == "on"
		}
		return bits&bit != 0
	}
	return tableOptions{flag("firstRow", 0x20), flag("lastRow", 0x40), flag("firstColumn", 0x80),
		flag("lastColumn", 0x100),
		flag("noHBand", 0x200), flag("noVBand", 0x400)}
}

// table lowers a table, or returns nil if it has no cells. It also returns how far the
// table reaches beyond its place.
func (c *container) table(n *node) (*flow.Table, flow.Margins) {
	t := &table{container: c, tblPr: n.kid("tblPr")}
	t.collect(n.kids)
	id := t.tblPr.kid("tblStyle").attr("val")
	if c.lowering.styles.byID[id] == nil {
		id = c.lowering.styles.table
	}
	t.styles, t.options = c.lowering.styles.chain(id), optionsOf(t.tblPr.kid("tblLook"))
	t.key = id
	t.properties()
	t.measure(n.kid("tblGrid"))
	if t.columns == 0 || len(t.rows) == 0 {
		return nil, flow.Margins{}
	}
	made := &flow.Table{Role: flow.TableOf, Edges: t.edges, Frame: flow.Sides, Fit: t.fit,
		Align: aligns[t.tblPr.kid("jc").attr("val")], Shift: t.shift()}
	if made.Fit != flow.FitNot {
		made.Wanted, made.Most, made.Loose = t.wanted(), t.room(), t.loose
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
	cover(rows, func(row, cell int) {
		if at := t.firsts[row][cell]; at != 0 {
			c.note(Approximated, hiddenName, at)
		}
	})
	if heads == len(rows) {
		heads = 0
	}
	made.Header, made.Rows = rows[:heads:heads], rows[heads:]
	t.tag(made)
	return made, t.overhang()
}

// hiddenName names content that Word does not show.
const hiddenName = "содержимое продолжения ячейки, объединённой по высоте, не печатается, как и в Word"

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
			t.bound(n)
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
		t.patterned(s.table.kid("tblPr", "tblBorders"))
		if s.striped {
			t.partly(stripedShade)
		}
		margins(&t.margins, s.table.kid("tblPr", "tblCellMar"))
	}
	t.borders.apply(t.tblPr.kid("tblBorders"))
	t.patterned(t.tblPr.kid("tblBorders"))
	margins(&t.margins, t.tblPr.kid("tblCellMar"))
	t.partlyTable()
}

// except sets the table properties that a row overrides (ECMA-376-1, 17.4.61), until the returned function is
// called.
func (t *table) except(n *node) (restore func()) {
	borders, around := t.borders, t.margins
	t.borders.apply(n.kid("tblBorders"))
	t.patterned(n.kid("tblBorders"))
	margins(&t.margins, n.kid("tblCellMar"))
	return func() { t.borders, t.margins = borders, around }
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

// row lowers a row.
func (t *table) row(row *node, index int) flow.Row {
	trPr := row.kid("trPr")
	t.spend(costOfRow)
	made := flow.Row{Role: flow.TR, Whole: on(trPr.kid("cantSplit")), Skip: span(trPr.kid("gridBefore"))}
	t.partlyRow(trPr, row.kid("tblPrEx"))
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
	defer t.except(row.kid("tblPrEx"))()
	t.boundCells(row)
	list := cells(row)
	column, firsts := made.Skip, make([]int, 0, len(list))
	if column+spans(row) > t.columns {
		t.approximate("строка таблицы шире ста столбцов")
	}
	for i, cell := range list {
		n := max(1, span(cell.kid("tcPr", "gridSpan")))
		n = max(1, min(n, t.columns-column))
		lowered, at := t.cell(cell, cellPlace{row: index, rows: len(t.rows), column: column, span: n,
			columns: t.columns, first: i == 0, last: i == len(list)-1})
		made.Cells, firsts = append(made.Cells, lowered), append(firsts, at)
		column += n
	}
	t.firsts = append(t.firsts, firsts)
	return made
}
