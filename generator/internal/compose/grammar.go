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
	meeting  *meeting.Meeting
	common   *Common
	problems diag.List
	reported map[string]bool
	declined []Declined
	names    map[[2]string]*russian.Person // names that were read, by text and gender
	datives  map[string]string             // see givenTo
	forms    map[string]bool               // see nameForms
	origins  *trace.Recorder               // marks the strings of views
}

func newGrammar(m *meeting.Meeting) *grammar { return newGrammarWith(NewCommon(m), m) }

func newGrammarWith(common *Common, m *meeting.Meeting) *grammar {
	return &grammar{meeting: m, common: common, reported: map[string]bool{},
		names: map[[2]string]*russian.Person{}}
}

// subject is a person with the key that names the person.
type subject struct {
	meeting.Person
	key      string
	postFrom string // the key of the position, if it is next to the name
}

// positionKey returns the key of the position.
func (s subject) positionKey() string {
	if s.postFrom != "" {
		return s.postFrom
	}
	return s.key + ".position"
}

// withPost completes a person with the position next to the name.
func (g *grammar) withPost(s subject) subject {
	if p := g.read(s); s.Position == "" && p.Post != "" {
		s.Position, s.postFrom = p.Post, s.nameKey()
	}
	return s.inSmallLetters()
}

// inSmallLetters returns a person whose position, if it is typed in capitals, is in
// small letters.
func (s subject) inSmallLetters() subject {
	if small, changed := russian.SmallPosition(s.Position); changed {
		s.Position, s.postFrom = small, s.positionKey()
	}
	return s
}

// person returns one of the people by a reference.
func (g *grammar) person(ref string) (subject, bool) {
	i, ok := g.common.directory.Index(ref)
	if !ok {
		return subject{}, false
	}
	return g.personAt(i), true
}

// personAt returns one of the people by index.
func (g *grammar) personAt(i int) subject {
	p := g.meeting.People[i]
	g.names[[2]string{p.Name, p.Gender}] = g.common.directory.Name(i)
	return subject{Person: p, key: element("people", i)}.inSmallLetters()
}

// read returns the name of a person, which is read once for a paper.
func (g *grammar) read(s subject) *russian.Person {
	key := [2]string{s.Name, s.Gender}
	if g.names[key] == nil {
		p := s.Person.Read()
		g.names[key] = &p
	}
	return g.names[key]
}

// nameForms returns the words of the names of people, in all cases. They are declined once for a paper.
func (g *grammar) nameForms() map[string]bool {
	if g.forms != nil {
		return g.forms
	}
	g.forms = map[string]bool{}
	for i := range g.meeting.People {
		name := g.common.directory.Name(i)
		if name.Kind != russian.OnePerson {
			continue
		}
		for c := russian.Nominative; c <= russian.Prepositional; c++ {
			for word := range strings.FieldsSeq(name.In(c).Text) {
				g.forms[word] = true
			}
		}
	}
	return g.forms
}

// initials returns the surname and initials of a person in the nominative.
func (g *grammar) initials(s subject, order russian.Order) string {
	return g.read(s).Short(russian.Nominative, order).Text
}

// fullName returns the full name of a person in the nominative. Keys are those
// of references to the person.
func (g *grammar) fullName(s subject, keys ...string) string {
	if text := g.read(s).Text; text != s.Name {
		return g.origins.Computed(text, append([]string{s.key + ".name"}, keys...)...)
	}
	return g.origins.Value(s.key+".name", s.Name, keys...)
}

// word is a word or phrase to be declined.
type word struct {
	text        string
	key         string        // key of the text
	given       meeting.Forms // forms next to it in the file
	needsGender bool          // declension depends on an unknown gender

	printed func(form string) string // the printed part of a form; nil prints all of it
}

// named returns the name of a person as a word to be declined.
func (g *grammar) named(s subject) word {
	return word{text: s.Name, key: s.key + ".name", given: s.Forms,
		needsGender: !s.Body && g.read(s).Gender == russian.Unknown}
}

// print returns the printed part of a form.
func (w word) print(form string) string {
	if w.printed == nil {
		return form
	}
	return w.printed(form)
}

// name returns the full name of a person: «Островскому Алексею Владимировичу».
func (g *grammar) name(s subject, c russian.Case) string {
	if c == russian.Nominative {
		return g.read(s).Text
	}
	return g.form(g.named(s), c, g.read(s).In)
}

// shortName returns the surname with initials: «Островскому А.В.».
func (g *grammar) shortName(s subject, c russian.Case, order russian.Order) string {
	p, w := g.read(s), g.named(s)
	w.printed = func(form string) string { return p.Abbreviate(form, order) }
	return w.printed(g.form(w, c, func(c russian.Case) russian.Form {
		short := p.Short(c, order)
		return russian.Form{Text: p.In(c).Text, Doubt: short.Doubt, Guess: short.Guess}
	}))
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
// doubtful only if it or the position was declined.
func (g *grammar) dependent(s subject, c russian.Case) string {
	return g.form(word{text: s.Organization, key: s.key + ".organization"}, russian.Genitive,
		func(russian.Case) russian.Form {
			f := g.common.form(derivation{followPosition, s.Organization, russian.Genitive})
			if c == russian.Nominative && f.Text == s.Organization {
				f.Doubt = ""
			}
			return f
		})
}

// position returns the position of a person without the organization.
func (g *grammar) position(s subject, c russian.Case) string {
	return g.form(word{text: s.Position, key: s.positionKey(), given: s.PositionForms}, c,
		func(c russian.Case) russian.Form {
			return g.common.form(derivation{declinePosition, s.Position, c})
		})
}

// body declines a collegial body or an organization.
func (g *grammar) body(text, key string, given meeting.Forms, c russian.Case) string {
	return g.form(word{text: text, key: key, given: given}, c, func(c russian.Case) russian.Form {
		return g.common.form(derivation{declineBody, text, c})
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
	form := w.key + formsLine(w.text, c, derived.Text)
	if g.reported[form] {
		return
	}
	g.reported[form] = true
	line := formsLine(w.text, c, offered(derived.Text, derived.Guess))
	hint := messagef("верное впишите в раздел [forms]: %s", line)
	if w.needsGender {
		hint = messagef(`укажите gender = "m" или "f" либо впишите в раздел [forms]: %s`, line)
	}
	g.warn(w.key, fmt.Sprintf("проверьте %s падеж: напечатано «%s» (%s)", caseNames[c], w.print(derived.Text),
		derived.Doubt), hint)
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
