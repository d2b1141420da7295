package voting

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func quorum(t *testing.T, text string) Quorum {
	t.Helper()
	q, err := ParseQuorum(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return q
}

func majority(t *testing.T, text string) Majority {
	t.Helper()
	m, err := ParseMajority(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return m
}

func votes(t *testing.T, text string) Amount {
	t.Helper()
	a, err := ParseAmount(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// heads returns a vote of persons.
func heads(members, present, for_, against, abstained int) Vote {
	return Vote{Members: Whole(members), Present: Whole(present),
		Tally: Tally{For: Whole(for_), Against: Whole(against), Abstained: Whole(abstained)}}
}

// TestStatutoryRules checks the arithmetic against the laws on different
// bodies.
func TestStatutoryRules(t *testing.T) {
	// ГК РФ, ст. 181.2 п. 1: at least fifty per cent take part, and a majority
	// of them decides.
	civil := Rules{Quorum: quorum(t, "50 % of members"), Majority: majority(t, "простое большинство")}
	// 7-ФЗ, ст. 29 п. 4: more than half of the members are present; some
	// matters require a qualified majority.
	union := Rules{Quorum: quorum(t, "> 1/2 of members"), Majority: majority(t, "квалифицированное большинство 2/3")}
	// ЖК РФ, ст. 45 ч. 3, ст. 46 ч. 1: more than fifty per cent of all votes
	// take part; a majority of these decides, or two thirds of all votes.
	house := Rules{Quorum: quorum(t, "> 50 % of all votes"), Majority: majority(t, "> 1/2 of present"), Unit: Metres}
	repair := Rules{Quorum: quorum(t, "> 50 % of all votes"), Majority: majority(t, "2/3 of all votes"), Unit: Metres}
	// 208-ФЗ, ст. 49 п. 4, ст. 58 п. 1: more than half of the shares take part;
	// three quarters of those present decide. ст. 68: half of the board is
	// present, and the chair has a casting vote.
	stock := Rules{Quorum: quorum(t, "> 1/2 of all votes"), Majority: majority(t, "3/4 of present"), Unit: Votes}
	board := Rules{Quorum: quorum(t, "1/2 of members"), Majority: majority(t, "> 1/2 of present"), Tie: TieChair}

	for _, test := range []struct {
		name  string
		rules Rules
		vote  Vote
		want  Outcome
	}{
		{"half of twelve is enough", civil, heads(12, 6, 4, 2, 0), Passed},
		{"five of twelve are not", civil, heads(12, 5, 5, 0, 0), NoQuorum},
		{"half of those present is no majority", civil, heads(12, 6, 3, 3, 0), Failed},
		{"abstentions count against", civil, heads(12, 6, 3, 0, 3), Failed},
		{"half of twelve is not more than half", union, heads(12, 6, 6, 0, 0), NoQuorum},
		{"eight of twelve are two thirds", union, heads(15, 12, 8, 4, 0), Passed},
		{"seven of twelve are not", union, heads(15, 12, 7, 5, 0), Failed},
		{"nine of thirteen are two thirds", union, heads(15, 13, 9, 4, 0), Passed},
		{"exactly half of the metres", house, owners(t, "5000,4", "2500,2", "2500,2", "0"), NoQuorum},
		{"a hundredth more", house, owners(t, "5000,4", "2500,21", "1250,11", "1250,1"), Passed},
		{"most of the metres, not two thirds", repair, owners(t, "3000", "2500", "1999,99", "500,01"), Failed},
		{"two thirds of the metres", repair, owners(t, "3000", "2500", "2000", "500"), Passed},
		{"three quarters of the shares", stock, owners(t, "100000", "50001", "37500,75", "12500,25"), Passed},
		{"less than three quarters", stock, owners(t, "100000", "50001", "37500,74", "12500,26"), Failed},
		{"the board, evenly", board, heads(8, 4, 2, 2, 0), Undecided},
		{"no one is for", board, heads(8, 4, 0, 0, 4), Failed},
	} {
		if got := test.rules.Decide(test.vote); got.Outcome != test.want {
			t.Errorf("%s: %v\n%s", test.name, got.Outcome, strings.Join(got.Explain(), "\n"))
		}
	}
}

func owners(t *testing.T, members, present, for_, against string) Vote {
	t.Helper()
	v := Vote{Members: votes(t, members), Present: votes(t, present),
		Tally: Tally{For: votes(t, for_), Against: votes(t, against)}}
	if err := v.Tally.Check(v.Present); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestCastingVote checks that the chair only decides in a tie.
func TestCastingVote(t *testing.T) {
	rules := Rules{Majority: majority(t, "> 1/2 of present"), Tie: TieChair}
	for _, test := range []struct {
		name  string
		vote  Vote
		chair Choice
		want  Outcome
		tied  bool
	}{
		{"for", heads(12, 12, 6, 6, 0), For, Passed, true},
		{"against", heads(12, 12, 6, 6, 0), Against, Failed, true},
		{"abstained", heads(13, 13, 6, 6, 1), Abstained, Failed, true},
		{"one abstained, six and one more are most of thirteen", heads(13, 13, 6, 6, 1), For, Passed, true},
		{"two abstained, five and one more are not most of twelve", heads(12, 12, 5, 5, 2), For, Failed, false},
		{"no equality", heads(12, 12, 5, 7, 0), For, Failed, false},
		{"unknown", heads(12, 12, 6, 6, 0), Unknown, Undecided, true},
	} {
		test.vote.Chair.Choice = test.chair
		if got := rules.Decide(test.vote); got.Outcome != test.want || got.Tied != test.tied {
			t.Errorf("%s: %v, tied %v", test.name, got.Outcome, got.Tied)
		}
	}
	rules.Majority = majority(t, "2/3 of present")
	vote := heads(12, 12, 6, 6, 0)
	vote.Chair.Choice = For
	if got := rules.Decide(vote); got.Outcome != Failed || got.Tied {
		t.Error("a casting vote made two thirds of a half")
	}
	rules = Rules{Majority: majority(t, "> 1/2 of present"), Tie: TieLost}
	if got := rules.Decide(vote); got.Outcome != Failed || got.Tied {
		t.Error("the chair decided though an equality is lost")
	}
}

func TestNeed(t *testing.T) {
	for _, test := range []struct {
		rule  string
		total string
		unit  Unit
		want  string
	}{
		{"> 1/2 of members", "15", Heads, "не менее 8"},
		{"> 1/2 of members", "16", Heads, "не менее 9"},
		{"1/2 of members", "15", Heads, "не менее 8"},
		{"1/2 of members", "16", Heads, "не менее 8"},
		{"1/2 + 1 of members", "15", Heads, "не менее 8"},
		{"1/2 + 1 of members", "16", Heads, "не менее 9"},
		{"2/3 of members", "15", Heads, "не менее 10"},
		{"2/3 of members", "16", Heads, "не менее 11"},
		{"> 2/3 of members", "15", Heads, "не менее 11"},
		{"all of members", "15", Heads, "не менее 15"},
		{"5", "15", Heads, "не менее 5"},
		{"> 5", "15", Heads, "не менее 6"},
		{"> 1/2 of all votes", "1000,5", Votes, "больше 500,25"},
		{"2/3 of all votes", "1000", Votes, "не менее 666 2/3"},
		{"50 % + 1 of all votes", "101", Votes, "не менее 51"},
	} {
		if got := quorum(t, test.rule).Need(votes(t, test.total), test.unit).String(); got != test.want {
			t.Errorf("%s of %s: %s", test.rule, test.total, got)
		}
	}
}

func TestCheck(t *testing.T) {
	v := heads(15, 12, 12, 0, 1)
	if err := v.Tally.Check(v.Present); err == nil ||
		err.Error() != "за 12 + против 0 + воздержались 1 = 13, а голосующих 12" {
		t.Error(err)
	}
	v.Tally.NotVoting = Whole(2)
	if err := v.Tally.Check(v.Present); err == nil ||
		err.Error() != "за 12 + против 0 + воздержались 1 + не голосовали 2 = 15, а голосующих 12" {
		t.Error(err)
	}
	if err := v.Tally.Check(Whole(15)); err != nil {
		t.Error(err)
	}
	if err := CheckPresence(Whole(16), Whole(15)); err == nil || err.Error() != "присутствуют 16, а всего 15" {
		t.Error(err)
	}
	if err := CheckPresence(Whole(15), Whole(15)); err != nil {
		t.Error(err)
	}
}

// randomRule returns a random rule, formatted and parsed.
func randomRule(t *testing.T, rng *rand.Rand) Majority {
	t.Helper()
	relations := []string{"", ">", ">="}
	amounts := []string{"1/2", "2/3", "3/4", "1/3", "50 %", "66,67 %", "1/7"}
	bases := []string{"of members", "of all votes", "of present", "of voted", "of cast"}
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	switch rng.IntN(8) {
	case 0:
		return majority(t, "all "+pick(bases))
	case 1:
		return majority(t, pick(amounts)+" + 1 "+pick(bases))
	case 2:
		return majority(t, pick(relations)+" "+Whole(1+rng.IntN(15)).String())
	}
	return majority(t, pick(relations)+" "+pick(amounts)+" "+pick(bases))
}

// randomVote returns a vote with consistent figures.
func randomVote(rng *rand.Rand, unit Unit) Vote {
	votes := func() Amount {
		if unit == Heads {
			return Whole(rng.IntN(10))
		}
		return randomAmount(rng)
	}
	tally := Tally{For: votes(), Against: votes(), Abstained: votes(), NotVoting: votes()}
	if rng.IntN(3) == 0 {
		tally.Against = tally.For
	}
	if rng.IntN(4) == 0 {
		tally = Tally{For: tally.For}
	}
	present := tally.Total()
	return Vote{Members: present.Add(votes()), Present: present, Tally: tally,
		Chair: Ballot{Choice: Choice(rng.IntN(5))}}
}

// forRandomVotes checks a property with many random rules and votes.
func forRandomVotes(t *testing.T, property func(t *testing.T, rng *rand.Rand, rules Rules, v Vote)) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		rules := Rules{Majority: randomRule(t, rng), Tie: Tie(rng.IntN(2)), Unit: Unit(rng.IntN(3))}
		if q, err := ParseQuorum(randomRule(t, rng).String()); err == nil {
			rules.Quorum = q
		}
		property(t, rng, rules, randomVote(rng, rules.Unit))
		if t.Failed() {
			return
		}
	}
}

// TestMonotone checks that another vote for never reverses a decision. There
// are two exceptions in a tie: if somebody had not voted, the base of the
// majority may grow; and the vote may have less weight than the chair's.
func TestMonotone(t *testing.T) {
	forRandomVotes(t, func(t *testing.T, rng *rand.Rand, rules Rules, v Vote) {
		before := rules.Decide(v)
		if before.Outcome != Passed {
			return
		}
		more := v
		from := []*Amount{&more.Tally.Against, &more.Tally.Abstained, &more.Tally.NotVoting}[rng.IntN(3)]
		if before.Tied && (from == &more.Tally.NotVoting || rules.Unit != Heads) {
			return
		}
		moved := Whole(1)
		if from.Cmp(moved) < 0 {
			moved = *from
		}
		*from = from.Sub(moved)
		more.Tally.For = more.Tally.For.Add(moved)
		if got := rules.Decide(more); got.Outcome != Passed {
			t.Errorf("%v: %+v passed, with more votes for it is\n%s", rules.Majority,
				v.Tally, strings.Join(got.Explain(), "\n"))
		}
	})
}

// TestNeedIsLeast checks that the needed number of heads meets the rule and one
// less does not.
func TestNeedIsLeast(t *testing.T) {
	forRandomVotes(t, func(t *testing.T, _ *rand.Rand, rules Rules, v Vote) {
		total := v.Members.floor()
		exact, need := rules.Majority.Need(total, Votes), rules.Majority.Need(total, Heads)
		least := need.Amount
		if !exact.Met(least) || need.Strict || !least.floor().Equal(least) {
			t.Errorf("%v of %v: %v does not do", rules.Majority, total, need)
		}
		if fewer := least.Sub(Whole(1)); !least.IsZero() && exact.Met(fewer) {
			t.Errorf("%v of %v: %v is more than enough", rules.Majority, total, need)
		}
	})
}

// TestUnanimous checks that a unanimous decision has all votes.
func TestUnanimous(t *testing.T) {
	seen := 0
	forRandomVotes(t, func(t *testing.T, _ *rand.Rand, rules Rules, v Vote) {
		got := rules.Decide(v)
		others := v.Tally.Against.Add(v.Tally.Abstained).Add(v.Tally.NotVoting)
		if want := got.Outcome == Passed && others.IsZero(); got.Unanimous != want {
			t.Errorf("%+v: unanimous is %v", v.Tally, got.Unanimous)
		}
		if got.Unanimous {
			seen++
		}
		short := v
		short.Present = v.Present.Add(Whole(1))
		if rules.Decide(short).Unanimous {
			t.Errorf("%+v is unanimous though someone is not counted", v.Tally)
		}
	})
	if seen < 50 {
		t.Errorf("only %d votes were unanimous", seen)
	}
}

// TestScaling checks that the outcome does not depend on the unit of
// measurement.
func TestScaling(t *testing.T) {
	forRandomVotes(t, func(t *testing.T, rng *rand.Rand, rules Rules, v Vote) {
		q, m := rules.Quorum, rules.Majority
		if m.plus > 0 || m.den == 0 || q.plus > 0 || q.den == 0 && !q.IsZero() {
			return // absolute numbers of votes do not scale
		}
		rules.Unit = Votes
		num, den := 1+rng.Int64N(9), 1+rng.Int64N(9)
		scale := func(a Amount) Amount { return a.mul(num, den) }
		scaled := Vote{Members: scale(v.Members), Present: scale(v.Present),
			Chair: Ballot{v.Chair.Choice, scale(v.Chair.weight())},
			Tally: Tally{For: scale(v.Tally.For), Against: scale(v.Tally.Against),
				Abstained: scale(v.Tally.Abstained), NotVoting: scale(v.Tally.NotVoting)}}
		a, b := rules.Decide(v), rules.Decide(scaled)
		if a.Outcome != b.Outcome || a.Unanimous != b.Unanimous || a.Tied != b.Tied {
			t.Errorf("%+v times %d/%d: %v and %v", v.Tally, num, den, a.Outcome, b.Outcome)
		}
	})
}

// TestDecideIsPure checks that computing a result does not change the figures.
func TestDecideIsPure(t *testing.T) {
	forRandomVotes(t, func(t *testing.T, _ *rand.Rand, rules Rules, v Vote) {
		before := v.Tally.Sum() + v.Members.String() + v.Present.String()
		first := rules.Decide(v).Explain()
		if second := rules.Decide(v).Explain(); !slices.Equal(first, second) {
			t.Errorf("%v, then %v", first, second)
		}
		if after := v.Tally.Sum() + v.Members.String() + v.Present.String(); after != before {
			t.Errorf("%s became %s", before, after)
		}
	})
}
