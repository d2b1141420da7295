package mailing

import (
	"fmt"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// fromDative replaces names and positions that a list has in the dative, ready for
// an address, by their nominative: «Громову О.И.» by «Громов О.И.». The nominative
// is used only if its dative is what the list has, so that the same is printed.
func fromDative(row list.Record, to *meeting.Addressee) {
	if nominative, ok := positionFromDative(row, to.Position); ok {
		to.Position = nominative
	}
	name, gender, ok := nameFromDative(row, to.Name)
	switch {
	case ok:
		to.Name = name
		if to.Gender == "" {
			to.Gender = gender
		}
	case to.Position == "" && (isDativeHeading(row.Heading("name")) || russian.IsPositionInDative(to.Name)):
		if post, person, gender, ok := postAndName(to.Name); ok {
			to.Position, to.Name = post, person
			if to.Gender == "" {
				to.Gender = gender
			}
		}
	}
}

// isDativeHeading reports headings such as «ФИО (кому)» and «Должность (дат. п.)».
func isDativeHeading(title string) bool {
	lower := strings.ToLower(title)
	for _, mark := range []string{"кому", "дательн", "дат.", "дат)", "д.п.", "дп)"} {
		if strings.Contains(lower, mark) {
			return true
		}
	}
	return false
}

func nameFromDative(row list.Record, name string) (nominative, gender string, ok bool) {
	if name == "" || !russian.MayBeDative(name) && !isDativeHeading(row.Heading("name")) {
		return "", "", false
	}
	nominative, g, ok := russian.NameFromDative(name)
	return nominative, genderKey(g), ok && nominative != name
}

func genderKey(g russian.Gender) string {
	switch g {
	case russian.Masculine:
		return "m"
	case russian.Feminine:
		return "f"
	}
	return ""
}

func positionFromDative(row list.Record, position string) (nominative string, ok bool) {
	if position == "" || !isDativeHeading(row.Heading("position")) && !russian.IsPositionInDative(position) {
		return "", false
	}
	return russian.PositionFromDative(position)
}

// postAndName divides a cell such as «Директору ООО «Заря» Громову О.И.». The name
// is its last words, two to four of them.
func postAndName(text string) (post, name, gender string, ok bool) {
	words := strings.Fields(text)
	for from := max(1, len(words)-4); from < len(words)-1; from++ {
		person, g, found := russian.NameFromDative(strings.Join(words[from:], " "))
		if !found {
			continue
		}
		if post, ok = russian.PositionFromDative(russian.Typeset(strings.Join(words[:from], " "))); ok {
			return post, person, genderKey(g), true
		}
	}
	return "", "", "", false
}

// checkDative reports what was read as a dative in a column that does not say so,
// and what could not be read in one that does.
func checkDative(row list.Record) (problems diag.List) {
	for _, key := range []string{"name", "position"} {
		value := row.Get(key)
		if value == "" {
			continue
		}
		nominative, ok := positionFromDative(row, value)
		if key == "name" {
			nominative, _, ok = nameFromDative(row, value)
			if post, person, _, found := postAndName(value); found && russian.IsPositionInDative(value) {
				nominative, ok = post+", "+person, true
			}
		}
		isDative := isDativeHeading(row.Heading(key))
		switch {
		case ok && !isDative:
			problems = append(problems, row.Problem(diag.Warning, key,
				fmt.Sprintf("«%s» стоит в дательном падеже, прочитано «%s»", value, nominative),
				"если прочитано верно, ничего не меняйте"))
		case !ok && isDative && !isReadable(key, value):
			problems = append(problems, row.Problem(diag.Warning, key,
				fmt.Sprintf("«%s»: по заголовку это дательный падеж, но именительный из него не понят", value),
				"проверьте, что напечатано; вернее всего столбец с именительным падежом"))
		}
	}
	return problems
}

// isReadable reports a value of a column in the dative that is the same in the
// nominative, or a post with a name.
func isReadable(key, value string) bool {
	if key == "position" {
		_, ok := russian.PositionFromDative(value)
		return ok
	}
	if _, _, ok := russian.NameFromDative(value); ok {
		return true
	}
	_, _, _, ok := postAndName(value)
	return ok
}
