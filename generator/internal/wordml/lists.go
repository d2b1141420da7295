package wordml

import "protokol/generator/internal/flow"

// lists returns blocks with runs of paragraphs with labels as lists. Deeper levels
// are lists inside of items, so that readers distinguish them (ISO 14289-1, 7.6).
func lists(entries []entry) (blocks []flow.Block) {
	for i := 0; i < len(entries); {
		if !entries[i].label {
			blocks = append(blocks, entries[i].block)
			i++
			continue
		}
		end := i
		for end < len(entries) && entries[end].label {
			end++
		}
		for i < end {
			var list *flow.List
			list, i = listOf(entries, i, end)
			blocks = append(blocks, list)
		}
	}
	return blocks
}

// listOf returns the list that begins at an entry, and the entry after it.
func listOf(entries []entry, from, end int) (*flow.List, int) {
	first := entries[from].props
	list := &flow.List{Numbering: numberings[first.format]}
	i := from
	for i < end {
		p := entries[i].props
		switch {
		case p.numLevel < first.numLevel || p.numLevel == first.numLevel && p.num != first.num && i > from:
			return list, i
		case p.numLevel > first.numLevel && len(list.Items) > 0:
			var inner *flow.List
			inner, i = listOf(entries, i, end)
			item := &list.Items[len(list.Items)-1]
			item.Blocks = append(item.Blocks, inner)
			continue
		}
		list.Items = append(list.Items, flow.Item{Blocks: []flow.Block{entries[i].block}})
		i++
	}
	return list, i
}

// numberings maps formats of numbers to the attribute ListNumbering (ISO 32000-1,
// 14.8.5.5).
var numberings = map[string]string{"decimal": "Decimal", "decimalZero": "Decimal", "lowerLetter": "LowerAlpha",
	"upperLetter": "UpperAlpha", "lowerRoman": "LowerRoman", "upperRoman": "UpperRoman", "bullet": "Disc",
	"russianLower": "LowerAlpha", "russianUpper": "UpperAlpha"}
