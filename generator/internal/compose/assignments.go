package compose

import (
	"cmp"
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Assignments is what the template of an assignment list sees.
type Assignments struct {
	Kind      string       `about:"вид заседания в родительном падеже"`
	Body      string       `about:"орган в родительном падеже"`
	Protocol  Reference    `about:"номер и дата протокола"`
	Rows      []Assignment `about:"поручения"`
	Signature Signature    `about:"подпись"`
}

// Assignment is a row: what is to be done, by whom and by when.
type Assignment struct {
	Number      int      `about:"номер по порядку"`
	Point       PointRef `about:"пункт протокола"`
	Text        string   `about:"что поручено"`
	Responsible []Charge `about:"кто отвечает, кто помогает, кто следит: по строке"`
	Due         Due      `about:"срок"`
}

// PointRef names a point of the protocol.
type PointRef struct {
	Question int    `about:"номер вопроса; 0, если номер пункта начинается с него"`
	Label    string `about:"номер пункта без точки; пусто у единственного"`
}

// Charge is what some people are charged with.
type Charge struct {
	As    string `about:"responsible, helpers или control"`
	Names Names  `about:"кто"`
}

func newAssignments(b *builder) any {
	f := Facts{b}
	view := Assignments{
		Kind: f.Kind(), Body: f.BodyGenitive(), Protocol: f.Protocol(),
		Signature: Signature{b.secretaryRole(), f.Secretary(), "secretary"},
	}
	list := assigned(b.meeting)
	if b.Sort == "deadline" {
		slices.SortStableFunc(list, func(a, b assignment) int { return byDeadline(a.Due, b.Due) })
	}
	for _, a := range list {
		view.Rows = append(view.Rows, Assignment{len(view.Rows) + 1, a.point, a.Text, b.charged(a.Decision),
			deadline(a.Due, russian.DateDigits)})
	}
	return view
}

// assignment is a decision that someone must carry out.
type assignment struct {
	meeting.Decision
	point PointRef
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
				list = append(list, assignment{d, pointRef(question, labels[i], m.PointParent(question-1))})
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
func (b *builder) charged(decision meeting.Decision) []Charge {
	var list []Charge
	for _, c := range []Charge{
		{"responsible", b.shorts(decision.Responsible)},
		{"helpers", b.shorts(decision.CoExecutors)},
		{"control", b.shorts(single(decision.Control))},
	} {
		if len(c.Names) > 0 {
			list = append(list, c)
		}
	}
	return list
}

func single(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
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

// pointRef is how an assignment list names a point of the protocol. Where
// numbers of points begin with that of the question, they say it all.
func pointRef(question int, label, parent string) PointRef {
	if parent != "" && label != "" {
		question = 0
	}
	return PointRef{question, strings.TrimSuffix(label, ".")}
}
