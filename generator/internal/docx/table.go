package docx

import (
	"math"
	"strconv"

	"protokol/generator/document"
	"protokol/generator/style"
)

// table writes a table of fixed layout, ruled all over, whose rules stand
// within the margins (ECMA-376, 17.4).
func (b *body) table(t document.Table) error {
	look := b.sheet.Look(t.Look)
	if len(t.Caption) > 0 {
		b.paragraph(paragraph{style: look.TitleStyle, inlines: t.Caption})
	}
	widths := b.columnWidths(t.Columns)
	m := b.out
	if b.tabled {
		b.separator()
	}
	m.open("w:tbl")
	m.open("w:tblPr")
	m.empty("w:tblW", "w:w", strconv.Itoa(sum(widths)), "w:type", "dxa")
	m.empty("w:tblInd", "w:w", "0", "w:type", "dxa")
	if look.Frame == style.Ruled {
		m.open("w:tblBorders")
		for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
			m.rule(side, look.Rule)
		}
		m.close("w:tblBorders")
	}
	m.empty("w:tblLayout", "w:type", "fixed")
	m.cellMargins(look)
	m.close("w:tblPr")
	m.open("w:tblGrid")
	for _, w := range widths {
		m.empty("w:gridCol", "w:w", strconv.Itoa(w))
	}
	m.close("w:tblGrid")
	closing := b.closing
	b.closing = -1 // the paragraphs of cells are not among those counted
	for _, row := range t.Header {
		if err := b.row(row, t.Columns, widths, look, true); err != nil {
			return err
		}
	}
	for _, row := range t.Rows {
		if err := b.row(row, t.Columns, widths, look, false); err != nil {
			return err
		}
	}
	b.closing = closing
	m.close("w:tbl")
	b.tabled, b.after = true, look.After
	return nil
}

// cellMargins are how far text stays from the edges of cells (ECMA-376,
// 17.4.42).
func (m markup) cellMargins(look style.Table) {
	m.open("w:tblCellMar")
	for _, margin := range []struct {
		side   string
		width  float64
		always bool
	}{{"w:top", look.Top, false}, {"w:left", look.Padding, true}, {"w:bottom", look.Bottom, false}, {"w:right", look.Padding, true}} {
		if margin.always || margin.width > 0 {
			m.empty(margin.side, "w:w", twips(margin.width), "w:type", "dxa")
		}
	}
	m.close("w:tblCellMar")
}

// rule writes one side of a border, in eighths of a point (ECMA-376, 17.3.4).
func (m markup) rule(side string, points float64) {
	m.empty("w:"+side, "w:val", "single", "w:sz", integer(points*8), "w:space", "0", "w:color", "auto")
}

// columnWidths shares the width of the text out, in twips, without losing one.
func (b *body) columnWidths(columns []document.Column) []int {
	const twipsPerMM = 1440 / 25.4
	total := 0.0
	for _, c := range columns {
		total += c.Width
	}
	width := b.sheet.Page.TextWidth() * twipsPerMM
	widths := make([]int, len(columns))
	at, edge := 0.0, 0
	for i, c := range columns {
		at += c.Width
		next := int(math.Round(width * at / total))
		widths[i], edge = next-edge, next
	}
	return widths
}

func sum(values []int) (total int) {
	for _, v := range values {
		total += v
	}
	return total
}

// row writes a row, which never splits between pages.
func (b *body) row(row document.Row, columns []document.Column, widths []int, look style.Table, head bool) error {
	m := b.out
	m.open("w:tr")
	m.open("w:trPr")
	m.empty("w:cantSplit")
	if look.RowHeight > 0 {
		m.empty("w:trHeight", "w:val", twips(look.RowHeight), "w:hRule", "exact")
	} else if height := b.writingHeight(row, b.sheet.Styles[look.CellStyle]); height > 0 {
		m.empty("w:trHeight", "w:val", twipsOfPoints(height), "w:hRule", "atLeast")
	}
	if head {
		m.empty("w:tblHeader")
	}
	m.close("w:trPr")
	column := 0
	for _, cell := range row.Cells {
		span := max(1, cell.Span)
		last := min(column+span, len(widths))
		m.open("w:tc")
		m.open("w:tcPr")
		m.empty("w:tcW", "w:w", strconv.Itoa(sum(widths[column:last])), "w:type", "dxa")
		if span > 1 {
			m.value("w:gridSpan", strconv.Itoa(span))
		}
		if look.Frame == style.Lines && last == len(widths) {
			m.open("w:tcBorders")
			m.rule("bottom", look.Rule)
			m.close("w:tcBorders")
		}
		m.close("w:tcPr")
		if err := b.cell(cell, columns[column], look, head); err != nil {
			return err
		}
		m.close("w:tc")
		column = last
	}
	m.close("w:tr")
	return nil
}

// cell writes the blocks of a cell; the last of them must be a paragraph.
func (b *body) cell(cell document.Cell, column document.Column, look style.Table, head bool) error {
	name, align := look.CellStyle, style.Align(column.Align)
	if head {
		name, align = look.HeadStyle, ""
	}
	for _, block := range cell.Blocks {
		p, ok := block.(document.Paragraph)
		if ok && p.Style == "" {
			aligned := align
			if aligned == b.sheet.Styles[name].Align {
				aligned = ""
			}
			b.paragraph(paragraph{style: name, align: aligned, inlines: p.Inlines})
			continue
		}
		if err := b.blocks([]document.Block{block}, 0, name); err != nil {
			return err
		}
		if b.tabled {
			b.separator()
		}
	}
	if len(cell.Blocks) == 0 {
		b.paragraph(paragraph{style: name})
	}
	return nil
}
