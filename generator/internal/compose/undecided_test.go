package compose

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
)

// toCome returns a meeting that has not taken place.
func toCome() *meeting.Meeting {
	m := papersFull()
	m.Agenda = []meeting.Item{{Title: "О плане.", Speakers: []string{"Первый"}}, {Title: "О доме."}}
	m.Letter = nil
	return m
}

// TestBeforeTheMeeting checks that notices and registration lists are printed
// before the meeting, and the protocol is not.
func TestBeforeTheMeeting(t *testing.T) {
	set := load(t)
	for _, kind := range []string{"notice", "attendance"} {
		if _, _, err := set.Document(t.Context(), Request{Kind: kind}, toCome()); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
	_, _, err := set.Document(t.Context(), Request{Kind: "protocol"}, toCome())
	var lacking MeetingError
	if !errors.As(err, &lacking) || lacking.List[0].Key != "agenda[0].decisions" {
		t.Errorf("the protocol: %v", err)
	}
	found, err := set.Check(t.Context(), toCome(), nil)
	if err != nil || found.Failed() || len(found) == 0 || !strings.Contains(found[0].Message, "пока не напечатать") {
		t.Errorf("check: %v, %v", err, found)
	}
}

// TestItemWithoutDecision checks that an item may end without a decision, and
// that it is a doubt unless the file says so.
func TestItemWithoutDecision(t *testing.T) {
	set := load(t)
	doubts := func(change func(*meeting.Item)) int {
		m := papersFull()
		m.Agenda[1] = meeting.Item{Title: "О доме."}
		change(&m.Agenda[1])
		_, problems, err := set.Document(t.Context(), Request{Kind: "protocol"}, m)
		if err != nil {
			t.Fatal(err)
		}
		return len(slices.DeleteFunc(problems, func(p diag.Problem) bool { return p.Key != "agenda[1].decisions" }))
	}
	for _, test := range []struct {
		name   string
		change func(*meeting.Item)
		want   int
	}{
		{"nothing", func(*meeting.Item) {}, 1},
		{"heard only", func(i *meeting.Item) { i.Heard = []meeting.Speech{{Text: "Доклад."}} }, 1},
		{"said to be none", func(i *meeting.Item) { i.Decisions = []meeting.Decision{} }, 0},
		{"an outcome", func(i *meeting.Item) { i.Outcome = "Снят." }, 0},
	} {
		if got := doubts(test.change); got != test.want {
			t.Errorf("%s: %d doubts", test.name, got)
		}
	}
	if text := compose(t, Request{Kind: "protocol"}, papersFull()); strings.Contains(text, "не принималось") {
		t.Error(text)
	}
}

// TestLostInBrief checks the warning about what the brief form leaves out.
func TestLostInBrief(t *testing.T) {
	m := papersFull()
	m.Form = "brief"
	m.Agenda[0].Discussion = []string{"Обсудили.", "Поспорили."}
	_, problems, err := load(t).Document(t.Context(), Request{Kind: "protocol"}, m)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(problems, func(p diag.Problem) bool { return p.Key == "agenda[0].discussion[0]" })
	if i < 0 || problems[i].Severity != diag.Warning || !strings.Contains(problems[i].Message, "brief") ||
		!strings.Contains(problems[i].Message, "всего их: 2") || !strings.Contains(problems[i].Hint, `form = "full"`) {
		t.Error(problems)
	}
}
