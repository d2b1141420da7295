package document

// Origin is the origin of a text.
type Origin struct {
	Kind OriginKind

	// Keys are the keys that a Computed text depends on. For a Value, they are
	// its key and then those of the references to its table and of values that
	// choose it:
	// "agenda[2].decisions[0].text". The key of a list or a table includes
	// everything in it.
	Keys []string
}

// OriginKind is the kind of an origin.
type OriginKind int

const (
	// Unknown is the origin of untraced text.
	Unknown OriginKind = iota
	// Template is text of the template itself.
	Template
	// Value is a value of the input, verbatim or with corrected typography.
	Value
	// Computed is derived from values: a declined form, a date in words, a
	// total.
	Computed
	// Generated is made by layout: the numbers of items and pages.
	Generated
)

// Span is the origin of a part of a text.
type Span struct {
	Start, End int // bytes of the text
	Origin     *Origin
	From, To   int // bytes of the value, when the origin is a Value
}

// Source returns the origins of a text. Texts of the tree keep their source
// through all corrections; it computes the origins of the corrected text on
// demand.
type Source interface {
	// Spans returns the origins of the corrected text, in order.
	Spans(text string) []Span
}

// Spans returns the origins of a text. A text without a source has none.
func Spans(s Source, text string) []Span {
	if s == nil || text == "" {
		return nil
	}
	return s.Spans(text)
}

// Sources of texts that do not come from values.
var (
	OwnWords  Source = uniform{&Origin{Kind: Template}}
	Numbering Source = uniform{&Origin{Kind: Generated}}
)

// uniform is the source of a text with a single origin.
type uniform struct{ origin *Origin }

func (u uniform) Spans(text string) []Span { return []Span{{End: len(text), Origin: u.origin}} }

// Range is bytes of a file whose text has an origin.
type Range struct {
	Start, End int // bytes of the file
	Source     Source
	Text       string // of the Source; "" if it has one origin throughout
	At         int    // byte of Text at which the range begins
}

// Part returns the source of a text that contains bytes from to to of whole at
// offset at.
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

// verbatim reports whether the text of a span is the same as in the value.
func (s Span) verbatim() bool { return s.End-s.Start == s.To-s.From }

// AppendSlice appends the spans of bytes from to to of a text, which are now at
// offset at of another text. A span that is cut keeps the matching part of the
// value if it is verbatim, and otherwise the whole value.
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

// AppendSpan appends a span, or extends the last one if the new span continues
// it.
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
