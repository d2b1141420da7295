package document

// Origin says where a text comes from.
type Origin struct {
	Kind OriginKind

	// Keys are those that a Computed text was worked out from, or that of a Value
	// and then of the references to its table: "agenda[2].decisions[0].text". The
	// key of a list or a table stands for all that is in it.
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
	// numbers of items and pages.
	Generated
)

// Span is the origin of a part of a text.
type Span struct {
	Start, End int // bytes of the text
	Origin     *Origin
	From, To   int // bytes of the value, when the origin is a Value
}

// Source knows where a text comes from. Texts of the tree keep theirs through all
// corrections: a source works out what became of its parts when it is asked.
type Source interface {
	// Spans are the origins of the text that was made of the source, in order.
	Spans(text string) []Span
}

// Spans are the origins of a text; of a text without a source, none is known.
func Spans(s Source, text string) []Span {
	if s == nil || text == "" {
		return nil
	}
	return s.Spans(text)
}

// Sources of texts that come from no value.
var (
	OwnWords  Source = uniform{&Origin{Kind: Template}}
	Numbering Source = uniform{&Origin{Kind: Generated}}
)

// uniform is the source of a text that has one origin.
type uniform struct{ origin *Origin }

func (u uniform) Spans(text string) []Span { return []Span{{End: len(text), Origin: u.origin}} }

// Part is the source of a text in which bytes of a whole stand at a place.
func Part(of Source, whole string, from, to, at int) Source {
	if of == nil {
		return nil
	}
	return &part{of, whole, from, to, at}
}

type part struct {
	of           Source
	whole        string
	from, to, at int
}

func (p *part) Spans(string) []Span {
	return AppendSlice(nil, Spans(p.of, p.whole), p.from, p.to, p.at)
}

// verbatim reports whether the text of a span stands in the value as it is.
func (s Span) verbatim() bool { return s.End-s.Start == s.To-s.From }

// AppendSlice appends the spans of a part of a text that now stands at a byte of
// another. A span that is cut keeps its share of the value when it stands there as
// it is, else all of it.
func AppendSlice(list, spans []Span, from, to, at int) []Span {
	for _, s := range spans {
		start, end := max(s.Start, from), min(s.End, to)
		if start >= end {
			continue
		}
		if s.verbatim() {
			s.From, s.To = s.From+start-s.Start, s.To-(s.End-end)
		}
		s.Start, s.End = start-from+at, end-from+at
		list = AppendSpan(list, s)
	}
	return list
}

// AppendSpan appends a span, as a part of the last one when that goes on in it.
func AppendSpan(list []Span, s Span) []Span {
	if n := len(list); n > 0 {
		last := &list[n-1]
		goesOn := s.Origin.Kind != Value || last.verbatim() && s.verbatim() && last.To == s.From
		if last.End == s.Start && last.Origin == s.Origin && goesOn {
			last.End, last.To = s.End, s.To
			return list
		}
	}
	return append(list, s)
}
