// Package typography sets the spaces, quotes and dashes of Russian text as official
// papers have them: Typeset corrects what is typed in a simplified form, Bind
// forbids line breaks where a reader would stumble. All functions are pure and
// take text in any state; they look at the shape of words, not at their grammar.
package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nbsp is a no-break space.
const nbsp = "\u00a0"

// Typeset corrects punctuation that is usually typed in a simplified form, and
// inserts no-break spaces (see Bind):
//
//	"Ромашка"          «Ромашка», inside other quotes „Ромашка“ (see quotes)
//	слово - слово      слово — слово; an en dash stays
//	2017-2020 годы     2017–2020 годы
//	N 5, №5            № 5
//	А. В. Образцов     А.В. Образцов
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
	text = initialsTogether(text)
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

// hasDash reports whether there is a hyphen outside words, where it may mean a dash.
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
	return ok && len(from) == 4 && len(to) == 4 && LeadingDigits(from) == from && LeadingDigits(to) == to
}

// splitSpaces splits a text into alternating words and spaces, starting with a
// word.
func splitSpaces(text string) []string {
	parts := make([]string, 0, 2*strings.Count(text, " ")+3)
	for {
		at, size := NextSpace(text)
		if size == 0 {
			return append(parts, text)
		}
		parts = append(parts, text[:at], text[at:at+size])
		text = text[at+size:]
	}
}

// numberSigns separates № from the number by a no-break space, and from the word before it by a space. It replaces
// a Latin N before a number with №.
func numberSigns(text string) string {
	if !strings.Contains(text, "№") && !strings.Contains(text, "N") {
		return text
	}
	for {
		// A space may put another N before a number: «№N 5», «№ N 5», «№ № 5».
		signed := signsOfWords(text)
		if signed == text || !strings.Contains(signed, "N") {
			return signed
		}
		text = signed
	}
}

// signsOfWords is a pass of numberSigns over the words of a text.
func signsOfWords(text string) string {
	words := splitSpaces(text)
	for i := 0; i < len(words); i += 2 {
		mark := strings.TrimLeft(words[i], "(«\"„")
		before := words[i][:len(words[i])-len(mark)]
		number, isLatin := strings.CutPrefix(mark, "N")
		switch {
		case isLatin && number == "" && i+2 < len(words) && isNumber(words[i+2]):
			words[i] = before + "№"
		case isLatin && isNumber(number):
			words[i] = before + numbered("№"+number)
		case strings.Contains(mark, "№"):
			words[i] = before + numbered(mark)
		}
	}
	return strings.Join(words, "")
}

// numbered separates the signs № in a word from the text before and after them: «СШ№5» is «СШ № 5», «№№1,2» is «№№
// 1,2».
func numbered(word string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(word, "№")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if last, _ := utf8.DecodeLastRuneInString(before); unicode.IsLetter(last) || last == '»' {
			b.WriteByte(' ')
		}
		word = strings.TrimLeft(rest, "№")
		b.WriteString("№" + rest[:len(rest)-len(word)])
		if next, _ := utf8.DecodeRuneInString(word); unicode.IsLetter(next) || unicode.IsDigit(next) {
			b.WriteString(nbsp)
		}
	}
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
