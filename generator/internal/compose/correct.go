package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/document"
)

// correction corrects the typography of the texts of a paper: typography.Typeset,
// or typography.Bind for a paper printed as typed. It is applied to the tree, so
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

// separateNumber puts a no-break space between a № at the end of a text and a
// number in other type after it.
func separateNumber(blocks []document.Block) {
	for _, block := range blocks {
		if h, ok := block.(document.Heading); ok {
			separateInlines(h.Inlines)
		}
	}
}

func separateInlines(inlines []document.Inline) {
	for i := range len(inlines) - 1 {
		sign, ok := inlines[i].(document.Text)
		if !ok || !strings.HasSuffix(sign.Value, "№") {
			continue
		}
		first, _ := utf8.DecodeRuneInString(document.InlineText(inlines[i+1:]))
		if unicode.IsDigit(first) || unicode.IsLetter(first) {
			sign.Value += "\u00a0"
			inlines[i] = sign
		}
	}
}
