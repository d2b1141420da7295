package compose

import (
	"cmp"
	"slices"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Protocol is the view of a protocol. Empty strings and lists are not printed.
type Protocol struct {
	Form          string        `about:"форма протокола: council, brief или full"`
	Reference     Reference     `about:"номер и дата протокола"`
	Extract       bool          `about:"печатается выписка"`
	Order         []string      `about:"части до обсуждения в порядке из файла; пусто — порядок шаблона"`
	Labels        Labels        `about:"слова шапки из файла"`
	Marks         Lines         `about:"отметки в правом верхнем углу: «Экз. № 1»"`
	Emblem        *Picture      `about:"герб или эмблема"`
	Letterhead    *Letterhead   `about:"бланк над названием, если его печатают целиком"`
	Number        string        `about:"номер; линия, пока он неизвестен"`
	Approval      *Approval     `about:"гриф утверждения"`
	Agreed        Stamps        `about:"грифы согласования"`
	Organization  Lines         `about:"учреждение над названием"`
	Kind          string        `about:"вид заседания в родительном падеже: «заседания»"`
	Body          string        `about:"орган или органы в родительном падеже"`
	Theme         string        `about:"тема без кавычек"`
	ThemeApart    bool          `about:"тема стоит отдельной строкой, а не под названием"`
	NumberApart   bool          `about:"номер стоит отдельно от названия, если порядок частей — из файла"`
	Date          string        `about:"дата протокола, как её печатают"`
	Held          string        `about:"дни заседания, если протокол датирован позже и частей нет"`
	DatedApart    bool          `about:"протокол датирован позже, чем заседали"`
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
	Details       []Detail      `about:"другие строки шапки"`
	Leaders       []Leader      `about:"кто вёл заседание и протокол"`
	Unsigned      bool          `about:"председатель или секретарь не подписывает"`
	Headcount     *Headcount    `about:"сколько присутствовало, если не списком"`
	Present       []Participant `about:"присутствовавшие"`
	InLine        bool          `about:"присутствовавшие названы строкой через запятую"`
	InLinePosts   bool          `about:"в этой строке названы должности: людей разделяет точка с запятой"`
	PresentGroups []Group       `about:"они же по организациям"`
	Invited       []Participant `about:"приглашённые"`
	Absent        []Participant `about:"отсутствовавшие"`
	AbsentCount   *Headcount    `about:"сколько отсутствовало, если без имён"`
	Counting      []Participant `about:"счётная комиссия"`
	Quorum        *Quorum       `about:"кворум"`
	Preamble      []string      `about:"абзацы перед повесткой дня"`
	Elections     []Election    `about:"кого избрали до повестки дня"`
	Agenda        []Question    `about:"вопросы повестки дня"`
	VoteTable     *VoteTable    `about:"голосование по всем вопросам одной таблицей"`
	AgendaVote    *Voted        `about:"голосование по самой повестке"`
	AgendaAdded   bool          `about:"на заседании в повестку включены вопросы"`
	AgendaFailed  bool          `about:"повестка не утверждена"`
	Opinions      []Opinion     `about:"особые мнения о заседании в целом"`
	Closing       []string      `about:"абзацы перед подписями"`
	Kept          []KeptAnnex   `about:"приложения, если какие-то хранятся отдельно"`
	Original      string        `about:"где хранится подлинник, с точкой в конце"`
	Signatures    []Signature   `about:"подписи"`
	Seal          bool          `about:"место для печати"`
	Acquainted    *Acquainted   `about:"кого знакомят с протоколом под подпись"`
	Copies        Copies        `about:"кому разослать"`
	Executor      *Executor     `about:"исполнитель"`
	Annexes       []Annex       `about:"приложения"`
	Repeats       Repeats       `about:"что печатать, кроме вопросов: в протоколе всё, в выписке — что назвал файл"`
}

// Repeats is the parts of a protocol beside its items that a paper prints: a protocol all, an extract those that the
// file names.
type Repeats struct {
	Preamble  bool `about:"абзацы перед повесткой дня"`
	Elections bool `about:"кого избрали до повестки дня"`
	Opinions  bool `about:"особые мнения о заседании в целом"`
	Closing   bool `about:"абзацы перед подписями"`
}

// repeats returns the parts that a test is true for.
func repeats(has func(part string) bool) Repeats {
	return Repeats{has("preamble"), has("elections"), has("opinions"), has("closing")}
}

// openElections sets the first of the elections apart from a list above, unless a paragraph comes between.
func (p *Protocol) openElections() {
	if len(p.Elections) > 0 {
		p.Elections[0].Opens = len(p.Preamble) == 0 || !p.Repeats.Preamble
	}
}

// newProtocol makes the view of a protocol.
func (b *builder) newProtocol() Protocol {
	m, o := b.meeting, b.origins
	p := Protocol{
		Form:        b.protocolForm,
		Reference:   b.reference(),
		Order:       b.order(),
		Labels:      b.labels(),
		Emblem:      b.emblem(),
		Approval:    b.approval("approval", m.Approval),
		Agreed:      b.stamps("agreed", m.Agreed, m.AgreedFirst),
		Kind:        b.traced(b.kind, "kind"),
		Body:        b.traced(b.bodiesBehindKind, "council.name"),
		Theme:       b.unquoted("theme", m.Theme),
		ThemeApart:  b.ordered("theme"),
		NumberApart: b.ordered("row", "reference"),
		DatedApart:  m.DatedApart(),
		Start:       b.clock("start", m.Start),
		End:         b.clock("end", m.End),
		Comma:       b.protocolForm != "council",
		TimeZone:    o.Value("time_zone", m.TimeZone),
		City:        o.Value("city", m.City),
		Place:       o.Value("place", m.Place),
		Holding:     o.Value("holding", m.Holding),
		Absentee:    m.Absentee(),
		Mixed:       m.Mixed(),
		Parts:       b.parts(),
		Details:     b.details(),
		Leaders:     b.leaders(),
		Unsigned:    b.unsigned(),
		Invited:     b.invited(),
		Absent:      b.absent(),
		Counting:    b.commission("counting", b.meeting.Counting, true),
		Quorum:      b.quorum(),
		Opinions:    b.opinions("opinions", m.Opinions),
		Marks:       b.values("marks", m.Marks),
		Preamble:    b.values("preamble", m.Preamble),
		Elections:   b.elections("elections", meeting.AgendaItem, m.Elections),
		Closing:     b.values("closing", m.Closing),
		Kept:        b.kept("annexes", b.meeting.Annexes),
		Original:    b.sentence("original", m.Original),
		Signatures:  b.signatures(),
		Seal:        m.Seal,
		Copies:      b.copies("copies", m.Copies),
		Executor:    b.executor(),
		Annexes:     b.annexes(),
		Repeats:     repeats(func(string) bool { return true }),
	}
	title := *cmp.Or(b.words().Title, new(string))
	p.Acquainted = b.acquainted("acquainted", m.Acquainted, "words.title", title)
	p.openElections()
	b.dates(&p)
	b.kindIn(&p)
	b.heading(&p)
	b.present(&p)
	p.Agenda = b.questions()
	p.VoteTable = b.voteTable(p.Agenda)
	b.agendaVote(&p)
	return p
}

// questions returns the views of the items of the agenda and warns of those printed that lack a decision.
func (b *builder) questions() (views []Question) {
	for i := range b.meeting.Agenda {
		views = append(views, b.question(i))
		if len(b.Items) == 0 || slices.Contains(b.Items, i+1) {
			b.undecided(i)
		}
	}
	return views
}

// kindIn completes the kind of the meeting in the head of a protocol.
func (b *builder) kindIn(p *Protocol) {
	m := b.meeting
	if bodies := b.bodiesBehindKind(); m.Kind != "" && isNamedTwice(b.kind(), bodies) {
		b.warn("kind", messagef("орган назван дважды: печатается «%s %s»", b.kind(), bodies),
			messagef("пусть kind называет только вид заседания или орган так же, как council.name"))
	}
	if p.Body == "" && m.Council.Name != "" { // the kind says it
		p.Kind = b.origins.Computed(b.kind(), append(b.formKeys("kind", russian.Genitive), "council.name")...)
	}
	if m.Header != nil && m.Kind != "" && m.Kind == upperFirst(m.Kind) {
		p.Kind = upperFirst(p.Kind) // as the body writes it
	}
}

// dates sets the number and the date of a protocol, and the days of the meeting if
// they differ from it.
func (b *builder) dates(p *Protocol) {
	m := b.meeting
	p.Number, p.Date = p.Reference.Number, p.Reference.Date
	if m.DateText != nil && b.isEarlier() {
		p.Date = b.origins.Value("date_text", *m.DateText)
	} else if m.DateText != nil && !slices.Contains(p.Order, "dated") { // «от» stands before that one
		p.Date = b.cut("date_text", *m.DateText, russian.StopYear(*m.DateText))
	}
	if p.DatedApart && len(m.Parts) == 0 {
		p.Held = b.held()
	}
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
