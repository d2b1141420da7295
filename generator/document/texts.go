package document

import (
	"fmt"
	"slices"
)

// Texts calls visit for every text that a document prints, with its source, in
// reading order: labels, words, names, values of boxes and fields.
func Texts(doc *Document, visit func(text string, source Source)) { blockTexts(doc.Blocks, visit) }

func blockTexts(blocks []Block, visit func(string, Source)) {
	for _, block := range blocks {
		switch b := block.(type) {
		case Heading:
			lineTexts(b.Inlines, visit)
		case Paragraph:
			lineTexts(b.Inlines, visit)
		case List:
			for _, item := range b.Items {
				visit(item.Label, item.Source)
				blockTexts(item.Blocks, visit)
			}
		case Table:
			lineTexts(b.Caption, visit)
			for _, row := range slices.Concat(b.Header, b.Rows) {
				for _, cell := range row.Cells {
					blockTexts(cell.Blocks, visit)
				}
			}
		case Signature:
			lineTexts(b.Position, visit)
			visit(b.Name, b.Source)
		case Figure:
			lineTexts(b.Caption, visit)
		case Foot:
			blockTexts(b.Blocks, visit)
		case PageBreak:
		default:
			panic(fmt.Sprintf("document: unknown block %T", block))
		}
	}
}

func lineTexts(inlines []Inline, visit func(string, Source)) {
	for _, inline := range inlines {
		switch n := inline.(type) {
		case Text:
			visit(n.Value, n.Source)
		case Strong:
			lineTexts(n.Inlines, visit)
		case Emphasis:
			lineTexts(n.Inlines, visit)
		case Link:
			lineTexts(n.Inlines, visit)
		case Checkbox:
			visit(string(n.Rune()), n.Source)
		case Boxes:
			visit(n.Text, n.Source)
		case Input:
			visit(n.Value, n.Source)
		case Break, Blank:
		default:
			panic(fmt.Sprintf("document: unknown inline %T", inline))
		}
	}
}
