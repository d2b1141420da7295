package list

import (
	"strings"
	"testing"
)

// TestLegalForms: the form of a column of its own stands before the name, in quotes
// where a proper name follows.
func TestLegalForms(t *testing.T) {
	for _, test := range []struct{ form, name, want string }{
		{"ООО", "Заря", "ООО «Заря»"},
		{"ООО", "«Заря»", "ООО «Заря»"},
		{"ООО", "ООО «Заря»", "ООО «Заря»"},
		{"Акционерное общество", "Вымпел", "Акционерное общество «Вымпел»"},
		{"ПАО", "Сбербанк России", "ПАО «Сбербанк России»"},
		{"ООО", "Агрофирма Луч", "ООО «Агрофирма Луч»"},
		{"МБОУ", "СОШ № 5", "МБОУ СОШ № 5"},
		{"МБДОУ", "Колокольчик", "МБДОУ «Колокольчик»"},
		{"ГБУЗ", "Районная больница", "ГБУЗ Районная больница"},
		{"ИП", "Ильин Олег Павлович", "ИП Ильин Олег Павлович"},
		{"—", "Заря", "Заря"},
		{"муниципальная", "Заря", "Заря"},
		{"ООО", "", ""},
		{"ООО", "Общество с ограниченной ответственностью «Заря»", "Общество с ограниченной ответственностью «Заря»"},
		{"АО", "Публичное акционерное общество «Заря»", "Публичное акционерное общество «Заря»"},
		{"МБУК", "Муниципальное учреждение культуры «Заря»", "Муниципальное учреждение культуры «Заря»"},
		{"ООО", "Охотничье общество «Заря»", "ООО Охотничье общество «Заря»"},
		{"Общества с ограниченной ответственностью", "Заря", "Заря"},
		{"Непубличные акционерные общества", "Заря", "Заря"},
		{"Индивидуальные предприниматели", "Ильин Олег Павлович", "Ильин Олег Павлович"},
	} {
		list := "№;Организационно-правовая форма;Наименование;ФИО\n1;" + test.form + ";" + test.name + ";Ким О. П.\n"
		l, _, _ := read(t, source("a.csv", list), Options{})
		for r := range l.Records() {
			if got := r.Get("organization"); got != test.want {
				t.Errorf("%s, %s: got %s, want %s", test.form, test.name, got, test.want)
			}
		}
	}
}

// TestLegalFormOfEitherKind: the form says what somebody in a column of both kinds is.
func TestLegalFormOfEitherKind(t *testing.T) {
	for _, heading := range []string{"Контрагент", "Собственник"} {
		var got []string
		l, _, _ := read(t, source("a.csv", "ОПФ;"+heading+"\nИП;Ильин Олег Павлович\n;Ким Вера Павловна\nООО;Заря\n"+
			"АО;АО «Вымпел»\n"), Options{})
		for r := range l.Records() {
			got = append(got, r.Get("organization")+"|"+r.Get("name"))
		}
		equal(t, heading, got, []string{"ИП Ильин Олег Павлович|", "|Ким Вера Павловна", "ООО «Заря»|", "АО «Вымпел»|"})
	}
	for csv, want := range map[string]string{
		"Организация;Вид\nСолнышко;МБДОУ\nМБОУ «СШ № 3»;МБОУ\n":   "МБДОУ «Солнышко», МБОУ «СШ № 3»",
		"Организация;Тип учреждения\nРосток;МБОУ\n":               "МБОУ «Росток»",
		"Организация;Статус\nРудня;ООО\n":                         "Рудня",
		"Организация;Подрядчик;Форма подрядчика\nРудня;Луч;ООО\n": "Рудня",
		"Организация;Подрядчик;Форма\nРудня;Луч;ООО\n":            "Рудня",
		"Организация;Членство\nЗаря;СРО\nЛуч;СРО\n":               "Заря, Луч",
		"Организация;Вид\nЗаря;ООО\nЛуч;прочие\n":                 "Заря, Луч",
	} {
		l, _, _ := read(t, source("a.csv", csv), Options{})
		var got []string
		for r := range l.Records() {
			got = append(got, r.Get("organization"))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: %q", csv, got)
		}
	}
	_, _, problems := read(t, source("a.csv", "ОПФ;Организация\nОбщества с ограниченной ответственностью;Заря\n"),
		Options{})
	if len(problems) != 1 || !strings.Contains(problems[0].Message, "вид организаций, а не форма одной") {
		t.Error(messages(problems))
	}
}

// TestTradersByForm: «ИП» alone is the form of the trader beside, and not an organization of many.
func TestTradersByForm(t *testing.T) {
	for row, want := range map[string]string{
		"ИП;Ильин О.П.":        "ИП Ильин О.П.",
		"ИП;":                  "ИП",
		"ИП;не указан":         "ИП",
		"ООО;Ильин О.П.":       "ООО",
		"ИП Ким А.А.;Ким А.А.": "ИП Ким А.А.",
		"ООО «ИП»;Ильин О.П.":  "ООО «ИП»",
	} {
		l, _, _ := read(t, source("a.csv", "Организация;ФИО\n"+row+"\n"), Options{})
		for r := range l.Records() {
			if got := r.Get("organization"); got != want {
				t.Errorf("%s: got %s, want %s", row, got, want)
			}
		}
	}
}

// TestEitherByHeading: a column of both kinds has all of them by its heading.
func TestEitherByHeading(t *testing.T) {
	for _, test := range []struct {
		filter string
		want   []string
	}{
		{`Заявитель != ""`, []string{"Заря", "Ильин Олег Павлович"}},
		{`Заявитель = Заря`, []string{"Заря"}},
		{`Заявитель = "ООО «Заря»"`, []string{"Заря"}},
		{`Заявитель != Заря`, []string{"Ильин Олег Павлович"}},
		{`organization != ""`, []string{"Заря"}},
		{`name != ""`, []string{"Ильин Олег Павлович"}},
	} {
		filter, err := ParseFilter(test.filter)
		if err != nil {
			t.Fatal(err)
		}
		l, _, _ := read(t, source("a.csv", "Форма организации;Заявитель\nООО;Заря\n;Ильин Олег Павлович\n"), Options{})
		filter, _ = filter.Resolve(l)
		got := []string{}
		for r := range l.Records() {
			if filter.Match(r) {
				got = append(got, r.cells[1])
			}
		}
		equal(t, test.filter, got, test.want)
	}
	l, _, _ := read(t, source("a.csv", "№;Заявитель\n1;ООО «Заря»\n2;Ильин Олег Павлович\n"), Options{})
	for r := range l.Records() {
		if want := []string{"ООО «Заря»", "Ильин Олег Павлович"}[r.Row-2]; r.Get("Заявитель") != want {
			t.Errorf("got %q, want %q", r.Get("Заявитель"), want)
		}
	}
}

// TestEitherKind: a column that suits people and organizations is read by its cells.
func TestEitherKind(t *testing.T) {
	for _, test := range []struct{ list, organization, name string }{
		{"Заявитель;Адрес\nИльин Олег Павлович;А\n", "", "Ильин Олег Павлович"},
		{"Собственник;Адрес\nИльин О. П.;А\nООО «Заря»;Б\n", "ООО «Заря»", ""},
		{"Собственник;Адрес\nИльин О. П.;А\nАдминистрация района;Б\n", "Администрация района", ""},
		{"Контрагент;Адрес\nООО «Заря»;Б\nИльина Вера Павловна;А\n", "", "Ильина Вера Павловна"},
		{"Контрагент;ФИО\nИльина Вера Павловна;Ким О. П.\n", "Ильина Вера Павловна", "Ким О. П."}, // doubted
		{"№;Заявитель\n1;ООО «Заря»\n2;Ильин Олег Павлович\n", "", "Ильин Олег Павлович"},
		{"№;Собственник\n1;ООО «Заря»\n2;Ильин Олег Павлович\n", "", "Ильин Олег Павлович"},
		{"Собственник;Адрес\nООО «А»;Б\nСоюзов Иван;А\n", "", "Союзов Иван"},
		{"Собственник;Адрес\nООО «А»;Б\nЗаводов Пётр;А\n", "", "Заводов Пётр"},
		{"Собственник;Адрес\nИльин О. П.;Б\nСоюз художников;А\n", "Союз художников", ""},
		{"Организация;Адрес\nИльина Вера Павловна;А\n", "Ильина Вера Павловна", ""}, // doubted
	} {
		l, _, _ := read(t, source("a.csv", test.list), Options{})
		last, records := [2]string{}, 0
		for r := range l.Records() {
			last = [2]string{r.Get("organization"), r.Get("name")}
			records++
		}
		if rows := strings.Count(test.list, "\n") - 1; records != rows {
			t.Errorf("%q: %d of %d rows are recipients", test.list, records, rows)
		}
		if want := [2]string{test.organization, test.name}; last != want {
			t.Errorf("%q: got %q, want %q", test.list, last, want)
		}
	}
}

// TestUnits: the chief of a unit that the post does not name is reported.
func TestUnits(t *testing.T) {
	for _, test := range []struct {
		unit, post string
		reported   bool
	}{
		{"Асиновский почтамт", "начальник", true},
		{"Томский филиал", "директор филиала", true},
		{"Кафедра автоматизации", "заведующий кафедрой", true},
		{"Кафедра автоматизации", "заведующий кафедрой автоматизации", false},
		{"Отдел закупок", "начальник отдела закупок", false},
		{"Отдел закупок", "ведущий специалист", false},
		{"Администрация", "директор", false},
		{"Томский филиал", "генеральный директор", false},
		{"", "начальник", false},
		{"—", "начальник", false},
	} {
		list := "Организация;Структурное подразделение;ФИО;Должность\n" +
			"АО «Почта»;" + test.unit + ";Ким О. П.;" + test.post + "\n"
		_, _, problems := read(t, source("a.csv", list), Options{})
		if got := strings.Contains(strings.Join(messages(problems), "\n"), "не печатается"); got != test.reported {
			t.Errorf("%s, %s: %v", test.unit, test.post, messages(problems))
		}
	}
}

// TestKindNumber checks that the heading names the kind of organizations that have only a number.
func TestKindNumber(t *testing.T) {
	for _, test := range []struct{ title, value, want string }{
		{"Школа", "№ 5", "Школа № 5"},
		{"Школа №", "5", "Школа № 5"},
		{"Школа", "12", "Школа № 12"},
		{"Детский сад", "№ 3 «Ель»", "Детский сад № 3 «Ель»"},
		{"Наименование ДОУ", "№ 3", "ДОУ № 3"},
		{"Школа", "МБОУ «СШ № 5»", "МБОУ «СШ № 5»"},
		{"Организация", "№ 5", "№ 5"},
		{"Место работы", "№ 5", "№ 5"},
	} {
		l, _, problems := read(t, source("a.csv", test.title+";Директор\n"+test.value+";Ким О. П.\n"), Options{})
		for r := range l.Records() {
			if got := r.Get("organization"); got != test.want || (len(problems) > 0) != strings.HasPrefix(got, "№") {
				t.Errorf("%s, %s: %q, %v", test.title, test.value, got, messages(problems))
			}
		}
	}
}

// TestUnclearUnits checks that who acts for or assists the head of the whole organization gets no unit, nor who has a
// place instead of one, and that they are doubted.
func TestUnclearUnits(t *testing.T) {
	for _, row := range []string{
		"Отдел закупок;врио директора", "Отдел закупок;первый заместитель генерального директора",
		"Отдел закупок;начальник управления", "СМОЛЕНСК;врач",
	} {
		csv := "Сотрудник;Отдел;Должность\nРой О.Б.;Отдел кадров;юрист\nКим О.П.;" + row + "\n"
		l, _, _ := read(t, source("a.csv", csv), Options{})
		for r := range l.Records() {
			if r.Row == 3 && (r.Get("organization") != "" || len(r.Problems) == 0) {
				t.Errorf("%s: %q", row, r.Get("organization"))
			}
		}
	}
}

// TestStaffUnits checks that the units of a list of staff complete the posts, except for those who head the whole
// organization, and that nobody is doubted for having no organization.
func TestStaffUnits(t *testing.T) {
	const staff = "Сотрудник;Отдел;Должность\nРой О.Б.;Отдел кадров;юрист\n"
	for row, want := range map[string]string{
		"Ким О.П.;Отдел закупок;начальник отдела":  "Отдел закупок",
		"Ким О.П.;АХО;водитель":                    "АХО",
		"Ким О.П.;Склад;кладовщик":                 "",
		"Ким О.П.;Руководство;водитель":            "",
		"Ким О.П.;12;водитель":                     "",
		"Ким О.П.;Отдел закупок;":                  "",
		"Ким О.П.;НЕТ;секретарь":                   "",
		"Ким О.П.;Отделение хирургии;главный врач": "",
		"Ким О.П.;Отдел закупок;глава":             "",
		"Ким О.П.;Отдел закупок;и.о. начальника":   "Отдел закупок",
	} {
		l, rows, problems := read(t, source("a.csv", staff+row+"\n"), Options{})
		if len(problems) > 0 || len(rows) != 2 || !l.IsStaff() {
			t.Errorf("%s: %v, %v", row, rows, messages(problems))
			continue
		}
		for r := range l.Records() {
			if got := r.Get("organization"); r.Row == 3 && got != want {
				t.Errorf("%s: got %q, want %q", row, got, want)
			}
		}
	}
	for _, csv := range []string{
		"Руководитель;Отдел;Должность\nРой О.Б.;Отдел кадров;юрист\n",
		"ФИО;Участок;Должность\nРой О.Б.;12;юрист\n",
		"ФИО;Отдел;Организация;Должность\nРой О.Б.;Отдел кадров;АО «А»;юрист\n",
	} {
		if l, _, _ := read(t, source("a.csv", csv), Options{}); l.IsStaff() {
			t.Error(csv)
		}
	}
}

// TestGivenNameOfHead: «Имя руководителя» beside his surname is his given name.
func TestGivenNameOfHead(t *testing.T) {
	for _, headings := range []string{
		"Фамилия руководителя;Имя руководителя;Отчество руководителя",
		"Контакт: Фамилия;Контакт: Имя;Контакт: Отчество",
		"Фамилия;Имя руководителя;Отчество;Контактное лицо (имя)",
		"Фамилия;Имя руководителя;Отчество;Контакт: имя",
		"Фамилия;Имя контакта;Отчество",
		"Фамилия;Имя руководителя;Отчество;Имя контакта",
	} {
		row := strings.Split("ООО «А»;Ким;Олег;Павлович;Сергей", ";")[:strings.Count(headings, ";")+2]
		l, _, _ := read(t, source("a.csv", "Наименование;"+headings+"\n"+strings.Join(row, ";")+"\n"), Options{})
		for r := range l.Records() {
			if got := r.Get("name"); got != "Ким Олег Павлович" {
				t.Errorf("%s: got %q", headings, got)
			}
		}
	}
}

// TestGivenNameOfPrograms checks that «name» beside «surname» is not the whole name.
func TestGivenNameOfPrograms(t *testing.T) {
	l, _, _ := read(t, source("a.csv", "name;surname;patronymic\nОлег;Ким;Павлович\n"), Options{})
	for r := range l.Records() {
		if got := r.Get("name"); got != "Ким Олег Павлович" {
			t.Error(got)
		}
	}
}

// TestParties: of the two sides of a contract or a case nobody but the user knows which
// one to write to; a municipality is no addressee beside an organization.
func TestParties(t *testing.T) {
	const rows = "\nООО «А»;ООО «Б»\nООО «В»;ООО «Г»\n"
	for list, want := range map[string]string{
		"Истец;Ответчик" + rows:                     "кому письма: в столбце «Истец» (A) или «Ответчик» (B)?",
		"Заказчик;Поставщик" + rows:                 "кому письма: в столбце «Заказчик» (A) или «Поставщик» (B)?",
		"Заказчик;Поставщик\nА;ООО «Б»\nА;В\nА;Г\n": "взят «Поставщик» (B)",
		"Муниципалитет;ОО\nРайон;Школа № 1\n":       "взят «ОО» (B)",
	} {
		_, problems := Open(source("a.csv", list), Options{})
		if len(problems) == 0 || !strings.Contains(problems[0].Message, want) {
			t.Errorf("%q: %v", list, messages(problems))
		}
	}
}

// TestNotesOfState: what a column of notes says about a recipient who is none any more.
func TestNotesOfState(t *testing.T) {
	for note, want := range map[string]bool{
		"письмо возвращено": true, "сменился руководитель": true, "дубль строки 2": true, "уволен 01.02": true,
		"умер в 2025": true, "исключить из списка": true, "строка-дубль": true, "г. Шумерля, ул. Мира, 1": false,
		"дублировать на почту": false, "исключительно на e-mail": false, "удалить нельзя": true,
		"в отпуске": false, "просит копию": false, "": false,
	} {
		_, _, problems := read(t, source("a.csv", "Организация;Примечание\nООО «А»;"+note+"\nООО «Б»;\n"), Options{})
		if got := len(problems) > 0; got != want {
			t.Errorf("%s: %v", note, messages(problems))
		}
	}
}

// TestLostCharacters: question marks in place of characters that an encoding lacks.
func TestLostCharacters(t *testing.T) {
	for value, want := range map[string]bool{
		"ООО ?Заря?": true, "Школа ? 2": true, "ООО «За?я»": true, "?ООО «Заря»": true,
		"ООО «Что? Где? Когда?»": false, "ООО «Заря»": false,
	} {
		_, _, problems := read(t, source("a.csv", "Организация;ФИО\n"+value+";Ким О. П.\n"), Options{})
		if got := len(problems) > 0; got != want {
			t.Errorf("%s: %v", value, messages(problems))
		}
	}
}
