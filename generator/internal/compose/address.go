package compose

import (
	"cmp"
	"fmt"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// recipient is an addressee: a person of the meeting, another person, or an
// organization without a person.
type recipient struct {
	subject
	address string
	at      string   // key of the addressee
	named   []string // keys of the name in addition to that of the subject
}

// Salutation is the salutation of a letter.
type Salutation struct {
	Given    string `about:"обращение из файла; с ним остальное пусто"`
	Name     string `about:"имя и отчество или фамилия; пусто — письмо обращено к нескольким или пол неизвестен"`
	Surname  bool   `about:"это фамилия: «господин Прохоров»"`
	Feminine bool   `about:"адресат — женщина"`
	None     bool   `about:"обращения нет: так велит файл"`

	many bool // with None: several addressees
}

// toMany reports whether a letter has several addressees.
func (s Salutation) toMany() bool {
	if s.None {
		return s.many
	}
	if s.Given != "" {
		return russian.ToMany(trace.Strip(s.Given))
	}
	return s.Name == ""
}

// recipients returns the addressees of a letter, or the only one of this copy.
func (b *builder) recipients(key string, l *meeting.Letter) []recipient {
	var list []recipient
	for i, to := range l.To {
		if b.To == 0 || b.To == i+1 {
			list = append(list, b.recipient(fmt.Sprintf("%s.to[%d]", key, i), to))
		}
	}
	if len(list) > meeting.MaxAddressees {
		b.wrong(key+".to", fmt.Sprintf("адресатов: %d, а в одном письме их не больше %d", len(list),
			meeting.MaxAddressees),
			"напечатайте каждому своё письмо или назовите рассылку одной строкой organization")
		b.problems[len(b.problems)-1].Code = diag.CodeEach
	}
	return list
}

// recipient completes an addressee with the data of the person.
func (b *builder) recipient(key string, to meeting.Addressee) recipient {
	s := subject{Person: meeting.Person{Name: to.Name, Position: to.Position, Organization: to.Organization,
		Gender: to.Gender, Forms: to.Forms, PositionForms: to.PositionForms}, key: key}.inSmallLetters()
	if s.Position != to.Position {
		b.checkPosition(key+".position", s.Position)
	}
	if known, ok := b.member(s); ok {
		if to.Position == "" && to.Organization == "" {
			return recipient{b.withPost(known), to.Address, key, []string{key + ".name"}}
		}
		s.Name, s.Gender, s.Forms = known.Name, cmp.Or(to.Gender, known.Gender), known.Forms
		return recipient{s, to.Address, key, []string{known.nameKey(), known.key + ".gender"}}
	}
	b.checkName(s)
	return recipient{b.withPost(s), to.Address, key, nil}
}

// member returns the person of the meeting that an addressee refers to. The name in a row of a list must be equal
// in full: «Климов» in a list may be another person.
func (b *builder) member(s subject) (subject, bool) {
	if s.Name == "" {
		return subject{}, false
	}
	if b.Column == nil {
		return b.person(s.Name)
	}
	i, ok := b.common.directory.Same(b.read(s))
	if !ok {
		return subject{}, false
	}
	return b.personAt(i), true
}

// checkName reports what was corrected, separated or doubtful in the name of
// somebody who is not one of the people, whose names Check reports.
func (g *grammar) checkName(s subject) {
	p := g.read(s)
	if p.IsCertain() || s.Name == "" || g.reported[s.nameKey()] {
		return
	}
	g.reported[s.nameKey()] = true
	g.warn(s.nameKey(), p.Reading(), p.Advice())
}

// checkPosition reports a position in capitals, which was put into small letters.
func (g *grammar) checkPosition(key, small string) {
	if !g.reported[key] {
		g.reported[key] = true
		g.warn(key, meeting.PositionReading(small), meeting.PositionAdvice)
	}
}

// nameKeys returns the keys that the forms of a name depend on.
func (r recipient) nameKeys() []string {
	keys := append([]string{r.nameKey()}, r.named...)
	if r.Gender != "" {
		keys = append(keys, r.key+".gender")
	}
	return keys
}

// shortDative returns surname and initials in the dative: «Климову Д.А.».
func (b *builder) shortDative(r recipient) string {
	return b.traced(func() string { return b.shortName(r.subject, russian.Dative, b.addresseeOrder()) },
		r.nameKeys()...)
}

// addressee returns an address: an organization in the nominative, or a
// position with its organization and then the name, in the dative (ГОСТ Р
// 7.0.97, 5.15).
func (b *builder) addressee(r recipient) Addressee {
	if r.key != r.at { // one of the people
		defer b.origins.Choosing(r.at + ".name")()
	}
	var lines []string
	switch {
	case r.Body:
		lines = append(lines, b.fullName(r.subject, r.named...))
	case r.Position == "" && r.Organization != "":
		lines = append(lines, b.origins.Value(r.key+".organization", r.Organization))
	case r.Position != "":
		lines = append(lines, upperFirst(b.tracedPostIn(r.subject, russian.Dative)))
	}
	if r.Name != "" && !r.Body {
		lines = append(lines, b.shortDative(r))
	}
	if r.address != "" {
		lines = append(lines, b.origins.Value(r.at+".address", r.address))
	}
	return Addressee{lines}
}

// addresseeOrder returns the position of the initials of an addressee.
func (b *builder) addresseeOrder() russian.Order {
	if l := b.meeting.Letterhead; l != nil && l.AddresseeInitials == "before" {
		return russian.Before
	}
	return russian.After
}

// salutation returns the salutation: a single reader by name and patronymic,
// several as colleagues, an organization without a name.
func (b *builder) salutation(key string, l *meeting.Letter, to []recipient) Salutation {
	switch {
	case l.Salutation == nil:
	case *l.Salutation == "":
		return Salutation{None: true, many: len(to) != 1}
	default:
		return Salutation{Given: b.fill(key+".salutation", *l.Salutation)}
	}
	if len(to) != 1 || to[0].Name == "" || to[0].Body {
		return Salutation{}
	}
	s := to[0].subject
	address := b.read(s).Address()
	view := Salutation{
		Name:     b.origins.Computed(address.Name, to[0].nameKeys()...),
		Surname:  address.Surname,
		Feminine: address.Gender == russian.Feminine,
	}
	if address.Surname && address.Doubt == "" {
		address.Doubt = russian.RankDoubt(s.Position)
	}
	if address.Doubt != "" {
		b.warn(s.key+".name", fmt.Sprintf("проверьте обращение: напечатано «%s» (%s)",
			trace.Strip(b.phrase("salutation", view)), address.Doubt),
			fmt.Sprintf("верное впишите в раздел [%s]: salutation = \"…\"", key))
	}
	return view
}

// reportAddressed tells the request what a letter prints of its addressees.
func (b *builder) reportAddressed(view Letter) {
	if b.Addressed == nil {
		return
	}
	texts := []string{view.Salutation.Given, view.Salutation.Name}
	for _, a := range view.Addressees {
		texts = append(texts, a.Lines...)
	}
	*b.Addressed = trace.Strip(strings.Join(texts, "\n"))
}

// copies returns the recipients of copies, in the dative: «Департаменту …»,
// «Климову Д.А.». A place is as the file has it: «в дело».
func (b *builder) copies(key string, list []meeting.Addressee) Copies {
	var names Copies
	for i, to := range list {
		r := b.recipient(element(key, i), to)
		if to.IsPlace() && !b.precedes(distributionRules) {
			names = append(names, b.origins.Value(r.at+".organization", to.Organization))
			continue
		}
		name := b.tracedPostIn(r.subject, russian.Dative)
		if r.Name != "" {
			name = join(" ", name, b.shortDative(r))
		}
		names = append(names, name)
	}
	return names
}

// Enclosure is an entry of the attachment mark.
type Enclosure struct {
	Title     string    `about:"что приложено, словами из файла"`
	Paper     string    `about:"бумага этого заседания: protocol, application, consent, attendance, assignments"`
	Kind      string    `about:"вид заседания в родительном падеже, для протокола"`
	Reference Reference `about:"номер и дата, для протокола"`
	Sheets    Number    `about:"сколько листов; пусто, если неизвестно"`
	Copies    Number    `about:"сколько экземпляров"`
	Numbered  bool      `about:"в нумерованном списке: начинается с заглавной буквы"`
}

// enclosures returns the entries of the attachment mark (ГОСТ Р 7.0.97, 5.20).
// The sheets of the meeting's own papers are already counted.
func (b *builder) enclosures(key string, list []meeting.Attachment) []Enclosure {
	var views []Enclosure
	for i, a := range list {
		at := element(key+".attachments", i)
		e := Enclosure{Title: b.fill(at+".title", a.Title), Paper: a.Paper,
			Copies: b.amount(max(1, a.Copies), at+".copies"), Numbered: len(list) > 1}
		if a.Sheets > 0 {
			e.Sheets = b.amount(a.Sheets, at+".sheets")
		} else if n := b.Sheets[a.Paper]; n > 0 {
			e.Sheets = b.row(n)
		}
		if a.Paper == "protocol" && e.Title == "" {
			e.Kind, e.Reference = Facts{b}.Kind(), Facts{b}.Protocol()
		}
		views = append(views, e)
	}
	return views
}
