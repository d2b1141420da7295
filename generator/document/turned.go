package document

import "slices"

// OnTurnedPages returns the document with text that ends with a colon, and the headings and words such as «РЕШИЛИ:»
// above it, on the turned page of the table that it introduces.
func OnTurnedPages(doc *Document) *Document {
	turned := *doc
	turned.Blocks = onTurnedPages(doc.Blocks)
	return &turned
}

func onTurnedPages(blocks []Block) (turned []Block) {
	for i, block := range blocks {
		switch b := block.(type) {
		case PageBreak:
			if _, table := neighbour(blocks, i+1).(Table); table && b.Landscape {
				turned = turnAbove(turned)
				continue
			}
		case List:
			b.Items = slices.Clone(b.Items)
			for j := range b.Items {
				b.Items[j].Blocks = inItem(b.Items[j].Blocks)
			}
			if block = b; slices.ContainsFunc(b.Items, introducesTurned) {
				turned = turnList(turned, b)
				continue
			}
		}
		turned = append(turned, block)
	}
	return turned
}

// inItem does the same in the lists of an item.
func inItem(blocks []Block) []Block {
	if !slices.ContainsFunc(blocks, func(b Block) bool { _, ok := b.(List); return ok }) {
		return blocks
	}
	return onTurnedPages(blocks)
}

// turnAbove appends the beginning of turned pages to blocks, above the last ones if they introduce the next.
func turnAbove(blocks []Block) []Block {
	at := len(blocks)
	for ; at > 0; at-- {
		p, ok := blocks[at-1].(Paragraph)
		if _, heading := blocks[at-1].(Heading); !heading && !(ok && introduces(p)) {
			break
		}
	}
	if at == 0 {
		at = len(blocks) // a paper does not begin with a break
	}
	return slices.Insert(blocks, at, Block(PageBreak{Landscape: true}))
}

// turnList appends the items of a list to blocks. Items that introduce a table on a turned page begin there, each in
// a list of its own with those below it.
func turnList(blocks []Block, list List) []Block {
	from, items := 0, slices.Clone(list.Items)
	for i, item := range items {
		if !introducesTurned(item) {
			continue
		}
		if i > from {
			part := list
			part.Items = items[from:i]
			blocks = append(blocks, part)
		}
		blocks = turnAbove(blocks)
		items[i].Blocks = slices.Delete(slices.Clone(item.Blocks), 1, 2)
		from = i
	}
	list.Items = items[from:]
	return append(blocks, list)
}

// introducesTurned reports whether the text of an item ends with a colon before a table on a turned page, or before
// the first of its own items that begins there.
func introducesTurned(item Item) bool {
	if len(item.Blocks) < 3 {
		return false
	}
	text, _ := item.Blocks[0].(Paragraph)
	turn, _ := item.Blocks[1].(PageBreak)
	_, table := item.Blocks[2].(Table)
	_, list := item.Blocks[2].(List)
	return turn.Landscape && (table || list) && introduces(text)
}
