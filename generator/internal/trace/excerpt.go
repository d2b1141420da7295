package trace

import (
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/document"
)

// Excerpt returns a Recorder with the origins of the marks in a text and of those recorded between them, for a part of
// a paper that is kept longer than the paper.
func (r *Recorder) Excerpt(marked string) *Recorder {
	low, high := ids(marked)
	e := &Recorder{first: low}
	if high >= len(r.entries) {
		return e
	}
	for _, origin := range r.entries[low : high+1] {
		e.entries = append(e.entries, document.Origin{Kind: origin.Kind, Keys: slices.Clone(origin.Keys)})
	}
	return e
}

// Has reports whether the Recorder has the origins of an excerpt at the same marks.
func (r *Recorder) Has(e *Recorder) bool {
	end := e.first + len(e.entries)
	return end <= len(r.entries) &&
		slices.EqualFunc(r.entries[e.first:end], e.entries, func(a, b document.Origin) bool {
			return a.Kind == b.Kind && slices.Equal(a.Keys, b.Keys)
		})
}

// ids returns the lowest and the highest number of an origin among the marks in a text; the highest is lower if there
// are none.
func ids(marked string) (low, high int) {
	low, high = 0, -1
	for {
		at := strings.IndexRune(marked, opening)
		if at < 0 {
			return low, high
		}
		d := decoder{rest: marked[at+utf8.RuneLen(opening):]}
		if id, ok := d.number(); ok {
			if high < 0 || id < low {
				low = id
			}
			high = max(high, id)
		}
		marked = d.rest
	}
}
