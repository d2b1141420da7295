package list

import "testing"

// TestApart: people whose heading says that they are not of the organizations are doubted; heads, members and those
// at their place of work are not.
func TestApart(t *testing.T) {
	const companies = "\nРой О.Б.;А;ООО «Щит»\nКим А.А.;Б;АО «Ива»\n"
	const schools = "\nРой О.Б.;А;Школа № 2\nКим А.А.;Б;Гимназия № 3\n"
	for _, test := range []struct {
		csv       string
		isDoubted bool
		o         Options
	}{
		{"Директор;Адрес;Подрядчик" + companies, true, Options{}},
		{"Директор;Телефон;Заказчик" + companies, true, Options{}},
		{"ФИО;Адрес;Клиент" + companies, true, Options{}},
		{"Губернатор;Адрес;Школа" + schools, true, Options{}},
		{"Министр;Адрес;Организация" + companies, true, Options{}},
		{"Настоятель;Адрес;Школа" + schools, true, Options{}},
		{"Родитель;Адрес;Школа" + schools, true, Options{}},
		{"Ректор;Адрес;Больница\nРой О.Б.;А;Больница № 2\nКим А.А.;Б;ЦРБ\n", true, Options{}},
		{"Гражданин;Адрес;Застройщик" + companies, true, Options{}},
		{"Житель;Адрес;Школа" + schools, true, Options{}},
		{"ФИО директора;Адрес;Подрядчик" + companies, false, Options{}},
		{"ФИО;Должность;Подрядчик\nРой О.Б.;директор;ООО «Щит»\nКим А.А.;директор;АО «Ива»\n", false, Options{}},
		{"Общество;Атаман\nВяземское ХКО;Рой О.Б.\nЕльнинское РКО;Ким А.А.\n", false, Options{}},
		{"Материнская компания;Руководитель\nООО «Щит»;Рой О.Б.\nАО «Ива»;Ким А.А.\n", true, Options{}},
		{"Организация;Отдел;Руководитель организации\nАО «Ива»;Отдел кадров;Рой О.Б.\n", false, Options{}},
		{"Организация;Отдел;Директор школы\nСШ № 5;Младшая школа;Рой О.Б.\n", false, Options{}},
		{"Организация;Отдел;Генеральный директор\nАО «Ива»;Отдел кадров;Рой О.Б.\n", false, Options{}},
		{"Организация;Отдел;Начальник отдела\nАО «Ива»;Отдел кадров;Рой О.Б.\n", true, Options{}},
		{"Общество;Участник\nООО «Щит»;Рой О.Б.\nАО «Ива»;Ким А.А.\n", true, Options{}},
		{"Компания;Акционер\nПАО «Щит»;Рой О.Б.\nАО «Ива»;Ким А.А.\n", true, Options{}},
		{"Участник;Адрес;Организация" + companies, false, Options{}},
		{"Название общества;ФИО участника\nООО «Щит»;Рой О.Б.\nАО «Ива»;Ким А.А.\n", true, Options{}},
		{"Название общества;ФИО акционера\nООО «Щит»;Рой О.Б.\nАО «Ива»;Ким А.А.\n", true, Options{}},
		{"Общество;Участники собрания\nООО «Щит»;Рой О.Б.\nАО «Ива»;Ким А.А.\n", false, Options{}},
		{"Грузоотправитель;Грузополучатель\nАО «Ива»;ООО «Щит»\nАО «Ель»;ООО «Бор»\n", true, Options{}},
		{"ФИО;Примечание\nРой О.Б.;письмо не направлять\n", true, Options{}},
		{"ФИО;Примечание\nРой О.Б.;больше не приглашать\n", true, Options{}},
		{"ФИО;Примечание\nРой О.Б.;пока не оплачено\n", false, Options{}},
		{"ФИО;Примечание\nРой О.Б.;письмо не дублировать\n", false, Options{}},
		{"ФИО;Примечание\nРой О.Б.;приглашение не терять\n", false, Options{}},
		{"ФИО;Примечание\nРой О.Б.;пока не выбрать место\n", false, Options{}},
		{"ФИО и должность;Тел.\nРой О. Б., директор МБОУ «СШ № 5»;1\n", false, Options{}},
		{"ФИО;Тел.\nРой О. Б., 1951, директор МБОУ «СШ № 5»;1\n", true, Options{}},
		{"ФИО;Должность\nРой О.Б.;Глава Района\n", true, Options{}},
		{"ФИО;Должность\nРой О.Б.;Глава Сельского Поселения\n", true, Options{}},
		{"ФИО;Должность\nРой О.Б.;Заместитель Главы района\n", true, Options{}},
		{"ФИО;Должность\nРой О.Б.;Глава Ельнинского Района\n", false, Options{}},
		{"Директор;Адрес;Подрядчик" + companies, false, Options{Columns: map[string]string{"name": "A"}}},
		{"Директор;Адрес;Организация" + companies, false, Options{}},
		{"Директор;Адрес;Контрагент" + companies, false, Options{}},
		{"Директор;Адрес;Школа" + schools, false, Options{}},
		{"ФИО;Адрес;Школа" + schools, false, Options{}},
		{"Родитель;Адрес;Место работы" + companies, false, Options{}},
		{"Подрядчик;Адрес;Директор\nООО «Щит»;А;Рой О.Б.\nАО «Ива»;Б;Ким А.А.\n", false, Options{}},
		{"Директор подрядчика;Адрес;Подрядчик" + companies, false, Options{}},
		{"ВУЗ;Ректор\nСмолГУ;Рой О.Б.\nТвГУ;Ким А.А.\n", false, Options{}},
		{"Организация;Ректор\nФГБОУ ВО «СмолГУ»;Рой О.Б.\nФГБОУ ВО «ТвГУ»;Ким А.А.\n", false, Options{}},
		{"Организация;Губернатор\nАдминистрация Смоленской области;Рой О.Б.\n", false, Options{}},
		{"Суд;Судья\nЛенинский районный суд;Рой О.Б.\n", false, Options{}},
		{"Учреждение;Отдел;Заведующий\nМБУК «ЦКС»;Боровской клуб;Рой О.Б.\n", true, Options{}},
		{"Учреждение;Отдел;Заведующий\nМБУК «ЦКС»;;Рой О.Б.\n", false, Options{}},
		{"Учреждение образования;Директор\nМБДОУ № 3;Рой О.Б.\n", false, Options{}},
		{"Наименование получателя субсидии;Руководитель\nООО «Ель»;Рой О.Б.\n", false, Options{}},
		{"СМИ;Главный редактор\nГазета «Ель»;Рой О.Б.\n", false, Options{}},
		{"ФИО;Должность\nРой О.Б.;глава Ельнинского района\n", false, Options{}},
		{"ФИО;Должность\nРой О.Б.;глава района\n", true, Options{}},
		{"ФИО;Должность\nРой О.Б.;глава сельского поселения\n", true, Options{}},
		{"ФИО награждаемого;Место работы, должность\nРой О.Б.;Школа № 2, учитель\n", false, Options{}},
	} {
		got := doubtedRows(t, test.csv, "", test.o)
		if len(got) > 0 != test.isDoubted {
			t.Errorf("%q, %v: rows %v", test.csv, test.o.Columns, got)
		}
	}
}

// TestThings: names that are not like those of organizations are doubted, if nothing else is about recipients, and
// yield to organizations in another column.
func TestThings(t *testing.T) {
	for csv, want := range map[string]struct {
		known   string
		doubted int
	}{
		"Наименование;Ед. изм.;Цена\nБумага офисная;пачка;300\nСкрепки;шт.;5\n": {"organization=A", 2},
		"Название;Дата проведения\nПраздник льна;1 мая\nНочь кино;2 мая\n":      {"organization=A", 2},
		"Наименование;Поставщик\nБумага офисная;ООО «Ель»\nСкрепки;АО «Ива»\n":  {"organization=B", 0},
		"Наименование;Отрасль\nООО «Ель»;лес\nМузей льна;культура\n":            {"organization=A", 0},
		"Наименование;Телефон\nРомашка;22-33-44\nЛютик;22-33-45\n":              {"organization=A phone=B", 0},
		"Наименование;Поставщик\nООО «Ель»;ООО «Бор»\nАО «Ива»;АО «Дуб»\n":      {"organization=A", 0},
		"Наименование;ОКТМО\nЕльнинский муниципальный округ;66605\n":            {"organization=A", 0},
		"Наименование;Организация;Телефон\nРомашка;ООО «Ель»;1\nЛютик;ООО «Ель»;2\nБор;ООО «Ель»;3\n": {
			"organization=A phone=C", 0},
		"Наименование;Организация;ФИО\nРомашка;Детский сад;Рой О.Б.\nЛютик;Детский сад;Ким А.А.\n": {
			"organization=A name=C", 0},
		"Наименование;Организация;ФИО\nПроектор;Школа № 2;Рой О.Б.\nДоска;Школа № 3;Ким А.А.\n": {
			"organization=B name=C", 0},
		"Краткое наименование;ФИО\nПроектор;Рой О.Б.\nДоска;Ким А.А.\n":           {"organization_short=A name=B", 0},
		"Наименование организации;Отрасль\nРомашка;торговля\nЛютик;образование\n": {"organization=A", 0},
	} {
		l, _ := Open(source("a.csv", csv), Options{})
		if got := known(l); got != want.known {
			t.Errorf("%q: %s, want %s", csv, got, want.known)
		}
		if got := doubtedRows(t, csv, "не похожи на организации", Options{}); len(got) != want.doubted {
			t.Errorf("%q: rows %v", csv, got)
		}
	}
}

// TestInitialsOfHeads: «И.О.» beside the name or the surname of a head stands for the initials.
func TestInitialsOfHeads(t *testing.T) {
	for csv, want := range map[string]string{
		"Фамилия главы;И.О. главы;Администрация\nГромова;А.И.;Администрация г. Ели\n": "surname=A given_name=B",
		"Фамилия;И.О. руководителя;Организация\nГромов;Олег Ильич;АО «Ива»\n":         "surname=A given_name=B",
		"ФИО;И.о. руководителя;Организация\nКим Олег Ильич;да;АО «Ива»\n":             "name=A given_name=B",
		"И.о. директора;Тел.;Школа\nРой О.П.;1;Школа № 1\n":                           "name=A phone=B",
		"Имя директора;Отчество директора;Школа\nОлег;Ильич;Школа № 1\n":              "given_name=A patronymic=B",
		"И.о. директора;Отчество директора;Школа\nОлег;Ильич;Школа № 1\n":             "given_name=A patronymic=B",
		"Имя и отчество руководителя;Тел.;Школа\nОлег Ильич;1;Школа № 1\n":            "given_name=A phone=B",
		"И.о. директора;Директор;Школа\nРой О.П.;Ким А.Б.;Школа № 1\n":                "name=B given_name=A",
	} {
		if l, _, _ := read(t, source("a.csv", csv), Options{}); known(l) != "organization=C "+want {
			t.Errorf("%s: %s", csv, known(l))
		}
	}
}
