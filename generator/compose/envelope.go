package compose

import (
	"protokol/generator/diag"
	"protokol/generator/meeting"
	"protokol/generator/russian"
)

// Envelope is what the template of an envelope sees (Правила оказания услуг
// почтовой связи, п. 22).
type Envelope struct {
	DocumentTitle string
	From, To      Correspondent
}

// Correspondent is who sends or gets a letter.
type Correspondent struct {
	Who     []string // lines
	Address string   // without the index
	Index   string
}

// NewEnvelope makes the view of an envelope from the meeting's letterhead to an
// addressee. The problems have keys below "envelope.to[0]".
func NewEnvelope(m *meeting.Meeting, to meeting.Addressee, index string) (Envelope, diag.List) {
	const key = "envelope.to[0]"
	g := newGrammar(m)
	head := m.Letterhead
	if head == nil {
		head = &meeting.Letterhead{}
	}
	e := Envelope{
		DocumentTitle: "Конверт: " + or(to.Organization, to.Name),
		From:          Correspondent{[]string{or(head.Name, m.Council.Name)}, head.Address, head.Index},
		To:            Correspondent{nil, to.Address, index},
	}
	if to.Organization != "" {
		e.To.Who = append(e.To.Who, to.Organization)
	}
	if to.Name != "" {
		s := subject{meeting.Person{Name: to.Name, Gender: to.Gender, Forms: to.Forms}, key}
		e.To.Who = append(e.To.Who, g.name(s, russian.Dative))
	}
	if to.Address == "" {
		g.problems = append(g.problems, diag.Problem{Key: key + ".address", Message: "нет адреса для конверта", Hint: "заполните ячейку"})
	}
	if index == "" {
		g.problems = append(g.problems, diag.Problem{Severity: diag.Warning, Key: key + ".index", Message: "нет индекса для конверта", Hint: "впишите его от руки или заполните ячейку"})
	}
	return e, g.problems
}
