package compose

import (
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Participant is a person in a list with role and kind of participation.
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
	Number       Number          `about:"номер в списке; пусто, если он без номеров"`
	Line         string          `about:"имя с должностью, как велит образец из файла"`
	Delegate     *Delegate       `about:"кто представляет организацию или человека"`
	Written      bool            `about:"отсутствовавший представил письменное мнение"`
}

// isDescribed reports whether the printed description of a person contains commas.
func (p Participant) isDescribed() bool {
	return p.Role+p.Position+p.Organization != "" || strings.Contains(p.Line, ",")
}

// Participation is a way of taking part other than being in the room from
// beginning to end.
type Participation struct {
	Remote bool   `about:"по видео-конференц-связи"`
	From   Number `about:"с какого вопроса"`
	Until  Number `about:"до какого вопроса"`
	Time   string `about:"во сколько пришёл или ушёл"`
}

// Group is the participants from an organisation or in a role.
type Group struct {
	Organization string        `about:"организация; пусто у тех, кто без неё"`
	Role         string        `about:"роль единственного человека, который её носит"`
	Label        string        `about:"слова перед остальными: «Члены комиссии:»"`
	People       []Participant `about:"её люди"`
}

// Headcount is a number of people.
type Headcount struct {
	Count   Number    `about:"сколько человек"`
	Listed  bool      `about:"их список прилагается"`
	Annex   *AnnexRef `about:"приложение со списком, если приложений несколько"`
	Bare    bool      `about:"после числа стоит слово из файла или ничего"`
	Unit    string    `about:"слово из файла: «чел.»"`
	Proxies Number    `about:"сколько из них по доверенностям"`
	Named   bool      `about:"за числом стоят имена некоторых"`
}

// persons returns a number of people with the unit of the file.
func (b *builder) persons(h Headcount) *Headcount {
	persons := b.words().Persons
	h.Bare, h.Unit = persons != nil, b.wordOr("persons", persons)
	if persons == nil {
		return &h
	}
	if forms := strings.Split(*persons, "/"); len(forms) == 3 {
		number := russian.Count(h.Count.value(), forms[0], forms[1], forms[2])
		_, word, _ := strings.Cut(number, "\u00a0")
		h.Unit = b.origins.Computed(word, "words.persons")
	}
	return &h
}

// present sets the attendance in the format that the file selects.
func (b *builder) present(p *Protocol) {
	if a := b.meeting.Attendance.Absent; a != nil && len(b.meeting.Absent) == 0 {
		p.AbsentCount = b.persons(Headcount{Count: b.amount(*a, "attendance.absent")})
	}
	switch b.meeting.Listing() {
	case "number":
		if _, known := b.meeting.Headcount(); known || b.isEarlier() {
			p.Headcount = b.persons(Headcount{Count: b.headcount()})
			if n := b.meeting.Attendance.Proxies; n > 0 {
				p.Headcount.Proxies = b.amount(n, "attendance.proxies")
			}
			if list := b.annexed("attendance", b.meeting.Attendance.Annex); list != nil {
				p.Headcount.Listed = true
				if list.Number != "" {
					p.Headcount.Annex = list
				}
			}
			if p.Headcount.Named = b.meeting.Attendance.Named; p.Headcount.Named {
				b.everybody(p)
			}
		}
	case "annex":
		p.Headcount = b.persons(Headcount{Count: b.headcount(), Listed: true})
		if n := b.annexCount(); n > 1 {
			p.Headcount.Annex = b.annex(b.row(n))
		}
	case "line":
		p.InLine = true
		for _, s := range b.presentPeople() {
			p.Present = append(p.Present, b.participant(s))
		}
		p.InLinePosts = !b.precedes(untoldRules) && slices.ContainsFunc(p.Present, Participant.isDescribed)
	default:
		switch b.meeting.Attendance.Group {
		case "organization":
			p.PresentGroups = b.groups()
		case "role":
			p.PresentGroups = b.roles()
		default:
			b.everybody(p)
		}
	}
}

// everybody lists those present one below the other.
func (b *builder) everybody(p *Protocol) {
	for _, s := range b.presentPeople() {
		p.Present = append(p.Present, b.participant(s))
	}
	b.number(p.Present, 0)
}

// headcount returns the number of people present.
func (b *builder) headcount() Number {
	count, _ := b.meeting.Headcount()
	if b.meeting.Attendance.Present != nil {
		return b.amount(count, "attendance.present")
	}
	return b.amount(count, b.presentKeys()...)
}

// presentKeys returns the keys that attendance depends on.
func (b *builder) presentKeys() []string {
	if b.meeting.Present != nil {
		return []string{"present"}
	}
	return []string{"people", "absent", "invited"}
}

// attendee is a person present with the key of the reference to them.
type attendee struct {
	subject
	reference string
}

// presentPeople returns the people present in the order in which they are
// printed.
func (b *builder) presentPeople() []attendee {
	list := b.attendees("present", b.meeting.Present)
	if b.meeting.Present == nil {
		for _, p := range b.meeting.PresentPeople() {
			s, _ := b.person(p.Name)
			list = append(list, attendee{subject: s})
		}
	}
	if b.meeting.Attendance.Order == "alphabetical" {
		slices.SortStableFunc(list, func(x, y attendee) int {
			return strings.Compare(b.read(x.subject).Key(), b.read(y.subject).Key())
		})
	}
	return list
}

// attendees returns the people in the references of a key; unknown ones are
// omitted.
func (b *builder) attendees(key string, references []string) []attendee {
	var list []attendee
	for i, name := range references {
		if s, ok := b.person(name); ok {
			list = append(list, attendee{s, element(key, i)})
		}
	}
	return list
}

// groups returns those present by organisation, in the order of first
// occurrence. People without an organisation come first, because after a
// heading they would seem to belong to it.
func (b *builder) groups() []Group {
	var groups []Group
	var names []string
	var alone Group
	for _, p := range b.presentPeople() {
		view, organization := b.participant(p), p.Organization
		heading := b.origins.Value(p.key+".organization", organization)
		view.Organization = ""
		if organization == "" {
			alone.People = append(alone.People, view)
			continue
		}
		i := slices.Index(names, organization)
		if i < 0 {
			groups, names = append(groups, Group{Organization: heading}), append(names, organization)
			i = len(groups) - 1
		}
		groups[i].People = append(groups[i].People, view)
	}
	if len(alone.People) > 0 {
		groups = slices.Insert(groups, 0, alone)
	}
	before := 0
	for _, g := range groups {
		b.number(g.People, before)
		before += len(g.People)
	}
	return groups
}

// roles returns those present who have a role, each on a line that begins with
// it, then the others.
func (b *builder) roles() []Group {
	var groups []Group
	rest := Group{Label: b.wordOr("members", b.words().Members)}
	for _, p := range b.presentPeople() {
		view := b.participant(p)
		if view.Role == "" {
			rest.People = append(rest.People, view)
			continue
		}
		role := upperFirst(view.Role)
		view.Role = ""
		groups = append(groups, Group{Role: role, People: []Participant{view}})
	}
	b.number(rest.People, 0)
	if len(rest.People) > 0 {
		groups = append(groups, rest)
	}
	return groups
}

// number numbers people after those before if the file asks for it.
func (b *builder) number(people []Participant, before int) {
	if !b.meeting.Attendance.Numbered {
		return
	}
	for i := range people {
		people[i].Number = b.row(before + i + 1)
	}
}

// participant returns a person with role and kind of participation.
func (b *builder) participant(a attendee) Participant {
	view := b.titled(a.subject, a.reference)
	view.Delegate = b.delegate(a.subject)
	if unit := b.meeting.Council.Rules.Unit; unit != "" && !a.Votes.IsZero() {
		view.Votes = b.origins.Computed(a.Votes.String(), a.key+".votes")
		view.Unit = b.origins.Value("council.rules.unit", unit)
	}
	if b.presence == nil {
		b.presence = b.participation()
	}
	view.How = b.presence[a.Name]
	if pattern := b.header().Participant; pattern != "" {
		view.Line = b.participantLine(pattern, a, view)
	}
	return view
}

// participantLine returns a line about a participant in the notation of the file. Where it has no place for the post,
// the post stands in place of a role: an invited person has one where the members have roles.
func (b *builder) participantLine(pattern string, a attendee, view Participant) string {
	field := b.personField(a.subject, view.Role, a.reference)
	takesPost := view.Role == "" && !b.precedes(stopRules) &&
		!slices.ContainsFunc(meeting.Fields(pattern), func(f meeting.Field) bool {
			return f.Name == meeting.FieldPost || f.Name == meeting.FieldOrganization
		})
	return b.line("header.participant", pattern, func(name string) string {
		if name != meeting.FieldRole || !takesPost {
			return field(name)
		}
		post := field(meeting.FieldPost)
		if body := field(fieldBehindPost); post != "" && body != "" {
			return post + " " + body
		}
		return post
	})
}

// titled returns a person with role, position and organisation. The name is
// from the reference of a key or, without one, from the list of people.
func (b *builder) titled(s subject, reference string) Participant {
	o := b.origins
	if reference != "" {
		defer o.Choosing(reference)()
	}
	view := Participant{
		Name:         b.fullName(s, keysOf(reference)...),
		Position:     b.positionOf(s),
		Organization: b.organizationBehind(s),
	}
	if b.isEarlier() || !sameWords(s.Role, s.Position) {
		view.Role = o.Value(s.key+".role", s.Role)
	}
	return view
}

// participation returns, by full name, how people took part if not from
// beginning to end in the room: remotely, from or until an item.
func (b *builder) participation() map[string][]Participation {
	how := map[string][]Participation{}
	for _, name := range b.meeting.Remote {
		p, _ := b.common.directory.Person(name)
		how[p.Name] = append(how[p.Name], Participation{Remote: true})
	}
	type move struct {
		name  string
		first int
		view  Participation
	}
	var moves []move
	for i, m := range b.meeting.Arrived {
		key := element("arrived", i)
		view := Participation{From: b.amount(m.First(), key), Time: b.clock(key+".time", m.Time)}
		moves = append(moves, move{m.Name, m.First(), view})
	}
	for i, m := range b.meeting.Left {
		key := element("left", i)
		view := Participation{Until: b.amount(m.First(), key), Time: b.clock(key+".time", m.Time)}
		moves = append(moves, move{m.Name, m.First(), view})
	}
	slices.SortStableFunc(moves, func(a, b move) int { return a.first - b.first })
	for _, m := range moves {
		p, _ := b.common.directory.Person(m.name)
		how[p.Name] = append(how[p.Name], m.view)
	}
	return how
}

func (b *builder) invited() []Participant {
	var list []Participant
	for _, a := range b.attendees("invited", b.meeting.Invited) {
		list = append(list, b.participant(a))
	}
	for _, group := range b.values("invited_groups", b.meeting.InvitedGroups) {
		list = append(list, Participant{Name: group})
	}
	return list
}

func (b *builder) absent() []Participant {
	var list []Participant
	for i, a := range b.meeting.Absent {
		key := element("absent", i)
		s, _ := b.person(a.Name)
		view := b.titled(s, key+".name")
		view.Reason, view.Written = b.origins.Value(key+".reason", a.Reason), a.Written
		list = append(list, view)
	}
	return list
}
