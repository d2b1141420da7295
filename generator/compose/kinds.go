package compose

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/meeting"
)

// Kind is a paper that can be made of a meeting. Its name is that of its
// template.
type Kind struct {
	Name    string
	Title   string // Russian, for help
	Options []string
	Section string // of the file, without which there is nothing to print; may be empty
	view    func(*draft) any
}

// Kinds is every paper there is, in the order they are listed.
var Kinds = []Kind{
	{"protocol", "протокол", nil, "", func(d *draft) any { return newProtocol(d.meeting, d.grammar) }},
	{"extract", "выписка из протокола", []string{"items"}, "", newExtract},
	{"notice", "уведомление о заседании", []string{"each"}, "", newNotice},
	{"attendance", "лист регистрации", nil, "", newAttendance},
	{"assignments", "перечень поручений", []string{"sort"}, "", newAssignments},
	{"letter", "письмо о решениях заседания", []string{"each"}, "letter", newDecisionLetter},
	{"invitation", "письмо-предложение вступить", []string{"each"}, "invitation", newInvitation},
	{"application", "заявление о вступлении", []string{"blank"}, "application", newApplication},
	{"consent", "согласие на обработку персональных данных", []string{"blank"}, "consent", newConsent},
}

// template is the name of its template: a protocol has one for each form.
func (k Kind) template(m *meeting.Meeting) string {
	if form := m.ProtocolForm(); k.Name == "protocol" && form != "council" {
		return k.Name + "-" + form
	}
	return k.Name
}

// KindNames are the names of the kinds.
func KindNames() []string {
	var names []string
	for _, k := range Kinds {
		names = append(names, k.Name)
	}
	return names
}

// FindKind finds a kind by its name. The error names the nearest there is.
func FindKind(name string) (Kind, error) {
	for _, k := range Kinds {
		if k.Name == name {
			return k, nil
		}
	}
	if near := diag.Nearest(name, KindNames()); near != "" {
		return Kind{}, fmt.Errorf("неизвестный вид документа «%s»; возможно, вы имели в виду «%s»", name, near)
	}
	return Kind{}, fmt.Errorf("неизвестный вид документа «%s»; есть: %s", name, strings.Join(KindNames(), ", "))
}

// Request says what is to be composed.
type Request struct {
	Kind   string
	Items  []int          // extract: the questions it holds, from 1
	Blank  bool           // application, consent: empty, to be filled by hand
	Sort   string         // assignments: "point" (or empty) or "deadline"
	To     int            // letters: the only addressee of this copy, from 1; 0 is all
	Sheets map[string]int // of the papers that Enclosed names
}

// Lacks says, in Russian, why a meeting gives no paper of a kind; "" when it
// does. Commands that print all kinds leave such papers out.
func (k Kind) Lacks(m *meeting.Meeting, r Request) string {
	switch {
	case k.Section == "letter" && m.Letter == nil, k.Section == "invitation" && m.Invitation == nil,
		k.Section == "application" && m.Application == nil, k.Section == "consent" && m.Consent == nil:
		return fmt.Sprintf("в файле нет раздела [%s]", k.Section)
	case k.Name == "extract" && len(r.Items) == 0:
		return "не указано, какие вопросы войдут в выписку: --items 1,3"
	case k.Name == "assignments" && len(assigned(m)) == 0:
		return "ни у одного решения нет ответственного (responsible) или срока (due)"
	}
	return ""
}

// MeetingError is what keeps a meeting from becoming the paper that was asked
// for: problems with keys and without places.
type MeetingError struct{ diag.List }

// draft is one paper while its view is made.
type draft struct {
	*grammar
	Request
}

func (d *draft) wrong(key, message, hint string) {
	d.problems = append(d.problems, diag.Problem{Key: key, Message: message, Hint: hint})
}

// Addressees is how many addressees a kind of letter has; 0 when it is no
// letter or has a general address.
func Addressees(kind string, m *meeting.Meeting) int {
	if l := letterOf(kind, m); l != nil {
		return len(l.To)
	}
	return 0
}

// Enclosed names the papers that a paper encloses, whose sheets it counts.
func Enclosed(kind string, m *meeting.Meeting) []string {
	l := letterOf(kind, m)
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

func letterOf(kind string, m *meeting.Meeting) *meeting.Letter {
	switch kind {
	case "letter":
		return m.Letter
	case "invitation":
		return m.Invitation
	case "notice":
		return m.Notice
	}
	return nil
}
