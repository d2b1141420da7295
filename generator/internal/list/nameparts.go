package list

import "slices"

// readGivenName makes the column «Имя руководителя» or «Контакт: Имя» next to one of surnames of the same people
// the column of given names: alone it would contain whole names, as «Полное имя» does.
func (m *matcher) readGivenName(manual map[string]string) {
	surname, given := columnOf(m.columns, "surname"), columnOf(m.columns, "given_name")
	if manual["name"] != "" || manual["given_name"] != "" {
		return
	}
	if surname < 0 {
		if given >= 0 && columnOf(m.columns, "name", "patronymic") < 0 && namesActing(m.columns[given].Title) {
			m.columns[given].Field = "name"
		}
		return
	}
	isSame := func(c Column) bool { return isContact(c.Title) == isContact(m.columns[surname].Title) }
	if given >= 0 && isSame(m.columns[given]) {
		return
	}
	isWhole := func(word string) bool { return isStem("фамили", word) || isStem("полн", word) }
	for i, c := range m.columns {
		words := headingWords(c.Title)
		isGiven := slices.Contains(words, "имя") || slices.Equal(words, []string{"name"})
		if (c.Field == "name" || c.Field == "contact") && isGiven &&
			!slices.ContainsFunc(words, isWhole) && isSame(c) {
			if given >= 0 {
				m.columns[given].Field = ""
			}
			m.columns[i].Field = "given_name"
			return
		}
	}
}

// namesActing reports a heading of acting heads, if it is not one of initials: «И.о. директора».
func namesActing(title string) bool {
	words := headingWords(title)
	return len(words) > 1 && words[0] == "и" && words[1] == "о" && namesChief(title)
}

// readSpelledName recognizes three columns side by side with the headings «Ф.», «И.», «О.»,
// unless the user names one of them, or another column for a name.
func (m *matcher) readSpelledName(manual map[string]string, taken []int) {
	parts := []string{"surname", "given_name", "patronymic"}
	if slices.ContainsFunc(append(parts, "name"), func(field string) bool { return manual[field] != "" }) {
		return
	}
	for i := range len(m.columns) - 2 {
		isSpelled := true
		for part, letter := range []string{"ф", "и", "о"} {
			isSpelled = isSpelled && slices.Equal(headingWords(m.columns[i+part].Title), []string{letter}) &&
				!slices.Contains(taken, i+part)
		}
		if isSpelled {
			for part, field := range parts {
				m.columns[i+part].Field = field
			}
			return
		}
	}
}
