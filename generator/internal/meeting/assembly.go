package meeting

import (
	"slices"

	"protokol/generator/internal/voting"
)

// Assembly reckons who was there for each item and what the votes came to.
type Assembly struct {
	meeting   *Meeting
	directory Directory
	rules     voting.Rules
	may       []bool         // of every person: the rules give a vote
	there     []bool         // of every person: there at some time, with a vote
	steps     map[int][]step // of those who came or left in between, in order
	opening   []bool         // of every person: there, with a vote, when the meeting began
}

// step is a person coming in or going out before an item, counted from 0.
type step struct {
	before int
	in     bool
}

// Assembly reckons a meeting. It may be used on one that has not passed its
// Check; what is unknown there counts nowhere.
func (m *Meeting) Assembly() *Assembly {
	d := m.Directory()
	a := &Assembly{meeting: m, directory: d, rules: m.Council.Rules.parsed(), may: m.mayVote(d), steps: map[int][]step{}}
	a.rules.Absentee = m.Absentee() || m.Mixed()
	a.there = make([]bool, len(m.People))
	for _, p := range m.PresentPeople() {
		if i := d.find(p.Name); i >= 0 {
			a.there[i] = a.may[i]
		}
	}
	if counted := m.Council.Rules.Remote; counted != nil && !*counted {
		for i, remote := range m.isRemote(d) {
			a.there[i] = a.there[i] && !remote
		}
	}
	a.walk(m.Arrived, true)
	a.walk(m.Left, false)
	for _, steps := range a.steps {
		slices.SortStableFunc(steps, func(x, y step) int { return x.before - y.before })
	}
	a.opening = a.room(0)
	return a
}

func (a *Assembly) walk(moves []Move, in bool) {
	for _, move := range moves {
		if i := a.directory.find(move.Name); i >= 0 {
			a.steps[i] = append(a.steps[i], step{move.from(), in})
		}
	}
}

// room is those who are in the room, with a vote, for an item counted from 0.
// Whose first step is to come in was not there before.
func (a *Assembly) room(item int) []bool {
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

// AgendaItem stands for the agenda itself where an item is asked for.
const AgendaItem = -1

// voters is those who may vote on an item.
func (a *Assembly) voters(item int) []bool {
	if item == AgendaItem {
		return a.opening
	}
	in := a.room(item)
	for _, name := range a.meeting.Agenda[item].Recused {
		if i := a.directory.find(name); i >= 0 {
			in[i] = false
		}
	}
	return in
}

// weight is the votes of a person.
func (a *Assembly) weight(i int) voting.Amount {
	if votes := a.meeting.People[i].Votes; !votes.IsZero() {
		return votes.Amount
	}
	return voting.Whole(1)
}

// sum adds up the votes of some people. By another unit than heads everyone
// must have votes of their own, else the sum is not known.
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

// members is all the votes of the body. When only the number of those present
// is given, the people of the file are not all there are.
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
	return a.sum(a.may)
}

// opened is the votes in the room when the meeting began.
func (a *Assembly) opened() (voting.Amount, bool) {
	if given, ok := a.meeting.Attendance.votes(a.rules.Unit); ok {
		return given, true
	}
	return a.sum(a.opening)
}

// present is the votes of those who may vote on an item. A number given by
// hand is that of the opening; who is named as coming, leaving or keeping out
// changes it.
func (a *Assembly) present(item int) (voting.Amount, bool) {
	total, ok := a.meeting.Attendance.votes(a.rules.Unit)
	if !ok {
		return a.sum(a.voters(item))
	}
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

// Opening is the quorum the meeting began with; false when the figures are not
// known.
func (a *Assembly) Opening() (voting.Result, bool) {
	members, ok := a.members()
	present, known := a.opened()
	return a.rules.Decide(voting.Vote{Members: members, Present: present}), ok && known
}
