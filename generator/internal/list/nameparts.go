package list

import (
	"slices"
	"strings"
)

// readGivenName makes the column «Имя руководителя» or «Контакт: Имя» beside one of
// surnames of the same people the one of given names: alone it would be that of whole
// names, as «Полное имя» is.
func (m *matcher) readGivenName(manual map[string]string) {
	surname, given := columnOf(m.columns, "surname"), columnOf(m.columns, "given_name")
	if manual["name"] != "" || manual["given_name"] != "" || surname < 0 {
		return
	}
	isSame := func(c Column) bool { return isContact(c.Title) == isContact(m.columns[surname].Title) }
	if given >= 0 && isSame(m.columns[given]) {
		return
	}
	isWhole := func(word string) bool { return isStem("фамили", word) || isStem("полн", word) }
	for i, c := range m.columns {
		words := headingWords(c.Title)
		if (c.Field == "name" || c.Field == "contact") && slices.Contains(words, "имя") &&
			!slices.ContainsFunc(words, isWhole) && isSame(c) {
			if given >= 0 {
				m.columns[given].Field = ""
			}
			m.columns[i].Field = "given_name"
			return
		}
	}
}

// readSpelledName recognizes three columns side by side with the headings «Ф.», «И.», «О.».
func (m *matcher) readSpelledName() {
	for i := range len(m.columns) - 2 {
		titles := ""
		for _, c := range m.columns[i : i+3] {
			titles += strings.Join(headingWords(c.Title), " ")
		}
		if titles == "фио" && m.columns[i].Title != "" && m.columns[i+1].Title != "" && m.columns[i+2].Title != "" {
			for part, field := range []string{"surname", "given_name", "patronymic"} {
				m.columns[i+part].Field = field
			}
			return
		}
	}
}
