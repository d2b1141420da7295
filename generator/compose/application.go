package compose

import (
	"protokol/generator/meeting"
	"protokol/generator/russian"
)

// Application is what the template of an application sees. The blank form and
// the filled one are one view: what is not known is empty and leaves a line.
type Application struct {
	DocumentTitle string
	Blank         bool
	Addressee     []string
	Facts         Facts
	Name          string
	ShortName     string
	Codes         [][]Code // by lines
	Fields        []Field
	Charter       string // «Положением о кластере», instrumental
	CharterIt     string // what is promised to keep: «его», «её», «их»
	Attachments   []string
	Signature     Signature
	Date          string
	Trader        bool // a sole trader may have no seal
}

// Code is a code with as many boxes as it may have signs.
type Code struct {
	Label string
	Boxes int
	Value string
}

// Field is a line of a form: what it asks for, what is known, and how many
// more lines there are to write on when nothing is.
type Field struct {
	Label string
	Value string
	More  []struct{}
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
		Name:          a.Name, ShortName: a.ShortName,
		Codes:       codes(a),
		Fields:      applicationFields(a),
		Attachments: form.Attachments,
		Signature:   Signature{or(a.Head.Position, "Руководитель"), russian.Short(a.Head.Name, russian.Before), "head"},
		Date:        date(a.Date),
		Trader:      a.OGRNIP != "" || len(a.INN) == 12,
	}
	if form.Charter != "" {
		view.Charter = d.body(form.Charter, "application.charter", meeting.Forms{}, russian.Instrumental)
		view.CharterIt = it(russian.GenderOfNoun(form.Charter))
	}
	if a.Name != "" {
		view.DocumentTitle += ", " + or(a.ShortName, a.Name)
	} else {
		view.DocumentTitle += ", бланк"
	}
	return view
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
		return [][]Code{{{"ИНН", 12, a.INN}}, {{"ОГРНИП", 15, a.OGRNIP}}}
	case a.Name != "":
		return [][]Code{{{"ИНН", 10, a.INN}, {"КПП", 9, a.KPP}}, {{"ОГРН", 13, a.OGRN}}}
	}
	return [][]Code{{{"ИНН", 12, ""}, {"КПП", 9, ""}}, {{"ОГРН (ОГРНИП)", 15, ""}}}
}

func applicationFields(a *meeting.Applicant) []Field {
	staff := ""
	if a.Staff > 0 {
		staff = russian.Count(a.Staff, "человек", "человека", "человек")
	}
	list := []Field{
		{"Юридический адрес", address(a.Index, a.Address), moreLines(a)},
		{"Почтовый адрес", or(a.PostalAddress, address(a.Index, a.Address)), moreLines(a)},
		{"Руководитель (должность, фамилия, имя, отчество)", join(" ", a.Head.Position, a.Head.Name), nil},
		{"Действует на основании", a.Head.Basis, nil},
		{"Контактное лицо, телефон", join(", ", a.Contact.Name, or(a.Contact.Phone, a.Phone)), nil},
		{"Электронная почта, сайт", join(", ", or(a.Email, a.Contact.Email), a.Site), nil},
		{"Численность работников", staff, nil},
		{"Направления деятельности", a.Fields, moreLines(a)},
		{"Предложения участникам", a.Offer, moreLines(a)},
	}
	if b := a.Bank; b != nil {
		list = append(list, Field{"Банковские реквизиты",
			join(", ", labelled("р/с ", b.Account), b.Name, labelled("БИК ", b.BIK)), nil})
	}
	return list
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
}

func newConsent(d *draft) any {
	c := d.meeting.Consent
	s := c.Subject
	if d.Blank {
		s = meeting.Subject{}
	}
	more := func(value string) []struct{} {
		if value == "" {
			return make([]struct{}, 1)
		}
		return nil
	}
	title := "Согласие на обработку персональных данных"
	if s.Name != "" {
		title += ", " + russian.Short(s.Name, russian.After)
	} else {
		title += ", бланк"
	}
	return Consent{
		DocumentTitle: title,
		Operator:      d.body(c.Operator, "consent.operator", meeting.Forms{}, russian.Dative),
		Address:       c.Address,
		Subject: []Field{
			{"Фамилия, имя, отчество", s.Name, nil},
			{"Адрес", s.Address, more(s.Address)},
			{"Документ, удостоверяющий личность (вид, серия, номер, кем и когда выдан)", s.Passport, more(s.Passport)},
		},
		Purpose: c.Purpose, Data: join(", ", c.Data...), Actions: join(", ", c.Actions...), Term: c.Term,
		Signature: russian.Short(s.Name, russian.Before),
	}
}
