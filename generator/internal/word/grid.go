package word

import (
	"strconv"
)

// A table whose cells repeat has more or fewer columns than its grid says
// (ECMA-376-1, 17.4.48). Word recomputes the grid, LibreOffice leaves out the
// cells beyond it, so it is rewritten.

// regrid returns the changes of the markup of a table that give it a grid for the cells
// that its rows have. The table keeps its width.
func regrid(table []byte) []insertion {
	total := 0
	root, err := parse(table, &total)
	if err != nil || len(root.kids) != 1 || root.kids[0].kid("tblGrid") == nil {
		return nil
	}
	t := root.kids[0]
	grid := t.kid("tblGrid")
	old := widthsOf(grid.kids, "gridCol", func(e *element) *element { return e })
	width := sum(old)
	var widest []int
	var edits []insertion
	for _, row := range t.kids {
		if row.name != "tr" {
			continue
		}
		cells := widthsOf(row.kids, "tc", func(e *element) *element { return e.kid("tcPr", "tcW") })
		scaled := scale(cells, width)
		if spans := columnsOf(row, scaled); len(spans) > len(widest) {
			widest = spans
		}
		edits = append(edits, cellWidths(table, row, scaled)...)
	}
	if len(widest) == 0 || len(widest) == len(old) {
		return nil
	}
	var columns []byte
	for _, w := range widest {
		prefix := grid.prefix(table)
		columns = append(columns, "<"+prefix+`gridCol `+prefix+`w="`+strconv.Itoa(w)+`"/>`...)
	}
	return append([]insertion{{at: grid.open, to: grid.close, text: string(columns)}}, edits...)
}

// widthsOf returns the widths of elements of a name; of is the element with the
// width. An unknown width is 0.
func widthsOf(list []*element, name string, of func(*element) *element) (widths []int) {
	for _, e := range list {
		if e.name != name {
			continue
		}
		n := 0
		if w := of(e); w != nil {
			n, _ = strconv.Atoi(w.attr("w"))
		}
		widths = append(widths, n)
	}
	return widths
}

func sum(list []int) (n int) {
	for _, v := range list {
		n += v
	}
	return n
}

// scale makes widths add up to a total; unknown ones are equal.
func scale(widths []int, total int) []int {
	all := sum(widths)
	scaled, rest := make([]int, len(widths)), total
	for i, w := range widths {
		switch {
		case i == len(widths)-1:
			scaled[i] = rest
		case all == 0:
			scaled[i] = total / len(widths)
		default:
			scaled[i] = w * total / all
		}
		rest -= scaled[i]
	}
	return scaled
}

// columnsOf returns the columns of a row: a cell may span several.
func columnsOf(row *element, widths []int) (columns []int) {
	n := 0
	for _, e := range row.kids {
		if e.name != "tc" {
			continue
		}
		span := 1
		if s := e.kid("tcPr", "gridSpan"); s != nil {
			span, _ = strconv.Atoi(s.attr("val"))
		}
		for range min(max(span, 1), maxColumns) {
			columns = append(columns, widths[n]/max(span, 1))
		}
		n++
	}
	return columns
}

// maxColumns is the number of columns that Word allows.
const maxColumns = 63

// cellWidths returns the changes of the widths of the cells of a row.
func cellWidths(table []byte, row *element, widths []int) (edits []insertion) {
	n := 0
	for _, e := range row.kids {
		if e.name != "tc" {
			continue
		}
		if w := e.kid("tcPr", "tcW"); w != nil && w.attr("type") == "dxa" {
			if from, to, ok := w.valueSpan(table, "w"); ok {
				edits = append(edits, insertion{at: from, to: to, text: strconv.Itoa(widths[n])})
			}
		}
		n++
	}
	return edits
}
