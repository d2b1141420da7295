// Package voting implements the rules of decisions of a collegial body: the
// quorum, the majority and the effect of a tie.
//
// The rules are given as two short texts, which ParseQuorum and ParseMajority
// parse:
//
//	quorum   = "> 1/2 of members"
//	majority = "2/3 of present"
//
// In the grammar, case, ё and repeated spaces are not significant:
//
//	rule     = "none" | [ relation ] amount [ base ]
//	relation = ">"  | "more than" | "более" | "больше" | "свыше"
//	         | ">=" | "≥" | "at least" | "не менее" | "не меньше" | "минимум"
//	amount   = share [ "+" number ] | number | "all" | "все"
//	share    = number "/" number | decimal "%" | "half" | "две трети" | …
//	base     = "of members" | "of all votes" | "of present" | "of voted" | "of cast"
//
// Without a relation, an amount means “at least”. Each base has Russian words,
// too: «от членов», «от общего числа голосов», «от присутствующих», «от
// участвующих в голосовании», «от поданных за и против». «Простое большинство»
// (“simple majority”) means "> 1/2 of present", «квалифицированное большинство
// 2/3» means "2/3 of present" unless another base follows, and «единогласно»
// means "all of present".
//
// Votes are exact numbers: heads, shares, square metres or per cent with any decimals, never floats. The text of
// Explain is for people who check a result; the words of papers are in templates.
package voting

// Unit is the unit of votes.
type Unit int

const (
	// Heads means one vote per person. These votes cannot be divided.
	Heads Unit = iota
	// Votes means votes of different weight.
	Votes
	// Shares means shares of the capital of a company (закон № 14-ФЗ, ст. 32),
	// Stock means voting stock (закон № 208-ФЗ, ст. 59).
	Shares
	Stock
	// Metres means square metres of owned floor space (ЖК РФ, ст. 48 ч. 3).
	Metres
	// Percent means percentages of all votes.
	Percent
)

// Choice is the vote of a person. The zero Choice means unknown.
type Choice int

const (
	Unknown Choice = iota
	For
	Against
	Abstained
	NotVoting // present with a right to vote, but did not vote
	Invalid   // cast an invalid ballot
)

// Ballot is a choice and the number of votes given for it. Without a Weight it
// counts as one vote.
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

// Tie is the effect of equal numbers of votes for and against.
type Tie int

const (
	// TieLost means that a tie is not a majority.
	TieLost Tie = iota
	// TieChair gives the chair a casting vote (АО: 208-ФЗ, ст. 68 п. 3).
	TieChair
)

// Rules are the rules of a body. Without a Majority no outcome is computed.
type Rules struct {
	Quorum   Quorum
	Majority Majority
	Tie      Tie
	Unit     Unit
	Absentee bool // voting by mail: members take part instead of being present
}

// Vote is the figures of a vote. Members and Present do not include people
// without a right to vote, such as guests.
type Vote struct {
	Members Amount // all votes of the body
	Present Amount // votes of those who are present for this item
	Recused Amount // votes among Present that may not be cast on this item
	Tally   Tally
	Chair   Ballot // how the chair voted; only needed for a tie
}

// Eligible returns the votes that may be cast.
func (v Vote) Eligible() Amount { return v.Present.Sub(v.Recused) }

// Outcome is the outcome of a vote.
type Outcome int

const (
	// Undecided means that the outcome cannot be computed: there is no
	// Majority, or the chair's choice in a tie is unknown.
	Undecided Outcome = iota
	Passed
	Failed
	// NoQuorum means that the vote is invalid (ГК РФ, ст. 181.5 п. 2: a
	// decision without a quorum is void).
	NoQuorum
)

// Result is a vote with its outcome and the figures that it is based on.
type Result struct {
	Rules Rules
	Vote  Vote

	Outcome   Outcome
	Unanimous bool // passed with the votes of all who had a right to vote
	Tied      bool // the casting vote of the chair decides, or would if it were known

	QuorumNeed   Need
	MajorityNeed Need
	MajorityOf   Amount // the votes that the majority refers to
}

// Decide computes the outcome of a vote. It does not check the figures for
// contradictions; CheckPresence and Tally.Check do.
func (r Rules) Decide(v Vote) Result {
	of := r.Majority.baseVotes(v)
	result := Result{
		Rules: r, Vote: v,
		QuorumNeed:   r.Quorum.Need(v.Members, r.Unit),
		MajorityNeed: r.Majority.Need(of, r.Unit),
		MajorityOf:   of,
	}
	result.Outcome, result.Tied = r.outcome(v, result)
	result.Unanimous = result.Outcome == Passed && v.Tally.allFor() && v.Tally.For.Cmp(v.Eligible()) == 0
	return result
}

// outcome returns the outcome and whether it depends on the casting vote. The
// chair's own vote is counted a second time, towards the same majority. Thus
// six to six of twelve pass with the chair, but five to five with two
// abstentions do not. Otherwise a sixth vote for, still short of a majority,
// would reverse the decision. A tie never meets a qualified majority.
func (r Rules) outcome(v Vote, result Result) (o Outcome, tied bool) {
	tally, need := v.Tally, result.MajorityNeed
	switch {
	case !result.QuorumNeed.Met(v.Present):
		return NoQuorum, false
	case r.Majority.IsZero():
		return Undecided, false
	case tally.For.IsZero():
		return Failed, false
	case need.Met(tally.For):
		return Passed, false
	case r.Tie != TieChair, !r.Majority.isSimple(), tally.For.Cmp(tally.Against) != 0,
		!need.Met(tally.For.Add(v.Chair.weight())):
		return Failed, false
	case v.Chair.Choice == Unknown:
		return Undecided, true
	case v.Chair.Choice == For:
		return Passed, true
	}
	return Failed, true
}
