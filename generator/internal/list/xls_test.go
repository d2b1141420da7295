package list

import (
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/printable"
)

// TestSameInAllFormats checks that a workbook gives the same when LibreOffice
// has saved it in other formats. LibreOffice computes the formula of G7.
func TestSameInAllFormats(t *testing.T) {
	want, wantRecords, wantProblems := read(t, file(t, "openpyxl.xlsx"), Options{})
	wantRecords[1] = strings.Replace(wantRecords[1], "214000||нет", "214000|2469|нет", 1)
	for _, name := range []string{"openpyxl.xls", "openpyxl.ods"} {
		l, records, problems := read(t, file(t, name), Options{})
		if l == nil {
			t.Fatal(problems)
		}
		equal(t, name, l.Interpretation.Lines, want.Interpretation.Lines)
		equal(t, name, records, wantRecords)
		got := strings.ReplaceAll(strings.Join(messages(problems), "\n"), name, "openpyxl.xlsx")
		wanted := strings.Join(messages(wantProblems)[1:], "\n")
		if wanted = strings.Replace(wanted, "с формулами: 1", "с формулами: 2", 1); got != wanted {
			t.Errorf("%s: %s\nwant\n%s", name, got, wanted)
		}
		if _, records, _ = read(t, file(t, name), Options{SkipHidden: true}); len(records) != 4 {
			t.Error(name, records)
		}
		if _, records, _ = read(t, file(t, name), Options{Worksheet: "архив"}); !slices.Equal(records,
			[]string{"2: Старая"}) {
			t.Error(name, records)
		}
	}
}

// TestXLWT reads a workbook of another writer: dates from 1904, a text that
// continues in the next record, rich text, integers and fractions in 32 bits.
func TestXLWT(t *testing.T) {
	l, records, problems := read(t, file(t, "xlwt.xls"), Options{})
	if l == nil {
		t.Fatal(problems)
	}
	if got := l.Interpretation.Lines[0]; got != "лист «Письма» (первый видимый из 2: Старые, Письма)" {
		t.Error(got)
	}
	equal(t, "records", records, []string{
		"2: ООО «Ромашка»|0123456789|20.11.2017|-3|да|+7 (481) 212-34-56|7%|жирно и нет",
		"3: " + printable.Excerpt("АО «"+strings.Repeat("длинное ", 1100), longestPrinted) +
			"|7707083893|01.03.2026 14:30|1234,5|нет|||",
		"4: Ünïcode é|1000000000000000|||12,34|536870912||",
		"5: ПАО «Два контакта»|||||||строка 4",
		"6: ПАО «Два контакта»|||||||строка 5 (скрыта)",
	})
	equal(t, "problems", messages(problems), []string{
		"xlwt.xls: строка 3, столбец «Организация» (A): в ячейке 8805 знаков: для адресата это слишком много, " +
			"можно до 1000; проверьте, тот ли это столбец и закрыты ли кавычки",
		"xlwt.xls: строка 4, столбец «ИНН» (B): " +
			"число длиннее 15 цифр: последние таблица потеряла; сделайте столбец текстовым и введите его заново",
		"xlwt.xls: предупреждение: строка 6: строка скрыта в таблице, а письмо по ней делается",
		"xlwt.xls: предупреждение: скрытых строк: 1, первая — 6; они прочитаны вместе с остальными",
		"xlwt.xls: предупреждение: ячеек с формулами: 1, первая — в строке 4; " +
			"взяты значения, вычисленные при последнем сохранении",
		"xlwt.xls: предупреждение: объединённых ячеек, растянутых на несколько строк: 1, первая — в строке 6; " +
			"значение взято в каждую из строк",
	})
	if !l.Columns[6].Hidden || l.Columns[5].Hidden {
		t.Errorf("%+v", l.Columns)
	}
}

// TestNotes: comments at cells of an XLS are reported, except those at the headings.
func TestNotes(t *testing.T) {
	_, records, problems := read(t, file(t, "notes.xls"), Options{})
	if len(records) != 2 {
		t.Errorf("%q", records)
	}
	equal(t, "problems", messages(problems), []string{
		"notes.xls: предупреждение: к ячейкам есть примечания: 2, первое — к A3: «закрыто»; они не прочитаны",
		"notes.xls: предупреждение: строка 3: к ячейке A3 есть примечание: «закрыто»",
		"notes.xls: предупреждение: строка 3: к ячейке B3 есть примечание: «уволена, теперь Ильин»"})
}
