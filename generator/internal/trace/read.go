package trace

import (
	"math"
	"strings"
	"unicode/utf8"

	"protokol/generator/document"
)

// span is a marked part of a text.
type span struct {
	start, end int // bytes of the text
	id         int // of the origin
	from, to   int // bytes of the value
}

// append writes the part of a text that a span covers, marked.
func (s span) append(b []byte, text string) []byte {
	b = append(s.appendOpening(b), text[s.start:s.end]...)
	return utf8.AppendRune(b, closing)
}

// appendOpening writes what stands before the text of a span.
func (s span) appendOpening(b []byte) []byte {
	b = utf8.AppendRune(b, opening)
	switch {
	case s.id >= 0:
		b = appendNumber(b, s.id)
	case s.id == words:
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

// decoder removes the markers of a text.
type decoder struct {
	rest  string
	text  *strings.Builder
	from  int      // where the text begins in it
	depth int      // of markers around the place that is read
	spans []span   // flat, in order
	open  []marker // as many, from the outside

	ids      int  // markers with other ids are not valid
	textOnly bool // spans and open are not wanted
}

// marker is one that is open.
type marker struct {
	span
	whole bool // to is that of the text
}

// decode removes the markers of a text. It reports false when they are not what
// this package writes.
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

// copy takes bytes that belong to the innermost marker.
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
	if m.whole { // every part of the text has its own place in the value
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

// marker reads what begins with the first byte of markers.
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

// begin reads the numbers of a marker.
func (d *decoder) begin() bool {
	m := marker{span: span{start: d.text.Len() - d.from}, whole: true}
	var ok bool
	switch m.id, ok = d.number(); {
	case ok:
	case d.separated():
		m.id = words
	default:
		m.id = nobody
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

// The numbers of the origin that is not known and of the template's own words.
const nobody, words = -1, -2

var (
	unknown  = &document.Origin{Kind: document.Unknown}
	ownWords = &document.Origin{Kind: document.Template}
)

// maxDepth and maxNumber bound what is read as a marker.
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

// Read removes the markers of a text that a template wrote, and gives the source
// that knows what they said: what is not marked is the template's own. It reports
// false when the markers are not those of the Recorder. A nil Recorder knows of no
// sources and takes every marker for a mistake.
func (r *Recorder) Read(marked string) (text string, source document.Source, ok bool) {
	switch {
	case r == nil:
		return marked, nil, !HasMarkers(marked)
	case strings.IndexByte(marked, lead) < 0:
		return marked, document.OwnWords, true
	}
	start := r.texts.room(len(marked))
	d := decoder{rest: marked, text: &r.texts.piece, from: start, ids: len(r.entries), textOnly: true}
	if !d.decode() {
		return "", nil, false
	}
	return r.texts.from(start), r.source(marked), true
}

// OwnWords is the source of the template's own words.
func (r *Recorder) OwnWords() document.Source {
	if r == nil {
		return nil
	}
	return document.OwnWords
}

// markedText is the source of a text that was marked.
type markedText struct {
	recorder *Recorder
	marked   string
}

// source is the source of a text that was marked.
func (r *Recorder) source(marked string) document.Source {
	if len(r.sources) == cap(r.sources) {
		r.sources = make([]markedText, 0, 32)
	}
	r.sources = append(r.sources, markedText{r, marked})
	return &r.sources[len(r.sources)-1]
}

// Spans are the origins of what became of the text: with single spaces, other
// quotes and dashes.
func (m *markedText) Spans(text string) []document.Span {
	old, found, _ := decode(m.marked)
	spans := make([]document.Span, 0, 2*len(found)+1)
	at := 0
	own := func(end int) {
		spans = document.AppendSlice(spans, document.OwnWords.Spans(old), at, end, at)
	}
	for _, s := range found {
		own(s.start)
		spans = append(spans, m.recorder.resolve(s))
		at = s.end
	}
	own(len(old))
	spaced, spans := singleSpaces(old, spans)
	return realign(spans, spaced, text)
}

// resolve is a span with its origin.
func (r *Recorder) resolve(s span) document.Span {
	switch s.id {
	case nobody:
		return document.Span{Start: s.start, End: s.end, Origin: unknown}
	case words:
		return document.Span{Start: s.start, End: s.end, Origin: ownWords}
	}
	resolved := document.Span{Start: s.start, End: s.end, Origin: &r.entries[s.id]}
	if resolved.Origin.Kind == document.Value {
		resolved.From, resolved.To = s.from, s.to
	}
	return resolved
}

// singleSpaces puts one space for every run of the white space of XML.
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
