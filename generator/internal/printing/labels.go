package printing

import (
	"protokol/generator/document"
	"protokol/generator/style"
)

// Label lays a label out alone, as large as those of the style sheet are. It
// fails with ErrOverfull when the label has no room for its text.
func (p *Press) Label(label *document.Document) (*Paper, error) {
	alone := *label
	alone.Blocks = []document.Block{document.Table{Look: style.LabelsLook, Columns: []document.Column{{Width: 1}}, Rows: []document.Row{
		{Cells: []document.Cell{{Blocks: label.Blocks}}}}}}
	paper, err := p.Lay(&alone, Origin{})
	if err != nil {
		return nil, err
	}
	paper.Document = label
	return paper, nil
}

// Labels puts labels onto the sheets of the style sheet, row by row. The first
// places, as many as skip, stay empty: their labels were used before.
func (p *Press) Labels(title string, labels []*document.Document, skip int, from Origin) (*Paper, error) {
	cells := make([]document.Cell, skip, skip+len(labels))
	for _, label := range labels {
		cells = append(cells, document.Cell{Blocks: label.Blocks})
	}
	columns := p.Sheet.Labels.Columns
	table := document.Table{Look: style.LabelsLook, Columns: make([]document.Column, columns)}
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
