package meeting

import (
	"strings"
	"testing"
)

// slipped returns the messages of the warnings about a key of a meeting.
func slipped(m *Meeting, key string) string {
	var said []string
	for _, p := range m.Check() {
		if p.Key == key {
			said = append(said, p.Message+"; "+p.Hint)
		}
	}
	return strings.Join(said, "\n")
}

func slipMeeting() *Meeting {
	return &Meeting{Council: Council{Name: "Совет"}, Date: Date{Year: 2026, Month: 3, Day: 1}, Chair: "Первый",
		People: []Person{{Name: "Первый Иван Ильич"}, {Name: "Вторая Анна Ильинична"}},
		Agenda: []Item{{Title: "О плане", Decisions: []Decision{{Text: "Да."}}}}}
}

func TestUnnamedSecretary(t *testing.T) {
	word := "Секретарь собрания"
	for _, test := range []struct {
		key    string
		change func(m *Meeting)
		told   bool
	}{
		{"people[1].role", func(m *Meeting) { m.People[1].Role = "секретарь совета" }, true},
		{"people[1].role", func(m *Meeting) { m.People[1].Role = "учёный секретарь" }, true},
		{"people[1].role", func(m *Meeting) { m.People[1].Role = "заместитель секретаря" }, false},
		{"people[1].role", func(m *Meeting) { m.People[1].Role = "секретарь партийной организации" }, false},
		{"people[1].role", func(m *Meeting) {
			m.People[1].Role, m.Absent = "секретарь", []Absent{{Name: "Вторая"}}
		}, false},
		{"council.secretary_role", func(m *Meeting) {
			m.Council.SecretaryRole, m.Agenda[0].Decisions = "Секретарь", nil
		}, false},
		{"council.secretary_role", func(m *Meeting) {
			m.Council.SecretaryRole, m.Words = "Секретарь", &Words{Secretary: new(string)}
		}, false},
		{"people[1].role", func(m *Meeting) {
			m.People[1].Role, m.Secretary = "секретарь совета", "Вторая"
		}, false},
		{"people[1].role", func(m *Meeting) {
			m.People[1].Role, m.Signers = "секретарь совета", []Signer{{Name: "Первый"}}
		}, false},
		{"council.secretary_role", func(m *Meeting) { m.Council.SecretaryRole = "Учёный секретарь" }, true},
		{"words.secretary", func(m *Meeting) { m.Words = &Words{Secretary: &word} }, true},
	} {
		m := slipMeeting()
		test.change(m)
		if said := slipped(m, test.key); test.told != strings.Contains(said, "секретарь в этом файле не назван") {
			t.Errorf("%s: %q", test.key, said)
		}
	}
}

func TestPersonsWord(t *testing.T) {
	for _, test := range []struct {
		count int
		word  string
		told  bool
	}{
		{24, "родителей", true}, {25, "родителей", false}, {21, "членов НТС", true}, {12, "членов НТС", false},
		{21, "музей", false},
		{22, "музей", true}, {25, "родителя", true}, {24, "родителя", false},
		{24, "чел.", false}, {24, "человека", false},
		{24, "", false},
		{24, "родитель/родителя/родителей", false},
	} {
		m := slipMeeting()
		m.Attendance, m.Words = Attendance{Print: "number", Present: &test.count}, &Words{Persons: &test.word}
		if said := slipped(m, "words.persons"); test.told != (said != "") {
			t.Errorf("%d %s: %q", test.count, test.word, said)
		}
	}
}

func TestWordedVote(t *testing.T) {
	for words, told := range map[string]bool{"3 за, 0 против": true, "единогласно, против 1": true,
		"За: 5": true, "за 3 голоса": true, "5 человек за": true, "«за» – 3.": true,
		"единогласно": false, "большинством в 2/3 голосов": false, "за – 66,7 %": false,
		"единогласно (протокол счётной комиссии № 2)": false, "единогласно по пункту 1": false, "(приложение 3)": false,
		"за основу в редакции от 01.03.2026": false, "более 50 процентов": false, "за 3 вариант": false} {
		m := slipMeeting()
		m.Agenda[0].Vote = &Vote{Words: words}
		if said := slipped(m, "agenda[0].vote.words"); told != (said != "") {
			t.Errorf("%s: %q", words, said)
		}
	}
}

func TestUnnamedAnnexes(t *testing.T) {
	for title, told := range map[string]bool{"Образец постановления": true, "ПЕРЕЧЕНЬ (территории)": false,
		"Акт № 5": false, "ТЗ на ПО": false, "Схема": false} {
		m := slipMeeting()
		m.Letter = &Letter{To: []Addressee{{Organization: "Школа"}}, Annexes: []Annex{{Title: title}},
			Attachments: []Attachment{{Title: "Перечень территорий", Sheets: 2}, {Title: "Карта-схема"},
				{Title: "Акт № 5"}, {Title: "ТЗ на ПО"}}}
		if said := slipped(m, "letter.annexes[0].title"); told != (said != "") {
			t.Errorf("%s: %q", title, said)
		}
	}
}

func TestPartsNameDays(t *testing.T) {
	m := slipMeeting()
	m.FirstDate = m.Date
	m.Parts = []Part{{Title: "Очная часть", Date: m.Date}}
	if said := slipped(m, "first_date"); !strings.Contains(said, "parts") {
		t.Error(said)
	}
}
