package list

import (
	"fmt"
	"strings"
	"testing"
)

// doubtedRows returns the numbers of the rows of a list that have a warning with a text.
func doubtedRows(t *testing.T, csv, text string, o Options) (rows []int) {
	t.Helper()
	l, problems := Open(source("a.csv", csv), o)
	if l == nil {
		t.Fatalf("%q: %v", csv, messages(problems))
	}
	for r, err := range l.Records() {
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range r.Problems {
			if strings.Contains(p.Message, text) {
				rows = append(rows, r.Row)
				break
			}
		}
	}
	return rows
}

// TestDoubtedAddressees: rows that are, by their headings or by what they hold, about
// other people than the recipients are doubted, all of them; ordinary lists are not.
func TestDoubtedAddressees(t *testing.T) {
	const whom, nameless, delegate = "кому письмо", "письмо без имени", "письмо этому человеку"
	for _, test := range []struct {
		csv, text string
		want      int
		o         Options
	}{
		{"Председатель;Боец;Билет;Адрес\n" +
			"Рогов Н.Н.;Санин О.Б.;1;А\nРогов Н.Н.;Ткачук Р.И.;2;Б\nУткин А.А.;Фомин Е.П.;3;В\n", whom, 3, Options{}},
		{"Председатель;Боец;Билет;Адрес\n" +
			"Рогов Н.Н.;Санин О.Б.;1;А\nУткин А.А.;Фомин Е.П.;3;В\n", whom, 2, Options{}},
		{"Председатель;Боец;Билет;Адрес\nРогов Н.Н.;Санин О.Б.;1;А\nУткин А.А.;Фомин Е.П.;3;В\n", whom, 0,
			Options{Columns: map[string]string{"name": "A"}}},
		{"Организация;Курьер;Должность\nАО «А»;Санин О.Б.;юрист\nАО «Б»;Фомин Е.П.;юрист\n", nameless, 2, Options{}},
		{"Больница;Главный врач\nЦРБ;Санин О.Б.\nЦГБ;Фомин Е.П.\n", delegate, 0, Options{}},
		{"Организация;Представитель\nАО «А»;Санин О.Б.\nАО «Б»;Фомин Е.П.\n", delegate, 2, Options{}},
		{"Организация;Представитель в Союзе;Должность\nАО «А»;Санин О.Б.;юрист\n", delegate, 0, Options{}},
		{"Организация;Гость\nООО «А»;Санин О.Б.\nООО «А»;Ткачук Р.И. + 1\nООО «А»;бронь\n", nameless, 3, Options{}},
		{"ОО;Победитель;Наставник\n" +
			"Школа № 1;Санин О.Б.;Ким А.А.\nШкола № 2;Фомин Е.П.;Ким А.А.\n", nameless, 2, Options{}},
		{"ОО;Победитель\n" +
			"Школа № 1;Санин О.Б.\nШкола № 2;Фомин Е.П.\n", nameless, 0, Options{Unused: []string{"B"}}},
		{"ОО;Победитель\nШкола № 1;Санин О.Б.\nШкола № 2;Фомин Е.П.\n", nameless, 0,
			Options{Columns: map[string]string{"organization": "A"}}},
		{"Организация;Менеджер\nООО «А»;Санин О.Б.\nООО «Б»;Ткачук Р.И.\n", nameless, 0, Options{}},
		{"Организация;Директор;Завуч\n" +
			"Школа № 1;Санин О.Б.;Ким А.А.\nШкола № 2;Фомин Е.П.;Ли А.А.\n", whom, 0, Options{}},
		{"Команда;Капитан;Тренер;Город\n«А»;Санин О.Б.;Ким А.А.;Ельня\n«Б»;Фомин Е.П.;Ли А.А.;Рудня\n",
			whom, 2, Options{}},
		{"Сотрудник;Принявший;Город\nСанин О.Б.;Ким А.А.;Ельня\nФомин Е.П.;Ким А.А.;Рудня\n", whom, 0, Options{}},
		{"Куратор;Староста;Группа\nРогов Н.Н.;Санин О.Б.;Т-1\nУткин А.А.;Фомин Е.П.;Т-2\n", whom, 2, Options{}},
		{"Факультет;Куратор;Староста\nФизический;Рогов Н.Н.;Санин О.Б.\nХимический;Уткин А.А.;Фомин Е.П.\n",
			whom, 2, Options{}},
		{"Сотрудник;Заместитель;Отдел\nРогов Н.Н.;Санин О.Б.;А\nУткин А.А.;Фомин Е.П.;Б\n", whom, 2, Options{}},
		{"Участник;Представитель по доверенности;Адрес\nРогов Н.Н.;Санин О.Б.;Ельня\n", whom, 0, Options{}},
		{"Факультет;Куратор;Студент\nФизический;Рогов Н.Н.;Санин О.Б.\nФизический;Рогов Н.Н.;Фомин Е.П.\n",
			whom, 0, Options{}},
		{"Организация;Директор;Заместитель\nООО «А»;Рогов Н.Н.;Санин О.Б.\n", whom, 0, Options{}},
		{"ФИО;Куратор\nРогов Н.Н.;Санин О.Б.\nУткин А.А.;Фомин Е.П.\n", whom, 0, Options{}},
		{"Исполнитель;Заказчик\nООО «А»;АО «Д»\nООО «Б»;АО «Д»\n", whom, 2, Options{}},
		{"Организация;Учредитель\nООО «А»;АО «Д»\nООО «Б»;АО «Д»\n", whom, 0, Options{}},
		{"ФИО родителя;ФИО ребёнка\nСанина О.Б.;Санин А.А.\nФомина Е.П.;Фомин А.А.\n", whom, 0, Options{}},
		{"Организация;ФИО представителя\nООО «А»;Санин О.Б.\n", delegate, 1, Options{}},
		{"Организация;ФИО руководителя\nООО «А»;Санин О.Б.\n", delegate, 0, Options{}},
		{"ФИО;Поручитель;Адрес поручителя\n" +
			"Санин О.Б.;Ким А.А.;г. Ельня, ул. Мира, 1\n", "не об адресате", 0, Options{}},
		{"ФИО;Заявитель;Адрес заявителя\n" +
			"Санин О.Б.;Ким А.А.;г. Ельня, ул. Мира, 1\n", "не об адресате", 0, Options{}},
		{"ФИО;Представитель;Адрес представителя\n" +
			"Санин О.Б.;Ким А.А.;г. Ельня, ул. Мира, 1\n", "не об адресате", 1, Options{}},
	} {
		if got := doubtedRows(t, test.csv, test.text, test.o); len(got) != test.want {
			t.Errorf("%q, %v: rows %v, want %d", test.csv, test.o.Columns, got, test.want)
		}
	}
}

// TestAddressGaps: an address without what the others have is doubted; lists of towns are
// not.
func TestAddressGaps(t *testing.T) {
	for address, want := range map[string]string{
		"в доме-интернате":            "в адресе нет дома",
		"г. Ельня":                    "в адресе нет дома",
		"участок № 13":                "в адресе нет населённого пункта",
		"ул. Мира, 4":                 "в адресе нет населённого пункта",
		"Смоленск, ул. Мира, 4":       "",
		"216790, ул. Мира, 4":         "",
		"Смоленский р-н, Катынь, 4":   "",
		"д. Катынь, 4":                "",
		"Петров Пётр Петрович":        "похоже, это имя человека",
		"совпадает с адресом филиала": "в адресе нет дома",
	} {
		csv := "Организация;Адрес\nА;г. Ельня, ул. Мира, 1\nБ;г. Ельня, ул. Мира, 2\nВ;\"" + address + "\"\n"
		if got := doubtedRows(t, csv, want, Options{}); want != "" && (len(got) != 1 || got[0] != 4) {
			t.Errorf("%s: rows %v, want %q", address, got, want)
		}
		if got := doubtedRows(t, csv, "в адресе нет", Options{}); want == "" && len(got) > 0 {
			t.Errorf("%s is doubted", address)
		}
	}
	const towns = "Организация;Адрес\nА;г. Ельня\nБ;г. Рудня\nВ;г. Ярцево\n"
	if got := doubtedRows(t, towns, "в адресе", Options{}); got != nil {
		t.Errorf("a list of towns: %v", got)
	}
}

// TestForbiddenSending checks that short notes in any column can forbid a letter, and that
// vacancies are not read as names.
func TestForbiddenSending(t *testing.T) {
	for row, want := range map[string]bool{
		"Дата увольнения;01.02.2026": true, "Дата увольнения;-": false, "Итог доставки;возврат: адрес неверный": true,
		"Рассылка;нет": true, "Отправлять?;нет": true, "Льгота;нет": false, "Сведения;выбыл в Брянск": true,
		"Благодарность;не благодарить": true, "Оплата;не внесена": false, "Итог;отказ в субсидии": false,
		"Результат;возврат": true, "Статус заявления;Отозвано заявителем": true, "Льгота;льгота": false,
		"Примечание;адрес не существует": true, "Примечание;уехала к дочери в Тверь": true,
		"Статус;в стадии ликвидации": true, "Отдел;реорганизации": false,
		"Прим.;участник ликвидации аварии на ЧАЭС": false, "Прим.;член комиссии по ликвидации ЧС": false,
		"Прим.;вместо недели — две": false, "Прим.;ликвидация с 01.03.2026": true, "Прим.;в декрете": true,
		"Прим.;участник ликвидации в Чернобыле": false, "Прим.;назначена ликвидационная комиссия": true,
		"Прим.;вместо неё Ким О. О.": true, "Статус;реорганизация в форме слияния": true,
	} {
		heading, value, _ := strings.Cut(row, ";")
		got := doubtedRows(t, "Организация;"+heading+"\nООО «А»;"+value+"\n", "писать уже не надо", Options{})
		if len(got) > 0 != want {
			t.Errorf("%s: rows %v", row, got)
		}
	}
	for name, want := range map[string]bool{
		"мандат вакантен": true, "ВАКАНСИЯ 0,5": true, "(вакантно)": true, "Иванов И.И. (вакансия)": false,
		"Вакансиев Олег Ильич": false, "на конкурсе": true, "должность не замещена": true, "отпуск по уходу": true,
		"НАЗНАЧАЕТСЯ": true, "ДО ТХИ ХОА": false, "хромов артур игоревич": false, "СВОБОДНЫЙ АРТЁМ": false,
		"громов с.и.": false, "с. в. громов": false, "с.в.громов": false, "вакансия с 2025 г.": true,
		"в декрете до 2027 г.": true, "и. о. не назначен": true, "и.о. не назначен": true, "в декрете до н.в.": true,
	} {
		got := doubtedRows(t, "Организация;ФИО\nООО «А»;\""+name+"\"\n", "должность вакантна", Options{})
		if len(got) > 0 != want {
			t.Errorf("%s: rows %v", name, got)
		}
	}
}

// TestNamesOfOtherForms: a column of names that is not read is doubted at every row, though its cells are not known to
// be people; other columns are not.
func TestNamesOfOtherForms(t *testing.T) {
	for csv, want := range map[string]int{
		"ФИО (девичья фамилия);Место работы;Должность\nКим (Рой) Анна Ильинична;АО «Ива»;юрист\n" +
			"Ли (Ким) Зоя Львовна;АО «Ель»;юрист\n": 2,
		"Организация;Представитель\nАО «Ива»;Иван Дубок\nАО «Ель»;Hans Müller\nАО «Дуб»;Юля\n": 3,
		"Организация;Хозяин\nАО «Ива»;Иван Дубок\nАО «Ель»;Hans Müller (Berlin)\n":             2,
		"Организация;Место\nАО «Ива»;Великий Новгород\nАО «Ель»;Нижний Новгород\n":             0,
		"Организация;Девиз\nАО «Ива»;Вместе мы сила\nАО «Ель»;Только вперёд\n":                 0,
	} {
		if got := doubtedRows(t, csv, "письмо без имени", Options{}); len(got) != want {
			t.Errorf("%s: rows %v", csv, got)
		}
	}
	for _, cells := range [][2]string{{"5", "6"}, {"Есть", "нет"}} {
		other := fmt.Sprintf("Количество ФИО;Организация;Должность\n%s;АО «Ива»;юрист\n%s;АО «Ель»;юрист\n", cells[0],
			cells[1])
		if got := doubtedRows(t, other, "письмо без имени", Options{}); len(got) > 0 {
			t.Errorf("%q: rows %v", other, got)
		}
	}
}
