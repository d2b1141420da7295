package compose

import (
	"cmp"

	"protokol/generator/internal/meeting"
)

// Letterhead is the form a letter is printed on.
type Letterhead struct {
	Emblem   *Picture  `about:"герб или эмблема"`
	Corner   bool      `about:"реквизиты в углу, а не по ширине листа"`
	Parent   string    `about:"вышестоящий орган"`
	Name     string    `about:"название"`
	Contacts []Contact `about:"строки под ним"`
}

// Contact is a line of a letterhead; what is not given is empty.
type Contact struct {
	Address string `about:"почтовый адрес с индексом"`
	Phone   string `about:"телефон"`
	Email   string `about:"электронная почта"`
	Site    string `about:"сайт"`
	OKPO    string `about:"код ОКПО"`
	OGRN    string `about:"код ОГРН"`
	INN     string `about:"ИНН"`
	KPP     string `about:"КПП"`
}

// newLetterhead puts the requisites of a form together, a line each; what is not
// given leaves no line.
func newLetterhead(m *meeting.Meeting) Letterhead {
	l := m.Letterhead
	if l == nil {
		l = &meeting.Letterhead{}
	}
	view := Letterhead{Emblem: emblem(m.Council.Emblem), Corner: l.Form != "longitudinal", Parent: l.Parent,
		Name: cmp.Or(l.Name, m.Council.Name)}
	for _, line := range []Contact{
		{Address: address(l.Index, l.Address)},
		{Phone: l.Phone, Email: l.Email},
		{Site: l.Site},
		{OKPO: l.OKPO, OGRN: l.OGRN},
		{INN: l.INN, KPP: l.KPP},
	} {
		if line != (Contact{}) {
			view.Contacts = append(view.Contacts, line)
		}
	}
	return view
}

func address(index, rest string) string { return join(", ", index, rest) }
