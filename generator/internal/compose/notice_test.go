package compose

import (
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// TestNoticeInAdvance checks that a notice states hours, form and parts, that it
// has subitems, and that questions added at the meeting are neither in it nor
// counted.
func TestNoticeInAdvance(t *testing.T) {
	m := bare()
	m.Start, m.End, m.TimeZone = &meeting.Clock{Hour: 10}, &meeting.Clock{Hour: 15}, "МСК"
	m.Holding = "очно-заочная"
	m.Parts = []meeting.Part{{Title: "Очная часть", Start: &meeting.Clock{Hour: 11}},
		{Title: "Заочная часть", Date: meeting.Date{Year: 2026, Month: 3, Day: 2}}}
	item := m.Agenda[0]
	item.Title, item.Added = "Лишний вопрос", true
	last := m.Agenda[0]
	last.Title, last.Time, last.Subitems = "О разном", "10.05–11.05", []meeting.Subitem{{Title: "О датах"}}
	m.Agenda = []meeting.Item{m.Agenda[0], item, last}
	m.Papers = map[string]*meeting.Paper{"agenda": {Title: "ПОВЕСТКА ДНЯ"}}
	for _, kind := range []string{"notice", "agenda"} {
		doc, _, err := load(t).Document(t.Context(), Request{Kind: kind}, m)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(document.PlainText(doc), "\u00a0", " ")
		if strings.Contains(text, "Лишний") || strings.Contains(text, "включён") {
			t.Errorf("%s: a question is told before it was added: %s", kind, text)
		}
		for _, want := range []string{"2. О разном", "2.1. О датах", "10.05–11.05.", "10.00"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in %s", kind, want, text)
			}
		}
		for _, want := range []string{"Окончание: 15.00 (МСК)", "Форма проведения: очно-заочная",
			"Очная часть: 01.03.2026, начало 11.00 (МСК)", "Заочная часть: 02.03.2026"} {
			if kind == "notice" && !strings.Contains(text, want) {
				t.Errorf("no %q in %s", want, text)
			}
		}
	}
}

// TestLetterWithTableAndAnnex checks the places of the table and of the mark of
// an annex, whose letter has no number yet.
func TestLetterWithTableAndAnnex(t *testing.T) {
	table := &meeting.Table{Columns: []meeting.Column{{Title: "Вид"}}, Rows: [][]string{{"Итого"}}}
	for text, want := range map[string]string{
		"До|{таблица}|После": "До|Вид|Итого|После",
		"До|После":           "До|После|Вид|Итого",
	} {
		m := bare()
		m.Letter = &meeting.Letter{Text: strings.Split(text, "|"), Table: table,
			Annexes: []meeting.Annex{{Title: "Реестр", Landscape: true}}}
		if problems := m.Check(); !slices.ContainsFunc(problems, func(p diag.Problem) bool {
			return p.Key == "letter.annexes" && p.Severity == diag.Warning
		}) {
			t.Errorf("problems: %v", problems)
		}
		doc, _, err := load(t).Document(t.Context(), Request{Kind: "letter"}, m)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.ReplaceAll(document.PlainText(doc), "\n", "|")
		for _, part := range []string{want, "Приложение|к письму|от __________ №\u00a0____|Реестр"} {
			if !strings.Contains(got, part) {
				t.Errorf("no %q in %q", part, got)
			}
		}
	}
	m := bare()
	m.Letter = &meeting.Letter{Text: []string{"{таблица}"}}
	if _, _, err := load(t).Document(t.Context(), Request{Kind: "letter"}, m); err == nil ||
		!strings.Contains(err.Error(), "{таблица}") {
		t.Error(err)
	}
}
