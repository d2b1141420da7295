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

// IsIdentifier reports whether the title of a column says that its numbers name
// something, as «Номер заявки» and «Порядковый номер» do, and are not amounts.
func IsIdentifier(title string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(title)) {
		if word == "номер" || word == "№" {
			return true
		}
	}
	return false
}

var amount = regexp.MustCompile(`^[+−–-]?\d[\d \x{a0}]*(?:[.,]\d+)?[ \x{a0}]?%?$`)

// IsAmount reports whether a text is a number: «1 250,00», «−5,5 %», «12».
func IsAmount(text string) bool { return amount.MatchString(strings.TrimSpace(text)) }

// IsNothing reports whether a cell of a table has no value: it is blank or has a
// dash or «х».
func IsNothing(text string) bool {
	return slices.Contains([]string{"", "—", "–", "-", "х", "x"}, strings.TrimSpace(text))
}
