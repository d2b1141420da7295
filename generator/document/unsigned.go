package document

import "slices"

// WithoutFields is the document without places for electronic signatures: it
// is signed with pen and ink. Other fields stay.
func WithoutFields(doc *Document) *Document {
	plain := *doc
	plain.Blocks = unsigned(doc.Blocks)
	return &plain
}

func unsigned(blocks []Block) []Block {
	plain := slices.Clone(blocks)
	for i, block := range plain {
		switch b := block.(type) {
		case Heading:
			b.Inlines = unsignedLine(b.Inlines)
			plain[i] = b
		case Paragraph:
			b.Inlines = unsignedLine(b.Inlines)
			plain[i] = b
		case Signature:
			b.Position, b.Field = unsignedLine(b.Position), ""
			plain[i] = b
		case List:
			b.Items = slices.Clone(b.Items)
			for j := range b.Items {
				b.Items[j].Blocks = unsigned(b.Items[j].Blocks)
			}
			plain[i] = b
		case Table:
			b.Caption, b.Header, b.Rows = unsignedLine(b.Caption), unsignedRows(b.Header), unsignedRows(b.Rows)
			plain[i] = b
		case Figure:
			b.Caption = unsignedLine(b.Caption)
			plain[i] = b
		case Foot:
			b.Blocks = unsigned(b.Blocks)
			plain[i] = b
		}
	}
	return plain
}

func unsignedRows(rows []Row) []Row {
	plain := slices.Clone(rows)
	for i := range plain {
		plain[i].Cells = slices.Clone(plain[i].Cells)
		for j, cell := range plain[i].Cells {
			plain[i].Cells[j].Blocks = unsigned(cell.Blocks)
		}
	}
	return plain
}

func unsignedLine(inlines []Inline) []Inline {
	plain := slices.Clone(inlines)
	for i, inline := range plain {
		switch n := inline.(type) {
		case Strong:
			plain[i] = Strong{unsignedLine(n.Inlines)}
		case Emphasis:
			plain[i] = Emphasis{unsignedLine(n.Inlines)}
		case Link:
			n.Inlines = unsignedLine(n.Inlines)
			plain[i] = n
		case Blank:
			n.Signature = ""
			plain[i] = n
		}
	}
	return plain
}
