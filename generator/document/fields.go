package document

import (
	"fmt"
	"slices"
)

// WithoutFields returns a document without signature fields, for handwritten
// signatures. Other fields are kept.
func WithoutFields(doc *Document) *Document {
	plain := *doc
	plain.Blocks = withoutFields(doc.Blocks)
	return &plain
}

func withoutFields(blocks []Block) []Block {
	plain := slices.Clone(blocks)
	for i, block := range plain {
		switch b := block.(type) {
		case Heading:
			b.Inlines = lineWithoutFields(b.Inlines)
			plain[i] = b
		case Paragraph:
			b.Inlines = lineWithoutFields(b.Inlines)
			plain[i] = b
		case Signature:
			b.Position, b.Field = lineWithoutFields(b.Position), ""
			plain[i] = b
		case List:
			b.Items = slices.Clone(b.Items)
			for j := range b.Items {
				b.Items[j].Blocks = withoutFields(b.Items[j].Blocks)
			}
			plain[i] = b
		case Table:
			b.Caption = lineWithoutFields(b.Caption)
			b.Header, b.Rows = rowsWithoutFields(b.Header), rowsWithoutFields(b.Rows)
			plain[i] = b
		case Figure:
			b.Caption = lineWithoutFields(b.Caption)
			plain[i] = b
		case Foot:
			b.Blocks = withoutFields(b.Blocks)
			plain[i] = b
		case PageBreak:
		default:
			panic(fmt.Sprintf("document: unknown block %T", block))
		}
	}
	return plain
}

func rowsWithoutFields(rows []Row) []Row {
	plain := slices.Clone(rows)
	for i := range plain {
		plain[i].Cells = slices.Clone(plain[i].Cells)
		for j, cell := range plain[i].Cells {
			plain[i].Cells[j].Blocks = withoutFields(cell.Blocks)
		}
	}
	return plain
}

func lineWithoutFields(inlines []Inline) []Inline {
	plain := slices.Clone(inlines)
	for i, inline := range plain {
		switch n := inline.(type) {
		case Strong:
			plain[i] = Strong{lineWithoutFields(n.Inlines)}
		case Emphasis:
			plain[i] = Emphasis{lineWithoutFields(n.Inlines)}
		case Link:
			n.Inlines = lineWithoutFields(n.Inlines)
			plain[i] = n
		case Blank:
			n.Signature = ""
			plain[i] = n
		case Text, Break, Checkbox, Boxes, Input:
		default:
			panic(fmt.Sprintf("document: unknown inline %T", inline))
		}
	}
	return plain
}

// Fields returns the form fields, in reading order.
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
