package compose

import (
	"slices"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Attendance is what the template of a registration list sees.
type Attendance struct {
	Kind      string       `about:"вид заседания в родительном падеже"`
	Body      string       `about:"орган в родительном падеже"`
	Date      string       `about:"дата цифрами"`
	Start     string       `about:"время начала"`
	Place     string       `about:"место"`
	Rows      []Registered `about:"кого ждут"`
	Spare     []int        `about:"номера пустых строк"`
	Signature Signature    `about:"подпись"`
}

// Registered is a row of the list.
type Registered struct {
	Number int    `about:"номер по порядку"`
	Name   string `about:"фамилия, имя, отчество"`
	Post   string `about:"должность и организация"`
}

// spareRows are left for those who come without being expected.
const spareRows = 5

func newAttendance(b *builder) any {
	m, f := b.meeting, Facts{b}
	view := Attendance{
		Kind: f.Kind(), Body: f.BodyGenitive(), Date: f.DateDigits(), Start: f.Start(), Place: f.Place(),
		Signature: Signature{b.secretaryRole(), f.Secretary(), "secretary"},
	}
	for _, p := range expected(m) {
		s, _ := b.person(p.Name)
		view.Rows = append(view.Rows, Registered{len(view.Rows) + 1, s.Name, b.post(s, russian.Nominative)})
	}
	for i := range spareRows {
		view.Spare = append(view.Spare, len(view.Rows)+i+1)
	}
	return view
}

// expected are those who may come: the members, whoever was named present, and
// the invited.
func expected(m *meeting.Meeting) []meeting.Person {
	var list []meeting.Person
	for _, p := range m.People {
		if !p.Guest {
			list = append(list, p)
		}
	}
	for _, p := range slices.Concat(m.PresentPeople(), m.InvitedPeople()) {
		if p.Guest && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	return list
}
