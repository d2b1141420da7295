package compose

import (
	"strconv"

	"protokol/generator/internal/meeting"
)

// Input describes the form field of a line. With an empty key the line is
// filled in by hand.
type Input struct {
	Key      string `about:"ключ файла, который даёт заполненная форма; пусто — строка для ручки"`
	About    string `about:"подсказка"`
	Kind     string `about:"text, date или choice"`
	Lines    int    `about:"сколько строк"`
	Width    int    `about:"ширина в миллиметрах; 0 — вся строка"`
	Options  string `about:"варианты для choice через «;»"`
	Required bool   `about:"обязательное"`
}

// Tick is a checkbox with its label.
type Tick struct {
	Label   string `about:"слова за квадратом"`
	Checked bool   `about:"отмечен"`
	Input   Input  `about:"поле на экране"`
}

// dateWidth is the width of the field for a date, mm.
const dateWidth = 35

// input adds the hint to a form field.
func (b *builder) input(i Input) Input {
	i.About = b.word("input-about", i.Key)
	return i
}

func (b *builder) dateInput(key string) Input {
	return b.input(Input{Key: key, Kind: "date", Width: dateWidth})
}

// fillApplication makes the application a form to be filled in on screen, with
// a line for every key, and codes for both organizations and sole traders.
func (b *builder) fillApplication(v *Application, a *meeting.Applicant) {
	v.SignatureHere = v.Signature.Field
	v.Names[0].More = nil
	v.Names[0].Input = b.input(Input{Key: "applicant.name", Lines: 2, Required: true})
	v.Names[1].Input = b.input(Input{Key: "applicant.short_name"})
	code := func(c Code, i Input) Code {
		c.Input = b.input(i)
		return c
	}
	registered := b.code("ogrn_any", "ogrn", 15, a.OGRN)
	if a.OGRN == "" {
		registered = b.code("ogrn_any", "ogrnip", 15, a.OGRNIP)
	}
	v.Codes = [][]Code{
		{code(b.code("inn", "inn", 12, a.INN), Input{Key: "applicant.inn", Required: true}),
			code(b.code("kpp", "kpp", 9, a.KPP), Input{Key: "applicant.kpp"})},
		{code(registered, Input{Key: "applicant.ogrn", Required: true})},
	}
	v.Fields = append(b.fillableFields(a), b.bankFields(a.Bank)...)
	v.Date.Input = b.dateInput("applicant.date")
}

func (b *builder) fillableFields(a *meeting.Applicant) []Field {
	people := ""
	if a.Staff > 0 {
		people = b.origins.Computed(strconv.Itoa(a.Staff), "applicant.staff")
	}
	field := func(name, value string, i Input) Field {
		f := b.field(name, value, nil)
		i.Key = "applicant." + name
		f.Input = b.input(i)
		return f
	}
	own := func(name, value string, i Input) Field { return field(name, b.applicant(name, value), i) }
	other := func(name string, v fromKey) Field { return field(name, b.origins.Value(v.key, v.value), Input{}) }
	postalField := own("postal_address", a.PostalAddress, Input{Lines: 2})
	postalField.Tick = &Tick{b.fieldLabel("postal_same"), a.PostalSame || a.Name != "" && a.PostalAddress == "",
		b.input(Input{Key: "applicant.postal_same"})}
	return []Field{
		field("address", b.address("applicant", a.Index, a.Address), Input{Lines: 2, Required: true}),
		postalField,
		own("head.position", b.positionFrom("", a.Head.Position).value, Input{}),
		own("head.name", b.nameFrom("", a.Head.Name).value, Input{Required: true}),
		own("head.basis", a.Head.Basis,
			Input{Kind: "choice", Options: b.word("input-options", "applicant.head.basis")}),
		own("contact.name", b.nameFrom("", a.Contact.Name).value, Input{}),
		other("contact.phone", phoneOf(a)),
		other("email", emailOf(a)),
		own("site", a.Site, Input{}),
		field("staff", people, Input{}),
		own("fields", a.Fields, Input{Lines: 2}),
		own("offer", a.Offer, Input{Lines: 2}),
	}
}
