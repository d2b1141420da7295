package meeting

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"protokol/generator/internal/voting"
)

// council is a body of seven with a secretary without a vote and a guest; the
// meeting has three items.
func council() *Meeting {
	m := &Meeting{Chair: "А", Secretary: "С", Council: Council{Rules: Rules{
		Quorum: "> 1/2 of members", Majority: "> 1/2 of present", Tie: "chair", NoVote: []string{"secretary"}}}}
	for _, name := range strings.Split("АБВГДЕЖС", "") {
		if name != "" {
			m.People = append(m.People, Person{Name: name})
		}
	}
	m.People = append(m.People, Person{Name: "Гость", Guest: true})
	m.Agenda = make([]Item, 3)
	return m
}

func amount(n int) Amount { return Amount{voting.Whole(n)} }

// TestVoters: who may vote at the opening and on each item.
func TestVoters(t *testing.T) {
	no := false
	for _, test := range []struct {
		name   string
		change func(*Meeting)
		want   string // at the opening, then on every item
	}{
		{"everyone", func(*Meeting) {}, "7: 7 7 7"},
		{"absent", func(m *Meeting) { m.Absent = []Absent{{Name: "Б"}} }, "6: 6 6 6"},
		{"guest in the room", func(m *Meeting) { m.Present = []string{"А", "Б", "Гость"} }, "2: 2 2 2"},
		{"late", func(m *Meeting) { m.Arrived = []Move{{Name: "Б", Before: 2}} }, "6: 6 7 7"},
		{"left", func(m *Meeting) { m.Left = []Move{{Name: "Б", After: 2}} }, "7: 7 7 6"},
		{"late and left", func(m *Meeting) {
			m.Arrived, m.Left = []Move{{Name: "Б", After: 1}}, []Move{{Name: "Б", Before: 3}}
		}, "6: 6 7 6"},
		{"left and came back", func(m *Meeting) {
			m.Left, m.Arrived = []Move{{Name: "Б", After: 1}}, []Move{{Name: "Б", Before: 3}}
		}, "7: 7 6 7"},
		{"kept out", func(m *Meeting) { m.Agenda[0].Recused = []Recused{{Name: "В"}} }, "7: 6 7 7"},
		{"from afar, counted", func(m *Meeting) { m.Remote = []string{"Б"} }, "7: 7 7 7"},
		{"from afar, not counted", func(m *Meeting) { m.Remote, m.Council.Rules.Remote = []string{"Б"}, &no },
			"6: 6 6 6"},
		{"by number", func(m *Meeting) {
			n := 45
			m.Attendance = Attendance{Print: "number", Present: &n, Members: 80}
			m.Left = []Move{{Name: "Б", After: 1}}
		}, "45: 45 44 44"},
		{"by votes of each", func(m *Meeting) {
			m.Council.Rules.Unit = "голоса"
			for i := range m.People {
				m.People[i].Votes = amount(10)
			}
			m.Absent = []Absent{{Name: "Б"}}
		}, "60: 60 60 60"},
	} {
		m := council()
		test.change(m)
		a := m.Assembly()
		opened, _ := a.opened()
		got := fmt.Sprintf("%v:", opened)
		for i := range m.Agenda {
			present, _ := a.present(i)
			got += fmt.Sprintf(" %v", present)
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestWeights: the votes in the file agree with those of the people.
func TestWeights(t *testing.T) {
	four := 4
	for _, test := range []struct {
		votes, total int
		present      *int
		want         string
	}{
		{30, 100, nil, ""},
		{0, 100, nil, ""},
		{20, 100, nil, "attendance.votes: представлено голосов 20, а у присутствующих поимённо их 30"},
		{40, 100, nil, "attendance.votes: представлено голосов 40, а у присутствующих поимённо их 30"},
		{40, 100, &four, ""}, // one more was there, without a name
		{30, 20, nil, "council.rules.total: всего голосов 20, а у людей в people их 30"},
		{130, 100, &four, "attendance.votes: представлено голосов 130, а всего их 100"},
	} {
		m := Meeting{Council: Council{Rules: Rules{Unit: "доли", Total: amount(test.total)}},
			People: []Person{{Name: "А", Votes: amount(10)}, {Name: "Б", Votes: amount(10)},
				{Name: "В", Votes: amount(10)}},
			Attendance: Attendance{Votes: amount(test.votes), Present: test.present}}
		if test.present != nil {
			m.Attendance.Print = "number"
		}
		got := ""
		for _, p := range m.Check() {
			if got == "" && (p.Key == "attendance.votes" || p.Key == "council.rules.total") {
				got = p.Key + ": " + p.Message
			}
		}
		if got != test.want {
			t.Errorf("%d of %d: %q, want %q", test.votes, test.total, got, test.want)
		}
	}
}

// TestRule: results of votes under the rules of the body.
func TestRule(t *testing.T) {
	for _, test := range []struct {
		name   string
		vote   Vote
		change func(*Meeting)
		want   voting.Outcome
		known  bool
	}{
		{"majority", Vote{For: heads(4), Against: heads(3)}, nil, voting.Passed, true},
		{"minority", Vote{For: heads(3), Against: heads(4)}, nil, voting.Failed, true},
		{"the word alone", Vote{Words: "Единогласно"}, nil, voting.Passed, true},
		{"other words", Vote{Words: "большинством голосов"}, nil, voting.Undecided, false},
		{"other words, by hand", Vote{Words: "большинством голосов", Outcome: "принято"}, nil, voting.Passed, false},
		{"own majority", Vote{For: heads(4), Against: heads(3), Majority: "2/3 of members"}, nil, voting.Failed, true},
		{"tie, chair named",
			Vote{For: Ballots{Names: []string{"А", "Б", "В"}}, Against: Ballots{Names: []string{"Г", "Д", "Е"}}},
			func(m *Meeting) { m.Absent = []Absent{{Name: "Ж"}} }, voting.Passed, true},
		{"tie, another chairs the item",
			Vote{For: Ballots{Names: []string{"А", "Б", "В"}}, Against: Ballots{Names: []string{"Г", "Д", "Е"}}},
			func(m *Meeting) { m.Absent, m.Agenda[0].Chair = []Absent{{Name: "Ж"}}, "Г" }, voting.Failed, true},
		{"tie, chair unknown", Vote{For: heads(3), Against: heads(3)},
			func(m *Meeting) { m.Absent = []Absent{{Name: "Ж"}} }, voting.Undecided, true},
		{"no quorum", Vote{For: heads(3)},
			func(m *Meeting) { m.Present = []string{"А", "Б", "В"} }, voting.NoQuorum, true},
	} {
		m := council()
		if test.change != nil {
			test.change(m)
		}
		r := m.Assembly().Rule(0, &test.vote)
		if r.Outcome != test.want || r.Known != test.known {
			t.Errorf("%s: outcome %v, known %v", test.name, r.Outcome, r.Known)
		}
	}
}

// TestSumsAreChecked checks that a vote is valid exactly if its numbers add up
// to the people who may vote on the item, with arrivals, departures and
// recusals.
func TestSumsAreChecked(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		m := council()
		for _, p := range m.People[:7] {
			switch rnd.IntN(6) {
			case 0:
				m.Arrived = append(m.Arrived, Move{Name: p.Name, Before: 1 + rnd.IntN(3)})
			case 1:
				m.Left = append(m.Left, Move{Name: p.Name, After: 1 + rnd.IntN(3)})
			case 2:
				m.Agenda[rnd.IntN(3)].Recused = []Recused{{Name: p.Name}}
			}
		}
		item := rnd.IntN(3)
		voters := 0
		for _, votes := range m.Assembly().voters(item) {
			if votes {
				voters++
			}
		}
		favour := rnd.IntN(voters + 1)
		off := rnd.IntN(2)
		m.Agenda[item].Vote = &Vote{For: heads(favour), Against: heads(voters - favour + off), Chair: "for"}
		if voters+off == 0 {
			continue
		}
		c := checker{meeting: m, directory: m.Directory()}
		c.vote("vote", item, m.Agenda[item].Vote)
		if c.problems.Failed() != (off == 1) {
			t.Fatalf("off by %d of %d voters: %v", off, voters, c.problems)
		}
	}
}

// heads are votes of one head each.
func heads(n int) Ballots { return Ballots{Count: Amount{voting.Whole(n)}} }
