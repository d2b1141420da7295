package docx

import (
	"math"
	"strconv"

	"protokol/generator/document"
	"protokol/generator/style"
)

// table writes a table of fixed layout, ruled all over, whose rules stand
// within the margins (ECMA-376, 17.4).
func (b *body) table(t document.Table) {
	look := b.sheet.Table
	if len(t.Caption) > 0 {
		b.paragraph(paragraph{style: look.TitleStyle, inlines: t.Caption})
	}
	widths := b.columnWidths(t.Columns)
	m := &b.out
	if b.tabled {
		b.separator()
	}
	m.open("w:tbl")
	m.open("w:tblPr")
	m.empty("w:tblW", "w:w", strconv.Itoa(sum(widths)), "w:type", "dxa")
	m.empty("w:tblInd", "w:w", "0", "w:type", "dxa")
	m.open("w:tblBorders")
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		m.empty("w:"+side, "w:val", "single", "w:sz", integer(look.Rule*8), "w:space", "0", "w:color", "auto")
	}
	m.close("w:tblBorders")
	m.empty("w:tblLayout", "w:type", "fixed")
	m.open("w:tblCellMar")
	m.empty("w:left", "w:w", twips(look.Padding), "w:type", "dxa")
	m.empty("w:right", "w:w", twips(look.Padding), "w:type", "dxa")
	m.close("w:tblCellMar")
	m.close("w:tblPr")
	m.open("w:tblGrid")
	for _, w := range widths {
		m.empty("w:gridCol", "w:w", strconv.Itoa(w))
	}
	m.close("w:tblGrid")
	for _, row := range t.Header {
		b.row(row, t.Columns, widths, true)
	}
	for _, row := range t.Rows {
		b.row(row, t.Columns, widths, false)
	}
	m.close("w:tbl")
	b.tabled = true
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
func (b *body) row(row document.Row, columns []document.Column, widths []int, head bool) {
	m := &b.out
	m.open("w:tr")
	m.open("w:trPr")
	m.empty("w:cantSplit")
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
		m.close("w:tcPr")
		b.cell(cell, columns[column], head)
		m.close("w:tc")
		column = last
	}
	m.close("w:tr")
}

// cell writes the blocks of a cell; the last of them must be a paragraph.
func (b *body) cell(cell document.Cell, column document.Column, head bool) {
	name, align := b.sheet.Table.CellStyle, style.Align(column.Align)
	if head {
		name, align = b.sheet.Table.HeadStyle, ""
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
			panic(err) // only figures fail, and none stands in a cell
		}
		if b.tabled {
			b.separator()
		}
	}
	if len(cell.Blocks) == 0 {
		b.paragraph(paragraph{style: name})
	}
}
