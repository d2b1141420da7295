package russian

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Typeset corrects punctuation that is usually typed in a simplified form, and
// inserts no-break spaces (see Bind):
//
//	"Ромашка"          «Ромашка», inside other quotes „Ромашка“
//	слово - слово      слово — слово; an en dash stays
//	2017-2020 годы     2017–2020 годы
//	N 5, №5            № 5
//	...                …
//	two  spaces        two spaces
//
// Typeset is idempotent. Unbalanced quotes are left alone. It must not be
// applied to quotations from other papers, which keep their original spelling.
func Typeset(text string) string { return Bind(Signs(text)) }

// Signs is Typeset without Bind, for texts that are bound later as a part of a
// paper.
func Signs(text string) string {
	text = singleSpaces(text)
	text = ellipses(text)
	text = quotes(text)
	text = numberSigns(text)
	return dashes(text)
}

// singleSpaces collapses ordinary spaces. No-break spaces are kept, since
// somebody has inserted them deliberately.
func singleSpaces(text string) string {
	for strings.Contains(text, "  ") {
		text = strings.ReplaceAll(text, "  ", " ")
	}
	return text
}

// ellipses replaces exactly three full stops with an ellipsis.
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

// dashes replaces a hyphen between spaces with an em dash, and a hyphen between
// years with an en dash.
func dashes(text string) string {
	if !hasDash(text) {
		return text
	}
	words := splitSpaces(text)
	for i, w := range words {
		switch {
		case (w == "-" || w == "--") && i > 1 && i+2 < len(words):
			words[i] = "—"
		case i+2 < len(words) && isYears(w) &&
			(strings.HasPrefix(words[i+2], "г") || strings.HasPrefix(words[i+2], "уч")):
			words[i] = strings.Replace(w, "-", "–", 1)
		}
	}
	return strings.Join(words, "")
}

// hasDash reports whether a hyphen stands outside a word, where it may mean a
// dash.
func hasDash(text string) bool {
	for i := range len(text) {
		if text[i] == '-' && (i == 0 || text[i-1] < utf8.RuneSelf || text[i-1] == nbsp[1]) {
			return true
		}
	}
	return false
}

// isYears recognizes «2017-2020».
func isYears(word string) bool {
	from, to, ok := strings.Cut(word, "-")
	return ok && len(from) == 4 && len(to) == 4 && digits(from) == from && digits(to) == to
}

// splitSpaces splits a text into alternating words and spaces, starting with a
// word.
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

// numberSigns replaces a Latin N before a number with №, followed by a no-break
// space.
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

// isNumber accepts «5», «5/12-р» and «5,», but not «2O» with a letter.
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

// quotes replaces balanced quotes with «» and, for inner quotes, with „“. Texts
// with unbalanced quotes or with Russian quotes alone do not change: registered
// names may contain «» inside «».
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
			// not a quote, or an inch sign
		case opens:
			depth++
			runes[i] = choose(depth > 1, '„', '«')
		case depth == 0:
			return text
		default:
			runes[i] = choose(depth > 1, '“', '»')
			depth--
		}
	}
	if depth != 0 {
		return text
	}
	return string(runes)
}

// quoteOpens reports whether the rune at i is a quote, and whether it opens.
func quoteOpens(runes []rune, i int) (opens, is bool) {
	switch runes[i] {
	case '«', '„':
		return true, true
	case '»', '”':
		return false, true
	case '“':
		if i > 0 && runes[i-1] == '„' {
			return false, true // it ends empty quotes
		}
		fallthrough
	case '"':
		return i == 0 || unicode.IsSpace(runes[i-1]) || strings.ContainsRune("([«„", runes[i-1]), true
	}
	return false, false
}

func choose(first bool, yes, no rune) rune {
	if first {
		return yes
	}
	return no
}
