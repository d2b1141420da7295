package wordml

import (
	"slices"
	"strings"

	"protokol/generator/internal/flow"
)

const maxColumns = 100 // Word allows 63

// measure determines the edges of the columns: from the widths of cells, then from the grid (ECMA-376-1, 17.4.48
// and 17.18.87). Fixed columns share the width that the table asks for.
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
	asked, loose := t.preferred(widths)
	if t.tblPr.kid("tblLayout").attr("type") != "fixed" {
		if t.fit = flow.FitContent; asked {
			t.fit, t.loose = flow.FitWords, loose
		}
	}
	total := 0.0
	for _, w := range widths {
		total += w
	}
	wanted := t.wanted()
	switch {
	case total == 0 && wanted == 0:
		wanted = t.width
		fallthrough
	case total == 0:
		for i := range widths {
			widths[i] = wanted / float64(len(widths))
		}
	case wanted > 0 && (t.fit == flow.FitContent || t.fit == flow.FitNot && !t.ownWidths):
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

// preferred replaces the widths of columns by the preferred widths of cells, if any. It also returns the columns
// whose cells all have none, so that Word works their widths out anew whatever the grid says, or nil.
func (t *table) preferred(widths []float64) (any bool, loose []bool) {
	asked, open := make([]float64, len(widths)), make([]bool, len(widths))
	for _, row := range t.rows {
		column := max(0, whole(row.kid("trPr", "gridBefore").attr("val")))
		for _, cell := range cells(row) {
			tcPr := cell.kid("tcPr")
			n := max(1, span(tcPr.kid("gridSpan")))
			if n == 1 && column < len(widths) {
				asked[column], open[column] = max(asked[column], t.wide(tcPr.kid("tcW"))), true
			}
			column += n
		}
	}
	for i, w := range asked {
		if w > 0 {
			widths[i], any, open[i] = w, true, false
		}
	}
	if t.gridWidths || !slices.Contains(open, true) {
		return any, nil
	}
	return any, open
}

// wanted returns the width that the table asks for, or 0. A part is one of the width at which, until Word 2010, the
// text of its cells is in line with the text around it.
func (t *table) wanted() float64 {
	width := t.tblPr.kid("tblW")
	wanted := t.wide(width)
	if width.attr("type") == "pct" && !t.ownWidths {
		over := t.overhang()
		wanted *= (t.width + over.Left + over.Right) / t.width
	}
	return wanted
}

// wide returns a width given as a length or as a part of the container.
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
	return t.indent()
}

// overhang returns how far the table reaches beyond its place so that the text of its
// cells is in line with the text around it, as up to Word 2010.
func (t *table) overhang() flow.Margins {
	if t.settings.mode < 15 && t.depth <= 1 {
		return flow.Margins{Left: t.margins.Left, Right: t.margins.Right}
	}
	return flow.Margins{}
}

// indent returns how far a table at the left is from the left edge of its container.
func (t *table) indent() float64 {
	indent := 0.0
	if n := t.property("tblInd"); n != nil && (t.partIndents || n.attr("type") == "dxa" || n.attr("type") == "") {
		indent = length(n.attr("w")) // others are ignored (ECMA-376-1, 17.4.50)
	}
	return indent - t.overhang().Left
}

// room returns the maximum width of a table without a preferred width: up to the right edge of its container, of
// its text until Word 2010.
func (t *table) room() float64 {
	room := t.width
	switch t.tblPr.kid("jc").attr("val") {
	case "center", "right", "end":
	default:
		room -= t.indent()
	}
	if t.settings.mode < 15 && t.depth <= 1 {
		room += t.margins.Right
	}
	return max(room, leastColumn)
}
