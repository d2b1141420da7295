package resolve

import (
	"cmp"
	"slices"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
)

// unitSpace stands before the unit in the title of a column: «Освоено, %».
const unitSpace = ",\u00a0"

// parted returns a table in which titles are parted from their units, but those for which
// there is width to spare, with what its columns need and their widths.
func (f *fitter) parted(t document.Table) (document.Table, []column, []float64, bool) {
	loose := t
	for _, title := range titlesWithUnits(t) {
		loose = title.parted(loose)
	}
	needs := f.needs(loose)
	widths, ok := f.share(loose, needs, phrases)
	if !ok {
		return loose, needs, widths, false
	}
	lines := f.lines(t)
	for {
		bound := f.needs(t)
		wider, fits := f.share(t, bound, phrases)
		if fits && spares(widths, wider, lines) {
			return t, bound, wider, true
		}
		t = greediest(titlesWithUnits(t), widths, wider).parted(t)
	}
}

// spares reports whether columns of other widths give texts of the body as much room as
// before, or all that they need.
func spares(before, widths []float64, lines []column) bool {
	const rounding = 0.01
	for i, width := range widths {
		if width < min(before[i], lines[i].phrase)-rounding {
			return false
		}
	}
	return true
}

// lines returns what columns need for each text of the body in one line, at least.
func (f *fitter) lines(t document.Table) []column {
	whole := *f
	whole.measure = func(runs []flow.Run) (line, _ float64) {
		for _, run := range runs {
			for word := range strings.SplitSeq(run.Text, " ") {
				run.Text = word + "\u00a0"
				width, _ := f.measure([]flow.Run{run})
				line += width
			}
		}
		return line, line
	}
	t.Header = nil
	return whole.needs(t)
}

// title is the place of a cell in the header of a table.
type title struct{ row, cell, first, end int } // columns from first to before end

func hasUnits(t document.Table) bool { return len(titlesWithUnits(t)) > 0 }

// titlesWithUnits returns the titles of columns that keep their units.
func titlesWithUnits(t document.Table) (list []title) {
	for i, row := range t.Header {
		at := 0
		for j, cell := range row.Cells {
			end := min(at+max(1, cell.Span), len(t.Columns))
			if hasUnit(cell) {
				list = append(list, title{i, j, at, end})
			}
			at = end
		}
	}
	return list
}

// hasUnit reports whether a unit is bound to a text that stands in a cell without emphasis.
func hasUnit(cell document.Cell) bool {
	return slices.ContainsFunc(cell.Blocks, func(block document.Block) bool {
		p, ok := block.(document.Paragraph)
		return ok && slices.ContainsFunc(p.Inlines, func(inline document.Inline) bool {
			text, ok := inline.(document.Text)
			return ok && strings.Contains(text.Value, unitSpace)
		})
	})
}

// greediest returns the title whose columns take the most width from others.
func greediest(list []title, before, widths []float64) title {
	taken := func(t title) (sum float64) {
		for i := t.first; i < t.end; i++ {
			sum += widths[i] - before[i]
		}
		return sum
	}
	return slices.MaxFunc(list, func(a, b title) int { return cmp.Compare(taken(a), taken(b)) })
}

// parted returns a table in which a title may be parted from its unit.
func (at title) parted(t document.Table) document.Table {
	t.Header = slices.Clone(t.Header)
	t.Header[at.row].Cells = slices.Clone(t.Header[at.row].Cells)
	cell := &t.Header[at.row].Cells[at.cell]
	cell.Blocks = slices.Clone(cell.Blocks)
	for i, block := range cell.Blocks {
		p, ok := block.(document.Paragraph)
		if !ok {
			continue
		}
		p.Inlines = slices.Clone(p.Inlines)
		for k, inline := range p.Inlines {
			if text, ok := inline.(document.Text); ok {
				text.Value = strings.ReplaceAll(text.Value, unitSpace, ", ")
				p.Inlines[k] = text
			}
		}
		cell.Blocks[i] = p
	}
	return t
}
