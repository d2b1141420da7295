package compose

import (
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Participant is someone in a list, with what they are and how they took part.
type Participant struct {
	Name         string          `about:"фамилия, имя, отчество; для группы приглашённых — её название"`
	Role         string          `about:"роль в органе"`
	Position     string          `about:"должность"`
	Organization string          `about:"организация"`
	Votes        string          `about:"сколько у человека голосов, если не один"`
	Unit         string          `about:"в чём считают голоса: голоса, доли, акции, кв. м, %"`
	How          []Participation `about:"как участвовал, если не всё время в зале"`
	Reason       string          `about:"почему отсутствовал"`
	HeadsVote    bool            `about:"председатель счётной комиссии"`
}

// Participation is one way in which someone took part other than in the room
// from beginning to end.
type Participation struct {
	Remote bool   `about:"по видео-конференц-связи"`
	From   int    `about:"с какого вопроса"`
	Until  int    `about:"до какого вопроса"`
	Time   string `about:"во сколько пришёл или ушёл"`
}

// Group is the people of one organisation.
type Group struct {
	Organization string        `about:"организация; пусто у тех, кто без неё"`
	People       []Participant `about:"её люди"`
}

// Headcount is a number of people.
type Headcount struct {
	Count  int       `about:"сколько человек"`
	Listed bool      `about:"их список прилагается"`
	Annex  *AnnexRef `about:"приложение со списком, если приложений несколько"`
}

// present prints those who were there as the file asks for.
func (b *builder) present(p *Protocol) {
	switch b.meeting.Listing() {
	case "number":
		p.Headcount = &Headcount{Count: b.meeting.Headcount()}
	case "annex":
		p.Headcount = &Headcount{Count: b.meeting.Headcount(), Listed: true}
		if n := b.annexCount(); n > 1 {
			p.Headcount.Annex = b.annex(n)
		}
	default:
		if b.meeting.Attendance.Group == "organization" {
			p.PresentGroups = b.groups()
			return
		}
		p.Present = b.people(b.presentPeople())
	}
}

// presentPeople is those who were there in the order they are printed in.
func (b *builder) presentPeople() []meeting.Person {
	list := b.meeting.PresentPeople()
	if b.meeting.Attendance.Order == "alphabetical" {
		slices.SortStableFunc(list, func(a, b meeting.Person) int {
			return strings.Compare(russian.SortKey(a.Name), russian.SortKey(b.Name))
		})
	}
	return list
}

// groups returns those present by organisation, in the order of first occurrence.
// People without an organisation come first: after a heading they would seem to
// belong to it.
func (b *builder) groups() []Group {
	var groups []Group
	var alone Group
	for _, p := range b.presentPeople() {
		organization := p.Organization
		p.Organization = ""
		if organization == "" {
			alone.People = append(alone.People, b.participant(p))
			continue
		}
		i := slices.IndexFunc(groups, func(g Group) bool { return g.Organization == organization })
		if i < 0 {
			groups = append(groups, Group{Organization: organization})
			i = len(groups) - 1
		}
		groups[i].People = append(groups[i].People, b.participant(p))
	}
	if len(alone.People) > 0 {
		groups = slices.Insert(groups, 0, alone)
	}
	return groups
}

// people lists persons.
func (b *builder) people(persons []meeting.Person) []Participant {
	var list []Participant
	for _, p := range persons {
		list = append(list, b.participant(p))
	}
	return list
}

// participant is a person with what they are and how they took part.
func (b *builder) participant(p meeting.Person) Participant {
	view := titled(p)
	if unit := b.meeting.Council.Rules.Unit; unit != "" && !p.Votes.IsZero() {
		view.Votes, view.Unit = p.Votes.String(), unit
	}
	if b.presence == nil {
		b.presence = participation(b.meeting, b.directory)
	}
	view.How = b.presence[p.Name]
	return view
}

// titled is a person with role, position and organisation.
func titled(p meeting.Person) Participant {
	return Participant{Name: p.Name, Role: p.Role, Position: p.Position, Organization: p.Organization}
}

// participation is, by the full name, how people took part when not from
// beginning to end in the room: from afar, from or up to some item.
func participation(m *meeting.Meeting, known meeting.Directory) map[string][]Participation {
	how := map[string][]Participation{}
	for _, name := range m.Remote {
		p, _ := known.Person(name)
		how[p.Name] = append(how[p.Name], Participation{Remote: true})
	}
	type move struct {
		name  string
		first int
		view  Participation
	}
	var moves []move
	for _, m := range m.Arrived {
		moves = append(moves, move{m.Name, m.First(), Participation{From: m.First(), Time: clock(m.Time)}})
	}
	for _, m := range m.Left {
		moves = append(moves, move{m.Name, m.First(), Participation{Until: m.First(), Time: clock(m.Time)}})
	}
	slices.SortStableFunc(moves, func(a, b move) int { return a.first - b.first })
	for _, m := range moves {
		p, _ := known.Person(m.name)
		how[p.Name] = append(how[p.Name], m.view)
	}
	return how
}

func (b *builder) invited() []Participant {
	list := b.people(b.meeting.InvitedPeople())
	for _, group := range b.meeting.InvitedGroups {
		list = append(list, Participant{Name: group})
	}
	return list
}

func (b *builder) absent() []Participant {
	var list []Participant
	for _, a := range b.meeting.Absent {
		p, _ := b.directory.Person(a.Name)
		view := titled(p)
		view.Reason = a.Reason
		list = append(list, view)
	}
	return list
}

// counting is the counting commission, its chair first.
func (b *builder) counting() []Participant {
	k := b.meeting.Counting
	if k == nil {
		return nil
	}
	var list []Participant
	if p, ok := b.directory.Person(k.Chair); ok {
		view := titled(p)
		view.HeadsVote = true
		list = append(list, view)
	}
	for _, name := range k.Members {
		if p, ok := b.directory.Person(name); ok {
			list = append(list, titled(p))
		}
	}
	return list
}
