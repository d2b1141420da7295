package meeting

import (
	"cmp"

	"protokol/generator/internal/voting"
)

// Ruling is the result of a vote.
type Ruling struct {
	voting.Result
	Vote   *Vote  // as in the file
	Summed bool   // the number of votes present is known, so that sums can be checked
	Known  bool   // the number of all votes is known, too: the outcome was calculated
	ByHand bool   // the outcome is stated in the file and could not be calculated
	Base   string // what percentages refer to; "" if the file does not say it
}

// Passed reports whether the decision was adopted.
func (r Ruling) Passed() bool { return r.Outcome == voting.Passed }

// Failed reports whether the decision was rejected.
func (r Ruling) Failed() bool { return r.Outcome == voting.Failed || r.Outcome == voting.NoQuorum }

// ShareOf returns the votes that printed percentages refer to, and whether the
// file says so: without a base they are those that the majority refers to.
func (r Ruling) ShareOf() (of voting.Amount, said bool) {
	switch r.Base {
	case "total":
		return r.Result.Vote.Members, true
	case "present":
		return r.Result.Vote.Present, true
	case "voted":
		return r.Result.Vote.Tally.Voted(), true
	}
	return r.MajorityOf, false
}

// Rule calculates the result of a vote on an item, counted from 0. It uses the
// outcome stated in the file when there is not enough to calculate one.
func (a *Assembly) Rule(item int, v *Vote) Ruling {
	members, known := a.members()
	present, here := a.present(item)
	vote := voting.Vote{Members: members, Present: present, Tally: a.tally(v, present), Chair: a.chair(item, v)}
	a.countRecused(item, &vote)
	rules := a.rules
	if v.Majority != "" {
		rules.Majority, _ = voting.ParseMajority(v.Majority) // Check reports errors
	}
	r := Ruling{Result: rules.Decide(vote), Vote: v, Summed: here && v.counted(),
		Base: cmp.Or(v.Base, a.meeting.Council.Rules.Base)}
	r.Known = known && here && (v.counted() || v.Unanimous())
	if !r.Known {
		r.Outcome, r.Unanimous, r.Tied = voting.Undecided, false, false
	}
	if given, ok := outcomes[v.Outcome]; ok && r.Outcome == voting.Undecided {
		r.Outcome, r.ByHand = given, true
	}
	return r
}

// tally counts a vote; «единогласно» means that all votes are for.
func (a *Assembly) tally(v *Vote, present voting.Amount) voting.Tally {
	if v.Unanimous() && !v.counted() {
		return voting.Tally{For: present}
	}
	t := voting.Tally{
		For: a.count(v.For), Against: a.count(v.Against), Abstained: a.count(v.Abstained),
		NotVoting: a.count(v.NotVoting), Invalid: a.count(v.Invalid),
	}
	if v.Returned != nil && a.rules.Unit == voting.Heads && !v.NotVoting.Given() {
		t.NotVoting = present.Sub(voting.Whole(*v.Returned)) // took no ballot or did not return it
	}
	return t
}

func (a *Assembly) count(b Ballots) voting.Amount {
	total := b.Count.Amount
	for _, name := range b.Names {
		if i := a.directory.find(name); i >= 0 {
			total = total.Add(a.weight(i))
		}
	}
	return total
}

// chair returns the ballot of the person who chaired the item.
func (a *Assembly) chair(item int, v *Vote) voting.Ballot {
	i := a.directory.find(a.chairs(item))
	if i < 0 {
		return voting.Ballot{}
	}
	ballot := voting.Ballot{Choice: choices[v.Chair], Weight: a.weight(i)}
	for _, k := range v.kinds() {
		for _, name := range k.ballots.Names {
			if a.directory.find(name) == i {
				ballot.Choice = k.choice
			}
		}
	}
	return ballot
}

// chairs returns who chairs an item, counted from 0.
func (a *Assembly) chairs(item int) string {
	if item != AgendaItem && a.meeting.Agenda[item].Chair != "" {
		return a.meeting.Agenda[item].Chair
	}
	return a.meeting.Chair
}
