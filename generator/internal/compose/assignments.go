package compose

import (
	"cmp"
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
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
	Read        bool     `about:"поручение прочитано из текста решения: чего в нём нет, «не указано»"`
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
		Kind: b.traced(b.kind, "kind"), Body: b.traced(b.bodiesBehindKind, "council.name"), Protocol: b.reference(),
		Signature: b.keeper(),
	}
	alone := b.precedes(commissionRules)
	list := b.assigned(alone)
	if b.Sort == "deadline" {
		slices.SortStableFunc(list, func(a, b assignment) int { return byDeadline(a.Due, b.Due) })
	}
	for _, a := range list {
		view.Rows = append(view.Rows, Assignment{b.row(len(view.Rows) + 1), b.pointRef(a),
			b.assignmentText(a, alone), b.charged(a), b.assignmentDue(a), a.fromText})
		b.doubtDeadline(a)
	}
	return view
}

// assignmentText returns the text of an assignment; for a point alone, as it is in the protocol.
func (b *builder) assignmentText(a assignment, alone bool) string {
	text, keys := a.sentence()
	if alone || text == a.Text {
		return b.origins.Value(a.key+".text", a.Text)
	}
	return b.origins.Computed(text, keys...)
}

// assignmentDue returns the deadline, from the text of the decision if it has no
// other.
func (b *builder) assignmentDue(a assignment) Due {
	due := b.due(a.key, a.Decision, russian.DateDigits)
	if a.readDue {
		due.Date = b.origins.Computed(trace.Strip(due.Date), a.key+".text")
	}
	return due
}

// doubtDeadline reports a deadline found in a text that may not be one.
func (b *builder) doubtDeadline(a assignment) {
	task, hint := a.task, messagef("укажите срок отдельно: due = 2026-12-31")
	switch {
	case a.fromText && len(task.Deadlines) > 1:
		b.warn(a.key+".text", messagef("в пункте несколько сроков; в перечне поручений он не указан"), hint)
	case a.readDue && !task.Stated:
		b.warn(a.key+".text", messagef("срок в перечне поручений прочитан из текста: %s", deadline(a.Due,
			russian.DateDigits).Date), hint)
	}
}

// assignment is a decision that someone must carry out.
type assignment struct {
	meeting.Decision
	key          string
	question     int // from 1
	label        string
	withQuestion bool // the label begins with the number of the question

	task     russian.Task // data read from the text
	fromText bool         // it is an assignment by its text only
	readDue  bool         // Due is from the text
	whom     []string     // who is responsible, from the text

	above    *assignment  // the point above that begins its sentence; nil if it is complete
	inherits bool         // above says who must do it, unless it does itself
	below    []assignment // points that end its sentence
}

// assigned returns the points of all levels with responsible people or a
// deadline, in keys of their own or in the text, in the order of the protocol. Earlier
// rules take each point alone, although «Управлению образования:» says nothing without
// the points below.
func (g *grammar) assigned(alone bool) (list []assignment) {
	m := g.meeting
	var visit func(question int, key string, decisions []meeting.Decision, parent string, above *assignment)
	visit = func(question int, key string, decisions []meeting.Decision, parent string, above *assignment) {
		labels := meeting.Labels(decisions, parent)
		for i, d := range decisions {
			a := assignment{Decision: d, key: element(key, i), question: question, label: labels[i],
				withQuestion: m.PointParent(question-1) != ""}
			row, task := len(list), g.readTask(&a, alone)
			a.follow(above)
			if task {
				list = append(list, a)
			}
			if alone || !a.begins() {
				visit(question, a.key+".points", d.Points, labels[i], nil)
				continue
			}
			visit(question, a.key+".points", d.Points, labels[i], &a)
			if task && a.complete(list[row+1:]) {
				list[row] = a
			} else if task {
				list = slices.Delete(list, row, row+1)
			}
		}
	}
	for i, item := range m.Agenda {
		visit(i+1, element("agenda", i)+".decisions", item.Decisions, m.PointParent(i), nil)
	}
	return list
}

// readTask completes an assignment from its text, and reports whether it is one.
// Names of people in the dative are certain if they are among the people and
// their accusative is another form; other words if they alone are.
func (g *grammar) readTask(a *assignment, alone bool) bool {
	a.task = a.read(alone)
	a.fromText = len(a.Responsible) == 0 && a.Due == nil && a.Control == ""
	if !a.fromText {
		return true // the office has determined the content of the list
	}
	if a.whom = g.peopleIn(a.task.Whom); len(a.whom) == 0 && a.task.Charged {
		a.whom = []string{a.task.Whom}
	}
	if len(a.task.Deadlines) == 1 {
		date := a.task.Deadlines[0]
		a.Due, a.readDue = &meeting.Deadline{Date: meeting.Date{Year: date[0], Month: date[1], Day: date[2]}}, true
	}
	return len(a.whom) > 0 || len(a.task.Deadlines) > 0
}

// peopleIn returns the people whose names in the dative are the words before an
// infinitive, or nil.
func (g *grammar) peopleIn(whom string) []string {
	var names []string
	for _, part := range russian.Enumerated(whom) {
		found := g.givenTo()[unspaced(part)]
		if found == "" {
			return nil
		}
		names = append(names, found)
	}
	return names
}

// givenTo returns the names of people by their forms in the dative, without spaces, that
// are not forms of the accusative, too, with which a task may begin. Meetings have
// hundreds of tasks and people, so they are declined once.
func (g *grammar) givenTo() map[string]string {
	if g.datives != nil {
		return g.datives
	}
	g.datives = map[string]string{}
	for _, p := range g.meeting.People {
		s, ok := g.person(p.Name)
		if !ok {
			continue
		}
		read := g.read(s)
		forms := func(c russian.Case) []string {
			return []string{unspaced(read.In(c).Text), unspaced(read.Short(c, russian.After).Text),
				unspaced(read.Short(c, russian.Before).Text)}
		}
		others := forms(russian.Accusative)
		for _, form := range forms(russian.Dative) {
			if form != "" && !slices.Contains(others, form) {
				g.datives[form] = p.Name
			}
		}
	}
	return g.datives
}

// unspaced removes spaces, which initials may have or not.
func unspaced(text string) string { return strings.NewReplacer(" ", "", "\u00a0", "").Replace(text) }

// charged returns who carries out an assignment: those responsible, also those that the
// point above names, those who help, those who supervise.
func (b *builder) charged(a assignment) []Charge {
	var list []Charge
	by := a.charging()
	responsible := append(b.shorts(by.key+".responsible", by.Responsible), b.readNames(*by)...)
	for _, c := range []Charge{
		{"responsible", responsible},
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

// readNames returns who is responsible by the text of a decision.
func (b *builder) readNames(a assignment) Names {
	var names Names
	for _, name := range a.whom {
		if s, ok := b.person(name); ok {
			names = append(names, b.origins.Computed(b.initials(s, russian.After), a.key+".text", s.key+".name"))
			continue
		}
		names = append(names, b.origins.Computed(name, a.key+".text"))
	}
	return names
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
