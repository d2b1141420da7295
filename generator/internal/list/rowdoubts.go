package list

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// doubtHidden reports a row that somebody hid, perhaps because it is not to get a letter.
func (l *List) doubtHidden(record *Record) {
	if record.Hidden {
		record.addProblem(record.Location(""), diag.Warning, "строка скрыта в таблице, а письмо по ней делается",
			"если её скрыли нарочно, пропустите скрытые строки или удалите их")
	}
}

// doubtParts reports a whole name beside another surname in its own column: one of them is
// somebody else's. The whole name may be in another case.
func (l *List) doubtParts(record *Record) {
	name, ok := l.position("name")
	surname, split := l.position("surname")
	if !ok || !split || record.values[name] == "" || record.values[surname] == "" {
		return
	}
	whole := foldedWords(record.values[name])
	for _, part := range foldedWords(record.values[surname]) { // «Зуева (Котова)»
		if slices.ContainsFunc(whole, func(word string) bool { return areForms(word, part) }) {
			return
		}
	}
	record.addProblem(record.cellLocation(name), diag.Warning,
		fmt.Sprintf("«%s», а в столбце %s — «%s»: чьё имя верно?", printable.Excerpt(record.values[name], 60),
			l.Columns[surname].Name(), printable.Excerpt(record.values[surname], 60)), "исправьте одну из ячеек")
}

// doubtLonely reports a name alone in a list of organizations, which may belong to the row
// above, and a part of an organization alone among rows with more, which may be the title
// of a part of the list.
func (l *List) doubtLonely(record *Record) {
	at, ok := l.position("organization")
	if !ok || at >= l.physical || l.isEither(at) || l.profile.typical < 2 || record.grouped || record.nobody {
		return
	}
	filled, only := 0, absent
	for i, value := range record.values[:l.physical] {
		if value != "" && i != l.profile.numbers {
			filled++
			only = i
		}
	}
	switch {
	case filled != 1:
	case l.Columns[only].Field == "name":
		record.addProblem(record.cellLocation(only), diag.Warning, "в строке одно имя: организация не указана",
			"проверьте, не продолжает ли строка предыдущую")
	case only == at && l.profile.typical > 2 && slices.ContainsFunc(foldedWords(record.values[at]), isUnit):
		record.addProblem(record.cellLocation(at), diag.Warning,
			"в строке одно название, а в других строках есть и другое",
			"если это заголовок части списка, удалите строку")
	}
}

// isUnit reports a noun of parts of organizations.
func isUnit(word string) bool { return hasStem(unitNouns, word) }

// doubtAddress reports texts in the place of an address that are not one: a flat without its house, «переехал в
// Москву».
func (l *List) doubtAddress(record *Record) {
	for _, key := range []string{"address", "postal_address"} {
		i, ok := l.position(key)
		if !ok || record.values[i] == "" {
			continue
		}
		value := record.values[i]
		switch {
		case !strings.ContainsFunc(value, unicode.IsLetter):
			record.addProblem(record.cellLocation(i), diag.Warning,
				fmt.Sprintf("«%s»: в адресе одни цифры", printable.Excerpt(value, 40)), "впишите адрес целиком")
		case !strings.Contains(value, ",") && len(leadingWords(value, 4)) <= 3 &&
			rooms.MatchString(strings.ToLower(value)):
			record.addProblem(record.cellLocation(i), diag.Warning,
				fmt.Sprintf("«%s»: в адресе нет улицы и дома", printable.Excerpt(value, 40)), "впишите адрес целиком")
		case countDigits(value) == 0 && saysGone(foldedWords(value)):
			record.addProblem(record.cellLocation(i), diag.Warning,
				fmt.Sprintf("«%s»: это не адрес, а пометка", printable.Excerpt(value, 60)),
				"впишите адрес или удалите строку")
		}
	}
}
