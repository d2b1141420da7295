package trace

import "protokol/generator/document"

// Apply applies a function of plain texts to a marked text. The function sees
// the text without markers; the markers then enclose the results of their
// parts. The function may make local changes. For a function that rewrites the
// text, mark the result as Computed instead.
func Apply(marked string, f func(string) string) string {
	if !HasMarkers(marked) {
		return f(marked)
	}
	old, spans, ok := decode(marked)
	text := f(old)
	switch {
	case !ok: // invalid markers, which package markup reports
		return marked
	case text == old:
		return marked
	}
	list, next := align(old, text), 0
	b := make([]byte, 0, len(marked)+len(text))
	at := 0
	for _, s := range spans {
		for _, p := range pieces(list, &next, s.start, s.end) {
			b = append(b, text[at:p.start]...)
			moved := span{start: p.start, end: p.end, id: s.id, from: s.from, to: s.to}
			if s.to-s.from == s.end-s.start {
				moved.from, moved.to = s.from+p.from-s.start, s.from+p.to-s.start
			}
			b, at = moved.append(b, text), p.end
		}
	}
	return string(append(b, text[at:]...))
}

// realign returns the spans of a text after local changes. Insertions belong to
// the text before them.
func realign(spans []document.Span, old, text string) []document.Span {
	if old == text {
		return spans
	}
	list, next := align(old, text), 0
	moved := make([]document.Span, 0, len(spans)+len(list))
	for _, s := range spans {
		for _, p := range pieces(list, &next, s.Start, s.End) {
			m := document.Span{Start: p.start, End: p.end, Origin: s.Origin, From: s.From, To: s.To}
			if s.To-s.From == s.End-s.Start {
				m.From, m.To = s.From+p.from-s.Start, s.From+p.to-s.Start
			}
			moved = document.AppendSpan(moved, m)
		}
	}
	return moved
}

// Slice returns the part of a marked text between two byte offsets of the text
// without markers, with its markers. The offsets must be within the text.
func Slice(marked string, from, to int) string {
	if !HasMarkers(marked) {
		return marked[from:to]
	}
	text, spans, ok := decode(marked)
	if !ok {
		return marked
	}
	var b []byte
	at := from
	for _, s := range spans {
		cut := span{start: max(s.start, from), end: min(s.end, to), id: s.id, from: s.from, to: s.to}
		if cut.start >= cut.end {
			continue
		}
		if s.to-s.from == s.end-s.start {
			cut.from, cut.to = s.from+cut.start-s.start, s.to-(s.end-cut.end)
		}
		b = append(b, text[at:cut.start]...)
		b, at = cut.append(b, text), cut.end
	}
	return string(append(b, text[at:to]...))
}
