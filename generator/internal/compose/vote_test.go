package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/voting"
)

func amount(t *testing.T, text string) voting.Amount {
	t.Helper()
	a, err := voting.ParseAmount(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// said returns the output of a partial for a fact, with plain spaces.
func said(t *testing.T, set *Templates, partial string, fact any) string {
	t.Helper()
	text, err := set.phrase(partial, fact, nil)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(text, "\u00a0", " ")
}

// TestQuorumWords checks that members agree with their number and that other
// units have their name and the percentage.
func TestQuorumWords(t *testing.T) {
	set := load(t)
	none := set.newBuilder(Request{}, &meeting.Meeting{})
	usual := voting.Rules{}
	var err error
	if usual.Quorum, err = voting.ParseQuorum("> 1/2 of members"); err != nil {
		t.Fatal(err)
	}
	absentee := usual
	absentee.Absentee = true
	for _, test := range []struct {
		rules            voting.Rules
		unit             voting.Unit
		present, members string
		want             string
	}{
		{usual, voting.Heads, "12", "15", "Кворум имеется: присутствуют 12 из 15 членов совета."},
		{usual, voting.Heads, "21", "21", "Кворум имеется: присутствует 21 из 21 члена совета."},
		{usual, voting.Heads, "61", "111", "Кворум имеется: присутствует 61 из 111 членов совета."},
		{usual, voting.Heads, "1", "15", "Кворума нет: присутствует 1 из 15 членов совета."},
		{usual, voting.Heads, "0", "0", "Кворума нет: присутствуют 0 из 0 членов совета."},
		{absentee, voting.Heads, "21", "31", "Кворум имеется: в голосовании участвует 21 из 31 члена совета."},
		{absentee, voting.Heads, "22", "31", "Кворум имеется: в голосовании участвуют 22 из 31 члена совета."},
		{usual, voting.Votes, "15 000,5", "20 000", "Кворум имеется: представлено 15 000,5 из 20 000 голосов (75 %)."},
		{usual, voting.Votes, "21", "21", "Кворум имеется: представлено 21 из 21 голоса (100 %)."},
		{usual, voting.Shares, "80", "101", "Кворум имеется: представлено 80 из 101 доли (79,21 %)."},
		{usual, voting.Shares, "80", "102", "Кворум имеется: представлено 80 из 102 долей (78,43 %)."},
		{usual, voting.Stock, "800", "1000", "Кворум имеется: представлено 800 из 1000 акций (80 %)."},
		{usual, voting.Metres, "1234,5", "2000", "Кворум имеется: представлено 1234,5 из 2000 кв. м (61,73 %)."},
		{usual, voting.Percent, "75,05", "100", "Кворум имеется: представлено 75,05 % голосов."},
		{usual, voting.Percent, "50", "100", "Кворума нет: представлено 50 % голосов."},
	} {
		test.rules.Unit = test.unit
		q := none.newQuorum(test.rules.Decide(voting.Vote{Members: amount(t, test.members), Present: amount(t,
			test.present)}))
		q.MemberOne, q.MemberMany = "члена совета", "членов совета"
		if got := said(t, set, "quorum", q); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// TestQuorumPercent: the quorum of heads has a percentage if the file asks for it, with its number of decimals.
func TestQuorumPercent(t *testing.T) {
	set := load(t)
	one, none := 1, 0
	for _, test := range []struct {
		present, members string
		decimals         *int
		want             string
	}{
		{"27", "31", nil, "Кворум имеется: присутствуют 27 из 31 члена совета (87,1 %)."},
		{"27", "31", &none, "Кворум имеется: присутствуют 27 из 31 члена совета (87 %)."},
		{"64", "112", &one, "Кворум имеется: присутствуют 64 из 112 членов совета (57,1 %)."},
		{"15", "15", nil, "Кворум имеется: присутствуют 15 из 15 членов совета (100 %)."},
	} {
		m := &meeting.Meeting{}
		m.Council.Rules = meeting.Rules{QuorumPercent: true, Decimals: test.decimals}
		rules := voting.Rules{}
		rules.Quorum, _ = voting.ParseQuorum("> 1/2 of members")
		q := set.newBuilder(Request{}, m).newQuorum(rules.Decide(voting.Vote{Members: amount(t, test.members),
			Present: amount(t, test.present)}))
		q.MemberOne, q.MemberMany = "члена совета", "членов совета"
		if got := said(t, set, "quorum", q); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// TestVoteWords checks that zero is written as in the file and that votes other
// than heads have their unit and their percentage.
func TestVoteWords(t *testing.T) {
	set := load(t)
	none := set.newBuilder(Request{}, &meeting.Meeting{})
	for _, test := range []struct {
		majority                          string
		unit                              voting.Unit
		members, present                  string
		yes, against, abstained, notVoted string
		none                              bool
		want                              string
	}{
		{"> 1/2 of present", voting.Heads, "15", "13", "12", "0", "1", "0", false,
			"Голосовали: «за» – 12, «против» – 0, «воздержались» – 1."},
		{"> 1/2 of present", voting.Heads, "15", "13", "12", "0", "1", "0", true,
			"Голосовали: «за» – 12, «против» – нет, «воздержались» – 1."},
		{"> 1/2 of present", voting.Heads, "15", "14", "12", "0", "1", "1", true,
			"Голосовали: «за» – 12, «против» – нет, «воздержались» – 1, «не голосовали» – 1."},
		{"> 1/2 of present", voting.Votes, "1000", "750", "500", "250", "0", "0", true,
			"Голосовали: «за» – 500 (66,67 %), «против» – 250 (33,33 %), «воздержались» – нет."},
		{"2/3 of all votes", voting.Metres, "3000", "2500,5", "2000", "500,5", "0", "0", false,
			"Голосовали: «за» – 2000 кв. м (66,67 %), «против» – 500,5 кв. м (16,68 %), «воздержались» – 0."},
		{"> 1/2 of present", voting.Percent, "100", "75,5", "75", "0,5", "0", "0", true,
			"Голосовали: «за» – 75 %, «против» – 0,5 %, «воздержались» – нет."},
	} {
		majority, err := voting.ParseMajority(test.majority)
		if err != nil {
			t.Fatal(err)
		}
		vote := voting.Vote{Members: amount(t, test.members), Present: amount(t, test.present), Tally: voting.Tally{
			For: amount(t, test.yes), Against: amount(t, test.against), Abstained: amount(t,
				test.abstained), NotVoting: amount(t, test.notVoted)}}
		ruling := meeting.Ruling{Result: voting.Rules{Majority: majority, Unit: test.unit}.Decide(vote),
			Vote: written(vote.Tally, test.none)}
		if got := said(t, set, "vote-line", VoteLine{Figures: none.figures("", ruling)}); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// TestVerdictWords checks verdicts in a line of their own and after the figures
// of a point.
func TestVerdictWords(t *testing.T) {
	set := load(t)
	for v, want := range map[Verdict][2]string{
		"unanimous": {"РЕШЕНИЕ ПРИНЯТО ЕДИНОГЛАСНО", "Решение принято единогласно."},
		"passed":    {"РЕШЕНИЕ ПРИНЯТО", "Решение принято."},
		"failed":    {"РЕШЕНИЕ НЕ ПРИНЯТО", "Решение не принято."},
		"":          {"", ""},
	} {
		if got := [2]string{said(t, set, "verdict", v), said(t, set, "verdict-in-line", v)}; got != want {
			t.Errorf("%s: %v, want %v", v, got, want)
		}
	}
	for r, want := range map[voting.Result]Verdict{
		{Outcome: voting.Passed, Unanimous: true}: "unanimous", {Outcome: voting.Passed}: "passed",
		{Outcome: voting.Failed}: "failed", {Outcome: voting.NoQuorum}: "failed", {}: "",
	} {
		if got := verdict(r); got != want {
			t.Errorf("%v: %q, want %q", r.Outcome, got, want)
		}
	}
}

// written returns the vote with the figures of a tally, zeros included.
func written(t voting.Tally, none bool) *meeting.Vote {
	ballots := func(a voting.Amount) meeting.Ballots {
		return meeting.Ballots{Count: meeting.Amount{Amount: a}, Zero: a.IsZero() && !none, None: a.IsZero() && none}
	}
	return &meeting.Vote{For: ballots(t.For), Against: ballots(t.Against), Abstained: ballots(t.Abstained),
		NotVoting: ballots(t.NotVoting)}
}
