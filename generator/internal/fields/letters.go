package fields

import (
	"strings"
	"unicode"
)

// StripInvisible returns a text without format characters (Unicode Cf) such as soft
// hyphens, zero-width spaces and marks of direction, which come with copied text.
func StripInvisible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
}

// lookalikes replaces Latin letters by the Russian ones of the same shape.
var lookalikes = strings.NewReplacer("a", "а", "c", "с", "e", "е", "k", "к", "m", "м", "h", "н", "b", "в", "t", "т",
	"o", "о", "p", "р", "x", "х", "y", "у", "A", "А", "B", "В", "C", "С", "E", "Е", "H", "Н", "K", "К", "M", "М",
	"O", "О", "P", "Р", "T", "Т", "X", "Х", "Y", "У")

// FoldLetters replaces Latin letters in words that have Russian letters, too. The
// number of letters stays.
func FoldLetters(text string) string {
	if !mixes(text) {
		return text
	}
	var b strings.Builder
	for text != "" {
		end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(text)
		}
		if word := text[:end]; mixes(word) {
			b.WriteString(lookalikes.Replace(word))
		} else {
			b.WriteString(word)
		}
		rest := strings.IndexFunc(text[end:], unicode.IsLetter)
		if rest < 0 {
			rest = len(text) - end
		}
		b.WriteString(text[end : end+rest])
		text = text[end+rest:]
	}
	return b.String()
}

// mixes reports whether a text has Latin and Russian letters.
func mixes(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r < 0x80 && unicode.IsLetter(r) }) &&
		strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}
