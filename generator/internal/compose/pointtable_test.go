package compose

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

func TestBeginsWith(t *testing.T) {
	for _, test := range []struct {
		text, words string
		want        bool
	}{
		{"Волосатову И. И. провести проверку", "Волосатову И.И.", true},
		{"Волосатову\u00a0И.И. провести", "Волосатову\u00a0И.И.", true},
		{"управляющим организациям представлять", "Управляющим организациям", true},
		{"Волосатову И.К. провести", "Волосатову И.И.", false},
		{"Киму А. провести", "Киму А.", true},
		{"Кимуру А. провести", "Киму", false},
		{"Провести проверку", "Волосатову И.И.", false},
		{"", "Волосатову И.И.", false},
	} {
		if got := beginsWith(test.text, test.words); got != test.want {
			t.Errorf("%q begins with %q: %v", test.text, test.words, got)
		}
	}
}

// TestResponsibleOnce checks that a brief protocol does not name those responsible
// before a text that names them itself, and that this is reported as printed.
func TestResponsibleOnce(t *testing.T) {
	m := full()
	m.Form = "brief"
	m.Agenda[0].Decisions = []meeting.Decision{{Text: "Первому И. И. провести проверку.",
		Responsible: []string{"Первый"}}}
	doc, problems, err := load(t).Document(t.Context(), Request{Kind: "protocol"}, m)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(document.PlainText(doc), "\u00a0", " ")
	if strings.Count(text, "Первому И.") != 1 {
		t.Error(text)
	}
	for _, p := range problems {
		if strings.Contains(p.Key, "responsible") {
			t.Error(p)
		}
	}
}

// TestDeadlineGoesOn checks that in a brief protocol a deadline goes on with a point that
// ends with a semicolon.
func TestDeadlineGoesOn(t *testing.T) {
	m := full()
	m.Form = "brief"
	m.Agenda[0].Decisions = []meeting.Decision{
		{Text: "провести инструктажи;", Due: &meeting.Deadline{Date: meeting.Date{Year: 2026, Month: 4, Day: 24}}},
		{Text: "закрыть окна; ", Control: "Первый"},
		{Text: "проверить связь.", Control: "Первый", Due: &meeting.Deadline{Text: "ежемесячно"}}}
	text := compose(t, Request{Kind: "protocol"}, m)
	text = strings.ReplaceAll(text, "  ", " ") // white space is one space on pages
	for _, want := range []string{"провести инструктажи; срок – до 24 апреля 2026 г.;",
		"закрыть окна; контроль – Первый И.И.;",
		"проверить связь. Срок – ежемесячно; контроль – Первый И.И."} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestTasksOfItem checks that the points of one item can be printed as a table in
// every form.
func TestTasksOfItem(t *testing.T) {
	for _, form := range []string{"council", "brief", "full"} {
		m := full()
		m.Form, m.Agenda[0].Tasks = form, true
		m.Agenda[0].Decisions = []meeting.Decision{
			{Text: "Вывезти снег.", Responsible: []string{"Первый"},
				Due: &meeting.Deadline{Date: meeting.Date{Year: 2026, Month: 3, Day: 20}}},
			{Text: "Доложить.", Responsible: []string{"Второй"}, Due: &meeting.Deadline{Text: "еженедельно"}},
		}
		doc, _, err := load(t).Document(t.Context(), Request{Kind: "protocol"}, m)
		if err != nil {
			t.Fatal(err)
		}
		dump := strings.ReplaceAll(document.Dump(doc), "~", " ")
		for _, want := range []string{"Поручение", "Вывезти снег.", "20.03.2026", "еженедельно"} {
			if strings.Count(dump, want) != 1 {
				t.Errorf("%s: %d times %s in\n%s", form, strings.Count(dump, want), want, dump)
			}
		}
	}
}
