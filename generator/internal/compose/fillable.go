package compose

import (
	"strconv"

	"protokol/generator/internal/meeting"
)

// Input is what makes a line of a form one that is filled in on a screen. With
// an empty key the line is for pen and ink.
type Input struct {
	Key      string // of the file that a filled form gives
	About    string
	Kind     string // text, date or choice
	Lines    int
	Width    int // mm; 0 is the whole line
	Options  string
	Required bool
}

// Tick is a box to tick and the words behind it.
type Tick struct {
	Label   string
	Checked bool
	Input   Input
}

const (
	samePostal = "совпадает с юридическим"
	dateAbout  = "Дата подписания: ДД.ММ.ГГГГ"
	dateWidth  = 35
)

// fill makes the application a form for the screen: a line for every key, and
// codes with places for organizations and sole traders alike.
func (v *Application) fill(a *meeting.Applicant) {
	v.Fillable, v.SignatureHere = true, v.Signature.Field
	v.Names[0].More = nil
	v.Names[0].Input = Input{Key: "applicant.name", About: "Полное наименование, как в уставе", Lines: 2, Required: true}
	v.Names[1].Input = Input{Key: "applicant.short_name", About: "Сокращённое наименование, как в уставе"}
	v.Codes = [][]Code{
		{
			{"ИНН", 12, a.INN, Input{Key: "applicant.inn", About: "ИНН: 10 цифр, у предпринимателя 12", Required: true}},
			{"КПП", 9, a.KPP, Input{Key: "applicant.kpp", About: "КПП: 9 знаков, у предпринимателя его нет"}},
		},
		{{"ОГРН (ОГРНИП)", 15, or(a.OGRN, a.OGRNIP), Input{Key: "applicant.ogrn", About: "ОГРН: 13 цифр, ОГРНИП: 15 цифр", Required: true}}},
	}
	v.Fields = append(fillableFields(a), bankFields(a.Bank)...)
	v.Date.Input = Input{Key: "applicant.date", About: dateAbout, Kind: "date", Width: dateWidth}
}

func fillableFields(a *meeting.Applicant) []Field {
	staff := ""
	if a.Staff > 0 {
		staff = strconv.Itoa(a.Staff)
	}
	same := a.PostalSame || a.Name != "" && a.PostalAddress == ""
	return []Field{
		{Label: "Юридический адрес", Value: address(a.Index, a.Address),
			Input: Input{Key: "applicant.address", About: "Юридический адрес с почтовым индексом", Lines: 2, Required: true}},
		{Label: "Почтовый адрес", Value: a.PostalAddress,
			Input: Input{Key: "applicant.postal_address", About: "Почтовый адрес с индексом, если он другой", Lines: 2},
			Tick:  &Tick{samePostal, same, Input{Key: "applicant.postal_same", About: "Почтовый адрес совпадает с юридическим"}}},
		{Label: "Должность руководителя", Value: a.Head.Position, Input: Input{Key: "applicant.head.position", About: "Должность руководителя: генеральный директор, директор"}},
		{Label: "Ф. И. О. руководителя", Value: a.Head.Name, Input: Input{Key: "applicant.head.name", About: "Фамилия, имя и отчество руководителя полностью", Required: true}},
		{Label: "Действует на основании", Value: a.Head.Basis, Input: Input{Key: "applicant.head.basis", About: "На основании чего он действует: выберите или впишите своё",
			Kind: "choice", Options: "Устава; доверенности; Положения; свидетельства о государственной регистрации"}},
		{Label: "Контактное лицо", Value: a.Contact.Name, Input: Input{Key: "applicant.contact.name", About: "Кому звонить: фамилия, имя, отчество"}},
		{Label: "Телефон", Value: or(a.Contact.Phone, a.Phone), Input: Input{Key: "applicant.contact.phone", About: "Телефон с кодом города"}},
		{Label: "Электронная почта", Value: or(a.Email, a.Contact.Email), Input: Input{Key: "applicant.email", About: "Адрес электронной почты"}},
		{Label: "Сайт", Value: a.Site, Input: Input{Key: "applicant.site", About: "Адрес сайта"}},
		{Label: "Численность работников", Value: staff, Input: Input{Key: "applicant.staff", About: "Число работников, только цифры"}},
		{Label: "Направления деятельности", Value: a.Fields, Input: Input{Key: "applicant.fields", About: "Чем занимается организация", Lines: 2}},
		{Label: "Предложения участникам", Value: a.Offer, Input: Input{Key: "applicant.offer", About: "Что организация предлагает участникам", Lines: 2}},
	}
}

// fill makes the consent a form for the screen. The law asks for all of it
// (Федеральный закон № 152-ФЗ, ст. 9, ч. 4).
func (v *Consent) fill() {
	v.SignatureHere = "subject"
	inputs := []Input{
		{Key: "consent.subject.name", About: "Фамилия, имя и отчество полностью"},
		{Key: "consent.subject.address", About: "Адрес с почтовым индексом", Lines: 2},
		{Key: "consent.subject.passport", About: "Документ: вид, серия, номер, кем и когда выдан", Lines: 3},
	}
	for i, input := range inputs {
		input.Required = true
		v.Subject[i].Input, v.Subject[i].More = input, nil
	}
	v.Date.Input = Input{Key: "consent.date", About: dateAbout, Kind: "date", Width: dateWidth, Required: true}
}
