package russian

import (
	"regexp"
	"slices"
	"strings"
)

// numberTitles are titles of columns that number the rows of a table.
var numberTitles = []string{"№", "№ п/п", "п/п"}

// IsOrdinal reports whether the title of a column says that it numbers the rows.
func IsOrdinal(title string) bool {
	return slices.Contains(numberTitles, strings.TrimSuffix(strings.Join(strings.Fields(title), " "), "."))
}

// identifiers begin the titles of columns whose numbers identify something.
var identifiers = []string{
	"пункт", "п.", "подпункт", "статья", "ст.", "раздел", "глава", "лот", "код", "шифр", "инн", "кпп", "огрн",
	"год", "телефон", "тел.", "индекс", "квартира", "кв.", "дом", "кабинет", "каб.", "аудитория", "ауд.", "класс",
	"участок", "начало", "окончание", "время", "час", "часы",
}

// IsIdentifier reports whether the title of a column says that its numbers identify something, as «Номер заявки»,
// «Порядковый номер» and «Пункт договора» do, and are not amounts.
func IsIdentifier(title string) bool {
	words := strings.Fields(strings.ToLower(title))
	return slices.Contains(words, "номер") || slices.Contains(words, "№") ||
		len(words) > 0 && slices.Contains(identifiers, strings.TrimRight(words[0], ",:;"))
}

var amount = regexp.MustCompile(`^[+−–-]?\d[\d \x{a0}]*(?:[.,]\d+)?[ \x{a0}]?%?$`)

// IsAmount reports whether a text is a number: «1 250,00», «−5,5 %», «12».
func IsAmount(text string) bool { return amount.MatchString(strings.TrimSpace(text)) }

// IsNothing reports whether a cell of a table has no value: it is blank or has a
// dash or «х».
func IsNothing(text string) bool {
	return slices.Contains([]string{"", "—", "–", "-", "х", "x"}, strings.TrimSpace(text))
}
