package fields

import (
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/compose/composetest"
)

// source is a meeting with something of everything.
const source = `
number = "12-п"
date = 2026-03-12
start = "10:00"
chair = "Образцов Пётр Ильич"
secretary = "Примерова Анна Викторовна"
invited = ["Гостева Роза Кирилловна"]
invited_groups = ["представители печати"]
preamble = ["Открыл собрание председатель."]
opinions = [{ name = "Примерова Анна Викторовна", text = "О заседании." }]
[council]
name = "Совет дома"
cluster = "кластер «Дом»"
presidium = [{ role = "председатель", name = "Образцов Пётр Ильич" }]
[letterhead]
name = "Товарищество «Дом»"
phone = "12-34-56"
inn = "0000001237"
[approval]
by = "решением Совета"
[[people]]
name = "Образцов Пётр Ильич"
position = "директор"
organization = 'ООО "Ромашка"'
[[people]]
name = "Примерова Анна Викторовна"
position = "специалист"
role = "член правления"
[[people]]
name = "Гостева Роза Кирилловна"
guest = true
[[people]]
name = "Отпускников И.И."
[[absent]]
name = "Отпускников И.И."
reason = "отпуск"
[[agenda]]
title = "О ремонте"
minutes = 20
speakers = ["Образцов Пётр Ильич", "Примерова Анна Викторовна"]
vote = { for = ["Образцов Пётр Ильич"], against = ["Примерова Анна Викторовна"], text = "Отложить." }
opinions = [{ name = "Примерова Анна Викторовна", text = "Рано." }]
heard = [{ text = "доложил", name = "Образцов Пётр Ильич" }, { text = "гость", name = "Чужов Олег Ильич",
	position = "мастер" }]
[[agenda.decisions]]
text = "Начать ремонт"
due = 2026-04-01
responsible = ["Образцов Пётр Ильич", "ООО «Ромашка»"]
lines = ["кровли", "фасада"]
points = [{ text = "Найти подрядчика", due = "до лета" }]
[agenda.table]
caption = "Смета"
columns = ["Работа", "Цена"]
rows = [["Кровля", "100"], ["Фасад", ""]]
[[agenda]]
title = "Разное"
vote = { for = 2, against = 0 }
decisions = []
[letter]
number = "5"
date = 2026-03-20
to = [{ name = "Климов Дмитрий Алексеевич", position = "директор", organization = "ООО «Ель»", address = "г. Ельск" }]
text = ["Сообщаем о заседании {органа}.", "{решения}", "{повестка}", "{президиум}"]
decisions = ["1.1"]
attachments = [{ title = "Смета", sheets = 2 }, { paper = "protocol" }]
executor = { name = "Примерова А. В.", phone = "12-00-00" }
reply_to = { number = "3", date = 2026-02-01 }
[applicant]
name = "Общество с ограниченной ответственностью «Сосна»"
inn = "0000001237"
phone = "99-99-99"
head = { name = "Соснова Ольга Павловна", position = "генеральный директор", basis = "Устава" }
[application]
to = { name = "Образцов Пётр Ильич" }
[papers.resolution]
title = "Постановление"
text = ["О ремонте"]
decisions = ["Начать"]
signers = [{ name = "Примерова А. В.", role = "Комендант" }]
`

// data returns the facts for a request.
func data(t *testing.T, r compose.Request) *compose.Data {
	t.Helper()
	return composetest.Facts(t, composetest.Meeting(t, source), r)
}

// printed returns what a name with filters prints. The lists on its way are bound
// to their first items.
func printed(t *testing.T, root Frame, words string) string {
	t.Helper()
	parts := strings.Split(words, " | ")
	p := Find(parts[0], nil)
	if p == nil {
		return "нет имени"
	}
	filters, err := ParseFilters(parts[1:])
	if err == nil {
		err = filters.Check(p)
	}
	if err != nil {
		return "ошибка: " + err.Error()
	}
	frame := root
	for _, list := range p.Lists() {
		items := frame.Value(list)
		if len(items.Items) == 0 {
			frame = frame.Without(items, list[len(list)-1])
			continue
		}
		frame = frame.With(list[len(list)-1], items.Items[0])
	}
	v := frame.Value(p)
	text, missing, err := filters.Format(frame, v)
	switch {
	case err != nil:
		return "ошибка: " + err.Error()
	case missing:
		return "нет: " + v.Key
	}
	return strings.ReplaceAll(text.Plain, "\u00a0", " ")
}

// TestFacts: names in both namings, filters, and what is lacking.
func TestFacts(t *testing.T) {
	for _, group := range []struct {
		r     compose.Request
		facts map[string]string
	}{
		{compose.Request{Kind: "protocol"}, map[string]string{
			"номер": "12-п", "Дата | прописью": "двенадцатое марта две тысячи двадцать шестого года",
			"начало | часами и минутами": "10 часов 00 минут",
			"дата | без г.":              "12 марта 2026", "дата | в кавычках | без г.": "«12» марта 2026",
			"решение.сквозной номер": "1", "решение.буква": "а", "подпункт.сквозной номер": "нет имени",
			"орган | каждое слово с заглавной": "Совет Дома",
			"дата | словами полностью":         "12 марта 2026 года", "date | в кавычках": "«12» марта 2026 г.",
			"председатель | кому": "П.И. Образцову", "председатель | фамилия | кем": "Образцовым",
			"секретарь | имя и отчество": "Анна Викторовна", "председатель | имя и отчество | дт": "Петру Ильичу",
			"отсутствующий | имя и отчество": "ошибка: имя и отчество не названы полностью: «Отпускников И.И.»",
			"chair.organization | кого":      "ООО «Ромашка»",
			"председатель.должность | чему":  "директору", "орган | о ком | заглавными": "СОВЕТЕ ДОМА",
			"council.presidium.name": "Образцов Пётр Ильич", "член президиума.роль | рд": "председателя",
			"участники | количество | прописью":      "два",
			"участники | через запятую и | инициалы": "П.И. Образцов и А.В. Примерова",
			"участники | прописью":                   "ошибка: «прописью» — о числе, а {участники} — список",
			"приглашённые | фамилия":                 "Гостева, представители печати",
			"вопрос.минуты | прописью женский":       "двадцать",
			"вопрос.номер | порядковое | кому":       "первому", "вопрос.номер | порядковое": "первый",
			"вопрос.номер | римскими":                      "I",
			"участники | порядковое":                       "ошибка: «порядковое» — о числе, а {участники} — список",
			"участники | количество | порядковое":          "второй",
			"вопрос.номер | кому":                          "ошибка: «кому» сюда не подходит: {вопрос.номер} — число",
			"вопрос.докладчики | с новой строки | фамилия": "Образцов\nПримерова", "вопрос.голосование.за": "1",
			"голос.выбор": "за", "голос | кого": "Образцова Петра Ильича", "вопрос.голосование.пояснение": "Отложить.",
			"вопрос.голосование.vote": "нет имени", "agenda.vote.against": "1", "особое мнение.текст": "О заседании.",
			"agenda.opinions.name | кого": "Примеровой Анны Викторовны", "agenda.decisions.due | цифрами": "01.04.2026",
			"решение.ответственные | через точку с запятой | инициалы после": "Образцов П.И.; ООО «Ромашка»",
			"решение.срок | кому": "ошибка: «кому» сюда не подходит: {решение.срок} — дата",
			"решение.lines":       "кровли, фасада", "подпункт.срок": "до лета", "подпункт.срок | прописью": "до лета",
			"доклад.кто | кого": "Образцова Петра Ильича", "вопрос.таблица.заголовок": "Смета",
			"строка таблицы.ячейка 2": "100", "agenda.table.columns.title": "Работа", "тема": "нет: theme",
			"тема | иначе «нет»": "нет", "тема | иначе линия": "__________", "подпись.имя": "П.И. Образцов",
			"отсутствующий.причина | с заглавной": "Отпуск", "утверждение.кем": "решением Совета",
			"телефон": "12-34-56",
			"инн":     "0000001237", "агенда": "нет имени", "повестка | заглавными": "О РЕМОНТЕ, РАЗНОЕ",
			"заочное":          "ошибка: {заочное} — признак: его можно только проверить",
			"номер | кмоу":     "ошибка: непонятно, что значит «кмоу»",
			"абзац вступления": "Открыл собрание председатель.",
			"совет.роль председателя | иначе «»": "",
		}},
		{compose.Request{Kind: "letter"}, map[string]string{
			"исходящий номер": "5", "дата письма | цифрами": "20.03.2026",
			"адресат.имя | кому":       "Климову Дмитрию Алексеевичу",
			"адресат.должность | кому": "директору", "адресат.адрес": "г. Ельск", "letter.to.organization": "ООО «Ель»",
			"письмо.ответ на.номер": "3", "letter.reply_to.date | цифрами": "01.02.2026",
			"письмо.текст | количество": "8", "абзац письма": "Сообщаем о заседании Совета дома.",
			"абзац":             "Сообщаем о заседании Совета дома.",
			"приложение письма": "Смета на 2 л. в 1 экз.", "письмо.исполнитель.телефон": "12-00-00",
			"подписавший.должность": "Председатель",
			"обращение":             "Уважаемый Дмитрий Алексеевич!",
			"подписавший":           "П.И. Образцов",
			"текст письма | с новой строки": "Сообщаем о заседании Совета дома.\n" +
				"Начать ремонт\nкровли\nфасада\nНайти подрядчика\n1. О ремонте\n2. Разное\n" +
				"председатель – Образцов Пётр Ильич, директор ООО «Ромашка»",
			"notice.number": "нет: notice.number",
		}},
		{compose.Request{Kind: "application"}, map[string]string{
			"инн": "0000001237", "телефон": "99-99-99", "заявитель.руководитель.имя | кого": "Сосновой Ольги Павловны",
			"applicant.head.position | рд": "генерального директора",
			"заявитель":                    "Общество с ограниченной ответственностью «Сосна»",
			"почта":                        "нет: applicant.email", "заявление.кому.имя | дт": "Образцову Петру Ильичу",
		}},
		{compose.Request{Kind: "application", Blank: true}, map[string]string{"почта": "__________"}},
		{compose.Request{Kind: "resolution"}, map[string]string{"бумага.название": "Постановление", "пункт": "Начать",
			"абзац бумаги": "О ремонте", "подпись бумаги.имя": "А.В. Примерова",
			"подпись бумаги.название | кого | полностью": "Примеровой Анны Викторовны", "подпись.имя": "А.В. Примерова",
			"подпись.роль": "Комендант"}},
	} {
		root := NewFrame(Root(data(t, group.r)))
		for words, want := range group.facts {
			if got := printed(t, root, words); got != want {
				t.Errorf("%s: {%s}: %q, want %q", group.r.Kind, words, got, want)
			}
		}
	}
}

// TestUsedTogether: a fact of two keys prints both.
func TestUsedTogether(t *testing.T) {
	used := map[string]bool{}
	root := NewFrame(Root(data(t, compose.Request{Kind: "letter"}))).Recording(used)
	printed(t, root, "адресат.должность и организация | кому")
	if !used["letter.to[0].position"] || !used["letter.to[0].organization"] {
		t.Errorf("%v", used)
	}
}

// TestVocabulary: every name of the vocabulary has a value or lacks one with a key,
// for every kind of paper.
func TestVocabulary(t *testing.T) {
	for _, kind := range []string{"protocol", "letter", "application", "resolution"} {
		used := map[string]bool{}
		root := NewFrame(Root(data(t, compose.Request{Kind: kind}))).Recording(used)
		var visit func(prefix string, r *Record, depth int)
		visit = func(prefix string, r *Record, depth int) {
			for _, f := range r.fields {
				words := prefix + f.Names[len(f.Names)-1]
				got := printed(t, root, words+" | заглавными")
				if got == "нет имени" || got == "нет: " {
					t.Errorf("%s: {%s}: %s", kind, words, got)
				}
				if f.Of != nil && depth < 4 && f.Kind != Person {
					visit(words+".", f.Of, depth+1)
				}
			}
		}
		visit("", vocabulary(), 0)
		if len(used) < 20 {
			t.Errorf("%s: only %d keys are said to be printed", kind, len(used))
		}
	}
}

// TestNearest: the known name that is most like an unknown one.
func TestNearest(t *testing.T) {
	for wrong, want := range map[string]string{"мсто": "место", "председатель.должнсть": "председатель.должность",
		"учстник.имя": "участник.имя", "совершенно другое": ""} {
		if got := Nearest(wrong, nil); got != want {
			t.Errorf("%s: %q, want %q", wrong, got, want)
		}
	}
	if !strings.Contains(strings.Join(KnownLists(), " "), "вопроса") {
		t.Error("no list of questions")
	}
	if FindList("вопроса", nil) == nil || FindList("agenda", nil) == nil || FindList("чего-то", nil) != nil {
		t.Error("lists are not found")
	}
}

// TestCompare: what conditions compare.
func TestCompare(t *testing.T) {
	root := NewFrame(Root(data(t, compose.Request{Kind: "protocol"})))
	for _, c := range []struct {
		name, operator, with string
		want                 bool
	}{
		{"номер", "=", "12-П", true}, {"номер", "≠", "7", true}, {"вопросы", ">", "1", true}, {"вопросы", "<", "2",
			false},
		{"вопросы", "≥", "2", true}, {"вопросы", "≤", "1", false}, {"вопросы", "=", "2", true}, {"номер", ">", "1",
			false},
		{"орган", "=", "совет дома", true}, {"номер", "~", "1", false},
	} {
		if got := root.Value(Find(c.name, nil)).Compare(c.operator, c.with); got != c.want {
			t.Errorf("%s %s %s: %v", c.name, c.operator, c.with, got)
		}
	}
}

// TestBound: names in the repetition of a list are those of its items first.
func TestBound(t *testing.T) {
	within := []Path{FindList("вопроса", nil)}
	for name, want := range map[string]string{
		"вопрос": "вопрос.название", "название": "вопрос.название", "решения": "вопрос.решения",
		"решение":       "решение.текст",
		"особые мнения": "вопрос.особые мнения", "номер": "номер", "agenda.title": "вопрос.название",
		"голос.имя": "голос.имя", "decisions.text": "решение.текст", "участник": "участник.имя",
	} {
		p := Find(name, within)
		if p == nil || p.Name() != want {
			t.Errorf("{%s} is %v, want {%s}", name, p, want)
		}
	}
	for key, want := range map[string]string{"agenda.decisions.responsible": "решение.ответственные",
		"papers.resolution.heading": "бумага.заголовок", "papers.resolution.decisions.text": "пункт.текст"} {
		if got := NameOf(key); got != want {
			t.Errorf("%s is called %q, want %q", key, got, want)
		}
	}
}

// TestChosen: an extract has the chosen questions, with their numbers; letters of a
// list have its columns.
func TestChosen(t *testing.T) {
	root := NewFrame(Root(data(t, compose.Request{Kind: "extract", Items: []int{2}})))
	if got := printed(t, root, "вопрос.номер") + printed(t, root, "повестка"); got != "2Разное" {
		t.Errorf("an extract of the second question prints %s", got)
	}
	column := func(heading string) (string, bool) { return "к-1", heading == "Код" }
	root = NewFrame(Root(data(t, compose.Request{Kind: "letter", Column: column})))
	value, ok := root.Column("Код")
	_, wrong := root.Column("код")
	if value != "к-1" || !ok || wrong || (Filters{letters: "upper"}).Cell(root, "Код", value).Plain != "К-1" {
		t.Errorf("a column is %q, %v", value, ok)
	}
	if (Filters{}).CheckColumn("Код") != nil || root.Blank() {
		t.Error("a column without filters is wrong")
	}
}

// TestUsed: what counts as printed: facts, and conditions that choose words by them,
// but not the question whether there is a fact.
func TestUsed(t *testing.T) {
	used := map[string]bool{}
	root := NewFrame(Root(data(t, compose.Request{Kind: "protocol"}))).Recording(used)
	root.Asked(root.Value(Find("номер", nil)), false)
	if used["number"] {
		t.Error("a question for presence counts as printed")
	}
	root.Asked(root.Value(Find("номер", nil)), true)
	root.Asked(root.Value(Find("вопрос.включён в повестку", nil)), false)
	for _, words := range []string{"председатель | кому", "участники", "вопрос.номер"} {
		printed(t, root, words)
	}
	for _, key := range []string{"number", "chair", "people[0].name", "people[1].name"} {
		if !used[key] {
			t.Errorf("%s does not count as printed: %v", key, used)
		}
	}
	if used["agenda[0]"] {
		t.Error("the number of a question says nothing of the file")
	}
}
