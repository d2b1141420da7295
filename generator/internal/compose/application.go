package compose

import (
	"cmp"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Application is what the template of an application sees. The blank form and
// the filled one are one view: what is not known is empty and leaves a line.
type Application struct {
	By            string    `about:"кто подаёт заявление; пусто у бланка"`
	Blank         bool      `about:"печатается бланк"`
	Addressee     []string  `about:"кому: строки в дательном падеже"`
	Facts         Facts     `about:"сведения о заседании"`
	Names         []Field   `about:"строки с наименованиями"`
	Codes         [][]Code  `about:"коды по строкам"`
	Fields        []Field   `about:"остальные строки"`
	Charter       string    `about:"с чем ознакомлены, в творительном падеже: «Положением о кластере»"`
	CharterIt     string    `about:"что обязуются соблюдать: «его», «её», «их»"`
	Attachments   []string  `about:"приложения"`
	Signature     Signature `about:"подпись"`
	SignatureHere string    `about:"имя поля электронной подписи над линией"`
	Date          Field     `about:"дата"`
	Trader        bool      `about:"индивидуальный предприниматель: печати может не быть"`
	Fillable      bool      `about:"для заполнения на экране"`
}

// Code is a code with as many boxes as it may have signs.
type Code struct {
	Label string `about:"как называется: «ИНН»"`
	Boxes int    `about:"сколько клеток"`
	Value string `about:"сам код; пусто — пустые клетки"`
	Input Input  `about:"поле на экране"`
}

// Field is a line of a form: what it asks for, what is known, and how many
// more lines there are to write on when nothing is.
type Field struct {
	Label string     `about:"что спрашивают"`
	Value string     `about:"что известно"`
	More  []struct{} `about:"ещё линии под первой: их столько, сколько здесь записей"`
	Input Input      `about:"поле на экране"`
	Tick  *Tick      `about:"квадрат для отметки под вопросом"`
}

func newApplication(b *builder) any {
	a := b.meeting.Applicant
	if a == nil || b.Blank {
		a = &meeting.Applicant{}
	}
	form := b.meeting.Application
	view := Application{
		By:          cmp.Or(a.ShortName, a.Name),
		Blank:       a.Name == "",
		Addressee:   b.applicationTo(form),
		Facts:       Facts{b},
		Names:       []Field{b.field("name", a.Name, moreLines(a)), b.field("short_name", a.ShortName, nil)},
		Codes:       b.codes(a),
		Fields:      b.applicationFields(a),
		Attachments: form.Attachments,
		Signature: Signature{cmp.Or(a.Head.Position, b.word("role", "head")), russian.Short(a.Head.Name,
			russian.Before), "head"},
		Date:     Field{Value: date(a.Date)},
		Trader:   a.OGRNIP != "" || len(a.INN) == 12,
		Fillable: b.Fillable,
	}
	if b.Fillable {
		b.fillApplication(&view, a)
	}
	if form.Charter != "" {
		view.Charter = b.body(form.Charter, "application.charter", meeting.Forms{}, russian.Instrumental)
		view.CharterIt = b.word("charter-it", genders[russian.GenderOfNoun(form.Charter)])
	}
	return view
}

// genders are the names that templates have for genders.
var genders = map[russian.Gender]string{russian.Masculine: "masculine", russian.Feminine: "feminine",
	russian.Neuter: "neuter", russian.Plural: "plural"}

// applicationTo is who decides: the chair of the body unless the form says.
func (b *builder) applicationTo(form *meeting.Application) []string {
	if form.To != (meeting.Addressee{}) {
		return b.addressee(b.recipient("application.to", form.To)).Lines
	}
	chair, _ := b.person(b.meeting.Chair)
	role := word{text: b.meeting.Council.ChairRole, key: "council.chair_role"}
	if role.text == "" {
		role = word{text: b.word("role", "chair") + " " + b.council(russian.Genitive), key: "council.name"}
	}
	post := b.form(role, russian.Dative, func(c russian.Case) russian.Form { return russian.Position(role.text, c) })
	return []string{post, b.shortName(chair, russian.Dative, b.addresseeOrder())}
}

// field is a line for pen and ink. The partial "field-label" has its label by its
// name.
func (b *builder) field(name, value string, more []struct{}) Field {
	return Field{Label: b.word("field-label", name), Value: value, More: more}
}

// code is a code on paper.
func (b *builder) code(name string, boxes int, value string) Code {
	return Code{Label: b.word("field-label", name), Boxes: boxes, Value: value}
}

// codes are those of an organization, of a sole trader, or places for either.
func (b *builder) codes(a *meeting.Applicant) [][]Code {
	switch {
	case a.OGRNIP != "" || len(a.INN) == 12:
		return [][]Code{{b.code("inn", 12, a.INN)}, {b.code("ogrnip", 15, a.OGRNIP)}}
	case a.Name != "":
		return [][]Code{{b.code("inn", 10, a.INN), b.code("kpp", 9, a.KPP)}, {b.code("ogrn", 13, a.OGRN)}}
	}
	return [][]Code{{b.code("inn", 12, ""), b.code("kpp", 9, "")}, {b.code("ogrn_any", 15, "")}}
}

func (b *builder) applicationFields(a *meeting.Applicant) []Field {
	people := ""
	if a.Staff > 0 {
		people = b.phrase("persons", a.Staff)
	}
	postalField := b.field("postal_address", cmp.Or(a.PostalAddress, address(a.Index, a.Address)), moreLines(a))
	postalField.Tick = &Tick{Label: b.word("field-label", "postal_same")}
	list := []Field{
		b.field("address", address(a.Index, a.Address), moreLines(a)),
		postalField,
		b.field("head", join(" ", a.Head.Position, a.Head.Name), nil),
		b.field("head.basis", a.Head.Basis, nil),
		b.field("contact", join(", ", a.Contact.Name, cmp.Or(a.Contact.Phone, a.Phone)), nil),
		b.field("email_site", join(", ", cmp.Or(a.Email, a.Contact.Email), a.Site), nil),
		b.field("staff", people, nil),
		b.field("fields", a.Fields, moreLines(a)),
		b.field("offer", a.Offer, moreLines(a)),
	}
	return append(list, b.bankFields(a.Bank)...)
}

// Bank is a bank account.
type Bank struct {
	Account string `about:"расчётный счёт"`
	Name    string `about:"банк"`
	BIK     string `about:"БИК"`
}

func (b *builder) bankFields(account *meeting.Bank) []Field {
	if account == nil {
		return nil
	}
	return []Field{b.field("bank", b.phrase("bank", Bank{account.Account, account.Name, account.BIK}), nil)}
}

// moreLines is the line that a form to be filled by hand has beside the first.
func moreLines(a *meeting.Applicant) []struct{} {
	if a.Name != "" {
		return nil
	}
	return make([]struct{}, 1)
}
