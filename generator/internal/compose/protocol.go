package compose

import (
	"cmp"
	"slices"

	"protokol/generator/internal/meeting"
)

// Protocol is the view of a protocol. Empty strings and lists are not printed.
type Protocol struct {
	Form          string        `about:"форма протокола: council, brief или full"`
	Reference     Reference     `about:"номер и дата протокола"`
	Emblem        *Picture      `about:"герб или эмблема"`
	Number        string        `about:"номер; линия, пока он неизвестен"`
	Approval      *Approval     `about:"гриф утверждения"`
	Organization  string        `about:"орган в именительном падеже"`
	Kind          string        `about:"вид заседания в родительном падеже: «заседания»"`
	Body          string        `about:"орган или органы в родительном падеже"`
	Theme         string        `about:"тема без кавычек"`
	Date          string        `about:"дата, как её печатают"`
	Start         string        `about:"время начала: «12.00»"`
	End           string        `about:"время окончания"`
	TimeZone      string        `about:"часовой пояс"`
	Comma         bool          `about:"между временем начала и окончания запятая: во всех формах, кроме council"`
	City          string        `about:"место составления протокола"`
	Place         string        `about:"место заседания"`
	Holding       string        `about:"форма проведения"`
	Absentee      bool          `about:"заочное голосование"`
	Mixed         bool          `about:"очно-заочное голосование"`
	Parts         []Part        `about:"части заседания"`
	Leaders       []Leader      `about:"кто вёл заседание и протокол"`
	Headcount     *Headcount    `about:"сколько присутствовало, если не списком"`
	Present       []Participant `about:"присутствовавшие"`
	PresentGroups []Group       `about:"они же по организациям"`
	Invited       []Participant `about:"приглашённые"`
	Absent        []Participant `about:"отсутствовавшие"`
	AbsentCount   *Headcount    `about:"сколько отсутствовало, если без имён"`
	Counting      []Participant `about:"счётная комиссия"`
	Quorum        *Quorum       `about:"кворум"`
	Agenda        []Question    `about:"вопросы повестки дня"`
	VoteTable     *VoteTable    `about:"голосование по всем вопросам одной таблицей"`
	AgendaVote    *Voted        `about:"голосование по самой повестке"`
	AgendaAdded   bool          `about:"на заседании в повестку включены вопросы"`
	AgendaFailed  bool          `about:"повестка не утверждена"`
	Opinions      []Opinion     `about:"особые мнения о заседании в целом"`
	Original      string        `about:"где хранится подлинник, с точкой в конце"`
	Signatures    []Signature   `about:"подписи"`
	Executor      *Executor     `about:"исполнитель"`
	Annexes       []Annex       `about:"приложения"`
}

// newProtocol makes the view of a protocol.
func (b *builder) newProtocol() Protocol {
	m, o := b.meeting, b.origins
	p := Protocol{
		Form:         b.protocolForm,
		Reference:    b.reference(),
		Emblem:       b.emblem(),
		Approval:     b.approval(),
		Organization: o.Value("council.name", m.Council.Name),
		Kind:         b.traced(b.kind, "kind"),
		Body:         b.traced(b.councils, "council.name"),
		Theme:        b.unquoted("theme", m.Theme),
		Date:         o.Value("date_text", m.DateText),
		Start:        b.clock("start", m.Start),
		End:          b.clock("end", m.End),
		Comma:        b.protocolForm != "council",
		TimeZone:     o.Value("time_zone", m.TimeZone),
		City:         o.Value("city", m.City),
		Place:        o.Value("place", m.Place),
		Holding:      o.Value("holding", m.Holding),
		Absentee:     m.Absentee(),
		Mixed:        m.Mixed(),
		Parts:        b.parts(),
		Leaders:      b.leaders(),
		Invited:      b.invited(),
		Absent:       b.absent(),
		Counting:     b.counting(),
		Quorum:       b.quorum(),
		Opinions:     b.opinions("opinions", m.Opinions),
		Original:     b.sentence("original", m.Original),
		Signatures:   b.signatures(),
		Executor:     b.executor(),
		Annexes:      b.annexes(),
	}
	p.Number = p.Reference.Number
	p.Date = cmp.Or(p.Date, p.Reference.Date)
	b.present(&p)
	if a := m.Attendance.Absent; a != nil && len(m.Absent) == 0 {
		p.AbsentCount = &Headcount{Count: b.amount(*a, "attendance.absent")}
	}
	for i := range m.Agenda {
		p.Agenda = append(p.Agenda, b.question(i))
		if len(b.Items) == 0 || slices.Contains(b.Items, i+1) {
			b.undecided(i)
		}
	}
	p.VoteTable = b.voteTable(p.Agenda)
	b.agendaVote(&p)
	return p
}

// agendaVote sets the vote on the agenda itself.
func (b *builder) agendaVote(p *Protocol) {
	v := b.meeting.AgendaVote
	if v == nil {
		return
	}
	p.AgendaVote = b.voted(meeting.AgendaItem, "agenda_vote", v)
	p.AgendaVote.Verdict = ""
	for _, item := range b.meeting.Agenda {
		p.AgendaAdded = p.AgendaAdded || item.Added
	}
	p.AgendaFailed = b.assembly().Rule(meeting.AgendaItem, v).Failed()
}
