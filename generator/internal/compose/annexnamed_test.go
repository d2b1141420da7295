package compose

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// TestNamedAnnex checks that a reference to an annex is not added to a text that
// has it, and that its key does not count as lost.
func TestNamedAnnex(t *testing.T) {
	m := &meeting.Meeting{Form: "full", Date: meeting.Date{Year: 2026, Month: 3, Day: 5}, Chair: "Первый И. И.",
		Council: meeting.Council{Name: "Совет"}, People: []meeting.Person{{Name: "Первый Иван Иванович"}},
		Agenda: []meeting.Item{{Title: "О плане.", Decisions: []meeting.Decision{
			{Text: "Утвердить план (приложение № 1).", Annex: 1}, {Text: "Утвердить смету.", Annex: 2}}}},
		Annexes: []meeting.Annex{{Title: "План", Text: []string{"Дела."}},
			{Title: "Смета", Text: []string{"Расходы."}}}}
	doc, problems, err := load(t).Document(t.Context(), Request{Kind: "protocol"}, m)
	if problems = append(problems, m.Check()...); err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	text := strings.ReplaceAll(document.PlainText(doc), "\u00a0", " ")
	for _, want := range []string{"план (приложение № 1).\n", "смету (приложение № 2).\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
}
