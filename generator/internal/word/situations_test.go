package word_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

// rich is a meeting with named votes, opinions, and lists that are empty.
const rich = `
number = "12-п"
date = 2026-03-12
start = "10:00"
place = "зал"
chair = "Образцов Пётр Ильич"
secretary = "Примерова Анна Викторовна"
invited = ["Гостев Роман Кириллович"]
co_chairs = ["Примерова Анна Викторовна"]
preamble = ["Открыл собрание председатель.", "Зарегистрировано двое."]
[council]
name = "Совет дома"
[[people]]
name = "Образцов Пётр Ильич"
position = "директор"
organization = 'ООО "Ромашка"'
[[people]]
name = "Примерова Анна Викторовна"
position = "специалист"
[[people]]
name = "Гостев Роман Кириллович"
guest = true
[[absent]]
name = "Отпускников Иван Иванович"
reason = "отпуск"
[[people]]
name = "Отпускников Иван Иванович"
[[agenda]]
title = "О ремонте"
speakers = ["Образцов Пётр Ильич", "Примерова Анна Викторовна"]
vote = { for = ["Образцов Пётр Ильич"], against = ["Примерова Анна Викторовна"] }
opinions = [{ name = "Примерова Анна Викторовна", text = "Рано." }]
heard = [{ text = "доложил о ремонте", name = "Образцов Пётр Ильич" }]
[[agenda.decisions]]
text = "Начать ремонт"
due = 2026-04-01
responsible = ["Образцов Пётр Ильич"]
lines = ["кровли", "фасада"]
[[agenda.decisions.points]]
text = "Найти подрядчика"
[[agenda.decisions.points]]
text = "Заключить договор"
due = "до лета"
[[agenda.decisions]]
text = "Собрать средства"
[agenda.table]
caption = "Смета"
columns = ["Работа", "Цена"]
rows = [["Кровля", "100"], ["Фасад", "200"]]
[[agenda]]
title = "Разное"
decisions = []
[[annexes]]
title = "Смета"
text = ["Абзац 1", "Абзац 2"]
`

func row(cells ...string) string {
	var b strings.Builder
	for _, c := range cells {
		switch {
		case !strings.HasPrefix(c, "<"):
			c = tc(p(c))
		case !strings.HasPrefix(c, "<w:tc>"):
			c = tc(c)
		}
		b.WriteString(c)
	}
	return `<w:tr>` + b.String() + `</w:tr>`
}

func table(rows ...string) string { return `<w:tbl>` + strings.Join(rows, "") + `</w:tbl>` }

// filled returns the words of a template that is filled with the rich meeting, or
// what is wrong.
func filled(t *testing.T, body string, more map[string]string, part string) string {
	t.Helper()
	tpl := open(t, body, more)
	paper, slips, absent := tpl.Fill(frame(t, rich, compose.Request{}))
	if paper == nil {
		var list []string
		for _, s := range append(slips, absent...) {
			list = append(list, s.Message)
		}
		return "ОШИБКА: " + strings.Join(list, "; ")
	}
	made := written(t, paper, part)
	if part == "word/document.xml" {
		made = between(made)
	}
	return strings.TrimSuffix(text(made), "\n")
}

// TestRepetition: what is repeated by its shape, and what stands around it.
func TestRepetition(t *testing.T) {
	section := `<w:p><w:pPr><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:pPr></w:p>`
	marked := func(s string) string {
		return `<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>` + s + `</w:t></w:r></w:p>`
	}
	for _, c := range []struct{ name, body, want string }{
		{"votes by name", table(row("{вопрос.номер}", "{голос.имя | иначе «—»}", "{голос.выбор | иначе «—»}")),
			"1\nОбразцов Пётр Ильич\nза\n1\nПримерова Анна Викторовна\nпротив\n2\n—\n—"},
		{"named votes in a block", p("{для каждого вопроса}") + p("{вопрос}") + p("{для каждого голоса}") +
			p("{голос | инициалы}: {голос.выбор}") + p("{конец}") + p("{конец}"),
			"О ремонте\nП.И. Образцов: за\nА.В. Примерова: против\nРазное"},
		{"an outer item without inner items", table(row("{вопрос.номер} {вопрос}", "{решение | иначе «нет»}")),
			"1 О ремонте\nНачать ремонт\n1 О ремонте\nСобрать средства\n2 Разное\nнет"},
		{"rows of a list below the row of its item", table(row("Повестка"), row("{вопрос.номер}. {вопрос}"),
			row("{решение}"), row("Итог по вопросу {вопрос.номер}"), row("Всё")),
			"Повестка\n1. О ремонте\nНачать ремонт\nСобрать средства\nИтог по вопросу 1\n" +
				"2. Разное\nИтог по вопросу 2\nВсё"},
		{"rows of one list", table(row("{вопрос.номер}"), row("{вопрос}")), "1\n2\nО ремонте\nРазное"},
		{"points below points", table(row("{решение.номер} {решение}",
			"{подпункт.номер | иначе пусто} {подпункт | иначе пусто}")),
			"1. Начать ремонт\n1.1. Найти подрядчика\n1. Начать ремонт\n1.2. Заключить договор\n2. Собрать средства\n "},
		{"lines of a point", p("{для каждого решения}") + p("{решение}") + p("{для каждой строки пункта}") +
			p("— {строка пункта}") +
			p("{конец}") + p("{конец}"), "Начать ремонт\n— кровли\n— фасада\nСобрать средства"},
		{"a table in a block", p("{для каждого вопроса}") + p("{вопрос}") + table(row("п"), row("{решение}")) +
			p("{конец}"),
			"О ремонте\nп\nНачать ремонт\nСобрать средства\nРазное\nп"},
		{"a condition around a table", p("{если приглашённые}") + table(row("{приглашённый}")) + p("{иначе}") +
			p("нет") + p("{конец}") +
			p("{если тема}") + table(row("{тема}")) + p("{конец}"), "Гостев Роман Кириллович"},
		{"a block around a section", p("{для каждого вопроса}") + p("{вопрос}") + section + p("{конец}"),
			"О ремонте\n\nРазное\n"},
		{"markers that end a section", p("{для каждого вопроса}") + p("{вопрос}") + marked("{конец}") + p("х"),
			"О ремонте\nРазное\n\nх"},
		{"a condition that ends a section", marked("{если тема}") + p("{тема}") + marked("{конец}"), "\n"},
		{"cells", table(row("{для каждого участника}", "{участник | инициалы}", "{конец}")),
			"П.И. Образцов\nА.В. Примерова"},
		{"cells beside others", table(row("Имя", "{для каждого участника}", "{участник | фамилия}", "{конец}",
			"конец")),
			"Имя\nОбразцов\nПримерова\nконец"},
		{"a condition on a row", table(row("а"), row("{если тема}"), row("{тема}"), row("{конец}"), row("б")), "а\nб"},
		{"a table of the file", table(row("{для каждого вопроса}"), row("{вопрос.таблица.заголовок | иначе «—»}"),
			row("{строка таблицы.ячейка 1}", "{строка таблицы.ячейка 2}"), row("{конец}")),
			"Смета\nКровля\n100\nФасад\n200\n—"},
		{"opinions of a question", p("{для каждого вопроса}") + p("{для каждого особого мнения}") +
			p("{особое мнение.чьё | кого}: {особое мнение.текст}") + p("{конец}") + p("{конец}"),
			"Примеровой Анны Викторовны: Рано."},
		{"speeches", table(row("{доклад.кто | инициалы после}", "{доклад}")), "Образцов П.И.\nдоложил о ремонте"},
		{"annexes", p("{для каждого приложения}") + p("{приложение.№} {приложение}") +
			p("{для каждого абзаца приложения}") +
			p("{абзац приложения}") + p("{конец}") + p("{конец}"), "1 Смета\nАбзац 1\nАбзац 2"},
		{"people who are absent", table(row("{отсутствующий.имя | инициалы после}", "{отсутствующий.причина}")),
			"Отпускников И.И.\nотпуск"},
		{"paragraphs of the file", p("{для каждого абзаца вступления}") + p("{абзац вступления}") + p("{конец}"),
			"Открыл собрание председатель.\nЗарегистрировано двое."},
		{"a paragraph alone that names an item", p("{для каждого решения}") +
			p("{решение.ответственные | инициалы | иначе «—»}") +
			p("{конец}"), "П.И. Образцов\n—"},
		{"a list in a sentence",
			p("Докладчики: {для каждого вопроса}{вопрос.докладчики | через запятую и | кого | иначе «нет»}; {конец}."),
			"Докладчики: Образцова Петра Ильича и Примеровой Анны Викторовны; нет; ."},
		{"a row in a nested table", table(row(table(row("{участник.№}")) + p("х"))), "1\n2\nх"},
		{"two rows of two lists", table(row("{участник | фамилия}"), row("{приглашённый | фамилия}")),
			"Образцов\nПримерова\nГостев"},
		{"an empty list in a block", p("а") + p("{для каждого пришедшего позже}") + p("{пришедший позже}") +
			p("{конец}") + p("б"), "а\nб"},
		{"an inner condition", p("{для каждого вопроса}") + p("{если решения}") + p("РЕШИЛИ") + p("{иначе}") +
			p("решения нет") + p("{конец}") +
			p("{конец}"), "РЕШИЛИ\nрешения нет"},
	} {
		if got := filled(t, c.body, nil, "word/document.xml"); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestPlaces: names are filled wherever a template may have text.
func TestPlaces(t *testing.T) {
	run := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	para := func(s string) string { return `<w:p>` + s + `</w:p>` }
	wrapper := func(s string) string {
		return `<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_1"/></w:sdtPr><w:sdtContent>` + s + `</w:sdtContent></w:sdt>`
	}
	box := func(s string) string { return `<w:txbxContent>` + p(s) + `</w:txbxContent>` }
	for _, c := range []struct{ name, body, want string }{
		{"hyperlink", para(`<w:hyperlink w:anchor="a">` + run("{номер}") + `</w:hyperlink>`), "12-п"},
		{"insertion", para(`<w:ins w:id="1">` + run("{номер}") + `</w:ins>`), "12-п"},
		{"smart tag", para(`<w:smartTag>` + run("{но") + `</w:smartTag>` + run("мер}")), "12-п"},
		{"control around a part", para(run("{но") + `<w:sdt><w:sdtContent>` + run("мер") +
			`</w:sdtContent></w:sdt>` + run("}")), "12-п"},
		{"block control", `<w:sdt><w:sdtContent>` + p("{для каждого участника}") + p("{участник | фамилия}") +
			p("{конец}") +
			`</w:sdtContent></w:sdt>`, "Образцов\nПримерова"},
		{"markers in controls of their own", wrapper(p("{для каждого участника}")) +
			wrapper(p("{участник | фамилия}")) + wrapper(p("{конец}")), "Образцов\nПримерова"},
		{"a control around rows with markers", `<w:tbl>` + wrapper(row("{для каждого участника}")) +
			row("{участник | фамилия}") + row("-") + wrapper(row("{конец}")) + `</w:tbl>`, "Образцов\n-\nПримерова\n-"},
		{"row control", `<w:tbl><w:sdt><w:sdtContent>` + row("{участник | фамилия}") +
			`</w:sdtContent></w:sdt></w:tbl>`,
			"Образцов\nПримерова"},
		{"cell control", `<w:tbl><w:tr><w:sdt><w:sdtContent>` + tc(p("{участник | фамилия}")) +
			`</w:sdtContent></w:sdt></w:tr></w:tbl>`,
			"Образцов\nПримерова"},
		{"text box", para(`<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>` + box("{номер}") +
			`</mc:Choice><mc:Fallback>` +
			box("{номер}") + `</mc:Fallback></mc:AlternateContent></w:r>`), "12-п\n12-п\n"},
		{"entities", para(run("{&#1085;омер}&amp;&lt;")), "12-п&amp;&lt;"},
		{"break in a name", para(`<w:r><w:t>{председатель |</w:t><w:br/><w:t>кому}</w:t></w:r>`), "П.И. Образцову"},
		{"tab beside", para(`<w:r><w:t>{номер}</w:t><w:tab/><w:t>{дата | цифрами}</w:t></w:r>`), "12-п⇥12.03.2026"},
		{"deleted text", para(run("{номер}") + `<w:del w:id="2"><w:r><w:delText>{нет}</w:delText></w:r></w:del>`),
			"12-п{нет}"},
		{"three braces", p("{{{номер}}}"), "{12-п}"},
		{"inner spaces", p("{ номер }{ председатель . должность}"), "12-пдиректор"},
		{"capitals", p("{НОМЕР} {Председатель.Должность | Кому}"), "12-п директору"},
		{"underscores", p("{номер_протокола} {agenda_vote.text | иначе пусто}"), "12-п "},
		{"escaped", p(`\{номер\} {номер}`), "{номер} 12-п"},
		{"code", p(`{"a": 1} {1} {}`), `{"a": 1} {1} {}`},
	} {
		if got := filled(t, c.body, nil, "word/document.xml"); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestSlips: what cannot be filled is an error in Russian with what to do, never a
// blank.
func TestSlips(t *testing.T) {
	for _, c := range []struct{ body, message, hint string }{
		{p("{мсто}"), "нет имени {мсто}", "{место}"},
		{p("{вопрос.названее}"), "нет имени {вопрос.названее}", "{вопрос.название}"},
		{p("{вопрос.название}"), "здесь он не повторяется", "{для каждого вопроса}"},
		{p("{решение}"), "здесь он не повторяется", "{для каждого решения}"},
		{p("{для каждого вопросса}") + p("{конец}"), "нет списка «вопросса»", "{для каждого вопроса}"},
		{p("{для каждого вопроса}") + p("х"), "блок не закрыт", "{конец} отдельным абзацем"},
		{p("х") + p("{конец}"), "{конец} без начала блока", ""},
		{p("{если тема}") + p("{иначе}") + p("{иначе}") + p("{конец}"), "{иначе} бывает один раз", ""},
		{p("{иначе} х"), "{иначе} без начала блока", ""},
		{p("х {если тема} у"), "блок не закрыт", ""},
		{table(row("{если тема}", `<w:p><w:r><w:drawing/></w:r></w:p>`), row("х"), row("{конец}")),
			"блок не закрыт", ""},
		{p("{дата | кому}"), "«кому» сюда не подходит: {дата} — дата", "уберите | кому"},
		{p("{дата | цифрмаи}"), "непонятно, что значит «цифрмаи»", "«цифрами»"},
		{p("{участники | прописью}"), "«прописью» — о числе", "количество | прописью"},
		{p("{заочное}"), "признак", "{если заочное}"},
		{p("{тема}"), "в файле заседания нет того, что печатает {тема}: theme", "иначе «…»"},
		{p("{номер | прописью}"), "«прописью» сюда не подходит", ""},
		{p("{дата | рд}"), "«рд» сюда не подходит: {дата} — дата", "уберите | рд"},
		{p("{дата | цифрами | в кавычках}"), "«цифрами» и «в кавычках» вместе не бывают", "оставьте одно"},
		{p("{председатель | кому | кем}"), "«кому» и «кем» вместе не бывают", ""},
		{p("{участники | количество | прописью | кому}"), "«кому» сюда не подходит", "уберите | кому"},
		{p("{участники | количество | инициалы}"), "«инициалы» сюда не подходит", ""},
		{p("{председатель | rjve}"), "непонятно, что значит «rjve»", "«кому»"},
		{p("{кому | председатель}"), "сначала имя, потом «кому»", "{председатель | кому}"},
		{p("{тема | иначе «нет темы}"), "нет второй кавычки", "иначе «…»"},
		{p("{решения}"), "нет имени {решения}", "{вопрос.решения}"},
		{p("Дата: {дата и всё"), "скобка у слова «дата» без пары", "\\"},
		{p("Дата: дата} и всё"), "скобка у слова «дата» без пары", "\\"},
		{p("Решил {предсе") + p("датель}"), "скобка у слова «предсе» без пары", "в одном абзаце"},
		{p("№ {{номер}"), "скобка у слова «{номер}» без пары", ""},
		{p("№ {номер}}"), "скобка у слова «{номер}» без пары", ""},
		{p("{" + strings.Repeat("длинное имя ", 50) + "}"), "со слова «длинное» слишком длинный для имени",
			"перед каждой \\"},
		{p("{% for x in agenda %}"), "запись другой программы", "{для каждого вопроса}"},
		{p("{#agenda}"), "запись другой программы", "{если тема}"},
		{p("{/agenda}"), "запись другой программы", ""},
		{table(row("{участник} {приглашённый}")), "два списка", "по разным строкам"},
		{p("{если темма}") + p("{конец}"), "нет имени {темма}", "{тема}"},
		{p("{для каждого вопроса}") + p("{вопрос.примечание}") + p("{конец}"),
			"в файле заседания нет того, что печатает {вопрос.примечание}: agenda[0].note", ""},
		{`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD Адрссат </w:instrText></w:r>` +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "нет имени {Адрссат}", ""},
	} {
		tpl := open(t, c.body, nil)
		paper, slips, absent := tpl.Fill(frame(t, rich, compose.Request{}))
		all := append(slips, absent...)
		if paper != nil || len(all) == 0 {
			t.Errorf("%s is filled", text(c.body))
			continue
		}
		if !strings.Contains(all[0].Message, c.message) || !strings.Contains(all[0].Hint, c.hint) {
			t.Errorf("%s: %s (%s), want %s (%s)", text(c.body), all[0].Message, all[0].Hint, c.message, c.hint)
		}
	}
}
