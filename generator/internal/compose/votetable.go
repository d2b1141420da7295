package compose

import (
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
)

// VoteTable is the votes on all items in one table.
type VoteTable struct {
	Choices []string  `about:"столбцы с числами: for, against, abstained, not_voting, invalid"`
	Rows    []VoteRow `about:"вопросы и пункты, по которым голосовали"`
}

// VoteRow is a vote on an item or on a point of it.
type VoteRow struct {
	Point   PointRef  `about:"номер вопроса и пункта"`
	Title   string    `about:"вопрос; пусто у пункта"`
	Words   string    `about:"слова вместо чисел: «единогласно.»"`
	Figures []*Figure `about:"числа по столбцам; пустое — в голосовании такого не было"`
	Verdict Verdict   `about:"итог: passed, unanimous, failed или пусто"`
}

// voteTable returns the table of votes, or nil if the body prints none.
func (b *builder) voteTable(agenda []Question) *VoteTable {
	if print := b.meeting.Council.VotePrint; print != "table" && print != "both" {
		return nil
	}
	table := &VoteTable{}
	var lines []*VoteLine
	add := func(item int, key string, v *meeting.Vote, row VoteRow) {
		if v == nil {
			return
		}
		r := b.assembly().Rule(item, v)
		line := b.count(key, r)
		if line == nil {
			return
		}
		if line.Words != "" {
			row.Words = b.origins.Value(key+".words", upperFirst(v.Words))
		}
		row.Verdict = Verdict(b.origins.Computed(string(verdict(r.Result)), b.rulingKeys(item, key)...))
		table.Rows, lines = append(table.Rows, row), append(lines, line)
	}
	for i, item := range b.meeting.Agenda {
		if len(b.Items) > 0 && !slices.Contains(b.Items, i+1) {
			continue // not in the extract
		}
		key := element("agenda", i)
		add(i, key+".vote", item.Vote, VoteRow{Point: PointRef{Question: b.row(i + 1)}, Title: agenda[i].Title})
		b.pointRows(i, key+".decisions", item.Decisions, b.meeting.PointParent(i), add)
	}
	if len(table.Rows) == 0 {
		return nil
	}
	table.Choices = choicesOf(lines)
	for i, line := range lines {
		table.Rows[i].Figures = line.columns(table.Choices)
	}
	return table
}

func (b *builder) pointRows(item int, key string, points []meeting.Decision, parent string,
	add func(int, string, *meeting.Vote, VoteRow),
) {
	labels := meeting.Labels(points, parent)
	for i, p := range points {
		at := element(key, i)
		ref := PointRef{Label: b.label(at, p, strings.TrimSuffix(labels[i], "."))}
		if labels[i] == "" || b.protocolForm == "council" {
			ref.Question = b.row(item + 1)
		}
		add(item, at+".vote", p.Vote, VoteRow{Point: ref})
		b.pointRows(item, at+".points", p.Points, labels[i], add)
	}
}

// choicesOf returns the choices that any of the votes names, in the order of a
// vote.
func choicesOf(lines []*VoteLine) (choices []string) {
	for _, choice := range []string{"for", "against", "abstained", "not_voting", "invalid"} {
		if slices.ContainsFunc(lines, func(l *VoteLine) bool { return l.of(choice) != nil }) {
			choices = append(choices, choice)
		}
	}
	return choices
}

// columns returns the figures of a line by choice.
func (l *VoteLine) columns(choices []string) []*Figure {
	if l.Figures == nil {
		return nil
	}
	var list []*Figure
	for _, choice := range choices {
		list = append(list, l.of(choice))
	}
	return list
}

// of returns the figure of a choice, or nil.
func (l *VoteLine) of(choice string) *Figure {
	if l.Figures == nil {
		return nil
	}
	for i, f := range l.Figures.All {
		if f.Choice == choice {
			return &l.Figures.All[i].Figure
		}
	}
	return nil
}
