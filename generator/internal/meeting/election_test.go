package meeting

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/voting"
)

// TestElectionProblems checks what is reported about elections: errors and
// warnings, by the first word of the wanted message.
func TestElectionProblems(t *testing.T) {
	whole := func(n int) Ballots { return Ballots{Count: Amount{voting.Whole(n)}} }
	votes := func(n int) *Vote { return &Vote{For: whole(n), Against: whole(10 - n)} }
	papers := func(returned, votes int) *Vote {
		return &Vote{Secret: true, Issued: new(returned), Returned: new(returned), For: whole(votes)}
	}
	for _, test := range []struct {
		election Election
		want     string // "" for no problem
		warning  bool
	}{
		{Election{Office: "председатель", Elected: []string{"Первый И. И."}, Vote: votes(7)}, "", false},
		{Election{Elected: []string{"Первый И. И."}}, "не сказано, кого избирали", false},
		{Election{Office: "председатель"}, "не сказано, кто избран", false},
		{Election{Office: "председатель", Elected: []string{"ВТОРОЙ П. П."}}, "прописные буквы", true},
		{Election{Office: "председатель", Elected: []string{"Первый И. И."}, Vote: &Vote{For: whole(12)}},
			"голосующих 10", false},
		{Election{Office: "председатель", Elected: []string{"Первый И. И."}, Vote: &Vote{For: whole(8)}},
			"голосующих 10", true},
		{Election{Office: "председатель", Elected: []string{"Первый И. И."}, Vote: votes(3)}, "большинства нет", true},
		{Election{Office: "председатель", Elected: []string{"Первый И. И."}, Candidates: []Candidate{
			{Name: "Второй П. П.", Vote: votes(6)}, {Name: "Первый И. И.", Vote: votes(4)}}},
			"«Второй П. П.» голосов больше", true},
		{Election{Office: "председатель", Elected: []string{"Первый Иван Иванович"}, Candidates: []Candidate{
			{Name: "Второй П. П.", Vote: votes(4)}, {Name: "Первый И. И.", Vote: votes(6)}}}, "", false},
		{Election{Office: "председатель", Elected: []string{"Первый И. И."}, Candidates: []Candidate{{}}},
			"не указано имя", false},
		{Election{Office: "члены совета", Elected: []string{"Первый И. И."}, Candidates: []Candidate{
			{Name: "Первый И. И.", Vote: &Vote{For: whole(12)}}}}, "голосующих 10", false},
		{Election{Office: "члены совета", Elected: []string{"Первый И. И."}, Cumulative: new(2),
			Candidates: []Candidate{{Name: "Первый И. И.", Vote: &Vote{For: whole(12)}},
				{Name: "Второй П. П.", Vote: &Vote{For: whole(7)}}},
			Vote: &Vote{Abstained: whole(1)}}, "", false},
		{Election{Office: "члены совета", Elected: []string{"Первый И. И."}, Cumulative: new(2),
			Candidates: []Candidate{{Name: "Первый И. И.", Vote: &Vote{For: whole(12)}}},
			Vote:       &Vote{Against: whole(9)}},
			"отдано 21, а кумулятивных голосов 20", false},
		{Election{Office: "члены совета", Elected: []string{"Первый И. И.", "Второй П. П.", "Третий Т. Т."},
			Cumulative: new(2)},
			"мест 2, а избрано 3", false},
		{Election{Office: "члены совета", Elected: []string{"Первый И. И."}, Cumulative: new(0),
			Candidates: []Candidate{{Name: "Первый И. И.", Vote: papers(5, 7)}}}, "два или больше", false},
		{Election{Office: "члены совета", Elected: []string{"Первый И. И."}, Cumulative: new(2),
			Candidates: []Candidate{{Name: "Первый И. И.", Vote: papers(5, 7)},
				{Name: "Второй П. П.", Vote: papers(5, 3)}},
			Vote: papers(5, 0)}, "", false},
		{Election{Office: "члены совета", Elected: []string{"Первый И. И."}, Cumulative: new(2),
			Candidates: []Candidate{{Name: "Первый И. И.", Vote: papers(5, 11)}}},
			"голосов отдано 11, а в бюллетенях из урны (5) их 10", false},
		{Election{Office: "члены совета", Elected: []string{"Первый И. И."}, Cumulative: new(2),
			Candidates: []Candidate{{Name: "Первый И. И.", Vote: papers(5, 7)},
				{Name: "Второй П. П.", Vote: papers(5, 4)}},
			Vote: papers(5, 0)}, "голосов отдано 11", false},
		{Election{Office: "члены совета", Elected: []string{"Первый И. И."}, Cumulative: new(2),
			Candidates: []Candidate{{Name: "Первый И. И.", Vote: &Vote{For: whole(7), Majority: "2/3 of members"}}}},
			"этот ключ ничего не меняет", true},
		{Election{Office: "члены совета", Elected: []string{"Первый И. И."}, Cumulative: new(2),
			Candidates: []Candidate{{Name: "Первый И. И.", Vote: &Vote{For: whole(7)}}},
			Vote:       &Vote{Words: "7 за"}}, "голоса записаны словами", true},
		{Election{Office: "председатель", Elected: []string{"Первый И. И."}, Candidates: []Candidate{
			{Name: "Первый И. И.", Vote: &Vote{For: whole(7)}}, {Name: "Второй П. П.", Vote: &Vote{For: whole(2)}}},
			Vote: &Vote{Against: whole(1)}}, "", false},
		{Election{Office: "председатель", Elected: []string{"Первый И. И."}, Candidates: []Candidate{
			{Name: "Первый И. И.", Vote: &Vote{For: whole(9)}}, {Name: "Второй П. П.", Vote: votes(2)}}},
			"голосующих 10", true},
		{Election{Office: "председатель", Elected: []string{"Первый И. И."},
			Candidates: []Candidate{{Name: "Ткач И. И. – за 35"}}}, "кроме имени", true},
		{Election{Office: "председатель", Elected: []string{"Первый И. И."},
			Candidates: []Candidate{{Name: "Ткач Иван Ильич (самоотвод)"}}}, "кроме имени", true},
		{Election{Office: "председатель", Elected: []string{"Первый И. И."},
			Candidates: []Candidate{{Name: "Ткач Иван Ильич, 1980 года рождения"}}}, "в имени цифры", true},
		{Election{Office: "председатель", Elected: []string{"Первый И. И."},
			Candidates: []Candidate{{Name: "Ткач И. И.", Vote: &Vote{Words: "самоотвод"}}}}, "не голосование", true},
	} {
		ten := 10
		m := &Meeting{Date: Date{2026, 1, 15}, Chair: "Первый И. И.", Form: "full",
			Council:    Council{Name: "Совет", Rules: Rules{Majority: "> 1/2 of present"}},
			Attendance: Attendance{Print: "number", Present: &ten, Members: 12},
			People:     []Person{{Name: "Первый Иван Иванович"}},
			Agenda:     []Item{{Title: "О плане.", Outcome: "Принято."}}, Elections: []Election{test.election}}
		problems := m.Check()
		switch {
		case test.want == "":
			if len(problems) > 0 {
				t.Errorf("%+v: %v", test.election, problems)
			}
		case len(problems) != 1 || !strings.Contains(problems[0].Message, test.want) ||
			(problems[0].Severity == diag.Warning) != test.warning:
			t.Errorf("%+v: %v, want %q", test.election, problems, test.want)
		}
	}
}

// TestVotesOfSeveralElected: where several are elected, votes for them are not all the votes together.
func TestVotesOfSeveralElected(t *testing.T) {
	half := &Vote{For: Ballots{Count: Amount{voting.Whole(5)}}}
	for elected, want := range [][]string{{"Первый И. И."}, {"Первый И. И.", "Второй П. П."}} {
		m := slipMeeting()
		m.Attendance = Attendance{Print: "number", Present: new(10)}
		m.Elections = []Election{{Office: "член совета", Elected: want, Candidates: []Candidate{
			{Name: "Первый И. И.", Vote: half}, {Name: "Второй П. П.", Vote: half}}}}
		if told := strings.Count(fmt.Sprint(m.Check()), "голосующих 10"); told != 2*elected {
			t.Errorf("%d elected: %d votes are told\n%v", elected+1, told, m.Check())
		}
	}
}

// TestFailedVoteOfElection checks that an item whose election nobody has won is not told that somebody has.
func TestFailedVoteOfElection(t *testing.T) {
	m := slipMeeting()
	m.Council.Rules.Majority = "> 1/2 of present"
	vote := &Vote{For: Ballots{Count: Amount{voting.Whole(0)}}, Against: Ballots{Count: Amount{voting.Whole(2)}}}
	m.Agenda[0].Elections = []Election{{Office: "староста", Vote: vote}}
	if said := slipped(m, "agenda[0].elections[0].vote"); said != "" {
		t.Error(said)
	}
	m.Agenda[0].Elections[0].Elected = []string{"Первый"}
	if said := slipped(m, "agenda[0].elections[0].vote"); !strings.Contains(said, "избрание состоялось") {
		t.Error(said)
	}
}

func TestNamedTwiceInElection(t *testing.T) {
	m := slipMeeting()
	m.Elections = []Election{{Office: "староста", Elected: []string{"Вторая", "Вторая А. И."},
		Candidates: []Candidate{{Name: "Вторая"}, {Name: "Первый"}, {Name: "Первый И. И."}}}}
	for key, told := range map[string]bool{"elections[0].elected[0]": false, "elections[0].elected[1]": true,
		"elections[0].candidates[0].name": false, "elections[0].candidates[1].name": false,
		"elections[0].candidates[2].name": true} {
		if said := slipped(m, key); told != strings.Contains(said, "стоит дважды") {
			t.Errorf("%s: %q", key, said)
		}
	}
}
