package russian

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Typeset puts right what a keyboard cannot type or a hand has slipped, by
// the norm «Quotes, dashes», and then binds the words (Bind):
//
//	"Ромашка"          «Ромашка», inside other quotes „Ромашка“
//	слово - слово      слово — слово; an en dash stays
//	2017-2020 годы     2017–2020 годы
//	N 5, №5            № 5
//	...                …
//	two  spaces        two spaces
//
// What is right already stays, so Typeset of its own result changes nothing.
// Quotes that do not pair are left alone. The caller decides whether a text
// is to be set: a paper that quotes another must keep the other's slips.
func Typeset(text string) string { return Bind(Signs(text)) }

// Signs is Typeset without Bind, for what is bound later with the rest of its
// paper.
func Signs(text string) string {
	text = singleSpaces(text)
	text = ellipses(text)
	text = quotes(text)
	text = numberSigns(text)
	return dashes(text)
}

// singleSpaces leaves one ordinary space of several. No-break spaces were put
// there by someone who meant them.
func singleSpaces(text string) string {
	for strings.Contains(text, "  ") {
		text = strings.ReplaceAll(text, "  ", " ")
	}
	return text
}

// ellipses makes one sign of exactly three full stops.
func ellipses(text string) string {
	if !strings.Contains(text, "...") {
		return text
	}
	var b strings.Builder
	for text != "" {
		at := strings.IndexByte(text, '.')
		if at < 0 {
			break
		}
		b.WriteString(text[:at])
		rest := strings.TrimLeft(text[at:], ".")
		stops := text[at : len(text)-len(rest)]
		if len(stops) == 3 {
			stops = "…"
		}
		b.WriteString(stops)
		text = rest
	}
	return b.String() + text
}

// dashes makes an em dash of a hyphen between spaces, and an en dash of one
// between two years.
func dashes(text string) string {
	if !hasDash(text) {
		return text
	}
	words := splitSpaces(text)
	for i, w := range words {
		switch {
		case (w == "-" || w == "--") && i > 1 && i+2 < len(words):
			words[i] = "—"
		case i+2 < len(words) && isYears(w) && (strings.HasPrefix(words[i+2], "г") || strings.HasPrefix(words[i+2], "уч")):
			words[i] = strings.Replace(w, "-", "–", 1)
		}
	}
	return strings.Join(words, "")
}

// hasDash reports whether a hyphen stands where it may mean a dash, and not in
// a word.
func hasDash(text string) bool {
	for i := range len(text) {
		if text[i] == '-' && (i == 0 || text[i-1] < utf8.RuneSelf || text[i-1] == nbsp[1]) {
			return true
		}
	}
	return false
}

// isYears is true of «2017-2020».
func isYears(word string) bool {
	from, to, ok := strings.Cut(word, "-")
	return ok && len(from) == 4 && len(to) == 4 && digits(from) == from && digits(to) == to
}

// splitSpaces takes a text apart into words and the spaces between them, in
// turn: word, space, word.
func splitSpaces(text string) []string {
	var parts []string
	for {
		at, size := nextSpace(text)
		if size == 0 {
			return append(parts, text)
		}
		parts = append(parts, text[:at], text[at:at+size])
		text = text[at+size:]
	}
}

// numberSigns writes № for a Latin N before a number, and parts it from the
// number.
func numberSigns(text string) string {
	if !strings.Contains(text, "№") && !strings.Contains(text, "N") {
		return text
	}
	words := splitSpaces(text)
	for i, w := range words {
		mark := strings.TrimLeft(w, "(«\"„")
		before := w[:len(w)-len(mark)]
		for _, sign := range []string{"№", "N"} {
			number, ok := strings.CutPrefix(mark, sign)
			switch {
			case !ok:
				continue
			case number == "" && sign == "N" && i+2 < len(words) && isNumber(words[i+2]):
				words[i] = before + "№"
			case isNumber(number):
				words[i] = before + "№" + nbsp + number
			}
			break
		}
	}
	return strings.Join(words, "")
}

// isNumber is true of «5», «5/12-р» and «5,», but not of «2O».
func isNumber(word string) bool {
	if word == "" || !isDigit(word[0]) {
		return false
	}
	for _, r := range word {
		if unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}

// quotes pairs the quotes of a text with a typewriter's or English ones in it
// and writes «» for the outer and „“ for the inner ones. When they do not pair,
// or all are Russian, the text stays as it is: names are registered with «»
// inside «» too.
func quotes(text string) string {
	if !strings.Contains(text, `"`) && !strings.Contains(text, "”") {
		return text
	}
	runes := []rune(text)
	depth := 0
	for i, r := range runes {
		opens, is := quoteOpens(runes, i)
		switch {
		case !is || !opens && depth == 0 && r == '"' && i > 0 && unicode.IsDigit(runes[i-1]):
			// no quote, or inches
		case opens:
			depth++
			runes[i] = pick(depth > 1, '„', '«')
		case depth == 0:
			return text
		default:
			runes[i] = pick(depth > 1, '“', '»')
			depth--
		}
	}
	if depth != 0 {
		return text
	}
	return string(runes)
}

// quoteOpens reports whether the rune at i is a quote, and one that opens.
func quoteOpens(runes []rune, i int) (opens, is bool) {
	switch runes[i] {
	case '«', '„':
		return true, true
	case '»', '”':
		return false, true
	case '"', '“':
		return i == 0 || unicode.IsSpace(runes[i-1]) || strings.ContainsRune("([«„", runes[i-1]), true
	}
	return false, false
}

func pick(first bool, yes, no rune) rune {
	if first {
		return yes
	}
	return no
}
