package cos

import (
	"slices"
	"strings"
	"time"
	"unicode"
)

// maxProgram is the longest name of a program, in bytes: some list all that wrote a file.
const maxProgram = 500

// russianWords are Russian words in the names of programs that write and sign files.
var russianWords = []string{"для", "и", "в", "с", "по", "на", "версия", "система", "программа", "сервис", "печать",
	"офис", "р", "мойофис", "текст", "таблица", "презентация", "крипто", "криптопро", "про", "криптоарм", "гост",
	"арм", "эцп", "эп", "цсп", "випнет", "клиент", "предприятие", "бухгалтерия", "зуп", "документооборот", "контур",
	"диадок", "тензор", "сбис", "такском", "дело", "тезис", "директум", "яндекс", "документы", "госключ",
	"госуслуги", "сервер", "плюс", "астра", "альт", "рупост"}

// IsProgram reports whether a text may be the name of a program, which programs put into the properties of a file:
// it has no Russian words except those in such names, and no invisible characters.
func IsProgram(text string) bool {
	if len(text) > maxProgram || strings.ContainsFunc(text, func(r rune) bool {
		return !unicode.IsPrint(r) || r == unicode.ReplacementChar
	}) {
		return false
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		isRussian := strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
		if isRussian && !slices.Contains(russianWords, word) {
			return false
		}
	}
	return true
}

// isMoment reports whether a text is a date as metadata write it (ISO 16684-1, 8.2.1.1).
func isMoment(text string) bool {
	return slices.ContainsFunc([]string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05",
		"2006-01-02T15:04", "2006-01-02", "2006-01", "2006"}, func(layout string) bool {
		_, err := time.Parse(layout, text)
		return err == nil
	})
}
