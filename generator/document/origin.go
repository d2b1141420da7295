package document

// Origin says where a text comes from. Spans point to it; it is never changed.
type Origin struct {
	Kind OriginKind

	// Keys are the key of a Value and those that a Computed text was worked out
	// from: "agenda[2].decisions[0].text".
	Keys []string
}

// OriginKind says what kind of source a text has.
type OriginKind int

const (
	// Unknown is what nobody traced.
	Unknown OriginKind = iota
	// Template is the template's own words.
	Template
	// Value is a value of the input, as it stands there or corrected in place.
	Value
	// Computed is worked out from values: a case, a date in words, a total.
	Computed
	// Generated is made while the paper is set and says nothing of its own: the
	// numbers of items and pages, the space between a label and its text.
	Generated
)

// Span is the origin of a part of a text.
type Span struct {
	Start, End int // bytes of the text
	Origin     *Origin
	From, To   int // bytes of the value, when the origin is a Value
}

// Slice is the spans of a part of a text, counted from where it begins. A span
// that is cut keeps its share of the value when it stands there as it is, else
// all of it.
func Slice(spans []Span, from, to int) []Span {
	var cut []Span
	for _, s := range spans {
		start, end := max(s.Start, from), min(s.End, to)
		if start >= end {
			continue
		}
		if s.End-s.Start == s.To-s.From {
			s.From, s.To = s.From+start-s.Start, s.To-(s.End-end)
		}
		s.Start, s.End = start-from, end-from
		cut = append(cut, s)
	}
	return cut
}
