package compose

import (
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// TestPaperParts checks the parts of papers that are not about a meeting: a decision
// of an owner without a body, an act of a commission, a ballot with words for a date.
func TestPaperParts(t *testing.T) {
	commission := &meeting.Commission{Chair: "Первый", Members: []string{"Вторая"}}
	table := &meeting.Table{Columns: []meeting.Column{{Title: "Что"}}, Rows: [][]string{{"Щиток"}}}
	for _, test := range []struct {
		name  string
		paper meeting.Paper
		want  []string // in this order
		not   []string
	}{
		{"kept annex", meeting.Paper{Title: "РЕШЕНИЕ", Subtitle: "единственного участника",
			Decisions: []meeting.Decision{{Text: "Утвердить Устав.", Annex: 1}},
			Signers:   []meeting.Signer{{Name: "Первый", Role: new("Участник")}},
			Annexes:   []meeting.Annex{{Title: "Устав", Sheets: 14}}},
			[]string{"Утвердить Устав (приложение).", "Приложение: Устав на 14 л.", "Участник"}, []string{"к решению"}},
		{"one of two annexes is kept", meeting.Paper{Title: "АКТ", Subtitle: "осмотра", Commission: commission,
			Annexes: []meeting.Annex{{Title: "Снимки", Separate: true}, {Title: "Схема", Text: []string{"План."}}}},
			[]string{"1.", "Снимки", "2.", "Схема", "Приложение № 2", "Схема"}, []string{"Приложение № 1"}},
		{"commission of an act", meeting.Paper{Title: "АКТ", Subtitle: "осмотра", Commission: commission},
			[]string{"Председатель комиссии", "Член комиссии"}, []string{"счётной"}},
		{"counting commission by its subtitle", meeting.Paper{Title: "ПРОТОКОЛ",
			Subtitle: "заседания счетной комиссии", Commission: commission},
			[]string{"Председатель счётной комиссии", "Член счётной комиссии"}, nil},
		{"commission that votes", meeting.Paper{Title: "ПРОТОКОЛ", Subtitle: "заседания врачебной комиссии",
			Commission: commission, Results: []meeting.Result{{Title: "Продлить", For: new(3)}}},
			[]string{"Председатель комиссии", "Член комиссии"}, []string{"счётной"}},
		{"counting commission by its results", meeting.Paper{Title: "ПРОТОКОЛ",
			Subtitle:   "об итогах тайного голосования",
			Commission: commission, Results: []meeting.Result{{Title: "Избрать", For: new(3)}}},
			[]string{"Председатель счётной комиссии", "Член счётной комиссии"}, nil},
		{"counting commission that elects another", meeting.Paper{Title: "ПРОТОКОЛ",
			Subtitle:   "о результатах тайного голосования по выборам ревизионной комиссии",
			Commission: commission, Ballots: &meeting.BallotPapers{Issued: new(3)},
			Results: []meeting.Result{{Title: "Избрать", For: new(3)}}},
			[]string{"Председатель счётной комиссии", "Член счётной комиссии"}, nil},
		{"the same in other words", meeting.Paper{Title: "АКТ", Subtitle: "вскрытия бюллетеней о выборах комиссии",
			Commission: commission, Ballots: &meeting.BallotPapers{Issued: new(3)}},
			[]string{"Председатель счётной комиссии"}, nil},
		{"commission that votes with ballots", meeting.Paper{Title: "ЗАКЛЮЧЕНИЕ",
			Subtitle:   "квалификационной комиссии по делу С.",
			Commission: &meeting.Commission{Chair: "Третья", Members: []string{"Вторая"}},
			Ballots:    &meeting.BallotPapers{Issued: new(3)}, Results: []meeting.Result{{Title: "Да", For: new(3)}}},
			[]string{"председатель комиссии", "Председатель комиссии", "Член комиссии"},
			[]string{"счётной", "(председатель"}},
		{"roles in a commission", meeting.Paper{Title: "ПРОТОКОЛ", Subtitle: "вскрытия конвертов",
			Commission: &meeting.Commission{Chair: "Третья", Members: []string{"Четвёртая"}}},
			[]string{"Третья Ольга Юрьевна, председатель комиссии, юрист",
				"Четвёртая Вера Ильинична, секретарь комиссии",
				"Председатель комиссии", "Секретарь комиссии"}, []string{"(председатель", "Член комиссии"}},
		{"counting commission of people with roles in another", meeting.Paper{Title: "ПРОТОКОЛ",
			Subtitle:   "заседания счётной комиссии",
			Commission: &meeting.Commission{Chair: "Третья", Members: []string{"Четвёртая"}}},
			[]string{"юрист (председатель комиссии)", "Председатель счётной комиссии", "Член счётной комиссии"},
			[]string{"Секретарь комиссии"}},
		{"text announces the commission", meeting.Paper{Title: "ПРОТОКОЛ", Subtitle: "проверки знаний",
			Preamble:   []string{"По приказу от 12.01.2026 № 3 комиссия в составе:", "провела проверку:"},
			Commission: commission},
			[]string{"комиссия в составе:", "Первый Иван Иванович", "провела проверку:"}, []string{"Состав комиссии"}},
		{"words for a date", meeting.Paper{Title: "БЮЛЛЕТЕНЬ", Subtitle: "для голосования",
			DateText: new("июнь 2026 года"), Signers: []meeting.Signer{}},
			[]string{"июнь 2026 года"}, []string{"05.03.2026"}},
		{"no date", meeting.Paper{Title: "СПИСОК", Subtitle: "явки", DateText: new(""), Signers: []meeting.Signer{}},
			[]string{"СПИСОК"}, []string{"2026"}},
		{"place of the table", meeting.Paper{Title: "АКТ", Subtitle: "осмотра", Commission: commission,
			Text: []string{"Найдено:", "{таблица}", "Выводы сделаны."}, Table: table},
			[]string{"Найдено:", "Щиток", "Выводы сделаны."}, []string{"{таблица}"}},
		{"one signs that he knows", meeting.Paper{Title: "ПРИКАЗ", Subtitle: "по школе",
			Signers: []meeting.Signer{{Name: "Первый"}}, Acquainted: []string{"Третий Пётр Олегович"}},
			[]string{"С приказом ознакомлен:"}, nil},
		{"one signs that she knows", meeting.Paper{Title: "ПРИКАЗ", Subtitle: "по школе",
			Signers: []meeting.Signer{{Name: "Первый"}}, Acquainted: []string{"Вторая"}},
			[]string{"С приказом ознакомлена:"}, nil},
		{"words once for several signers", meeting.Paper{Title: "ВЕДОМОСТЬ", Subtitle: "оценок",
			Signers: []meeting.Signer{{Name: "Первый", Role: new("Члены жюри:")}, {Name: "Вторая", Role: new("")}}},
			[]string{"Члены жюри:", "И.И. Первый", "М.П. Вторая"}, []string{"методист"}},
		{"outcome begins a sentence", meeting.Paper{Title: "ПРОТОКОЛ", Subtitle: "счётной комиссии",
			Commission: commission, Results: []meeting.Result{{Title: "Лев Зимин", For: new(5), Outcome: "избран"}}},
			[]string{"«за» – 5. Избран."}, nil},
	} {
		m := &meeting.Meeting{Date: meeting.Date{Year: 2026, Month: 3, Day: 5}, Number: number("7"),
			People: []meeting.Person{{Name: "Первый Иван Иванович", Position: "директор"},
				{Name: "Вторая Мария Петровна", Position: "методист"},
				{Name: "Третья Ольга Юрьевна", Position: "юрист", Role: "председатель комиссии"},
				{Name: "Четвёртая Вера Ильинична", Role: "секретарь комиссии"}},
			Papers: map[string]*meeting.Paper{"act": &test.paper}}
		if problems := m.Check(); len(problems) > 0 {
			t.Errorf("%s: %v", test.name, problems)
			continue
		}
		text := strings.ReplaceAll(compose(t, Request{Kind: "act"}, m), "\u00a0", " ")
		at := 0
		for _, want := range test.want {
			next := strings.Index(text[at:], want)
			if next < 0 {
				t.Errorf("%s: no %q behind %q in:\n%s", test.name, want, text[:at], text)
				break
			}
			at += next + len(want)
		}
		for _, not := range test.not {
			if strings.Contains(text, not) {
				t.Errorf("%s: %q in:\n%s", test.name, not, text)
			}
		}
	}
}

// TestOpenEnd checks where words in brackets stand after a text that ends with an
// abbreviation.
func TestOpenEnd(t *testing.T) {
	for text, want := range map[string]string{
		"Утвердить план.":                         "Утвердить план|.",
		"Принять заключение по делу Зимина Д. М.": "Принять заключение по делу Зимина Д. М.|.",
		"Утвердить отчёт Зиминой Д.М.":            "Утвердить отчёт Зиминой Д.М.|.",
		"Утвердить смету на 2026 г.":              "Утвердить смету на 2026 г.|.",
		"Выделить 15 тыс. руб.":                   "Выделить 15 тыс. руб.|.",
		"Закупить столы, стулья и т. д.":          "Закупить столы, стулья и т. д.|.",
		"Принять семью Ж.":                        "Принять семью Ж|.",
		"Утвердить состав:":                       "Утвердить состав|:",
		"Утвердить":                               "Утвердить|",
		"":                                        "|",
	} {
		if open, mark := openEnd(text); open+"|"+mark != want {
			t.Errorf("%q: %q, want %q", text, open+"|"+mark, want)
		}
	}
}

// TestOrganizedPresence checks numbers over groups of organizations, and that the word
// for a representative is printed once.
func TestOrganizedPresence(t *testing.T) {
	m := full()
	m.Form = "full"
	m.People = []meeting.Person{{Name: "Первый Иван Иванович", Organization: "ООО «А»"},
		{Name: "Второй Пётр Олегович", Organization: "ООО «Б»"}, {Name: "АО «В»", Body: true,
			Representative: meeting.Representative{Name: "Зима Анна Львовна", Position: "представитель"}}}
	m.Attendance.Group, m.Attendance.Numbered = "organization", true
	text := strings.ReplaceAll(compose(t, Request{Kind: "protocol"}, m), "\u00a0", " ")
	for _, want := range []string{"ООО «А»:", "2. Первый", "ООО «Б»:", "3. Второй", "1. АО «В» (представитель – Зима"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
}

// TestProtocolIgnoresItems checks that the questions chosen for an extract do not
// shorten the table of votes of a protocol made at once.
func TestProtocolIgnoresItems(t *testing.T) {
	m := full()
	m.Form, m.Council.VotePrint = "full", "table"
	for i := range m.Agenda {
		m.Agenda[i].Vote = &meeting.Vote{For: heads(2), Against: heads(0)}
	}
	want := compose(t, Request{Kind: "protocol"}, m)
	if got := compose(t, Request{Kind: "protocol", Items: []int{1}}, m); got != want {
		t.Errorf("%s\n\nwant\n%s", got, want)
	}
}

// TestPreambleWhole checks that a template exported by earlier versions, which knows the
// preamble only, prints the paragraph that announces a commission.
func TestPreambleWhole(t *testing.T) {
	m := act()
	p := m.Papers["act"]
	p.Commission, p.Keyword = &meeting.Commission{Chair: "Первый И. И."}, "установила"
	p.Preamble = []string{"Комиссия, созданная распоряжением № 5, в составе:"}
	set, err := Load(fstest.MapFS{"general.tmpl": {Data: []byte(
		`<document>{{range .Preamble}}<p>{{.}}</p>{{end}}<p>{{.Resolving.Text}}|{{.Resolving.Keyword}}</p></document>`)}})
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err := set.Document(t.Context(), Request{Kind: "act"}, m)
	if err != nil {
		t.Fatal(err)
	}
	want := p.Preamble[0] + "\n|установила"
	if got := strings.ReplaceAll(document.PlainText(doc), "\u00a0", " "); strings.TrimSpace(got) != want {
		t.Errorf("%q, want %q", got, want)
	}
}
