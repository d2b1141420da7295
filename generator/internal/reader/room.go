package reader

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// room contains the measures of a paragraph that determine whether its words are on the sheet and its lines do not
// overlap: values as written, "" for none. Each value may come from another style (ECMA-376-1, 17.3.1.12 and
// 17.3.1.33).
type room struct{ left, right, first, line, rule string }

func (r *room) element(t xml.StartElement) {
	set := func(to *string, keys ...string) {
		for _, key := range keys {
			*to = cmp.Or(value(t, key), *to)
		}
	}
	switch t.Name.Local {
	case "ind":
		set(&r.left, "start", "left")
		set(&r.right, "end", "right")
		set(&r.first, "firstLine")
		if hanging := value(t, "hanging"); hanging != "" {
			r.first = "-" + hanging
		}
	case "spacing":
		set(&r.line, "line")
		set(&r.rule, "lineRule")
	}
}

// over returns measures combined with those of a style, over which they take precedence.
func (r room) over(below room) room {
	return room{cmp.Or(r.left, below.left), cmp.Or(r.right, below.right), cmp.Or(r.first, below.first),
		cmp.Or(r.line, below.line), cmp.Or(r.rule, below.rule)}
}

// Limits of the measures of a paragraph together, in twips.
const (
	widestLine   = 8400 // at least, of those of a sheet
	farthestLeft = -500 // beyond the margin
)

// conceals says, in Russian, how the measures move words of a line of a given width out of sight; "" if they do
// not.
func (r room) conceals(width int) string {
	left, _ := twips(r.left)
	right, _ := twips(r.right)
	first, _ := twips(r.first)
	line, _ := twips(r.line)
	indents := left + max(0, first) + right
	switch {
	case indents > max(0, width-leastCell), left+min(0, first) < farthestLeft, right < farthestLeft:
		return fmt.Sprintf("%s: %s слева, %s справа, %s в первой строке", offSheet, cmp.Or(r.left, "0"),
			cmp.Or(r.right, "0"), cmp.Or(r.first, "0"))
	case r.line != "" && r.rule == "exact" && line < leastLine:
		return "строки, сжатые так, что слов не видно, до " + r.line
	}
	return ""
}

// cuts reports an exact line height at which letters of the given size, in half-points,
// overlap the line above.
func (r room) cuts(tallest int) string {
	const least = 7 // twips for a half-point
	if line, _ := twips(r.line); r.rule == "exact" && line < least*tallest {
		return "строки, сжатые так, что слов не видно, до " + r.line
	}
	return ""
}

const offSheet = "отступ, который уводит слова с листа"

// grid is the measures of an open table, in twips, and of its open cell; 0 if not known.
type grid struct {
	indent, columns, row, widest, cell int

	edges       []int // ends of the columns
	at          int   // columns of the open row so far
	above, here []span
	heads       int // rows so far that are repeated on each sheet
	rows        int
	isHead      bool // the open row is one
}

// span is a cell by its beginning and end, in twips: by the columns of the table, and by the widths of cells.
// Programs use one or the other.
type span struct{ from, to, left, right int }

// element notes the width of a column, of a cell or the indent of the table, and the
// beginning of a row.
func (g *grid) element(t xml.StartElement) {
	switch t.Name.Local {
	case "tblInd":
		g.indent = max(g.indent, number(t, "w")) // rows and styles may have one, too
	case "gridCol":
		g.columns += number(t, "w")
		g.edges = append(g.edges, g.columns)
	case "tr":
		g.row, g.at, g.isHead = 0, 0, false
	case "gridBefore", "gridSpan":
		g.span(t)
	case "tblHeader":
		g.isHead = isOn(value(t, "val"))
	case "tcW":
		if kind := value(t, "type"); kind == "dxa" || kind == "" {
			g.cell = number(t, "w")
			g.row += g.cell
		}
	case "tc":
		g.cell = 0
		g.here = append(g.here, span{from: g.edge(), left: g.row})
		g.at++
	case "tblW":
		if value(t, "type") != "pct" {
			g.widest = max(g.widest, number(t, "w"))
		}
	}
	g.widest = max(g.widest, g.row, g.columns)
}

// tableElements are those of a grid.
var tableElements = []string{"tblInd", "gridCol", "tr", "tc", "tcW", "tblW", "gridBefore", "gridSpan", "tblHeader"}

// measure notes an element with measures of a paragraph, a table or a sheet.
func (p *paragraphs) measure(t xml.StartElement) {
	parent, last := p.around(1), len(p.tables)-1
	switch name := t.Name.Local; {
	case parent == "pPr":
		p.room.element(t)
	case last >= 0 && slices.Contains(tableElements, name) && !strings.HasSuffix(parent, "Change"):
		p.tables[last].grid.element(t)
	case name == "pgSz":
		p.section.width = number(t, "w")
	case name == "pgMar":
		p.section.left = number(t, "left")
	}
}

// width returns how wide the lines are at least, in twips.
func (p *paragraphs) width() int {
	if last := len(p.tables) - 1; last >= 0 && p.tables[last].grid.cell > 0 {
		return p.tables[last].grid.cell
	}
	return widestLine
}

// endTable notes how far a table reaches. One in a cell must not be wider than a sheet is.
func (p *paragraphs) endTable() {
	last := len(p.tables) - 1
	if last < 0 {
		return
	}
	g := p.tables[last].grid
	if p.styles != nil {
		g.indent = max(g.indent, p.styles.tableIndent(p.tables[last].style))
	}
	p.section.reach = max(p.section.reach, g.indent+g.widest)
	if last > 0 {
		p.report("таблица внутри таблицы")
	}
	p.tables, p.cell = p.tables[:last], nil
}
