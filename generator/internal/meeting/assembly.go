package meeting

import (
	"slices"

	"protokol/generator/internal/voting"
)

// Assembly calculates who was present for each item, and the outcome of votes.
type Assembly struct {
	meeting   *Meeting
	directory Directory
	rules     voting.Rules
	mayVote   []bool         // for every person: has a vote by the rules
	there     []bool         // for every person: present at some time, or with an opinion in writing, with a vote
	written   []bool         // for every person: absent with an opinion in writing, with a vote
	steps     map[int][]step // of people who came late or left early, in order
	opening   []bool         // for every person: present at the opening, with a vote
}

// step is a person entering or leaving before an item, counted from 0.
type step struct {
	before int
	in     bool
}

// Assembly returns the assembly of the meeting. The meeting need not have passed
// Check; unknown names are ignored.
func (m *Meeting) Assembly() *Assembly {
	d := m.Directory()
	a := &Assembly{meeting: m, directory: d, rules: m.Council.Rules.parsed(), mayVote: m.mayVote(d),
		steps: map[int][]step{}}
	a.rules.Absentee = m.Absentee() || m.Mixed()
	a.there = make([]bool, len(m.People))
	for _, p := range m.attending(d) {
		if i := d.find(p.Name); i >= 0 {
			a.there[i] = a.mayVote[i]
		}
	}
	if counted := m.Council.Rules.Remote; counted != nil && !*counted {
		for i, remote := range m.isRemote(d) {
			a.there[i] = a.there[i] && !remote
		}
	}
	a.written = make([]bool, len(m.People))
	for _, absent := range m.Absent {
		if i := d.find(absent.Name); absent.Written && i >= 0 && a.mayVote[i] {
			a.there[i], a.written[i] = true, true
		}
	}
	a.walk(m.Arrived, true)
	a.walk(m.Left, false)
	for _, steps := range a.steps {
		slices.SortStableFunc(steps, func(x, y step) int { return x.before - y.before })
	}
	a.opening = a.inRoom(0)
	return a
}

func (a *Assembly) walk(moves []Move, in bool) {
	for _, move := range moves {
		if i := a.directory.find(move.Name); i >= 0 {
			a.steps[i] = append(a.steps[i], step{move.from(), in})
		}
	}
}

// inRoom returns who is present, with a vote, at an item counted from 0. A
// person whose first step is to enter was absent before it.
func (a *Assembly) inRoom(item int) []bool {
	in := slices.Clone(a.there)
	for i, steps := range a.steps {
		here := !steps[0].in
		for _, s := range steps {
			if item >= s.before {
				here = s.in
			}
		}
		in[i] = in[i] && here
	}
	return in
}

// AgendaItem is the item number of the vote on the agenda itself.
const AgendaItem = -1

// voters returns who may vote on an item.
func (a *Assembly) voters(item int) []bool {
	if item == AgendaItem {
		return a.opening
	}
	in := a.inRoom(item)
	for _, r := range a.meeting.Agenda[item].Recused {
		if i := a.directory.find(r.Name); i >= 0 {
			in[i] = false
		}
	}
	return in
}

// weight returns the number of votes of a person.
func (a *Assembly) weight(i int) voting.Amount {
	if votes := a.meeting.People[i].Votes; !votes.IsZero() {
		return votes.Amount
	}
	return voting.Whole(1)
}

// sum adds up the votes of people. If the unit is not heads, everyone must have
// votes of their own; otherwise the sum is unknown.
func (a *Assembly) sum(who []bool) (total voting.Amount, known bool) {
	for i, counts := range who {
		if !counts {
			continue
		}
		if a.rules.Unit != voting.Heads && a.meeting.People[i].Votes.IsZero() {
			return total, false
		}
		total = total.Add(a.weight(i))
	}
	return total, true
}

// members returns all votes of the body. When the file gives only the number of
// those present, its people are not all members.
func (a *Assembly) members() (voting.Amount, bool) {
	if total, ok := a.meeting.Council.Rules.total(); ok {
		return total, true
	}
	if n := a.meeting.Attendance.Members; n > 0 && a.rules.Unit == voting.Heads {
		return voting.Whole(n), true
	}
	if _, byHand := a.meeting.Attendance.votes(a.rules.Unit); byHand && a.rules.Unit == voting.Heads {
		return voting.Amount{}, false
	}
	return a.sum(a.mayVote)
}

// Written returns the votes of those who were absent and gave their opinion in writing (174-ФЗ, ст. 12 ч. 6; 208-ФЗ,
// ст. 68 п. 1). They count as present.
func (a *Assembly) Written() (total voting.Amount) {
	for i, counts := range a.written {
		if counts {
			total = total.Add(a.weight(i))
		}
	}
	return total
}

// uncounted reports whether the file does not say how many people were present.
func (a *Assembly) uncounted() bool {
	_, known := a.meeting.headcount(a.directory)
	return !known && a.rules.Unit == voting.Heads
}

// opened returns the votes present at the opening.
func (a *Assembly) opened() (voting.Amount, bool) {
	if given, ok := a.meeting.Attendance.votes(a.rules.Unit); ok {
		return given.Add(a.Written()), true
	}
	if a.uncounted() {
		return voting.Amount{}, false
	}
	return a.sum(a.opening)
}

// present returns the votes that may be cast on an item. A number in the file is
// that of the opening; people who came, left or are recused change it.
func (a *Assembly) present(item int) (voting.Amount, bool) {
	total, ok := a.meeting.Attendance.votes(a.rules.Unit)
	if !ok {
		total, ok = a.sum(a.voters(item))
		return total, ok && !a.uncounted()
	}
	total = total.Add(a.Written())
	for i, now := range a.voters(item) {
		switch before := a.opening[i]; {
		case now && !before:
			total = total.Add(a.weight(i))
		case before && !now:
			total = total.Sub(a.weight(i))
		}
	}
	return total, true
}

// Opening returns the quorum at the opening; false when the numbers are unknown.
func (a *Assembly) Opening() (voting.Result, bool) {
	members, ok := a.members()
	present, known := a.opened()
	return a.rules.Decide(voting.Vote{Members: members, Present: present}), ok && known
}
