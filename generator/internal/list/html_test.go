package list

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// TestHTML reads a table as accounting programs and sites save it, with the
// extension .xls.
func TestHTML(t *testing.T) {
	const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type ` +
		`content="text/html; charset=windows-1251"><style><!-- td {mso-number-format:"\@";} --></style></head><body>` +
		`<!--[if gte mso 9]><xml><x:Name>Л</x:Name></xml><![endif]--><table border=1>` +
		`<tr><th>Организация<th>ИНН<th rowspan=2>ФИО</tr>` +
		`<tr><td>1</td><td>2</td></tr>` +
		"<TR><TD>ООО&nbsp;&laquo;А&amp;Б&raquo;\r\n  вторая</TD><td " +
		"style='mso-number-format:\"\\@\"'>0123456789</td><td>Иванов<br>Иван</td></TR>" +
		`<tr><td rowspan="2">АО<td>7707083893<td><p>Петров</p></tr>` +
		`<tr style="display: none"><td>7707083893<td>Сидоров</table></body></html>`
	encoded, err := charmap.Windows1251.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, content := range []string{encoded, "\uFEFF" + page, strings.Replace(page, "windows-1251", "utf-8", 1)} {
		l, records, problems := read(t, source("a.xls", content), Options{})
		if l == nil {
			t.Fatal(problems)
		}
		if got := l.Interpretation.Lines[0]; !strings.HasPrefix(got, "страница HTML в кодировке ") ||
			!strings.HasSuffix(got, "в ней таблица из 5 строк") {
			t.Error(got)
		}
		equal(t, "records", records[len(records)-3:], []string{
			"3: ООО «А&Б» вторая|0123456789|Иванов\nИван",
			"4: АО|7707083893|Петров",
			"5: АО|7707083893|Сидоров (скрыта)",
		})
	}
}
