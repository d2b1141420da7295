package list

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// longestPrinted is more characters than any value has that is printed of an addressee: the
// full names of institutions and addresses have up to 500.
const longestPrinted = 1000

// printedFields are those whose values are printed, checked and declined.
var printedFields = strings.Fields(`
	organization organization_short name surname given_name patronymic position salutation address postal_address
	index region city number date`)

// tooLong says that a cell has a text that cannot be a value of its field, or "". Such a text is an article in the
// wrong column, or several rows in one by a quote that is not closed.
func (l *List) tooLong(column int, text string) string {
	if len(text) <= longestPrinted || !slices.Contains(printedFields, l.Columns[column].Field) {
		return ""
	}
	if count := utf8.RuneCountInString(text); count > longestPrinted {
		return fmt.Sprintf("в ячейке %d знаков: для адресата это слишком много, можно до %d; проверьте, "+
			"тот ли это столбец и закрыты ли кавычки", count, longestPrinted)
	}
	return ""
}
