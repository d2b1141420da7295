package compose

import "protokol/generator/internal/meeting"

// Letterhead is the letterhead of letters.
type Letterhead struct {
	Emblem   *Picture  `about:"герб или эмблема"`
	Corner   bool      `about:"реквизиты в углу, а не по ширине листа"`
	Parent   string    `about:"вышестоящий орган"`
	Name     string    `about:"название"`
	Short    string    `about:"сокращённое название"`
	Lines    Lines     `about:"над протоколом: строки вместо вышестоящего органа и названий"`
	Contacts []Contact `about:"строки под ним"`
}

// Contact is a line of a letterhead; missing values are empty.
type Contact struct {
	Address string `about:"почтовый адрес с индексом"`
	Phone   string `about:"телефон"`
	Fax     string `about:"факс"`
	Email   string `about:"электронная почта"`
	Site    string `about:"сайт"`
	OKPO    string `about:"код ОКПО"`
	OGRN    string `about:"код ОГРН"`
	INN     string `about:"ИНН"`
	KPP     string `about:"КПП"`
}

// letterhead makes the lines of the letterhead; missing values have no line.
func (b *builder) letterhead() Letterhead {
	l := b.meeting.Letterhead
	if l == nil {
		l = &meeting.Letterhead{}
	}
	value := func(key, text string) string { return b.origins.Value(key, text) }
	view := Letterhead{Emblem: b.emblem(), Corner: l.Form != "longitudinal",
		Parent: value("letterhead.parent", l.Parent), Name: value("letterhead.name", l.Name),
		Short: value("letterhead.short_name", l.ShortName)}
	if l.Name == "" {
		view.Name = upperFirst(Facts{b}.Body())
	}
	if view.Name == "" && view.Parent == "" {
		view.Lines = b.values("header.institution", b.header().Institution)
	}
	phone := Contact{Phone: value("letterhead.phone", l.Phone), Fax: value("letterhead.fax", l.Fax)}
	email := Contact{Email: value("letterhead.email", l.Email)}
	if l.Fax == "" {
		phone.Email, email = email.Email, Contact{}
	}
	for _, line := range []Contact{
		{Address: b.address("letterhead", l.Index, l.Address)},
		phone, email,
		{Site: value("letterhead.site", l.Site)},
		{OKPO: value("letterhead.okpo", l.OKPO), OGRN: value("letterhead.ogrn", l.OGRN)},
		{INN: value("letterhead.inn", l.INN), KPP: value("letterhead.kpp", l.KPP)},
	} {
		if line != (Contact{}) {
			view.Contacts = append(view.Contacts, line)
		}
	}
	return view
}
