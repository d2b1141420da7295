package russian

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/typography"
	"protokol/generator/internal/wordset"
)

var (
	// isListedContraction reports contractions that keep a final vowel or more letters than usual.
	isListedContraction = wordset.Words("пр-во пр-ие пр-тие т-во о-во об-во аг-во м-во уч-ще уч-е упр-е отд-е " +
		"учр-е б-ка б-ца ф-ка ф-ла к-ра п-ка зам-ль зав-щий рук-ль пред-ль учит-ль")
	// isLabel reports abbreviations that look like ordinary words.
	isLabel = wordset.Words("мнс снс внс гнс мэнээс")
)

// isContraction reports a word from which letters are left out in the middle. Most
// do not decline: «нач-к», «дир-р», «с/х», «в/ч».
func isContraction(lower string) bool {
	if isLabel(lower) {
		return true
	}
	at := strings.IndexAny(lower, "-/")
	if at < 0 {
		return false
	}
	first, last := lower[:at], lower[at+1:]
	if lower[at] == '/' {
		return 0 < len(last) && utf8.RuneCountInString(first) < 3 && utf8.RuneCountInString(last) < 3 &&
			isCyrillicOnly(first) && isCyrillicOnly(last)
	}
	return isListedContraction(lower) || len(last) > 0 && utf8.RuneCountInString(last) < 3 && syllables(last) == 0 &&
		isCyrillicOnly(first) && isCyrillicOnly(last) && last != "й" && last != "х" && !isInstitution(first)
}

// declineContraction returns a contraction in a case. Those that keep the ending of
// their noun decline: «д-ру», «рук-лю».
func declineContraction(w *phraseWord, c Case) string {
	switch {
	case w.lower == "д-р":
		return endings("", "а у а ом е").decline(w.text, c, true)
	case strings.HasSuffix(w.lower, "-ль"):
		return endings("ь", "я ю я ем е").decline(w.text, c, true)
	}
	return w.text
}

func isCyrillicOnly(text string) bool {
	for _, r := range text {
		if !unicode.Is(unicode.Cyrillic, r) {
			return false
		}
	}
	return true
}

// isAbbreviatedWord reports an abbreviation in small letters with a full stop: «восп.», «м.н.с.». Initials and
// abbreviations of places do not count.
func isAbbreviatedWord(text string) bool {
	if !strings.HasSuffix(text, ".") || typography.IsInitials(text) {
		return false
	}
	for i, r := range text {
		if r != '.' && r != '-' && (!unicode.Is(unicode.Cyrillic, r) || i > 0 && unicode.IsUpper(r)) {
			return false
		}
	}
	return true
}

// readsAsWord reports whether a word in lower case, written in capitals, can be read as
// one and is hardly an abbreviation: «полигон», but not «огбпоу».
func readsAsWord(lower string) bool {
	consonants, vowels := 0, 0
	for _, r := range lower {
		if strings.ContainsRune("аеёиоуыэюя", r) {
			consonants, vowels = 0, vowels+1
		} else {
			consonants, vowels = consonants+1, 0
		}
		if consonants > 2 || vowels > 1 {
			return false
		}
	}
	return syllables(lower) > 1 && !hasAnySuffix(lower, "о е у и") && !strings.Contains(lower, "гб")
}
