package mailing

import (
	"maps"
	"strings"
	"testing"

	"protokol/generator/internal/list"
	"protokol/generator/internal/table"
)

// TestAddressesElsewhere: what refers to another address is replaced by that address.
func TestAddressesElsewhere(t *testing.T) {
	const head = "Организация;Юр. адрес;Факт. адрес;ФИО;Почт. адрес\n" +
		"ООО «А»;214000, г. Ельня, ул. Мира, 1;214001, г. Рудня, ул. Новая, 2;Ильин Олег Павлович;"
	for _, test := range []struct{ rows, want string }{
		{head + "а/я 5, 214002, г. Ярцево\n", "г. Ярцево"},
		{head + "совпадает с фактическим\n", "г. Рудня, ул. Новая, 2"},
		{head + "по юр. адресу\n", "г. Ельня, ул. Мира, 1"},
		{head + "тот же\n", "г. Ельня, ул. Мира, 1"},
	} {
		expect(t, "envelope", test.rows, []string{test.want, "-совпадает", "-тот же", "-по юр"})
	}
	expect(t, "envelope", "Организация;Юр. адрес;Почт. адрес;ФИО\n"+
		"ООО «А»;214000, г. Ельня, ул. Мира, 1;совпадает с фактическим;Ильин Олег Павлович\n",
		[]string{"г. Ельня, ул. Мира, 1", "!«совпадает с фактическим»: столбца с таким адресом в списке нет"})
	expect(t, "envelope", "Организация;Юр. адрес;Адрес эл. почты;Адрес эл. почты 2;Факт. адрес;ФИО\n"+
		"ООО «А»;214000, г. Ельня, ул. Мира, 1;vesta@mail.ru;luch@mail.ru;совпадает с почтовым;Ильин Олег Павлович\n",
		[]string{"г. Ельня, ул. Мира, 1", "-mail.ru"})
	expect(t, "envelope", "Организация;Город;Улица;Дом;Индекс;ФИО\nООО «А»;Ельня;Мира;1;216330;Ильин Олег Павлович\n",
		[]string{"г. Ельня, ул. Мира, д. 1"})
}

// TestWhom: names under «Кому» are in the nominative as well as in the dative.
func TestWhom(t *testing.T) {
	expect(t, "letter", "Организация;Кому\nООО «А»;Быков Роман Ильич\nООО «Б»;Быкову Роману Ильичу\n"+
		"ООО «В»;Громова Р. Р.\n",
		[]string{"Быкову Р.И."}, []string{"Быкову Р.И."}, []string{"Громовой Р.Р."})
	expect(t, "letter", "Организация;ФИО (дат. п.)\nООО «А»;Быков Роман Ильич\n",
		[]string{"!по заголовку это дательный падеж"})
}

// TestSameInitials: somebody in full and by initials may be the same.
func TestSameInitials(t *testing.T) {
	const twice = "!этот человек, похоже, уже был в строке "
	expect(t, "letter", "ФИО;Телефон\nОсипова Зоя Павловна;1\nОсипова З. П.;2\nОсипова Зинаида Петровна;3\n"+
		"Громов Р. Р.;4\nГромов Роман Ильич;5\nГромов Роман Романович;6\n",
		[]string{""}, []string{twice + "2"}, []string{twice + "3"}, []string{""}, []string{""}, []string{twice + "5"})
}

// TestCellsOfKeys: a heading that is the key of a field holds what the field has, which
// another column gives it by the user's choice.
func TestCellsOfKeys(t *testing.T) {
	const columns = "Организация;ФИО;Кем работает;position\nООО «А»;Ильин Олег Павлович;%;директор\n"
	for given, want := range map[string]string{"": "", "инженер": "инженер"} {
		text := strings.Replace(columns, "%", given, 1)
		to, err := Open(table.Source{Name: "a.csv", Data: strings.NewReader(text), Size: int64(len(text))},
			list.Options{Columns: map[string]string{"position": "C"}}, "")
		if err != nil {
			t.Fatal(err)
		}
		for row, err := range to.Records() {
			if err != nil {
				t.Fatal(err)
			}
			if got := maps.Collect(cellsOf(row))["position"]; got != want || row.Get("position") != want {
				t.Errorf("%q: the row of the paper has %q", given, got)
			}
		}
	}
}
