package trace

import (
	"math"
	"slices"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"protokol/generator/document"
)

// span is a marked part of a text.
type span struct {
	start, end int // bytes of the text
	id         int // of the origin
	from, to   int // bytes of the value
}

// append appends the text of a span with markers.
func (s span) append(b []byte, text string) []byte {
	b = append(s.appendOpening(b), text[s.start:s.end]...)
	return utf8.AppendRune(b, closing)
}

// appendOpening appends the start marker of a span.
func (s span) appendOpening(b []byte) []byte {
	b = utf8.AppendRune(b, opening)
	switch {
	case s.id >= 0:
		b = appendNumber(b, s.id)
	case s.id == wordsID:
		b = utf8.AppendRune(b, separator)
	}
	if length := s.end - s.start; s.id >= 0 && (s.from != 0 || s.to != length) {
		b = appendNumber(utf8.AppendRune(b, separator), s.from)
		if s.to != s.from+length {
			b = appendNumber(utf8.AppendRune(b, separator), s.to)
		}
	}
	return b
}

func appendNumber(b []byte, n int) []byte {
	if n >= 16 {
		b = appendNumber(b, n/16)
	}
	return utf8.AppendRune(b, rune(digit+n%16))
}

// decoder separates a marked text into text and spans.
type decoder struct {
	rest  string
	text  *strings.Builder
	from  int      // offset of the text in it
	depth int      // number of open markers
	spans []span   // flat, in order
	open  []marker // open markers, outermost first

	ids      int  // markers with other ids are not valid
	textOnly bool // do not collect spans
}

// marker is an open marker.
type marker struct {
	span
	whole bool // the value ends with the text
}

// decode removes the markers of a text. It returns false for markers that this
// package did not write.
func decode(marked string) (text string, spans []span, ok bool) {
	d := decoder{rest: marked, text: new(strings.Builder), ids: math.MaxInt}
	d.text.Grow(len(marked))
	ok = d.decode()
	return d.text.String(), d.spans, ok
}

func (d *decoder) decode() bool {
	for d.rest != "" {
		at := strings.IndexByte(d.rest, lead)
		if at < 0 {
			at = len(d.rest)
		}
		d.copy(at)
		if d.rest != "" && !d.marker() {
			return false
		}
	}
	return d.depth == 0
}

// copy adds bytes that belong to the innermost marker.
func (d *decoder) copy(n int) {
	if n == 0 {
		return
	}
	start := d.text.Len() - d.from
	d.text.WriteString(d.rest[:n])
	d.rest = d.rest[n:]
	if d.depth == 0 || d.textOnly {
		return
	}
	m := d.open[d.depth-1]
	s := span{start: start, end: d.text.Len() - d.from, id: m.id, from: m.from, to: m.to}
	if m.whole { // parts of the text have their own position in the value
		s.from += start - m.start
		s.to = s.from + n
	}
	if n := len(d.spans); n > 0 && d.spans[n-1].end == start && d.spans[n-1].id == s.id {
		if last := &d.spans[n-1]; !m.whole || last.to == s.from {
			last.end, last.to = s.end, s.to
			return
		}
	}
	d.spans = append(d.spans, s)
}

// marker reads a marker or a character with the same first byte.
func (d *decoder) marker() bool {
	r, size := utf8.DecodeRuneInString(d.rest)
	switch {
	case !isMarker(r):
		d.copy(size)
		return true
	case r == closing && d.depth > 0:
		d.depth--
	case r == opening:
		d.rest = d.rest[size:]
		return d.begin()
	default:
		return false
	}
	d.rest = d.rest[size:]
	return true
}

// begin reads the numbers of a start marker.
func (d *decoder) begin() bool {
	m := marker{span: span{start: d.text.Len() - d.from}, whole: true}
	var ok bool
	switch m.id, ok = d.number(); {
	case ok:
	case d.separated():
		m.id = wordsID
	default:
		m.id = unknownID
	}
	if m.id >= d.ids {
		return false
	}
	if ok && d.separated() {
		if m.from, ok = d.number(); !ok {
			return false
		}
		if d.separated() {
			m.whole = false
			if m.to, ok = d.number(); !ok {
				return false
			}
		}
	}
	if !d.textOnly {
		d.open = append(d.open[:d.depth], m)
	}
	d.depth++
	return d.depth <= maxDepth
}

// Identifiers of the unknown origin and of the template's own words.
const unknownID, wordsID = -1, -2

var (
	unknown  = &document.Origin{Kind: document.Unknown}
	ownWords = &document.Origin{Kind: document.Template}
)

// maxDepth and maxNumber limit the nesting and the numbers of markers.
const maxDepth, maxNumber = 16, 1 << 26

func (d *decoder) separated() bool {
	rest, ok := strings.CutPrefix(d.rest, string(separator))
	d.rest = rest
	return ok
}

func (d *decoder) number() (n int, ok bool) {
	for {
		r, size := utf8.DecodeRuneInString(d.rest)
		if r < digit || r > digit+15 || n > maxNumber {
			return n, ok && n <= maxNumber
		}
		n, ok, d.rest = n*16+int(r-digit), true, d.rest[size:]
	}
}

// Read removes the markers from the output of a template and returns the source
// of the text. Unmarked text is the template's own. It returns false for
// markers that the Recorder did not write. For a nil Recorder all markers are
// invalid.
func (r *Recorder) Read(marked string) (text string, source document.Source, ok bool) {
	switch {
	case r == nil:
		return marked, nil, !HasMarkers(marked)
	case strings.IndexByte(marked, lead) < 0:
		return marked, document.OwnWords, true
	}
	start := r.texts.room(len(marked))
	d := decoder{rest: marked, text: &r.texts.piece, from: start, ids: r.first + len(r.entries), textOnly: true}
	if !d.decode() {
		return "", nil, false
	}
	return r.texts.from(start), r.source(marked), true
}

// OwnWords returns the source of the template's own words.
func (r *Recorder) OwnWords() document.Source {
	if r == nil {
		return nil
	}
	return document.OwnWords
}

// markedText is the source of a marked text. It keeps the origins of the last call,
// because both the check of what is printed and the renderer ask for them.
type markedText struct {
	recorder *Recorder
	marked   string
	last     atomic.Pointer[tracedText]
}

// tracedText is a corrected text with its origins.
type tracedText struct {
	text  string
	spans []document.Span
}

// source returns the source of a marked text.
func (r *Recorder) source(marked string) document.Source {
	if len(r.sources) == cap(r.sources) {
		r.sources = make([]markedText, 0, 32)
	}
	r.sources = append(r.sources, markedText{recorder: r, marked: marked})
	return &r.sources[len(r.sources)-1]
}

// Spans returns the origins of the corrected text, with single spaces and other
// quotes and dashes. Nobody may change the result.
func (m *markedText) Spans(text string) []document.Span {
	if last := m.last.Load(); last != nil && last.text == text {
		return last.spans
	}
	spans := m.spans(text)
	m.last.Store(&tracedText{text, spans})
	return spans
}

func (m *markedText) spans(text string) []document.Span {
	old, spans := m.recorder.decoded(m.marked, document.OwnWords)
	spaced, spans := singleSpaces(old, spans)
	return realign(spans, spaced, text)
}

// Spans returns the origins of a text that was corrected from a marked one, whose
// unmarked parts come from rest. Several goroutines may call it.
func (r *Recorder) Spans(marked, text string, rest document.Source) []document.Span {
	old, spans := r.decoded(marked, rest)
	return realign(spans, old, text)
}

// Origin returns an origin without recording it. Several goroutines may call it.
func (r *Recorder) Origin(kind document.OriginKind, keys []string) *document.Origin {
	made := &document.Origin{Kind: kind}
	for _, key := range keys {
		if key = r.Known(key); !slices.Contains(made.Keys, key) {
			made.Keys = append(made.Keys, key)
		}
	}
	return made
}

// decoded returns a text without its markers, and its origins.
func (r *Recorder) decoded(marked string, rest document.Source) (text string, spans []document.Span) {
	text, found, _ := decode(marked)
	spans = make([]document.Span, 0, 2*len(found)+1)
	at := 0
	unmarked := func(end int) {
		spans = document.AppendSlice(spans, rest.Spans(text), at, end, at)
	}
	for _, s := range found {
		unmarked(s.start)
		spans = append(spans, r.resolve(s))
		at = s.end
	}
	unmarked(len(text))
	return text, spans
}

// resolve returns a span with its origin.
func (r *Recorder) resolve(s span) document.Span {
	switch s.id {
	case unknownID:
		return document.Span{Start: s.start, End: s.end, Origin: unknown}
	case wordsID:
		return document.Span{Start: s.start, End: s.end, Origin: ownWords}
	}
	if r == nil || s.id < r.first || s.id >= r.first+len(r.entries) {
		return document.Span{Start: s.start, End: s.end, Origin: unknown}
	}
	resolved := document.Span{Start: s.start, End: s.end, Origin: &r.entries[s.id-r.first]}
	if resolved.Origin.Kind == document.Value {
		resolved.From, resolved.To = s.from, s.to
	}
	return resolved
}

// singleSpaces replaces runs of XML white space with a single space.
func singleSpaces(text string, spans []document.Span) (string, []document.Span) {
	b := make([]byte, 0, len(text))
	var moved []document.Span
	from, spaced := 0, false
	keep := func(to int) { moved = document.AppendSlice(moved, spans, from, to, len(b)-(to-from)) }
	for i := range len(text) {
		isSpace := text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r'
		switch {
		case !isSpace:
			b = append(b, text[i])
		case !spaced:
			b = append(b, ' ')
		default:
			keep(i)
			from = i + 1
		}
		spaced = isSpace
	}
	keep(len(text))
	return string(b), moved
}

// Keys returns the keys that a marked text comes from.
func (r *Recorder) Keys(marked string) (keys []string) {
	if r == nil || strings.IndexByte(marked, lead) < 0 {
		return nil
	}
	_, spans, _ := decode(marked)
	for _, s := range spans {
		if at := s.id - r.first; s.id >= 0 && at >= 0 && at < len(r.entries) {
			keys = append(keys, r.entries[at].Keys...)
		}
	}
	return keys
}
