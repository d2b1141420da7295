package list

import (
	"strings"
	"testing"
)

// TestUnreadColumns: columns that may hold what the list lacks of a recipient, or units and ranks, are named once if
// they are in no letter, unless the user names the columns. What their headings say, and what repeats, is no such word.
func TestUnreadColumns(t *testing.T) {
	for csv, want := range map[string]string{
		"Организация;ФИО;Звание\nАО «Ива»;Ким О. П.;майор\n":                              "«Звание» (C)",
		"Организация;Отдел;ФИО;Должность\nАО «Ива»;Отдел закупок;Ким О. П.;инженер\n":     "«Отдел» (B)",
		"Организация;ФИО;Бухгалтер\nАО «Ива»;Ким О. П.;Рой А. Б.\nАО «Ель»;Ли О. О.;\n":   "",
		"ФИО;Должность;Организация;Банк\nКим О. П.;глава;АО «Ива»;ПАО «Сбербанк»\n":       "",
		"ФИО;Должность;Организация;Степень риска\nКим О. П.;глава;АО «Ива»;Высокая\n":     "",
		"ФИО;Должность;Организация;Отделение\nКим О. П.;глава;АО «Ива»;5\n":               "",
		"Организация;ФИО;Хозяин\nАО «Ива»;Ким О. П.;Дубок\n":                              "«Хозяин» (C)",
		"ФИО;Контора\nКим О. П.;Гусь и Ко\nЛи О. О.;Ромашка\n":                            "«Контора» (B)",
		"ФИО;Тема доклада\nКим О. П.;Новые методы\nЛи О. О.;Опыт\n":                       "",
		"ФИО;Питомец\nКим О. П.;Кот\nЛи О. О.;Кот\nРа У. У.;Кот\n":                        "",
		"Организация;ФИО;Сумма;Примечание\nАО «Ива»;Ким О. П.;500;оплачено\n":             "",
		"Организация;ФИО;Контактное лицо;Тел.\nАО «Ива»;Ким О. П.;Рой А. Б.;8-900-1-22\n": "",
	} {
		_, problems := Open(source("a.csv", csv), Options{})
		said := strings.Join(messages(problems), "\n")
		if strings.Contains(said, "не использованы") != (want != "") || !strings.Contains(said, want) {
			t.Errorf("%s: %s", csv, said)
		}
		named := Options{Columns: map[string]string{"name": "ФИО"}}
		if _, problems = Open(source("a.csv", csv), named); len(problems) > 0 {
			t.Errorf("%s: named, but %s", csv, messages(problems))
		}
	}
}
