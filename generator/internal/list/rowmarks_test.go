package list

import (
	"strings"
	"testing"
)

// TestRowMarks: numbers of rows and marks of footnotes in the cells of values are taken
// away and reported once; what only looks like them stays.
func TestRowMarks(t *testing.T) {
	_, records, problems := read(t, source("a.csv", "ФИО;Организация;Телефон\n1. Громов О.И.;1) ООО «А»*;1. 22-33-44\n"+
		"2.Лужина В.П.;2. «Б»**;2\nКим О.И.;1-я школа;3\nСедов О.И.;33 больница;4\n"), Options{})
	equal(t, "records", records, []string{"2: Громов О.И.|ООО «А»|1. 22-33-44", "3: Лужина В.П.|«Б»|2",
		"4: Ким О.И.|1-я школа|3", "5: Седов О.И.|33 больница|4"})
	told := strings.Join(messages(problems), "\n")
	for _, want := range []string{"номеров строк перед значениями («1. …»): 4, первый — в строке 2",
		"знаков сносок после значений: 2, первый — в строке 2"} {
		if !strings.Contains(told, want) {
			t.Errorf("want %s in\n%s", want, told)
		}
	}
}

// TestForeignRows: more rows that are not recipients, and recipients to whom nothing is
// sent any more.
func TestForeignRows(t *testing.T) {
	for _, test := range [][2]string{
		{"Организация;Сумма\nООО «А»;1\nВсего;1\nВ т.ч. НДС;1\n", "строки 3–4 пропущены (итог)"},
		{"|Организация|ФИО|\n|---|---|\n|ООО «А»|Громов О.И.|\n", "строка 2 пропущена (одни прочерки)"},
		{"Организация;Статус\nООО «А»;Ликвидировано\n", "писать уже не надо"},
		{"ФИО;Примечание\nГромов О.И.;умер\n", "писать уже не надо"},
		{"Организация;ФИО;;Организация;ФИО\nООО «А»;Громов О.И.;;ООО «Б»;Ким О.И.\n", "рядом стоят две таблицы"},
		{"Организация;Директор\nООО «А»;Громов О.И.\n\nОрганизация;Заведующая\nООО «Б»;Ким О.И.\n",
			"заголовки следующей таблицы"},
	} {
		text, want := test[0], test[1]
		l, _, problems := read(t, source("a.csv", text), Options{})
		if told := strings.Join(messages(problems), "\n"); !strings.Contains(told, want) {
			t.Errorf("%q: want %s in\n%s", text, want, told)
		}
		if l == nil != strings.Contains(want, "две таблицы") {
			t.Errorf("%q: %v", text, messages(problems))
		}
	}
	for _, heading := range []string{"Ваше ФИО", "Укажите Ваши ФИО", "Фамилия И.О.", "Настоятель", "Судья"} {
		l, _ := Open(source("a.csv", "Ваша организация;"+heading+"\nООО «А»;Громов О.И.\n"), Options{})
		if l == nil || !l.Has("name") || !l.Has("organization") {
			t.Errorf("%s is not known", heading)
		}
	}
}
