package word

import (
	"sort"

	"protokol/generator/document"
	"protokol/generator/internal/fields"
)

// slotText is the source of the text of a name.
type slotText struct {
	fields.Printed
	name    *name
	choices []string
}

// Spans returns the origins of the value and the text around it.
func (s *slotText) Spans(text string) []document.Span {
	lead := s.name.lead
	spans := wordsIn(s.choices).Spans(lead)
	spans = document.AppendSlice(spans, s.SpansIn(s.choices), 0, len(s.Plain), len(lead))
	end := len(lead) + len(s.Plain)
	return document.AppendSlice(spans, wordsIn(s.choices).Spans(text[end:]), 0, len(text)-end, end)
}

// wordsIn returns the source of words of the template that the values of keys choose.
func wordsIn(choices []string) document.Source {
	if len(choices) == 0 {
		return document.OwnWords
	}
	return chosenWords(choices)
}

type chosenWords []string

func (c chosenWords) Spans(text string) []document.Span {
	if text == "" {
		return nil
	}
	return []document.Span{{End: len(text), Origin: &document.Origin{Kind: document.Computed, Keys: c}}}
}

// chosen records that markup from a byte on is printed because of conditions.
func (e *execution) chosen(start int) {
	if len(e.choices) > 0 && len(e.out) > start {
		e.ranges = append(e.ranges, document.Range{Start: start, End: len(e.out), Source: chosenWords(e.choices)})
	}
}

// forget removes the ranges of markup that was not printed after all.
func (e *execution) forget(start int) {
	n := sort.Search(len(e.ranges), func(i int) bool { return e.ranges[i].Start >= start })
	e.ranges = e.ranges[:n]
}

// shift moves the ranges of markup from a byte on that was changed.
func (e *execution) shift(start int, edits []insertion) {
	n := sort.Search(len(e.ranges), func(i int) bool { return e.ranges[i].Start >= start })
	for moved, by := e.ranges[n:], 0; len(moved) > 0; {
		for len(edits) > 0 && start+edits[0].at <= moved[0].Start {
			if edits[0].at > 0 {
				by += len(edits[0].text) - (max(edits[0].at, edits[0].to) - edits[0].at)
			}
			edits = edits[1:]
		}
		moved[0].Start, moved[0].End = moved[0].Start+by, moved[0].End+by
		moved = moved[1:]
	}
}

// Place is where a person signs.
type Place struct {
	Start, End int // bytes of the part

	Position, Name, Field string
}

// Signatures returns the places to sign that the template names, by the name of the part.
func (p *Paper) Signatures() (places map[string][]Place) {
	for part, ranges := range p.ranges {
		for _, r := range ranges {
			source, ok := r.Source.(*slotText)
			if !ok || source.Signature() == nil {
				continue
			}
			if places == nil {
				places = map[string][]Place{}
			}
			s := source.Signature()
			places[part] = append(places[part], Place{r.Start, r.End, s.Position, s.Name, s.Field})
		}
	}
	return places
}

// Ranges returns where the words of filled parts come from, by the name of the part. The
// rest are words of the template.
func (p *Paper) Ranges() map[string][]document.Range { return p.ranges }
