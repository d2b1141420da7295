package compose

import (
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Application is what the template of an application sees. The blank form and
// the filled one are one view: what is not known is empty and leaves a line.
type Application struct {
	DocumentTitle string
	Blank         bool
	Addressee     []string
	Facts         Facts
	Names         []Field
	Codes         [][]Code // by lines
	Fields        []Field
	Charter       string // «Положением о кластере», instrumental
	CharterIt     string // what is promised to keep: «его», «её», «их»
	Attachments   []string
	Signature     Signature
	SignatureHere string // the name of the place for an electronic signature over the line
	Date          Field
	Trader        bool // a sole trader may have no seal
	Fillable      bool
}

// Code is a code with as many boxes as it may have signs.
type Code struct {
	Label string
	Boxes int
	Value string
	Input Input
}

// Field is a line of a form: what it asks for, what is known, and how many
// more lines there are to write on when nothing is.
type Field struct {
	Label string
	Value string
	More  []struct{}
	Input Input
	Tick  *Tick // beside the label
}

func newApplication(d *draft) any {
	a := d.meeting.Applicant
	if a == nil || d.Blank {
		a = &meeting.Applicant{}
	}
	form := d.meeting.Application
	view := Application{
		DocumentTitle: "Заявление о вступлении",
		Blank:         a.Name == "",
		Addressee:     d.applicationTo(form),
		Facts:         Facts{d},
		Names:         []Field{{Label: "Полное наименование", Value: a.Name, More: moreLines(a)}, {Label: "Сокращённое наименование", Value: a.ShortName}},
		Codes:         codes(a),
		Fields:        applicationFields(a),
		Attachments:   form.Attachments,
		Signature:     Signature{or(a.Head.Position, "Руководитель"), russian.Short(a.Head.Name, russian.Before), "head"},
		Date:          Field{Value: date(a.Date)},
		Trader:        a.OGRNIP != "" || len(a.INN) == 12,
	}
	if d.Fillable {
		view.fill(a)
	}
	if form.Charter != "" {
		view.Charter = d.body(form.Charter, "application.charter", meeting.Forms{}, russian.Instrumental)
		view.CharterIt = it(russian.GenderOfNoun(form.Charter))
	}
	view.DocumentTitle = d.formTitle(view.DocumentTitle, or(a.ShortName, a.Name))
	return view
}

// formTitle names a form by who fills it in: the blank one, the one for the
// screen and the filled one may lie in one folder.
func (d *draft) formTitle(title, name string) string {
	if d.Fillable {
		return join(", ", title, name, "для заполнения")
	}
	return join(", ", title, or(name, "бланк"))
}

// it is the pronoun for a thing, in the accusative.
func it(g russian.Gender) string {
	switch g {
	case russian.Feminine:
		return "её"
	case russian.Plural:
		return "их"
	}
	return "его"
}

// applicationTo is who decides: the chair of the body unless the form says.
func (d *draft) applicationTo(form *meeting.Application) []string {
	if form.To != (meeting.Addressee{}) {
		return d.addressee(d.recipient("application.to", form.To)).Lines
	}
	chair, _ := d.person(d.meeting.Chair)
	role := word{text: d.meeting.Council.ChairRole, key: "council.chair_role"}
	if role.text == "" {
		role = word{text: "Председатель " + d.council(russian.Genitive), key: "council.name"}
	}
	post := d.form(role, russian.Dative, func(c russian.Case) russian.Form { return russian.Position(role.text, c) })
	return []string{post, d.shortName(chair, russian.Dative, d.addresseeOrder())}
}

// codes are those of an organization, of a sole trader, or places for either.
func codes(a *meeting.Applicant) [][]Code {
	switch {
	case a.OGRNIP != "" || len(a.INN) == 12:
		return [][]Code{{{Label: "ИНН", Boxes: 12, Value: a.INN}}, {{Label: "ОГРНИП", Boxes: 15, Value: a.OGRNIP}}}
	case a.Name != "":
		return [][]Code{{{Label: "ИНН", Boxes: 10, Value: a.INN}, {Label: "КПП", Boxes: 9, Value: a.KPP}}, {{Label: "ОГРН", Boxes: 13, Value: a.OGRN}}}
	}
	return [][]Code{{{Label: "ИНН", Boxes: 12}, {Label: "КПП", Boxes: 9}}, {{Label: "ОГРН (ОГРНИП)", Boxes: 15}}}
}

func applicationFields(a *meeting.Applicant) []Field {
	staff := ""
	if a.Staff > 0 {
		staff = russian.Count(a.Staff, "человек", "человека", "человек")
	}
	list := []Field{
		{Label: "Юридический адрес", Value: address(a.Index, a.Address), More: moreLines(a)},
		{Label: "Почтовый адрес", Value: or(a.PostalAddress, address(a.Index, a.Address)), More: moreLines(a), Tick: &Tick{Label: samePostal}},
		{Label: "Руководитель (должность, фамилия, имя, отчество)", Value: join(" ", a.Head.Position, a.Head.Name)},
		{Label: "Действует на основании", Value: a.Head.Basis},
		{Label: "Контактное лицо, телефон", Value: join(", ", a.Contact.Name, or(a.Contact.Phone, a.Phone))},
		{Label: "Электронная почта, сайт", Value: join(", ", or(a.Email, a.Contact.Email), a.Site)},
		{Label: "Численность работников", Value: staff},
		{Label: "Направления деятельности", Value: a.Fields, More: moreLines(a)},
		{Label: "Предложения участникам", Value: a.Offer, More: moreLines(a)},
	}
	return append(list, bankFields(a.Bank)...)
}

func bankFields(b *meeting.Bank) []Field {
	if b == nil {
		return nil
	}
	return []Field{{Label: "Банковские реквизиты", Value: join(", ", labelled("р/с ", b.Account), b.Name, labelled("БИК ", b.BIK))}}
}

// moreLines is the line that a form to be filled by hand has beside the first.
func moreLines(a *meeting.Applicant) []struct{} {
	if a.Name != "" {
		return nil
	}
	return make([]struct{}, 1)
}

// Consent is what the template of a consent sees.
type Consent struct {
	DocumentTitle string
	Operator      string // dative
	Address       string
	Subject       []Field
	Purpose       string
	Data, Actions string
	Term          string
	Signature     string // «И.И. Иванов»; empty leaves a line
	SignatureHere string // the name of the place for an electronic signature over that line
	Date          Field
}

func newConsent(d *draft) any {
	c := d.meeting.Consent
	s, day := c.Subject, c.Date
	if d.Blank {
		s, day = meeting.Subject{}, meeting.Date{}
	}
	more := func(value string) []struct{} {
		if value == "" {
			return make([]struct{}, 1)
		}
		return nil
	}
	view := Consent{
		DocumentTitle: d.formTitle("Согласие на обработку персональных данных", russian.Short(s.Name, russian.After)),
		Operator:      d.body(c.Operator, "consent.operator", meeting.Forms{}, russian.Dative),
		Address:       c.Address,
		Subject: []Field{
			{Label: "Фамилия, имя, отчество", Value: s.Name},
			{Label: "Адрес", Value: s.Address, More: more(s.Address)},
			{Label: "Документ, удостоверяющий личность (вид, серия, номер, кем и когда выдан)", Value: s.Passport, More: more(s.Passport)},
		},
		Purpose: c.Purpose, Data: join(", ", c.Data...), Actions: join(", ", c.Actions...), Term: c.Term,
		Signature: russian.Short(s.Name, russian.Before),
		Date:      Field{Value: date(day)},
	}
	if d.Fillable {
		view.fill()
	}
	return view
}
