package compose

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/templates"
)

// TestNothingUnknown checks that all texts of all papers have an origin.
func TestNothingUnknown(t *testing.T) {
	strict, err := LoadStrict(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for name, m := range everyMeeting() {
		for _, kind := range []string{"protocol", "extract", "assignments", "attendance"} {
			doc, _, err := strict.Document(t.Context(), Request{Kind: kind, Items: []int{1, len(m.Agenda)}}, m)
			if err != nil {
				t.Fatal(err)
			}
			document.Texts(doc, func(text string, source document.Source) {
				for _, s := range document.Spans(source, text) {
					seen++
					part := strings.TrimSpace(text[s.Start:s.End])
					if s.Origin.Kind == document.Unknown && part != "" {
						t.Errorf("%s, %s: nobody knows where %q of %q comes from", name, kind, part, text)
					}
				}
			})
		}
	}
	if seen < 1000 {
		t.Errorf("only %d texts", seen)
	}
}

// TestKeysOfProtocols checks the keys of computed texts, including words
// selected by a partial.
func TestKeysOfProtocols(t *testing.T) {
	m := everyMeeting()["full"]
	m.Council.Rules.Tie, m.Agenda[0].Vote.Abstained.None = "lost", true
	doc, _, err := load(t).Document(t.Context(), Request{Kind: "protocol"}, m)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(originsOf(doc), "\n")
	ruling := "agenda[0].vote council.rules chair invited arrived remote council.rules.remote people " +
		"agenda[0].chair agenda[0].recused"
	for _, want := range []string{
		"[Первый И.И.|chair people[0].name]",
		"[И.И. Первый|chair people[0].name]",
		"[Третий Олег|people[2].name counting.chair 0-21]",
		"[01.03.2026|date last_date parts]",
		"[внеочередного заседания|kind]",
		"[Совета|council.name council.genitive forms.Совет.genitive]",
		"[Кворум имеется: присутствуют |council.rules.quorum invited arrived remote council.rules.remote people]" +
			"[3|invited arrived remote council.rules.remote people]",
		"[членов|council.member]",
		"(с вопроса № [2|arrived[0]], [10.40|arrived[0].time])",
		"[2 человека|attendance.absent]",
		"[за|agenda[0].vote.for[0] people[0]]",
		"[ПРЕДЛОЖЕНО:|" + ruling + "]",
		"[РЕШЕНИЕ НЕ ПРИНЯТО|" + ruling + "]",
		"«против» – [1|agenda[0].vote.against people], «воздержались» – [нет|agenda[0].vote.abstained agenda[0].vote]",
		"[1 апреля 2026 г.|agenda[0].decisions[0].due]",
		"[приложение № |agenda[0].decisions[0].annex]",
		"[Рано.|agenda[0].opinions[0].text 0-9]",
		"[доложил|agenda[0].heard[0].text 0-14]",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s", want)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
}
