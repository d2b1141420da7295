package sample_test

import (
	"errors"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/compose/composetest"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/sample"
)

const meeting = `
number = "14"
date = 2026-03-05
start = "18:30"
city = "Тверь"
place = "зал библиотеки"
chair = "Орлов А. С."
secretary = "Зимина В. П."
present = ["Орлов А. С.", "Зимина В. П.", "Громов П. И."]
invited = ["Громова И. Ю."]
[council]
name = "правление дома"
genitive = "правления дома"
[[people]]
name = "Орлов Андрей Сергеевич"
position = "председатель правления"
[[people]]
name = "Зимина Вера Павловна"
[[people]]
name = "Громов Пётр Ильич"
position = "инженер"
[[people]]
name = "Громова Инна Юрьевна"
[[agenda]]
title = "О ремонте кровли"
heard = [{ name = "Громов П. И.", text = "доложил о кровле." }]
spoke = [{ name = "Зимина В. П.", text = "возразила." }]
vote = { for = 3, against = 0, abstained = 0 }
[[agenda.decisions]]
text = "Провести конкурс за 500 руб."
responsible = ["Громов П. И."]
due = 2026-04-01
[[agenda.decisions]]
text = "Подготовить смету."
responsible = ["Орлов А. С.", "Зимина В. П."]
due = 2026-04-15
[[agenda]]
title = "О взносах на 2026 год"
heard = [{ name = "Зимина В. П.", text = "сообщила о долгах." }]
[[agenda.decisions]]
text = "Установить взнос."
responsible = ["Зимина В. П."]
due = 2026-05-05
`

// blocks reads a paper: a paragraph a line, rows of a table begin with |, paragraphs in
// a cell are divided by ¶.
func blocks(paper string) *sample.Block {
	root := &sample.Block{Kind: sample.Container}
	var table *sample.Block
	for line := range strings.SplitSeq(strings.Trim(paper, "\n"), "\n") {
		if !strings.HasPrefix(line, "|") {
			table = nil
			root.Kids = append(root.Kids, &sample.Block{Text: line})
			continue
		}
		if table == nil {
			table = &sample.Block{Kind: sample.Table}
			root.Kids = append(root.Kids, table)
		}
		row := &sample.Block{Kind: sample.Row}
		for cell := range strings.SplitSeq(line[1:], "|") {
			content := &sample.Block{Kind: sample.Container}
			for paragraph := range strings.SplitSeq(cell, "¶") {
				content.Kids = append(content.Kids, &sample.Block{Text: paragraph})
			}
			row.Kids = append(row.Kids, content)
		}
		table.Kids = append(table.Kids, row)
	}
	return root
}

// print writes a template as blocks reads it.
func print(b *strings.Builder, n *sample.Node, inRow bool) {
	switch {
	case n.Block == nil:
		b.WriteString("{" + n.Marker + "}\n")
		for _, kid := range n.Kids {
			print(b, kid, inRow)
		}
		b.WriteString("{конец}\n")
	case n.Block.Kind == sample.Paragraph:
		at := 0
		for _, s := range n.Spans {
			b.WriteString(n.Block.Text[at:s.From] + s.Text)
			at = s.To
		}
		b.WriteString(n.Block.Text[at:])
		if !inRow {
			b.WriteString("\n")
		}
	default:
		for _, kid := range n.Kids {
			if n.Block.Kind == sample.Row {
				b.WriteString("|")
			}
			print(b, kid, inRow || n.Block.Kind == sample.Row)
		}
		if n.Block.Kind == sample.Row {
			b.WriteString("\n")
		}
	}
}

// frame returns the facts of a meeting for a paper.
func frame(t testing.TB, toml, kind string) fields.Frame {
	t.Helper()
	facts := composetest.Facts(t, composetest.Meeting(t, toml), compose.Request{Kind: kind})
	return fields.NewFrame(fields.Root(facts))
}

// find returns the template of a paper, and the remarks.
func find(t testing.TB, toml, kind, paper string) (template string, remarks []string) {
	t.Helper()
	made, err := sample.Find(blocks(paper), nil, frame(t, toml, kind))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	print(&b, made.Root, false)
	for _, r := range made.Remarks {
		remarks = append(remarks, r.Words+": "+r.Message)
	}
	return strings.TrimRight(b.String(), "\n"), remarks
}

var papers = []struct{ name, paper, template, remark string }{
	{"dates", "5 марта 2026 г.; 05.03.2026; «05» марта 2026 г.; 5 марта 2026 года",
		"{дата}; {дата | цифрами}; {дата | в кавычках}; {дата | с годом}", ""},
	{"a date that no name writes", "от 05.03.26", "от {дата | цифрами}", ""},
	{"the time", "начало 18.30, 18 часов 30 минут", "начало {начало}, {начало | часами и минутами}", ""},
	{"the time in words", "начало в девять часов", "начало в девять часов", "«девять часов»"},
	{"cases of a body", "о работе правления дома", "о работе {орган | кого}", ""},
	{"capitals", "ПРАВЛЕНИЕ ДОМА", "{орган | заглавными}", ""},
	{"initials after and before", "Председатель Орлов А.С. и секретарь В. П. Зимина",
		"Председатель {председатель | инициалы после} и секретарь {секретарь}", ""},
	{"the name first", "Секретарь Вера Павловна Зимина", "Секретарь {секретарь | полностью}", ""},
	{"a case that a word asks for", "Поручить секретарю Зиминой В. П.",
		"Поручить секретарю {секретарь | кому | инициалы после}", ""},
	{"a form of several cases", "Секретарь собрания: Зиминой В. П.",
		"Секретарь собрания: {секретарь | кого | инициалы после}", "форма не одного падежа"},
	{"a name without its office", "Исп. Зимина В. П.", "Исп. {секретарь | инициалы после}",
		"стоит без слова «секретарь»"},
	{"a name outside of its list", "Ответственный: Громов П. И.", "Ответственный: Громов П. И.",
		"останется во всех бумагах: «Громов П. И.»; это {участник.имя}"},
	{"a surname of two", "Спросили Громова.", "Спросили Громова.",
		"с такой фамилией не один: Громов Пётр Ильич, Громова Инна"},
	{"a surname alone", "Орлову не понравилось.", "Орлову не понравилось.", "«Орлову» — фамилия без имени"},
	{"a number by chance", "Кабинет 14, этаж 3", "Кабинет 14, этаж 3",
		"14, 3; может быть, это {номер}, {число участников}"},
	{"the number of the protocol", "ПРОТОКОЛ № 14", "ПРОТОКОЛ № {номер}", ""},
	{"a number of people", "Присутствовали 3 человека", "Присутствовали {число участников} человека",
		"«человека» стоит при числе 3"},
	{"a word in the gender of a person", "Протокол вела В.П. Зимина", "Протокол вела {секретарь}",
		"«вела» согласовано с именем"},
	{"a verb beside a person", "Зимина В.П., секретарь, протестовала",
		"{секретарь | инициалы после}, секретарь, протестовала", ""},
	{"a verb beside a person that agrees", "Секретарь Зимина В.П. протестовала",
		"Секретарь {секретарь | инициалы после} протестовала", "может понадобиться «протестовал»"},
	{"a guest", "Приглашена: Громова И. Ю.",
		"{если приглашённые}\nПриглашена: {приглашённые | инициалы после}\n{конец}",
		"может понадобиться «приглашен»"},
	{"a participle beside a person", "в лице Орлова А.С., действующего по уставу",
		"в лице {председатель | кого | инициалы после}, действующего по уставу", "может понадобиться «действующей»"},
	{"a noun beside a person", "Протокол Зиминой В.П.",
		"Протокол {секретарь | кого | инициалы после}", "без слова «секретарь»"},
	{"a number of people in words", "Присутствовали три человека",
		"Присутствовали {число участников | прописью} человека",
		"«человека» стоит при числе три"},
	{"a number in words that stays", "Двадцать первое заседание", "Двадцать первое заседание",
		"останется во всех бумагах: «Двадцать первое»"},
	{"a name and a number that stay", "Копию Сидорову И.П. отдать 31.12.2026", "Копию Сидорову И.П. отдать 31.12.2026",
		"останется во всех бумагах: 31.12.2026"},
	{"a date in the genitive", "от пятого марта две тысячи двадцать шестого года",
		"от {дата | прописью в родительном}", ""},
	{"a quorum", "Кворум имеется.", "Кворум имеется.", "останется во всех бумагах: «Кворум имеется»"},
	{"numbers of points in cells", "|Вопрос|Решение\n|О ремонте кровли|1) Провести конкурс за 500 руб." +
		"¶2) Подготовить смету.\n|О взносах на 2026 год|3) Установить взнос.",
		"|Вопрос|Решение\n{для каждого вопроса}\n|{вопрос.название}|{для каждого решения}\n{решение.сквозной номер}) " +
			"{решение.текст}.{конец}\n\n{конец}", ""},
	{"a date of another day", "Срок – 31.12.2026.", "Срок – 31.12.2026.", "останется во всех бумагах: 31.12.2026"},
	{"a stranger", "Приглашён Сидоров Иван Петрович", "Приглашён Сидоров Иван Петрович", "«Сидоров Иван Петрович»"},
	{"a long text that is not in the file", "Заседание началось с минуты молчания в память о том, кто строил дом.",
		"Заседание началось с минуты молчания в память о том, кто строил дом.", "этого абзаца в файле заседания нет"},
	{"an outcome", "Решение принято единогласно.", "Решение принято единогласно.", "«Решение принято»"},
	{"a blank date", "«___» ________ 20__ г.", "«___» ________ 20__ г.", ""},
	{"titles in a line", "Вопросы: о ремонте кровли; О взносах на 2026 год",
		"Вопросы: {повестка | через точку с запятой | с маленькой}", ""},
	{"titles that stay", "1) О ремонте кровли; 2) О взносах на 2026 год",
		"1) О ремонте кровли; 2) О взносах на 2026 год",
		"«О ремонте кровли», «О взносах на 2026 год»; это {вопрос.название}"},
	{"a person and a title that stay", "Спросили Громова П. И. о ремонте кровли",
		"Спросили Громова П. И. о ремонте кровли",
		"«о ремонте кровли»; это {вопрос.название}"},
	{"a decision that stays", "Громов П. И. обещал подготовить смету к утру",
		"Громов П. И. обещал подготовить смету к утру",
		"«подготовить смету»; это {решение.текст}"},
	{"an outcome and a number", "За – 99. Решение принято.", "За – 99. Решение принято.", "«Решение принято»"},
	{"names in a line", "Были: Орлов А.С., Зимина В.П., Громов П.И.", "Были: {участники | инициалы после}", ""},
	{"a title over several lines", "заседания правления\nдома", "заседания {орган | кого}",
		"набрано несколькими абзацами"},
	{"people in a table", "Присутствовали\n|№|Имя\n|1|Орлов Андрей Сергеевич\n" +
		"|2|Зимина Вера Павловна\n|3|Громов Пётр Ильич",
		"Присутствовали\n|№|Имя\n{для каждого участника}\n|{участник.№}|{участник.имя}\n{конец}", ""},
	{"what only some people have", "Присутствовали:\nОрлов А.С., председатель правления\n" +
		"Зимина В.П.\nГромов П.И., инженер",
		"Присутствовали:\n{для каждого участника}\n{участник.имя | инициалы после}{если участник.должность}, " +
			"{участник.должность}{конец}\n{конец}", ""},
	{"another order", "Присутствовали:\nГромов П.И.\nОрлов А.С.\nЗимина В.П.",
		"Присутствовали:\n{для каждого участника}\n{участник.имя | инициалы после}\n{конец}",
		"порядок списка «участники» другой"},
	{"not all of a list", "Присутствовали:\nОрлов А.С.\nЗимина В.П.",
		"Присутствовали:\n{для каждого участника}\n{участник.имя | инициалы после}\n{конец}", "в образце 2 из 3"},
	{"an agenda, and the questions below", "1. О ремонте кровли\n2. О взносах на 2026 год\n1. О ремонте кровли\n" +
		"Решили: Провести конкурс за 500 руб.\nРешили: Подготовить смету.\n" +
		"2. О взносах на 2026 год\nРешили: Установить взнос.",
		"{для каждого вопроса}\n{вопрос.номер}. {вопрос.название}\n{конец}\n" +
			"{для каждого вопроса}\n{вопрос.номер}. {вопрос.название}\n{для каждого решения}\n" +
			"Решили: {решение.текст}.\n{конец}\n{конец}", ""},
	{"an agenda", "1. О ремонте кровли;\n2. О взносах на 2026 год.",
		"{для каждого вопроса}\n{вопрос.номер}. {вопрос.название}{если вопрос.последний}.{иначе};{конец}\n{конец}", ""},
	{"decisions on questions, votes on some", "Вопрос № 1. О ремонте кровли\nРешили:\n" +
		"1.1. Провести конкурс за 500 руб.;\n" +
		"1.2. Подготовить смету.\nЗа – 3, против – 0, воздержались – нет\nВопрос № 2. О взносах на 2026 год\n" +
		"Решили:\n" +
		"2.1. Установить взнос.",
		"{для каждого вопроса}\nВопрос № {вопрос.номер}. {вопрос.название}\nРешили:\n{для каждого решения}\n" +
			"{вопрос.номер}.{решение.№}. {решение.текст}{если решение.последний}.{иначе};{конец}" +
			"\n{конец}\n{если вопрос.голосование}\n" +
			"За – {вопрос.голосование.за}, против – {вопрос.голосование.против}, воздержались – " +
			"{если вопрос.голосование.воздержались > 0}{вопрос.голосование.воздержались}{иначе}нет{конец}\n{конец}\n{конец}", ""},
	{"speeches, of which some questions have none", "1. Слушали Громова П.И.: доложил о кровле.\nВыступили:\n" +
		"Зимина В.П. возразила.\n2. Слушали Зимину В.П.: сообщила о долгах.",
		"{для каждого вопроса}\n{для каждого доклада}\n{вопрос.номер}. Слушали {доклад.имя | вин | инициалы после}: " +
			"{доклад.текст}.\n{конец}\n{если вопрос.выступили}\nВыступили:\n{для каждого выступления}\n" +
			"{выступление.имя | инициалы после} {выступление.текст}.\n{конец}\n{конец}\n{конец}",
		"в списке «выступили» один"},
	{"decisions on all questions in one table",
		"|Что|Кто|Срок\n|Провести конкурс за 500 руб.|Громов П. И.|01.04.2026\n" +
			"|Подготовить смету|Орлов А. С., Зимина В. П.|15.04.2026\n|Установить взнос|Зимина В. П.|05.05.2026",
		"|Что|Кто|Срок\n{для каждого решения}\n|{решение.текст}.|{решение.ответственные | инициалы после}|" +
			"{решение.срок | цифрами}\n{конец}", ""},
	{"numbers that go on", "|№|Что\n|1|Провести конкурс за 500 руб\n|2|Подготовить смету\n|3|Установить взнос",
		"|№|Что\n{для каждого решения}\n|{решение.сквозной номер}|{решение.текст}\n{конец}", ""},
	{"numbers that have no name", "|№|Что\n|7|Провести конкурс за 500 руб\n|9|Подготовить смету\n|12|Установить взнос",
		"|№|Что\n{для каждого решения}\n|7|{решение.текст}\n{конец}", "у каждого свой номер, а имени для него нет"},
	{"letters of items", "а) О ремонте кровли\nб) О взносах на 2026 год",
		"{для каждого вопроса}\n{вопрос.буква}) {вопрос.название}\n{конец}", ""},
	{"other letters of items", "б) О ремонте кровли\nё) О взносах на 2026 год",
		"{для каждого вопроса}\nб) {вопрос.название}\n{конец}", "останется «б»"},
	{"a number behind a list", "1. О ремонте кровли\n2. О взносах на 2026 год\n3. Закрыть собрание",
		"{для каждого вопроса}\n{вопрос.номер}. {вопрос.название}\n{конец}\n3. Закрыть собрание",
		"номер 3 продолжает список «повестка»"},
	{"a city in another case", "Собрались в городе Твери", "Собрались в городе Твери",
		"«Твери»; это {город} в другом падеже"},
	{"a count in words", "Присутствовали трое.", "Присутствовали трое.", "останется во всех бумагах: «трое»"},
	{"days are no people", "Известить за трое суток.", "Известить за трое суток.", ""},
	{"but people behind them are", "За двое полных суток пришли трое.", "За двое полных суток пришли трое.",
		"останется во всех бумагах: «трое»"},
	{"a case of a noun before", "Под председательством ЗИМИНОЙ В.П., по поручению Зиминой В.П.",
		"Под председательством {секретарь | кого | инициалы после | заглавными}, по поручению {секретарь | кого | " +
			"инициалы после}", "стоит без слова «секретарь»"},
	{"a title beside a name", "Госпоже Зиминой В.П.", "Госпоже {секретарь | кому | инициалы после}",
		"может понадобиться «господину»"},
	{"lines whose condition is unknown", "О ремонте кровли\nВажно!\nО взносах на 2026 год\nНеважно!",
		"{для каждого вопроса}\n{вопрос.название}\n{если вопрос.выступили}\nВажно!\n{конец}\n{конец}\nНеважно!",
		"похоже, условие такое: {если вопрос.выступили}"},
}

func TestFind(t *testing.T) {
	for _, test := range papers {
		t.Run(test.name, func(t *testing.T) {
			template, remarks := find(t, meeting, "protocol", test.paper)
			if template != test.template {
				t.Errorf("template:\n%s\nwant:\n%s", template, test.template)
			}
			told := strings.Join(remarks, "\n")
			if !strings.Contains(told, test.remark) {
				t.Errorf("remarks:\n%s\nwant: %s", told, test.remark)
			}
			if list := strings.Split(strings.ReplaceAll(told, ": в образце не нашлось", ""),
				"\n"); test.remark == "" &&
				len(list) > 1 {
				t.Errorf("remarks where none are needed:\n%s", told)
			}
		})
	}
}

// TestTimes finds a time of day with zeros in the writings of papers.
func TestTimes(t *testing.T) {
	early := strings.Replace(meeting, "18:30", "09:05", 1)
	for paper, want := range map[string]string{
		"С 09 часов 05 минут.":           "С {начало | часами и минутами}.",
		"С 9 ч. 05 мин. утра":            "С {начало | часами и минутами} утра",
		"В 9 час. 5 мин., не позже":      "В {начало | часами и минутами}, не позже",
		"В 09ч05м. Кворум есть":          "В {начало | часами и минутами} Кворум есть",
		"Начало (в 9 ч. 05 мин.)":        "Начало (в {начало | часами и минутами})",
		"9 час. 05 мин. – открытие":      "{начало | часами и минутами} – открытие",
		"9 час. 05 мин. - Открытие":      "{начало | часами и минутами} - Открытие",
		"9 ч. 05 мин.":                   "{начало | часами и минутами}",
		"В 9-05, в 9:05, в 09.05, в 9.5": "В {начало}, в {начало}, в {начало}, в 9.5",
	} {
		if template, _ := find(t, early, "protocol", paper); template != want {
			t.Errorf("%s: template:\n%s\nwant:\n%s", paper, template, want)
		}
	}
}

func TestNormalize(t *testing.T) {
	for _, test := range [][2]string{
		{"А.\u00a0В.  Чернов", "а.в.чернов"}, {"«Ёлка» — 5", `"елка" - 5`}, {"№ 7", "№7"}, {"г. Тверь", "г.тверь"},
		{"2026 г. и далее", "2026 г.и далее"}, {" а\tб\n", "а б"}, {"Хабаров\u00adск", "хабаровск"},
	} {
		if got := sample.Normalize(test[0]); got != test[1] {
			t.Errorf("Normalize(%q) = %q, want %q", test[0], got, test[1])
		}
	}
}

func FuzzNormalize(f *testing.F) {
	for _, seed := range []string{"А. В. Чернов", "«Ёлка»\u00a0— 5\xff", "№\u00ad 7 İ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, w := range sample.Words(text) {
			if w.Normal == "" || !strings.Contains(text, w.Shown) {
				t.Errorf("%q: %+v", text, w)
			}
		}
	})
}

// TestLimit: a search ends with the error of its frame once it has taken too many steps.
func TestLimit(t *testing.T) {
	cause := errors.New("too much work")
	lines := strings.Repeat("Белов И.И. открыл заседание № 4 14 мая 2026 года.\n", 20)
	for _, test := range []struct {
		paper string
		steps int
		want  error
	}{
		{lines, 100, cause}, {lines, sample.MaxSteps, nil},
		{strings.Repeat("Белов И.И. – директор участка; ", 1000), sample.MaxSteps, nil}, // people in a sentence
		{strings.Repeat("Белов И.И.; ", 1500), sample.MaxSteps, nil},
		{strings.Repeat("Белов И.И.; ", 7000), sample.MaxSteps, cause}, // values, each compared with all
	} {
		frame := frame(t, meeting, "protocol").Limited(test.steps, cause)
		paper := blocks(test.paper)
		if _, err := sample.Find(paper, nil, frame); err != test.want {
			t.Errorf("with %d steps: %v", test.steps, err)
		}
	}
}
