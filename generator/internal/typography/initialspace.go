package typography

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// initialsTogether gives initials beside a surname the spacing of official papers:
// none between them and a no-break space before the surname. «А. В. Образцов» and
// «А.В.Образцов» become «А.В. Образцов».
func initialsTogether(text string) string {
	if !hasInitial(text) {
		return text
	}
	words := splitSpaces(text)
	for i := 0; i < len(words); i += 2 {
		words[i] = apart(words[i])
	}
	words = splitSpaces(strings.Join(words, ""))
	for i := 0; i+2 < len(words); i += 2 {
		if !IsInitials(trimOpening(words[i])) || !IsInitials(trimClosing(words[i+2])) {
			continue
		}
		end := initialsEnd(words, i)
		if !hasSurname(words, i, end) {
			i = max(i, end-2) // nor has a part of these initials a surname
			continue
		}
		for space := i + 1; space < end; space += 2 {
			words[space] = ""
		}
		i = end
	}
	return strings.Join(words, "")
}

// hasInitial quickly reports whether a text has a single Russian capital with a full stop.
func hasInitial(text string) bool {
	for i := 0; ; i++ {
		stop := strings.IndexByte(text[i:], '.')
		if stop < 0 {
			return false
		}
		i += stop
		if i < 2 || text[i-2] != 0xD0 || text[i-1] > 0xAF {
			continue
		}
		if i == 2 || text[i-3] < utf8.RuneSelf || text[i-3] == nbsp[1] || text[i-3] == 0xAB || text[i-3] == 0x9E {
			return true
		}
	}
}

// initialsEnd returns the index of the last word of initials that start at i.
func initialsEnd(words []string, i int) int {
	for i+2 < len(words) && trimClosing(words[i]) == words[i] && IsInitials(trimClosing(words[i+2])) {
		i += 2
	}
	return i
}

// hasSurname reports whether there is a surname before or after initials.
func hasSurname(words []string, from, to int) bool {
	if to+2 < len(words) && trimClosing(words[to]) == words[to] && isSurname(words[to+2], to > from) {
		return true
	}
	return from >= 2 && trimOpening(words[from]) == words[from] && IsName(trimOpening(words[from-2])) &&
		trimClosing(words[from-2]) == words[from-2]
}

// isSurname is isName for a word that may end a sentence. A short one may be an
// abbreviation; after two initials it is a surname unless it is a known one.
func isSurname(word string, twoInitials bool) bool {
	word = trimClosing(word)
	const abbreviation = 4 // letters at most
	bare, ends := strings.CutSuffix(word, ".")
	if ends && (utf8.RuneCountInString(bare) > abbreviation ||
		twoInitials && !slices.Contains(abbreviations, strings.ToLower(word))) {
		word = bare
	}
	return IsName(word)
}

// apart separates a surname from the initials it is typed with: «А.В.Образцов».
func apart(word string) string {
	at := len(word) - len(trimOpening(word))
	start := at
	for {
		r, size := utf8.DecodeRuneInString(word[at:])
		if !unicode.Is(unicode.Cyrillic, r) || !unicode.IsUpper(r) || !strings.HasPrefix(word[at+size:], ".") {
			break
		}
		at += size + 1
	}
	r, size := utf8.DecodeRuneInString(word[at:])
	next, _ := utf8.DecodeRuneInString(word[at+size:])
	if at == start || !unicode.IsUpper(r) || !unicode.IsLower(next) {
		return word
	}
	return word[:at] + nbsp + word[at:]
}
