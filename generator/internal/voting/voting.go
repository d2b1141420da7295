// Package voting is how a collegial body decides: who must be there, how many
// must be for, what an equality of votes comes to.
//
// A body says it in two short texts, which ParseQuorum and ParseMajority read:
//
//	quorum   = "> 1/2 of members"
//	majority = "2/3 of present"
//
// The grammar, in which case, ё and spare spaces do not matter:
//
//	rule     = "none" | [ relation ] amount [ base ]
//	relation = ">"  | "more than" | "более" | "больше" | "свыше"
//	         | ">=" | "≥" | "at least" | "не менее" | "не меньше" | "минимум"
//	amount   = share [ "+" number ] | number | "all" | "все"
//	share    = number "/" number | decimal "%" | "half" | "две трети" | …
//	base     = "of members" | "of all votes" | "of present" | "of voted" | "of cast"
//
// Without a relation an amount means “at least”. Each base has Russian words
// too: «от членов», «от общего числа голосов», «от присутствующих», «от
// участвующих в голосовании», «от поданных за и против». «Простое большинство»
// (“simple majority”) is "> 1/2 of present", «квалифицированное большинство
// 2/3» is "2/3 of present" unless another base follows, «единогласно» is "all
// of present".
//
// Votes are exact numbers: heads, shares, square metres or per cent with any
// decimals, never floats. What Explain says is for people who check a result; the
// words of papers stand in templates.
package voting

// Unit is what votes are counted in.
type Unit int

const (
	// Heads are one vote a person. They alone cannot be divided.
	Heads Unit = iota
	// Votes are votes of different weight.
	Votes
	// Shares are parts of a company's capital (закон № 14-ФЗ, ст. 32), Stock is
	// voting stock (закон № 208-ФЗ, ст. 59).
	Shares
	Stock
	// Metres are square metres of owned floor (ЖК РФ, ст. 48 ч. 3).
	Metres
	// Percent are hundredths of all votes.
	Percent
)

// Choice is how someone voted. The zero Choice is not known.
type Choice int

const (
	Unknown Choice = iota
	For
	Against
	Abstained
	NotVoting // present and entitled, but took no part
)

// Ballot is how one voter voted and with how many votes; without a Weight it
// is one vote.
type Ballot struct {
	Choice Choice
	Weight Amount
}

func (b Ballot) weight() Amount {
	if b.Weight.IsZero() {
		return Whole(1)
	}
	return b.Weight
}

// Tie is what an equality of votes for and against comes to.
type Tie int

const (
	// TieLost leaves it to the majority: an equality is none.
	TieLost Tie = iota
	// TieChair gives the chair a casting vote (АО: 208-ФЗ, ст. 68 п. 3).
	TieChair
)

// Rules are how a body decides. Without a Majority no outcome is computed.
type Rules struct {
	Quorum   Quorum
	Majority Majority
	Tie      Tie
	Unit     Unit
	Absentee bool // by ballots sent in: no one is present, one takes part
}

// Vote is one vote taken. Members and Present count only votes: who is there
// without a vote, an invited person say, is in neither.
type Vote struct {
	Members Amount // all votes of the body
	Present Amount // the votes of those who may vote on this item
	Tally   Tally
	Chair   Ballot // how the chair voted; asked for at a tie only
}

// Outcome is what a vote came to.
type Outcome int

const (
	// Undecided is an outcome that cannot be computed: there is no Majority,
	// or at a tie no one said how the chair voted.
	Undecided Outcome = iota
	Passed
	Failed
	// NoQuorum is a vote that could not be taken (ГК РФ, ст. 181.5 п. 2: a
	// decision without a quorum is void).
	NoQuorum
)

// Result is a vote with its outcome and the figures that led to it.
type Result struct {
	Rules Rules
	Vote  Vote

	Outcome   Outcome
	Unanimous bool // passed, and everyone who could vote was for
	Tied      bool // the casting vote of the chair decides, or would if known

	QuorumNeed   Need
	MajorityNeed Need
	MajorityOf   Amount // the votes of which the majority is a share
}

// Decide computes the outcome of a vote. It takes the figures as they are: let
// CheckPresence and Tally.Check find those that contradict each other.
func (r Rules) Decide(v Vote) Result {
	of := r.Majority.of(v)
	result := Result{
		Rules: r, Vote: v,
		QuorumNeed:   r.Quorum.Need(v.Members, r.Unit),
		MajorityNeed: r.Majority.Need(of, r.Unit),
		MajorityOf:   of,
	}
	result.Outcome, result.Tied = r.outcome(v, result)
	result.Unanimous = result.Outcome == Passed && v.Tally.allFor() && v.Tally.For.Cmp(v.Present) == 0
	return result
}

// outcome decides, and tells whether that hangs on the casting vote. The
// casting vote is the chair's own, counted once more and towards the same
// majority. So six to six of twelve pass with the chair, five to five with two
// abstentions do not: else a sixth vote for, still short of a majority, would
// undo the decision. Of a qualified majority an equality is always short.
func (r Rules) outcome(v Vote, result Result) (o Outcome, tied bool) {
	votes, need := v.Tally, result.MajorityNeed
	switch {
	case !result.QuorumNeed.Met(v.Present):
		return NoQuorum, false
	case r.Majority.IsZero():
		return Undecided, false
	case votes.For.IsZero():
		return Failed, false
	case need.Met(votes.For):
		return Passed, false
	case r.Tie != TieChair, !r.Majority.isBare(), votes.For.Cmp(votes.Against) != 0, !need.Met(votes.For.Add(v.Chair.weight())):
		return Failed, false
	case v.Chair.Choice == Unknown:
		return Undecided, true
	case v.Chair.Choice == For:
		return Passed, true
	}
	return Failed, true
}
