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
		case Signature:
			b.Field = ""
			plain[i] = b
		case Paragraph:
			b.Inlines = unsignedLine(b.Inlines)
			plain[i] = b
		case Table:
			b.Rows = slices.Clone(b.Rows)
			for j, row := range b.Rows {
				cells := slices.Clone(row.Cells)
				for k := range cells {
					cells[k].Blocks = unsigned(cells[k].Blocks)
				}
				b.Rows[j].Cells = cells
			}
			plain[i] = b
		}
	}
	return plain
}

func unsignedLine(inlines []Inline) []Inline {
	plain := slices.Clone(inlines)
	for i, inline := range plain {
		if blank, ok := inline.(Blank); ok {
			blank.Signature = ""
			plain[i] = blank
		}
	}
	return plain
}
