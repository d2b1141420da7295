package printing

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/input"
)

// feature is something that real minutes contain: a piece of TOML and the words
// it must print. The base supplies the rest.
type feature struct {
	name string
	toml string
	want []string
}

// base is the rest of the file; lines whose keys are in the piece are omitted.
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

// item is a piece about one item of the agenda.
func item(body string) string {
	text := "[[agenda]]\ntitle = \"О плане.\"\n" + body
	if !strings.Contains(body, "decisions") && !strings.HasPrefix(body, "outcome") {
		text = strings.Replace(text, "\n", "\ndecisions = [\"Утвердить план.\"]\n", 1)
	}
	return text
}

// TestFeatures checks that every feature is read without problems and printed
// alike in both formats: in a quick run those of one feature of three.
func TestFeatures(t *testing.T) {
	press := newPress(t, DefaultStyle)
	for i, f := range slices.Concat(headFeatures, frameFeatures, attendanceFeatures, agendaFeatures, decisionFeatures,
		voteFeatures, writtenVotes, closingFeatures) {
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
			text := strings.Fields(document.PlainText(paper.Document))
			plain, at := strings.Join(text, " "), 0
			for _, want := range f.want {
				i := strings.Index(plain[at:], want)
				if i < 0 {
					t.Fatalf("the paper lacks %q, or has it elsewhere:\n%s", want, document.PlainText(paper.Document))
				}
				at += i + len(want)
			}
			if !effort.Takes(i, 18, 3) {
				return
			}
			if diff := cmp.Diff(text, strings.Fields(pdfText(t, write(t, press, paper, "pdf")))); diff != "" {
				t.Errorf("PDF (-tree +file):\n%s", diff)
			}
			if diff := cmp.Diff(text, strings.Fields(docxText(t, write(t, press, paper, "docx")))); diff != "" {
				t.Errorf("DOCX (-tree +file):\n%s", diff)
			}
		})
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
	{"one dash", "form = \"full\"\ntheme = \"О плане (далее - План)\"",
		[]string{"(далее – План)", "Председательствующий – "}},
	{"times with a zone", "start = 10:00\nend = 11:00\ntime_zone = \"МСК\"",
		[]string{"начало 10.00 окончание 11.00 (МСК)"}},
	{"place apart from the city", "form = \"full\"\ncity = \"г. Смоленск\"\nplace = \"конференц-зал\"",
		[]string{"г. Смоленск", "Место проведения: конференц-зал"}},
	{"nested quotes", `council.name = "Наблюдательный совет ООО «Студия «Пример»»"`,
		[]string{"Наблюдательного совета ООО «Студия „Пример“»"}},
}

var attendanceFeatures = []feature{
	{"chair and secretary", `form = "full"`,
		[]string{"Председательствующий – Первый И.И.", "Секретарь – Вторая М.П.", "Председатель И.И. Первый",
			"Секретарь М.П. Вторая"}},
	{"deputy in the chair", `form = "full"
people = [{ name = "Первый Иван Иванович", role = "заместитель председателя Совета", position = "директор" },
	{ name = "Вторая Мария Петровна" }]`,
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
	{"annex from 15 up", "people = [" + strings.Join(manyPeople(15), ", ") +
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

// manyPeople returns n people.
func manyPeople(n int) []string {
	var list []string
	for _, letter := range []rune("абвгдежзиклмнопрст")[:n] {
		list = append(list, `{ name = "Человек Иван `+strings.ToUpper(string(letter))+`лексеевич" }`)
	}
	return list
}
