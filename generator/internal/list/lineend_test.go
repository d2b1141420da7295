package list

import (
	"strings"
	"testing"
)

// TestLineEnds checks that line ends of another kind than those of the rows are
// breaks in cells, in quotes or not.
func TestLineEnds(t *testing.T) {
	want := []string{"2: ООО «А»|Иванов\nИван|1", "3: ООО «Б»|Петров|2"}
	const told = "строки разделены знаками "
	for _, test := range []struct{ name, content, told string }{
		{"Mac, quoted", "Организация;ФИО;ИНН\rООО «А»;\"Иванов\nИван\";1\rООО «Б»;Петров;2\r", ""},
		{"Mac, the same in quotes", "Организация;ФИО;ИНН\rООО «А»;\"Иванов\rИван\";1\rООО «Б»;Петров;2\r", ""},
		{"Mac, unquoted", "Организация;ФИО;ИНН\rООО «А»;Иванов\nИван;1\rООО «Б»;Петров;2\r", "CR"},
		{"Windows, LF", "Организация;ФИО;ИНН\r\nООО «А»;Иванов\nИван;1\r\nООО «Б»;Петров;2\r\n", "CR LF"},
		{"Windows, CR", "Организация;ФИО;ИНН\r\nООО «А»;Иванов\rИван;1\r\n\r\nООО «Б»;Петров;2", "CR LF"},
		{"Unix, CR", "Организация;ФИО;ИНН\nООО «А»;Иванов\rИван;1\nООО «Б»;Петров;2\n", "LF"},
		{"mixed rows", "Организация;ФИО;ИНН\r\nООО «А»;\"Иванов\nИван\";1\nООО «Б»;Петров;2\r\n", ""},
		{"heading of two lines", "\"Организация\nполностью\",ФИО,ИНН\rООО «А»,\"Иванов\nИван\",1\rООО «Б»,Петров,2\r",
			""},
		{"delimiter named", "sep=;\rОрганизация;ФИО;ИНН\rООО «А»;\"Иванов\nИван\";1\rООО «Б»;Петров;2\r", ""},
	} {
		l, records, problems := read(t, source("a.csv", test.content), Options{})
		equal(t, test.name, messages(problems), nil)
		got := ""
		for i, record := range records {
			records[i] = want[i][:1] + record[1:]
		}
		equal(t, test.name, records, want)
		for _, line := range l.Interpretation.Lines {
			if strings.HasPrefix(line, told) {
				got, _, _ = strings.Cut(line[len(told):], ",")
			}
		}
		if got != test.told {
			t.Errorf("%s: %q, want %q", test.name, got, test.told)
		}
	}
	long := "Организация;ФИО;ИНН\r" + strings.Repeat("ООО «А»;Иванов\nИван;1\rООО «Б»;Петров;2\r", 2000)
	if _, records, problems := read(t, source("a.csv", long), Options{}); len(records) != 4000 || len(problems) > 0 {
		t.Error(len(records), problems[:min(len(problems), 3)])
	}
	_, records, _ := read(t, source("a.csv", "Организация\rООО «А», Смоленск\rООО «Б»\r"), Options{})
	equal(t, "one column", records, []string{"2: ООО «А», Смоленск", "3: ООО «Б»"})
}
