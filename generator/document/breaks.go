package document

import (
	"strings"
	"unicode/utf8"
)

// BreaksAfter reports whether a line may break after the hyphen or dash at a byte
// of a text, without a space (Unicode Standard Annex 14, classes HY and BA): only
// before a letter, or an em dash before a digit. A single letter is not separated
// («р-н», «5-й»), nor is the end of a contraction («кол-во») or of a number («3-го»),
// an abbreviation («физ.-мат.») or a range («8–9», «01–14.06»).
func BreaksAfter(text string, at int) bool {
	r, size := utf8.DecodeRuneInString(text[at:])
	if r != '-' && r != '–' && r != '—' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[at+size:])
	if !isLetter(next) {
		return r == '—' && next >= '0' && next <= '9'
	}
	return r != '-' || !isSingle(text, at)
}

// SticksAt reports whether the hyphen at a byte of a text must not end a line,
// although editors would end one there: before a letter or a digit («01-07»).
func SticksAt(text string, at int) bool {
	if text[at] != '-' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[at+1:])
	if before, _ := utf8.DecodeLastRuneInString(text[:at]); next >= '0' && next <= '9' {
		return isLetter(before) || before >= '0' && before <= '9'
	}
	return isLetter(next) && isSingle(text, at)
}

// isSingle reports whether only one letter is before or after a hyphen, or an
// abbreviation before it.
func isSingle(text string, at int) bool {
	before, size := utf8.DecodeLastRuneInString(text[:at])
	if before == '.' {
		return true
	}
	if isLetter(before) {
		if further, _ := utf8.DecodeLastRuneInString(text[:at-size]); !isLetter(further) && further != '-' {
			return true
		}
	}
	if before >= '0' && before <= '9' && lettersIn(text[at+1:]) <= longestCase {
		return true
	}
	_, size = utf8.DecodeRuneInString(text[at+1:])
	further, _ := utf8.DecodeRuneInString(text[at+1+size:])
	return !isLetter(further) && further != '-' || isContraction(text, at)
}

// isContraction reports whether the letters after a hyphen are the end of a word
// whose middle is left out: «кол-во», «изд-ва», «пр-кт».
func isContraction(text string, at int) bool {
	end := text[at+1:]
	if i := strings.IndexFunc(end, func(r rune) bool { return !isLetter(r) }); i >= 0 {
		end = end[:i]
	}
	switch end {
	case "во", "ва", "ву", "вом", "ве", "кт", "кта", "кту", "кте":
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		return !strings.ContainsRune("аеёиоуыэюя", before)
	}
	return false
}

// longestCase is the number of letters of the longest ending of a number: «3-его».
const longestCase = 3

// lettersIn returns the number of letters that a text begins with.
func lettersIn(text string) (n int) {
	for _, r := range text {
		if !isLetter(r) {
			break
		}
		n++
	}
	return n
}

// isLetter reports whether a rune is a Latin or Cyrillic letter.
func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 'Ѐ' && r <= 'ӿ'
}
