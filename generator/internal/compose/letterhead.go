package compose

import (
	"strings"

	"protokol/generator/internal/meeting"
)

// Letterhead is the form a letter is printed on.
type Letterhead struct {
	Emblem   *Picture
	Corner   bool
	Parent   string
	Name     string
	Contacts []string
}

// newLetterhead puts the requisites of a form together, a line each; what is not
// given leaves no line.
func newLetterhead(m *meeting.Meeting) Letterhead {
	l := m.Letterhead
	if l == nil {
		l = &meeting.Letterhead{}
	}
	view := Letterhead{Emblem: emblem(m.Council.Emblem), Corner: l.Form != "longitudinal", Parent: l.Parent, Name: or(l.Name, m.Council.Name)}
	for _, line := range []string{
		address(l.Index, l.Address),
		join("; ", labelled("тел.: ", l.Phone), labelled("e-mail: ", l.Email)),
		l.Site,
		join(", ", labelled("ОКПО ", l.OKPO), labelled("ОГРН ", l.OGRN)),
		labelled("ИНН/КПП ", join("/", l.INN, l.KPP)),
	} {
		if line != "" {
			view.Contacts = append(view.Contacts, line)
		}
	}
	return view
}

func address(index, rest string) string { return join(", ", index, rest) }

// labelled puts a label before a value, unless there is none.
func labelled(label, value string) string {
	if value == "" {
		return ""
	}
	return label + value
}

// join joins what is not empty.
func join(separator string, parts ...string) string {
	var filled []string
	for _, p := range parts {
		if p != "" {
			filled = append(filled, p)
		}
	}
	return strings.Join(filled, separator)
}
