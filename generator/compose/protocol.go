package compose

import (
	"fmt"
	"strings"

	"protokol/generator/meeting"
	"protokol/generator/russian"
)

// Protocol is what the template of a protocol sees. Empty strings and lists
// are what the paper leaves out.
type Protocol struct {
	DocumentTitle string   // "Протокол № 1 от 20.11.2017"
	Emblem        *Picture // above everything
	Number        string   // "1"; a line to write on when it is not known yet
	Kind          string   // "заседания", genitive
	Body          string   // "Координационного совета …", genitive
	Date          string   // "20.11.2017"
	Start, End    string   // "12.00"
	Place         string
	Present       []string // "Фамилия Имя Отчество, должность организация"
	Invited       []string
	Absent        []string // with reasons in brackets
	Agenda        []Question
	Signatures    []Signature
	Annexes       []Annex
}

// Question is an item of the agenda.
type Question struct {
	Number     int
	Title      string // in the agenda
	Heading    string // above its decisions
	Speakers   string // "Докладчик: …"
	Note       string
	Discussion []string
	Pictures   []Picture
	Table      *Table
	Decisions  []Point
	Vote       string // "Голосовали: …"
}

// Point is a point of a decision.
type Point struct {
	Label     string // "4."; empty for the only one
	Text      string
	Lines     []string
	Table     *Table
	Execution string // "Ответственный: …. Срок: …"
	Points    []Point
}

// Signature is a line to sign.
type Signature struct{ Position, Name string }

// Annex is an annex with its mark.
type Annex struct {
	Mark     string // "Приложение № 1"
	Of       string // the protocol it belongs to: "от 12.03.2026 № 5"
	Title    string
	Text     []string
	Pictures []Picture
	Table    *Table
}

// blankNumber is a place to write the number by hand.
const blankNumber = "____"

// newProtocol makes the view of a meeting that has passed its Check.
func newProtocol(m *meeting.Meeting, g *grammar) Protocol {
	known := g.directory
	p := Protocol{
		DocumentTitle: "Протокол " + reference(m),
		Emblem:        emblem(m.Council.Emblem),
		Kind:          or(m.Kind, "заседания"),
		Body:          g.council(russian.Genitive),
		Date:          or(m.DateText, russian.DateDigits(m.Date.Year, m.Date.Month, m.Date.Day)),
		Start:         clock(m.Start),
		End:           clock(m.End),
		Place:         m.Place,
		Present:       people(m.PresentPeople()),
		Invited:       people(m.InvitedPeople()),
		Absent:        absent(m.Absent, known),
		Signatures:    signatures(m, known),
	}
	if m.Number != nil {
		p.Number = or(*m.Number, blankNumber)
	}
	for i, item := range m.Agenda {
		p.Agenda = append(p.Agenda, question(i+1, item, known))
	}
	for i, annex := range m.Annexes {
		p.Annexes = append(p.Annexes, Annex{
			Mark: annexMark(i+1, len(m.Annexes)), Of: annexedTo(m),
			Title: annex.Title, Text: annex.Text, Pictures: pictures(annex.Pictures), Table: table(annex.Table),
		})
	}
	return p
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// reference names the protocol by number and date: "№ 1 от 20.11.2017".
func reference(m *meeting.Meeting) string {
	date := "от " + russian.DateDigits(m.Date.Year, m.Date.Month, m.Date.Day)
	switch {
	case m.Number == nil:
		return date
	case *m.Number == "":
		return "№ " + blankNumber + " " + date
	}
	return "№ " + *m.Number + " " + date
}

// annexedTo names the protocol in the mark of an annex, the date first.
func annexedTo(m *meeting.Meeting) string {
	date := "от " + russian.DateDigits(m.Date.Year, m.Date.Month, m.Date.Day)
	if m.Number == nil {
		return date
	}
	return date + " № " + or(*m.Number, blankNumber)
}

// clock prints a time as official papers do, with a full stop.
func clock(c *meeting.Clock) string {
	if c == nil {
		return ""
	}
	return fmt.Sprintf("%02d.%02d", c.Hour, c.Minute)
}

// people prints persons one a line.
func people(persons []meeting.Person) []string {
	var lines []string
	for _, p := range persons {
		lines = append(lines, person(p))
	}
	return lines
}

func person(p meeting.Person) string {
	post := strings.TrimSpace(p.Position + " " + p.Organization)
	if post == "" {
		return p.Name
	}
	return p.Name + ", " + post
}

func absent(list []meeting.Absent, known meeting.Directory) []string {
	var lines []string
	for _, a := range list {
		p, _ := known.Person(a.Name)
		line := person(p)
		if a.Reason != "" {
			line += " (" + a.Reason + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

func question(number int, item meeting.Item, known meeting.Directory) Question {
	q := Question{
		Number:     number,
		Title:      item.Title,
		Heading:    or(item.Heading, item.Title),
		Speakers:   speakers(item.Speakers, known),
		Note:       note(item),
		Discussion: item.Discussion,
		Pictures:   pictures(item.Pictures),
		Table:      table(item.Table),
		Decisions:  points(item.Decisions, "", known),
	}
	if v := item.Vote; v != nil {
		q.Vote = fmt.Sprintf("Голосовали: «за» – %d, «против» – %d, «воздержались» – %d.", v.For, v.Against, v.Abstained)
	}
	return q
}

// note joins the time allotted and the remark on an item.
func note(item meeting.Item) string {
	var parts []string
	if item.Minutes > 0 {
		parts = append(parts, fmt.Sprintf("Время на вопрос: %d мин.", item.Minutes))
	}
	if item.Note != "" {
		parts = append(parts, item.Note)
	}
	return strings.Join(parts, " ")
}

func speakers(names []string, known meeting.Directory) string {
	if len(names) == 0 {
		return ""
	}
	var list []string
	for _, name := range names {
		p, _ := known.Person(name)
		list = append(list, person(p))
	}
	if len(list) == 1 {
		return "Докладчик: " + list[0]
	}
	return "Докладчики: " + strings.Join(list, "; ")
}

func points(decisions []meeting.Decision, parent string, known meeting.Directory) []Point {
	labels := meeting.Labels(decisions, parent)
	var list []Point
	for i, d := range decisions {
		list = append(list, Point{
			Label: labels[i], Text: d.Text, Lines: d.Lines, Table: table(d.Table),
			Execution: execution(d, known), Points: points(d.Points, labels[i], known),
		})
	}
	return list
}

// execution says who is to do it and by when: "Ответственный – Первый И.И.;
// срок – до 1 апреля 2026 г."
func execution(d meeting.Decision, known meeting.Directory) string {
	who, due := responsible(d.Responsible, known), deadline(d.Due)
	switch {
	case who != "" && due != "":
		who += "; срок – " + due
	case due != "":
		who = "Срок – " + due
	case who == "":
		return ""
	}
	return strings.TrimSuffix(who, ".") + "."
}

// responsible names people by surname and initials, bodies as given.
func responsible(names []string, known meeting.Directory) string {
	var list []string
	for _, name := range names {
		if p, ok := known.Person(name); ok {
			name = russian.Short(p.Name, russian.After)
		}
		list = append(list, name)
	}
	switch len(list) {
	case 0:
		return ""
	case 1:
		return "Ответственный – " + list[0]
	}
	return "Ответственные – " + strings.Join(list, ", ")
}

func deadline(d *meeting.Deadline) string {
	switch {
	case d == nil:
		return ""
	case d.Text != "":
		return d.Text
	}
	return "до " + russian.DateWords(d.Date.Year, d.Date.Month, d.Date.Day)
}

func signatures(m *meeting.Meeting, known meeting.Directory) []Signature {
	line := func(role, name string) Signature {
		return Signature{Position: role, Name: russian.Short(name, russian.Before)}
	}
	chair, _ := known.Person(m.Chair)
	secretary, _ := known.Person(m.Secretary)
	return []Signature{
		line(or(m.Council.ChairRole, "Председатель"), chair.Name),
		line(or(m.Council.SecretaryRole, "Секретарь"), secretary.Name),
	}
}

func annexMark(number, count int) string {
	if count == 1 {
		return "Приложение"
	}
	return fmt.Sprintf("Приложение № %d", number)
}
