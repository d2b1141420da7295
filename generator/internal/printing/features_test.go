package printing

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
	"protokol/generator/internal/meeting"
)

// feature is something real minutes say: a piece of TOML and the words it must
// print. What the piece leaves out comes from the base.
type feature struct {
	name string
	toml string
	want []string
}

// base is the rest of the file, line by line; a line whose key the piece has
// is left out.
var base = []string{
	`date = 2026-03-12`,
	`chair = "Первый И. И."`,
	`secretary = "Вторая М. П."`,
	`council.name = "Координационный совет"`,
	`people = [{ name = "Первый Иван Иванович", position = "директор", organization = "ООО «А»" }, { name = "Вторая ` +
		`Мария Петровна" }, ` +
		`{ name = "Третьяков Олег Львович", organization = "ООО «А»" }, { name = "Ёлкина Анна", position = ` +
		`"инженер", organization = "АО «Б»" }, ` +
		`{ name = "Гостев Роман Кириллович", position = "начальник отдела профессионального образования и науки ` +
		`Департамента", guest = true }]`,
}

const baseItem = "\n[[agenda]]\ntitle = \"О плане.\"\ndecisions = [\"Утвердить план.\"]\n"

// file joins a piece with the base.
func (f feature) file() string {
	var b strings.Builder
	head, _, _ := strings.Cut("\n"+f.toml, "\n[")
	lines := strings.Split(head, "\n")
	for _, line := range base {
		key, _, _ := strings.Cut(line, " =")
		if !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, key+" =") }) {
			b.WriteString(line + "\n")
		}
	}
	b.WriteString(f.toml)
	if !strings.Contains(f.toml, "[[agenda]]") {
		b.WriteString(baseItem)
	}
	return b.String()
}

// item is a piece that says something about one item of the agenda.
func item(body string) string {
	text := "[[agenda]]\ntitle = \"О плане.\"\n" + body
	if !strings.Contains(body, "decisions") && !strings.HasPrefix(body, "outcome") {
		text = strings.Replace(text, "\n", "\ndecisions = [\"Утвердить план.\"]\n", 1)
	}
	return text
}

// TestFeatures walks everything that real minutes must be able to say: it is
// read without a complaint, printed, and printed alike in both formats.
func TestFeatures(t *testing.T) {
	press := newPress(t, DefaultStyle)
	for _, f := range slices.Concat(headFeatures, attendanceFeatures, agendaFeatures, decisionFeatures, voteFeatures,
		closingFeatures) {
		t.Run(f.name, func(t *testing.T) {
			file, problems := input.Read("meeting.toml", []byte(f.file()),
				input.Options{Open: os.ReadFile, Covers: press.Covers})
			if len(problems) > 0 {
				t.Fatalf("%v\n%s", problems, f.file())
			}
			paper, err := press.Paper(t.Context(), compose.Request{Kind: "protocol"}, file.Meeting, Origin{})
			if err != nil {
				t.Fatal(err)
			}
			text := words(document.PlainText(paper.Document))
			plain, at := strings.Join(text, " "), 0
			for _, want := range f.want {
				i := strings.Index(plain[at:], want)
				if i < 0 {
					t.Fatalf("the paper lacks %q, or has it elsewhere:\n%s", want, document.PlainText(paper.Document))
				}
				at += i + len(want)
			}
			if diff := cmp.Diff(text, words(pdfText(t, write(t, press, paper, "pdf")))); diff != "" {
				t.Errorf("PDF (-tree +file):\n%s", diff)
			}
			if diff := cmp.Diff(text, words(docxText(t, write(t, press, paper, "docx")))); diff != "" {
				t.Errorf("DOCX (-tree +file):\n%s", diff)
			}
		})
	}
}

// TestForms prints every example in every form: the same data, three layouts.
func TestForms(t *testing.T) {
	press := newPress(t, DefaultStyle)
	for _, name := range examples(t) {
		m, _ := read(t, press, name)
		for _, form := range meeting.ProtocolForms {
			m.Form = form
			paper, err := press.Paper(t.Context(), compose.Request{Kind: "protocol"}, m, Origin{})
			if err != nil {
				t.Fatalf("%s, %s: %v", name, form, err)
			}
			text := document.PlainText(paper.Document)
			for _, item := range m.Agenda {
				for _, d := range item.Decisions {
					if last := strings.Fields(strings.TrimRight(d.Text,
						".:")); !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), last[len(last)-1]) {
						t.Errorf("%s, %s: lacks %q", name, form, d.Text)
					}
				}
			}
			if diff := cmp.Diff(words(text), words(docxText(t, write(t, press, paper, "docx")))); diff != "" {
				t.Errorf("%s, %s, DOCX (-tree +file):\n%s", name, form, diff)
			}
		}
	}
}

var headFeatures = []feature{
	{"number без номера", `number = "б/н"`, []string{"ПРОТОКОЛ № б/н"}},
	{"number of letters and dashes", `number = "КУ-15-03-2024"`, []string{"ПРОТОКОЛ № КУ-15-03-2024"}},
	{"number with a suffix", "form = \"full\"\nnumber = \"15-пр\"", []string{"ПРОТОКОЛ", "12.03.2026", "№ 15-пр"}},
	{"empty number", `number = ""`, []string{"ПРОТОКОЛ № ____"}},
	{"заседание", ``, []string{"ПРОТОКОЛ заседания Координационного совета"}},
	{"внеочередное заседание", `kind = "внеочередное заседание"`,
		[]string{"внеочередного заседания Координационного совета"}},
	{"расширенное заседание", `kind = "расширенное заседание"`,
		[]string{"расширенного заседания Координационного совета"}},
	{"kind in the genitive", `kind = "расширенного заседания"`,
		[]string{"расширенного заседания Координационного совета"}},
	{"выездное заседание", `kind = "Выездное заседание"`, []string{"ПРОТОКОЛ выездного заседания"}},
	{"совещание у", "kind = \"совещание у заместителя Губернатора Смоленской области\"\ncouncil.name = \"\"",
		[]string{"ПРОТОКОЛ совещания у заместителя Губернатора Смоленской области"}},
	{"конференция", `kind = "отчётно-выборная конференция"`, []string{"отчётно-выборной конференции"}},
	{"общее собрание", `kind = "общее собрание"`, []string{"общего собрания"}},
	{"коллегия", "kind = \"коллегия\"\ncouncil.name = \"Министерство просвещения\"",
		[]string{"коллегии Министерства просвещения"}},
	{"theme in quotes", `theme = "Связь без границ"`, []string{"«Связь без границ»"}},
	{"joint meeting", `joint = ["Общественный совет при Администрации"]`,
		[]string{"совместного заседания Координационного совета и Общественного совета при Администрации"}},
	{"joint meeting, genitive by hand", `joint = [{ name = "Совет «Б»", genitive = "Совета «Б»" }, "Правление"]`,
		[]string{"Координационного совета, Совета «Б» и Правления"}},
	{"очная", `holding = "очная"`, []string{"Форма проведения: очная"}},
	{"заочная", `holding = "заочная"`, []string{"Форма проведения: заочная", "В голосовании участвовали:"}},
	{"очно-заочная", `holding = "очно-заочная"`, []string{"Форма проведения: очно-заочная", "Приняли участие:"}},
	{"видео-конференц-связь", `holding = "видео-конференц-связь"`, []string{"Форма проведения: видео-конференц-связь"}},
	{"two parts", `holding = "очно-заочная"
[[parts]]
title = "Очная часть"
start = 10:00
end = 11:30
place = "зал"
[[parts]]
title = "Заочная часть"
date = 2026-03-16
last_date = 2026-03-20`, []string{"12–20.03.2026", "Очная часть: 12.03.2026, начало 10.00, окончание 11.30, зал",
		"Заочная часть: 16–20.03.2026"}},
	{"several days", "number = \"1\"\nlast_date = 2026-03-13", []string{"Дата проведения: 12–13.03.2026"}},
	{"days of two months", `last_date = 2026-04-01`, []string{"12.03.2026–01.04.2026"}},
	{"times in the full form", "form = \"full\"\nstart = 10:00\nend = 11:00",
		[]string{"Время проведения: начало 10.00, окончание 11.00"}},
	{"times with a zone", "start = 10:00\nend = 11:00\ntime_zone = \"МСК\"",
		[]string{"начало 10.00 окончание 11.00 (МСК)"}},
	{"place apart from the city", "form = \"full\"\ncity = \"г. Смоленск\"\nplace = \"конференц-зал\"",
		[]string{"г. Смоленск", "Место проведения: конференц-зал"}},
	{"nested quotes", `council.name = "Наблюдательный совет ООО «Студия «Пример»»"`,
		[]string{"Наблюдательного совета ООО «Студия «Пример»»"}},
}

var attendanceFeatures = []feature{
	{"chair and secretary", `form = "full"`,
		[]string{"Председательствующий – Первый И.И.", "Секретарь – Вторая М.П.", "Председатель И.И. Первый",
			"Секретарь М.П. Вторая"}},
	{"deputy in the chair", `form = "full"
people = [{ name = "Первый Иван Иванович", role = "заместитель председателя Совета", position = "директор" }, { name = "Вторая Мария Петровна" }]`,
		[]string{"Председательствующий – Первый И.И., заместитель председателя Совета",
			"Первый Иван Иванович, заместитель председателя Совета, директор",
			"Заместитель председателя Совета И.И. Первый"}},
	{"co-chairs", "form = \"full\"\nco_chairs = [\"Третьяков О. Л.\"]",
		[]string{"Сопредседатель – Третьяков О.Л.", "Председатель И.И. Первый", "Сопредседатель О.Л. Третьяков",
			"Секретарь"}},
	{"chair for one item", item(`chair = "Третьяков О. Л."`),
		[]string{"Председательствующий по вопросу – Третьяков О.Л."}},
	{"list with position and organisation", ``,
		[]string{"Присутствовали: Первый Иван Иванович, директор ООО «А» Вторая Мария Петровна"}},
	{"number only", "attendance = { print = \"number\", present = 45 }",
		[]string{"Присутствовали: 45 человек Повестка"}},
	{"annex by wish", `attendance.print = "annex"`,
		[]string{"Присутствовали: 4 человека (список прилагается)", "Приложение к протоколу", "Список присутствовавших",
			"1 Первый Иван Иванович директор ООО «А»"}},
	{"annex from 15 up", "people = [" + strings.Join(crowd(15), ", ") +
		"]\nchair = \"Человек И. А.\"\nsecretary = \"Человек И. Б.\"",
		[]string{"Присутствовали: 15 человек (список прилагается)", "Список присутствовавших"}},
	{"grouped by organisation", `attendance.group = "organization"`,
		[]string{"Присутствовали: Вторая Мария Петровна ООО «А»: Первый Иван Иванович, директор Третьяков Олег " +
			"Львович АО «Б»: Ёлкина Анна, инженер"}},
	{"alphabetical, ё as е", `attendance.order = "alphabetical"`,
		[]string{"Вторая Мария", "Ёлкина Анна", "Первый Иван", "Третьяков Олег"}},
	{"as given", `present = ["Третьяков О. Л.", "Вторая М. П.", "Первый И. И."]`,
		[]string{"Присутствовали: Третьяков", "Вторая", "Первый"}},
	{"absent with reasons", `absent = [{ name = "Третьяков О. Л.", reason = "отпуск" }, "Ёлкина"]`,
		[]string{"Отсутствовали: Третьяков Олег Львович, ООО «А» (отпуск) Ёлкина Анна"}},
	{"absent as a number", `attendance.absent = 3`, []string{"Отсутствовали: 3 человека"}},
	{"invited with long positions", `invited = ["Гостев"]`,
		[]string{"Приглашённые: Гостев Роман Кириллович, начальник отдела профессионального образования и науки " +
			"Департамента"}},
	{"invited groups without names",
		"invited = [\"Гостев\"]\ninvited_groups = [\"представители средств массовой информации (5 человек)\"]",
		[]string{"Гостев", "представители средств массовой информации (5 человек)"}},
	{"people without a vote", "council.rules = { quorum = \"> 1/2 of members\", no_vote = [\"secretary\", " +
		"\"Ёлкина\"] }\n" + item(`vote = { for = 2 }`),
		[]string{"присутствуют 2 из 2 членов", "«за» – 2"}},
	{"remote people", `remote = ["Ёлкина"]`, []string{"Ёлкина Анна, инженер АО «Б» (по видео-конференц-связи)"}},
	{"remote people do not count", "remote = [\"Ёлкина\"]\ncouncil.rules = { quorum = \"3\", remote = false }\n" +
		item(`vote = { for = 3 }`),
		[]string{"присутствуют 3 из 4"}},
	{"came after an item", "arrived = [{ name = \"Третьяков О. Л.\", before = 2, time = 10:40 }]\n" +
		item(`vote = { for = 3 }`) + "\n" + item(`vote = { for = 4 }`),
		[]string{"Третьяков Олег Львович, ООО «А» (с вопроса № 2, 10.40)", "«за» – 3", "«за» – 4"}},
	{"left before an item", "left = [{ name = \"Третьяков О. Л.\", after = 1 }]\n" + item(`vote = { for = 4 }`) + "\n" +
		item(`vote = { for = 3 }`),
		[]string{"(до вопроса № 2)", "«за» – 4", "«за» – 3"}},
	{"person without a patronymic", ``, []string{"Ёлкина Анна, инженер"}},
	{"quorum as a number", `council.rules.quorum = "3"`, []string{"Кворум имеется: присутствуют 4 из 4 членов."}},
	{"quorum as a share", `council.rules.quorum = "2/3 of members"`, []string{"Кворум имеется"}},
	{"quorum more than", "absent = [\"Ёлкина\"]\ncouncil.rules.quorum = \"> 1/2 of members\"\ncouncil.member = " +
		"\"член Совета\"",
		[]string{"Кворум имеется: присутствуют 3 из 4 членов Совета."}},
	{"no quorum asked for", `council.rules.quorum = "none"`, []string{"АО «Б» Повестка дня:"}},
	{"quorum in one's own words", `quorum = "Заседание правомочно."`,
		[]string{"АО «Б» Заседание правомочно. Повестка дня:"}},
}

// crowd is so many people.
func crowd(n int) []string {
	var list []string
	for _, letter := range []rune("абвгдежзиклмнопрст")[:n] {
		list = append(list, `{ name = "Человек Иван `+strings.ToUpper(string(letter))+`лексеевич" }`)
	}
	return list
}

var agendaFeatures = []feature{
	{"speakers", item(`speakers = ["Первый И. И."]`),
		[]string{"Повестка дня: 1. О плане. Докладчик: Первый Иван Иванович, директор ООО «А»"}},
	{"co-speakers", item("speakers = [\"Первый И. И.\"]\nco_speakers = [\"Ёлкина\", \"Третьяков\"]"),
		[]string{"Докладчик: Первый Иван Иванович, директор ООО «А». Содокладчики: Ёлкина"}},
	{"brief, a body in the dative",
		"form = \"brief\"\n" + item(`decisions = [{ text = "Подготовить план.", responsible = ["секретарь", "Ёлкина `+
			`А."] }]`),
		[]string{"1.1. Секретарю и Ёлкиной А. подготовить план."}},
	{"brief, tasks and names", "form = \"brief\"\n" +
		item(`decisions = [{ text = "Не переносить срок.", responsible = ["секретарь"] }, { text = "Направить Совету отчёт.", responsible = ["секретарь"] },
		{ text = "До 1 мая помочь колледжу.", responsible = ["секретарь"] }, { text = "Смоленскому Дому печати помочь.", responsible = ["секретарь"] }, { text = "В Совет направить отчёт.", responsible = ["секретарь"] }]`),
		[]string{"1.1. Секретарю не переносить", "1.2. Секретарю направить Совету", "1.3. Секретарю до 1 мая",
			"1.4. Секретарю Смоленскому Дому печати помочь", "1.5. Секретарю в Совет"}},
	{"minutes and a bare note", item("minutes = 15\nnote = \"материалы прилагаются\""),
		[]string{"Время на вопрос: 15 мин. Материалы прилагаются."}},
	{"minutes and notes", item("minutes = 15\nnote = \"Материалы разосланы.\""),
		[]string{"Время на вопрос: 15 мин. Материалы разосланы."}},
	{"sub-questions", item(`subitems = ["О сроках.", { title = "О цене.", speakers = ["Ёлкина"] }]`),
		[]string{"1. О плане. 1.1. О сроках. 1.2. О цене. Докладчик: Ёлкина"}},
	{"разное", "[[agenda]]\ntitle = \"Разное.\"\noutcome = \"Информация принята к сведению.\"",
		[]string{"1. Разное.", "Вопрос №1: Разное. Информация принята к сведению. Председатель"}},
	{"item added at the meeting", "agenda_vote = \"единогласно\"\n" + item(`added = true`),
		[]string{"Вопрос включён в повестку дня на заседании.",
			"Повестка дня утверждена с дополнениями, внесёнными на заседании. Голосовали: единогласно."}},
	{"vote on the agenda", `agenda_vote = { for = 3, against = 1 }`,
		[]string{"Повестка дня утверждена. Голосовали: «за» – 3, «против» – 1, «воздержались» – 0."}},
	{"agenda voted down", "council.rules.majority = \"> 1/2 of present\"\nagenda_vote = { for = 1, against = 3 }",
		[]string{"Повестка дня не утверждена."}},
	{"heard without a name", "form = \"full\"\n" + item(`heard = ["Информацию о ходе работ."]`),
		[]string{"1. СЛУШАЛИ: О плане. Информацию о ходе работ."}},
	{"heard the speakers", "form = \"full\"\n" + item(`speakers = ["Ёлкина"]`),
		[]string{"1. СЛУШАЛИ: О плане. Докладчик: Ёлкина Анна, инженер АО «Б»."}},
	{"several heard", "form = \"full\"\n" +
		item(`heard = [{ name = "Первый", text = "доложил о плане." }, { name = "Ёлкина", text = "Дополнила доклад" }]`),
		[]string{"СЛУШАЛИ: О плане. Первый И.И. – доложил о плане. Ёлкина А. – дополнила доклад."}},
	{"spoke with positions", "form = \"full\"\n" +
		item(`spoke = [{ name = "Третьяков О. Л.", position = "заместитель директора", text = "поддержал" }, { name `+
			`= "Иванов", position = "из зала", text = "спросил о сроках" }]`),
		[]string{"ВЫСТУПИЛИ: Третьяков О.Л., заместитель директора, – поддержал. Иванов, из зала, – спросил о " +
			"сроках. РЕШИЛИ: 1.1. Утвердить план."}},
	{"report attached", "form = \"full\"\n" +
		item(`heard = [{ name = "Первый", text = "доложил о плане.", attached = true }, { name = "Ёлкина", attached `+
			`= true }]`),
		[]string{"доложил о плане (доклад прилагается).", "Ёлкина А. – доклад прилагается."}},
	{"report as an annex", "form = \"full\"\n" +
		item(`heard = [{ name = "Первый", text = "доложил о плане.", annex = 1 }]`) +
		"\n[[annexes]]\ntitle = \"Доклад\"",
		[]string{"доложил о плане (приложение).", "Приложение к протоколу"}},
	{"questions and answers", "form = \"full\"\n" +
		item(`questions = [{ text = "Каков срок?", name = "Ёлкина", by = "Первый", answer = "Год" }, "Кто исполнит?"]`),
		[]string{"Вопрос. Ёлкина А.: каков срок? Ответ. Первый И.И.: год. Вопрос. Кто исполнит?"}},
	{"speakers in brackets", "form = \"brief\"\n" +
		item("speakers = [\"Первый\"]\nspoke = [{ name = \"Ёлкина\", text = \"поддержала\" }]"),
		[]string{"ПОВЕСТКА ДНЯ:", "1. О плане. (Первый И.И., Ёлкина А.) 1.1. Утвердить план."}},
	{"ПОСТАНОВИЛИ", "form = \"full\"\ncouncil.keyword = \"ПОСТАНОВИЛИ\"",
		[]string{"ПОСТАНОВИЛИ: 1.1. Утвердить план."}},
}

var decisionFeatures = []feature{
	{"four levels", "form = \"full\"\n" +
		item(`decisions = [{ text = "Один:", points = [{ text = "Два:", points = [{ text = "Три:", points = `+
			`["Четыре."] }] }] }, "Ещё."]`),
		[]string{"1.1. Один: 1.1.1. Два: 1.1.1.1. Три: 1.1.1.1.1. Четыре. 1.2. Ещё."}},
	{"points under the only one", item(`decisions = [{ text = "Один:", points = ["Два.", "Три."] }]`),
		[]string{"РЕШЕНИЕ: Один: 1. Два. 2. Три."}},
	{"table inside a point", item("[[agenda.decisions]]\ntext = \"Утвердить смету:\"\ntable = { columns = [\"Что\", " +
		"\"Рублей\"], rows = [[\"Стол\", \"5 000\"]] }"),
		[]string{"Утвердить смету: Что Рублей Стол 5 000"}},
	{"responsible and co-executors",
		item(`decisions = [{ text = "Сделать.", responsible = ["Первый"], co_executors = ["АО «Б»", "Ёлкина"], due ` +
			`= 2026-04-01 }]`),
		[]string{"Ответственный – Первый И.И.; соисполнители – АО «Б», Ёлкина А.; срок – до 1 апреля 2026 г."}},
	{"responsible in the dative", "form = \"brief\"\n" +
		item(`decisions = [{ text = "Сделать.", responsible = ["Ёлкина", "Третьяков", "АО «Б»"], due = 2026-04-01 }]`),
		[]string{"1.1. Ёлкиной А., Третьякову О.Л. и АО «Б» сделать. Срок – до 1 апреля 2026 г."}},
	{"quarterly, always", item(`decisions = [{ text = "Докладывать.", due = "ежеквартально" }, { text = "Следить.", ` +
		`due = "постоянно" }]`),
		[]string{"Докладывать. Срок – ежеквартально.", "Следить. Срок – постоянно."}},
	{"controller", item(`decisions = [{ text = "Сделать.", control = "Третьяков" }, { text = "Ещё.", control = ` +
		`"секретарь совета" }]`),
		[]string{"Контроль – Третьяков О.Л.", "Контроль – секретарь совета."}},
	{"annex to a point", item(`decisions = [{ text = "Утвердить план.", annex = 2 }]`) +
		"\n[[annexes]]\ntitle = \"А\"\n[[annexes]]\ntitle = \"Б\"\ntext = [\"Текст.\"]",
		[]string{"Утвердить план (приложение № 2).", "Приложение № 1 к протоколу от 12.03.2026 А",
			"Приложение № 2 к протоколу от 12.03.2026 Б Текст."}},
	{"organisations voted on apart", "council.rules.majority = \"> 1/2 of present\"\nform = \"full\"\n" +
		item(`decisions = [{ text = "Принять:", points = [{ text = "ООО «Первая»;", vote = { for = 4 } }, { text = `+
			`"АО «Вторая».", vote = { for = 1, against = 3 } }] }]`),
		[]string{"1.1.1. ООО «Первая»; Голосовали: «за» – 4, «против» – 0, «воздержались» – 0. Решение принято " +
			"единогласно.",
			"1.1.2. АО «Вторая». Голосовали: «за» – 1, «против» – 3, «воздержались» – 0. Решение не принято."}},
}

var voteFeatures = []feature{
	{"by heads", item(`vote = { for = 3, abstained = 1 }`),
		[]string{"Голосовали: «за» – 3, «против» – 0, «воздержались» – 1. Председатель"}},
	{"by names", item("vote = { for = [\"Первый\", \"Вторая\", \"Ёлкина\"], against = [\"Третьяков\"] }"),
		[]string{"«за» – 3, «против» – 1, «воздержались» – нет.",
			"Поимённо: «за» – Первый И.И., Вторая М.П., Ёлкина А.; «против» – Третьяков О.Л. Председатель"}},
	{"by names in a table", item("vote = { roll = true, for = [\"Первый\", \"Вторая\", \"Третьяков\"], abstained = " +
		"[\"Ёлкина\"] }"),
		[]string{"Поимённое голосование Фамилия, имя, отчество Голос",
			"Третьяков Олег Львович за Ёлкина Анна воздержалась"}},
	{"in shares", "council.rules = { unit = \"голоса\", total = 1000, quorum = \"> 1/2 of all votes\", majority = " +
		"\"> 1/2 of present\" }\nattendance.votes = 800\n" +
		item(`vote = { for = 600, against = 150.5, abstained = 49.5 }`),
		[]string{"Кворум имеется: представлено 800 из 1000 голосов (80 %).",
			"«за» – 600 (75 %), «против» – 150,5 (18,81 %), «воздержались» – 49,5 (6,19 %). РЕШЕНИЕ ПРИНЯТО"}},
	{"in shares of each", "council.rules = { unit = \"голоса\", majority = \"> 1/2 of present\" }\n" +
		"people = [{ name = \"Первый Иван Иванович\", votes = \"1/3\" }, { name = \"Вторая Мария Петровна\", votes " +
		"= \"2/3\" }]\n" +
		item(`vote = { for = ["Вторая"], against = ["Первый"] }`),
		[]string{"Первый Иван Иванович – голосов: 1/3", "«за» – 2/3 (66,67 %), «против» – 1/3 (33,33 %)",
			"РЕШЕНИЕ ПРИНЯТО"}},
	{"in parts of the capital", "council.rules = { unit = \"доли\", total = 100, quorum = \"> 1/2 of all votes\", " +
		"majority = \"2/3 of all votes\" }\nattendance.votes = 80\n" +
		item(`vote = { for = 70, against = 10 }`),
		[]string{"представлено 80 из 100 долей (80 %)", "«за» – 70 (70 %), «против» – 10 (10 %)", "РЕШЕНИЕ ПРИНЯТО"}},
	{"in square metres", "council.rules = { unit = \"кв. м\", total = 6482.7, majority = \"> 1/2 of present\" " +
		"}\nattendance.votes = 4310.45\n" +
		item(`vote = { for = 4198.05, against = "нет", abstained = 112.4 }`),
		[]string{"«за» – 4198,05 кв. м (97,39 %), «против» – нет, «воздержались» – 112,4 кв. м (2,61 %). РЕШЕНИЕ " +
			"ПРИНЯТО"}},
	{"in per cent, outcome by hand",
		"council.rules = { unit = \"%\" }\nattendance.votes = 61.73\n" +
			item(`vote = { for = 51.23, against = 10.5, outcome = "принято" }`),
		[]string{"«за» – 51,23 %, «против» – 10,5 %, «воздержались» – 0. РЕШЕНИЕ ПРИНЯТО"}},
	{"единогласно without figures", item(`vote = "единогласно"`), []string{"Голосовали: единогласно."}},
	{"единогласно by the rules", "council.rules.majority = \"> 1/2 of present\"\n" + item(`vote = { for = 4 }`),
		[]string{"«за» – 4", "РЕШЕНИЕ ПРИНЯТО ЕДИНОГЛАСНО"}},
	{"против — нет", item(`vote = { for = 4, against = "нет", abstained = "нет" }`),
		[]string{"«за» – 4, «против» – нет, «воздержались» – нет."}},
	{"some did not vote", item(`vote = { for = 3, not_voting = 1 }`), []string{"«не голосовали» – 1."}},
	{"someone keeps out", item("recused = [\"Третьяков\"]\nvote = { for = 3 }"),
		[]string{"В голосовании по вопросу не участвует Третьяков О.Л. Голосовали"}},
	{"decision not taken", "council.rules.majority = \"2/3 of members\"\n" +
		item(`vote = { for = 2, against = 2, text = "Вопрос отложен" }`),
		[]string{"ПРЕДЛОЖЕНО: Утвердить план. Голосовали: «за» – 2, «против» – 2, «воздержались» – 0. РЕШЕНИЕ НЕ " +
			"ПРИНЯТО Вопрос отложен."}},
	{"own majority for one item", "council.rules.majority = \"> 1/2 of present\"\n" +
		item(`vote = { for = 3, against = 1, majority = "all of members" }`),
		[]string{"РЕШЕНИЕ НЕ ПРИНЯТО"}},
	{"taken note of without a vote",
		"council.rules.majority = \"> 1/2 of present\"\n" + item(`decisions = ["Принять информацию к сведению."]`),
		[]string{"РЕШЕНИЕ: Принять информацию к сведению. Председатель"}},
	{"tie decided by the chair", "council.rules = { majority = \"> 1/2 of present\", tie = \"chair\" }\n" +
		item(`vote = { for = 2, against = 2, chair = "for" }`),
		[]string{"Голоса разделились поровну; решающим является голос председательствующего («за»). РЕШЕНИЕ ПРИНЯТО"}},
	{"tie lost", "council.rules = { majority = \"> 1/2 of present\", tie = \"lost\" }\n" +
		item(`vote = { for = 2, against = 2 }`), []string{"РЕШЕНИЕ НЕ ПРИНЯТО"}},
}

var closingFeatures = []feature{
	{"own opinion in the text", item(`opinions = [{ name = "Ёлкина", text = "план неполон" }]`),
		[]string{"Особое мнение (Ёлкина А.): план неполон."}},
	{"own opinion attached", `opinions = [{ name = "Ёлкина", attached = true }]`,
		[]string{"Особое мнение (Ёлкина А.) прилагается."}},
	{"own opinion as an annex", "opinions = [{ name = \"Ёлкина\", annex = 1 }]\n" + baseItem +
		"\n[[annexes]]\ntitle = \"Особое мнение\"", []string{"Особое мнение (Ёлкина А.) прилагается (приложение)."}},
	{"counting commission", "counting = { chair = \"Третьяков\", members = [\"Ёлкина\"] }",
		[]string{"Счётная комиссия: Третьяков Олег Львович, ООО «А» (председатель комиссии) Ёлкина Анна",
			"Председатель счётной комиссии О.Л. Третьяков Член счётной комиссии А. Ёлкина"}},
	{"approved by a person", "approval = { position = \"Директор\", organization = \"ООО «А»\", name = \"Главный " +
		"Пётр Ильич\", date = 2026-03-15 }",
		[]string{"УТВЕРЖДАЮ Директор ООО «А»", "П.И. Главный 15.03.2026", "ПРОТОКОЛ"}},
	{"approved, date to be written", "approval = { position = \"Директор\", name = \"Первый И. И.\" }",
		[]string{"УТВЕРЖДАЮ Директор", "И.И. Первый «___» ____________ 20__ г."}},
	{"approved by an act", "approval = { by = \"решением Совета от 15.03.2026 № 2\" }",
		[]string{"УТВЕРЖДЁН решением Совета от 15.03.2026 № 2"}},
	{"one signature only", `signers = ["Первый И. И."]`, []string{"Утвердить план. Председатель И.И. Первый"}},
	{"other signers", `signers = [{ name = "Ёлкина", role = "Ответственный секретарь" }, "Третьяков"]`,
		[]string{"Ответственный секретарь А. Ёлкина ООО «А» О.Л. Третьяков"}},
	{"annex with its own head and content",
		baseItem + "\n[[annexes]]\ntitle = \"Перечень\"\ntext = [\"Абзац.\"]\ntable = { columns = [\"А\"], rows = " +
			"[[\"1\"]] }",
		[]string{"Приложение к протоколу от 12.03.2026 Перечень Абзац. А 1"}},
	{"where the original is kept", `original = "в деле № 01-12 аппарата Совета за 2026 год"`,
		[]string{"Подлинник протокола хранится в деле № 01-12 аппарата Совета за 2026 год."}},
	{"executor", `executor = { name = "Вторая М. П.", phone = "8 (000) 000-00-00" }`,
		[]string{"Исполнитель: Вторая Мария Петровна 8 (000) 000-00-00"}},
}
