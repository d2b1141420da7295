package wordml

import (
	"sort"
	"strings"

	"protokol/generator/internal/flow"
)

// words is a text with its origins.
type words struct {
	text   string
	pieces pieces // none if origins are not asked for
}

// piece is a part of a text with its source.
type piece struct {
	start, end int // bytes of the text
	source     flow.Source
	whole      string // text of the source; "" if it has one origin throughout
	from, to   int    // bytes of whole
}

// pieces is the source of a text. Origins are computed on demand.
type pieces []piece

// Spans returns the origins of the text.
func (list pieces) Spans(text string) (spans []flow.Span) {
	for _, p := range list {
		switch {
		case p.end > len(text):
		case p.whole == "":
			spans = flow.AppendSlice(spans, p.source.Spans(text[p.start:p.end]), 0, p.end-p.start, p.start)
		default:
			cut := flow.AppendSlice(nil, p.source.Spans(p.whole), p.from, p.to, 0)
			if p.end-p.start != p.to-p.from && len(cut) > 0 { // in capitals of other lengths
				cut = cut[:1]
				cut[0].Start, cut[0].End = 0, p.end-p.start
			}
			spans = flow.AppendSlice(spans, cut, 0, p.end-p.start, p.start)
		}
	}
	return spans
}

// source returns the pieces as a source, or nil.
func (w words) source() flow.Source {
	if len(w.pieces) == 0 {
		return nil
	}
	return w.pieces
}

// slice returns the words between two bytes.
func (w words) slice(from, to int) words {
	cut := words{text: w.text[from:to]}
	for _, p := range w.pieces {
		start, end := max(p.start, from), min(p.end, to)
		if start >= end {
			continue
		}
		if p.end-p.start == p.to-p.from {
			p.from, p.to = p.from+start-p.start, p.to-(p.end-end)
		}
		p.start, p.end = start-from, end-from
		cut.pieces = append(cut.pieces, p)
	}
	return cut
}

// mapped returns the words with each character replaced.
func (w words) mapped(replace func(string) string) words {
	made := words{text: replace(w.text), pieces: w.pieces}
	if len(made.text) == len(w.text) || len(w.pieces) == 0 {
		return made
	}
	made.pieces = append(pieces(nil), w.pieces...)
	for i, p := range made.pieces {
		made.pieces[i].start = len(replace(w.text[:p.start]))
		made.pieces[i].end = len(replace(w.text[:p.end]))
	}
	return made
}

// trimmed returns the words without white space around them.
func (w words) trimmed() words {
	const space = " \t\r\n"
	from := len(w.text) - len(strings.TrimLeft(w.text, space))
	return w.slice(from, max(from, len(strings.TrimRight(w.text, space))))
}

// join appends the pieces of a source to those of a text of some length.
func join(first flow.Source, length int, second flow.Source) flow.Source {
	more, ok := second.(pieces)
	if !ok {
		return first
	}
	list, _ := first.(pieces)
	for _, p := range more {
		p.start, p.end = p.start+length, p.end+length
		list = append(list, p)
	}
	return list
}

// from returns a text from one source.
func (l *lowering) from(source flow.Source, text string) words {
	if l.ranges == nil || text == "" {
		return words{text: text}
	}
	return words{text, pieces{{end: len(text), source: source}}}
}

// generated returns a text that lowering makes, such as the number of an item.
func (l *lowering) generated(text string) words { return l.from(flow.Numbering, text) }

// own returns a text of the template.
func (l *lowering) own(text string) words { return l.from(flow.OwnWords, text) }

// words returns the text of an element.
func (l *lowering) words(n *node) words {
	if l.ranges == nil || n.text == "" || int(n.at) >= len(l.part.data) {
		return words{text: n.text}
	}
	raw, _, _ := strings.Cut(l.part.data[n.at:], "<")
	w := words{text: n.text}
	list, at, end := l.ranges[l.part.name], int(n.at), int(n.at)+len(raw)
	list = list[sort.Search(len(list), func(i int) bool { return list[i].End > at }):]
	length := func(from, to int) int {
		text, _ := unescape(l.part.data[from:to])
		return len(text)
	}
	add := func(to int, source flow.Source, whole string, from int) {
		if n := length(at, to); n > 0 {
			start := w.end()
			w.pieces = append(w.pieces, piece{start, start + n, source, whole, from, from + n})
		}
		at = to
	}
	for _, r := range list {
		if r.Start >= end {
			break
		}
		add(max(at, r.Start), flow.OwnWords, "", 0)
		from := r.At
		if r.Start < at {
			from += length(r.Start, at)
		}
		add(min(end, r.End), r.Source, r.Text, from)
	}
	add(end, flow.OwnWords, "", 0)
	if w.end() != len(w.text) { // not one stretch of the file
		w.pieces = nil
	}
	return w
}

// end returns the end of the last piece.
func (w words) end() int {
	if n := len(w.pieces); n > 0 {
		return w.pieces[n-1].end
	}
	return 0
}
