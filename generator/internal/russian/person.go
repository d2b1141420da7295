package russian

import (
	"slices"
	"strings"

	"protokol/generator/internal/typography"
)

// Person is a name as ParsePerson read it. Everything that papers do with
// names (cases, initials, salutations, duplicates) uses this result.
type Person struct {
	Surname    string // «фон Бисмарк»; "" if the text has none
	Given      string // «Отто», or an initial: «О.»
	Patronymic string // «Карлович», «Мамед оглы», or an initial
	Gender     Gender // Unknown if neither the text nor the caller says
	Kind       PersonKind
	Text       string // the text with slips of the keyboard corrected, titles included
	Post       string // the position written beside the name; "" if there is none

	// Remarks list corrections and separated parts, Doubts other possible readings. Both are Russian phrases; a
	// name without any is certain.
	Remarks, Doubts []string

	titled  bool   // the gender is that of «г-н» or «г-жа» beside the name
	clergy  bool   // a cleric, whose form of address differs
	reading string // the doubt about the roles of the words, one of Doubts
	words   []nameWord
}

// PersonKind is the kind of a text given as a name.
type PersonKind int

const (
	OnePerson PersonKind = iota
	BodyName             // an organization or a body
	Unclear              // several people, a position, or something else; it is never declined
)

// nameWord is a word of a name in the order of the text.
type nameWord struct {
	text, lower, space string // space is the text between the word and the next one
	role               role
}

// role is the role of a word in a name.
type role int

const (
	roleIndeclinable role = iota // a word that is neither declined nor abbreviated
	roleParticle                 // «фон», part of the surname
	roleSurname
	roleGiven
	rolePatronymic
	roleFather  // «Мамед» in «Мамед оглы», not declined
	roleOf      // «оглы», «кызы»
	roleForeign // another part of a foreign name
	roleInitialGiven
	roleInitialPatronymic
)

// IsCertain reports whether a name was read without corrections and doubts.
func (p *Person) IsCertain() bool {
	return p.Kind != Unclear && len(p.Remarks) == 0 && len(p.Doubts) == 0
}

// IsTitled reports a name beside which stands only a title that says the gender: «г-жа Ким О.».
func (p *Person) IsTitled() bool {
	return p.titled && p.Kind == OnePerson && p.Post == "" && len(p.Remarks) == 1 && len(p.Doubts) == 0
}

// Full returns the name without titles in the order of the text.
func (p *Person) Full() string {
	if p.Kind != OnePerson {
		return p.Text
	}
	return p.In(Nominative).Text
}

// In returns the name without titles in a case, in the order of the text.
func (p *Person) In(c Case) Form {
	switch p.Kind {
	case Unclear:
		return certain(p.Text)
	case BodyName:
		return Body(p.Text, c)
	}
	var b strings.Builder
	doubt := ""
	for i, w := range p.words {
		f := p.decline(w, c)
		b.WriteString(f.Text)
		if i < len(p.words)-1 {
			b.WriteString(w.space)
		}
		if doubt == "" {
			doubt = f.Doubt
		}
	}
	switch {
	case doubt != "" || c == Nominative:
	case p.isEastern():
		doubt = doubtEastern
	case p.isSonOf():
		doubt = doubtSonOf
	}
	return Form{b.String(), doubt, doubt != ""}
}

// Short returns the surname in a case with the initials and a no-break space:
// «Островскому А.В.» or «А.В. Островскому». Without a surname or initials it
// is the full name.
func (p *Person) Short(c Case, o Order) Form {
	if p.Kind != OnePerson || p.Surname == "" {
		return p.In(c)
	}
	var surname []string
	doubt := ""
	for _, w := range p.words {
		if w.role == roleSurname || w.role == roleParticle {
			f := p.decline(w, c)
			surname = append(surname, f.Text)
			if doubt == "" {
				doubt = f.Doubt
			}
		}
	}
	if doubt == "" && p.isSonOf() {
		doubt = doubtSonOf
	}
	return Form{withInitials(strings.Join(surname, " "), p.Initials(), o), doubt, doubt != ""}
}

// Initials returns the initials of the given name and the patronymic: «А.В.».
func (p *Person) Initials() string {
	var b strings.Builder
	for _, w := range p.words {
		switch w.role {
		case roleInitialGiven:
			b.WriteString(w.text)
		case roleGiven, roleForeign:
			b.WriteString(initialsOf(w.text))
		}
	}
	for _, w := range p.words {
		switch w.role {
		case roleInitialPatronymic:
			b.WriteString(w.text)
		case rolePatronymic, roleFather:
			b.WriteString(initialsOf(w.text))
		}
	}
	return b.String()
}

// Key identifies the person regardless of the order of the parts and of ё.
// Names that are equal in full have the same key.
func (p *Person) Key() string {
	if p.Kind != OnePerson {
		return foldName(p.Text)
	}
	return foldName(join3(p.Surname, p.Given, p.Patronymic))
}

// ShortKey identifies the person by surname and initials. Without either, it
// is Key.
func (p *Person) ShortKey() string {
	initials := p.Initials()
	if p.Kind != OnePerson || p.Surname == "" || initials == "" {
		return p.Key()
	}
	return foldName(p.Surname + " " + initials)
}

// SurnameKey is Key for the surname alone: people of one surname share it.
func (p *Person) SurnameKey() string {
	if p.Kind != OnePerson || p.Surname == "" {
		return p.Key()
	}
	return foldName(p.Surname)
}

func join3(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

func foldName(name string) string {
	return strings.Join(strings.Fields(SortKey(strings.ReplaceAll(name, nbsp, " "))), " ")
}

// decline declines a word of a name.
func (p *Person) decline(w nameWord, c Case) Form {
	if c == Nominative {
		return certain(w.text)
	}
	switch w.role {
	case roleSurname:
		return declineName(surnameRules, w.text, p.Gender, c)
	case roleGiven:
		return declineName(givenRules, w.text, p.Gender, c)
	case rolePatronymic:
		return declineName(patronymicRules, w.text, p.Gender, c)
	case roleForeign:
		f := declineName(givenRules, w.text, p.Gender, c)
		f.Doubt = "«" + w.text + "» — не отчество: части иностранных имён склоняются не всегда"
		return f
	}
	return certain(w.text)
}

// isSonOf recognizes names such as «Хасан ибн Али»: what follows the given name is a patronymic or a surname.
func (p *Person) isSonOf() bool {
	first, _ := cutWord(strings.ToLower(p.Surname))
	return p.Given != "" && inList(first, "ибн бин бинт")
}

// isEastern recognizes names such as «Дэн Сяопин»: a surname of one syllable, a
// given name not in use in Russia and no patronymic.
func (p *Person) isEastern() bool {
	if p.Surname == "" || p.Given == "" || p.Patronymic != "" || typography.IsInitials(p.Given) {
		return false
	}
	_, listed := givenNames()[strings.ToLower(p.Given)]
	return !listed && syllables(strings.ToLower(p.Surname)) == 1
}
