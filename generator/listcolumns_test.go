package generator

import (
	"strings"
	"testing"
)

// TestListColumns: the columns of a list are shown with what they are taken for, whether or
// not the list is refused, and the problems say why.
func TestListColumns(t *testing.T) {
	for _, test := range []struct{ csv, fields, problem string }{
		{"Человек;Откуда\nИльин Олег Павлович;ООО «Ель»\nКим А.А.;АО «Ива»\n", "name organization",
			"знакомых заголовков нет, заголовками считается строка 1: «Человек», «Откуда»"},
		{"ФИО;Организация\nИльин Олег Павлович;ООО «Ель»\nКим А.А.;АО «Ива»\n", "name organization", ""},
		{"Мама;Папа;Адрес\nИльина А.А.;Ильин О.П.;г. Ельня, 1\nКим А.А.;Ким Б.Б.;г. Ельня, 2\n", "- - address",
			"кому письма: имена людей, похоже, в столбцах «Мама» (A), «Папа» (B)"},
		{"Адрес;Мама;Папа\nг. Ельня, 1;Ильина А.А.;Ильин О.П.\nг. Ельня, 2;Ким А.А.;Ким Б.Б.\n", "address - -",
			"кому письма: имена людей, похоже, в столбцах «Мама» (B), «Папа» (C)"},
		{"Email;Мама;Папа\na@e.ru;Ильина А.А.;Ильин О.П.\nb@e.ru;Ким А.А.;Ким Б.Б.\n", "email - -",
			"кому письма: имена людей, похоже, в столбцах «Мама» (B), «Папа» (C)"},
		{"Истец;Ответчик;Адрес\nООО «Ель»;ООО «Ива»;г. Ельня\nООО «Лес»;ООО «Сад»;г. Ельня\n",
			"organization organization address", "кому письма: в столбце «Истец» (A) или «Ответчик» (B)?"},
		{"а;б\n1;2\n", "- -", noKnownHeadings},
	} {
		columns, problems := ListColumns("a.csv", strings.NewReader(test.csv), int64(len(test.csv)), ListOptions{}, 3)
		var fields []string
		for _, c := range columns {
			fields = append(fields, c.Field)
			if c.Field == "" {
				fields[len(fields)-1] = "-"
			}
		}
		if got := strings.Join(fields, " "); got != test.fields {
			t.Errorf("%q: %s, want %s", test.csv, got, test.fields)
		}
		if len(problems.List) > 1 || problems.Failed() || (test.problem == "") != (len(problems.List) == 0) ||
			test.problem != "" && problems.List[0].Message != test.problem {
			t.Errorf("%q: %v", test.csv, problems.List)
		}
	}
}
