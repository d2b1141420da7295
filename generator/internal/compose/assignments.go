package compose

import (
	"cmp"
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Assignments is the view of an assignment list.
type Assignments struct {
	Kind      string       `about:"вид заседания в родительном падеже"`
	Body      string       `about:"орган в родительном падеже"`
	Protocol  Reference    `about:"номер и дата протокола"`
	Rows      []Assignment `about:"поручения"`
	Signature Signature    `about:"подпись"`
}

// Assignment is a row: a task, who performs it, and the deadline.
type Assignment struct {
	Number      Number   `about:"номер по порядку"`
	Point       PointRef `about:"пункт протокола"`
	Text        string   `about:"что поручено"`
	Responsible []Charge `about:"кто отвечает, кто помогает, кто следит: по строке"`
	Due         Due      `about:"срок"`
}

// PointRef is a reference to a point of the protocol.
type PointRef struct {
	Question Number `about:"номер вопроса; 0, если номер пункта начинается с него"`
	Label    string `about:"номер пункта без точки; пусто у единственного"`
}

// Charge is a role in an assignment with the people in it.
type Charge struct {
	As    string `about:"responsible, helpers или control"`
	Names Names  `about:"кто"`
}

func newAssignments(b *builder) any {
	view := Assignments{
		Kind: b.traced(b.kind, "kind"), Body: b.traced(b.councils, "council.name"), Protocol: b.reference(),
		Signature: b.keeper(),
	}
	list := assigned(b.meeting)
	if b.Sort == "deadline" {
		slices.SortStableFunc(list, func(a, b assignment) int { return byDeadline(a.Due, b.Due) })
	}
	for _, a := range list {
		view.Rows = append(view.Rows, Assignment{b.row(len(view.Rows) + 1), b.pointRef(a),
			b.origins.Value(a.key+".text", a.Text), b.charged(a), b.due(a.key, a.Decision, russian.DateDigits)})
	}
	return view
}

// assignment is a decision that someone must carry out.
type assignment struct {
	meeting.Decision
	key          string
	question     int // from 1
	label        string
	withQuestion bool // the label begins with the number of the question
}

// assigned returns the points of all levels with responsible people or a
// deadline, in the order of the protocol.
func assigned(m *meeting.Meeting) []assignment {
	var list []assignment
	var visit func(question int, key string, decisions []meeting.Decision, parent string)
	visit = func(question int, key string, decisions []meeting.Decision, parent string) {
		labels := meeting.Labels(decisions, parent)
		for i, d := range decisions {
			at := element(key, i)
			if len(d.Responsible) > 0 || d.Due != nil || d.Control != "" {
				list = append(list, assignment{d, at, question, labels[i], m.PointParent(question-1) != ""})
			}
			visit(question, at+".points", d.Points, labels[i])
		}
	}
	for i, item := range m.Agenda {
		visit(i+1, element("agenda", i)+".decisions", item.Decisions, m.PointParent(i))
	}
	return list
}

// charged returns who carries out an assignment: those responsible, those who
// help, those who supervise.
func (b *builder) charged(a assignment) []Charge {
	var list []Charge
	for _, c := range []Charge{
		{"responsible", b.shorts(a.key+".responsible", a.Responsible)},
		{"helpers", b.shorts(a.key+".co_executors", a.CoExecutors)},
	} {
		if len(c.Names) > 0 {
			list = append(list, c)
		}
	}
	if a.Control != "" {
		list = append(list, Charge{"control", Names{b.short(a.key+".control", a.Control)}})
	}
	return list
}

// byDeadline compares deadlines: dates first, then words, then none.
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

// pointRef returns the reference to a point in an assignment list. The number
// of the question is included only if the numbers of points do not start with
// it.
func (b *builder) pointRef(a assignment) PointRef {
	ref := PointRef{Label: b.label(a.key, a.Decision, strings.TrimSuffix(a.label, "."))}
	if !a.withQuestion || a.label == "" {
		ref.Question = b.row(a.question)
	}
	return ref
}
