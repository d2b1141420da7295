package mailing

import (
	"strings"
	"testing"
)

// expect checks the papers for the rows of a list: a text that they contain, or a
// problem that begins with "!", or the absence of both with "". A text that begins
// with "-" must be absent.
func expect(t *testing.T, kind, csv string, want ...[]string) {
	t.Helper()
	all := makeAll(t, kind, csv)
	if len(all) != len(want) {
		t.Fatalf("%d rows, want %d", len(all), len(want))
	}
	for i, made := range all {
		text, problems := made.text(), strings.Join(made.problems, "\n")
		wantsProblem := false
		for _, w := range want[i] {
			problem, isProblem := strings.CutPrefix(w, "!")
			absent, isAbsent := strings.CutPrefix(w, "-")
			wantsProblem = wantsProblem || isProblem
			switch {
			case isProblem && !strings.Contains(problems, problem):
				t.Errorf("row %d: no problem %q in %q", made.row, problem, problems)
			case isAbsent && strings.Contains(text, absent):
				t.Errorf("row %d: %q in\n%s", made.row, absent, text)
			case !isProblem && !isAbsent && !strings.Contains(text, w):
				t.Errorf("row %d: no %q in\n%s", made.row, w, text)
			}
		}
		if problems != "" && !wantsProblem {
			t.Errorf("row %d: %s", made.row, problems)
		}
	}
}

// TestCodes checks that the codes of a list are checked by their check digits.
func TestCodes(t *testing.T) {
	expect(t, "invitation", "Организация;ИНН;КПП;ОГРН;ФИО\n"+
		"ООО «А»;7707083893;773601001;1027700132195;Иванов Иван Иванович\n"+
		"ООО «Б»;;77360100;;Иванов Иван Иванович\n"+
		"ООО «В»;;;1027700132194;Иванов Иван Иванович\n"+
		"ООО «Г»;;;304500116000157;Иванов Иван Иванович\n"+
		"ООО «Д»;;;304500116000158;Иванов Иван Иванович\n",
		[]string{"Иванову И.И."},
		[]string{"!столбец «КПП» (C): КПП «77360100»: в КПП 9 знаков, а здесь 8"},
		[]string{"!столбец «ОГРН» (D): ОГРН «1027700132194»: контрольная цифра"},
		[]string{"Иванову И.И."},
		[]string{"!ОГРН «304500116000158»: контрольная цифра"})
}

// TestDatesOfRows checks that all ways of writing a date are read.
func TestDatesOfRows(t *testing.T) {
	expect(t, "invitation", "Организация;Дата\nООО «А»;20.03.2026\nООО «Б»;16.03.2026\nООО «В»;\n",
		[]string{"!дата письма 20.03.2026 взята из списка, а в файле 16.03.2026"}, []string{"16.03.2026"},
		[]string{"16.03.2026"})
	expect(t, "invitation", "Исх. №;Организация;Дата\n7;ООО «А»;20.03.2026\n", []string{"20.03.2026"})
	expect(t, "invitation", "Организация;Дата письма\n"+
		"ООО «А»;20.03.2026\n"+
		"ООО «Б»;«20» марта 2026 г.\n"+
		"ООО «В»;2026-03-20T00:00:00\n"+
		"ООО «Г»;20/03/2026\n"+
		"ООО «Д»;20.03.26\n"+
		"ООО «Е»;20.03.2062\n"+
		"ООО «Ж»;20.11.2026\n"+
		"ООО «З»;46000\n",
		[]string{"20.03.2026"}, []string{"20.03.2026"}, []string{"20.03.2026"}, []string{"20.03.2026"},
		[]string{"!непонятная дата «20.03.26»"}, []string{"!дата письма 20.03.2062 далека от заседания"},
		[]string{"20.11.2026"}, []string{"!непонятная дата «46000»"})
}

// TestDatesOfEnvelopes checks that a date is not doubted where none is printed.
func TestDatesOfEnvelopes(t *testing.T) {
	expect(t, Envelope, "Организация;Адрес;Индекс;Дата письма\nООО «А»;г. Ельня, ул. Мира, д. 1;216330;20.03.2062\n",
		[]string{"Индекс: 216330"})
}

// TestPostsInNames checks that a post beside the name needs an organization, and that a
// malformed postcode is doubted in letters as on envelopes.
func TestPostsInNames(t *testing.T) {
	expect(t, "invitation", "Кому (дат. п.);Индекс;Адрес\n"+
		"министру Ильиной Е.П.;214000;г. Смоленск, ул. Мира, 1\n"+
		"министру культуры Российской Федерации Ильиной А.П.;214000;г. Смоленск, ул. Мира, 1\n"+
		"Ильиной О.П.;14000;г. Смоленск, ул. Мира, 1\n",
		[]string{"Министру\nИльиной Е.П.", "!не указана организация"},
		[]string{"Ильиной А.П."},
		[]string{"Ильиной О.П.", "!почтовый индекс «14000»"})
}

// TestEndsOfCells checks that marks after the name of an organization and remains of
// pages are not printed.
func TestEndsOfCells(t *testing.T) {
	expect(t, "invitation", "Организация|Должность|ФИО\n"+
		"АО «А», |директор;|Ильин Олег Павлович\n"+
		"АО «Б» .|'директор|'Ильин Олег Павлович\n"+
		"АО &quot;В &amp; Г&quot;|глава<br>отдела|Ильин Олег Павлович\n"+
		"АО «Д|директор|Ильин Олег Павлович\n"+
		"АО «Е»|вакансия|\n",
		[]string{"Директору АО «А»\nИльину О.П."},
		[]string{"Директору АО «Б»\nИльину О.П."},
		[]string{"Главе отдела АО «В & Г»\nИльину О.П.", "!остатки HTML"},
		[]string{"!кавычка не закрыта"},
		[]string{"!здесь нет должности"})
}

// TestSalutationOfAnother checks that a salutation fits its addressee.
func TestSalutationOfAnother(t *testing.T) {
	expect(t, "invitation", "ФИО;Обращение\n"+
		"Ильин Олег Павлович;Уважаемый Олег Павлович!\n"+
		"Зуев Олег Павлович;Уважаемый Олег!\n"+
		"Зотов О. П.;Уважаемый Олег Павлович!\n"+
		"Громов Олег Павлович;Уважаемые коллеги!\n"+
		"Ильин Олег Павлович;Уважаемая Анна Павловна!\n"+
		"Ильин Олег Павлович;Уважаемый Пётр Ильич\n"+
		"Ильин Олег Павлович;Уважаемая Олег Павлович!\n"+
		"Ильина Анна Ильинична;Уважаемый Анна Ильинична!\n"+
		"Зуева Анна Ильинична;Уважаемая Анна Ильинична!\n",
		[]string{"Уважаемый Олег Павлович!"}, []string{"Уважаемый Олег!"}, []string{"Уважаемый Олег Павлович!"},
		[]string{"Уважаемые коллеги!"},
		[]string{"!обращение «Уважаемая Анна Павловна!», а имя адресата «Ильин Олег Павлович»"},
		[]string{"!обращение «Уважаемый Пётр Ильич», а имя адресата «Ильин Олег Павлович»"},
		[]string{"!обращение «Уважаемая Олег Павлович!», а имя адресата «Ильин Олег Павлович»"},
		[]string{"!обращение «Уважаемый Анна Ильинична!», а имя адресата «Ильина Анна Ильинична»"},
		[]string{"Уважаемая Анна Ильинична!", "-проверьте"})
}

// TestIndexInAddress checks that the postal index is taken from the address.
func TestIndexInAddress(t *testing.T) {
	expect(t, Envelope, "Организация;ФИО;Адрес;Индекс;Почтовый адрес\n"+
		"ООО «А»;Иванов Иван Иванович;214000, г. Смоленск, ул. Мира, д. 1;;\n"+
		"ООО «Б»;Иванов Иван Иванович;г. Смоленск, ул. Ленина, 1, 214 000;;тот же\n"+
		"ООО «В»;Иванов Иван Иванович;г. Смоленск;215000;\n"+
		"ООО «Г»;Иванов Иван Иванович;214000, г. Смоленск;214000;\n"+
		"ООО «Д»;Иванов Иван Иванович;214000, г. Смоленск;215000;\n"+
		"ООО «Е»;Иванов Иван Иванович;г. Смоленск;31400;\n"+
		"ООО «Ж»;Иванов Иван Иванович;г. Смоленск;;\n",
		[]string{"Куда: г. Смоленск, ул. Мира, д. 1", "Индекс: 214000"},
		[]string{"Куда: г. Смоленск, ул. Ленина, 1", "Индекс: 214000", "-тот же"},
		[]string{"Куда: г. Смоленск", "Индекс: 215000"},
		[]string{"Куда: г. Смоленск", "Индекс: 214000"},
		[]string{"!в столбце индекс 215000, а в адресе 214000"},
		[]string{"-31400", "!почтовый индекс «31400»: в почтовом индексе 6 цифр"},
		[]string{"!нет почтового индекса"})
}

// TestSoleTraders checks that a sole trader is named once.
func TestSoleTraders(t *testing.T) {
	csv := "Организация;Должность;ФИО;Адрес\n" +
		"ИП Иванов И.И.;индивидуальный предприниматель;Иванов Иван Иванович;214000, г. Смоленск\n" +
		"ИП Иванов Иван Иванович;;Иванов И.И.;214000, г. Смоленск\n" +
		"Индивидуальный предприниматель Петрова Анна Сергеевна;;;214000, г. Смоленск\n" +
		"ИП Лебедев О.И.;бухгалтер;Петрова Анна Сергеевна;214000, г. Смоленск\n" +
		"ИП «Ромашка»;директор;Иванов Иван Иванович;214000, г. Смоленск\n" +
		";индивидуальный предприниматель;Иванов Иван Иванович;214000, г. Смоленск\n"
	expect(t, "invitation", csv,
		[]string{"Индивидуальному предпринимателю\nИванову И.И.", "Уважаемый Иван Иванович", "-ИП"},
		[]string{"Индивидуальному предпринимателю\nИванову И.И.", "Уважаемый Иван Иванович", "-ИП"},
		[]string{"Индивидуальному предпринимателю\nПетровой А.С.", "Уважаемая Анна Сергеевна"},
		[]string{"Бухгалтеру ИП Лебедева О.И.\nПетровой А.С."},
		[]string{"Директору ИП «Ромашка»\nИванову И.И."},
		[]string{"Индивидуальному предпринимателю\nИванову И.И."})
	expect(t, "invitation", "Организация;ФИО\nИП глава КФХ Лугов О. И.;Лугов Олег Ильич\nИП ГКФХ Лугова О. И.;\n"+
		"Глава крестьянского (фермерского) хозяйства Лугов Олег Ильич;\nКФХ Лугова О. И.;Лугов Олег Ильич\n",
		[]string{"Индивидуальному предпринимателю — главе КФХ\nЛугову О.И.", "Уважаемый Олег Ильич"},
		[]string{"ИП ГКФХ Лугова О.И."},
		[]string{"Главе крестьянского (фермерского) хозяйства\nЛугову О.И.", "-Глава"},
		[]string{"КФХ Лугова О.И.\nЛугову О.И."})
	expect(t, Envelope, csv,
		[]string{"ИП Иванов И.И.", "-Ивану"}, []string{"ИП Иванов Иван Иванович", "-Иванову"},
		[]string{"Индивидуальный предприниматель Петрова Анна Сергеевна"},
		[]string{"ИП Лебедев О.И.", "Петровой Анне Сергеевне"},
		[]string{"ИП «Ромашка»", "Иванову Ивану Ивановичу"},
		[]string{"Иванову Ивану Ивановичу"})
}

// TestEnvelopeOverflow checks that an envelope is one page.
func TestEnvelopeOverflow(t *testing.T) {
	name := "Областное государственное бюджетное профессиональное образовательное учреждение " +
		"«Смоленский колледж технологий сервиса и предпринимательства имени Героя Советского Союза М. А. Егорова»"
	address := "214000, Российская Федерация, Смоленская область, муниципальное образование «Город Смоленск», " +
		"городской округ город Смоленск, проспект Строителей, дом 24, корпус 3, строение 2, помещение IV"
	expect(t, Envelope, "Организация;Краткое наименование;ФИО;Адрес\n"+
		name+";;Константинопольская Александра Константиновна;"+address+"\n"+
		name+";Колледж;Константинопольская Александра Константиновна;"+address+"\n"+
		"ООО «А»;;Иванов Иван Иванович;214000, г. Смоленск, ул. Ленина, д. 1\n",
		[]string{"!столбец «Организация» (A): не помещается на конверте"},
		[]string{"Колледж", "!не помещается на конверте, напечатано краткое название"},
		[]string{"ООО «А»"})
}

// TestFinishedSalutation: a salutation of a list gets the sign at its end.
func TestFinishedSalutation(t *testing.T) {
	for text, want := range map[string]string{
		"Уважаемый Олег Ильич":     "Уважаемый Олег Ильич!",
		"уважаемая Вера Павловна ": "Уважаемая Вера Павловна!",
		"Уважаемый Олег Ильич,":    "Уважаемый Олег Ильич,",
		"Уважаемые коллеги!":       "Уважаемые коллеги!",
		"":                         "",
	} {
		if got := finished(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestNoDates: a column «Дата» without dates is not that of the letters.
func TestNoDates(t *testing.T) {
	for csv, isMade := range map[string]bool{
		"ФИО;Дата\nКим Олег Ильич;60 лет\nЛи Анна Ильинична;70 лет\n":             true,
		"ФИО;Дата\nКим Олег Ильич;20.13.2026\nЛи Анна Ильинична;20.11.26\n":       false,
		"ФИО;Дата\nКим Олег Ильич;60 лет\nЛи Анна Ильинична;б/д\n":                true,
		"ФИО;Дата письма;\nКим Олег Ильич;5 июня\nЛи Анна Ильинична;6 июня\n":     false,
		"ФИО;Дата исх.\nКим Олег Ильич;5.6\nЛи Анна Ильинична;6.6\n":              false,
		"ФИО;Исходящая дата\nКим Олег Ильич;первое июня\nЛи Анна Ильинична;5.6\n": false,
		"ФИО;Дата\nКим Олег Ильич;5.06.\nЛи Анна Ильинична;1/5/6\n":               false,
		"ФИО;Дата\nКим Олег Ильич;5 июня 26\nЛи Анна Ильинична;6 июня 26\n":       false,
		"ФИО;Дата\nКим Олег Ильич;завтра\nЛи Анна Ильинична;20 ноября 2026 г.\n":  false,
	} {
		if made := makeAll(t, "letter", csv); (made[0].paper != nil) != isMade {
			t.Errorf("%s: %v", csv, made[0].problems)
		}
	}
}

// TestRankOfClergy: a letter that addresses a cleric by the surname is doubted.
func TestRankOfClergy(t *testing.T) {
	made := makeAll(t, "letter", "ФИО;Сан;Храм\nЛыков Сергий;протоиерей;Храм Успения\n")
	if text := made[0].text(); !strings.Contains(text, "Протоиерею Храма Успения") ||
		!strings.Contains(strings.Join(made[0].problems, ""), "обращаются по сану") {
		t.Errorf("%s\n%v", text, made[0].problems)
	}
}
