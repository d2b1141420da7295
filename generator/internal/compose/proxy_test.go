package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestProxy checks that a person represented by another is named with the representative, who signs.
func TestProxy(t *testing.T) {
	m := bare()
	m.Form = "full"
	m.People[1] = meeting.Person{Name: "Штурвалова Елена Евгеньевна", Position: "юрист",
		Representative: meeting.Representative{Name: "Килев Глеб Глебович", Basis: "доверенность от 01.04.2026 № 67"}}
	m.Secretary = "Первый"
	m.Signers = []meeting.Signer{{Name: "Первый"}, {Name: "Штурвалова", Role: new("Участник")},
		{Name: "Штурвалова", Role: new("")}}
	for _, p := range m.Check() {
		t.Error(p)
	}
	text := oneLine(compose(t, Request{Kind: "protocol"}, m))
	for _, want := range []string{
		"Штурвалова Елена Евгеньевна, юрист (представитель – Килев Глеб Глебович, доверенность от 01.04.2026 № 67)",
		"Участник, представитель Штурваловой Е.Е. Г.Г. Килев", "Представитель Штурваловой Е.Е. Г.Г. Килев"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	list := oneLine(compose(t, Request{Kind: "attendance"}, m))
	if want := "юрист; представитель – Килев Глеб Глебович, доверенность"; !strings.Contains(list, want) {
		t.Errorf("no %q in\n%s", want, list)
	}
	m.Chair = "Штурвалова"
	if problems := m.Check(); len(problems) != 1 || !strings.Contains(problems[0].Message, "пришёл представитель") {
		t.Error(problems)
	}
}

// TestWrittenOpinion checks that an opinion in writing of somebody absent counts for the quorum and in votes, with a
// number of those present in the file, too.
func TestWrittenOpinion(t *testing.T) {
	m := bare()
	m.Form = "full"
	m.People = []meeting.Person{{Name: "Первый Иван"}, {Name: "Второй Пётр"}, {Name: "Третий Пётр Петрович"},
		{Name: "Белов Олег Ильич"}}
	m.Council.Rules = meeting.Rules{Quorum: "> 1/2 of members", Majority: "> 1/2 of present"}
	m.Absent = []meeting.Absent{{Name: "Белов О. И.", Reason: "отпуск", Written: true}, {Name: "Третий"}}
	m.Agenda[0].Vote = &meeting.Vote{For: names("Первый", "Второй", "Белов О. И.")}
	for _, present := range []*int{nil, new(2)} {
		if present != nil {
			m.Attendance = meeting.Attendance{Print: "number", Present: present, Members: 4}
		}
		for _, p := range m.Check() {
			t.Error(p)
		}
		text := oneLine(compose(t, Request{Kind: "protocol"}, m))
		for _, want := range []string{"Белов Олег Ильич (отпуск; представлено письменное мнение)",
			"присутствуют 2 из 4 членов, с учётом письменных мнений – 3.", "РЕШЕНИЕ ПРИНЯТО ЕДИНОГЛАСНО"} {
			if !strings.Contains(text, want) {
				t.Errorf("no %q in\n%s", want, text)
			}
		}
	}
	m.Absent[0].Written = false
	if problems := m.Check(); !problems.Failed() {
		t.Error("the vote of somebody absent is counted")
	}
}
