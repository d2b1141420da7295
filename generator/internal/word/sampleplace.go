package word

import (
	"cmp"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/sample"
)

// place gives remarks their places in the template.
func (s *sampling) place(t *Template, remarks []sample.Remark) (slips []Slip) {
	at := newPlaces(t)
	first := at.first(t.pack.main)
	for _, r := range remarks {
		slip := Slip{Severity: diag.Warning, Message: r.Message, Hint: r.Hint, place: first}
		if spot, ok := s.nodes[r.Node]; ok {
			slip.place = at.find(spot, r.Words)
		}
		slips = append(slips, slip)
	}
	slices.SortStableFunc(slips, func(a, b Slip) int { return cmp.Compare(a.place.start(), b.place.start()) })
	return slips
}

func (p place) start() int {
	if p.p == nil {
		return 0
	}
	return p.p.start
}

// places finds paragraphs of a template by where they begin.
type places struct {
	byName map[string]*compiler
	starts map[spot]*element
}

func newPlaces(t *Template) *places {
	at := &places{map[string]*compiler{}, map[spot]*element{}}
	for _, p := range t.pack.texts() {
		total := 0
		root, _ := parse(p.data, &total) // it was parsed before
		c := &compiler{part: p, src: p.data, template: t, flats: map[*element]*paragraph{}}
		at.byName[p.name] = c
		root.each(func(e *element) bool {
			if p.hasText(e) {
				c.flats[e] = &paragraph{flat: p.text(e)}
				at.starts[spot{p.name, e.start}] = e
			}
			return true
		})
	}
	return at
}

// find returns the place of words in the paragraph at a spot, or of the paragraph.
func (at *places) find(s spot, words string) place {
	c, e := at.byName[s.part], at.starts[s]
	if e == nil {
		return place{part: c.part}
	}
	text := c.flats[e].text
	if i := strings.Index(text, words); words != "" && i >= 0 {
		return c.place(e, i, i+len(words))
	}
	return c.place(e, 0, len(text))
}

// first returns the place of the first paragraph with words, for remarks about the whole paper.
func (at *places) first(p *part) place {
	found := place{part: p}
	for s, e := range at.starts {
		text := at.byName[s.part].flats[e].text
		if s.part == p.name && strings.TrimSpace(text) != "" && (found.p == nil || e.start < found.p.start) {
			found = at.byName[s.part].place(e, 0, len(text))
		}
	}
	return found
}

// spotNodes gives every node the spot of its first paragraph.
func (s *sampling) spotNodes(n *sample.Node, outer spot) spot {
	at, ok := s.nodes[n]
	if n.Block != nil && n.Block.Kind == sample.Paragraph {
		at, ok = s.placed[n.Block], true
	}
	for _, kid := range n.Kids {
		if inner := s.spotNodes(kid, at); !ok {
			at, ok = inner, true
		}
	}
	if !ok {
		at = outer
	}
	s.nodes[n] = at
	for _, b := range n.Dropped {
		s.dropped(b, at)
	}
	return at
}

// dropped gives paragraphs that are not in the template the spot of their replacement.
func (s *sampling) dropped(b *sample.Block, at spot) {
	if _, ok := s.placed[b]; !ok && b.Kind == sample.Paragraph {
		s.placed[b] = at
	}
	for _, kid := range b.Kids {
		s.dropped(kid, at)
	}
}
