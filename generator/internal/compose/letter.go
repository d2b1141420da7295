package compose

import (
	"fmt"
	"strconv"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Letter is what the template of a letter sees. Where the file gives no text of
// its own, Text is empty and the template says the usual words.
type Letter struct {
	DocumentTitle string
	Letterhead    Letterhead
	Date          string // "27.11.2017"; empty leaves a line
	Number        string // likewise
	Reply         *Reply
	Addressees    []Addressee
	Heading       string
	Salutation    string
	Many          bool // it speaks to several, to whom «вы» is small
	Text          []Passage
	Decisions     []Point
	Closing       string
	Attachments   []string // "протокол … на 3 л. в 1 экз."
	Signature     Signature
	Copies        string // "Копии: …"
	Executor      []string
	Facts         Facts
}

// Reply is the letter that is answered; empty strings leave lines.
type Reply struct{ Number, Date string }

// Addressee is the lines of an address: the post and the name in the dative.
type Addressee struct{ Lines []string }

// Passage is a paragraph of the user's, or a list that he put in its place.
type Passage struct {
	Text   string
	Points []Point
	Lines  []string
	Agenda []Question
}

func newDecisionLetter(d *draft) any {
	return newLetter(d, "letter", "Письмо", d.meeting.Letter)
}

func newInvitation(d *draft) any {
	return newLetter(d, "invitation", "Предложение о вступлении", d.meeting.Invitation)
}

// newNotice is a letter to all members when the file says nothing else.
func newNotice(d *draft) any {
	l := d.meeting.Notice
	if l == nil {
		l = &meeting.Letter{}
	}
	view := newLetter(d, "notice", "Уведомление о заседании "+Facts{d}.DateDigits(), l)
	if len(view.Addressees) == 0 {
		view.Addressees = []Addressee{{[]string{"Членам " + d.council(russian.Genitive)}}}
	}
	return view
}

func newLetter(d *draft, key, title string, l *meeting.Letter) Letter {
	view := Letter{
		Letterhead:  newLetterhead(d.meeting),
		Date:        date(l.Date),
		Heading:     d.fill(key+".heading", l.Heading),
		Closing:     d.fill(key+".closing", closing(l.Closing)),
		Attachments: d.attachments(key, l.Attachments),
		Signature:   d.signer(key, l),
		Executor:    d.executor(l.Executor),
		Facts:       Facts{d},
	}
	if l.Number != nil {
		view.Number = *l.Number
	}
	if l.Reply != nil {
		view.Reply = &Reply{l.Reply.Number, date(l.Reply.Date)}
	}
	if len(l.Decisions) > 0 {
		view.Decisions = newSecretariat(d.meeting, d.grammar).cited(l.Decisions)
	}
	to := d.addressees(key, l)
	for _, s := range to {
		view.Addressees = append(view.Addressees, d.addressee(s))
	}
	view.Salutation = d.salutation(key, l, to)
	view.Many = strings.HasPrefix(view.Salutation, "Уважаемые")
	for i, text := range l.Text {
		view.Text = append(view.Text, d.passage(fmt.Sprintf("%s.text[%d]", key, i), text, view))
	}
	view.Copies = d.copies(key, l.Copies)
	view.DocumentTitle = letterTitle(title, view, to)
	return view
}

// letterTitle names a letter by whom it is to and by its number.
func letterTitle(title string, view Letter, to []recipient) string {
	if view.Number != "" && view.Date != "" {
		title += " № " + view.Number + " от " + view.Date
	}
	if len(to) > 0 {
		title += ", " + or(russian.Short(to[0].Name, russian.After), or(to[0].Organization, to[0].Position))
	}
	return title
}

func date(d meeting.Date) string {
	if d.IsZero() {
		return ""
	}
	return russian.DateDigits(d.Year, d.Month, d.Day)
}

func closing(given *string) string {
	if given == nil {
		return "С уважением,"
	}
	return *given
}

// cited are the decisions a letter quotes, numbered anew when there are
// several. Who is to act on them and by when is for the protocol to say.
func (s *secretariat) cited(refs []string) []Point {
	var list []Point
	for i, ref := range refs {
		cited, err := s.meeting.Decision(ref)
		if err != nil {
			continue // told by Check
		}
		decision := meeting.Decision{Text: cited.Text, Lines: cited.Lines, Table: cited.Table, Points: cited.Points, Annex: cited.Annex}
		if len(refs) > 1 {
			decision.Number = strconv.Itoa(i + 1)
		}
		list = append(list, s.points(cited.Question-1, "", []meeting.Decision{decision}, "")...)
	}
	return list
}

// passage is a paragraph of the user's with its fields filled, or the list that
// stands in it alone.
func (d *draft) passage(key, text string, view Letter) Passage {
	need := func(empty bool, message, hint string) {
		if empty {
			d.wrong(key, message, hint)
		}
	}
	switch strings.TrimSpace(text) {
	case "{решения}":
		need(len(view.Decisions) == 0, "нечего печатать вместо {решения}", `назовите решения: decisions = ["1.2"]`)
		return Passage{Points: view.Decisions}
	case "{президиум}":
		lines := view.Facts.Presidium()
		need(len(lines) == 0, "нечего печатать вместо {президиум}", "добавьте разделы [[council.presidium]]")
		return Passage{Lines: lines}
	case "{повестка}":
		return Passage{Agenda: view.Facts.Agenda()}
	}
	return Passage{Text: d.fill(key, text)}
}

func (d *draft) signer(key string, l *meeting.Letter) Signature {
	s, _ := d.person(or(l.Signer, d.meeting.Chair))
	role := d.fill(key+".signer_role", l.SignerRole)
	if role == "" && l.Signer == "" {
		role = or(d.meeting.Council.ChairRole, "Председатель")
	}
	if role == "" {
		role = upperFirst(d.post(s, russian.Nominative))
	}
	return Signature{role, russian.Short(s.Name, russian.Before), "signer"}
}

// executor is the mark of who prepared the letter: full name, then how to reach
// them (ГОСТ Р 7.0.97, 5.25).
func (d *draft) executor(e *meeting.Executor) []string {
	if e == nil {
		return nil
	}
	lines := []string{e.Name}
	if s, ok := d.person(e.Name); ok {
		lines[0] = s.Name
	}
	if reach := join(", ", e.Phone, e.Email); reach != "" {
		lines = append(lines, reach)
	}
	return lines
}
