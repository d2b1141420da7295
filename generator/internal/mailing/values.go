package mailing

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/codes"
	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// check returns the problems of a row that are known before its letter is composed.
func (m *Mailing) check(row list.Record) (problems diag.List) {
	wrong := func(key, message, hint string) {
		problems = append(problems, row.Problem(diag.Error, key, message, hint))
	}
	if row.Get("organization") == "" && row.Get("name") == "" {
		wrong("organization", "не указано, кому письмо: нет ни организации, ни имени",
			"заполните ячейку или удалите строку")
	}
	if needed, of := m.needed(); needed != "" && row.Get(needed) == "" && len(problems) == 0 {
		wrong(needed, of, "заполните ячейку или удалите строку")
	}
	for _, code := range []struct {
		key, title string
		check      func(string) error
	}{{"inn", "ИНН", codes.INN}, {"kpp", "КПП", codes.KPP}, {"ogrn", "ОГРН", registerNumber}} {
		value := row.Get(code.key)
		if value == "" {
			continue
		}
		if err := code.check(value); err != nil {
			wrong(code.key, fmt.Sprintf("%s «%s»: %v", code.title, value, err),
				"исправьте "+code.title+" или оставьте ячейку пустой")
		}
	}
	if value := row.Get("gender"); value != "" && genderOf(row) == "" {
		wrong("gender", fmt.Sprintf("непонятный пол «%s»", value), "пишется м или ж; можно оставить ячейку пустой")
	}
	if value := row.Get("date"); value != "" && dateOf(row).IsZero() {
		hint := "пишется так: 20.11.2017"
		if len(value) == 5 && strings.Trim(value, "0123456789") == "" {
			hint = "так таблица показывает дату в ячейке без формата: выберите для столбца формат «Дата»"
		} else if shortYear.MatchString(value) {
			hint = "год пишется четырьмя цифрами: 20.11.2017"
		}
		wrong("date", fmt.Sprintf("непонятная дата «%s»", value), hint)
	}
	problems = append(problems, m.checkDate(row)...)
	if body := typeset(row, "organization"); row.Get("position") == "" && russian.IsBodyOblique(body) {
		problems = append(problems, row.Problem(diag.Warning, "organization",
			fmt.Sprintf("«%s», похоже, не в именительном падеже, напечатано так же", body),
			"в столбце организаций названия пишут так: Департамент образования"))
	}
	problems = append(problems, checkSalutation(row)...)
	problems = append(problems, m.checkPosition(row)...)
	problems = append(problems, checkBarePost(row)...)
	problems = append(problems, checkCases(row)...)
	return append(problems, m.checkCharacters(row)...)
}

// shortYear finds a date whose year has two digits: «18.02.26».
var shortYear = regexp.MustCompile(`^\d{1,2}[./-]\d{1,2}[./-]\d\d(?: ?г?\.?)?$`)

// checkDate reports a date that is far from that of the meeting: a mistyped year, or a column with the date of
// something else. «Дата» alone is ambiguous: if the file gives another date of the letters and the list has no
// numbers, it is reported, too.
func (m *Mailing) checkDate(row list.Record) diag.List {
	const far = 400 * 24 * time.Hour
	if m.request.Kind == Envelope || m.request.Kind == Label { // they print none
		return nil
	}
	date, held := dateOf(row), m.source.Meeting.Date
	warn := func(message, hint string) diag.List {
		return diag.List{row.Problem(diag.Warning, "date", message, hint)}
	}
	switch own := m.ownDate(); {
	case date.IsZero():
		return nil
	case !held.IsZero() && date.Time().Sub(held.Time()).Abs() >= far:
		return warn(fmt.Sprintf("дата письма %s далека от заседания %s", digits(date), digits(held)),
			"проверьте год и тот ли это столбец")
	case !own.IsZero() && own != date && !m.to.Has("number") && strings.EqualFold(row.Heading("date"), "дата"):
		return warn(fmt.Sprintf("дата письма %s взята из списка, а в файле %s", digits(date), digits(own)),
			"если это дата чего-то другого, назовите столбец иначе или уберите его")
	}
	return nil
}

func digits(d meeting.Date) string { return russian.DateDigits(d.Year, d.Month, d.Day) }

// ownDate returns the date of the letters in the meeting's file.
func (m *Mailing) ownDate() meeting.Date {
	if letter := *m.section(m.source.Meeting); letter != nil && !isForm(m.request.Kind) {
		return letter.Date
	}
	return meeting.Date{}
}

// checkBarePost reports a post printed with the name, «министру Ильиной Е.П.», if its organization is unknown.
func checkBarePost(row list.Record) diag.List {
	if row.Get("organization") != "" || row.Get("position") != "" || row.Get("name") == "" {
		return nil
	}
	if to := addressee(row); to.Position != "" && to.Organization == "" && list.IsBarePost(to.Position) {
		return diag.List{row.Problem(diag.Warning, "name", list.BarePost, list.BarePostHint)}
	}
	return nil
}

// checkSalutation reports the salutation of somebody else than the addressee.
func checkSalutation(row list.Record) diag.List {
	salutation, name := row.Get("salutation"), row.Get("name")
	if salutation == "" || name == "" || callsByName(salutation, name) {
		return nil
	}
	to := russian.ParsePerson(name, russian.Unknown)
	called := russian.ParsePerson(strings.Trim(salutation, " !,."), russian.Unknown)
	if to.Kind != russian.OnePerson || called.Kind != russian.OnePerson {
		return nil
	}
	other := to.Gender != russian.Unknown && called.Gender != russian.Unknown && to.Gender != called.Gender
	if to.Patronymic != "" && called.Patronymic != "" && !to.HasInitials() {
		other = other || !strings.EqualFold(to.Given+" "+to.Patronymic, called.Given+" "+called.Patronymic)
	}
	if !other {
		return nil
	}
	return diag.List{row.Problem(diag.Warning, "salutation",
		fmt.Sprintf("обращение «%s», а имя адресата «%s»", salutation, name), "проверьте, одного ли человека строка")}
}

// callsByName reports whether a salutation plainly is that of a person of this name: «Уважаемый Олег Павлович!» and
// «Ильин Олег Павлович». Most of a list are, and to read both as names takes long.
func callsByName(salutation, name string) bool {
	called, to := strings.Fields(strings.Trim(salutation, " !,.")), strings.Fields(name)
	if len(called) != 3 || len(to) != 3 || called[1] != to[1] || called[2] != to[2] {
		return false
	}
	switch strings.ToLower(called[0]) {
	case "уважаемый":
		return strings.HasSuffix(to[2], "ич")
	case "уважаемая":
		return strings.HasSuffix(to[2], "вна") || strings.HasSuffix(to[2], "чна")
	}
	return false
}

// registerNumber checks an ОГРН or, if it has its 15 digits, an ОГРНИП.
func registerNumber(code string) error {
	if len(code) == 15 {
		return codes.OGRNIP(code)
	}
	return codes.OGRN(code)
}

// checkCharacters reports characters that no font has.
func (m *Mailing) checkCharacters(row list.Record) (problems diag.List) {
	for column, value := range row.All() {
		for _, char := range value {
			if char >= ' ' && char < 0x7F || char >= 'А' && char <= 'я' || char == '\n' || m.press.Covers(char) {
				continue
			}
			key := column.Field
			if key == "" {
				key = column.Title
			}
			problems = append(problems, row.Problem(diag.Error, key,
				fmt.Sprintf("символа «%c» (U+%04X) нет в шрифте", char, char), "замените его другим знаком или словом"))
			break
		}
	}
	return problems
}
