package compose

import (
	"fmt"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Point is a point of a decision.
type Point struct {
	Label     string // "4."; empty for the only one
	Text      string
	Lines     []string
	Table     *Table
	Execution string // "Ответственный – …; срок – …"
	Vote      *Voted
	Points    []Point
}

// points prints decisions; key is that of their list, item counts from 0.
func (s *secretariat) points(item int, key string, decisions []meeting.Decision, parent string) []Point {
	labels := meeting.Labels(decisions, parent)
	var list []Point
	for i, d := range decisions {
		at := fmt.Sprintf("%s[%d]", key, i)
		p := Point{
			Label: labels[i], Text: s.text(d, at), Lines: d.Lines, Table: table(d.Table),
			Execution: s.execution(d), Vote: s.voted(item, d.Vote).briefly(), Points: s.points(item, at+".points", d.Points, labels[i]),
		}
		if s.form == "brief" && p.Execution != "" && len(p.Lines)+len(p.Points) == 0 && p.Table == nil {
			p.Text, p.Execution = closed(p.Text)+" "+p.Execution, ""
		}
		list = append(list, p)
	}
	return list
}

// text is the words of a point: in the brief form those who are to do it stand
// first, in the dative.
func (s *secretariat) text(d meeting.Decision, key string) string {
	text := d.Text
	if d.Annex > 0 {
		text = inside(text, s.annexName(d.Annex))
	}
	if s.form != "brief" || len(d.Responsible) == 0 {
		return text
	}
	var whom []string
	for i, name := range d.Responsible {
		whom = append(whom, s.dative(name, fmt.Sprintf("%s.responsible[%d]", key, i)))
	}
	return upperFirst(enumerate(whom)) + " " + asked(text)
}

// dative is a person or a body that is asked to do something.
func (s *secretariat) dative(name, key string) string {
	if p, ok := s.grammar.person(name); ok {
		return s.grammar.shortName(p, russian.Dative, russian.After)
	}
	return s.grammar.body(name, key, meeting.Forms{}, russian.Dative)
}

// execution says who is to do it and by when: "Ответственный – Первый И.И.;
// срок – до 1 апреля 2026 г."
func (s *secretariat) execution(d meeting.Decision) string {
	var parts []string
	if s.form != "brief" {
		parts = s.charged(parts, "ответственный", "ответственные", d.Responsible)
	}
	parts = s.charged(parts, "соисполнитель", "соисполнители", d.CoExecutors)
	if due := deadline(d.Due); due != "" {
		parts = append(parts, "срок – "+due)
	}
	if d.Control != "" {
		parts = append(parts, "контроль – "+s.shortOf(d.Control))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.TrimSuffix(upperFirst(strings.Join(parts, "; ")), ".") + "."
}

// charged adds people by surname and initials, and bodies as given.
func (s *secretariat) charged(parts []string, one, many string, names []string) []string {
	var list []string
	for _, name := range names {
		list = append(list, s.shortOf(name))
	}
	switch len(list) {
	case 0:
		return parts
	case 1:
		return append(parts, one+" – "+list[0])
	}
	return append(parts, many+" – "+strings.Join(list, ", "))
}

func deadline(d *meeting.Deadline) string {
	switch {
	case d == nil:
		return ""
	case d.Text != "":
		return d.Text
	}
	return "до " + russian.DateWords(d.Date.Year, d.Date.Month, d.Date.Day)
}
