package compose

import "protokol/generator/document"

// correction corrects the typography of the texts of a paper: russian.Typeset,
// or russian.Bind for a paper printed as typed. It is applied to the tree, so
// that all papers and both formats are the same.
type correction func(text string) string

func (c correction) blocks(blocks []document.Block) {
	for i, block := range blocks {
		switch b := block.(type) {
		case document.Heading:
			c.inlines(b.Inlines)
		case document.Paragraph:
			c.inlines(b.Inlines)
		case document.List:
			for _, item := range b.Items {
				c.blocks(item.Blocks)
			}
		case document.Table:
			c.inlines(b.Caption)
			c.rows(b.Header)
			c.rows(b.Rows)
		case document.Signature:
			c.inlines(b.Position)
			b.Name = c(b.Name)
			blocks[i] = b
		case document.Foot:
			c.blocks(b.Blocks)
		case document.Figure:
			c.inlines(b.Caption)
		case document.PageBreak:
		default:
			panic("compose: unknown block")
		}
	}
}

func (c correction) rows(rows []document.Row) {
	for _, row := range rows {
		for _, cell := range row.Cells {
			c.blocks(cell.Blocks)
		}
	}
}

func (c correction) inlines(inlines []document.Inline) {
	for i, inline := range inlines {
		switch n := inline.(type) {
		case document.Text:
			n.Value = c(n.Value)
			inlines[i] = n
		case document.Strong:
			c.inlines(n.Inlines)
		case document.Emphasis:
			c.inlines(n.Inlines)
		case document.Link:
			c.inlines(n.Inlines)
		case document.Break, document.Checkbox, document.Blank, document.Boxes, document.Input:
		default:
			panic("compose: unknown inline")
		}
	}
}
