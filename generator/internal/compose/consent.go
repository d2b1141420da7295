package compose

import (
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Consent is the view of a consent.
type Consent struct {
	By            string  `about:"кто даёт согласие; пусто у бланка"`
	Operator      string  `about:"оператор в дательном падеже"`
	Address       string  `about:"его адрес"`
	Subject       []Field `about:"строки о том, кто даёт согласие"`
	Purpose       string  `about:"цель обработки из файла"`
	Data          string  `about:"перечень данных из файла"`
	Actions       string  `about:"действия с данными из файла"`
	Term          string  `about:"срок действия из файла"`
	Signature     string  `about:"кто подписывает: «И.И. Иванов»; пусто — линия"`
	SignatureHere string  `about:"имя поля электронной подписи над линией"`
	Date          Field   `about:"дата"`
	Fillable      bool    `about:"для заполнения на экране"`
}

func newConsent(b *builder) any {
	c := b.meeting.Consent
	s, day := c.Subject, c.Date
	if b.Blank {
		s, day = meeting.Subject{}, meeting.Date{}
	}
	more := func(value string) []struct{} {
		if value == "" {
			return make([]struct{}, 1)
		}
		return nil
	}
	view := Consent{
		By: russian.Short(s.Name, russian.After), // for the title of the file
		Operator: b.traced(func() string {
			return b.body(c.Operator, "consent.operator", meeting.Forms{}, russian.Dative)
		}),
		Address: b.consent("address", c.Address),
		Subject: []Field{
			b.field("subject.name", b.consent("subject.name", s.Name), nil),
			b.field("subject.address", b.consent("subject.address", s.Address), more(s.Address)),
			b.field("subject.passport", b.consent("subject.passport", s.Passport), more(s.Passport)),
		},
		Purpose: b.consent("purpose", c.Purpose), Data: b.list("consent.data", c.Data),
		Actions: b.list("consent.actions", c.Actions), Term: b.consent("term", c.Term),
		Signature: b.origins.Computed(russian.Short(s.Name, russian.Before), "consent.subject.name"),
		Date:      Field{Value: b.date("consent.date", day)},
		Fillable:  b.Fillable,
	}
	if b.Fillable {
		b.fillConsent(&view)
	}
	return view
}

// consent marks a value of the consent.
func (b *builder) consent(field, value string) string {
	return b.origins.Value("consent."+field, value)
}

// fillConsent makes the consent a form to be filled in on screen. The law
// requires all of its fields (Федеральный закон № 152-ФЗ, ст. 9, ч. 4).
func (b *builder) fillConsent(v *Consent) {
	v.SignatureHere = "subject"
	for i, input := range []Input{
		{Key: "consent.subject.name"},
		{Key: "consent.subject.address", Lines: 2},
		{Key: "consent.subject.passport", Lines: 3},
	} {
		input.Required, input.About = true, b.word("input-about", input.Key)
		v.Subject[i].Input, v.Subject[i].More = input, nil
	}
	v.Date.Input = b.dateInput("consent.date")
	v.Date.Input.Required = true
}
