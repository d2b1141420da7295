package layout

import "protokol/generator/internal/flow"

// source is the run of the flow that the text of a run comes from. Most runs of
// a line are a piece of one: their words and the spaces between stand in a row
// there. So a run keeps the place of its first letter, and those of the pieces
// after it only when the row breaks.
type source struct {
	run  *flow.Run
	at   int32 // byte of its text
	from int32 // byte of the text of the run of the line
}

// Origins are the origins of the text of a run, or of the value of its field, in
// order. A part without a span, such as the space that parts a label from the
// text behind it, comes from no text.
func (r *Run) Origins() []flow.Span {
	if r.Mark == FormField {
		return r.Element.Field.Origins
	}
	var spans []flow.Span
	pieces := append([]source{r.source}, r.sources...)
	for i, piece := range pieces {
		if piece.run == nil {
			continue
		}
		end := len(r.Text)
		if i+1 < len(pieces) {
			end = int(pieces[i+1].from)
		}
		spans = append(spans, piece.spans(end)...)
	}
	return spans
}

// spans are those of a piece that ends at a byte of the line's run.
func (s source) spans(end int) []flow.Span {
	length := min(end-int(s.from), len(s.run.Text)-int(s.at))
	spans := flow.Slice(s.run.Origins, int(s.at), int(s.at)+length)
	for i := range spans {
		spans[i].Start += int(s.from)
		spans[i].End += int(s.from)
	}
	return spans
}

// follows reports whether a piece of the flow goes on where a run of a line of
// some length ends.
func (r *Run) follows(s source, length int) bool {
	last := r.source
	if n := len(r.sources); n > 0 {
		last = r.sources[n-1]
	}
	return s.run == last.run && int(s.at-last.at) == length-int(last.from)
}

// join notes where the text that is joined to a run of some length comes from.
func (r *Run) joinSource(s source, length int) {
	if !r.follows(s, length) {
		s.from = int32(length)
		r.sources = append(r.sources, s)
	}
}
