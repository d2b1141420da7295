package list

import (
	"strings"
	"testing"
)

// TestHeadings checks headings from real lists. The key "" holds headings of no
// known field.
func TestHeadings(t *testing.T) {
	for want, headings := range map[string][]string{
		"organization": {
			"Наименование организации", "Наименование", "Полное наименование организации", "НАИМЕНОВАНИЕ\nУЧРЕЖДЕНИЯ",
			"Организация", "Название компании", "Наименование юридического лица",
			"Наименование образовательной организации", "Контрагент", "organization", "Место работы", "Школа",
			"Наименование контрагента", "Контрагент (полное наименование)", "Наимено-\nвание организации",
			"Наименование\nорганизации-\nучастника",
			"Наименова\nние\nорганизации", "О\u00adр\u00adганизация", "Opганизация", "Company Name", "Company",
			"Учебное заведение", "Полное наименование ОО", "Наименование школы (по уставу)", "Название вуза",
			"Детский сад", "Клиент", "Наименование\u00a0предприятия", "Компания контакта",
			"Organization 1 - Name", "Работодатель", "Наименование органа власти", "Наим. орг-ции",
			"Наименование ЮЛ", "Наименование МО", "Абонент", "Кому (организация)", "Орган", "Поставщик",
			"Наименование суда", "Воинская часть",
			"Наименование избирательной комиссии", "Наименование общественного объединения", "УК / ТСЖ",
			"Музей", "Первичная профсоюзная организация", "Казачье общество", "Организация (род. п.)",
			"Организация тв.п.", "Наименование (полное, сокращённое)", "Nazvanie",
			"Naimenovanie organizatsii", "ORGANIZACIYA", "1.Организация", "Organ vlasti",
		},
		"organization_short": {
			"Сокращённое наименование", "Наименование (краткое)", "Краткое наименование организации",
		},
		"name": {
			"Ген. директор", "Министр", "Participant",
			"Ф.И.О. руководителя", "ФИО", "Фамилия, имя, отчество", "Руководитель", "Руководитель (ФИО)", "Директор",
			"Full name", "ФИО директора школы", "Ф.И.О. заведующего", "Фамилия, инициалы",
			"Руководитель (ФИО полностью)",
			"Должность, ФИО руководителя", "Глава администрации", "Ф И О", "Ф.И.О.\nруково-\nдителя",
			"Полное имя контакта",
			"ФИО участника", "Display Name", "Сведения о руководителе: ФИО",
			"ФИО рук-ля", "Рук-ль", "Сотрудник", "Физическое лицо", "Глава МО", "ФИО р.п.", "Законный представитель",
			"Правообладатель", "ФИО тв. п.", "Председатель суда", "Председатель ППО", "Командир",
			"Председатель комиссии (Ф.И.О.)", "Руководитель объединения", "Президент федерации", "Атаман",
			"И.О. Фамилия", "ФИО собственника (наименование юр. лица)", "Начальник части (звание, Ф.И.О.)",
			"Глава муниципального образования", "Ф.И.О. кандидата", "Фамилия_ИО_дат", "Rukovoditel",
			"2. Укажите ФИО руководителя", "4. ФИО",
		},
		"surname":    {"Фамилия", "Last Name", "Фамилия руководителя", "Familiya"},
		"given_name": {"Имя", "First Name", "Имя, отчество", "Имя контакта"},
		"patronymic": {"Отчество (при наличии)"},
		"position": {"Должность", "Должность руководителя", "Наименование должности", "Долж-\nность",
			"Занимаемая должность", "Замещаемая должность", "Должность ЕИО", "Должность р. п.",
			"Job Title", "Д о л ж н о с т ь", "Dolzhnost", "3. Должность"},
		"inn":  {"ИНН", "ИНН организации", "И Н Н", "ИHH"},
		"kpp":  {"КПП"},
		"ogrn": {"ОГРН", "ОГРН/ОГРНИП"},
		"address": {
			"Адрес", "Юридический адрес", "Адрес (юридический)", "Адрес места нахождения", "Адрес организации",
			"Местонахождение", "Адрес регистрации", "Адрес (город, улица, дом)", "Юр.адрес", "Куда", "Домашний адрес",
			"Адрес места жительства", "Адрес проживания", "Адрес работы", "Yuridicheskiy adres",
		},
		"postal_address": {"Почтовый адрес", "Почтовый адрес (с индексом)", "Postal address"},
		"index":          {"Индекс", "Почтовый индекс", "ZIP code"},
		"region":         {"Регион", "Субъект РФ"},
		"city":           {"Город"},
		"email": {
			"E-mail", "e-mail:", "Электронная почта", "Адрес электронной почты", "Эл. почта", "Эл.адрес",
		},
		"phone":      {"Телефон", "Тел.", "Контактный телефон", "Телефон руководителя", "Телефон работы", "Тел./факс"},
		"site":       {"Официальный сайт"},
		"contact":    {"Контактное лицо"},
		"gender":     {"Пол"},
		"salutation": {"Обращение", "Обращение к руководителю", "Обращение в письме"},
		"number":     {"Исх. номер", "Исходящий номер письма"},
		"date":       {"Дата", "Дата письма", "Дата (исх.)"},
		"": {
			"№ п/п", "Примечание", "Название работы", "Руководитель работы",
			"Дата регистрации организации", "Вид деятельности организации",
			"Наименование мероприятия", "Область деятельности", "ИНН/КПП", "Численность работников", "Ответственный",
			"ФИО бухгалтера",
			"Дата образования", "Учредитель", "Телефон бухгалтера", "Основной менеджер", "Номер договора",
			"Юр. / физ. лицо",
			"Полная стоимость", "", "Имущество",
			"Дата собрания", "Дата суда", "Дата р.", "Дата организации", "Дата заявителя", "Исх. номер суда",
			"Обращение заявителя", "Обращение в суд", "UK", "MO", "TOS", "Organ", "Data",
		},
	} {
		for _, heading := range headings {
			column := Column{Letter: "A", Title: headingText(heading, Recipients())}
			columns, problems := assignFields(Options{Fields: Recipients()}, []Column{column}, nil)
			if columns[0].Field != want || len(problems) > 0 {
				t.Errorf("%q is %q, want %q (%v)", heading, columns[0].Field, want, problems)
			}
		}
	}
}

// TestEveryFieldIsFound checks that the key and the title of a field are
// recognized as its headings.
func TestEveryFieldIsFound(t *testing.T) {
	for _, f := range Recipients() {
		for _, heading := range []string{f.Title, f.Key, strings.ToUpper(f.Title)} {
			columns, _ := assignFields(Options{Fields: Recipients()}, []Column{{Title: heading}}, nil)
			if columns[0].Field != f.Key {
				t.Errorf("%s is %q and not %s", heading, columns[0].Field, f.Key)
			}
		}
	}
}

// TestTwoColumnsForOneField checks that the column with the simpler heading is
// chosen, and that the other one is reported and remains accessible by its
// heading.
func TestTwoColumnsForOneField(t *testing.T) {
	l, records, problems := read(t, source("a.csv", "Организация;Телефон руководителя;Телефон\nООО;1;2\n"), Options{})
	equal(t, "records", records, []string{"2: ООО|1|2"})
	equal(t, "problems", messages(problems), []string{
		"a.csv: предупреждение: на phone похожи два столбца: взят «Телефон» (C), а не «Телефон руководителя» (B)"})
	for r := range l.Records() {
		if r.Get("phone") != "2" || r.Get("Телефон руководителя") != "1" {
			t.Error(r.Get("phone"), r.Get("Телефон руководителя"))
		}
	}
}

// TestEmptyRival checks that a column without values needs no word beside one that has
// them: «Title» of Outlook, which often is a post in English.
func TestEmptyRival(t *testing.T) {
	const heads = "Title;First Name;Last Name;Company;Job Title\n"
	_, _, problems := read(t, source("a.csv", heads+";Иван;Иванов;ООО «А»;директор\n"), Options{})
	equal(t, "problems", messages(problems), nil)
	_, _, problems = read(t, source("a.csv", heads+"Director;Иван;Иванов;ООО «А»;директор\n"), Options{})
	equal(t, "problems", messages(problems), []string{
		"a.csv: предупреждение: на position похожи два столбца: взят «Job Title» (E), а не «Title» (A)"})
}

func TestManualColumns(t *testing.T) {
	const content = "Кто;Телефон руководителя;Телефон;Куда\nООО;1;2;Смоленск\n"
	l, _, problems := read(t, source("a.csv", content),
		Options{Columns: map[string]string{"organization": "кто", "phone": "2", "address": "d"}})
	equal(t, "problems", messages(problems), nil)
	for r := range l.Records() {
		if r.Get("organization") != "ООО" || r.Get("phone") != "1" || r.Get("address") != "Смоленск" ||
			r.Get("Телефон") != "2" {
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
		{map[string]string{"phone": "B", "inn": "B"},
			"столбец «Телефон руководителя» (B) назван для двух полей: inn и phone", ""},
	} {
		_, problems := Open(source("a.csv", content), Options{Columns: test.columns})
		if len(problems) == 0 || problems[0].Message != test.want || problems[0].Hint != test.hint {
			t.Errorf("%v: %+v", test.columns, problems)
		}
	}
}

// TestSimilarColumnBefore: a column that is named for a field, or as unused, is not
// overruled by the heading of one before it.
func TestSimilarColumnBefore(t *testing.T) {
	const content = "Кому (адресат);ФИО руководителя\nООО «Заря»;Громова О. И.\n"
	for _, o := range []Options{{Columns: map[string]string{"name": "B"}}, {Unused: []string{"A"}},
		{Columns: map[string]string{"organization": "A"}, Unused: []string{"B"}}} {
		l, _, problems := read(t, source("a.csv", content), o)
		want := "Громова О. И."
		if o.Columns["organization"] != "" {
			want = ""
		} else {
			equal(t, "problems", messages(problems), nil)
		}
		for r := range l.Records() {
			if got := r.Get("name"); got != want {
				t.Errorf("%+v: %q, want %q", o, got, want)
			}
		}
	}
}
