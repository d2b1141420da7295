package table

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Value returns the text of a cell, cleaned, and what should be said of it.
func (c Cell) Value() (text, problem string, isError bool) {
	text, problem, isError = normalize(unwrapText(c.Text))
	if plain, marked := withoutMarkup(text); marked && !isError {
		text, problem = plain, "в ячейке были остатки HTML, они убраны"
	}
	switch {
	case c.problem != "":
		return text, c.problem, c.IsError
	case problem != "":
	case isTableError(text):
		return text, ErrorIn + text, true
	case c.struck && text != "":
		return text, "текст в ячейке зачёркнут: если адресата исключили, удалите строку", false
	case isScientific(text):
		return text, "число записано с E+, как его показал Excel: часть цифр потеряна", true
	}
	return text, problem, isError
}

// ErrorIn begins the problem of a cell that shows an error of its formula.
const ErrorIn = "в ячейке ошибка таблицы "

// Clean normalizes external text in the same way as values of a list.
func Clean(text string) string {
	text, _, _ = normalize(text)
	return text
}

// unwrapText removes the notations that keep a spreadsheet from interpreting a
// text: the formula ="0123", which preserves leading zeros, and the apostrophe
// in front, which programs export as part of the text.
func unwrapText(text string) string {
	if inner, ok := strings.CutPrefix(text, `="`); ok && strings.IndexByte(inner, '"') == len(inner)-1 && inner != "" {
		return inner[:len(inner)-1]
	}
	if rest, ok := strings.CutPrefix(text, "'"); ok && rest != "" && !strings.Contains(rest, "'") {
		return rest
	}
	return text
}

// normalize trims spaces, converts line ends to \n, composes letters (NFC;
// macOS decomposes й) and removes invisible characters. The problem says if
// something was unreadable or was removed.
func normalize(text string) (cleaned, problem string, isError bool) {
	if isNormalized(text) {
		return text, "", false
	}
	text = oneLineEnd.Replace(strings.TrimFunc(text, unicode.IsSpace))
	if isNormalized(text) { // it had spaces around it
		return text, "", false
	}
	text = norm.NFC.String(text)
	rejected, invisible := rune(0), false
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
		case unicode.IsControl(r), r == utf8.RuneError, unicode.Is(unicode.Noncharacter_Code_Point, r):
			rejected = r
			return -1
		case IsInvisible(r):
			invisible = true
			return -1
		}
		return r
	}, text)
	text = strings.TrimFunc(text, unicode.IsSpace)
	switch {
	case rejected == utf8.RuneError:
		return text, "в ячейке знаки, которые не удалось прочитать", true
	case rejected != 0:
		return text, fmt.Sprintf("в ячейке управляющий символ U+%04X", rejected), true
	case invisible:
		return text, "в ячейке были невидимые знаки, они убраны", false
	}
	return text, "", false
}

// oneLineEnd writes every line end as \n, and a tab as the space it looks like.
var oneLineEnd = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ")

// isScientific reports whether a text is a long number that Excel saved as
// displayed: 7,70708E+09.
func isScientific(text string) bool {
	mantissa, exponent, found := strings.Cut(text, "E+")
	return found && mantissa != "" && exponent != "" && strings.Trim(exponent, "0123456789") == "" &&
		strings.Trim(mantissa, "0123456789,.") == ""
}

// isNormalized quickly reports that there is nothing to normalize, which holds for most texts: they consist of
// ASCII, Russian letters and common punctuation.
func isNormalized(text string) bool {
	if text != "" && (text[0] == ' ' || text[len(text)-1] == ' ') {
		return false
	}
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c < ' ', c == 0x7F:
			return false
		case c < utf8.RuneSelf:
			i++
		case c == 0xD0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80,
			c == 0xD1 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 && text[i+1] <= 0x91: // Ѐ–ё
			i += 2
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			if !strings.ContainsRune("«»№–—", r) {
				return false
			}
			i += size
		}
	}
	return true
}

// IsInvisible reports whether a character has no width: soft hyphen, zero-width
// spaces and joiners, direction marks, byte order marks.
func IsInvisible(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x2028 && r <= 0x202E ||
		r >= 0x2060 && r <= 0x2069 || r == 0xFEFF
}
