package list

import (
	"slices"
	"strings"
	"testing"
)

// known returns the fields of a list and their columns: organization=B name=C.
func known(l *List) string {
	var found []string
	for _, f := range l.fields {
		for _, c := range l.Columns {
			if c.Field == f.Key {
				found = append(found, f.Key+"="+c.Letter)
			}
		}
	}
	return strings.Join(found, " ")
}

// TestHeadingRows checks which rows are the headings and which columns are known.
func TestHeadingRows(t *testing.T) {
	const person = "Иванов Иван Иванович"
	for _, test := range []struct{ name, csv, known, record string }{
		{"two rows, the upper one groups",
			"№ п/п;Наименование организации;Руководитель;;Контактные данные;;\n" +
				";;ФИО;Должность;Адрес;Телефон;E-mail\n1;ООО «А»;" + person + ";директор;Смоленск;12-34-56;a@b.ru\n",
			"organization=B name=C position=D address=E email=G phone=F", "3: "},
		{"three rows",
			"№;Организация;Сведения;;;;\n;;Руководитель;;Контакты;;\n;;ФИО;Должность;Адрес;Телефон;E-mail\n" +
				"1;ООО «А»;" + person + ";директор;Смоленск;12-34-56;a@b.ru\n",
			"organization=B name=C position=D address=E email=G phone=F", "4: "},
		{"kinds of names in small letters",
			"Наименование;;ФИО;Должность\nполное;сокращённое;;\nАО «Ель»;АО «Ель»;" + person + ";директор\n",
			"organization=A organization_short=B name=C position=D", "3: "},
		{"the lower row complete but for the first columns",
			"Список организаций;;;;\n\nНаименование организации;ИНН;Сведения о руководителе;;Сайт\n;;ФИО;Должность;\n" +
				"ООО «А»;7707083893;" + person + ";директор;a.ru\n",
			"organization=A name=C position=D inn=B site=E", "5: "},
		{"a title above complete headings",
			"Приложение 1;;Утверждаю;\nОрганизация;ФИО;Должность;ИНН\nООО «А»;" + person + ";директор;\n",
			"organization=A name=B position=C inn=D", "3: "},
		{"the same headings below two groups",
			"Организация;Руководитель;;Бухгалтер;\n;ФИО;Телефон;ФИО;Телефон\n" +
				"ООО «А»;" + person + ";12-34-56;Петрова Анна Ильинична;1\n",
			"organization=A name=B phone=C", "3: "},
		{"the contact person before the head",
			"Организация;Контактное лицо;;Руководитель;\n;ФИО;Телефон;ФИО;Должность\n" +
				"ООО «А»;Петрова Анна Ильинична;1;" + person + ";директор\n",
			"organization=A name=D position=E contact=B", "3: "},
		{"several things in one cell",
			"Организация;ФИО директора, телефон;Сайт\nООО «А»;" + person + ", 12-34-56;a.ru\n",
			"organization=A name=B site=C", "2: "},
		{"a group that says whose they are",
			"Организация;Учредитель;;ИНН\n;Наименование;Адрес;\nООО «А»;Город;Смоленск;7707083893\n",
			"organization=A inn=D", "3: "},
		{"a post in the title and in the rows",
			"Реестр;;;\nНазвание;Директор;Телефон;Директор с\nООО «А»;" + person + ";12-34-56;2020\n",
			"organization=A name=B phone=C", "3: "},
		{"parts of an address that are known only under it",
			"Контрагент;Адрес;;Директор\n;Индекс;Населённый пункт, улица, дом;\nООО «А»;214001;г. Ельня, ул. Мира, 1;" +
				person + "\n", "organization=A name=D address=C index=B", "3: "},
		{"two languages", "Name / ФИО;Job title / Должность;Company / Компания\n" + person + ";эксперт;ООО «А»\n",
			"organization=C name=A position=B", "2: "},
		{"one column", "Организация\nООО «А»\n", "organization=A", "2: "},
		{"the numbering begins beside the first column",
			"№;Организация;ФИО\n;1;2\n1;ООО «А»;" + person + "\n", "organization=B name=C", "3: "},
		{"an accounting program",
			"Контрагент;ИНН;Полное наименование;Ответственный;Юридический адрес\nА;7707083893;ООО «А»;Бухгалтер;Смоленск\n",
			"organization=C inn=B address=E", "2: "},
	} {
		l, records, problems := read(t, source("a.csv", test.csv), Options{})
		if l == nil {
			t.Errorf("%s: %v", test.name, problems)
			continue
		}
		if got := known(l); got != test.known {
			t.Errorf("%s: %s, want %s", test.name, got, test.known)
		}
		if len(records) == 0 || !strings.HasPrefix(records[0], test.record) {
			t.Errorf("%s: %v", test.name, records)
		}
	}
}

// TestNoHeadings checks that values are not taken for headings: a table without any is read
// from its first row, and every row is doubted; one without people and organizations is
// refused.
func TestNoHeadings(t *testing.T) {
	for csv, want := range map[string]string{
		"МБОУ СШ № 1;Директор;Иванова Анна Ивановна\nМБОУ СШ № 2;Директор;Петров Пётр Петрович\n": "" +
			"organization=A name=C position=B",
		"Смоленск;Директор;Иванов\nВязьма;Директор;Петров\n":                 "",
		"Администрация;Глава;Петров П.П.\nАдминистрация;Глава;Иванов И.И.\n": "organization=A name=C position=B",
		"Администрация;Глава;Петров\nАдминистрация района;Глава;Иванов\n":    "organization=A position=B",
		"ООО «Ромашка»;директор;info@a.ru\nООО «Лютик»;директор;info@b.ru\n": "organization=A position=B",
	} {
		l, records, problems := read(t, source("a.csv", csv), Options{})
		switch {
		case want == "" && (len(problems) != 1 || problems[0].Message != "не узнан ни один заголовок" ||
			!strings.Contains(problems[0].Hint, "в первой строке таблицы: A «")):
			t.Errorf("%q: %v", csv, problems)
		case want != "" && (l == nil || known(l) != want || len(records) != 2):
			t.Errorf("%q: %v, %v", csv, records, problems)
		case want != "":
			if rows := doubtedRows(t, csv, "по содержанию", Options{}); !slices.Equal(rows, []int{1, 2}) {
				t.Errorf("%q: doubted rows %v", csv, rows)
			}
		}
		l, records, _ = read(t, source("a.csv", csv), Options{Header: -1, Columns: map[string]string{"name": "C"}})
		if len(records) != 2 || known(l) != "name=C" {
			t.Errorf("%q: %v", csv, records)
		}
	}
}

// TestTableAbove: the rows of a first table with fewer headings are reported.
func TestTableAbove(t *testing.T) {
	const text = "Организация;ФИО\nООО «А»;Ильин Олег Павлович\n;\nОрганизация;Адрес;ФИО\nООО «Б»;г. Тверь;Ким Олег " +
		"Ильич\n"
	_, _, problems := read(t, source("a.csv", text), Options{})
	equal(t, "problems", messages(problems), []string{"a.csv: предупреждение: не прочитаны строки выше заголовков: 2"})
}

// TestAddresseeColumns: «Кому» is a name, unless another column is.
func TestAddresseeColumns(t *testing.T) {
	for heads, want := range map[string]string{
		"Кому;Организация":               "name, organization",
		"Кому;ФИО":                       "organization, name",
		"Кому (должность);Кому (ФИО)":    "position, name",
		"ФИО (кому);Должность (дат. п.)": "name, position",
		"Адресат;Организация":            "name, organization",
	} {
		l, _, problems := read(t, source("a.csv", heads+"\nООО «А»;Ким О.И.\n"), Options{})
		if l == nil {
			t.Fatal(problems)
		}
		if got := l.Columns[0].Field + ", " + l.Columns[1].Field; got != want {
			t.Errorf("%s: %s, want %s", heads, got, want)
		}
	}
}

// TestRowsBelowHeadings: a row of words that are headings as well as values is a record,
// unless all of them stand below headings over several columns.
func TestRowsBelowHeadings(t *testing.T) {
	for csv, want := range map[string]int{
		"Организация;Адрес;;Руководитель;Прим.\nМузей;Ельня;курьером;Директор;\n":      1,
		"Организация;Руководитель;;Адрес;Прим.\nТеатр;Директор;да;;\n":                 1,
		"Организация;;Руководитель;\nТеатр;да;Директор;\n":                             1,
		"Организация;Руководство;;\n;Директор;Заместитель;\nМузей;Рой А.Ю.;Ким О.И.;1": 1,
		"Организация;Руководитель;;\n;ФИО;Должность;\nМузей;Рой А.Ю.;директор;1\n":     1,
	} {
		_, records, _ := read(t, source("a.csv", csv), Options{})
		if len(records) != want {
			t.Errorf("%q: records %q", csv, records)
		}
	}
}

// TestNarrowHeadings: single letters, shortened words and pieces of addresses are for a field
// only where they are sure, and never against what the user says.
func TestNarrowHeadings(t *testing.T) {
	for _, test := range []struct {
		titles, want string
		o            Options
	}{
		{"№;ФИО;*", "name=B", Options{}},
		{"ФИО;№;%", "name=A", Options{}},
		{"Ф;И;О;Орг.", "organization=D surname=A given_name=B patronymic=C", Options{}},
		{"Ф;И;О;Орг.", "organization=D name=B", Options{Columns: map[string]string{"name": "B"}}},
		{"Ф;И;О;ФИО", "name=D", Options{Unused: []string{"A"}}},
		{"Улица;Дом;ФИО", "name=C address=B", Options{Columns: map[string]string{"address": "B"}}},
		{"Улица;Адрес: дом;ФИО", "name=C address=A", Options{}},
		{"Инд. участник;Адрес", "address=B", Options{}},
		{"Адрес инд. предпринимателя;ФИО", "name=B", Options{}},
		{"Инд.;Гор.;ФИО", "name=C index=A city=B", Options{}},
		{"Почт. инд.;Гор. суд;ФИО", "name=C index=A", Options{}},
		{"Адр_Инд;Адр_Гор;ФИО", "name=C index=A city=B", Options{}},
	} {
		l, _, _ := read(t, source("a.csv", test.titles+"\nа;б;в;г\n"), test.o)
		if got := known(l); got != test.want {
			t.Errorf("%s: got %s, want %s", test.titles, got, test.want)
		}
	}
}

// TestColonHeading checks that the heading of a list with one column may end with a colon.
func TestColonHeading(t *testing.T) {
	for csv, want := range map[string]string{
		"Наименование:\nООО «Ель»\nАО «Ива»\n": "organization=A", "Адресат:\nРой О.Б.\nЛи А.А.\n": "name=A",
	} {
		if l, _, problems := read(t, source("a.csv", csv), Options{}); l == nil || known(l) != want {
			t.Errorf("%q: %v", csv, messages(problems))
		}
	}
}
