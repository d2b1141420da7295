package document

import (
	"fmt"
	"slices"
)

// Walk calls visit for every block in reading order, outer blocks before inner
// ones.
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

// Styles returns the names of the paragraph styles that a document uses, each
// once, in reading order. Blocks with the default style are not counted.
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

// TableStyles returns the names of the table styles that a document uses.
func TableStyles(doc *Document) []string {
	var names []string
	Walk(doc, func(block Block) {
		if t, ok := block.(Table); ok && t.Style != "" && !slices.Contains(names, t.Style) {
			names = append(names, t.Style)
		}
	})
	return names
}

// StaysWithSignature reports whether a block must be on the same page as the
// signature before it: another signature, the name of the executor, the
// certification of a copy, marks of agreement.
func StaysWithSignature(b Block) bool {
	switch b.(type) {
	case Signature, Paragraph, Foot:
		return true
	}
	return isMarks(b)
}

// isMarks reports whether a block is a table of marks of agreement below signatures.
func isMarks(b Block) bool {
	t, ok := b.(Table)
	return ok && t.Style == MarksStyle
}
