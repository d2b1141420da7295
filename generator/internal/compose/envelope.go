package compose

import (
	"cmp"
	"strconv"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/codes"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// Envelope is the view of an envelope (Правила оказания услуг почтовой связи,
// п. 22).
type Envelope struct {
	Addressee string        `about:"кому, в именительном падеже: для свойств файла"`
	From      Correspondent `about:"от кого"`
	To        Correspondent `about:"кому"`
}

// Correspondent is the sender or the recipient of a letter.
type Correspondent struct {
	Who     []string `about:"строки: кто"`
	Address string   `about:"адрес без индекса"`
	Index   string   `about:"индекс"`
}

// Label is the view of a label for an envelope.
type Label struct {
	Envelope
	Class string `about:"стиль, который пробуют: текст должен поместиться"`
}

// Row names the values of a list that an addressee comes from.
type Row struct {
	Key          string   // key of the row: "row",
	Organization string   // field of the organization
	Address      []string // fields of the address
}

// NewEnvelope makes the view of an envelope from the letterhead of the meeting
// and an addressee of a list. Problems have keys below "to[0]" of the kind.
func NewEnvelope(r Request, m *meeting.Meeting, to meeting.Addressee, index string, row Row) (View, diag.List) {
	key := r.Kind + ".to[0]"
	g := newGrammar(m)
	g.origins = trace.New()
	g.origins.Rename(key+".organization", row.Key+"."+row.Organization)
	g.origins.Rename(key, row.Key)
	head := m.Letterhead
	if head == nil {
		head = &meeting.Letterhead{}
	}
	e := Envelope{
		Addressee: cmp.Or(to.Organization, to.Name),
		From:      g.sender(head, !r.precedes(referenceRules)),
		To: Correspondent{
			nil,
			g.origins.Computed(to.Address, row.address()...),
			g.origins.Value(key+".index", index),
		},
	}
	if to.Organization != "" {
		e.To.Who = append(e.To.Who, g.origins.Value(key+".organization", to.Organization))
	}
	if to.Name != "" {
		person := recipient{subject: subject{
			Person: meeting.Person{Name: to.Name, Gender: to.Gender, Forms: to.Forms}, key: key}}
		g.checkName(person.subject)
		name := g.traced(func() string { return g.name(person.subject, russian.Dative) }, person.nameKeys()...)
		e.To.Who = append(e.To.Who, name)
	}
	if to.Address == "" {
		g.problems = append(g.problems, diag.Problem{Key: key + ".address", Message: "нет почтового адреса",
			Hint: "заполните ячейку"})
	}
	if index == "" {
		g.problems = append(g.problems, diag.Problem{Severity: diag.Warning, Key: key + ".index",
			Message: "нет почтового индекса", Hint: "впишите его от руки или заполните ячейку"})
	}
	return View{Template: r.Kind, Data: e, origins: g.origins, earlier: r.earlier()}, g.problems
}

// Addressed returns what an envelope or label says of its recipient.
func (v View) Addressed() string {
	to := v.Data.(Envelope).To
	return trace.Strip(strings.Join(append([]string{to.Index, to.Address}, to.Who...), "\n"))
}

// sender returns the sender of an envelope from the letterhead. An index that it does not have by itself may be split
// from the address.
func (g *grammar) sender(head *meeting.Letterhead, splits bool) Correspondent {
	name := g.origins.Value("letterhead.name", head.Name)
	if head.Name == "" {
		name = g.origins.Value("council.name", g.meeting.Council.Name)
	}
	index, address := codes.SplitIndex(head.Address)
	if splits && index != "" && (head.Index == "" || head.Index == index) {
		return Correspondent{[]string{name}, g.origins.Computed(address, "letterhead.address"),
			g.origins.Computed(index, "letterhead.address")}
	}
	return Correspondent{[]string{name}, g.origins.Value("letterhead.address", head.Address),
		g.origins.Value("letterhead.index", head.Index)}
}

// address returns the keys of an address.
func (r Row) address() []string {
	var keys []string
	for _, field := range r.Address {
		keys = append(keys, r.Key+"."+field)
	}
	return keys
}

// LabelOf makes the view of a label from that of an envelope, in the given
// style.
func LabelOf(envelope View, class string) View {
	envelope.Template, envelope.Data = "label", Label{envelope.Data.(Envelope), class}
	return envelope
}

// LabelSheets is the view of a file with sheets of labels, apart from the labels.
type LabelSheets struct {
	Part Number `about:"часть длинного списка, с 1; пусто, если она одна"`
}

// NewLabelSheets makes the view of a file with labels. Part is 0 if there is only one.
func NewLabelSheets(part int) View {
	o, l := trace.New(), LabelSheets{}
	if part > 0 {
		l.Part = Number(o.Number(strconv.Itoa(part)))
	}
	return View{Template: "labels", Data: l, origins: o}
}
