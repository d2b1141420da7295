package word

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/fields"
)

// stop is the full stop at the end of a value. The template continues after the value with its own punctuation.
type stop struct {
	given   bool
	at      int  // in the output
	ends    bool // it is certain to end a sentence
	spaced  bool // a space of the template is after it
	bracket bool // and an opening bracket
	outside bool // the markup after it is not in a text
}

// stopOf returns the full stop at the end of a value that was printed as a text.
func (e *execution) stopOf(text string, value *fields.Printed) stop {
	if !strings.HasSuffix(text, ".") || strings.HasSuffix(text, "..") {
		return stop{}
	}
	ends := !e.template.KeepStops && strings.HasSuffix(text, value.Plain) && value.EndsSentence()
	return stop{given: true, at: len(e.out) - 1, ends: ends}
}

// literal prints markup of the template. After a value with a full stop, that of the
// template is removed; that of a sentence is removed before another sign or words in
// brackets that continue it: «Провести митинг;», «Провести митинг (отв. Белова И.Л.)».
func (e *execution) literal(markup []byte) {
	start := len(e.out)
	if e.stop.given {
		markup = e.behindStop(markup)
	}
	start = min(start, len(e.out)) // the full stop of the value may be gone
	e.out = append(e.out, markup...)
	e.chosen(start)
}

// behindStop returns markup without its full stop, or removes that of the value.
func (e *execution) behindStop(markup []byte) []byte {
	tag := false
	for i, b := range markup {
		switch {
		case b == '<':
			if tag = true; parts(markup[i:]) {
				e.stop = stop{}
				return markup
			}
			e.stop.outside = !beginsText(markup[i:])
		case b == '>':
			tag = false
		case tag, e.stop.outside:
		case e.stop.ends && !e.stop.bracket && isSpace(markup, i):
			e.stop.spaced = true
		case b == '(' && e.stop.spaced && !e.stop.bracket:
			e.stop.bracket = true
		default:
			return e.atSign(markup, i)
		}
	}
	return markup
}

// atSign is behindStop for the first sign after the stop.
func (e *execution) atSign(markup []byte, at int) []byte {
	s, rest := e.stop, markup[at:]
	e.stop = stop{}
	switch {
	case rest[0] == '.' && !s.spaced && !bytes.HasPrefix(rest, []byte("..")):
		e.out = append(e.out, markup[:at]...)
		return markup[at+1:]
	case s.ends && !s.spaced && isSign(rest), s.bracket && continues(rest):
		e.drop(s)
	}
	return markup
}

// isSpace reports whether a byte of a text is of a space, which may be one without a break.
func isSpace(text []byte, i int) bool {
	const hard = "\u00a0"
	return text[i] == ' ' || bytes.HasPrefix(text[i:], []byte(hard)) || bytes.HasSuffix(text[:i+1], []byte(hard))
}

// parts reports whether a tag ends a line or begins markup that is not text.
func parts(tag []byte) bool {
	for _, begin := range []string{"</w:p>", "<w:br", "<w:tab/>", "<w:tab ", "<w:cr", "<w:drawing", "<w:pict",
		"<w:object", "<w:fldChar", "<w:fldSimple", "<w:instrText", "<w:sym"} {
		if bytes.HasPrefix(tag, []byte(begin)) {
			return true
		}
	}
	return false
}

// beginsText reports whether a tag is the start tag of a text.
func beginsText(tag []byte) bool {
	name, _, _ := bytes.Cut(tag[:min(len(tag), 64)], []byte(">"))
	name, _, _ = bytes.Cut(name[1:], []byte(" "))
	_, name, prefixed := bytes.Cut(name, []byte(":"))
	return prefixed && string(name) == "t"
}

// isSign reports whether a text begins with a sign before which no sentence ends. A full
// stop belongs after a closing quotation mark.
func isSign(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return strings.ContainsRune(",;:»\"“”", r) || bytes.HasPrefix(text, []byte("&quot;"))
}

// continues reports whether a text continues with a word of small letters, not with the
// letter of an item: «(а)».
func continues[T []byte | string](text T) bool {
	begin := []rune(string(text[:min(len(text), 2*utf8.UTFMax)]))
	return len(begin) > 1 && unicode.IsLower(begin[0]) && unicode.IsLower(begin[1])
}

// drop removes the full stop of a value.
func (e *execution) drop(s stop) {
	e.out = append(e.out[:s.at], e.out[s.at+1:]...)
	for i := len(e.ranges) - 1; i >= 0 && e.ranges[i].End > s.at; i-- {
		if e.ranges[i].Start > s.at {
			e.ranges[i].Start--
		}
		e.ranges[i].End--
	}
}
