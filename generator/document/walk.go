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

// Looks lists the names of the table looks a document asks for, likewise.
func Looks(doc *Document) []string {
	var names []string
	Walk(doc, func(block Block) {
		if t, ok := block.(Table); ok && t.Look != "" && !slices.Contains(names, t.Look) {
			names = append(names, t.Look)
		}
	})
	return names
}

// StaysWithSignature reports whether a block stands on the page of the
// signature before it: another signature, a mark of who prepared the paper or
// certified the copy. None of them may stand on a page alone.
func StaysWithSignature(b Block) bool {
	switch b.(type) {
	case Signature, Paragraph, Foot:
		return true
	}
	return false
}

// Fields lists the fields to be filled in on a screen, in reading order.
func Fields(doc *Document) []Field {
	var fields []Field
	Walk(doc, func(block Block) {
		switch b := block.(type) {
		case Heading:
			fields = appendFields(fields, b.Inlines)
		case Paragraph:
			fields = appendFields(fields, b.Inlines)
		case Signature:
			fields = appendFields(fields, b.Position)
		case Table:
			fields = appendFields(fields, b.Caption)
		case Figure:
			fields = appendFields(fields, b.Caption)
		}
	})
	return fields
}

func appendFields(fields []Field, inlines []Inline) []Field {
	for _, inline := range inlines {
		var field Field
		switch n := inline.(type) {
		case Strong:
			fields = appendFields(fields, n.Inlines)
		case Emphasis:
			fields = appendFields(fields, n.Inlines)
		case Link:
			fields = appendFields(fields, n.Inlines)
		case Checkbox:
			field = n.Field
		case Boxes:
			field = n.Field
		case Input:
			field = n.Field
		}
		if field.Name != "" {
			fields = append(fields, field)
		}
	}
	return fields
}
