package list

import (
	"strings"
	"testing"
)

// TestDoubtedColumns checks that columns whose values are not what their heading
// promises are reported before letters are made.
func TestDoubtedColumns(t *testing.T) {
	for _, test := range []struct {
		name, csv string
		want      []string
	}{
		{"right", "Организация;Должность;ФИО\nООО «А»;директор;Иванов Иван Иванович\n" +
			"ИП Иванов И.И.;;Иванов И.И.\n", nil},
		{"swapped", "Организация;Должность;ФИО\nИванов Иван Иванович;ООО «А»;директор\n" +
			"Петров П.П.;АО «Б»;директор\n", []string{
			"столбец «Организация» (A) узнан как organization, но в нём другое: «Иванов Иван Иванович» (имя человека)",
			"столбец «Должность» (B) узнан как position, но в нём другое: «ООО «А»» (название организации)",
			"столбец «ФИО» (C) узнан как name, но в нём другое: «директор» (должность)",
			"«Иванов Иван Иванович»: похоже, это имя человека", "«ООО «А»»: похоже, это название организации",
			"«Петров П.П.»: похоже, это имя человека", "«АО «Б»»: похоже, это название организации"}},
		{"telephones", "Организация;Руководитель\nООО «А»;12-34-56\nООО «Б»;8 (4812) 12-34-57\n", []string{
			"столбец «Руководитель» (B) узнан как name, но в нём другое: «12-34-56» (число или телефон)",
			"«12-34-56»: в ячейке не только имя", "«8 (4812) 12-34-57»: в ячейке не только имя"}},
		{"a single value", "Организация;Должность;ФИО\nООО «А»;директор;Иванов Иван Иванович\n" +
			"ООО «Б»;Петров П.П.;Петров П.П.\n" +
			"начальник отдела;специалист;Ильин О.И.\n", []string{"«Петров П.П.»: похоже, это имя человека",
			"«начальник отдела»: похоже, это должность"}},
		{"a number in place of a name", "УИК;Председатель\n№ 114;Рой А.Ю.\n0,5;Ли В.В.\nУИК № 1;Ким Б.Б.\n",
			[]string{"столбец «УИК» (A) узнан как organization, но в нём другое: «№ 114» (число или телефон)",
				"«№ 114»: похоже, это число или телефон", "«0,5»: похоже, это число или телефон"}},
		{"a telephone beside the name", "Организация;ФИО, телефон\nООО «А»;Иванов Иван Иванович, 12-34-56\n",
			[]string{"«Иванов Иван Иванович, 12-34-56»: в ячейке не только имя"}},
		{"a full name among surnames", "Фамилия;Имя;Организация\nИванов Иван Иванович;Иван;ООО\n",
			[]string{"«Иванов Иван Иванович»: похоже, это полное имя"}},
		{"no organization", "Должность;ФИО\nдиректор;Иванов Иван Иванович\n",
			[]string{"не указана организация: в адресе одна должность"}},
		{"the organization in the post", "Должность;ФИО\nдиректор ООО «А»;Иванов Иван Иванович\n" +
			"начальник отдела образования;Иванов Иван Иванович\n", nil},
		{"the post of another", "Организация;Руководитель;Контактное лицо;Должность контактного лица\n" +
			"ООО «А»;Иванов И.И.;Петров П.П.;бухгалтер\n", []string{"имя взято из столбца «Руководитель» (B), " +
			"а должность — из «Должность контактного лица» (D): одного ли это человека?",
			"столбец «Должность контактного лица» (D), похоже, не об адресате, а о тех, кто в столбце " +
				"«Контактное лицо» (C)"}},
		{"contact people", "Контрагент;Контактное лицо\nООО «А»;Петров Пётр Петрович\n", []string{"в столбце " +
			"«Контактное лицо» (B) контактные лица, а не адресаты: имён в письмах не будет"}},
		{"contacts that may be the recipients", "Компания;Контакт 1;Контакт 2\nООО «А»;Петров Пётр Петрович;Рой А.Ю.\n",
			[]string{"на contact похожи два столбца: взят «Контакт 1» (B), а не «Контакт 2» (C)",
				"в столбце «Контакт 1» (B) контактные лица, а не адресаты: имён в письмах не будет"}},
		{"posts of contacts", "Компания;Контакт: ФИО;Контакт: должность\nООО «А»;Петров Пётр Петрович;менеджер\n",
			[]string{"в столбце «Контакт: ФИО» (B) контактные лица, а не адресаты: имён в письмах не будет"}},
		{"e-mails that are none", "Организация;E-mail\nООО «А»;нет почты\nООО «Б»;12\nООО «В»;34\n", []string{
			"столбец «E-mail» (B) узнан как email, но в нём другое: «нет почты» (не адрес электронной почты)"}},
	} {
		_, _, problems := read(t, source("a.csv", test.csv), Options{})
		var got []string
		for _, p := range problems {
			got = append(got, p.Message)
		}
		equal(t, test.name, got, test.want)
	}
}

// TestBetterColumn checks that of two columns for a field the one with values is
// taken, and the one whose values differ.
func TestBetterColumn(t *testing.T) {
	csv := "Организация;Контрагент;ФИО;ФИО руководителя\n"
	for _, name := range []string{"А", "Б", "В"} {
		csv += "Наша фирма;ООО «" + name + "»;Иванов Иван Иванович;\n"
	}
	l, _, _ := read(t, source("a.csv", csv), Options{})
	if got := known(l); got != "organization=B name=C" {
		t.Error(got)
	}
}

// TestDoubtUnknown checks that people below a heading that is not known are
// reported, unless the list has names, and that abbreviated headings are known.
func TestDoubtUnknown(t *testing.T) {
	const rows = "ООО «А»;Иванов И.И.;директор\nООО «Б»;Петров П.П.;директор\n"
	for head, want := range map[string]int{
		"Организация;Кто;Комментарий\n": 2, // at both rows
		"Организация;Кто;Должн.\n":      2,
		"Орг.;ФИО рук.;Должн.\n":        0,
		"Наим. орг.;Рук.;Долж.\n":       0,
		"Учр.;ФИО дир.;Должность\n":     0,
	} {
		list, _, problems := read(t, source("a.csv", head+rows), Options{})
		if len(problems) != want || want > 0 && !strings.Contains(problems[0].Message, "письмо без имени") {
			t.Errorf("%q: %v", head, messages(problems))
		}
		if want == 0 && !(list.Has("name") && list.Has("organization") && list.Has("position")) {
			t.Errorf("%q: %v", head, list.Columns)
		}
	}
}
