package compose

import (
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestStandingWords checks that words and notations which a body writes once for
// all its meetings raise no warnings in a meeting that lacks what they stand
// beside, and that each is reported where it has a place and is not printed.
func TestStandingWords(t *testing.T) {
	m := bare()
	m.Form = "full"
	m.Agenda = []meeting.Item{{Title: "О плане.", Outcome: "Принято к сведению."}}
	m.Council.Keyword, m.Council.ChairRole = "ПОСТАНОВИЛИ", "Председатель правления"
	m.Words = &meeting.Words{Absent: new("Не были:"), Invited: new("Гости:"), Persons: new("чел."),
		Members: new("Члены:"), Counting: new("Комиссия:"), Minutes: new("(20 минут)"), Heard: new("Слушали:"),
		Spoke: new("Выступили:"), Annex: new("к протоколу правления"), Start: new("Начало"), End: new("Конец"),
		Place: new("Место"), Theme: new("Тема"), Holding: new("Форма")}
	m.Header = &meeting.Header{Heard: "{фамилия и.о.} {текст}", Spoke: "{фамилия и.о.}: {текст}"}
	keys := lostKeys(t, m)
	for _, key := range keys {
		if _, standing := lacks[key]; standing {
			t.Errorf("%s is reported", key)
		}
	}
	m.Theme = "Наука"
	if keys := lostKeys(t, m); !slices.Contains(keys, "words.theme") {
		t.Errorf("words.theme has a place and is not printed: %q", keys)
	}
}

// lostKeys returns the keys that are reported as not printed.
func lostKeys(t *testing.T, m *meeting.Meeting) (keys []string) {
	t.Helper()
	_, problems, err := load(t).Document(t.Context(), Request{Kind: "protocol"}, m)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if strings.Contains(p.Message, "не печатает") {
			keys = append(keys, p.Key)
		}
	}
	return keys
}

// TestReportedOnce checks that the check of a key is not repeated by another one,
// and that who is chair and secretary need not be called secretary.
func TestReportedOnce(t *testing.T) {
	m := bare()
	m.Form, m.Holding = "full", "заочная"
	m.Header = &meeting.Header{Order: []string{"title", "subtitle", "date", "leaders", "present", "agenda"}}
	if keys := lostKeys(t, m); slices.Contains(keys, "holding") {
		t.Errorf("%q", keys)
	}
	m = bare()
	m.Secretary = m.Chair
	if keys := lostKeys(t, m); slices.Contains(keys, "secretary") {
		t.Errorf("%q", keys)
	}
}

// TestNamedSecretary checks that a head without the leaders loses no secretary whose printed role says who that is.
func TestNamedSecretary(t *testing.T) {
	reported := func(role string, signed *string) bool {
		m := bare()
		m.Form = "brief"
		m.People[1].Role, m.People[1].Guest = role, false
		m.Header = &meeting.Header{Order: []string{"title", "subtitle", "date", "present", "agenda"}}
		m.Signers = []meeting.Signer{{Name: m.People[0].Name}, {Name: m.People[1].Name, Role: signed}}
		return slices.Contains(lostKeys(t, m), "secretary")
	}
	for _, c := range []struct {
		role   string
		signed *string
		want   bool
	}{
		{"ответственный секретарь", nil, false},
		{"казначей", nil, true},
		{"казначей", new("Секретарь комиссии"), false},
		{"секретарь", new("Казначей"), false}, // in the list
	} {
		if got := reported(c.role, c.signed); got != c.want {
			t.Errorf("%+v: reported %v", c, got)
		}
	}
}

// TestPostOutsideOfList checks that the head shows the post of a leader who is
// not among those present.
func TestPostOutsideOfList(t *testing.T) {
	m := bare()
	m.Form = "full"
	m.People[0].Position, m.Present = "директор", []string{m.People[1].Name}
	if text := compose(t, Request{Kind: "protocol"}, m); !strings.Contains(text, "П., директор") &&
		!strings.Contains(text, "И., директор") {
		t.Error(text)
	}
}

// TestWithoutSalutation checks that an empty salutation prints none, and the codes
// of a letterhead that has one of two.
func TestWithoutSalutation(t *testing.T) {
	m := papersFull()
	m.Letter.Salutation, m.Letterhead.KPP = new(""), ""
	text := compose(t, Request{Kind: "letter", To: 1}, m)
	if strings.Contains(text, "Уважаем") || !strings.Contains(text, "ИНН 7707083893") ||
		strings.Contains(text, "КПП") {
		t.Error(text)
	}
}

// TestPostBesideRoles checks that invited people have their posts where the notation of participants has only roles,
// and that one of names alone loses them as it says.
func TestPostBesideRoles(t *testing.T) {
	m := bare()
	m.Form, m.Invited = "full", []string{m.People[1].Name}
	m.People[0].Role, m.People[0].Guest, m.People[1].Position = "казначей", false, "ревизор"
	for pattern, want := range map[string]string{
		"{фио} ({роль})": "Второй Пётр (ревизор)\n", "{фио}": "Второй Пётр\n",
		"{фио} – {должность}": "Второй Пётр – ревизор\n", "{роль} {фио}, совет": "ревизор Второй Пётр, совет\n",
		"{фио} – {организация}": "Второй Пётр\n", "{роль} {фио} – {организация}": "Второй Пётр\n",
	} {
		m.Header = &meeting.Header{Participant: pattern}
		if text := compose(t, Request{Kind: "protocol"}, m); !strings.Contains(text, want) {
			t.Errorf("%s: no %q in\n%s", pattern, want, text)
		}
	}
	m.Header.Participant = "{фио} ({роль})"
	if text := compose(t, Request{Kind: "protocol", Rules: stopRules - 1}, m); strings.Contains(text, "Пётр (ревизор") {
		t.Error("earlier rules print the post:\n" + text)
	}
}
