package layout

import (
	"slices"
	"strings"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
)

// piece is the run of the flow from which the text of a run comes. Most runs of
// a line come from one, with their spaces, so a run stores the position of its
// first letter and lists other pieces only where the text is not contiguous.
// Origins are computed on demand.
type piece struct {
	run  *flow.Run
	at   int32 // byte offset in its text
	from int32 // byte offset in the text of the run of the line
}

// At returns the byte offset in the text of a run, or in the value of its
// field, at a distance from the left edge of the page, in points: the start of
// the letter at that position, or of the last letter.
func (r *Run) At(x float64, family *font.Family) (at int) {
	text := r.Text
	if r.Kind == FormField {
		text = r.Element.Field.Value
	}
	face, edge := family.At(r.Face), r.X
	for i, letter := range text {
		at = i
		edge += r.TextWidth(string(letter), face)
		if x < edge {
			break
		}
	}
	return at
}

// Origins works out where the text of runs comes from. It remembers what it worked
// out last, as the lines of a paragraph come from few runs of the flow.
//
// From a place on a page to a key of the TOML: find the line whose baseline is the first below the place and the
// run that covers it, take the byte of its text from Run.At, and look for the span of Origins.Of that holds the
// byte. Of a Value whose span is as long as the value's part, that byte is From + (byte - Start) in the value of
// Keys[0]; of a Computed text every key is one to open. From a key to its places: ask every run of all pages, and
// keep those with a span whose Keys name it. The tree and the DOCX that is made of it have the same origins:
// document.Texts visits every text with its document.Source. Both compute origins on demand, so only the Result or
// the Document needs to be kept.
type Origins struct {
	run   *flow.Run
	spans []flow.Span
}

// Of returns the origins of the text of a run, or of the value of its field, in
// order. Parts without a span, such as the space after a label, have no origin.
func (o *Origins) Of(r *Run) []flow.Span {
	if r.Kind == FormField {
		return r.Element.Field.Spans()
	}
	if r.piece.run == nil {
		return nil
	}
	var spans []flow.Span
	last := r.piece
	for _, next := range r.pieces {
		spans = o.append(spans, last, int(next.from))
		last = next
	}
	return o.append(spans, last, len(r.Text))
}

// Divisions returns the byte offsets in the texts of the tree at which lines end
// inside a word or an address, or inside a text that is wider than a line, and at which a line
// begins with a range that editors would divide after its dash: «8–9».
func (r *Result) Divisions() map[*flow.Inline][]int {
	var found map[*flow.Inline][]int
	add := func(text *flow.Inline, at int) {
		if text == nil || slices.Contains(found[text], at) { // a repeated header
			return
		}
		if found == nil {
			found = map[*flow.Inline][]int{}
		}
		found[text] = append(found[text], at)
	}
	var above *Line
	for _, page := range r.Pages {
		for i := range page.Lines {
			line := &page.Lines[i]
			if above != nil && continues(above, line) {
				if text, at := line.Runs[0].rangeDash(); at > 0 {
					add(text, at)
				}
			}
			if above = line; line.Divided || line.Split || line.Parted {
				add(line.Runs[len(line.Runs)-1].end(line.Divided))
			}
		}
	}
	return found
}

// continues reports whether a line goes on with the text of the line above.
func continues(above, line *Line) bool {
	n := len(above.Runs)
	return n > 0 && len(line.Runs) > 0 && !above.Divided && line.Runs[0].Kind == Letters &&
		above.Runs[n-1].Element == line.Runs[0].Element
}

// rangeDash returns the text of the tree in which a run begins, and the byte offset
// after the en dash inside its first word, 0 if there is none.
func (r *Run) rangeDash() (text *flow.Inline, at int) {
	const dash, spaces = "–", " \u00a0"
	i := strings.Index(r.Text, dash)
	after := i + len(dash)
	switch {
	case i <= 0 || strings.ContainsAny(r.Text[:i], spaces): // not inside the first word
	case after == len(r.Text) || strings.IndexAny(r.Text[after:], spaces) == 0:
	case r.piece.run != nil && (len(r.pieces) == 0 || after <= int(r.pieces[0].from)):
		return r.piece.run.Inline, int(r.piece.at) + after
	}
	return nil, 0
}

// end returns the text of the tree in which a run ends, and the byte offset. A
// hyphen that is not in the text is a piece of its own.
func (r *Run) end(hyphen bool) (text *flow.Inline, at int) {
	last, end := r.piece, len(r.Text)
	if n := len(r.pieces); hyphen && n > 0 {
		end = int(r.pieces[n-1].from)
		if n > 1 {
			last = r.pieces[n-2]
		}
	} else if n > 0 {
		last = r.pieces[n-1]
	}
	if last.run == nil {
		return nil, 0
	}
	return last.run.Inline, int(last.at) + end - int(last.from)
}

// append appends the origins of a piece that ends at a byte of the run.
func (o *Origins) append(spans []flow.Span, p piece, end int) []flow.Span {
	if p.run == nil { // a hyphen at the end of a line
		return spans
	}
	if o.run != p.run {
		o.run, o.spans = p.run, p.run.Spans()
	}
	length := min(end-int(p.from), len(p.run.Text)-int(p.at))
	return flow.AppendSlice(spans, o.spans, int(p.at), int(p.at)+length, int(p.from))
}

// joinPiece records the origin of text appended to a run of some length, unless
// it is contiguous.
func (r *Run) joinPiece(p piece, length int) {
	last := r.piece
	if n := len(r.pieces); n > 0 {
		last = r.pieces[n-1]
	}
	if p.run == last.run && int(p.at-last.at) == length-int(last.from) {
		return
	}
	p.from = int32(length)
	r.pieces = append(r.pieces, p)
}
