package list

import (
	"strings"
	"testing"
)

// TestRowsThatAreNoRecipients checks which rows are read and what is reported about
// the others.
func TestRowsThatAreNoRecipients(t *testing.T) {
	const head, a, b = "Организация;Должность;ФИО;ИНН\n", "ООО «А»;директор;Иванов Иван Иванович;7707083893\n",
		"АО «Б»;директор;Петров Пётр Петрович;\n"
	const numbered = "№;Организация;Должность;ФИО\n1;ООО «А»;директор;Иванов Иван Иванович\n" +
		"2;АО «Б»;директор;Петров Пётр Петрович\n"
	for _, test := range []struct{ name, csv, rows, told string }{
		{"a total", head + a + b + "Итого;;;2\n", "2 3", "строка 4 пропущена (итог): «Итого»"},
		{"a balance", head + a + b + "Сальдо на конец;;;2\nОбороты за период;;;5\n", "2 3",
			"строки 4–5 пропущены (итог): первая — «Сальдо на конец»"},
		{"a total with a unit", numbered + ";Всего;;2 чел.\n", "2 3", "строка 4 пропущена (итог): «Всего»"},
		{"a firm with a number", head + "Всего, ООО;2 склад;Ильин Олег Ильич;\n", "2", formBehind(2)},
		{"a post in the place of the number", numbered + "Начальник отдела;;;И.И. Петров\n" +
			"3;АО «В»;главный врач;Зуев О. П.\n",
			"2 3 5", "строка 4 пропущена (подпись или примечание к таблице): «Начальник отдела»"},
		{"signatures below people", "№;ФИО;Подпись\n1;Рой О. П.;\n2;Ким О. П.;\n;;\nПредседатель;Зуев О. И.;\n" +
			"Секретарь;Ли О. И.;\n", "2 3",
			"строки 5–6 пропущены (подпись или примечание к таблице): первая — «Председатель»"},
		{"posts in the place of numbers among people", "№;ФИО;Подпись\nПредседатель;Рой О. П.;\n1;Ким О. П.;\n" +
			"Староста;Зуев О. И.;\n2;Ли О. П.;\n", "2 3 4 5", ""},
		{"a post in the place of the last number, with an address", "№;ФИО;Адрес\n1;Рой О. П.;г. Орёл\n" +
			"2;Ким О. П.;г. Ельня\nСтароста;Зуев О. И.;г. Орёл\n", "2 3 4", ""},
		{"below a signature", numbered + "Начальник отдела;;;И.И. Петров\n;;Начальник отдела;Ким О. П.\n" +
			"3;АО «В»;директор;Зуев О. П.\n", "2 3 6",
			"строки 4–5 пропущены (подпись или примечание к таблице): первая — «Начальник отдела»"},
		{"below a note", numbered + "Справочно:;;;\nОтдел образования;2-00-00;;\n", "2 3",
			"строки 4–5 пропущены (подпись или примечание к таблице): первая — «Справочно:»"},
		{"labels and lines to sign on", head + a + "Список составил:;;Ким О. П.;\nВерно:;специалист;Ким О. П.;\n" +
			"Член комиссии;____;Ким О. П.;\nРеестр утверждён приказом № 5;;;\n", "2",
			"строки 3–6 пропущены (подпись или примечание к таблице): первая — «Список составил:»"},
		{"a total in words", head + a + b + "Всего организаций: 2;;;\n", "2 3",
			"строка 4 пропущена (итог): «Всего организаций: 2»"},
		{"a total beside the number", numbered + ";ИТОГО по району;;2\n", "2 3",
			"строка 4 пропущена (итог): «ИТОГО по району»"},
		{"a firm that is called so", head + a + "ООО «Итого»;директор;Петров Пётр Петрович;\n" +
			"Итого-сервис, ООО;директор;Ильин Олег Ильич;\n",
			"2 3 4", formBehind(4)},
		{"sections", head + "Смоленский район;;;\n" + a + "Колледжи;;;\n" + b + "II. Предприятия;;;\n" + a, "3 5 7",
			"строки 2, 4, 6 пропущены (заполнена одна ячейка: это раздел или примечание, " +
				"а не адресат): первая — «Смоленский район»"},
		{"an organization alone", head + a + "Смоленский колледж связи;;;\nМБОУ СШ № 5;;;\nИП Иванов И.И.;;;\n" +
			"СмолГУ;;;\nРомашка, ООО;;;\n" +
			"Индивидуальный предприниматель Петрова Анна Сергеевна;;;\n", "2 3 4 5 6 7 8",
			formBehind(7)},
		{"an organization alone among numbered rows", numbered + ";Администрация города;;\n3;ООО «В»;;\n", "2 3 5",
			"строка 4 пропущена (заполнена одна ячейка: это раздел или примечание, а не адресат): «Администрация города»"},
		{"a person alone",
			"ФИО;Примечание;Телефон\nИванов Иван Иванович;член совета;1\nПетров Пётр;;\nПрочие;;\n", "2 3",
			"строка 4 пропущена (заполнена одна ячейка: это раздел или примечание, а не адресат): «Прочие»"},
		{"a label above people", "ФИО;Примечание;Телефон\nЧлены Комиссии:;;\nИванов Иван Иванович;член совета;1\n", "3",
			"строка 2 пропущена (заполнена одна ячейка: это раздел или примечание, а не адресат): «Члены Комиссии:»"},
		{"a list of one column", "Организация\nРомашка\nЛютик\nИтого: 2\n", "2 3",
			"строка 4 пропущена (итог): «Итого: 2»"},
		{"footers", head + a + b + "\nИсполнитель: Сидорова А.А., тел. 12-34-56;;;\n* данные на 01.01.2026;;;\n" +
			"Начальник отдела;;Сидоров С. С.;\n____________;;;\nМ.П.;;;\n", "2 3",
			"строки 5–9 пропущены (подпись или примечание к таблице): первая — «Исполнитель: Сидорова А.А., тел. 12-34-56»"},
		{"a signature", numbered + ";Исполнитель;;Сидоров Сергей Сергеевич\n", "2 3",
			"строка 4 пропущена (подпись или примечание к таблице): «Исполнитель»"},
		{"a signature in other columns",
			numbered + "\n;Начальник управления;Сидоров С.С.;\n\n;Петрова;12-34-56;\n", "2 3",
			"строки 5, 7 пропущены (подпись или примечание к таблице): первая — «Начальник управления»"},
		{"text in the place of the number", numbered + "Всего:;2;;\nИсп. Сидорова А.А.;;;\nСтраница 2 из 2;;;\n" +
			"Вяземский район;;;\n",
			"2 3", "строка 4 пропущена (итог): «Всего:»\n" +
				"строки 5–6 пропущены (подпись или примечание к таблице): первая — «Исп. Сидорова А.А.»\n" +
				"строка 7 пропущена (заполнена одна ячейка: это раздел или примечание, а не адресат): «Вяземский район»"},
		{"after a gap", head + a + b + "\n;;01.02.2026;\n", "2 3",
			"строка 5 пропущена (заполнена одна ячейка: это раздел или примечание, а не адресат): «01.02.2026»"},
		{"an end mark", "Организация;ФИО\nООО «А»;Иванов Иван Иванович\n***END OF FILE***\n", "2",
			"строка 3 пропущена (подпись или примечание к таблице): «***END OF FILE***»"},
		{"repeated headings", head + a + head + b, "2 4", "строка 3 пропущена (повтор заголовков): «Организация»"},
		{"repeated headings of two rows", "Организация;Руководитель;\n;ФИО;Должность\n" +
			"ООО «А»;Иванов Иван Иванович;директор\n" +
			"Организация;Руководитель;\n;ФИО;Должность\nООО «Б»;Иванов Иван Иванович;директор\n", "3 6",
			"строки 4–5 пропущены (повтор заголовков): первая — «Организация»"},
		{"column numbers again", numbered + "1;2;3;4\n3;ООО «В»;директор;Ильин Олег Ильич\n", "2 3 5",
			"строка 4 пропущена (номера столбцов): «2»"},
		{"explanations", head + "(полное наименование);(по уставу);(полностью);\n" + a, "3",
			"строка 2 пропущена (пояснения к заголовкам): «(полное наименование)»"},
		{"units", "Организация;Директор;Площадь\n(полностью);(полностью);кв. м\nООО «А»;Ким О.П.;90\n", "3",
			"строка 2 пропущена (пояснения к заголовкам): «(полностью)»"},
		{"small letters", "Организация;Форма\nдетский сад солнышко;(очно)\nшкола искусств;(заочно)\n", "2 3", ""},
		{"a first row in small letters", "ФИО;Примечание\nким олег ильич;(по просьбе)\n", "2", ""},
		{"kinds of values", head + "текст;текст;текст;число\n" + a, "3",
			"строка 2 пропущена (пояснения к заголовкам): «текст»"},
		{"an example", head + "Пример: ООО «Образец»;директор;Иванов Иван Иванович;\n" + a, "3",
			"строка 2 пропущена (пример заполнения): «Пример: ООО «Образец»»"},
		{"a firm called Образец", head + "ООО «Образец»;директор;Иванов Иван Иванович;\n", "2", ""},
		{"numbers only", numbered + "3;;;\n4;;;\n", "2 3",
			"строки 4–5 пропущены (заполнен только номер): первая — «3»"},
		{"a second contact", numbered + ";;заместитель;Ильин Олег Ильич\n", "2 3 4",
			"не указана организация: в адресе одна должность"},
		{"a post with a name", head + a + "Администрация района;глава;;\n;глава;Ильин Олег Ильич;\n", "2 3 4",
			"не указана организация: в адресе одна должность"},
	} {
		_, records, problems := read(t, source("a.csv", test.csv), Options{})
		var rows, told []string
		for _, record := range records {
			number, _, _ := strings.Cut(record, ":")
			rows = append(rows, number)
		}
		for _, p := range problems {
			told = append(told, p.Message)
		}
		if got := strings.Join(rows, " "); got != test.rows {
			t.Errorf("%s: rows %s, want %s", test.name, got, test.rows)
		}
		if got := strings.Join(told, "\n"); got != test.told {
			t.Errorf("%s: told\n%s\nwant\n%s", test.name, got, test.told)
		}
	}
}

// TestTablesBelowEachOther checks that the columns of a second table are read by
// its own headings, or not at all.
func TestTablesBelowEachOther(t *testing.T) {
	const first = "Школы;;\nОрганизация;Должность;ФИО\nООО «А»;директор;Иванов Иван Иванович\n\n"
	_, records, problems := read(t, source("a.csv", first+"Колледжи;;\nФИО;Должность;Организация\n"+
		"Петров Пётр Петрович;директор;Колледж № 1\n;;Колледж № 2\n"), Options{})
	equal(t, "other order", records, []string{"3: ООО «А»|директор|Иванов Иван Иванович",
		"7: Колледж № 1|директор|Петров Пётр Петрович", "8: Колледж № 2||"})
	equal(t, "other order", messages(problems), []string{
		"a.csv: предупреждение: строка 5 пропущена (заполнена одна ячейка: это раздел или примечание, " +
			"а не адресат): «Колледжи»",
		"a.csv: предупреждение: строка 6 пропущена (заголовки следующей таблицы): «ФИО»"})
	_, records, problems = read(t, source("a.csv", first+"ФИО;Телефон;Дата\n"+
		"Петров Пётр Петрович;12-34-56;01.02.2026\n"), Options{})
	if len(records) != 2 || len(problems) != 2 || !problems.Failed() || !strings.Contains(problems[0].Message,
		"строка другой таблицы: столбцы под заголовками в строке 5 не те же") {
		t.Error("other columns:", records, problems)
	}
	_, records, problems = read(t, source("a.csv", "Список;;\nИванов И.И.;12-34-56;Смоленск\n"+first), Options{})
	if len(records) != 1 || len(problems) != 1 || problems[0].Message != "не прочитаны строки выше заголовков: 2" {
		t.Error("records above:", records, problems)
	}
}

// TestWideCells checks that a merged cell over several columns is a section, even
// if it names an organization.
func TestWideCells(t *testing.T) {
	cell := func(ref, text string) string {
		return `<c r="` + ref + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
	}
	parts := map[string]string{sheet1: `<worksheet><sheetData><row r="1">` + cell("A1", "Место работы") +
		cell("B1", "ФИО") +
		cell("C1", "Должность") + `</row><row r="2">` + cell("A2", "МБОУ СШ № 1") + `</row><row r="3">` +
		cell("A3", "МБОУ СШ № 2") +
		cell("B3", "Иванов И.И.") + cell("C3", "учитель") + `</row><row r="4">` + cell("A4", "МБОУ СШ № 3") +
		`</row></sheetData><mergeCells><mergeCell ref="A2:C2"/></mergeCells></worksheet>`}
	_, records, problems := read(t, xlsxSource(t, parts), Options{})
	equal(t, "records", records, []string{"3: МБОУ СШ № 2|Иванов И.И.|учитель", "4: МБОУ СШ № 3||"})
	equal(t, "problems", messages(problems), []string{"a.xlsx: предупреждение: строка 2 пропущена " +
		"(заполнена одна ячейка: это раздел или примечание, а не адресат): «МБОУ СШ № 1»"})
}

// TestDittoMarks checks that they are replaced by the value above.
func TestDittoMarks(t *testing.T) {
	_, records, problems := read(t, source("a.csv", "Организация;Должность;ФИО;Адрес\n"+
		"ООО «А»;директор;Иванов И.И.;Смоленск\n"+
		"-\"-;-//-;Петров П.П.;то же\n″;бухгалтер;Ильин О.И.;-\nООО «Б»;/;Лебедь А.А.;\n"+
		"ООО «В»;;Лебедь Б.А.;-\n»;//;Лебедь В.А.;-\n"), Options{})
	equal(t, "records", records, []string{"2: ООО «А»|директор|Иванов И.И.|Смоленск", "3: ООО «А»" +
		"|директор|Петров П.П.|Смоленск",
		"4: ООО «А»|бухгалтер|Ильин О.И.|", "5: ООО «Б»|бухгалтер|Лебедь А.А.|", "6: ООО «В»||Лебедь Б.А.|",
		"7: ООО «В»|//|Лебедь В.А.|"})
	equal(t, "problems", messages(problems), []string{
		"a.csv:7:1: строка 7, столбец «Должность» (B): знак повтора, а выше пусто",
		"a.csv: предупреждение: знаков повтора: 6, первый — в строке 3; взято значение из строки выше"})
}

// TestCombinedCodes checks «ИНН/КПП» in one column.
func TestCombinedCodes(t *testing.T) {
	l, _, problems := read(t, source("a.csv", "Контрагент;ИНН/КПП\nООО «А»;7707083893/773601001\n"+
		"ИП Иванов И.И.;500100732259\n"+
		"ООО «Б»;ИНН 7707083893, КПП 773601001\nООО «В»;77070838/1\n"), Options{})
	if l == nil {
		t.Fatal(problems)
	}
	equal(t, "problems", messages(problems), nil)
	var got []string
	for r := range l.Records() {
		got = append(got, r.Get("inn")+" "+r.Get("kpp")+" "+r.Location("kpp"))
	}
	equal(t, "codes", got, []string{"7707083893 773601001 строка 2, столбец «ИНН/КПП» (B)",
		"500100732259  строка 3, столбец «ИНН/КПП» (B)", "7707083893 773601001 строка 4, столбец «ИНН/КПП» (B)",
		"77070838/1  строка 5, столбец «ИНН/КПП» (B)"})
}

// TestCombinedCodesInOtherOrder checks «ИНН/КПП» in a second table.
func TestCombinedCodesInOtherOrder(t *testing.T) {
	l, _, problems := read(t, source("a.csv", "Контрагент;ИНН/КПП;ФИО\nООО «А»;500100732259;Иванов И.И.\n"+
		"ИНН/КПП;Контрагент;ФИО\n7707083893/773601001;ООО «Б»;Петров П.П.\n"), Options{})
	var got []string
	for r := range l.Records() {
		got = append(got, r.Get("organization")+" "+r.Get("inn")+" "+r.Get("kpp"))
	}
	if equal(t, "codes", got, []string{"ООО «А» 500100732259 ", "ООО «Б» 7707083893 773601001"}); problems.Failed() {
		t.Error(problems)
	}
}

// TestEmptyNameColumn checks that the parts of a name replace an empty one.
func TestEmptyNameColumn(t *testing.T) {
	l, _, _ := read(t, source("a.csv", "Organization,Name,First Name,Last Name\nООО,,Иван,Иванов\n"+
		"АО,Петров Пётр,Иван,Иванов\n"), Options{})
	var got []string
	for r := range l.Records() {
		got = append(got, r.Get("name")+": "+r.Location("name"))
	}
	equal(t, "names", got, []string{"Иванов Иван: строка 2, столбец «Last Name» (D)", "Петров Пётр: строка 3, " +
		"столбец «Name» (B)"})
}

// TestVacancy checks that a vacant post has no name.
func TestVacancy(t *testing.T) {
	const csv = "Организация;Должность;ФИО\nООО «А»;директор;Вакансия\n"
	_, records, problems := read(t, source("a.csv", csv), Options{})
	equal(t, "records", records, []string{"2: ООО «А»|директор|"})
	equal(t, "problems", messages(problems), []string{
		"a.csv:2:1: предупреждение: строка 2, столбец «ФИО» (C): «Вакансия» — не имя, должность вакантна: имени в письме не будет"})
}
