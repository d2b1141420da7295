package compose

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
)

// Kind is a kind of paper. Its name is that of its template.
type Kind struct {
	Name    string
	Title   string   // in Russian, for help
	Options []string // supported options: items, blank, fillable, each, sort
	Outside bool     // addressed to others: it leaves without the source
	view    func(*builder) any
	lacks   func(*meeting.Meeting, Request) string // nil if any meeting has it

	lacksKey string                                 // what a meeting without it lacks; may be empty
	letter   func(*meeting.Meeting) *meeting.Letter // nil if it is not a letter
}

// Kinds lists all kinds in the order of help.
var Kinds = []Kind{
	{Name: "protocol", Title: "протокол", view: func(b *builder) any { return b.newProtocol() },
		lacks: lacksMeeting, lacksKey: "agenda[0].decisions"},
	{Name: "extract", Title: "выписка из протокола", Options: []string{"items"}, Outside: true, view: newExtract,
		lacks: lacksItems},
	{Name: "notice", Title: "уведомление о заседании", Options: []string{"each"}, Outside: true, view: newNotice,
		letter: theNotice, lacks: lacksNotice},
	{Name: "attendance", Title: "лист регистрации", view: newAttendance, lacks: lacksAgenda},
	{Name: "assignments", Title: "перечень поручений", Options: []string{"sort"}, view: newAssignments,
		lacks: lacksAssignments},
	{Name: "letter", Title: "письмо о решениях заседания", Options: []string{"each"}, Outside: true,
		view: newDecisionLetter, letter: theLetter,
		lacks: lacksSection("letter", func(m *meeting.Meeting) bool { return m.Letter != nil })},
	{Name: "invitation", Title: "письмо-предложение вступить", Options: []string{"each"}, Outside: true,
		view: newInvitation, letter: theInvitation,
		lacks: lacksSection("invitation", func(m *meeting.Meeting) bool { return m.Invitation != nil })},
	{Name: "application", Title: "заявление о вступлении", Options: []string{"blank", "fillable"}, Outside: true,
		view:  newApplication,
		lacks: lacksSection("application", func(m *meeting.Meeting) bool { return m.Application != nil })},
	{Name: "consent", Title: "согласие на обработку персональных данных", Options: []string{"blank", "fillable"},
		Outside: true, view: newConsent,
		lacks: lacksSection("consent", func(m *meeting.Meeting) bool { return m.Consent != nil })},
	paperKind("resolution", "постановление, решение или распоряжение"),
	paperKind("counting", "протокол счётной комиссии"),
}

// paperKind returns the kind of the papers in a section of [papers].
func paperKind(name, title string) Kind {
	return Kind{Name: name, Title: title, Outside: true, view: newPaper,
		lacks: lacksSection("papers."+name, func(m *meeting.Meeting) bool { return m.Papers[name] != nil })}
}

// KindsOf returns the kinds of papers that a meeting can give: all built-in ones
// and those that its file adds. The list must not be changed.
func KindsOf(m *meeting.Meeting) []Kind {
	kinds := slices.Clip(Kinds)
	for _, name := range m.PaperKinds() {
		if _, err := FindKind(name); err != nil {
			kinds = append(kinds, paperKind(name, strings.ToLower(m.Papers[name].Title)))
		}
	}
	return kinds
}

// FindKindOf is like FindKind for the kinds of a meeting.
func FindKindOf(m *meeting.Meeting, name string) (Kind, error) {
	kinds := KindsOf(m)
	if i := slices.IndexFunc(kinds, func(k Kind) bool { return k.Name == name }); i >= 0 {
		return kinds[i], nil
	}
	err := unknownKind(name, kinds)
	if diag.Nearest(name, KindNames()) == "" { // «agenda» without its section
		err = fmt.Errorf("%w; другой вид бумаги добавляет раздел [papers.%s]", err, name)
	}
	return Kind{}, err
}

func theNotice(m *meeting.Meeting) *meeting.Letter     { return m.Notice }
func theLetter(m *meeting.Meeting) *meeting.Letter     { return m.Letter }
func theInvitation(m *meeting.Meeting) *meeting.Letter { return m.Invitation }

func lacksSection(name string, has func(*meeting.Meeting) bool) func(*meeting.Meeting, Request) string {
	return func(m *meeting.Meeting, _ Request) string {
		if has(m) {
			return ""
		}
		return messagef("в файле нет раздела [%s]", name)
	}
}

// lacksAgenda is for papers about a meeting.
func lacksAgenda(m *meeting.Meeting, _ Request) string {
	if len(m.Agenda) == 0 {
		return messagef("в файле нет повестки дня: разделов [[agenda]]")
	}
	return ""
}

// lacksNotice: a notice without a section is to all members from the chair; a
// body without a name has no members to call, and a meeting may have no chair.
func lacksNotice(m *meeting.Meeting, r Request) string {
	switch {
	case len(m.Agenda) == 0:
		return lacksAgenda(m, r)
	case m.Notice != nil:
	case m.Council.Name == "":
		return messagef("не сказано, кому: добавьте раздел [notice] с адресатами или название органа")
	case m.Chair == "":
		return messagef("не сказано, кто подпишет: добавьте раздел [notice] со строкой signer")
	}
	return ""
}

func lacksItems(m *meeting.Meeting, r Request) string {
	if len(m.Agenda) == 0 {
		return lacksAgenda(m, r)
	}
	if len(r.Items) == 0 {
		return messagef("не указано, какие вопросы войдут в выписку")
	}
	return ""
}

func lacksAssignments(m *meeting.Meeting, _ Request) string {
	if len(newGrammar(m).assigned(false)) == 0 {
		return messagef("ни у одного решения нет ответственного (responsible) или срока (due), и в тексте их нет")
	}
	return ""
}

// Lacks returns, in Russian, why a meeting has no paper of a kind, or "".
// Commands that print all kinds skip such papers.
func (k Kind) Lacks(m *meeting.Meeting, r Request) string {
	if k.lacks == nil {
		return ""
	}
	return k.lacks(m, r)
}

// paperTemplate is the template of papers whose kind has none of its own.
const paperTemplate = "general"

// papersFolder has the templates of kinds of [papers]. Their names do not meet
// those of partials.
const papersFolder = "papers/"

// template returns the name of the template; protocols have one for each form.
func (k Kind) template(t *Templates, m *meeting.Meeting) string {
	if m.Papers[k.Name] != nil {
		if own := papersFolder + k.Name; t.set.Lookup(own) != nil {
			return own
		}
		return paperTemplate
	}
	if form := m.ProtocolForm(); k.Name == "protocol" && form != "council" {
		return k.Name + "-" + form
	}
	return k.Name
}

// Leaves reports whether a paper is addressed to others and must not disclose what the office keeps to itself. This
// applies to papers that are not in Kinds (envelopes, labels, registers).
func Leaves(kind string) bool {
	k, err := FindKind(kind)
	return err != nil || k.Outside
}

// KindNames returns the names of the kinds.
func KindNames() []string {
	var names []string
	for _, k := range Kinds {
		names = append(names, k.Name)
	}
	return names
}

// FindKind returns a kind by its name. The error suggests the closest name.
func FindKind(name string) (Kind, error) {
	for _, k := range Kinds {
		if k.Name == name {
			return k, nil
		}
	}
	return Kind{}, unknownKind(name, Kinds)
}

// unknownKind returns an error that suggests the closest name.
func unknownKind(name string, kinds []Kind) error {
	var names []string
	for _, k := range kinds {
		names = append(names, k.Name)
	}
	if near := diag.Nearest(name, names); near != "" {
		return fmt.Errorf("неизвестный вид документа «%s»; возможно, вы имели в виду «%s»", name, near)
	}
	return fmt.Errorf("неизвестный вид документа «%s»; есть: %s", name, strings.Join(names, ", "))
}

// Request selects a paper.
type Request struct {
	Kind   string
	Items  []int          // extract: its questions
	Blank  bool           // application, consent: blank, to be filled in by hand
	Sort   string         // assignments: "point" (or empty) or "deadline"
	To     int            // letters: the only addressee of this copy, from 1; 0 means all
	Sheets map[string]int // sheets of the papers in Enclosed

	// Column returns the value of the list of addressees in the column with a
	// heading, or false for an unknown column. It is nil without a list.
	Column func(heading string) (string, bool)

	// FromRow lists the fields of the letter that come from the row, in
	// addition to its addressee: "date", "number", "salutation".
	FromRow []string

	// Addressed receives what a letter prints of its addressees and its salutation; nil if nobody asks for it.
	Addressed *string

	Fillable bool // application, consent: with form fields to be

	// Rules is the number of the rules (printing.Rules) of an earlier paper that is printed again to be verified:
	// wording that later rules changed is printed as it was then. 0 means the current rules.
	Rules int
	// Common is shared by papers made from copies of one meeting; nil for a single paper.
	Common *Common
}

// MeetingError is the problems that prevent a paper from being made: with keys
// and without positions.
type MeetingError struct{ diag.List }

// Each returns a request for each addressee of a letter, or one request for
// other papers and for letters without addressees.
func (k Kind) Each(m *meeting.Meeting, r Request) []Request {
	l := k.letterOf(m)
	if l == nil || len(l.To) == 0 {
		return []Request{r}
	}
	var copies []Request
	for i := range l.To {
		r.To = i + 1
		copies = append(copies, r)
	}
	return copies
}

// Drafts returns the requests that print everything of a kind: none if the
// meeting lacks it, one per addressee if there are too many for one letter,
// otherwise one.
func (k Kind) Drafts(m *meeting.Meeting) []Request {
	r := Request{Kind: k.Name}
	if k.Lacks(m, r) != "" {
		return nil
	}
	if l := k.letterOf(m); l != nil && len(l.To) > meeting.MaxAddressees {
		return k.Each(m, r)
	}
	return []Request{r}
}

// Enclosed returns the kinds of papers that a paper encloses and whose sheets
// it counts.
func (k Kind) Enclosed(m *meeting.Meeting) []string {
	l := k.letterOf(m)
	if l == nil {
		return nil
	}
	var kinds []string
	for _, a := range l.Attachments {
		if a.Paper != "" && !slices.Contains(kinds, a.Paper) {
			kinds = append(kinds, a.Paper)
		}
	}
	return kinds
}

func (k Kind) letterOf(m *meeting.Meeting) *meeting.Letter {
	if k.letter == nil {
		return nil
	}
	return k.letter(m)
}
