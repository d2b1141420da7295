package list

import (
	"strings"
	"testing"
)

// TestSideways: a list whose headings stand below each other is named as such and
// not read across; words of a first column alone do not make one.
func TestSideways(t *testing.T) {
	for text, want := range map[string]bool{
		"Организация;ООО «А»;ООО «Б»\nФИО;Громов О.И.;Лужина В.П.\nДолжность;директор;директор\n":       true,
		"Название:;ООО «А»\nАдрес:;г. Вязьма\nИНН:;7707083893\nРуководитель:;Громов О.И.\n":             true,
		"1;Организация;ООО «А»;ООО «Б»\n2;ФИО;Громов О.И.;Лужина В.П.\n3;ИНН;7707083893;7707083893\n":   true,
		"Список;2025\nОрганизация;ООО «А»;ООО «Б»\nФИО;Громов О.И.;Лужина В.П.\n":                       true,
		"Организация;ФИО\nООО «А»;Громов О.И.\nООО «Б»;Лужина В.П.\n":                                   false,
		"Организация\nООО «А»\nАдрес\n":                                                                 false,
		"Организация:;Совет\nАдрес:;г. Вязьма\nОрганизация;ФИО;ИНН\nООО «А»;Громов О.И.;7707083893\n":   false,
		"Подразделение;ФИО;Должность\nАдминистрация;Громов О.И.;директор\nШкола;Лужина В.П.;директор\n": false,
	} {
		l, problems := Open(source("a.csv", text), Options{})
		got := strings.Contains(strings.Join(messages(problems), "\n"), "лежит на боку")
		if got != want || got && l != nil {
			t.Errorf("%q: %q", text, messages(problems))
		}
	}
}
