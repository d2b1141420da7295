package printing

import (
	"protokol/generator/document"
	"protokol/generator/style"
)

// Label lays out a label of the size that the style sheet gives. It fails with
// ErrOverfull when the text does not fit.
func (p *Press) Label(label *document.Document) (*Paper, error) {
	alone := *label
	row := document.Row{Cells: []document.Cell{{Blocks: label.Blocks}}}
	alone.Blocks = []document.Block{document.Table{Style: style.LabelsTable, Columns: []document.Column{{Width: 1}},
		Rows: []document.Row{row}}}
	paper, err := p.Lay(&alone, Origin{})
	if err != nil {
		return nil, err
	}
	paper.Document = label
	return paper, nil
}

// Labels arranges labels on pages, row by row, leaving the first skip places
// empty.
func (p *Press) Labels(title string, labels []*document.Document, skip int, from Origin) (*Paper, error) {
	cells := make([]document.Cell, skip, skip+len(labels))
	for _, label := range labels {
		cells = append(cells, document.Cell{Blocks: label.Blocks})
	}
	columns := p.Sheet.Labels.Columns
	table := document.Table{Style: style.LabelsTable, Columns: make([]document.Column, columns)}
	for i := range table.Columns {
		table.Columns[i].Width = 1
	}
	for len(cells) > 0 {
		n := min(columns, len(cells))
		row := append(cells[:n:n], make([]document.Cell, columns-n)...)
		table.Rows, cells = append(table.Rows, document.Row{Cells: row}), cells[n:]
	}
	return p.Lay(&document.Document{Kind: "labels", Title: title, Blocks: []document.Block{table}}, from)
}
