package compose

import (
	"protokol/generator/internal/meeting"
)

// Protocol is what the template of a protocol sees. Empty strings and lists
// are what the paper leaves out.
type Protocol struct {
	DocumentTitle string   // "Протокол № 1 от 20.11.2017"
	Emblem        *Picture // above everything
	Number        string   // "1"; a line to write on when it is not known yet
	Approval      *Approval
	Organization  string // above the title: the body, nominative
	Kind          string // "заседания", genitive
	Body          string // "Координационного совета …", genitive
	Theme         string // without its quotes
	Date          string // "20.11.2017"
	Start, End    string // "12.00"
	TimeZone      string
	Comma         bool // between the times; the form of the council has none
	City, Place   string
	Holding       string // form of holding
	Parts         []Part
	Leaders       []Leader // who chairs, who keeps the minutes
	Took, TookNot string   // "Присутствовали", "Отсутствовали"
	Headcount     string   // "45 человек (список прилагается)", when no one is named
	Present       []string // "Фамилия Имя Отчество, должность организация"
	PresentGroups []Group  // the same by organisations
	Invited       []string
	Absent        []string // with reasons in brackets
	AbsentCount   string   // "3 человека", when no one is named
	Counting      []string // the counting commission
	Quorum        string   // "Кворум имеется: …"
	AgendaLabel   string   // "ПОВЕСТКА ДНЯ:"
	Agenda        []Question
	AgendaVote    *Voted
	AgendaVerdict string // "Повестка дня утверждена."
	Opinions      []string
	Original      string // where the original is kept
	Signatures    []Signature
	Executor      *Executor
	Annexes       []Annex
}

// Leader is a line of the head: "Секретарь – Примерова А.В."
type Leader struct{ Role, Name string }

// Signature is a line to sign. Field names the place of the electronic
// signature after the signer's role.
type Signature struct{ Position, Name, Field string }

// Annex is an annex with its mark.
type Annex struct {
	Mark     string // "Приложение № 1"
	Of       string // the protocol it belongs to: "от 12.03.2026 № 5"
	Title    string
	Text     []string
	People   []string // one a line
	Pictures []Picture
	Table    *Table
}

// blankNumber is a place to write the number by hand.
const blankNumber = "____"

// secretariat makes the views of one meeting.
type secretariat struct {
	meeting  *meeting.Meeting
	grammar  *grammar
	known    meeting.Directory
	assembly *meeting.Assembly
	form     string
	how      map[string][]string // people took part, by full name
}

func newSecretariat(m *meeting.Meeting, g *grammar) *secretariat {
	return &secretariat{m, g, g.directory, m.Assembly(), m.ProtocolForm(), participation(m, g.directory)}
}

// newProtocol makes the view of a meeting that has passed its Check.
func newProtocol(m *meeting.Meeting, g *grammar) Protocol {
	s := newSecretariat(m, g)
	p := Protocol{
		DocumentTitle: "Протокол " + reference(m),
		Emblem:        emblem(m.Council.Emblem),
		Approval:      s.approval(),
		Organization:  m.Council.Name,
		Kind:          s.kind(),
		Body:          s.body(),
		Theme:         unquoted(m.Theme),
		Date:          or(m.DateText, days(m)),
		Start:         clock(m.Start),
		End:           clock(m.End),
		Comma:         m.ProtocolForm() != "council",
		TimeZone:      m.TimeZone,
		City:          m.City,
		Place:         m.Place,
		Holding:       m.Holding,
		Parts:         s.parts(),
		Leaders:       s.leaders(),
		Invited:       append(s.people(m.InvitedPeople()), m.InvitedGroups...),
		Absent:        s.absent(),
		Counting:      s.counting(),
		Quorum:        s.quorum(),
		Opinions:      s.opinions(m.Opinions),
		Original:      closed(m.Original),
		Signatures:    s.signatures(),
		Executor:      s.executor(),
		Annexes:       s.annexes(),
	}
	if m.Number != nil {
		p.Number = or(*m.Number, blankNumber)
	}
	p.AgendaLabel = "ПОВЕСТКА ДНЯ:"
	if s.form == "council" {
		p.AgendaLabel = "Повестка дня:"
	}
	p.Took, p.TookNot = presence(m)
	s.present(&p)
	if a := m.Attendance.Absent; a != nil && len(m.Absent) == 0 {
		p.AbsentCount = persons(*a)
	}
	for i := range m.Agenda {
		p.Agenda = append(p.Agenda, s.question(i))
	}
	s.agendaVote(&p)
	return p
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}
