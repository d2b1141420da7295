package typography

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/wordset"
)

// bindsReference keeps «№», «ст.» and the like with the words they refer to, and the parts of «и. о.», «т. д.»
// together.
func bindsReference(before, after string) bool {
	first, _ := utf8.DecodeRuneInString(after)
	switch {
	case before == "№" || before == "§":
		return true
	case isCode(before, after):
		return true
	case isNamedCode(before):
		return unicode.IsDigit(first)
	case (before == "кв." || before == "куб.") && trimClosing(strings.TrimRight(after, ".")) == "м":
		return true
	case slices.Contains(abbreviations, before):
		return unicode.IsDigit(first) || unicode.IsUpper(first) || first == '«'
	case isForm(before):
		return first == '«' || first == '„' || before == "ИП" && unicode.IsUpper(first) ||
			isFormRest(after) && (strings.HasSuffix(before, "У") || strings.HasSuffix(before, "О"))
	case before == "и." || before == "т." || before == "в.":
		return slices.Contains([]string{"о.", "е.", "д.", "п.", "к.", "ч."}, after)
	}
	return false
}

// units follow a number.
var units = []string{
	"г", "гг", "кв", "куб", "руб", "коп", "тыс", "млн", "млрд", "экз", "чел", "шт", "мин", "ч", "л", "м", "км",
	"мм", "кг",
	"час", "часа", "часов", "минут", "минута", "минуты", "день", "дня", "дней",
	"год", "года", "годы", "годов", "лет", "рубль", "рубля", "рублей", "человек", "человека", "%",
}

// bindsNumber keeps a number with its unit, the parts of a date and groups of
// digits together.
func bindsNumber(before, after string) bool {
	bare := trimClosing(strings.TrimRight(after, ".")) // «10 %).»
	switch {
	case isMonth(before):
		return len(LeadingDigits(after)) == 4
	case strings.HasPrefix(after, "квартал"):
		return before != "" && strings.Trim(before, "IVX") == ""
	case before == "" || !isDigit(before[len(before)-1]):
		return false
	case isMonth(bare), slices.Contains(units, bare):
		return true
	}
	return len(before) <= 3 && LeadingDigits(before) == before && len(LeadingDigits(after)) == 3
}

var isMonth = wordset.Words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")

// LeadingDigits returns the leading digits of a word.
func LeadingDigits(word string) string {
	end := 0
	for end < len(word) && isDigit(word[end]) {
		end++
	}
	return word[:end]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isNamedCode reports the name of a code before its digits.
var isNamedCode = wordset.Words("ИНН КПП ОГРН ОГРНИП БИК СНИЛС ОКПО ОКТМО УИН КБК р/с к/с л/с")

// isCode reports a code of a letter and a number with dots, such as that of a
// dissertation council: «Д 999.000.01».
func isCode(before, after string) bool {
	letter, size := utf8.DecodeRuneInString(before)
	return size == len(before) && unicode.IsUpper(letter) && len(LeadingDigits(after)) == 3 &&
		strings.Count(after, ".") >= 2
}
