package docx

import (
	"math"
	"strconv"

	"protokol/generator/document"
	"protokol/generator/style"
)

// table writes a table of fixed layout with all rules inside of the margins
// (ECMA-376, 17.4).
func (b *body) table(t document.Table) error {
	format := b.sheet.TableStyle(t.Style)
	b.next = nil // the space below belongs to the last row
	if len(t.Caption) > 0 {
		b.paragraph(paragraph{style: format.TitleStyle, inlines: t.Caption})
	}
	widths := b.columnWidths(t.Columns)
	m := b.out
	if b.afterTable {
		b.separate(max(b.after, format.Before))
	}
	b.flow.table(len(t.Header)+len(t.Rows), b.newPage)
	m.open("w:tbl")
	m.open("w:tblPr")
	m.empty("w:tblW", "w:w", strconv.Itoa(sum(widths)), "w:type", "dxa")
	m.empty("w:tblInd", "w:w", twips(format.Padding), "w:type", "dxa") // to the text; see settings
	if format.Frame == style.Ruled {
		m.open("w:tblBorders")
		for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
			m.rule(side, format.Rule)
		}
		m.close("w:tblBorders")
	}
	m.empty("w:tblLayout", "w:type", "fixed")
	m.cellMargins(format)
	m.close("w:tblPr")
	m.open("w:tblGrid")
	for _, w := range widths {
		m.empty("w:gridCol", "w:w", strconv.Itoa(w))
	}
	m.close("w:tblGrid")
	for _, row := range t.Header {
		if err := b.row(row, t.Columns, widths, format, true); err != nil {
			return err
		}
	}
	for _, row := range t.Rows {
		if err := b.row(row, t.Columns, widths, format, false); err != nil {
			return err
		}
	}
	m.close("w:tbl")
	b.afterTable, b.after = true, format.After
	return nil
}

// cellMargins writes the distances of text from the edges of cells (ECMA-376,
// 17.4.42).
func (m markup) cellMargins(format style.Table) {
	m.open("w:tblCellMar")
	for _, margin := range []struct {
		side   string
		width  float64
		always bool
	}{
		{"w:top", format.Top, false}, {"w:left", format.Padding, true},
		{"w:bottom", format.Bottom, false}, {"w:right", format.Padding, true},
	} {
		if margin.always || margin.width > 0 {
			m.empty(margin.side, "w:w", twips(margin.width), "w:type", "dxa")
		}
	}
	m.close("w:tblCellMar")
}

// rule writes one side of a border; widths are eighths of a point (ECMA-376,
// 17.3.4).
func (m markup) rule(side string, points float64) {
	m.empty("w:"+side, "w:val", "single", "w:sz", integer(points*8), "w:space", "0", "w:color", "auto")
}

// columnWidths divides the width of the text, in twips; the rounded widths add
// up to it.
func (b *body) columnWidths(columns []document.Column) []int {
	total := 0.0
	for _, c := range columns {
		total += c.Width
	}
	width := b.page.TextWidth() * twipsPerMM
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

// row writes a row that is not split between pages.
func (b *body) row(row document.Row, columns []document.Column, widths []int, format style.Table, head bool) error {
	m := b.out
	b.boundRow = b.closes()
	closing := b.closing
	b.closing = -1 // paragraphs in cells do not count
	m.open("w:tr")
	m.open("w:trPr")
	m.empty("w:cantSplit")
	if format.RowHeight > 0 {
		m.empty("w:trHeight", "w:val", twips(format.RowHeight), "w:hRule", "exact")
	} else if height := b.writingHeight(row, b.sheet.Styles[format.CellStyle]); height > 0 {
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
		if format.Frame == style.Lines && last == len(widths) {
			m.open("w:tcBorders")
			m.rule("bottom", format.Rule)
			m.close("w:tcBorders")
		}
		m.close("w:tcPr")
		b.flow.cell()
		b.cellWidth = float64(sum(widths[column:last]))/twipsPerMM - 2*format.Padding
		if err := b.cell(cell, columns[column], format, head); err != nil {
			return err
		}
		b.flow.leave()
		m.close("w:tc")
		column = last
	}
	m.close("w:tr")
	b.closing, b.boundRow, b.cellWidth = closing, false, 0
	return nil
}

// cell writes the blocks of a cell, which must end with a paragraph.
func (b *body) cell(cell document.Cell, column document.Column, format style.Table, head bool) error {
	name, align := format.CellStyle, style.Align(column.Align)
	if head {
		name, align = format.HeadStyle, ""
	}
	for _, block := range cell.Blocks {
		p, ok := block.(document.Paragraph)
		if ok && p.Style == "" {
			aligned := align
			if aligned == b.sheet.Styles[name].Align {
				aligned = ""
			}
			b.paragraph(paragraph{style: name, align: aligned, keepNext: p.Keep, inlines: p.Inlines})
			continue
		}
		if err := b.blocks([]document.Block{block}, 0, name); err != nil {
			return err
		}
		if b.afterTable {
			b.separator()
		}
	}
	if len(cell.Blocks) == 0 {
		b.paragraph(paragraph{style: name})
	}
	return nil
}
