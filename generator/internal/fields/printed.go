package fields

import (
	"cmp"
	"slices"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/typography"
)

// Printed is a printed value. It is the source of its origins.
type Printed struct {
	Plain string

	marked string // with marks of origins, before corrections
	value  Value
	column string // of the list of recipients, instead of a value
	data   *compose.Data
}

// Signature returns who signs at the place that the text is, or nil.
func (p *Printed) Signature() *compose.Signature {
	if p.marked == "" {
		return nil // a line to write on, or other words
	}
	return p.value.signs
}

// Spans returns the origins of the text.
func (p *Printed) Spans(string) []document.Span { return p.SpansIn(nil) }

// SpansIn is Spans for a text that is printed because of the values of other keys.
func (p *Printed) SpansIn(choices []string) []document.Span {
	rest := uniform{p.data.Origin(p.own(choices))}
	spans := slices.Clone(p.data.Spans(cmp.Or(p.marked, p.Plain), p.Plain, rest))
	if len(choices) == 0 {
		return spans
	}
	for i, s := range spans {
		if s.Origin != rest.origin && s.Origin.Kind != document.Generated {
			kind := s.Origin.Kind
			if kind == document.Template {
				kind = document.Computed
			}
			spans[i].Origin = p.data.Origin(kind, slices.Concat(s.Origin.Keys, choices))
		}
	}
	return spans
}

// own returns the kind and the keys of text without marks.
func (p *Printed) own(choices []string) (document.OriginKind, []string) {
	keys := p.value.keys()
	if p.column != "" {
		keys = []string{p.data.ColumnKey(p.column)}
	}
	keys = append(keys, choices...)
	isVerbatim := p.value.Kind == Text || p.value.Kind == Phrase && p.value.also == ""
	isCell := p.column != "" && p.marked != ""
	switch {
	case len(keys) == 0:
		return document.Template, nil
	case isCell, isVerbatim && p.marked != "" && p.marked == p.value.text:
		return document.Value, keys
	}
	return document.Computed, keys
}

// keys returns the keys that a value comes from, except those that its text is marked with.
func (v Value) keys() (list []string) {
	if v.person != nil {
		list = append(list, v.person.EntryKey()+".name")
	}
	for _, key := range []string{v.Key, v.also} {
		if key != "" && (v.person == nil || key != v.person.EntryKey()) {
			list = append(list, key)
		}
	}
	return list
}

// uniform is the source of a text with one origin.
type uniform struct{ origin *document.Origin }

func (u uniform) Spans(text string) []document.Span {
	s := document.Span{End: len(text), Origin: u.origin}
	if u.origin.Kind == document.Value {
		s.To = len(text)
	}
	return []document.Span{s}
}

// EndsSentence reports whether the full stop at the end is certain to end a sentence, as of
// the text of a decision, and to be no part of an abbreviation.
func (p *Printed) EndsSentence() bool {
	key := p.value.Key
	isSentence := p.value.Kind == Text && p.marked != "" && strings.HasPrefix(key, "agenda") &&
		(strings.HasSuffix(key, ".text") || strings.HasSuffix(key, ".title") || strings.HasSuffix(key, ".heading") ||
			strings.Contains(key, ".discussion"))
	return isSentence && typography.EndsInWord(p.Plain)
}
