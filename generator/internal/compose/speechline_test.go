package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// hearingText returns the text of a full protocol with one item, after a change.
func hearingText(t *testing.T, change func(m *meeting.Meeting, item *meeting.Item)) string {
	t.Helper()
	m := bare()
	m.Form, m.Header, m.Words = "full", &meeting.Header{}, &meeting.Words{}
	m.People = append(m.People, meeting.Person{Name: "Кравец Ирина Павловна", Position: "заместитель декана",
		Role: "Секретарь комиссии", Guest: true})
	m.Agenda[0].Decisions = m.Agenda[0].Decisions[:1]
	change(m, &m.Agenda[0])
	return strings.ReplaceAll(compose(t, Request{Kind: "protocol"}, m), " ", " ")
}

// TestSpeechLines checks patterns of speeches: fields, cases, positions that a
// speech gives, speakers outside the people, and speeches without a text.
func TestSpeechLines(t *testing.T) {
	kravets := meeting.Speech{Name: "Кравец И. П.", Text: "о плане"}
	outsider := meeting.Speech{Name: "Орлов Пётр Ильич", Position: "директор", Text: "о смете"}
	posted := meeting.Speech{Name: "Кравец И. П.", Position: "председатель профбюро", Text: "о плане"}
	for _, test := range []struct {
		pattern string
		speech  meeting.Speech
		want    string
	}{
		{"{фио кого} – {должность кого} – {текст}", kravets, "Кравец Ирину Павловну – заместителя декана – о плане."},
		{"{фамилия и.о. кого} – {должность кого} – {текст}", outsider, "Орлова П.И. – директора – о смете."},
		{"{должность} {и.о. фамилия}: {текст}", posted, "Председатель профбюро И.П. Кравец: о плане."},
		{"По {порядковому} вопросу слушали {роль кого} {фио кого},", kravets,
			"По первому вопросу слушали секретаря комиссии Кравец Ирину Павловну, о плане."},
		{"{римская}. Слушали: {фамилия и.о.} – {организация} – {текст}", kravets, "I. Слушали: Кравец И.П. – о плане."},
		{"{фио}, {должность}, {текст}", meeting.Speech{Name: "Кравец И. П.", Text: ""},
			"Кравец Ирина Павловна, заместитель декана."},
		{"{фамилия и.о.}. {текст}", kravets, "Кравец И.П. о плане."},
		{"{фио}. {текст}", kravets, "Кравец Ирина Павловна. о плане."},
		{"{фио}, {текст}", meeting.Speech{Text: "Информацию о смете."}, "Информацию о смете."},
		{"{фио кого}, {текст}", meeting.Speech{Name: "Кравец И. П.", Text: "с отчётом", Attached: true},
			"Кравец Ирину Павловну, с отчётом (доклад прилагается)."},
		{"{фио кого}, {текст}", meeting.Speech{Name: "Кравец И. П.", Attached: true},
			"Кравец Ирину Павловну (доклад прилагается)."},
		{"{фио кого}, {текст}", meeting.Speech{Name: "Кравец И. П.", Annex: 1},
			"Кравец Ирину Павловну (доклад – приложение)."},
	} {
		text := hearingText(t, func(m *meeting.Meeting, item *meeting.Item) {
			m.Header.Heard, item.Heard = test.pattern, []meeting.Speech{test.speech}
		})
		if !strings.Contains(text, "\n"+test.want+"\n") {
			t.Errorf("%s: no %q in\n%s", test.pattern, test.want, text)
		}
	}
}

// TestHeardAndSpoke checks that each stage has its own pattern.
func TestHeardAndSpoke(t *testing.T) {
	text := hearingText(t, func(m *meeting.Meeting, item *meeting.Item) {
		m.Header.Spoke = "{и.о. фамилия}: {текст}"
		item.Heard = []meeting.Speech{{Name: "Кравец И. П.", Text: "о плане"}}
		item.Spoke = []meeting.Speech{{Name: "Кравец И. П.", Text: "поддержала"}}
	})
	for _, want := range []string{"\nКравец И.П. – о плане.\n", "\nИ.П. Кравец: поддержала.\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestAgendaOnly checks that items are named in the agenda only, that a heading
// of their own is printed, and that an item without anything has no part below.
func TestAgendaOnly(t *testing.T) {
	decided, none := []meeting.Decision{{Text: "Да."}}, []meeting.Decision{}
	for _, test := range []struct {
		heading   string
		decisions []meeting.Decision
		speakers  []string
		items     int // how often the item is named
		heard     bool
	}{{"", decided, nil, 1, true}, {"О большом плане", decided, nil, 1, true}, {"О большом плане", none, nil, 1, true},
		{"", nil, nil, 1, false}, {"", none, nil, 1, false}, {"", none, []string{"Первый И. И."}, 1, true}} {
		text := hearingText(t, func(m *meeting.Meeting, item *meeting.Item) {
			m.Header.AgendaOnly, item.Heading, item.Decisions = true, test.heading, test.decisions
			item.Speakers = test.speakers
			m.Agenda = append(m.Agenda, meeting.Item{Title: "О доме", Outcome: "Снят"})
		})
		named, heard := strings.Count(text, "О плане"), strings.Contains(text, "1. СЛУШАЛИ")
		if named != test.items || heard != test.heard || !strings.Contains(text, test.heading) {
			t.Errorf("%+v:\n%s", test, text)
		}
	}
}

// TestHeadOfFile checks the marks, the attendance in a line, the forms of a noun
// after a number, points with numbers of their own and a single annex with one.
func TestHeadOfFile(t *testing.T) {
	absent, forms := 4, "член/члена/членов"
	text := hearingText(t, func(m *meeting.Meeting, _ *meeting.Item) {
		m.Marks, m.Present = []string{"Экз. № 1"}, []string{"Первый Иван", "Второй Пётр"}
		m.Attendance, m.Council.Numbering = meeting.Attendance{Print: "line", Absent: &absent}, "point"
		m.Words.Persons, m.Annexes[0].Numbered = &forms, true
	})
	described := hearingText(t, func(m *meeting.Meeting, _ *meeting.Item) {
		m.Attendance.Print, m.People[1].Position, m.Present = "line", "декан", []string{"Первый Иван", "Второй Пётр"}
	})
	if want := "Присутствовали: Первый Иван; Второй Пётр, декан\n"; !strings.Contains(described, want) {
		t.Errorf("no %q in\n%s", want, described)
	}
	if !strings.HasPrefix(text, "Экз. № 1\n") {
		t.Errorf("no mark in\n%s", text)
	}
	for _, want := range []string{"Присутствовали: Первый Иван, Второй Пётр\n", "Отсутствовали: 4 члена\n",
		"РЕШИЛИ:\nДа.\n", "Приложение № 1\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestColons: words of the head that end with a colon are followed by neither a dash nor
// another colon.
func TestColons(t *testing.T) {
	for pattern, want := range map[string]string{
		"": "\nПредседатель: Первый И.\n", "{роль}: {фио}": "\nПредседатель: Первый Иван\n",
		"{роль} {фио}": "\nПредседатель: Первый Иван\n",
	} {
		text := hearingText(t, func(m *meeting.Meeting, _ *meeting.Item) {
			word := "Председатель:"
			m.Header.Leader, m.Words.Chair, m.Header.Order = pattern, &word, []string{"chair"}
		})
		if !strings.Contains("\n"+text, want) {
			t.Errorf("%q: no %q in\n%s", pattern, want, text)
		}
	}
}

// TestUnsaidReport: a speech that is only in an annex is called a report, a text with an annex is not.
func TestUnsaidReport(t *testing.T) {
	print := func(speech meeting.Speech, rules int) string {
		m := bare()
		m.Form, m.Annexes = "full", []meeting.Annex{{Title: "Доклад", Sheets: 9}}
		m.Agenda[0].Heard = []meeting.Speech{speech}
		return strings.ReplaceAll(compose(t, Request{Kind: "protocol", Rules: rules}, m), "\u00a0", " ")
	}
	bare := meeting.Speech{Name: "Первый", Attached: true, Annex: 1}
	if text := print(bare, 0); !strings.Contains(text, " – доклад (приложение).") {
		t.Error(text)
	}
	if text := print(bare, unsaidRules-1); !strings.Contains(text, " – (приложение).") {
		t.Error(text)
	}
	if text := print(meeting.Speech{Name: "Первый", Text: "О смете", Annex: 1}, 0); strings.Contains(text, "доклад (") {
		t.Error(text)
	}
}

// TestAsked: names in place of questions are of those who asked; by earlier rules they are questions.
func TestAsked(t *testing.T) {
	ask := func(rules int, questions ...meeting.Exchange) string {
		m := bare()
		m.Form, m.Agenda[0].Questions = "full", questions
		m.People = []meeting.Person{{Name: "Первый Иван Ильич"}, {Name: "Вторая Анна Ильинична"}}
		m.Chair, m.Secretary = "Первый И. И.", ""
		return strings.ReplaceAll(compose(t, Request{Kind: "protocol", Rules: rules}, m), "\u00a0", " ")
	}
	first, second := meeting.Exchange{Text: "Первый И. И."}, meeting.Exchange{Text: "Вторая А. И."}
	more := meeting.Exchange{Text: "Первый И. И. о сроках"}
	full := meeting.Exchange{Text: "Когда?", Name: "Первый И. И.", Answer: "Завтра."}
	for want, text := range map[string]string{
		"\nВопросы задали: Первый И.И., Вторая А.И.\nВопрос. Первый И.И.: Когда?\n": ask(0, first, full, second),
		"\nВопросы задал Первый И.И.\n":                                             ask(0, first, first),
		"\nВопрос. Первый И.И. о сроках\n":                                          ask(0, more),
		"\nВопросы задала Вторая А.И.\n":                                            ask(0, second),
		"\nВопрос. Первый И.И.\n":                                                   ask(taskRules-1, first),
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
