package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestElectionsOnItem checks elections that an item is about, and who else has a part in it, in every form.
func TestElectionsOnItem(t *testing.T) {
	m := bare()
	m.Agenda[0].Roles = []meeting.ItemRole{{Title: "Рецензент:", Names: []string{"Второй"}}}
	m.Agenda[0].Elections = []meeting.Election{{Office: "члены родительского комитета", Candidates: []meeting.Candidate{
		{Name: "Ткач Ирина Ильинична", Vote: &meeting.Vote{For: heads(1), Against: heads(1)}},
		{Name: "Лужина Светлана Викторовна", Withdrew: true}}}}
	want := []string{"Предложены кандидатуры членов родительского комитета:",
		"1) Ткач И.И. – «за» – 1, «против» – 1; 2) Лужина С.В. (самоотвод).", "1.1. Да."}
	for _, form := range []string{"full", "brief", "council"} {
		m.Form = form
		text := strings.ReplaceAll(oneLine(compose(t, Request{Kind: "protocol"}, m)), "1. Да.", "1.1. Да.")
		at := strings.Index(text, "Рецензент: Второй Пётр")
		for _, part := range want {
			next := strings.Index(text[max(at, 0):], part)
			if at < 0 || next < 0 {
				t.Fatalf("%s: no %q in\n%s", form, part, text)
			}
			at += next
		}
		if strings.Contains(text, "избран") {
			t.Errorf("%s: %s", form, text)
		}
	}
	m.Form, m.Agenda[0].Elections[0].Elected = "full", []string{"Ткач Ирина Ильинична", "Второй"}
	text := oneLine(compose(t, Request{Kind: "extract", Items: []int{1}}, m))
	if !strings.Contains(text, "Членами родительского комитета избраны Ткач И.И., Второй П.") {
		t.Error(text)
	}
	m.Notice = &meeting.Letter{}
	text = oneLine(compose(t, Request{Kind: "notice"}, m))
	if !strings.Contains(text, "Рецензент: Второй Пётр") {
		t.Error(text)
	}
}

// TestVotesOfElectionsInTable checks that a table of the votes on items leaves those of elections where they are, and
// that a vote without numbers adds no full stop.
func TestVotesOfElectionsInTable(t *testing.T) {
	m := bare()
	m.Council.VotePrint = "table"
	m.Agenda[0].Elections = []meeting.Election{{Office: "староста", Candidates: []meeting.Candidate{
		{Name: "Ткач И. И.", Vote: &meeting.Vote{For: heads(2)}},
		{Name: "Лужина С. В.", Vote: &meeting.Vote{Outcome: "не принято"}}},
		Elected: []string{"Ткач И. И."}, Vote: &meeting.Vote{For: heads(1), Against: heads(1)}}}
	text := oneLine(compose(t, Request{Kind: "protocol"}, m))
	for _, want := range []string{"1) Ткач И.И. – «за» – 2; 2) Лужина С.В. Старостой избран",
		"«за» – 1, «против» – 1"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestElectedIsDecided checks that an item on which somebody was elected is not told to lack a decision.
func TestElectedIsDecided(t *testing.T) {
	m := bare()
	m.Agenda[0].Decisions = nil
	m.Agenda[0].Elections = []meeting.Election{{Office: "староста", Elected: []string{"Второй"}}}
	_, problems, err := load(t).Document(t.Context(), Request{Kind: "protocol"}, m)
	for _, p := range problems {
		if strings.Contains(p.Message, "нет решения") {
			t.Error(p)
		}
	}
	if err != nil {
		t.Error(err)
	}
}

// TestVotesOnCandidates checks what is said of the vote on a candidate beside the figures, and what earlier rules say.
func TestVotesOnCandidates(t *testing.T) {
	m := bare()
	two, one := 2, 1
	secret := &meeting.Vote{Secret: true, Issued: &two, Unissued: &one, Returned: &two, For: heads(2)}
	m.Agenda[0].Elections = []meeting.Election{{Office: "староста", Elected: []string{"Ткач И. И."},
		Vote: &meeting.Vote{For: heads(2), Returned: &two}, Candidates: []meeting.Candidate{
			{Name: "Ткач И. И.", Vote: secret},
			{Name: "Луч И. И.", Vote: &meeting.Vote{Words: "Единогласно."}},
			{Name: "Мак И. И.", Vote: &meeting.Vote{Words: "единогласно", Secret: true}},
			{Name: "Дуб И. И.", Vote: &meeting.Vote{For: meeting.Ballots{Names: []string{"Второй"}}, Roll: true}},
			{Name: "Лук И. И.", Vote: &meeting.Vote{Words: "единогласно."}}}}}
	for rules, want := range map[int]string{
		0: "1) Ткач И.И. – тайное голосование: роздано бюллетеней – 2, осталось нерозданных – 1, " +
			"оказалось в урне – 2, «за» – 2; 2) Луч И.И. – единогласно; " +
			"3) Мак И.И. – тайное голосование: единогласно; 4) Дуб И.И. – «за» – 1 («за» – Второй П.); " +
			"5) Лук И.И. – единогласно. Старостой избран Ткач И.И. Оказалось в урне – 2. Голосовали: «за» – 2.",
		candidateRules - 1: "1) Ткач И.И. – «за» – 2; 2) Луч И.И. – единогласно.; " +
			"3) Мак И.И. – единогласно.; 4) Дуб И.И. – «за» – 1; 5) Лук И.И. – единогласно.. Старостой",
	} {
		text := oneLine(compose(t, Request{Kind: "protocol", Rules: rules}, m))
		if !strings.Contains(text, want) {
			t.Errorf("rules %d: no %q in\n%s", rules, want, text)
		}
	}
}

// TestCumulativeVote checks that votes of a cumulative vote have no percentages, and what is said of it.
func TestCumulativeVote(t *testing.T) {
	m := bare()
	m.Council.Rules = meeting.Rules{Unit: "голоса", Total: heads(100).Count, Base: "present"}
	m.Attendance = meeting.Attendance{Print: "number", Votes: heads(60).Count}
	m.Agenda[0].Elections = []meeting.Election{{Office: "члены совета", Elected: []string{"Ткач И. И."},
		Cumulative: new(3),
		Candidates: []meeting.Candidate{{Name: "Ткач И. И.", Vote: &meeting.Vote{For: heads(100)}}},
		Vote:       &meeting.Vote{Against: heads(80)}}}
	text := oneLine(compose(t, Request{Kind: "protocol"}, m))
	want := "Голосование кумулятивное: мест – 3, голосов – 180. Предложены кандидатуры членов совета: " +
		"1) Ткач И.И. – «за» – 100. Членами совета избран Ткач И.И. Голосовали: «против всех» – 80."
	if !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
}

// TestCumulativeVoteByName checks that those named voted against all candidates, by earlier rules against one.
func TestCumulativeVoteByName(t *testing.T) {
	m := bare()
	m.Agenda[0].Elections = []meeting.Election{{Office: "члены совета", Elected: []string{"Ткач И. И."},
		Cumulative: new(2), Candidates: []meeting.Candidate{{Name: "Ткач И. И.", Vote: &meeting.Vote{For: heads(2)}}},
		Vote: &meeting.Vote{Against: meeting.Ballots{Names: []string{"Второй"}}}}}
	for rules, want := range map[int]string{0: "Поимённо: «против всех» – Второй П.",
		againstAllRules - 1: "Поимённо: «против» – Второй П."} {
		if text := oneLine(compose(t, Request{Kind: "protocol", Rules: rules}, m)); !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestCumulativeVoteOfNone checks that nobody against all and none abstaining is said, and that the vote was secret.
func TestCumulativeVoteOfNone(t *testing.T) {
	m := bare()
	none := meeting.Ballots{Zero: true}
	e := meeting.Election{Office: "староста", Elected: []string{"Ткач И. И."}, Cumulative: new(2),
		Candidates: []meeting.Candidate{{Name: "Ткач И. И.", Vote: &meeting.Vote{For: heads(4)}},
			{Name: "Луч И. И.", Vote: &meeting.Vote{For: none}}},
		Vote: &meeting.Vote{Secret: true, Issued: new(2), Returned: new(2)}}
	for want, none := range map[string]meeting.Ballots{
		"1) Ткач И.И. – «за» – 4; 2) Луч И.И. – «за» – 0. Старостой избран Ткач И.И. " +
			"Роздано бюллетеней – 2, оказалось в урне – 2. РЕШЕНИЕ": {},
		"оказалось в урне – 2. Результаты тайного голосования: «против всех» – 0, «воздержались по всем» – 0.": none,
	} {
		e.Vote.Against, e.Vote.Abstained = none, none
		m.Agenda[0].Elections = []meeting.Election{e}
		text := oneLine(compose(t, Request{Kind: "protocol"}, m))
		if !strings.Contains(text, want) || !strings.Contains(text, "Голосование тайное, кумулятивное: мест – 2") {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestOpinionAlsoAttached checks that an opinion that is both in the text and attached says so.
func TestOpinionAlsoAttached(t *testing.T) {
	m := bare()
	m.Opinions = []meeting.Opinion{{Name: "Второй", Text: "рано", Attached: true}, {Name: "Второй", Attached: true}}
	for rules, want := range map[int]string{
		0:                "Особое мнение (Второй П.): рано. Мнение прилагается. Особое мнение (Второй П.) прилагается.",
		opinionRules - 1: "Особое мнение (Второй П.): рано. Особое мнение (Второй П.) прилагается.",
	} {
		if text := oneLine(compose(t, Request{Kind: "protocol", Rules: rules}, m)); !strings.Contains(text, want) {
			t.Errorf("rules %d: no %q in\n%s", rules, want, text)
		}
	}
}
