package meeting

import (
	"fmt"
	"slices"
	"strings"
)

// Explanation shows how a result was calculated, line by line.
type Explanation struct {
	Title string
	Lines []string
}

// Explain shows how the quorum and the outcome of every vote were calculated, in
// the order of the paper. The meeting must have passed Check.
func (m *Meeting) Explain() []Explanation {
	a := m.Assembly()
	var list []Explanation
	if opening, known := a.Opening(); known {
		list = append(list, Explanation{"Открытие заседания", []string{opening.Explain()[0]}})
	} else {
		list = append(list, Explanation{"Открытие заседания", []string{unknownVotes}})
	}
	if m.AgendaVote != nil {
		list = append(list, Explanation{"Повестка дня", a.explain(AgendaItem, m.AgendaVote)})
	}
	for i, item := range m.Agenda {
		e := Explanation{Title: fmt.Sprintf("Вопрос %d. %s", i+1, item.Title), Lines: a.roomLines(i)}
		if item.Vote != nil {
			e.Lines = append(e.Lines, a.explain(i, item.Vote)...)
		}
		e.Lines = append(e.Lines, a.pointLines(i, item.Decisions, m.PointParent(i))...)
		if item.Vote == nil && !voted(item.Decisions) {
			e.Lines = append(e.Lines, "без голосования")
		}
		list = append(list, e)
	}
	return list
}

const unknownVotes = "из файла не следует, сколько всего голосов и сколько присутствует; не вычисляется"

// explain explains one vote.
func (a *Assembly) explain(item int, v *Vote) []string {
	r := a.Rule(item, v)
	switch {
	case r.ByHand:
		lines := []string{"решение: «" + v.Outcome + "» — указано в файле"}
		if r.Summed {
			lines = append([]string{r.Explain()[1]}, lines...)
		}
		return lines
	case !r.Known:
		return []string{unknownVotes}
	}
	return r.Explain()
}

func (a *Assembly) pointLines(item int, points []Decision, parent string) []string {
	var lines []string
	labels := Labels(points, parent)
	for i, p := range points {
		if p.Vote != nil {
			for _, line := range a.explain(item, p.Vote) {
				lines = append(lines, strings.TrimSpace("пункт "+labels[i])+" "+line)
			}
		}
		lines = append(lines, a.pointLines(item, p.Points, labels[i])...)
	}
	return lines
}

func voted(points []Decision) bool {
	return slices.ContainsFunc(points, func(p Decision) bool { return p.Vote != nil || voted(p.Points) })
}

// roomLines says who votes on an item, and which of those present do not.
func (a *Assembly) roomLines(item int) []string {
	var can, cannot []string
	voters := a.voters(item)
	for _, p := range a.meeting.attending(a.directory) {
		i := a.directory.find(p.Name)
		surname, _, _ := strings.Cut(p.Name, " ")
		if voters[i] {
			can = append(can, surname)
			continue
		}
		cannot = append(cannot, fmt.Sprintf("%s (%s)", surname, a.why(item, i)))
	}
	var lines []string
	if _, byHand := a.meeting.Attendance.votes(a.rules.Unit); !byHand && len(can) > 0 {
		lines = append(lines, fmt.Sprintf("голосуют (%d): %s", len(can), strings.Join(can, ", ")))
	}
	if len(cannot) > 0 {
		lines = append(lines, "не голосуют: "+strings.Join(cannot, ", "))
	}
	return lines
}

// why returns the reason why a person who was present does not vote on an item.
func (a *Assembly) why(item, person int) string {
	is := func(r Recused) bool { return a.directory.find(r.Name) == person }
	switch {
	case a.meeting.People[person].Guest:
		return "не член органа"
	case !a.mayVote[person]:
		return "без права голоса"
	case !a.there[person]:
		return "участвует дистанционно"
	case slices.ContainsFunc(a.meeting.Agenda[item].Recused, is):
		return "не участвует в голосовании"
	case !a.opening[person] && item < a.steps[person][0].before:
		return fmt.Sprintf("с вопроса %d", a.steps[person][0].before+1)
	}
	return "отсутствует"
}
