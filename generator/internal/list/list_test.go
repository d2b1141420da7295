package list

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/table"
)

// source returns a list with the given content.
func source(name, content string) table.Source {
	return table.Source{Name: name, Data: strings.NewReader(content), Size: int64(len(content))}
}

// read opens a list and reads it to the end. It returns a line for each record,
// with values separated by bars, and all problems in order.
func read(t *testing.T, src table.Source, o Options) (l *List, records []string, problems diag.List) {
	t.Helper()
	l, problems = Open(src, o)
	if l == nil {
		return nil, nil, problems
	}
	for r, err := range l.Records() {
		if err != nil {
			var p diag.Problem
			if !errors.As(err, &p) {
				t.Fatalf("%T: %v", err, err)
			}
			return l, records, append(problems, p)
		}
		var values []string
		for _, value := range r.All() {
			values = append(values, value)
		}
		line := fmt.Sprintf("%d: %s", r.Row, strings.Join(values, "|"))
		if r.Hidden {
			line += " (скрыта)"
		}
		records = append(records, line)
		problems = append(problems, r.Problems...)
	}
	return l, records, append(problems, l.Notes()...)
}

// file returns a list from testdata.
func file(t *testing.T, name string) table.Source {
	t.Helper()
	content, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return source(name, string(content))
}

// equal compares lines.
func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// messages returns problems as lines.
func messages(problems diag.List) (lines []string) {
	for _, p := range problems {
		lines = append(lines, p.Error())
	}
	return lines
}

const officeCSV = `Список организаций;;;;
;;;;
Наименование организации;Руководитель;;ИНН;Примечание
;ФИО;Должность;;
1;2;3;4;5
ООО "Ромашка";Иванов Иван Иванович;директор; 0123456789 ;"первая
вторая"

АО «Лютик»;Петрова Анна;ректор;7707083893;
`

// TestOffice reads a list with a title, headings in two rows, numbered columns,
// a blank row, padding and a line break in a cell.
func TestOffice(t *testing.T) {
	l, records, problems := read(t, source("список.csv", officeCSV), Options{})
	equal(t, "problems", messages(problems), nil)
	equal(t, "decided", l.Interpretation.Lines, []string{
		"текст в кодировке UTF-8 (проверен весь файл)",
		"разделитель — точка с запятой (узнано заголовков: 3)",
		"заголовки занимают две строки: 3 и 4",
		"в строке 5 номера столбцов, она пропущена",
		"узнаны: organization = «Наименование организации» (A), name = «Руководитель ФИО» (B), " +
			"position = «Руководитель Должность» (C), inn = «ИНН» (D)",
		"остались под своими заголовками: «Примечание» (E)",
		"нет в списке: organization_short, surname, given_name, patronymic, gender, salutation, kpp, ogrn, " +
			"address, postal_address, index, region, city, email, phone, site, contact, number, date",
	})
	equal(t, "records", records, []string{
		"6: ООО \"Ромашка\"|Иванов Иван Иванович|директор|0123456789|первая\nвторая",
		"8: АО «Лютик»|Петрова Анна|ректор|7707083893|",
	})
}

// TestRecord checks values by field, by heading and by parts of a name, and
// locations.
func TestRecord(t *testing.T) {
	l, _, _ := read(t, source("a.csv", "Фамилия;Имя;Отчество;ИНН;Дата\n;;;;\nИванов;Иван;;1;\n"), Options{})
	if l == nil {
		t.Fatal("not read")
	}
	for key, want := range map[string]bool{
		"name": true, "inn": true, "дата договора": false, "ДАТА": true, "kpp": false,
	} {
		if l.Has(key) != want {
			t.Errorf("has %s: %v", key, !want)
		}
	}
	for r, err := range l.Records() {
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Get("name"); got != "Иванов Иван" {
			t.Errorf("name: %q", got)
		}
		if r.Get("inn") != "1" || r.Get("ИНН") != "1" || r.Get(" инн: ") != "1" || r.Get("kpp") != "" {
			t.Error(r.Get("inn"), r.Get("ИНН"), r.Get("kpp"))
		}
		if got := r.Location("inn"); got != "строка 3, столбец «ИНН» (D)" {
			t.Error(got)
		}
		if got := r.Location(""); got != "строка 3" {
			t.Error(got)
		}
		p := r.Problem(diag.Warning, "inn", "неверна контрольная цифра", "проверьте")
		const want = "a.csv:3:1: предупреждение: строка 3, столбец «ИНН» (D): неверна контрольная цифра"
		if got := p.Error(); got != want {
			t.Error(got)
		}
	}
}

// TestReadTwice checks that a list can be read repeatedly, also after an
// incomplete iteration.
func TestReadTwice(t *testing.T) {
	for _, src := range []table.Source{source("a.csv", officeCSV), file(t, "openpyxl.xlsx"),
		source("a.toml", recipients)} {
		l, first, _ := read(t, src, Options{})
		for range l.Records() {
			break
		}
		var second []string
		for r, err := range l.Records() {
			if err != nil {
				t.Fatal(err)
			}
			second = append(second, r.Location(""))
		}
		if len(first) == 0 || len(first) != len(second) {
			t.Errorf("%s: %d, then %d", src.Name, len(first), len(second))
		}
	}
}

func TestManualHeader(t *testing.T) {
	content := "Организация;ИНН\nОрганизация;ИНН\nООО;1\n"
	_, records, _ := read(t, source("a.csv", content), Options{Header: 2})
	equal(t, "records", records, []string{"3: ООО|1"})
	_, records, problems := read(t, source("a.csv", "ООО;1\nАО;2\n"),
		Options{Header: -1, Columns: map[string]string{"organization": "A", "inn": "2"}})
	equal(t, "no headings", messages(problems), nil)
	equal(t, "no headings", records, []string{"1: ООО|1", "2: АО|2"})
	_, _, problems = read(t, source("a.csv", content), Options{Header: 9})
	equal(t, "problems", messages(problems), []string{"a.csv: в строке 9 нет заголовков"})
}

// TestNormalizedCells checks that changes to the text of cells are reported.
func TestNormalizedCells(t *testing.T) {
	_, records, problems := read(t, source("a.csv", "Организация;Индекс;E-mail\n"+
		"О\u00adОО\u200b;\u00a0014000\u00a0;a\tb\n"+
		"Й\u0438\u0306;1;\x01\n"+
		"a;b;c;d\n"+
		"Б\uFDD0;1;\n"+
		"\"АО &quot;Б&nbsp;&amp; В&quot;<br>\";1;\n"+
		"АО «Г & Д» <2>;1;\n"+
		"#ССЫЛКА!;1;\n"), Options{})
	equal(t, "records", records, []string{"2: ООО|014000|a b", "3: Йй|1|", "4: a|b|c", "5: Б|1|", "6: АО \"Б & В\"|1|",
		"7: АО «Г & Д» <2>|1|", "8: #ССЫЛКА!|1|"})
	equal(t, "problems", messages(problems), []string{
		"a.csv:2:1: предупреждение: строка 2, столбец «Организация» (A): в ячейке были невидимые знаки, они убраны",
		"a.csv:3:1: строка 3, столбец «E-mail» (C): в ячейке управляющий символ U+0001",
		"a.csv:4:1: строка 4, столбец D: ячейка правее последнего заголовка",
		"a.csv:5:1: строка 5, столбец «Организация» (A): в ячейке управляющий символ U+FDD0",
		"a.csv:6:1: предупреждение: строка 6, столбец «Организация» (A): в ячейке были остатки HTML, они убраны",
		"a.csv:8:1: строка 8, столбец «Организация» (A): в ячейке ошибка таблицы #ССЫЛКА!",
	})
}

// TestNotUsed checks that values without a usable heading are reported.
func TestNotUsed(t *testing.T) {
	content := "Организация;;Заметка;ЗАМЕТКА;ИНН\nООО;1;2;3;7,70708E+09\nАО\n"
	_, _, problems := read(t, source("a.csv", content), Options{})
	equal(t, "problems", messages(problems), []string{
		"a.csv: предупреждение: два столбца с одним заголовком: «Заметка» (C) и «ЗАМЕТКА» (D)",
		"a.csv:2:1: строка 2, столбец «ИНН» (E): число записано с E+, как его показал Excel: часть цифр потеряна",
		"a.csv:3:1: предупреждение: строка 3: ячеек меньше, чем столбцов: 1 из 5",
		"a.csv: предупреждение: значений в столбцах без заголовка: 1, первое — столбец B, строка 2; " +
			"они не использованы",
	})
}

// TestOtherFileTypes checks that files of other kinds are recognized.
func TestOtherFileTypes(t *testing.T) {
	for _, test := range []struct{ content, want string }{
		{"", "файл пуст"},
		{" \n ", "файл пуст"},
		{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "книга .xls повреждена или скопирована не до конца"},
		{"%PDF-1.7", "это PDF, а не список"},
		{"<html><table>", "это страница (HTML), а не таблица, хотя Excel её и открывает"},
		{"PK\x03\x04 broken", "книга повреждена: архив не открывается"},
		{"просто текст\nещё строка\n", "не узнан ни один заголовок"},
		{"Зачем;Откуда\nИванов;Смоленск\n", "не узнан ни один заголовок"},
	} {
		_, _, problems := read(t, source("a.csv", test.content), Options{})
		equal(t, test.content, messages(problems), []string{"a.csv: " + test.want})
	}
}

const recipients = `
[[recipients]]
organization = "ООО «Ромашка»"
inn = "0123456789"
staff = 12
since = 2017-11-20
member = true

[[recipients]]
organization = "АО «Лютик»"
"Примечание" = "срочно"
share = 33.3
`

func TestTOML(t *testing.T) {
	l, records, problems := read(t, source("список.toml", recipients), Options{})
	equal(t, "problems", messages(problems), nil)
	equal(t, "records", records, []string{
		"1: 0123456789|да|ООО «Ромашка»||20.11.2017|12|",
		"2: ||АО «Лютик»|33,3|||срочно",
	})
	for r := range l.Records() {
		p := r.Problem(diag.Error, "organization", "сообщение", "")
		want := []string{"список.toml:3:16: recipients[0].organization: сообщение",
			"список.toml:10:16: recipients[1].organization: сообщение"}[r.Row-1]
		if p.Error() != want {
			t.Errorf("got %s, want %s", p.Error(), want)
		}
	}
	_, _, problems = read(t, source("a.toml", "[[recipients]]\norganization = [1]\n"), Options{})
	equal(t, "a list for a text", messages(problems),
		[]string{"a.toml:2:1: recipients[0].organization: здесь нужен текст в кавычках, число или дата"})
	_, _, problems = read(t, source("a.toml", "recipient = 1\n"), Options{})
	if len(problems) != 1 || !problems.Failed() {
		t.Error(problems)
	}
	_, _, problems = read(t, source("a.toml", "# nothing\n"), Options{})
	equal(t, "no one", messages(problems), []string{"a.toml: в файле нет ни одного получателя"})
}
