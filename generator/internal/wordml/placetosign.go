package wordml

import (
	"sort"
	"strings"

	"protokol/generator/internal/flow"
)

// Place is a place to sign in the text of a part: a line of underscores between two bytes.
type Place struct {
	Start, End int
	Field      *flow.Field
}

// signable adds the text of an element. A line of underscores where somebody is to sign is
// a run of its own, with the field.
func (p *paragraph) signable(n *node, w words, props *runProps) {
	for _, place := range p.placesIn(n) {
		from := strings.Index(w.text, signatureLine)
		if from < 0 {
			break // trimmed, or not one stretch of the file
		}
		to := from + len(w.text[from:]) - len(strings.TrimLeft(w.text[from:], "_"))
		p.text(w.slice(0, from), props)
		p.field = place.Field
		p.text(w.slice(from, to), props)
		p.field, w = nil, w.slice(to, len(w.text))
	}
	p.text(w, props)
}

// signatureLine is the beginning of a place to sign.
const signatureLine = "_____"

// placesIn returns the places to sign in the text of an element.
func (p *paragraph) placesIn(n *node) []Place {
	list := p.toSign[p.part.name]
	at := int(n.at)
	if len(list) == 0 || n.text == "" || at >= len(p.part.data) {
		return nil
	}
	raw, _, _ := strings.Cut(p.part.data[at:], "<")
	end := at + len(raw)
	first := sort.Search(len(list), func(i int) bool { return list[i].End > at })
	last := first
	for last < len(list) && list[last].Start < end {
		last++
	}
	return list[first:last]
}
