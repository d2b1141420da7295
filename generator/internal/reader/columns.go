package reader

import (
	"encoding/xml"
	"fmt"
	"strconv"
)

// span notes the columns that the open row skips at its beginning, or that its open cell spans.
func (g *grid) span(t xml.StartElement) {
	n, _ := strconv.Atoi(value(t, "val"))
	n = min(max(n, 0), mostColumns)
	if t.Name.Local == "gridBefore" {
		g.at += n
	} else if len(g.here) > 0 {
		g.at += max(n, 1) - 1
	}
}

// mostColumns is the limit of Word.
const mostColumns = 63

// edge returns where the next column begins, in twips.
func (g *grid) edge() int {
	if i := min(g.at, len(g.edges)); i > 0 {
		return g.edges[i-1]
	}
	return 0
}

// endCell notes where the open cell ends.
func (g *grid) endCell() {
	if last := len(g.here) - 1; last >= 0 {
		g.here[last].to, g.here[last].right = g.edge(), g.row
	}
}

// endRow records, for each cell of the open row, the cells of the row above that it is below, and whether the row
// is repeated on each page.
func (p *paragraphs) endRow() {
	last := len(p.tables) - 1
	if last < 0 {
		return
	}
	g := &p.tables[last].grid
	if len(g.here) > mostColumns {
		p.report("строка таблицы, в которой больше ячеек, чем показывают программы")
		g.here = nil
	}
	for _, cell := range g.here {
		first, end := -1, -1
		for i, above := range g.above {
			if isBelow(cell.from, cell.to, above.from, above.to) {
				if end = i; first < 0 {
					first = i
				}
			}
		}
		if g.above != nil {
			p.Columns = append(p.Columns, fmt.Sprint(first, "–", end))
		}
		p.report(g.tears(cell))
	}
	if g.rows++; g.isHead && g.heads == g.rows-1 {
		g.heads++
		p.Columns = append(p.Columns, "повторяется")
	}
	g.above, g.here = g.here, nil
}

// isBelow reports whether a cell is below another one by more than a rounding error.
func isBelow(from, to, left, right int) bool {
	const inexact = 120 // twips
	shared := min(to, right) - max(from, left)
	return shared > inexact || shared > 0 && 2*shared > min(to-from, right-left)
}

// tears reports a cell whose position by widths differs from its position by columns.
func (g *grid) tears(cell span) string {
	const inexact = 300 // twips
	far := func(a, b int) bool { return a-b > inexact || b-a > inexact }
	if cell.right > cell.left && !far(g.row, g.columns) && (far(cell.from, cell.left) || far(cell.to, cell.right)) {
		return "ячейки таблицы, ширина которых не та, что у столбцов"
	}
	return ""
}
