package compose

import (
	"slices"

	"protokol/generator/internal/meeting"
)

// Attendance is the view of a registration list.
type Attendance struct {
	Kind      string       `about:"вид заседания в родительном падеже"`
	Body      string       `about:"орган в родительном падеже"`
	Date      string       `about:"дата"`
	Digits    string       `about:"она же цифрами: для имени файла"`
	Start     string       `about:"время начала"`
	Place     string       `about:"место"`
	Rows      []Registered `about:"кого ждут"`
	Spare     []Number     `about:"номера пустых строк"`
	Signature Signature    `about:"подпись"`
}

// Registered is a row of the list.
type Registered struct {
	Number Number `about:"номер по порядку"`
	Name   string `about:"фамилия, имя, отчество"`
	Post   string `about:"должность и организация"`

	Delegate *Delegate `about:"кто представляет организацию"`
}

// spareRows is the least number of empty rows, for unexpected participants and for
// members whom people does not name; maxSpareRows bounds it.
const (
	spareRows    = 5
	maxSpareRows = 1000
)

func newAttendance(b *builder) any {
	m, o := b.meeting, b.origins
	view := Attendance{
		Kind: b.traced(b.kind, "kind"), Body: b.traced(b.bodiesBehindKind, "council.name"), Date: b.held(),
		Digits: Facts{b}.DateDigits(),
		Start:  b.clock("start", m.Start), Place: o.Value("place", m.Place),
		Signature: b.keeper(),
	}
	for _, p := range expected(m) {
		s, _ := b.person(p.Name)
		s = b.withPost(s)
		row := Registered{Number: b.row(len(view.Rows) + 1), Name: b.fullName(s), Post: b.tracedPost(s),
			Delegate: b.delegate(s)}
		view.Rows = append(view.Rows, row)
	}
	spare := spareRows
	if !b.precedes(behindPostRules) {
		spare = min(max(spareRows, m.Attendance.Members-len(view.Rows)), maxSpareRows)
	}
	for i := range spare {
		view.Spare = append(view.Spare, b.row(len(view.Rows)+i+1))
	}
	return view
}

// expected returns the people who may come: members, people listed as present,
// and invited ones.
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
