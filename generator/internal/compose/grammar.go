package compose

import (
	"fmt"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/tomlfile"
	"protokol/generator/internal/trace"
)

// grammar declines the names, positions and bodies of a paper. Forms in the
// file have priority. A doubtful derived form is printed, and reported with the
// line of [forms] that would override it.
type grammar struct {
	meeting   *meeting.Meeting
	directory meeting.Directory
	problems  diag.List
	reported  map[string]bool
	declined  []Declined
	origins   *trace.Recorder // marks the strings of views
}

func newGrammar(m *meeting.Meeting) *grammar {
	return &grammar{meeting: m, directory: m.Directory(), reported: map[string]bool{}}
}

// subject is a person with the key that names the person.
type subject struct {
	meeting.Person
	key string
}

// person returns one of the people by a reference.
func (g *grammar) person(ref string) (subject, bool) {
	i, ok := g.directory.Index(ref)
	if !ok {
		return subject{}, false
	}
	return subject{g.meeting.People[i], element("people", i)}, true
}

// gender returns the gender in the file, or one derived from the name.
func (s subject) gender() russian.Gender {
	switch s.Gender {
	case "m":
		return russian.Masculine
	case "f":
		return russian.Feminine
	}
	return russian.GenderOf(s.Name)
}

// word is a word or phrase to be declined.
type word struct {
	text        string
	key         string        // key of the text
	given       meeting.Forms // forms next to it in the file
	needsGender bool          // declension depends on an unknown gender
}

// name returns the full name of a person: «Островскому Алексею Владимировичу».
func (g *grammar) name(s subject, c russian.Case) string {
	return g.form(word{s.Name, s.key + ".name", s.Forms, s.gender() == russian.Unknown}, c,
		func(c russian.Case) russian.Form {
			return russian.Name(s.Name, s.gender(), c)
		})
}

// shortName returns the surname with initials: «Островскому А.В.».
func (g *grammar) shortName(s subject, c russian.Case, order russian.Order) string {
	full := g.form(word{s.Name, s.key + ".name", s.Forms, s.gender() == russian.Unknown}, c,
		func(c russian.Case) russian.Form {
			short := russian.ShortName(s.Name, s.gender(), c, order)
			return russian.Form{Text: russian.Name(s.Name, s.gender(), c).Text, Doubt: short.Doubt, Guess: short.Guess}
		})
	return russian.Short(full, order)
}

// post returns the position and the organization of a person: «директору по
// развитию ООО «Пример»». The organization depends on the position and is in
// the genitive; without a position it is declined itself.
func (g *grammar) post(s subject, c russian.Case) string {
	if s.Position == "" {
		return g.body(s.Organization, s.key+".organization", meeting.Forms{}, c)
	}
	if russian.NamesEntrepreneur(s.Position) && russian.IsEntrepreneur(s.Organization) {
		return g.position(s, c) // «индивидуальному предпринимателю», whose name follows
	}
	return strings.TrimSpace(g.position(s, c) + " " + g.dependent(s, c))
}

// dependent returns the organization that follows a position. It is reported as
// doubtful only if the position was declined.
func (g *grammar) dependent(s subject, c russian.Case) string {
	return g.form(word{text: s.Organization, key: s.key + ".organization"}, russian.Genitive,
		func(russian.Case) russian.Form {
			f := russian.AfterPosition(s.Organization)
			if c == russian.Nominative {
				f.Doubt = ""
			}
			return f
		})
}

// position returns the position of a person without the organization.
func (g *grammar) position(s subject, c russian.Case) string {
	return g.form(word{text: s.Position, key: s.key + ".position", given: s.PositionForms}, c,
		func(c russian.Case) russian.Form {
			return russian.Position(s.Position, c)
		})
}

// body declines a collegial body or an organization.
func (g *grammar) body(text, key string, given meeting.Forms, c russian.Case) string {
	return g.form(word{text: text, key: key, given: given}, c, func(c russian.Case) russian.Form {
		return russian.Body(text, c)
	})
}

// form returns a word in a case: given next to it, given in [forms], or derived
// by a rule.
func (g *grammar) form(w word, c russian.Case, rule func(russian.Case) russian.Form) string {
	if c == russian.Nominative || w.text == "" {
		return w.text
	}
	for _, given := range []meeting.Forms{w.given, g.meeting.Forms[w.text]} {
		if form := inCase(given, c); form != "" {
			g.declined = append(g.declined, Declined{w.key, w.text, c, form, "", false, true})
			return form
		}
	}
	derived := rule(c)
	g.declined = append(g.declined, Declined{w.key, w.text, c, derived.Text, derived.Doubt, derived.Guess, false})
	if derived.Doubt != "" {
		g.doubt(w, c, derived)
	}
	return derived.Text
}

// inCase returns the form given for a case, or "".
func inCase(given meeting.Forms, c russian.Case) string {
	switch c {
	case russian.Genitive:
		return given.Genitive
	case russian.Dative:
		return given.Dative
	case russian.Accusative:
		return given.Accusative
	case russian.Instrumental:
		return given.Instrumental
	case russian.Prepositional:
		return given.Prepositional
	}
	return ""
}

// caseName is the name of a case in messages.
type caseName string

// caseKeys are the keys of the cases in [forms].
var caseKeys = map[russian.Case]string{
	russian.Genitive:      "genitive",
	russian.Dative:        "dative",
	russian.Accusative:    "accusative",
	russian.Instrumental:  "instrumental",
	russian.Prepositional: "prepositional",
}

var caseNames = map[russian.Case]caseName{
	russian.Nominative:    "именительный",
	russian.Genitive:      "родительный",
	russian.Dative:        "дательный",
	russian.Accusative:    "винительный",
	russian.Instrumental:  "творительный",
	russian.Prepositional: "предложный",
}

// doubt reports, once, a derived form that the user should check.
func (g *grammar) doubt(w word, c russian.Case, derived russian.Form) {
	line := formsLine(w.text, c, offered(derived.Text, derived.Guess))
	if g.reported[w.key+line] {
		return
	}
	g.reported[w.key+line] = true
	hint := messagef("верное впишите в раздел [forms]: %s", line)
	if w.needsGender {
		hint = messagef(`укажите gender = "m" или "f" либо впишите в раздел [forms]: %s`, line)
	}
	g.warn(w.key, fmt.Sprintf("проверьте %s падеж: напечатано «%s» (%s)", caseNames[c], derived.Text, derived.Doubt),
		hint)
}

func (g *grammar) warn(key, message, hint string) {
	g.problems = append(g.problems, diag.Problem{Severity: diag.Warning, Key: key, Message: message, Hint: hint})
}

// offered returns a derived form to be copied, or "" to be filled in if it may be
// wrong.
func offered(form string, guess bool) string {
	if guess {
		return ""
	}
	return form
}

// formsLine returns the line of [forms] that gives a form. Lines for several
// cases of a word can be combined.
func formsLine(text string, c russian.Case, form string) string {
	return fmt.Sprintf("%s.%s = %s", tomlfile.Quote(text), caseKeys[c], tomlfile.Quote(form))
}
