package list

import "testing"

func TestDelimiter(t *testing.T) {
	for _, test := range []struct {
		name, content, why string
		records            []string
	}{
		{"semicolon with commas inside",
			"Организация;Адрес\nООО;г. Смоленск, ул. Ленина, д. 1\nАО;г. Вязьма, ул. Мира, д. 2\n",
			"разделитель — точка с запятой (узнано заголовков: 2)",
			[]string{"2: ООО|г. Смоленск, ул. Ленина, д. 1", "3: АО|г. Вязьма, ул. Мира, д. 2"}},
		{"comma with semicolons inside", "Организация,Телефон\nООО,1; 2; 3\nАО,4; 5; 6\n",
			"разделитель — запятая (узнано заголовков: 2)",
			[]string{"2: ООО|1; 2; 3", "3: АО|4; 5; 6"}},
		{"semicolons in a heading and values",
			"Организация\tE-mail (через ;)\nООО\ta@b.ru; c@b.ru\nАО\td@b.ru; e@b.ru\n",
			"разделитель — табуляция (узнано заголовков: 1)",
			[]string{"2: ООО|a@b.ru; c@b.ru", "3: АО|d@b.ru; e@b.ru"}},
		{"semicolons between quotes",
			"Организация,\"Документы (устав; приказ)\"\nООО,\"есть; нет\"\nАО,\"нет; есть\"\n",
			"разделитель — запятая (узнано заголовков: 1)", []string{"2: ООО|есть; нет", "3: АО|нет; есть"}},
		{"commas within brackets of a heading",
			"№;Член комиссии (ФИО, должность)\n1;Ким О.П., юрист\n2;Ли О.П., врач\n",
			"разделитель — точка с запятой (узнано заголовков: 1)", []string{"2: 1|Ким О.П., юрист",
				"3: 2|Ли О.П., врач"}},
		{"commas within brackets beside bars", "ФИО (фамилия, имя)|Тел.\nКим, Олег|1\nЛи, Анна|2\n",
			"разделитель — вертикальная черта (узнано заголовков: 2)", []string{"2: Ким, Олег|1",
				"3: Ли, Анна|2"}},
		{"commas within most cells", "№;ФИО, должность\n1;Ким О.П., юрист\n2;Ли О.П.\n3;Рой О.П., врач\n",
			"разделитель — точка с запятой (узнано заголовков: 1)", []string{"2: 1|Ким О.П., юрист",
				"3: 2|Ли О.П.", "4: 3|Рой О.П., врач"}},
		{"commas in the last column", "№;ФИО, место работы\n1;Ким О.П., ООО «А»\n2;Ли О.П., АО «Б»\n",
			"разделитель — точка с запятой (узнано заголовков: 1)", []string{"2: 1|Ким О.П.|ООО «А»",
				"3: 2|Ли О.П.|АО «Б»"}},
		{"commas within headings", "Наименование, полное;ФИО, руководитель\nООО;Ким\nАО;Ли\n",
			"разделитель — точка с запятой (узнано заголовков: 2)", []string{"2: ООО|Ким", "3: АО|Ли"}},
		{"commas above the headings", "Организация, 2026 год\nСоставлен 3 мая, вторник\nПо письму, срочно\n" +
			"Организация;Адрес\nООО;г. Ельня, 1, 2\n", "разделитель — точка с запятой (узнано заголовков: 2)",
			[]string{"5: ООО|г. Ельня, 1, 2"}},
		{"commas everywhere", "Фамилия, имя и отчество депутата;Округ\nКим, Олег;1\nРой, Анна;2\n",
			"разделитель — точка с запятой (узнано заголовков: 1)", []string{"2: Ким, Олег|1", "3: Рой, Анна|2"}},
		{"commas in headings and values", "ФИО докладчика;Место работы, должность\nКим;АО, юрист\n",
			"разделитель — точка с запятой (узнано заголовков: 2)", []string{"2: Ким|АО|юрист"}},
		{"tab", "Организация\tИНН\nООО\t1\n", "разделитель — табуляция (узнано заголовков: 2)", []string{"2: ООО|1"}},
		{"bar", "Организация|ИНН\nООО|1\n", "разделитель — вертикальная черта (узнано заголовков: 2)",
			[]string{"2: ООО|1"}},
		{"one column", "Адрес\nг. Смоленск, ул. Ленина\nг. Вязьма, ул. Мира\n",
			"разделитель — точка с запятой (в файле один столбец)",
			[]string{"2: г. Смоленск, ул. Ленина", "3: г. Вязьма, ул. Мира"}},
		{"named in the file", "sep=,\nОрганизация,ИНН\nООО;АО,1\n",
			"разделитель — запятая (назван в первой строке файла)", []string{"2: ООО;АО|1"}},
	} {
		l, records, problems := read(t, source("a.csv", test.content), Options{})
		equal(t, test.name, messages(problems), nil)
		equal(t, test.name, records, test.records)
		if l != nil && l.Interpretation.Lines[1] != test.why {
			t.Errorf("%s: %s", test.name, l.Interpretation.Lines[1])
		}
	}
	_, records, _ := read(t, source("a.csv", "Организация,ИНН;Город\nООО,1;x\n"), Options{Delimiter: ","})
	equal(t, "asked for", records, []string{"2: ООО|1;x"})
	_, _, problems := read(t, source("a.csv", "Организация,ИНН\n"), Options{Delimiter: "/"})
	equal(t, "unknown", messages(problems), []string{"a.csv: неизвестный разделитель «/»"})
	_, _, problems = read(t, source("a.csv", "a;b,c\n1;2,3\n"),
		Options{Columns: map[string]string{"organization": "A"}})
	if len(problems) == 0 || problems.Failed() {
		t.Error("an ambiguous delimiter is not reported", problems)
	}
}
