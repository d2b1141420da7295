package list

import (
	"strings"
	"testing"
)

// TestHeadings: what office lists call their columns. "" is no known field.
func TestHeadings(t *testing.T) {
	for heading, want := range map[string]string{
		"Наименование организации": "organization", "Наименование": "organization", "Полное наименование организации": "organization",
		"НАИМЕНОВАНИЕ\nУЧРЕЖДЕНИЯ": "organization", "Организация": "organization", "Название компании": "organization",
		"Наименование юридического лица": "organization", "Наименование образовательной организации": "organization", "Контрагент": "organization",
		"Сокращённое наименование": "organization_short", "Наименование (краткое)": "organization_short", "Краткое наименование организации": "organization_short",
		"Ф.И.О. руководителя": "name", "ФИО": "name", "Фамилия, имя, отчество": "name", "Руководитель": "name", "Руководитель (ФИО)": "name",
		"Директор": "name", "Фамилия": "surname", "Имя": "given_name", "Отчество (при наличии)": "patronymic",
		"Должность": "position", "Должность руководителя": "position", "Наименование должности": "position",
		"ИНН": "inn", "ИНН организации": "inn", "КПП": "kpp", "ОГРН": "ogrn", "ОГРН/ОГРНИП": "ogrn",
		"Адрес": "address", "Юридический адрес": "address", "Адрес (юридический)": "address", "Адрес места нахождения": "address",
		"Адрес организации": "address", "Местонахождение": "address", "Почтовый адрес": "postal_address", "Почтовый адрес (с индексом)": "postal_address",
		"Индекс": "index", "Почтовый индекс": "index", "Регион": "region", "Субъект РФ": "region", "Город": "city",
		"E-mail": "email", "e-mail:": "email", "Электронная почта": "email", "Адрес электронной почты": "email", "Эл. почта": "email", "Эл.адрес": "email",
		"Телефон": "phone", "Тел.": "phone", "Контактный телефон": "phone", "Телефон руководителя": "phone", "Тел./факс": "phone",
		"Официальный сайт": "site", "Контактное лицо": "contact", "Пол": "gender", "Обращение": "salutation",
		"organization": "organization", "Full name": "name", "Postal address": "postal_address", "ZIP code": "index",

		"№ п/п": "", "Примечание": "", "Дата регистрации организации": "", "Вид деятельности организации": "", "Наименование мероприятия": "",
		"Область деятельности": "", "ИНН/КПП": "", "Численность работников": "", "Полная стоимость": "", "": "", "Имущество": "", "Поставщик": "",
	} {
		columns, problems := match(Recipients(), []Column{{Letter: "A", Title: heading}}, nil)
		if columns[0].Field != want || len(problems) > 0 {
			t.Errorf("%q is %q, want %q (%v)", heading, columns[0].Field, want, problems)
		}
	}
}

// TestEveryFieldIsFound: the title that a field is shown by is a heading of it.
func TestEveryFieldIsFound(t *testing.T) {
	for _, f := range Recipients() {
		for _, heading := range []string{f.Title, f.Key, strings.ToUpper(f.Title)} {
			if columns, _ := match(Recipients(), []Column{{Title: heading}}, nil); columns[0].Field != f.Key {
				t.Errorf("%s is %q and not %s", heading, columns[0].Field, f.Key)
			}
		}
	}
}

// TestDoubles: of two columns for one field the plainer is taken, and the
// other is told and keeps its own name.
func TestDoubles(t *testing.T) {
	l, records, problems := read(t, source("a.csv", "Организация;Телефон руководителя;Телефон\nООО;1;2\n"), Options{})
	equal(t, "records", records, []string{"2: ООО|1|2"})
	equal(t, "problems", told(problems), []string{
		"a.csv: предупреждение: на phone похожи два столбца: взят «Телефон» (C), а не «Телефон руководителя» (B)"})
	for r := range l.Records() {
		if r.Get("phone") != "2" || r.Get("Телефон руководителя") != "1" {
			t.Error(r.Get("phone"), r.Get("Телефон руководителя"))
		}
	}
}

func TestColumnsByHand(t *testing.T) {
	const content = "Кто;Телефон руководителя;Телефон;Куда\nООО;1;2;Смоленск\n"
	l, _, problems := read(t, source("a.csv", content), Options{Columns: map[string]string{"organization": "кто", "phone": "2", "address": "d"}})
	equal(t, "problems", told(problems), nil)
	for r := range l.Records() {
		if r.Get("organization") != "ООО" || r.Get("phone") != "1" || r.Get("address") != "Смоленск" || r.Get("Телефон") != "2" {
			t.Error(r.values)
		}
	}
	for _, test := range []struct {
		columns map[string]string
		want    string
		hint    string
	}{
		{map[string]string{"fone": "B"}, "нет такого поля: fone", "возможно, «phone»"},
		{map[string]string{"phone": "Телефн"}, "нет столбца «Телефн» для поля phone", "возможно, «Телефон»"},
		{map[string]string{"phone": "B", "inn": "B"}, "столбец «Телефон руководителя» (B) назван для двух полей: inn и phone", ""},
	} {
		_, problems := Open(source("a.csv", content), Options{Columns: test.columns})
		if len(problems) == 0 || problems[0].Message != test.want || problems[0].Hint != test.hint {
			t.Errorf("%v: %+v", test.columns, problems)
		}
	}
}

func TestLetters(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := letters(i); got != want {
			t.Errorf("%d: %s", i, got)
		}
		if column, row, ok := parseReference(want + "17"); column != i || row != 17 || !ok {
			t.Errorf("%s: %d, %d", want, column, row)
		}
	}
}
