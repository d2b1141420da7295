package compose

import (
	"cmp"
	"strconv"

	"protokol/generator/internal/meeting"
)

// Input is what makes a line of a form one that is filled in on a screen. With
// an empty key the line is for pen and ink.
type Input struct {
	Key      string `about:"ключ файла, который даёт заполненная форма; пусто — строка для ручки"`
	About    string `about:"подсказка"`
	Kind     string `about:"text, date или choice"`
	Lines    int    `about:"сколько строк"`
	Width    int    `about:"ширина в миллиметрах; 0 — вся строка"`
	Options  string `about:"варианты для choice через «;»"`
	Required bool   `about:"обязательное"`
}

// Tick is a box to tick and the words behind it.
type Tick struct {
	Label   string `about:"слова за квадратом"`
	Checked bool   `about:"отмечен"`
	Input   Input  `about:"поле на экране"`
}

// dateWidth is the width of the field for a date, mm.
const dateWidth = 35

// input completes a field for the screen with its hint.
func (b *builder) input(i Input) Input {
	i.About = b.word("input-about", i.Key)
	return i
}

func (b *builder) dateInput(key string) Input {
	return b.input(Input{Key: key, Kind: "date", Width: dateWidth})
}

// fillApplication makes the application a form for the screen: a line for every
// key, and codes with places for organizations and sole traders alike.
func (b *builder) fillApplication(v *Application, a *meeting.Applicant) {
	v.SignatureHere = v.Signature.Field
	v.Names[0].More = nil
	v.Names[0].Input = b.input(Input{Key: "applicant.name", Lines: 2, Required: true})
	v.Names[1].Input = b.input(Input{Key: "applicant.short_name"})
	code := func(name string, boxes int, value string, i Input) Code {
		c := b.code(name, boxes, value)
		c.Input = b.input(i)
		return c
	}
	v.Codes = [][]Code{
		{code("inn", 12, a.INN, Input{Key: "applicant.inn", Required: true}), code("kpp", 9, a.KPP,
			Input{Key: "applicant.kpp"})},
		{code("ogrn_any", 15, cmp.Or(a.OGRN, a.OGRNIP), Input{Key: "applicant.ogrn", Required: true})},
	}
	v.Fields = append(b.fillableFields(a), b.bankFields(a.Bank)...)
	v.Date.Input = b.dateInput("applicant.date")
}

func (b *builder) fillableFields(a *meeting.Applicant) []Field {
	people := ""
	if a.Staff > 0 {
		people = strconv.Itoa(a.Staff)
	}
	field := func(name, value string, i Input) Field {
		f := b.field(name, value, nil)
		f.Input = b.input(i)
		return f
	}
	postalField := field("postal_address", a.PostalAddress, Input{Key: "applicant.postal_address", Lines: 2})
	postalField.Tick = &Tick{b.word("field-label", "postal_same"), a.PostalSame || a.Name != "" &&
		a.PostalAddress == "",
		b.input(Input{Key: "applicant.postal_same"})}
	return []Field{
		field("address", address(a.Index, a.Address), Input{Key: "applicant.address", Lines: 2, Required: true}),
		postalField,
		field("head.position", a.Head.Position, Input{Key: "applicant.head.position"}),
		field("head.name", a.Head.Name, Input{Key: "applicant.head.name", Required: true}),
		field("head.basis", a.Head.Basis, Input{Key: "applicant.head.basis", Kind: "choice",
			Options: b.word("input-options", "applicant.head.basis")}),
		field("contact.name", a.Contact.Name, Input{Key: "applicant.contact.name"}),
		field("contact.phone", cmp.Or(a.Contact.Phone, a.Phone), Input{Key: "applicant.contact.phone"}),
		field("email", cmp.Or(a.Email, a.Contact.Email), Input{Key: "applicant.email"}),
		field("site", a.Site, Input{Key: "applicant.site"}),
		field("staff", people, Input{Key: "applicant.staff"}),
		field("fields", a.Fields, Input{Key: "applicant.fields", Lines: 2}),
		field("offer", a.Offer, Input{Key: "applicant.offer", Lines: 2}),
	}
}
