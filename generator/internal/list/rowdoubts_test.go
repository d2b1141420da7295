package list

import (
	"strings"
	"testing"
)

// TestLonelyCells: a name alone may belong to the row above, and a part of an organization
// alone may be the title of a part of the list.
func TestLonelyCells(t *testing.T) {
	for row, want := range map[string]string{
		";Ильин Олег Павлович;":       "в строке одно имя: организация не указана",
		"Физический факультет;;":      "в строке одно название, а в других строках есть и другое",
		"ООО «Б»;;":                   "",
		"пенсионер;Ильин Олег Ильич;": "",
		"ООО «Б»;Ильин Олег Ильич;":   "",
	} {
		l, _, _ := read(t, source("a.csv", "Организация;ФИО;Адрес\nООО «А»;Ким О. П.;А\n"+row+
			"\nООО «В»;Ким О. П.;А\n"), Options{})
		for r := range l.Records() {
			got := ""
			for _, p := range r.Problems {
				got += p.Message
			}
			if r.Row == 3 && got != want {
				t.Errorf("%q: got %q, want %q", row, got, want)
			}
		}
	}
}

// TestHeadingsOfRegisters: headings of registers of owners, patients and municipalities, and
// those of programs in English.
func TestHeadingsOfRegisters(t *testing.T) {
	for headings, want := range map[string]string{
		"Адрес дома;Собственник (ФИО);Собственник (юр. лицо)":   "organization=C name=B address=A",
		"ФИО собственника / наименование юр. лица;Доля;Площадь": "name=A",
		"ФИО пациента;Адрес регистрации / нахождения;Полис":     "name=A address=B",
		"Муниципальное образование;Глава;Адрес":                 "organization=A name=B address=C",
		"CompanyName;JobTitle;PostalCode":           "organization=A position=B index=C",
		"name_full;head_fio;head_post;address_full": "organization=A name=B position=C address=D",
		"Орг-ция;Отч-во;Долж-ть":                    "organization=A patronymic=B position=C",
		"Рабочий адрес: улица;Рабочий адрес: город;Рабочий адрес: индекс": "address=A index=C city=B",
		"Член СНТ;Адрес для почты;Взнос":                                  "name=A postal_address=B",
		"ЛПУ;Гл. врач;Почт. адрес":                                        "organization=A name=B postal_address=C",
		"ФИО родителя (законного представителя);ФИО ребёнка;Телефон":      "name=A phone=C",
		"Название вашей организации;Ваше ФИО;Ваша должность":              "organization=A name=B position=C",
	} {
		l, _, _ := read(t, source("a.csv", headings+"\nа;б;в\n"), Options{})
		if got := known(l); got != want {
			t.Errorf("%s: got %s, want %s", headings, got, want)
		}
	}
	l, _, _ := read(t, source("a.csv", "Организация;ФИО;;\n;Фамилия;Имя;Отчество\nООО «А»;Мороз;Вера;Юрьевна\n"),
		Options{})
	if got := known(l); got != "organization=A surname=B given_name=C patronymic=D" {
		t.Errorf("«ФИО» above its parts: %s", got)
	}
}

// TestSidesOfCases: a letter to the claimant with the name of the debtor is to neither.
func TestSidesOfCases(t *testing.T) {
	const rows = "\nАО «ЖЭУ»;Жаров Илья Ильич\nАО «ЖЭУ»;Зорин Олег Ильич\n"
	_, problems := Open(source("a.csv", "Взыскатель;Должник"+rows), Options{})
	if got := strings.Join(messages(problems), "; "); !strings.Contains(got, "кому письма: в столбце") {
		t.Errorf("got %q", got)
	}
	for headings, isRefused := range map[string]bool{
		"Взыскатель;ФИО должника":             true,
		"Организация-истец;ФИО ответчика":     true,
		"Организация-поставщик;ФИО заказчика": true,
		"Должник;ФИО должника":                false,
		"Истец;ФИО представителя истца":       false,
		"Взыскатель;ФИО":                      false,
		"Арендатор;Собственник":               true,
		"Организация-арендатор;Владелец":      true,
		"Получатель;Собственник":              false,
		"Арендатор;Директор":                  false,
	} {
		_, problems := Open(source("a.csv", headings+rows), Options{})
		if got := strings.Join(messages(problems), "; "); strings.Contains(got, "кому письма") != isRefused {
			t.Errorf("%s: got %q", headings, got)
		}
	}
	for _, test := range []struct {
		titles, want string
		columns      map[string]string
	}{
		{"Взыскатель;Должник", "name=B", map[string]string{"name": "B"}},
		{"Взыскатель;Должник", "organization=A", map[string]string{"organization": "A"}},
		{"Взыскатель;Должник", "organization=A name=B", map[string]string{"organization": "A", "name": "B"}},
		{"Арендатор;Собственник", "name=B", map[string]string{"name": "B"}},
		{"Организация;Должник", "organization=A name=B", map[string]string{"name": "B"}},
	} {
		l, _, _ := read(t, source("a.csv", test.titles+rows), Options{Columns: test.columns})
		if got := known(l); got != test.want {
			t.Errorf("%s by the user's choice of %v: %s", test.titles, test.columns, got)
		}
	}
}

// TestSidesOfEitherKind: of two sides one may have people and organizations.
func TestSidesOfEitherKind(t *testing.T) {
	const bodies = "\nАО «Ель»;АО «А»\nАО «Ива»;АО «Б»\n"
	const people = "\nАО «Ель»;Жаров Илья Ильич\nАО «Ива»;Зорин Олег Ильич\n"
	const both = "\nАО «Ель»;АО «А»\nАО «Ива»;Зорин Олег Ильич\n"
	for _, test := range []struct {
		csv     string
		doubted int
		columns map[string]string
	}{
		{"Кредитор;Должник" + bodies, 2, nil},
		{"Страховщик;Страхователь" + both, 2, nil},
		{"Кредитор;Должник" + people, 2, nil},
		{"Кредитор;Должник" + both, 2, nil},
		{"Кредитор;Должник" + both, 0, map[string]string{"name": "B"}},
		{"Банк;Должник" + both, 0, nil},
		{"Должник;Исполнитель" + people, 0, nil}, // of the office
		{"Учредитель;Должник" + people, 0, nil},
	} {
		doubted := doubtedRows(t, test.csv, "кому письмо:", Options{Columns: test.columns})
		if len(doubted) != test.doubted {
			t.Errorf("%q: doubted rows %v, want %d", test.csv, doubted, test.doubted)
		}
	}
}

// TestTeachersOfWinners: rows may be about the people before those whose names the heading promises.
func TestTeachersOfWinners(t *testing.T) {
	const rows = "\nЖаров Илья Ильич;МБОУ «Ель»;Ким А.А.\nЗорин Олег Ильич;МБОУ «Ива»;Ли А.А.\n"
	for titles, doubted := range map[string]int{
		"Победитель;Школа;ФИО учителя":     2,
		"ФИО победителя;Школа;ФИО учителя": 2,
		"Победитель;Школа;Учитель":         2,
		"Ученик;Школа;ФИО учителя":         0,
		"Куратор;Школа;ФИО педагога":       0,
		"ФИО учителя;Школа;Победитель":     0,
	} {
		if got := doubtedRows(t, titles+rows, "кому письмо:", Options{}); len(got) != doubted {
			t.Errorf("%s: doubted rows %v, want %d", titles, got, doubted)
		}
	}
}

// TestNoAddresses: what stands in the place of an address and is none is doubted.
func TestNoAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"кв. 1": "в адресе нет улицы и дома",
		"переехал в Москву к дочери":   "это не адрес, а пометка",
		"г. Ельня, ул. Мира, 1, кв. 2": "",
		"д. Переезд":                   "",
		"оф. центр на ул. Мира":        "",
	} {
		l, _, _ := read(t, source("a.csv", "ФИО|Адрес|Телефон\nИльин Олег Ильич|"+address+"|1\n"), Options{})
		for r := range l.Records() {
			got := strings.Join(messages(r.Problems), "; ")
			if !strings.Contains(got, want) || want == "" && got != "" {
				t.Errorf("%s: got %q, want %q", address, got, want)
			}
		}
	}
}
