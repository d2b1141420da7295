package compose

import (
	"cmp"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// Application is the view of an application. The blank form and the completed
// one have the same view: empty values leave lines to write on.
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

// Code is a code with its number of boxes.
type Code struct {
	Label string `about:"как называется: «ИНН»"`
	Boxes int    `about:"сколько клеток"`
	Value string `about:"сам код; пусто — пустые клетки"`
	Input Input  `about:"поле на экране"`
}

// Field is a line of a form: its label, its value, and additional lines to
// write on if there is no value.
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
		By:        cmp.Or(a.ShortName, a.Name), // for the title of the file
		Blank:     a.Name == "",
		Addressee: b.applicationTo(form),
		Facts:     Facts{b},
		Names: []Field{b.field("name", b.applicant("name", a.Name), moreLines(a)),
			b.field("short_name", b.applicant("short_name", a.ShortName), nil)},
		Codes:       b.codes(a),
		Fields:      b.applicationFields(a),
		Attachments: b.values("application.attachments", form.Attachments),
		Signature: Signature{b.headRole(a),
			b.origins.Computed(russian.Short(a.Head.Name, russian.Before), "applicant.head.name"), "head"},
		Date:     Field{Value: b.date("applicant.date", a.Date)},
		Trader:   a.OGRNIP != "" || len(a.INN) == 12,
		Fillable: b.Fillable,
	}
	if b.Fillable {
		b.fillApplication(&view, a)
	}
	if form.Charter != "" {
		view.Charter = b.traced(func() string {
			return b.body(form.Charter, "application.charter", meeting.Forms{}, russian.Instrumental)
		})
		view.CharterIt = b.origins.Computed(
			trace.Strip(b.word("charter-it", genders[russian.GenderOfNoun(form.Charter)])), "application.charter")
	}
	return view
}

// genders are the names of genders in templates.
var genders = map[russian.Gender]string{russian.Masculine: "masculine", russian.Feminine: "feminine",
	russian.Neuter: "neuter", russian.Plural: "plural"}

// applicationTo returns the addressee of the application: by default the chair
// of the body.
func (b *builder) applicationTo(form *meeting.Application) []string {
	if form.To != (meeting.Addressee{}) {
		return b.addressee(b.recipient("application.to", form.To)).Lines
	}
	chair, _ := b.person(b.meeting.Chair)
	role, keys := word{text: b.meeting.Council.ChairRole, key: "council.chair_role"}, []string(nil)
	if role.text == "" {
		body := trace.Strip(b.council(russian.Genitive))
		role = word{text: trace.Strip(b.word("role", "chair")) + " " + body, key: "council.name"}
		keys = b.formKeys("council.name", russian.Genitive)
	}
	post := b.traced(func() string {
		return b.form(role, russian.Dative,
			func(c russian.Case) russian.Form { return russian.Position(role.text, c) })
	}, keys...)
	return []string{post, b.shortDative(recipient{subject: chair, named: []string{"chair"}})}
}

// field returns a line to be filled in by hand. The partial "field-label" has
// its label.
func (b *builder) field(name, value string, more []struct{}) Field {
	return Field{Label: b.fieldLabel(name), Value: value, More: more}
}

// fieldLabel returns the label of a field.
func (b *builder) fieldLabel(name string) string {
	return b.origins.Words(trace.Strip(b.word("field-label", name)))
}

// applicant marks a value of the applicant.
func (b *builder) applicant(field, value string) string {
	return b.origins.Value("applicant."+field, value)
}

// code returns a code on paper; its label and its key may have different names.
func (b *builder) code(label, field string, boxes int, value string) Code {
	return Code{Label: b.fieldLabel(label), Boxes: boxes, Value: b.applicant(field, value)}
}

// codes returns the codes of an organization, of a sole trader, or empty ones
// for both.
func (b *builder) codes(a *meeting.Applicant) [][]Code {
	switch {
	case a.OGRNIP != "" || len(a.INN) == 12:
		return [][]Code{{b.code("inn", "inn", 12, a.INN)}, {b.code("ogrnip", "ogrnip", 15, a.OGRNIP)}}
	case a.Name != "":
		return [][]Code{{b.code("inn", "inn", 10, a.INN), b.code("kpp", "kpp", 9, a.KPP)},
			{b.code("ogrn", "ogrn", 13, a.OGRN)}}
	}
	return [][]Code{{b.code("inn", "inn", 12, ""), b.code("kpp", "kpp", 9, "")}, {b.code("ogrn_any", "ogrn", 15, "")}}
}

func (b *builder) applicationFields(a *meeting.Applicant) []Field {
	people := ""
	if a.Staff > 0 {
		people = b.origins.Computed(trace.Strip(b.phrase("persons", a.Staff)), "applicant.staff")
	}
	legal := b.address("applicant", a.Index, a.Address)
	postalField := b.field("postal_address", cmp.Or(b.applicant("postal_address", a.PostalAddress), legal),
		moreLines(a))
	postalField.Tick = &Tick{Label: b.fieldLabel("postal_same")}
	list := []Field{
		b.field("address", legal, moreLines(a)),
		postalField,
		b.field("head", b.joined(" ", b.positionFrom("applicant.head.position", a.Head.Position),
			b.nameFrom("applicant.head.name", a.Head.Name)), nil),
		b.field("head.basis", b.applicant("head.basis", a.Head.Basis), nil),
		b.field("contact", b.joined(", ", b.nameFrom("applicant.contact.name", a.Contact.Name), phoneOf(a)), nil),
		b.field("email_site", b.joined(", ", emailOf(a), fromKey{"applicant.site", a.Site}), nil),
		b.field("staff", people, nil),
		b.field("fields", b.applicant("fields", a.Fields), moreLines(a)),
		b.field("offer", b.applicant("offer", a.Offer), moreLines(a)),
	}
	return append(list, b.bankFields(a.Bank)...)
}

// phoneOf returns the phone of the contact person or of the applicant.
func phoneOf(a *meeting.Applicant) fromKey {
	if a.Contact.Phone != "" {
		return fromKey{"applicant.contact.phone", a.Contact.Phone}
	}
	return fromKey{"applicant.phone", a.Phone}
}

// emailOf returns the e-mail address of the applicant or of the contact person.
func emailOf(a *meeting.Applicant) fromKey {
	if a.Email != "" {
		return fromKey{"applicant.email", a.Email}
	}
	return fromKey{"applicant.contact.email", a.Contact.Email}
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
	view := Bank{b.applicant("bank.account", account.Account), b.applicant("bank.name", account.Name),
		b.applicant("bank.bik", account.BIK)}
	return []Field{b.field("bank", b.phrase("bank", view), nil)}
}

// moreLines returns the additional line of a form to be filled in by hand.
func moreLines(a *meeting.Applicant) []struct{} {
	if a.Name != "" {
		return nil
	}
	return make([]struct{}, 1)
}

// headRole returns the position of the head of the applicant in the signature.
func (b *builder) headRole(a *meeting.Applicant) string {
	if a.Head.Position == "" {
		return b.said("role", "head")
	}
	return b.positionText("applicant.head.position", a.Head.Position)
}
