package document

import (
	"fmt"
	"slices"
	"strings"
)

// PlainText returns the text of a document. A paragraph, an item with its label
// or a row of a table is a line; cells are separated by tabs.
func PlainText(doc *Document) string {
	var b strings.Builder
	writeBlocks(&b, doc.Blocks, "")
	return b.String()
}

// InlineText returns the text of a line.
func InlineText(inlines []Inline) string {
	if len(inlines) == 1 {
		if text, ok := inlines[0].(Text); ok {
			return text.Value
		}
	}
	var b strings.Builder
	for _, inline := range inlines {
		switch n := inline.(type) {
		case Text:
			b.WriteString(n.Value)
		case Strong:
			b.WriteString(InlineText(n.Inlines))
		case Emphasis:
			b.WriteString(InlineText(n.Inlines))
		case Link:
			b.WriteString(InlineText(n.Inlines))
		case Break:
			b.WriteByte('\n')
		case Checkbox:
			b.WriteRune(n.Rune())
		case Blank:
			b.WriteByte(' ')
		case Boxes:
			b.WriteString(strings.Join(n.Signs(), " "))
		case Input:
			b.WriteString(n.Value)
		default:
			panic(fmt.Sprintf("document: unknown inline %T", inline))
		}
	}
	return b.String()
}

// Rune returns the character of the checkbox.
func (c Checkbox) Rune() rune {
	if c.Checked {
		return '☑'
	}
	return '☐'
}

// writeBlocks writes one line per block; label precedes the first.
func writeBlocks(b *strings.Builder, blocks []Block, label string) {
	line := func(text string) {
		b.WriteString(label + text + "\n")
		label = ""
	}
	for _, block := range blocks {
		switch n := block.(type) {
		case Heading:
			line(InlineText(n.Inlines))
		case Paragraph:
			line(InlineText(n.Inlines))
		case List:
			for _, item := range n.Items {
				label := item.Label
				if label != "" {
					label += " "
				}
				writeBlocks(b, item.Blocks, label)
			}
		case Table:
			if len(n.Caption) > 0 {
				line(InlineText(n.Caption))
			}
			for _, row := range slices.Concat(n.Header, n.Rows) {
				line(rowText(row))
			}
		case Signature:
			line(InlineText(n.Position) + " " + n.Name)
		case Foot:
			writeBlocks(b, n.Blocks, label)
		case Figure:
			if len(n.Caption) > 0 {
				line(InlineText(n.Caption))
			}
		case PageBreak:
		default:
			panic(fmt.Sprintf("document: unknown block %T", block))
		}
	}
}

func rowText(row Row) string {
	cells := make([]string, len(row.Cells))
	for i, cell := range row.Cells {
		var b strings.Builder
		writeBlocks(&b, cell.Blocks, "")
		cells[i] = strings.TrimSuffix(b.String(), "\n")
	}
	return strings.Join(cells, "\t")
}
