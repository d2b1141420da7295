package russian

import (
	"strings"
	"unicode"
)

// word is one word of a phrase with the marks around it and the space behind.
type word struct{ before, text, after, space string }

const (
	openingMarks = "(«\"„["
	closingMarks = ",;:)»\"“]"
)

// split takes a phrase apart; join puts it together again.
func split(text string) []word {
	var words []word
	for text != "" {
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			end = len(text)
		}
		rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
		inner := strings.TrimLeft(text[:end], openingMarks)
		core := strings.TrimRight(inner, closingMarks)
		words = append(words, word{text[:end-len(inner)], core, inner[len(core):], text[end : len(text)-len(rest)]})
		text = rest
	}
	return words
}

func join(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.before + w.text + w.after + w.space)
	}
	return b.String()
}

// depth is by how much a word opens brackets and quotes.
func (w word) depth() int {
	n := 0
	for _, r := range w.before {
		if strings.ContainsRune(openingMarks, r) {
			n++
		}
	}
	for _, r := range w.after {
		if strings.ContainsRune(")»\"“]", r) {
			n--
		}
	}
	return n
}

// reopens reports whether another post may begin behind a word.
func (w word) reopens() bool {
	return strings.ContainsAny(w.after, ",;") || isOne(w.text, "— – - и / или")
}

// plain is a word with nothing around it that would part it from the next.
func (w word) plain() bool { return w.before == "" && w.after == "" }
