package list

import (
	"strings"
	"testing"
)

// TestGroups checks that people below the name of an organization belong to it, and
// that nothing else is taken for their organization.
func TestGroups(t *testing.T) {
	const people = "Иванов Иван Иванович;директор\nПетрова Анна Сергеевна;учитель\n"
	for _, test := range []struct {
		name, csv string
		want      []string
		told      int // rows whose organization is that of the row above
	}{
		{"no column of organizations", "ФИО;Должность\nМБОУ «СШ № 5»;\n" + people +
			"Колледж связи;\nИльин О. П.;директор\n",
			[]string{"3: Иванов Иван Иванович|директор|МБОУ «СШ № 5»",
				"4: Петрова Анна Сергеевна|учитель|МБОУ «СШ № 5»",
				"6: Ильин О. П.|директор|Колледж связи"}, 3},
		{"other sections", "ФИО;Должность\nМБОУ «СШ № 5»;\n" + people + "Смоленский район;\nИльин О. П.;директор\n",
			[]string{"3: Иванов Иван Иванович|директор|МБОУ «СШ № 5»",
				"4: Петрова Анна Сергеевна|учитель|МБОУ «СШ № 5»",
				"6: Ильин О. П.|директор|"}, 2},
		{"a label and a number", "№;ФИО;Должность\n1. Учреждение: МБОУ «СШ № 5»:;;\n1;Ильин О. П.;директор\n" +
			"Итого;;1\n2;Ким О. П.;директор\n", []string{"3: 1|Ильин О. П.|директор|МБОУ «СШ № 5»",
			"5: 2|Ким О. П.|директор|"}, 1},
		{"in its column", "Организация;ФИО;Должность\nМБОУ «СШ № 5»;;\n;Ильин О. П.;директор\n;Ким О. П.;учитель\n" +
			"МБОУ «СШ № 6»;;\nМБОУ «СШ № 7»;;\n;Цой О. П.;учитель\n", []string{"3: МБОУ «СШ № 5»|Ильин О. П.|директор",
			"4: МБОУ «СШ № 5»|Ким О. П.|учитель", "5: МБОУ «СШ № 6»||", "7: МБОУ «СШ № 7»|Цой О. П.|учитель"}, 3},
		{"ended by another organization", "Организация;ФИО;Должность\nМБОУ «СШ № 5»;;\n;Ильин О. П.;директор\n" +
			"ООО «А»;Ким О. П.;директор\n;Цой О. П.;учитель\n", []string{"3: МБОУ «СШ № 5»|Ильин О. П.|директор",
			"4: ООО «А»|Ким О. П.|директор", "5: |Цой О. П.|учитель"}, 1},
		{"members and posts elsewhere", "ФИО;Должность\nЧлены Совета;\n" + people +
			"Отдел образования;\nИльин О. П.;директор ООО «А»\nКим О. П.;методист\n", []string{
			"3: Иванов Иван Иванович|директор|", "4: Петрова Анна Сергеевна|учитель|",
			"6: Ильин О. П.|директор ООО «А»|", "7: Ким О. П.|методист|Отдел образования"}, 1},
		{"people only", "ФИО;Должность\n" + people, []string{"2: Иванов Иван Иванович|директор",
			"3: Петрова Анна Сергеевна|учитель"}, 0},
	} {
		_, records, problems := read(t, source("a.csv", test.csv), Options{})
		equal(t, test.name, records, test.want)
		told := 0
		for _, p := range problems {
			if strings.Contains(p.Message, "взята из строки над ними: "+string(rune('0'+test.told))+";") {
				told = test.told
			}
		}
		if told != test.told {
			t.Errorf("%s: told %v", test.name, messages(problems))
		}
	}
}
