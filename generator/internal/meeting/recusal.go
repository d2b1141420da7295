package meeting

import (
	"cmp"
	"fmt"
	"slices"

	"protokol/generator/diag"
	"protokol/generator/internal/voting"
)

// Bodies differ in how they count people who are present but may not vote on an item, because they are interested
// in it. They never vote; under some rules they still count for the quorum, under others they are not even members.

// recusals are the values of rules.recused, the default one first.
var recusals = []string{"absent", "present", "excluded"}

// recused returns the votes of those who would vote on an item if they were not
// recused.
func (a *Assembly) recused(item int) (total voting.Amount, known bool) {
	if item == AgendaItem || len(a.meeting.Agenda[item].Recused) == 0 {
		return total, true
	}
	in := make([]bool, len(a.mayVote))
	here := a.inRoom(item)
	for _, r := range a.meeting.Agenda[item].Recused {
		if i := a.directory.find(r.Name); i >= 0 {
			in[i] = here[i]
		}
	}
	return a.sum(in)
}

// countRecused counts those who are recused as the rules of the body say. Present
// does not include them.
func (a *Assembly) countRecused(item int, vote *voting.Vote) {
	recused, known := a.recused(item)
	if !known {
		return
	}
	switch a.meeting.Council.Rules.Recused {
	case "present":
		vote.Present, vote.Recused = vote.Present.Add(recused), recused
	case "excluded":
		vote.Members = vote.Members.Sub(recused)
	}
}

// recusal warns when the rules do not say how to count those who are recused and
// the outcome of a vote depends on it.
func (c *checker) recusal(item int, v *Vote) {
	if c.meeting.Council.Rules.Recused != "" || item == AgendaItem || len(c.meeting.Agenda[item].Recused) == 0 {
		return
	}
	var other string
	first := c.assembly().Rule(item, v)
	for _, rule := range recusals[1:] {
		m := *c.meeting
		m.Council.Rules.Recused = rule
		a := *c.assembly()
		a.meeting = &m
		if a.Rule(item, v).Outcome != first.Outcome {
			other = cmp.Or(other, rule)
		}
	}
	if other == "" || !first.Known {
		return
	}
	at := fmt.Sprintf("agenda[%d].recused", item)
	if !slices.ContainsFunc(c.problems, func(p diag.Problem) bool { return p.Key == at }) {
		c.warn(at, "итог зависит от того, как считать тех, кто не голосует по вопросу: они сочтены отсутствующими",
			fmt.Sprintf(`посмотрите в положении об органе и запишите: council.rules.recused = "absent" или "%s"`,
				other))
	}
}
