package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Attendance is what the template of a registration list sees.
type Attendance struct {
	DocumentTitle string
	Kind, Body    string // genitive
	Date          string
	Start         string
	Place         string
	Rows          []Registered
	Spare         []string // numbers of the rows to be filled by hand
	Signature     Signature
}

// Registered is a row of the list.
type Registered struct {
	Number     string
	Name, Post string
}

// spareRows are left for those who come without being expected.
const spareRows = 5

func newAttendance(d *draft) any {
	m, f, o := d.meeting, Facts{d}, d.origins
	view := Attendance{
		DocumentTitle: "Лист регистрации " + f.DateDigits(),
		Kind:          d.traced(f.Kind, "kind"), Body: d.traced(f.BodyGenitive, "council.name"), Date: o.Computed(f.DateDigits(), "date", "last_date"),
		Start: o.Computed(f.Start(), "start"), Place: o.Value("place", f.Place()),
		Signature: Signature{o.Value("council.secretary_role", m.Council.SecretaryRole), f.Secretary(), "secretary"},
	}
	if view.Signature.Position == "" {
		view.Signature.Position = o.Computed("Секретарь", "council.secretary_role")
	}
	if s, ok := d.person(m.Secretary); ok {
		view.Signature.Name = o.Computed(view.Signature.Name, s.key+".name")
	}
	for _, p := range expected(m) {
		s, _ := d.person(p.Name)
		view.Rows = append(view.Rows, Registered{d.row(len(view.Rows) + 1), o.Value(s.key+".name", s.Name), d.tracedPost(s)})
	}
	for i := range spareRows {
		view.Spare = append(view.Spare, d.row(len(view.Rows)+i+1))
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

// Assignments is what the template of an assignment list sees.
type Assignments struct {
	DocumentTitle string
	Kind, Body    string // genitive
	Protocol      string // "№ 1 от 20.11.2017"
	Rows          []Assignment
	Signature     Signature
}

// Assignment is a row: what is to be done, by whom and by when.
type Assignment struct {
	Number      int
	Point       string // of the protocol: "2.1"
	Text        string
	Responsible []string // who, with whom, and under whose eye; a line each
	Due         string
}

func newAssignments(d *draft) any {
	m, f := d.meeting, Facts{d}
	view := Assignments{
		DocumentTitle: "Перечень поручений по протоколу " + f.Protocol(),
		Kind:          f.Kind(), Body: f.BodyGenitive(), Protocol: f.Protocol(),
		Signature: Signature{or(m.Council.SecretaryRole, "Секретарь"), f.Secretary(), "secretary"},
	}
	list := assigned(m)
	if d.Sort == "deadline" {
		slices.SortStableFunc(list, func(a, b assignment) int { return byDeadline(a.Due, b.Due) })
	}
	for _, a := range list {
		view.Rows = append(view.Rows, Assignment{len(view.Rows) + 1, a.point, a.Text, d.charged(a.Decision), deadlineCell(a.Due)})
	}
	return view
}

// assignment is a decision that someone must carry out.
type assignment struct {
	meeting.Decision
	point string
}

// assigned are the points, of every level, that name who is responsible or a
// deadline, in the order of the protocol.
func assigned(m *meeting.Meeting) []assignment {
	var list []assignment
	var visit func(question int, decisions []meeting.Decision, parent string)
	visit = func(question int, decisions []meeting.Decision, parent string) {
		labels := meeting.Labels(decisions, parent)
		for i, d := range decisions {
			if len(d.Responsible) > 0 || d.Due != nil || d.Control != "" {
				list = append(list, assignment{d, pointName(question, labels[i], m.PointParent(question-1))})
			}
			visit(question, d.Points, labels[i])
		}
	}
	for i, item := range m.Agenda {
		visit(i+1, item.Decisions, m.PointParent(i))
	}
	return list
}

// charged says who is to act: those responsible, who helps them, who controls.
func (d *draft) charged(decision meeting.Decision) []string {
	helpers := "соисполнители: "
	if len(decision.CoExecutors) == 1 {
		helpers = "соисполнитель: "
	}
	var lines []string
	for _, line := range []string{
		d.names(decision.Responsible),
		labelled(helpers, d.names(decision.CoExecutors)),
		labelled("контроль: ", d.names(single(decision.Control))),
	} {
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func single(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// names are people by surname and initials, bodies as given.
func (d *draft) names(refs []string) string {
	var list []string
	for _, ref := range refs {
		if s, ok := d.person(ref); ok {
			ref = russian.Short(s.Name, russian.After)
		}
		list = append(list, ref)
	}
	return join(", ", list...)
}

// byDeadline puts dates first, in their order, then words, then nothing.
func byDeadline(a, b *meeting.Deadline) int {
	rank := func(d *meeting.Deadline) int {
		switch {
		case d == nil:
			return 2
		case d.Text != "":
			return 1
		}
		return 0
	}
	if c := cmp.Compare(rank(a), rank(b)); c != 0 || rank(a) > 0 {
		return c
	}
	return a.Date.Time().Compare(b.Date.Time())
}

func deadlineCell(d *meeting.Deadline) string {
	switch {
	case d == nil:
		return ""
	case d.Text != "":
		return d.Text
	}
	return "до " + date(d.Date)
}

// pointName is how an assignment list calls a point of the protocol. Where
// numbers of points begin with that of the question, they say it all.
func pointName(question int, label, parent string) string {
	if parent != "" && label != "" {
		return "п. " + strings.TrimSuffix(label, ".")
	}
	if label == "" {
		return fmt.Sprintf("вопрос %d", question)
	}
	return fmt.Sprintf("вопрос %d, п. %s", question, strings.TrimSuffix(label, "."))
}
