package document

import (
	"fmt"
	"slices"
)

// Walk visits every block in reading order, the outer before the inner.
func Walk(doc *Document, visit func(Block)) { walk(doc.Blocks, visit) }

func walk(blocks []Block, visit func(Block)) {
	for _, block := range blocks {
		visit(block)
		switch b := block.(type) {
		case List:
			for _, item := range b.Items {
				walk(item.Blocks, visit)
			}
		case Table:
			for _, row := range slices.Concat(b.Header, b.Rows) {
				for _, cell := range row.Cells {
					walk(cell.Blocks, visit)
				}
			}
		case Foot:
			walk(b.Blocks, visit)
		case Heading, Paragraph, Signature, Figure, PageBreak:
		default:
			panic(fmt.Sprintf("document: unknown block %T", block))
		}
	}
}

// Styles lists the names of the styles a document asks for, each once, in
// reading order. Blocks that leave the style to their place are not counted.
func Styles(doc *Document) []string {
	var names []string
	use := func(name string) {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	Walk(doc, func(block Block) {
		switch b := block.(type) {
		case Heading:
			use(b.Style)
		case Paragraph:
			use(b.Style)
		case Figure:
			use(FigureStyle)
			if len(b.Caption) > 0 {
				use(CaptionStyle)
			}
		}
	})
	return names
}

// TableStyles lists the names of the styles of tables, likewise.
func TableStyles(doc *Document) []string {
	var names []string
	Walk(doc, func(block Block) {
		if t, ok := block.(Table); ok && t.Style != "" && !slices.Contains(names, t.Style) {
			names = append(names, t.Style)
		}
	})
	return names
}

// StaysWithSignature reports whether a block is kept on the page of the signature
// before it: another signature, the name of the executor, the certification of a copy.
// None of them may be alone on a page.
func StaysWithSignature(b Block) bool {
	switch b.(type) {
	case Signature, Paragraph, Foot:
		return true
	}
	return false
}
