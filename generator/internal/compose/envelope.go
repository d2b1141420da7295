package compose

import (
	"cmp"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Envelope is what the template of an envelope sees (Правила оказания услуг
// почтовой связи, п. 22).
type Envelope struct {
	Addressee string        `about:"кому, в именительном падеже: для свойств файла"`
	From      Correspondent `about:"от кого"`
	To        Correspondent `about:"кому"`
}

// Correspondent is who sends or gets a letter.
type Correspondent struct {
	Who     []string `about:"строки: кто"`
	Address string   `about:"адрес без индекса"`
	Index   string   `about:"индекс"`
}

// Label is what the template of a label for an envelope sees.
type Label struct {
	Envelope
	Class string `about:"стиль, который пробуют: текст должен поместиться"`
}

// NewEnvelope makes the view of an envelope, or of a label, from the meeting's
// letterhead to an addressee. The problems have keys below "to[0]" of the kind.
func NewEnvelope(kind string, m *meeting.Meeting, to meeting.Addressee, index string) (Envelope, diag.List) {
	key := kind + ".to[0]"
	g := newGrammar(m)
	head := m.Letterhead
	if head == nil {
		head = &meeting.Letterhead{}
	}
	e := Envelope{
		Addressee: cmp.Or(to.Organization, to.Name),
		From:      Correspondent{[]string{cmp.Or(head.Name, m.Council.Name)}, head.Address, head.Index},
		To:        Correspondent{nil, to.Address, index},
	}
	if to.Organization != "" {
		e.To.Who = append(e.To.Who, to.Organization)
	}
	if to.Name != "" {
		s := subject{meeting.Person{Name: to.Name, Gender: to.Gender, Forms: to.Forms}, key}
		e.To.Who = append(e.To.Who, g.name(s, russian.Dative))
	}
	if to.Address == "" {
		g.problems = append(g.problems, diag.Problem{Key: key + ".address", Message: "нет почтового адреса",
			Hint: "заполните ячейку"})
	}
	if index == "" {
		g.problems = append(g.problems, diag.Problem{Severity: diag.Warning, Key: key + ".index",
			Message: "нет почтового индекса", Hint: "впишите его от руки или заполните ячейку"})
	}
	return e, g.problems
}
