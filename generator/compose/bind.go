package compose

import (
	"protokol/generator/document"
	"protokol/generator/russian"
)

// bind puts no-break spaces where the norm forbids a line to end. It works on
// the tree, so that every paper and both formats get the same.
func bind(doc *document.Document) { bindBlocks(doc.Blocks) }

func bindBlocks(blocks []document.Block) {
	for i, block := range blocks {
		switch b := block.(type) {
		case document.Heading:
			bindInlines(b.Inlines)
		case document.Paragraph:
			bindInlines(b.Inlines)
		case document.List:
			for _, item := range b.Items {
				bindBlocks(item.Blocks)
			}
		case document.Table:
			bindInlines(b.Caption)
			bindRows(b.Header)
			bindRows(b.Rows)
		case document.Signature:
			bindInlines(b.Position)
			b.Name = russian.Bind(b.Name)
			blocks[i] = b
		case document.Foot:
			bindBlocks(b.Blocks)
		case document.Figure:
			bindInlines(b.Caption)
		case document.PageBreak:
		default:
			panic("compose: unknown block")
		}
	}
}

func bindRows(rows []document.Row) {
	for _, row := range rows {
		for _, cell := range row.Cells {
			bindBlocks(cell.Blocks)
		}
	}
}

func bindInlines(inlines []document.Inline) {
	for i, inline := range inlines {
		switch n := inline.(type) {
		case document.Text:
			inlines[i] = document.Text{Value: russian.Bind(n.Value)}
		case document.Strong:
			bindInlines(n.Inlines)
		case document.Emphasis:
			bindInlines(n.Inlines)
		case document.Link:
			bindInlines(n.Inlines)
		case document.Break, document.Checkbox, document.Blank, document.Boxes:
		default:
			panic("compose: unknown inline")
		}
	}
}
