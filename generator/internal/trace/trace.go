// Package trace carries the origins of texts through templates.
//
// Templates see plain strings, and their authors need not know about origins. So
// the origin of a string is inside the string, between markers made of Unicode
// noncharacters (U+FDD0 to U+FDEF, which Unicode reserves for internal use; package
// input rejects them in files). The code that makes the view of a template marks
// values:
//
//	rec.Value("place", m.Place)                      // a value of the input, verbatim
//	rec.Part("text", line, at)                       // a part of a value
//	rec.Computed(russian.DateWords(…), "date")       // computed from values
//	rec.Number("3")                                  // the number of a table row
//	end := rec.Choosing("letter.decisions[0]")        // … whose value chose what is marked until end()
//	rec.Words("Председатель")                        // words of a template in a view
//	rec.Computed(name+", "+post, "people[2]")        // may contain marked texts, which keep their origins
//	trace.Apply(text, upperFirst)                    // applies a function, keeping the markers
//
// Marked strings can be joined, and text outside the markers can be trimmed. Every
// function that looks inside them is called through Apply; comparing, sorting,
// parsing and naming files use Strip. Package markup removes the markers from the
// output of the template and gets their meaning from the Recorder.
//
// A marker is START [id [SEP from [SEP to]]] … END; numbers have 16 digits, each a
// noncharacter. A value without from starts at its first byte, one without to is
// as long as its text. A marker without an id is of unknown origin, or, with SEP
// in its place, the template's own words.
//
//	trace.go  the Recorder
//	arena.go  memory for marked texts
//	rename.go keys under other names
//	excerpt.go origins of a part of a paper
//	read.go   marked text → text and spans
//	apply.go  functions of texts on marked texts
//	align.go  alignment of an old text and a new one
package trace

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/document"
)

// Characters of markers. All are three bytes long in UTF-8, with the same first
// byte.
const (
	opening   = '\uFDD0'
	closing   = '\uFDD1'
	separator = '\uFDD2'
	digit     = '\uFDE0' // to U+FDEF
)

// lead is the first byte of every marker. It also starts some letters, but none
// of Russian papers.
const lead = 0xEF

// isMarker reports whether a character is used in markers and is therefore
// never part of a text.
func isMarker(r rune) bool { return r >= 0xFDD0 && r <= 0xFDEF }

// Recorder records the origins of a paper. A nil Recorder marks nothing. It is
// not safe for concurrent use.
type Recorder struct {
	entries []document.Origin
	first   int      // number of the first entry; see Excerpt
	keys    []string // keys of all entries
	renames []renamed
	choices []string // keys that chose what is marked now
	texts   arena
	sources []markedText // sources returned by Read
}

// New returns a Recorder for one paper.
func New() *Recorder { return new(Recorder) }

// Value marks a text as the value of a key. Text without letters is returned
// unchanged, so that templates can test for it. References are keys whose
// values name the table that contains the key, such as a chair who is one of
// the people.
func (r *Recorder) Value(key, text string, references ...string) string {
	if len(references) == 0 || r == nil || isBlank(text) {
		return r.Part(key, text, 0)
	}
	text = Strip(text)
	return r.mark(text, span{id: r.note(document.Value, append([]string{key}, references...)...), to: len(text)})
}

// Part marks a text that starts at a byte of the value of a key.
func (r *Recorder) Part(key, text string, from int) string {
	if r == nil || isBlank(text) {
		return text
	}
	text = Strip(text)
	return r.mark(text, span{id: r.note(document.Value, key), from: from, to: from + len(text)})
}

// Computed marks a text as derived from the values of keys. Parts that are
// already marked keep their origins.
func (r *Recorder) Computed(text string, keys ...string) string {
	if r == nil || isBlank(text) {
		return text
	}
	return r.mark(text, span{id: r.note(document.Computed, keys...), to: len(text)})
}

// Number marks a generated number, such as that of a table row.
func (r *Recorder) Number(text string) string {
	if r == nil || isBlank(text) {
		return text
	}
	return r.mark(text, span{id: r.note(document.Generated), to: len(text)})
}

// Words marks words of a template that are used as a fact of another one.
func (r *Recorder) Words(text string) string {
	if r == nil || isBlank(text) {
		return text
	}
	return r.mark(text, span{id: wordsID, to: len(text)})
}

// Mark marks the parts of a text with known origins. Spans must be sorted and
// must not overlap.
func (r *Recorder) Mark(text string, spans []document.Span) string {
	if r == nil || len(spans) == 0 {
		return text
	}
	var b []byte
	at := 0
	for _, s := range spans {
		if isBlank(text[s.Start:s.End]) {
			continue // like the other functions
		}
		b = append(b, text[at:s.Start]...)
		marked := span{start: s.Start, end: s.End, id: unknownID, from: s.From, to: s.To}
		if s.Origin.Kind != document.Unknown {
			marked.id = r.note(s.Origin.Kind, s.Origin.Keys...)
		}
		if s.Origin.Kind != document.Value {
			marked.from, marked.to = 0, s.End-s.Start
		}
		b, at = marked.append(b, text), s.End
	}
	return string(append(b, text[at:]...))
}

// Around returns the markers around a marked string, for words with the same
// origin. For a string without markers it returns empty strings.
func Around(marked string) (opens, closes string) {
	for i, r := range marked {
		if !isMarker(r) || i > 0 && (r == opening || r == closing) {
			if i == 0 {
				return "", ""
			}
			return marked[:i], string(closing)
		}
	}
	return "", ""
}

// Unmarked marks a text, except for parts with markers, as of unknown origin:
// output of a template from a view that was not marked.
func Unmarked(text string) string {
	if isBlank(text) {
		return text
	}
	return string(opening) + text + string(closing)
}

// Literal marks a text as the template's own words, without a Recorder.
func Literal(text string) string {
	if isBlank(text) {
		return text
	}
	return string(opening) + string(separator) + text + string(closing)
}

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }

// note records an origin and returns its number. The keys are copied.
func (r *Recorder) note(kind document.OriginKind, keys ...string) int {
	if r.entries == nil { // enough for a letter
		r.entries, r.keys = make([]document.Origin, 0, 64), make([]string, 0, 64)
	}
	from := len(r.keys)
	for _, key := range keys {
		r.keys = append(r.keys, r.Known(key))
	}
	if len(keys) > 0 {
		for _, key := range r.choices {
			if key = r.Known(key); !slices.Contains(r.keys[from:], key) {
				r.keys = append(r.keys, key)
			}
		}
	}
	r.entries = append(r.entries, document.Origin{Kind: kind, Keys: slices.Clip(r.keys[from:])})
	return r.first + len(r.entries) - 1
}

func (r *Recorder) mark(text string, s span) string {
	s.end = len(text)
	var room [64]byte
	opens := s.appendOpening(room[:0])
	start := r.texts.room(len(opens) + len(text) + utf8.RuneLen(closing))
	r.texts.piece.Write(opens)
	r.texts.piece.WriteString(text)
	r.texts.piece.WriteRune(closing)
	return r.texts.from(start)
}

// Strip returns a text without markers.
func Strip(text string) string {
	if strings.IndexByte(text, lead) < 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for {
		at := strings.IndexByte(text, lead)
		if at < 0 {
			b.WriteString(text)
			return b.String()
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		b.WriteString(text[:at])
		if !isMarker(r) {
			b.WriteString(text[at : at+size])
		}
		text = text[at+size:]
	}
}

// FirstMarker returns the offset of the first marker character, or -1.
func FirstMarker(text []byte) int {
	if bytes.IndexByte(text, lead) < 0 {
		return -1
	}
	return bytes.IndexFunc(text, isMarker)
}

// HasMarkers reports whether a text contains a marker character.
func HasMarkers(text string) bool {
	return strings.IndexByte(text, lead) >= 0 && strings.ContainsFunc(text, isMarker)
}
