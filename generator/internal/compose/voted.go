package compose

import (
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Voted is a vote and what it came to.
type Voted struct {
	Lines   []string // "Голосовали: «за» – 12, …", who voted how, what decided an equality
	Roll    *Table   // who voted how, as a table
	Verdict string   // "РЕШЕНИЕ ПРИНЯТО"
	Text    string   // what follows from it
}

// voted prints a vote on an item, counted from 0.
func (s *secretariat) voted(item int, v *meeting.Vote) *Voted {
	if v == nil {
		return nil
	}
	r := s.assembly.Rule(item, v)
	view := &Voted{Verdict: r.Verdict(), Text: closed(v.Text)}
	say := func(line string) {
		if line != "" {
			view.Lines = append(view.Lines, line)
		}
	}
	say(figures(r))
	switch {
	case v.Named() && v.Roll:
		view.Roll = s.roll(v)
	case v.Named():
		say(s.names(v))
	}
	if r.Tied {
		say("Голоса разделились поровну; решающим является голос председательствующего («" + r.Result.Vote.Chair.Choice.String() + "»).")
	}
	return view
}

// briefly is a vote on one point without a line for the verdict: "Голосовали:
// единогласно. Решение принято."
func (v *Voted) briefly() *Voted {
	if v == nil || len(v.Lines) == 0 || v.Verdict == "" {
		return v
	}
	letter, rest := v.Verdict[:len("Р")], v.Verdict[len("Р"):]
	v.Lines[0] += " " + letter + strings.ToLower(rest) + "."
	v.Verdict = ""
	return v
}

func figures(r meeting.Ruling) string {
	switch v := r.Vote; {
	case v.Words != "":
		return "Голосовали: " + closed(lowerFirst(v.Words))
	case v.Named() || !r.Result.Vote.Tally.Total().IsZero():
		return r.VoteSentence(v.Zero())
	}
	return ""
}

// ballot is the votes of one kind under their name.
type ballot struct {
	label, he, she string
	names          []string
}

func ballots(v *meeting.Vote) []ballot {
	return []ballot{
		{"за", "за", "за", v.For.Names}, {"против", "против", "против", v.Against.Names},
		{"воздержались", "воздержался", "воздержалась", v.Abstained.Names},
		{"не голосовали", "не голосовал", "не голосовала", v.NotVoting.Names},
	}
}

// names lists who voted how in a line.
func (s *secretariat) names(v *meeting.Vote) string {
	var kinds []string
	for _, b := range ballots(v) {
		if len(b.names) > 0 {
			kinds = append(kinds, "«"+b.label+"» – "+strings.Join(s.short(b.names), ", "))
		}
	}
	return closed("Поимённо: " + strings.Join(kinds, "; "))
}

// roll lists who voted how in a table, in the order of the people.
func (s *secretariat) roll(v *meeting.Vote) *Table {
	how := map[string]string{}
	for _, b := range ballots(v) {
		for _, name := range b.names {
			p, _ := s.known.Person(name)
			how[p.Name] = b.he
			if (subject{Person: p}).gender() == russian.Feminine {
				how[p.Name] = b.she
			}
		}
	}
	t := &meeting.Table{Caption: "Поимённое голосование", Columns: []meeting.Column{{Title: "Фамилия, имя, отчество", Width: 7}, {Title: "Голос", Width: 3}}}
	for _, p := range s.meeting.People {
		if word, ok := how[p.Name]; ok {
			t.Rows = append(t.Rows, []string{p.Name, word})
		}
	}
	return table(t)
}

// short is the surnames with initials of people.
func (s *secretariat) short(names []string) []string {
	var list []string
	for _, name := range names {
		p, _ := s.known.Person(name)
		list = append(list, russian.Short(p.Name, russian.After))
	}
	return list
}

// agendaVote prints the vote on the agenda itself.
func (s *secretariat) agendaVote(p *Protocol) {
	v := s.meeting.AgendaVote
	if v == nil {
		return
	}
	p.AgendaVote = s.voted(meeting.AgendaItem, v)
	p.AgendaVote.Verdict = ""
	p.AgendaVerdict = "Повестка дня утверждена."
	for _, item := range s.meeting.Agenda {
		if item.Added {
			p.AgendaVerdict = "Повестка дня утверждена с дополнениями, внесёнными на заседании."
		}
	}
	if s.assembly.Rule(meeting.AgendaItem, v).Failed() {
		p.AgendaVerdict = "Повестка дня не утверждена."
	}
}
