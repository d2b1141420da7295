package list

import (
	"strings"
	"testing"
)

// TestAssumedColumns: if no heading names the recipients, columns are understood by what they
// hold, and every row is doubted until the user names them. Where several columns hold
// people, nothing is assumed.
func TestAssumedColumns(t *testing.T) {
	const people = "Осипов Тарас Ильич;ООО «Ольха»;менеджер\nЗуева О.Б.;Союз садоводов;юрист\n"
	for _, test := range []struct {
		csv, known string
		doubted    int
		o          Options
	}{
		{"Человек;Откуда;Чем занят\n" + people, "organization=B name=A position=C", 2, Options{}},
		{"Человек;Откуда;Чем занят\n" + people, "organization=B name=A position=C", 0,
			Options{Columns: map[string]string{"name": "A", "organization": "B", "position": "C"}}},
		{"Список;;\nЧеловек;Откуда;Чем занят\n" + people, "organization=B name=A position=C", 2, Options{}},
		{"Список;;\n" + people, "organization=B name=A position=C", 2, Options{}},
		{"Ф.И.О. мастера;Тел.\nОсипов Т.И.;22-33-44\nЗуева О.Б.;22-33-45\n", "name=A phone=B", 0, Options{}},
		{"ФИО, год рождения;Адрес\nОсипов Т.И., 1951;А\nЗуева Ольга Ильинична 1948 г.р.;Б\n", "name=A address=B",
			0, Options{}}, // each value is doubted as one that is not only a name
		{"Позывной;Тел.\nОсипов Т.И.;22-33-44\nЗуева О.Б.;22-33-45\n", "name=A phone=B", 2, Options{}},
		{"Представитель;Тел.\nРой О.Б.;22\nООО «Ель»;23\nЛи О.Б.;24\n", "organization=A name=A phone=B", 0, Options{}},
		{"Организация;Представитель;Должность\nАО «Ель»;Рой О.Б.;юрист\n", "organization=A name=B position=C", 0,
			Options{}},
		{"Наименование СМИ;Представитель СМИ\nГазета «Ель»;Рой О.Б.\nГТРК «Ива»;Ким О.Б.\n", "organization=A name=B", 0,
			Options{}},
		{"Акционер;Адрес для уведомлений\nРой О.Б.;А\nАО «Ель»;Б\n", "organization=A name=A postal_address=B", 0,
			Options{}},
		{"Клиника;Главврач\nООО «Ель»;Рой О.Б.\n", "organization=A name=B", 0, Options{}},
		{"Заказчик;Представитель заказчика;Должность\nАО «Ель»;Рой О.Б.;юрист\n", "organization=A name=B position=C", 0,
			Options{}},
		{"Ветеринарная клиника;Главный врач клиники\nАО «Ель»;Рой О.Б.\n", "organization=A name=B", 0, Options{}},
		{"Управляющая организация;Директор УО\nАО «Ель»;Рой О.Б.\nАО «Ива»;Ким А.А.\n", "organization=A name=B", 0,
			Options{}},
		{"Отображаемое имя;Организация\nРой О.Б.;АО «Ель»\n", "organization=B name=A", 0, Options{}},
		{"Аптека;Заведующая аптекой\nАптека № 5;Рой О.Б.\n", "organization=A name=B", 0, Options{}},
		{"Избирательная комиссия;Председатель комиссии\nУИК № 5;Рой О.Б.\n", "organization=A name=B", 0, Options{}},
		{"Член палаты;Занятие\nРой О.Б.;шахматы\n", "name=A", 0, Options{}},
		{"Истец;Представитель\nРой Ия Олеговна;Ли О.Б.\nКим Ия Ильинична;Ян О.Б.\n", "organization=A name=A", 0,
			Options{}},
		{"ФИО генерального директора;Адрес;Организация\nРой О.Б.;А;АО «Ель»\n", "organization=C name=A address=B", 0,
			Options{}},
		{"ФИО больного;Место учёбы\nРой О.Б.;Школа № 5\nКим А.А.;Школа № 6\n", "organization=B", 0, Options{}},
		{"NAME;DIRECTOR\nАО «Ель»;Рой О.Б.\nАО «Ива»;Ким А.А.\n", "organization=A name=B", 0, Options{}},
		{"Жертвователь;Адрес\nРой О.Б.;А\nАО «Ива»;Б\n", "organization=A name=A address=B", 1, Options{}},
		{"Председатель совета дома;Адрес\nРой О.Б.;А\nКим А.А.;Б\n", "name=A address=B", 0, Options{}},
		{"Председатель:;\nРой Ия Олеговна;юрист\nЧлены:;\nКим А.А.;врач\n", "name=A position=B", 2, Options{}},
		{"Кому;Индекс и адрес\nРой О.Б.;214000, г. Ельня, ул. Мира, 1\n", "name=A address=B", 0, Options{}},
		{"Кому;Индекс\nРой О.Б.;214000\nКим А.А.;г. Ельня, ул. Мира, 1\n", "name=A index=B", 0, Options{}},
		{"ФИО;Позиция\nРой О.Б.;CEO\nКим А.А.;главный инженер\n", "name=A position=B", 0, Options{}},
		{"ФИО;Профессия;Завод\nРой О.Б.;токарь;АО «Ель»\nКим А.А.;швея;АО «Ива»\n",
			"organization=C name=A position=B", 0, Options{}},
		{"О фирме;;Контактное лицо;\nНазвание;ИНН;ФИО;Тел.\nАО «Ель»;;Рой О.Б.;22-33-44\n",
			"organization=A inn=B contact=C", 0, Options{}},
		{"ФИО;Профессия;Образовательная организация\nРой О.Б.;учитель физики;СШ № 5\nКим А.А.;швея;СШ № 6\n",
			"organization=C name=A position=B", 0, Options{}},
		{"ФИО;Профессия;Колледж\nРой О.Б.;токарь;Колледж связи\n", "organization=C name=A", 0, Options{}},
		{"ФИО;Должность (специальность, профессия), разряд\nРой О.Б.;токарь\n", "name=A position=B", 0, Options{}},
		{"Краткое наименование;ФИО\nАО «Ель»;Рой О.Б.\nАО «Ива»;Ким А.А.\n", "organization=A name=B", 0, Options{}},
		{"Сокращённое наименование;Телефон\nАО «Ель»;1\nАО «Ива»;2\n", "organization=A phone=B", 0, Options{}},
		{"Территориальный орган;Начальник;Сокращённое наименование\nУправление Росреестра;Рой О.Б.;УР\n",
			"organization=A organization_short=C name=B", 0, Options{}},
		{"Владелец сети;Краткое наименование\nАО «Ель»;Ель\nАО «Ива»;Ива\n", "organization=A organization_short=B", 2,
			Options{}},
		{"Некоммерческая организация;Руководитель НКО\nАНО «Ель»;Рой О.Б.\nАНО «Ива»;Ким А.А.\n",
			"organization=A name=B",
			0, Options{}},
		{"Обслуживающая организация;Директор\nАО «Ель»;Рой О.Б.\nАО «Ива»;Ким А.А.\n", "name=B", 0, Options{}},
		{"Гражданин;Адрес\nРой О.Б.;А\nКим А.А.;Б\n", "name=A address=B", 0, Options{}},
		{"ФИО;Профессия\nРой О.Б.;токарь\nКим А.А.;швея\n", "name=A", 0, Options{}},
		{"ФИО;Позиция\nРой О.Б.;за\nКим А.А.;против\n", "name=A", 0, Options{}},
		{"Названия строк;Сумма\nООО «Ольха»;5\nАО «Ель»;6\n", "organization=A", 2, Options{}},
		{"Кого;Место работы, должность\nОсипов Т.И.;АО «Ель», юрист\nЗуева О.Б.;пенсионер\n",
			"organization=B name=A position=B", 2, Options{}},
		{"Мама;Папа;Адрес\nЗуева О.Б.;Зуев О.Б.;А\nКим А.А.;Ким Б.Б.;Б\n", "", 0, Options{}},
		{"Менеджер;Телефон\nЗуева О.Б.;1\nКим А.А.;2\n", "phone=B", 0, Options{}},
		{"ФИО;Откуда\nЗуева О.Б.;АО «Ель»\nКим А.А.;АО «Ива»\n", "name=A", 0, Options{}},
		{"Управляющая организация;Старший по дому\nООО «УК»;Зуева О.Б.\nООО «Жилсервис»;Ким А.А.\n",
			"organization=A name=B", 2, Options{}},
		{"ФИО;Кем выдан паспорт\nЗуева О.Б.;Отдел УФМС\nКим А.А.;Управление МВД\n", "name=A", 0, Options{}},
		{"Наименование МФЦ;Директор\nЯрцевский филиал;Ким А.А.\nФилиал в Ельне;Ли А.А.\n", "organization=A name=B", 0,
			Options{}},
		{"МДОУ;Заведующий\nМБДОУ «Ель»;Ким А.А.\nМБДОУ «Ива»;Ли А.А.\n", "organization=A name=B", 0, Options{}},
		{"Газета;Редактор\nГазета «Ель»;Ким А.А.\nГазета «Ива»;Ли А.А.\n", "organization=A name=B position=B", 0,
			Options{}},
		{"Тренер;Спортшкола\nКим А.А.;МБУ «Ель»\n", "name=A", 0, Options{}},
		{"Учредитель;Директор\nАО «Ель»;Ким А.А.\nАО «Ива»;Ли А.А.\n", "name=B", 0, Options{}},
		{"Банк;Управляющий\nАО «Ель»;Ким А.А.\nАО «Ива»;Ли А.А.\n", "organization=A name=B", 0, Options{}},
		{"Директор;Банк;БИК\nКим А.А.;АО «Ель»;1\nЛи А.А.;АО «Ива»;2\n", "name=A", 0, Options{}},
		{"ФИО;Адрес;Наименование СМО\nЗуева О.Б.;А;АО «Ель»\nКим А.А.;Б;АО «Ива»\n", "name=A address=B", 0, Options{}},
		{"Пациент;Наименование СМО\nЗуева О.Б.;АО «Ель»\nКим А.А.;АО «Ива»\n", "organization=B name=A", 2, Options{}},
		{"Наименование МФЦ;Адрес\nЯрцевский филиал;А\nФилиал в Ельне;Б\n", "organization=A address=B", 0, Options{}},
		{"Должность руководителя;ФИО юриста\nдиректор;Зуева О.Б.\nглава;Ким А.А.\n", "name=B position=A", 2, Options{}},
		{"name;surname;patronymic\nОльга;Зуева;Ильинична\nАнна;Ким;Ильинична\n",
			"surname=B given_name=A patronymic=C", 0, Options{}},
		{"ФИО докладчика;Тема\nЗуева О.Б.;А\nКим А.А.;Б\n", "name=A", 0, Options{}},
		{"ФИО награждаемого;Должность\nЗуева О.Б.;юрист\nКим А.А.;врач\n", "name=A position=B", 0, Options{}},
		{"ФИО ребёнка;Должность\nЗуева О.Б.;юрист\nКим А.А.;врач\n", "name=A position=B", 2, Options{}},
		{"Ф.;И.;О.;Орг.\nЗуева;О.;Б.;АО «Ель»\nКим;А.;;АО «Ива»\n",
			"organization=D surname=A given_name=B patronymic=C", 0, Options{}},
	} {
		l, problems := Open(source("a.csv", test.csv), test.o)
		switch {
		case l == nil && (test.known != "" || !strings.Contains(problems[0].Message, "кому письма")):
			t.Errorf("%q: %v", test.csv, problems)
		case l == nil:
		case known(l) != test.known:
			t.Errorf("%q: %s, want %s", test.csv, known(l), test.known)
		case len(doubtedRows(t, test.csv, "по содержанию", test.o)) != test.doubted:
			t.Errorf("%q: want %d doubted rows", test.csv, test.doubted)
		}
	}
}

// TestOtherBodies: organizations that people only deal with are not theirs: every row is doubted.
func TestOtherBodies(t *testing.T) {
	const rows = "\nРой О.Б.;А;ООО «Щит»\nКим А.А.;Б;АО «Ива»\n"
	for _, titles := range []string{
		"Директор;Адрес;Охрана", "Директор;Адрес;Кем награждён", "Директор;Адрес;Арендодатель", "Директор;Адрес;РСО",
		"Директор;Адрес;Прежнее место службы", "Директор;Адрес;Банк", "Директор;Адрес;Поставщик питания",
		"Директор;Адрес;Проверяющий орган", "Директор;Адрес;Питание", "Директор;Адрес;Охранное предприятие",
		"Директор;Адрес;Базовая школа", "Директор;Адрес;Охрана школы", "Директор;Адрес;Наименование СМО",
		"Глава района;Адрес;Перевозчик", "Глава района;Адрес;Школа", "Главный инженер;Адрес;РСО",
		"Лесничий;Адрес;Подрядчик", "Лесничий;Адрес;Арендатор участка", "Председатель совета дома;Адрес;УК",
		"Председатель совета дома;Адрес;Управляющая компания",
		"Представитель;Адрес;Охрана", "Аудитор;Адрес;Организация", "Журналист;Адрес;Завод", "Ревизор;Адрес;Учреждение",
		"ФИО больного;Адрес;Сумма", "ФИО усопшего;Адрес;Сумма", "ФИО сироты;Адрес;Сумма",
		"Директор;Телефон;Типография", "Бывший директор;Адрес;Завод", "ФИО больного;Адрес;Место учёбы",
		"ФИО задержанного;Адрес;Место работы", "Тренер;Адрес;Спортивная школа",
	} {
		if got := doubtedRows(t, titles+rows, "", Options{}); len(got) != 2 {
			t.Errorf("%s: doubted %v", titles, got)
		}
	}
}

// TestListDoubts: what makes a whole list uncertain is reported once.
func TestListDoubts(t *testing.T) {
	const taken, without = "заголовками считается строка", "письма без организации"
	const towns = "Администрация Ярцева;Ярцево\nДума Ярцева;Ярцево\nМБОУ «Школа № 2»;Ярцево\n"
	const people = "Ёлкин Фома;Ярцево\nЁлкина Нина Юрьевна;Ельня\nРой Анна Юрьевна;Ельня\n"
	const bases = "ФИО;База практики\nРой А.Ю.;АО «Ель»\nКим Б.Б.;АО «Ива»\n"
	for _, test := range []struct {
		csv, text string
		columns   map[string]string
		header    int
		isDoubted bool
	}{
		{people, taken + " 1: «Ёлкин Фома», «Ярцево»", nil, 0, true},
		{people, taken, map[string]string{"name": "A"}, 0, true},
		{people, taken, map[string]string{"name": "A"}, -1, false},
		{"Человек;Откуда\n" + people, taken, map[string]string{"name": "A"}, 1, false},
		{"Человек;Откуда\n" + people, taken, map[string]string{"name": "Человек"}, 0, false},
		{towns, taken, nil, 0, true},
		{towns, taken, map[string]string{"organization": "A"}, 0, true},
		{"ФИО;Город\n" + people, taken, nil, 0, false},
		{bases, without, nil, 0, true},
		{"МБОУ «Школа № 2»;\nФИО;Предмет\nРой А.Ю.;физика\n", without, nil, 0, true},
		{"СНТ «Заря»;\nФИО;Адрес\nРой А.Ю.;г. Орёл, ул. Мира, 1\n", without, nil, 0, false},
		{"ТСЖ «Заря»;\nФИО;Кв.\nРой А.Ю.;12\n", without, nil, 0, false},
		{"СНТ «Заря»;\nФИО;№ участка\nРой А.Ю.;12\n", without, nil, 0, false},
		{"Список учителей;\nФИО;Предмет\nРой А.Ю.;физика\n", without, nil, 0, false},
		{"МБОУ «Школа № 2»;\nОрганизация;ФИО\nАО «Ель»;Рой А.Ю.\n", without, nil, 0, false},
		{bases, without, map[string]string{"name": "A"}, 0, false},
	} {
		_, problems := Open(source("a.csv", test.csv), Options{Columns: test.columns, Header: test.header})
		want := map[bool]int{true: 1}[test.isDoubted]
		if got := strings.Join(messages(problems), "; "); strings.Count(got, test.text) != want {
			t.Errorf("%q, %v: got %q", test.csv, test.columns, got)
		}
	}
}

// TestSameRecipients checks that a second column with the same people in another case is not
// a rival of the first.
func TestSameRecipients(t *testing.T) {
	for _, csv := range []string{
		"Организация;Руководитель;Руководитель (дат. п.)\nА;Ким А.А.;Киму А.А.\nБ;Зуева О.Б.;Зуевой О.Б.\n",
		"Организация;Директор;ФИО директора полностью\nА;Ким А.А.;Ким Алла Ильинична\n",
	} {
		if rows := doubtedRows(t, csv, "кому письмо", Options{}); len(rows) > 0 {
			t.Errorf("%q: rows %v", csv, rows)
		}
	}
}

// TestRowDoubts: what makes one row uncertain is reported at it.
func TestRowDoubts(t *testing.T) {
	for csv, text := range map[string]string{
		"ФИО;Адрес\nИльин О.П.;г. Ельня, 1\nКим А.А. +;г. Ельня, 2\n":                    "не только имя",
		"ФИО;Адрес\nИльин О.П.;г. Ельня, 1\nКим А.А.;214001\n":                           "одни цифры",
		"ФИО;Куда\nИльин О.П.;г. Ельня, 1\nКим А.А.;в Отдел культуры\n":                  "название организации",
		"Название УО;Начальник отдела\nЯрцевский отдел;Ким А.А.\nДорогобуж;Зуева О.Б.\n": "письма без организации",
		"Место работы;Должность в клубе;ФИО\nА;казначей;Ким А.А.\nБ;тренер;Ли А.А.\n":    "не о должности",
		"Организация и директор\nАО «А»\nООО «Б», директор Ильин Олег Ильич\n":           "имя человека",
		"Организация;Адрес;ФИО номинанта\nАО «Ель»;А;Ким А.А.\nАО «Ива»;Б;Ли О.П.\n":     "не руководители",
		"Подразделение;Начальник\nСклад;Ким А.А.\nОтдел кадров;Ли А.А.\n":                "письма без организации",
		"Организация;Контакт;Должность\nООО «А»;;\nООО «Б»;Ким А.А.;директор\n":          "имён в письмах не будет",
		"Фамилия;ФИО\nЗуева;Зуева О.Б.\nКим;Зуева О.Б.\n":                                "чьё имя верно",
		"Фамилия;ФИО\nЗуева;Зуева О.Б.\nКим;Котову О.Б.\n":                               "чьё имя верно",
		"Фамилия;ФИО\nЗуева;Зуева О.Б.\nЛи;Лосеву О.Б.\n":                                "чьё имя верно",
		"ФИО;Статус\nЗуева О.Б.;\nКим А.А.;не существует\n":                              "писать уже не надо",
		"ФИО;Доставка\nЗуева О.Б.;\nКим А.А.;возврат\n":                                  "писать уже не надо",
		"ФИО;Адрес\nЗуева О.Б.;Ельня\nКим А.А.;такого адреса не существует\n":            "это не адрес",
		"ФИО;Адрес\nЗуева О.Б.;Ельня\nКим А.А.;станция юных техников\n":                  "название организации",
		"Организация;Директор;Город\nА;Ким А.А.;Ельня\nБ;по конкурсу;Ельня\n":            "вакантна",
		"Организация;Директор;Город\nА;Ким А.А.;Ельня\nБ;директор не назначен;Ельня\n":   "вакантна",
		"Округ;Глава;Глава администрации\nА;Ким А.А.;Ким А.А.\nБ;Ли А.А.;Зуева О.Б.\n":   "кому письмо",
	} {
		if rows := doubtedRows(t, csv, text, Options{}); len(rows) == 0 || rows[len(rows)-1] != 3 {
			t.Errorf("%q: rows %v", csv, rows)
		}
	}
}

// TestNoRowDoubts: what only resembles a mistake is not doubted.
func TestNoRowDoubts(t *testing.T) {
	for _, test := range []struct{ csv, text string }{
		{"Фамилия;Имя;Отчество;ФИО в дательном падеже\nЗаяц;Анна;Юрьевна;Заяц Анне Юрьевне\n", "чьё имя верно"},
		{"Фамилия;ФИО (дат. п.)\nЧёрный;Чёрному Олегу Ильичу\n", "чьё имя верно"},
		{"Фамилия;ФИО\nРой (Котова);Рой Анна Юрьевна\n", "чьё имя верно"},
		{"ФИО;Статус\nРой А.Ю.;существует\n", "писать уже не надо"},
		{"ФИО;Вид операции\nРой А.Ю.;возврат\n", "писать уже не надо"},
		{"ФИО;Вид операции\nРой А.Ю.;возврат излишка\n", "писать уже не надо"},
		{"ФИО;Адрес\nРой А.Ю.;станция Колодня\n", "название организации"},
		{"ФИО;Адрес\nРой А.Ю.;совхоз Заря\n", "название организации"},
		{"Школа;Должность в школе;ФИО\nСШ № 1;завуч;Рой А.Ю.\nСШ № 2;завуч;Ким Б.Б.\n", "не о должности"},
		{"ФИО;Комментарий\nРой А.Ю.;сделка закрылась\nКим Б.Б.;директор уже дал согласие\n", "писать уже не надо"},
		{"ФИО;Срок полномочий\nРой А.Ю.;истекает 01.09.2028\nКим Б.Б.;окончание 2029\n", "писать уже не надо"},
		{"ФИО;Наименование награды\nРой А.Ю.;Почётная грамота\nКим Б.Б.;Благодарность\n", "организаци"},
		{"Организация;ФИО\nМБОУ «СШ № 1», имени Юрия Алексеевича Гагарина;Рой А.Ю.\n", "имя человека"},
		{"Организация;Руководитель\nАО «Ель»;директор по развитию\n", "вакантна"},
		{"Организация;Руководитель\nАО «Ель»;заместитель директора по науке\n", "вакантна"},
		{"ФИО;База практики\nРой А.Ю.;АО «Ель»\nКим Б.Б.;АО «Ива»\n", "организаци"},
		{"Управляющая компания;Собственник\nООО «УК»;Рой А.Ю.\nООО «ЖЭУ»;Ким Б.Б.\n", "организаци"},
	} {
		if rows := doubtedRows(t, test.csv, test.text, Options{}); len(rows) > 0 {
			t.Errorf("%q: rows %v", test.csv, rows)
		}
	}
}

// TestMentionsPerson checks that adjectives of streets and bodies are not patronymics.
func TestMentionsPerson(t *testing.T) {
	for value, want := range map[string]bool{
		"Зайцевой Анне Юрьевне": true, "Зайцевой Анны Ильиничны, сына": true, "Анне Юрьевне Зайцевой": true,
		"Роя Льва Фомича 1950 г.р.": true, "Роя Льва Олеговича 1950 г.р.": true, "Рой Анна Юрьевна": true,
		"Отделение Восточной почты": false, "ул. Речной": false, "в деревне": false, "Совет Первичной ячейки": false,
		"Отдел по Цветочной улице": false, "Волгин Тарас Ильич с супругой": true, "м. Площадь Ильича": false,
	} {
		if got := mentionsPerson(value); got != want {
			t.Errorf("%s: got %v", value, got)
		}
	}
}

// TestPostsOfKind: adjectives behind «Должность» do not change what the column is.
func TestPostsOfKind(t *testing.T) {
	for heading, want := range map[string]string{
		"Должность (штатная)": "главный специалист", "Должность основная": "главный специалист",
		"Должность прежняя": "",
	} {
		l, _, _ := read(t, source("a.csv", "ФИО;"+heading+";Организация\nКим Олег Ильич;главный специалист;АО «Ива»\n"),
			Options{})
		for r := range l.Records() {
			if got := r.Get("position"); got != want {
				t.Errorf("%s: %q", heading, got)
			}
		}
	}
}

// TestRepresentativesWithoutPatronymics: listed given names are enough for people.
func TestRepresentativesWithoutPatronymics(t *testing.T) {
	l, _, _ := read(t, source("a.csv", "Компания;Представитель;Страна\nООО «Ива»;Олег Ильин;Беларусь\n"+
		"ООО «Ель»;Вера Лужина;Армения\n"), Options{})
	if got := known(l); got != "organization=A name=B" {
		t.Error(got)
	}
}
