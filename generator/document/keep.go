package document

import (
	"slices"
	"strings"
)

// Kept returns the document with every paragraph marked that must end on the page
// on which the next block begins: the text before a signature, the lines after
// one («М.П.»), the paragraphs of a point, such as its text and who carries it
// out, text that ends with a colon, text before the vote on it, and the first of
// several rows of a table. All formats obey the marks.
func Kept(doc *Document) *Document {
	kept := *doc
	kept.Blocks = keptBlocks(doc.Blocks, false)
	return &kept
}

// keptBlocks returns blocks with marks. Inside of an item all paragraphs in a row
// are kept together.
func keptBlocks(blocks []Block, item bool) []Block {
	kept := slices.Clone(blocks)
	signed := false // a signature precedes, with nothing but paragraphs in between
	for i, block := range kept {
		var next Block
		if i+1 < len(kept) {
			next = kept[i+1]
		}
		paragraph, isParagraph := next.(Paragraph)
		_, signature := next.(Signature)
		bound := signature || paragraph.Style == VoteStyle
		switch b := block.(type) {
		case Signature:
			signed = true
		case Paragraph:
			keep := bound || isParagraph && (item || signed) || next != nil && introduces(b)
			if keep != b.Keep { // an unchanged block is not allocated again
				b.Keep = keep
				kept[i] = b
			}
		case List:
			kept[i] = keptList(b, bound, next)
			signed = false
		case Table:
			kept[i] = keptTable(b)
			signed = false
		default:
			signed = false
		}
	}
	return kept
}

// introduces reports whether a paragraph ends with a colon.
func introduces(p Paragraph) bool {
	return strings.HasSuffix(strings.TrimRight(InlineText(p.Inlines), " \u00a0\n"), ":")
}

// keptTable returns a table whose first row is kept with the second.
func keptTable(t Table) Table {
	if len(t.Rows) < 2 {
		return t
	}
	t.Rows = slices.Clone(t.Rows)
	cells := slices.Clone(t.Rows[0].Cells)
	for i := range cells {
		cells[i].Blocks = slices.Clone(cells[i].Blocks)
		for j, block := range cells[i].Blocks {
			if p, ok := block.(Paragraph); ok {
				p.Keep = true
				cells[i].Blocks[j] = p
			}
		}
	}
	t.Rows[0].Cells = cells
	return t
}

// keptList returns a list with marks. Its end is marked, too, if it is bound to
// the next block, or introduces it.
func keptList(list List, bound bool, next Block) List {
	items := slices.Clone(list.Items)
	for i := range items {
		items[i].Blocks = keptBlocks(items[i].Blocks, true)
		if last := len(items[i].Blocks) - 1; i == len(items)-1 && last >= 0 {
			switch b := items[i].Blocks[last].(type) {
			case Paragraph:
				b.Keep = bound || next != nil && introduces(b)
				items[i].Blocks[last] = b
			case List:
				items[i].Blocks[last] = keptList(b, bound, next)
			}
		}
	}
	list.Items = items
	return list
}
