package signature

import (
	"strings"
	"unicode"
)

// names remarks on letters in the name of the signer that look like others: anybody who issues certificates can
// choose them.
func (j *judgement) names() {
	name := j.s.Owner.Name
	for _, word := range strings.FieldsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) &&
			!unicode.IsMark(r)
	}) {
		if mixesAlphabets(word) {
			j.remark("в имени подписавшего буквы разных алфавитов, похожие друг на друга: «%s»; это может быть другой человек",
				word)
			return
		}
	}
	if strings.ContainsFunc(name, isUnusual) {
		j.remark("в имени подписавшего есть невидимые или идущие справа налево знаки: на экране оно может читаться иначе")
	}
}

// mixesAlphabets reports whether a word has letters of several alphabets.
func mixesAlphabets(word string) bool {
	alphabets := 0
	for _, alphabet := range []*unicode.RangeTable{unicode.Cyrillic, unicode.Latin, unicode.Greek, unicode.Armenian,
		unicode.Cherokee} {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(alphabet, r) }) {
			alphabets++
		}
	}
	return alphabets > 1
}

// isUnusual reports whether a character is invisible, is written from right to left, or is a combining mark that
// normalization does not compose.
func isUnusual(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Co,
		unicode.Mn,
		unicode.Me, unicode.Other_Default_Ignorable_Code_Point)
}
