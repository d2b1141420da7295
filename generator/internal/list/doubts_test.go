package list

import "testing"

// TestDoubtedColumns checks that columns whose values are not what their heading
// promises are reported before letters are made.
func TestDoubtedColumns(t *testing.T) {
	for _, test := range []struct {
		name, csv string
		want      []string
	}{
		{"right", "Организация;Должность;ФИО\nООО «А»;директор;Иванов Иван Иванович\nИП Иванов И.И.;;Иванов И.И.\n", nil},
		{"swapped", "Организация;Должность;ФИО\nИванов Иван Иванович;ООО «А»;директор\nПетров П.П.;АО «Б»;директор\n", []string{
			"столбец «Организация» (A) узнан как organization, но в нём другое: «Иванов Иван Иванович» (имя человека)",
			"столбец «Должность» (B) узнан как position, но в нём другое: «ООО «А»» (название организации)",
			"столбец «ФИО» (C) узнан как name, но в нём другое: «директор» (должность)",
			"«Иванов Иван Иванович»: похоже, это имя человека", "«ООО «А»»: похоже, это название организации",
			"«Петров П.П.»: похоже, это имя человека", "«АО «Б»»: похоже, это название организации"}},
		{"telephones", "Организация;Руководитель\nООО «А»;12-34-56\nООО «Б»;8 (4812) 12-34-57\n", []string{
			"столбец «Руководитель» (B) узнан как name, но в нём другое: «12-34-56» (число или телефон)"}},
		{"a single value", "Организация;Должность;ФИО\nООО «А»;директор;Иванов Иван Иванович\nООО «Б»;Петров П.П.;Петров П.П.\n" +
			"начальник отдела;специалист;Ильин О.И.\n", []string{"«Петров П.П.»: похоже, это имя человека",
			"«начальник отдела»: похоже, это должность"}},
		{"a full name among surnames", "Фамилия;Имя;Организация\nИванов Иван Иванович;Иван;ООО\n",
			[]string{"«Иванов Иван Иванович»: похоже, это полное имя"}},
		{"no organization", "Должность;ФИО\nдиректор;Иванов Иван Иванович\n",
			[]string{"не узнан столбец с организацией: в адресе будет одна должность"}},
		{"the post of another", "Организация;Руководитель;Контактное лицо;Должность контактного лица\n" +
			"ООО «А»;Иванов И.И.;Петров П.П.;бухгалтер\n", []string{"имя взято из столбца «Руководитель» (B), " +
			"а должность — из «Должность контактного лица» (D): одного ли это человека?"}},
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
