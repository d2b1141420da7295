package meeting

import (
	"strings"
	"testing"
)

// TestBallotPapers checks that the numbers of a secret vote agree, and that
// choices which a ballot does not have are not missed.
func TestBallotPapers(t *testing.T) {
	n := func(v int) *int { return &v }
	for _, test := range []struct {
		name    string
		ballots BallotPapers
		result  Result
		want    string // key of the problem
	}{
		{"agree", BallotPapers{Issued: n(17), Returned: n(17)}, Result{For: n(16), Against: n(0), Invalid: n(1)}, ""},
		{"invalid of all", BallotPapers{Returned: n(17), Invalid: n(1)}, Result{For: n(16), Against: n(0)}, ""},
		{"one of several candidates", BallotPapers{Returned: n(17)}, Result{For: n(5)}, ""},
		{"too many", BallotPapers{Returned: n(17)}, Result{For: n(16), Against: n(2)}, "papers.counting.results[0]"},
		{"too few", BallotPapers{Returned: n(17)}, Result{For: n(1), Against: n(2)}, "papers.counting.results[0]"},
		{"more than issued", BallotPapers{Issued: n(5), Returned: n(17)}, Result{For: n(17)},
			"papers.counting.ballots.returned"},
		{"printed", BallotPapers{Printed: n(20), Issued: n(17), Left: n(4), Returned: n(17)}, Result{For: n(17)},
			"papers.counting.ballots.left"},
		{"no number", BallotPapers{}, Result{}, "papers.counting.results[0].for"},
	} {
		test.result.Title = "О присуждении"
		m := Meeting{Date: Date{2019, 3, 15}, Council: Council{Name: "Совет"},
			People: []Person{{Name: "Ланской Н. П."}},
			Papers: map[string]*Paper{"counting": {Title: "ПРОТОКОЛ", Commission: &Commission{Chair: "Ланской Н. П."},
				Ballots: &test.ballots, Results: []Result{test.result}}}}
		var keys []string
		for _, p := range m.Check() {
			if strings.HasPrefix(p.Key, "papers.") {
				keys = append(keys, p.Key)
			}
		}
		if got := strings.Join(keys, " "); got != test.want {
			t.Errorf("%s: problems of %q, want %q", test.name, got, test.want)
		}
	}
}

// TestSignersOfPapers checks that a paper without a meeting asks who signs it,
// and for nothing that only a meeting has.
func TestSignersOfPapers(t *testing.T) {
	m := Meeting{Date: Date{2021, 3, 23}, Council: Council{Name: "Совет"}, People: []Person{{Name: "Игнатов А. В."}},
		Papers: map[string]*Paper{"resolution": {Title: "РЕШЕНИЕ",
			Decisions: []Decision{{Text: "Утвердить.", Annex: 1}}}}}
	var keys []string
	for _, p := range m.Check() {
		keys = append(keys, p.Key)
	}
	if got := strings.Join(keys, " "); got != "papers.resolution.decisions[0].annex papers.resolution.signers" {
		t.Error(got)
	}
}

// TestAcquaintedNames: an empty name and one named twice among those who read a paper are told.
func TestAcquaintedNames(t *testing.T) {
	list := []string{"Игнатов А. В.", " ", "Носов Пётр Ильич", "Игнатов Алексей Викторович", "Носов Павел Ильич",
		"Носов Пётр Ильич"}
	m := Meeting{Date: Date{2021, 3, 23}, Council: Council{Name: "Совет"}, Chair: "Игнатов А. В.", Acquainted: list,
		People: []Person{{Name: "Игнатов Алексей Викторович"}},
		Papers: map[string]*Paper{"resolution": {Title: "РЕШЕНИЕ", Acquainted: list,
			Decisions: []Decision{{Text: "Утвердить."}}}}}
	var keys []string
	for _, p := range m.Check() {
		if strings.Contains(p.Key, "acquainted") {
			keys = append(keys, p.Key)
		}
	}
	if got := strings.Join(keys, " "); strings.ReplaceAll(got, "papers.resolution.", "") !=
		"acquainted[1] acquainted[3] acquainted[5] acquainted[1] acquainted[3] acquainted[5]" {
		t.Error(got)
	}
}

// TestPlannedAgenda checks that the agenda of a meeting that was not held yet
// needs no chair, and no signature if the file says so.
func TestPlannedAgenda(t *testing.T) {
	m := &Meeting{Date: Date{2009, 12, 3}, Council: Council{Name: "Дума"},
		People: []Person{{Name: "Громов Иван Петрович"}},
		Agenda: []Item{{Title: "О бюджете", Speakers: []string{"Громов И. П."}}},
		Papers: map[string]*Paper{"agenda": {Title: "ПОВЕСТКА", Signers: []Signer{}}}}
	if problems := m.Check(); problems.Failed() || !m.WithoutMeeting() {
		t.Error(problems)
	}
	m.Papers["agenda"].Signers = nil
	if problems := m.Check(); !problems.Failed() {
		t.Error("nobody signs the agenda, and the file does not say so")
	}
	m.Agenda[0].Decisions = []Decision{{Text: "Принять."}}
	if m.WithoutMeeting() {
		t.Error("a meeting with a decision was not held")
	}
}
