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
	given  bool
	at     int  // in the output
	ends   bool // it ends a sentence and is not part of an abbreviation
	spaced bool // a space of the template is behind it, and perhaps a bracket
}

// stopOf returns the full stop at the end of a value that was printed.
func (e *execution) stopOf(text string) stop {
	if !strings.HasSuffix(text, ".") || strings.HasSuffix(text, "..") {
		return stop{}
	}
	return stop{given: true, at: len(e.out) - 1, ends: fields.EndsSentence(text) && !e.template.KeepStops}
}

// literal prints markup of the template. After a value with a full stop, that of the template is removed; before
// another sign, or words that continue the sentence, that of the value is removed: «Провести митинг;», «провести
// митинг (отв. Белова И.Л.)».
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
			if tag = true; breaksLine(markup[i:]) {
				e.stop = stop{}
				return markup
			}
		case b == '>':
			tag = false
		case tag:
		case b == ' ' && e.stop.ends:
			e.stop.spaced = true
		case b == '(' && e.stop.spaced:
		default:
			s := e.stop
			e.stop = stop{}
			switch {
			case b == '.' && !s.spaced && !bytes.HasPrefix(markup[i:], []byte("..")):
				e.out = append(e.out, markup[:i]...)
				return markup[i+1:]
			case s.ends && !s.spaced && isSign(markup[i:]), s.spaced && continues(markup[i:]):
				e.drop(s)
			}
			return markup
		}
	}
	return markup
}

// breaksLine reports whether a tag ends a line.
func breaksLine(tag []byte) bool {
	for _, begin := range []string{"</w:p>", "<w:br", "<w:tab/>", "<w:tab ", "<w:cr"} {
		if bytes.HasPrefix(tag, []byte(begin)) {
			return true
		}
	}
	return false
}

// isSign reports whether a text begins with a sign before which no sentence ends. A full stop belongs after a
// closing quotation mark.
func isSign(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return strings.ContainsRune(",;:»\"“”", r) || bytes.HasPrefix(text, []byte("&quot;"))
}

// continues reports whether a text continues with a small letter.
func continues[T []byte | string](text T) bool {
	r, _ := utf8.DecodeRuneInString(string(text[:min(len(text), utf8.UTFMax)]))
	return unicode.IsLower(r)
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
