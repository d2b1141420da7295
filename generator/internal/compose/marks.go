package compose

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Approval is the mark of approval.
type Approval struct {
	Word     string // "УТВЕРЖДАЮ", "УТВЕРЖДЁН"
	By       string // the act: "решением Совета от …"
	Position string
	Name     string // "И.И. Первый", with a line to sign before it
	Date     string
}

// blankDate is a place to write a date by hand.
const blankDate = "«___» ____________ 20__ г."

// Executor is who prepared the paper.
type Executor struct{ Name, Phone, Email string }

func (s *secretariat) approval() *Approval {
	a := s.meeting.Approval
	switch {
	case a == nil:
		return nil
	case a.By != "":
		return &Approval{Word: "УТВЕРЖДЁН", By: a.By}
	}
	view := &Approval{Word: "УТВЕРЖДАЮ", Date: blankDate, Position: strings.TrimSpace(a.Position + " " + a.Organization), Name: russian.Short(s.full(a.Name), russian.Before)}
	if !a.Date.IsZero() {
		view.Date = digits(a.Date)
	}
	return view
}

// full is the full name of a person who is referred to, or the name as given.
func (s *secretariat) full(name string) string {
	if p, ok := s.known.Person(name); ok {
		return p.Name
	}
	return name
}

func (s *secretariat) executor() *Executor {
	e := s.meeting.Executor
	if e == nil {
		return nil
	}
	return &Executor{s.full(e.Name), e.Phone, e.Email}
}

// signatures are those the file asks for, or those of the chair, the
// co-chairs, the secretary and the counting commission.
func (s *secretariat) signatures() []Signature {
	m := s.meeting
	var list []Signature
	sign := func(role, name, field string) {
		list = append(list, Signature{Position: role, Name: russian.Short(s.full(name), russian.Before), Field: field})
	}
	if len(m.Signers) > 0 {
		for _, signer := range m.Signers {
			sign(or(signer.Role, s.role(signer.Name)), signer.Name, s.field(signer.Name))
		}
		return list
	}
	sign(s.role(m.Chair), m.Chair, "chair")
	for _, name := range m.CoChairs {
		sign(s.role(name), name, "cochair")
	}
	sign(s.role(m.Secretary), m.Secretary, "secretary")
	if k := m.Counting; k != nil {
		if k.Chair != "" {
			sign("Председатель счётной комиссии", k.Chair, "counting_chair")
		}
		for _, name := range k.Members {
			sign("Член счётной комиссии", name, "counting_member")
		}
	}
	return list
}

// means tells whether a reference means a person.
func (s *secretariat) means(p meeting.Person) func(ref string) bool {
	return func(ref string) bool {
		found, ok := s.known.Person(ref)
		return ok && found.Name == p.Name
	}
}

// field names the place of a person's electronic signature.
func (s *secretariat) field(name string) string {
	m := s.meeting
	p, _ := s.known.Person(name)
	is := s.means(p)
	switch {
	case is(m.Chair):
		return "chair"
	case slices.ContainsFunc(m.CoChairs, is):
		return "cochair"
	case is(m.Secretary):
		return "secretary"
	}
	return "signer"
}

// role is what a person signs as: their own role, that of the meeting, or
// their position.
func (s *secretariat) role(name string) string {
	m := s.meeting
	p, _ := s.known.Person(name)
	is := s.means(p)
	switch {
	case p.Role != "":
		return upperFirst(p.Role)
	case is(m.Chair):
		return or(m.Council.ChairRole, "Председатель")
	case is(m.Secretary):
		return or(m.Council.SecretaryRole, "Секретарь")
	}
	for _, other := range m.CoChairs {
		if is(other) {
			return "Сопредседатель"
		}
	}
	return upperFirst(strings.TrimSpace(p.Position + " " + p.Organization))
}

func (s *secretariat) opinions(list []meeting.Opinion) []string {
	var lines []string
	for _, o := range list {
		line := "Особое мнение (" + s.shortOf(o.Name) + ")"
		switch {
		case o.Text != "":
			line += ": " + o.Text
		case o.Attached || o.Annex > 0:
			line += " прилагается"
		}
		if o.Annex > 0 {
			line = inside(line, s.annexName(o.Annex))
		}
		lines = append(lines, closed(line))
	}
	return lines
}

// annexes are those of the file, then the list of those present.
func (s *secretariat) annexes() []Annex {
	m, count := s.meeting, s.annexCount()
	var list []Annex
	for i, annex := range m.Annexes {
		list = append(list, Annex{
			Mark: annexMark(i+1, count), Of: annexedTo(m),
			Title: annex.Title, Text: annex.Text, Pictures: pictures(annex.Pictures), Table: table(annex.Table),
		})
	}
	if count > len(m.Annexes) {
		list = append(list, s.attendanceList(annexMark(count, count)))
	}
	return list
}

// annexCount counts the annexes, the list of those present among them.
func (s *secretariat) annexCount() int {
	if s.meeting.Listing() == "annex" {
		return len(s.meeting.Annexes) + 1
	}
	return len(s.meeting.Annexes)
}

// annexName is an annex in a sentence: "приложение № 2".
func (s *secretariat) annexName(number int) string {
	return lowerFirst(annexMark(number, s.annexCount()))
}

func (s *secretariat) attendanceList(mark string) Annex {
	a := Annex{Mark: mark, Of: annexedTo(s.meeting), Title: attendanceTitle(s.meeting)}
	t := &meeting.Table{Columns: []meeting.Column{
		{Title: "№", Width: 1, Align: "center"}, {Title: "Фамилия, имя, отчество", Width: 6}, {Title: "Должность, организация", Width: 8}}}
	for i, p := range s.presentPeople() {
		post := strings.TrimPrefix(strings.TrimPrefix(s.person(p), p.Name), ", ")
		t.Rows = append(t.Rows, []string{fmt.Sprint(i + 1), p.Name, strings.TrimSpace(post)})
	}
	a.Table = table(t)
	return a
}

func annexMark(number, count int) string {
	if count == 1 {
		return "Приложение"
	}
	return fmt.Sprintf("Приложение № %d", number)
}
