package document

import "slices"

// Kept returns the document with every paragraph marked that must end on the page
// on which the next block begins: the text before a signature, the lines after
// one («М.П.»), and the paragraphs of a point, such as its text and who carries it
// out. All formats obey the marks.
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
		_, paragraph := next.(Paragraph)
		_, signature := next.(Signature)
		switch b := block.(type) {
		case Signature:
			signed = true
		case Paragraph:
			b.Keep = signature || paragraph && (item || signed)
			kept[i] = b
		case List:
			kept[i] = keptList(b, signature)
			signed = false
		default:
			signed = false
		}
	}
	return kept
}

// keptList returns a list with marks; its end is marked, too, if a signature
// follows.
func keptList(list List, signature bool) List {
	items := slices.Clone(list.Items)
	for i := range items {
		items[i].Blocks = keptBlocks(items[i].Blocks, true)
		if last := len(items[i].Blocks) - 1; signature && i == len(items)-1 && last >= 0 {
			switch b := items[i].Blocks[last].(type) {
			case Paragraph:
				b.Keep = true
				items[i].Blocks[last] = b
			case List:
				items[i].Blocks[last] = keptList(b, true)
			}
		}
	}
	list.Items = items
	return list
}
