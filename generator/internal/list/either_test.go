package list

import (
	"strings"
	"testing"
)

// TestAcronymNames checks which abbreviations before a number or a name in quotes are organizations.
func TestAcronymNames(t *testing.T) {
	for text, want := range map[string]bool{
		"УИК № 105": true, "ГТРК «Ель»": true, "ДШИ № 2": true,
		"ДОГОВОР № 5": false, "ПРИКАЗ № 5": false, "КОРПУС «А»": false, "АКТ № 5": false,
	} {
		if got := isOfField("organization", text); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}

// TestPersonAndBody: a cell with a person and an organization is divided if each part is certain.
func TestPersonAndBody(t *testing.T) {
	for text, want := range map[string][2]string{
		"Рой О. Б., МБОУ «СШ № 5»":                      {"Рой О. Б.", "МБОУ «СШ № 5»"},
		"Рой О. Б. (АО «Ива»)":                          {"Рой О. Б.", "АО «Ива»"},
		"МБОУ «СШ № 5», Рой Олег Ильич":                 {"Рой Олег Ильич", "МБОУ «СШ № 5»"},
		"МБОУ «СШ № 5» Рой Олег Ильич":                  {"Рой Олег Ильич", "МБОУ «СШ № 5»"},
		"Рой О. Б., директор, АО «Ива, Ель»":            {"Рой О. Б., директор", "АО «Ива, Ель»"},
		"Рой О. Б. – АО «Ива», юрист":                   {"Рой О. Б., юрист", "АО «Ива»"},
		"АО «Ива», директор Рой Олег Ильич":             {"директор Рой Олег Ильич", "АО «Ива»"},
		"Рой О. Б., Ельнинский колледж":                 {"Рой О. Б.", "Ельнинский колледж"},
		"Рой О. Б., колледж":                            {},
		"Рой О. Б., отдел кадров":                       {},
		"Рой О. Б., директор АО «Ива»":                  {}, // the post says it
		"Рой О. Б., Ким О. П., АО «Ива»":                {},
		"Рой О. Б., АО «Ива», ООО «Ель»":                {},
		"Рой О. Б., ИП Ким О. П.":                       {},
		"Рой О. Б., Ельнинский район":                   {},
		"Рой О. Б., АО «Ива», г. Ельня, ул. Мира, 1":    {},
		"Фонд «Память», музей им. Ильина О. П.":         {},
		"Рой О. Б., паспорт выдан ОВД Ельнинского р-на": {},
	} {
		person, body, _ := personAndBody(text)
		if got := [2]string{person, body}; got != want {
			t.Errorf("%s: got %q", text, got)
		}
	}
}

// TestBothInCells: cells with a person and an organization are divided only if the heading says so, and columns named
// by their key are as they are.
func TestBothInCells(t *testing.T) {
	const rows = "\nРой О. Б., АО «Ива»;1\nАО «Ель» (Ли О. П.);2\nКим О. П.;3\n"
	whole := []string{"|Рой О. Б., АО «Ива»", "|АО «Ель» (Ли О. П.)", "|Ким О. П."}
	for _, test := range []struct {
		titles string
		o      Options
		want   []string // organization, name
	}{
		{"ФИО, место работы;Тел.", Options{}, []string{"АО «Ива»|Рой О. Б.", "АО «Ель»|Ли О. П.", "|Ким О. П."}},
		{"Организация, ФИО директора;Тел.", Options{},
			[]string{"АО «Ива»|Рой О. Б.", "АО «Ель»|Ли О. П.", "|Ким О. П."}},
		{"ФИО, организация, должность;Тел.", Options{},
			[]string{"АО «Ива»|Рой О. Б.", "АО «Ель»|Ли О. П.", "|Ким О. П."}},
		{"ФИО;Тел.", Options{}, whole},
		{"ФИО должника, взыскатель;Тел.", Options{}, whole},
		{"ФИО должника, место работы;Тел.", Options{}, whole},
		{"ФИО пациента;Тел.", Options{}, whole},
		{"ФИО пациента, учреждение;Тел.", Options{}, whole},
		{"Заявитель;Тел.", Options{}, []string{"Рой О. Б., АО «Ива»|", "АО «Ель» (Ли О. П.)|", "|Ким О. П."}},
		{"Организация;Тел.", Options{}, []string{"Рой О. Б., АО «Ива»|", "АО «Ель» (Ли О. П.)|", "Ким О. П.|"}},
		{"name;phone", Options{Exact: true}, []string{"|Рой О. Б., АО «Ива»", "|АО «Ель» (Ли О. П.)", "|Ким О. П."}},
	} {
		l, problems := Open(source("a.csv", test.titles+rows), test.o)
		if l == nil {
			t.Fatal(messages(problems))
		}
		var got []string
		for r := range l.Records() {
			got = append(got, r.Get("organization")+"|"+r.Get("name"))
			if title, _, _ := strings.Cut(test.titles, ";"); r.Row == 2 && r.Get(title) != "Рой О. Б., АО «Ива»" {
				t.Errorf("%s: by its heading %q", test.titles, r.Get(title))
			}
		}
		equal(t, test.titles, got, test.want)
	}
}

// TestKindsOfEither: names without a patronymic in a column of people and organizations are read as people if the given
// name is listed; all that may be of the other kind are doubted.
func TestKindsOfEither(t *testing.T) {
	l, records, problems := read(t, source("a.csv", "Получатель;Адрес\nИльина Вера Павловна;А\nИльина Вера;Б\n"+
		"Ли Вэй;В\nООО Альфа Снаб;Г\nЗаря;Д\n"), Options{})
	var got []string
	for r := range l.Records() {
		got = append(got, r.Get("name")+"|"+r.Get("organization"))
	}
	equal(t, "kinds", got, []string{"Ильина Вера Павловна|", "Ильина Вера|", "|Ли Вэй", "|ООО Альфа Снаб", "|Заря"})
	if len(records) != 5 || len(problems) != 2 {
		t.Error(messages(problems))
	}
}

// TestTradeNames: a given name does not make a person of a trade name, and owners need no patronymic.
func TestTradeNames(t *testing.T) {
	for _, name := range []string{"Лада Центр", "Роза Хутор", "Вера Групп", "Лада Маркет", "Надежда Плюс", "Мир Света",
		"Вектор Роман", "Роза Люксембург", "Лада Резина", "Роман Магазин", "Кафе Марина", "Отель Виктория"} {
		for _, heading := range []string{"Контрагент", "Получатель", "Покупатель"} {
			text := heading + ";Адрес\nИльин Олег Петрович;А\nООО «Ива»;Б\n" + name + ";В\n"
			l, _, _ := read(t, source("a.csv", text), Options{})
			last := ""
			for r := range l.Records() {
				last = r.Get("name") + "|" + r.Get("organization")
			}
			if last != "|"+name {
				t.Errorf("%s: %s", heading, last)
			}
		}
	}
	for csv, want := range map[string]int{
		"Собственник;Адрес\nИльин Олег;А\nЛужина Вера;Б\nООО «Ива»;В\n":                      0,
		"Получатель;Адрес\nИльин Олег Петрович;А\nКафе Марина;Б\nОтель Виктория;В\n":         0,
		"ФИО;Бренд;Улица\nИльин Олег Петрович;Лада Веста;Роза Люксембург\nКим А.А.;Б;Вера\n": 0,
		"Организация;Улица\nООО «Ива»;Роза Люксембург\nООО «Ель»;Зоя Космодемьянская\n":      0,
	} {
		if _, _, problems := read(t, source("a.csv", csv), Options{}); len(problems) != want {
			t.Errorf("%s: %v", csv, messages(problems))
		}
	}
}
