package russian

import (
	"slices"
	"strings"
)

// role is the role of a word in a name.
type role int

const (
	roleIndeclinable role = iota // initials, «фон», «оглы»: never declined
	roleSurname
	roleGiven
	rolePatronymic
	roleForeign // another part of a foreign name
)

// Name declines a full name, «Фамилия Имя Отчество». If g is Unknown, the
// gender is derived from the name. Any part may be missing, double or foreign.
// Initials, «оглы» and «кызы» do not change, and capitals stay capitals. The
// form has a doubt if the rules leave a choice.
func Name(full string, g Gender, c Case) Form {
	if c == Nominative {
		return certain(full)
	}
	p := person(full, g)
	words := splitWords(full)
	doubt := ""
	for i := range words {
		f := p.decline(i, c)
		words[i].text = f.Text
		if doubt == "" {
			doubt = f.Doubt
		}
	}
	if doubt == "" && p.isEastern() {
		doubt = doubtEastern
	}
	return Form{Text: joinWords(words), Doubt: doubt}
}

// ShortName returns a declined surname with the initials and a no-break space:
// «Островскому А.В.» or «А.В. Островскому».
func ShortName(full string, g Gender, c Case, o Order) Form {
	p := person(full, g)
	at := slices.Index(p.roles, roleSurname)
	if at < 0 {
		return Name(full, g, c)
	}
	f := p.decline(at, c)
	if c == Nominative {
		f = certain(p.words[at])
	}
	rest := slices.Concat(p.words[:at], p.words[at+1:])
	f.Text = Short(strings.Join(append([]string{f.Text}, rest...), " "), o)
	return f
}

// GenderOf derives the gender from the patronymic, or else from the given name.
// The surname is only used with a unisex given name. The result is Unknown if
// the name does not tell.
func GenderOf(full string) Gender {
	p := parseName(full)
	for i, word := range p.words {
		if g := patronymicGender(strings.ToLower(word)); g != Unknown && p.roles[i] != roleSurname {
			return g
		}
	}
	at := slices.Index(p.roles, roleGiven)
	if at < 0 {
		return Unknown
	}
	if g := givenNames()[strings.ToLower(p.words[at])]; g != Unknown {
		return g
	}
	if surname := slices.Index(p.roles, roleSurname); surname >= 0 {
		return surnameGender(p.words[surname])
	}
	return Unknown
}

// nameParts is a name split into words.
type nameParts struct {
	words  []string
	roles  []role
	gender Gender
}

// person parses a name and determines the gender.
func person(full string, g Gender) nameParts {
	p := parseNameAs(full, g)
	if g == Unknown {
		g = GenderOf(full)
	}
	if at := slices.Index(p.roles, roleSurname); g == Unknown && at >= 0 {
		g = surnameGender(p.words[at])
	}
	p.gender = g
	return p
}

func parseName(full string) nameParts { return parseNameAs(full, Unknown) }

// parseNameAs determines the roles of the words in a name of a known gender.
func parseNameAs(full string, g Gender) nameParts {
	var words []string
	for _, w := range splitWords(full) {
		words = append(words, w.text)
	}
	p := nameParts{words: words, roles: make([]role, len(words)), gender: g}
	var names []int  // indices of the words that can be declined
	patronymic := -1 // index in names
	for i, word := range words {
		switch {
		case isPatronymicParticle(strings.ToLower(word)):
			if i > 0 && len(names) > 0 && names[len(names)-1] == i-1 {
				names = names[:len(names)-1] // «Мамед оглы» is not declined
			}
		case word == "", isInitials(word), inList(word, particles):
		default:
			names = append(names, i)
			if pg := patronymicGender(strings.ToLower(word)); pg != Unknown && (g == Unknown || pg == g) {
				patronymic = len(names) - 1
			}
		}
	}
	for i, r := range rolesOf(words, names, patronymic, len(names) < len(words)) {
		p.roles[names[i]] = r
	}
	return p
}

// rolesOf assigns roles according to the number of words and the position of
// the patronymic.
func rolesOf(words []string, names []int, patronymic int, initials bool) []role {
	listed := func(i int) bool {
		_, ok := givenNames()[strings.ToLower(words[names[i]])]
		return ok
	}
	switch n := len(names); {
	case n == 0:
		return nil
	case n == 1 && patronymic == 0 && !initials:
		return []role{rolePatronymic}
	case n == 1 && listed(0) && !initials:
		return []role{roleGiven}
	case n == 1:
		return []role{roleSurname}
	case n == 2 && patronymic == 1 && listed(0):
		return []role{roleGiven, rolePatronymic}
	case n == 2 && patronymic == 1:
		return []role{roleSurname, rolePatronymic}
	case n == 2 && listed(0) && !listed(1):
		return []role{roleGiven, roleSurname}
	case n == 2:
		return []role{roleSurname, roleGiven}
	case n == 3 && patronymic == 2:
		return []role{roleSurname, roleGiven, rolePatronymic}
	case n == 3 && patronymic == 1 && listed(0):
		return []role{roleGiven, rolePatronymic, roleSurname}
	}
	if areMonosyllabic(words, names) {
		roles := make([]role, len(names))
		roles[len(names)-1] = roleForeign // «Ким Чен Ыну»
		return roles
	}
	roles := []role{roleSurname, roleGiven}
	for i := 2; i < len(names); i++ {
		roles = append(roles, roleForeign)
		if i == patronymic {
			roles[i] = rolePatronymic
		}
	}
	return roles
}

// decline declines a word of a name.
func (p *nameParts) decline(i int, c Case) Form {
	word := p.words[i]
	switch p.roles[i] {
	case roleSurname:
		return declineName(surnameRules, word, p.gender, c)
	case roleGiven:
		return declineName(givenRules, word, p.gender, c)
	case rolePatronymic:
		return declineName(patronymicRules, word, p.gender, c)
	case roleForeign:
		f := declineName(givenRules, word, p.gender, c)
		f.Doubt = "«" + word + "» — не отчество: части иностранных имён склоняются не всегда"
		return f
	}
	return certain(word)
}

// particles are particles of foreign surnames.
const particles = "фон ван де дер ден ди да до дос дю дель делла ла ле тер аль эль ас бен ибн бин бей"

// hasPatronymic reports whether a name has a patronymic, including the form
// «Мамед оглы».
func (p *nameParts) hasPatronymic() bool {
	return slices.Contains(p.roles, rolePatronymic) ||
		slices.ContainsFunc(p.words, func(word string) bool { return isPatronymicParticle(strings.ToLower(word)) })
}

// areMonosyllabic reports whether all names have one syllable.
func areMonosyllabic(words []string, names []int) bool {
	return !slices.ContainsFunc(names, func(i int) bool { return syllables(strings.ToLower(words[i])) != 1 })
}

// isEastern recognizes names such as «Дэн Сяопин»: a surname of one syllable, a
// given name not in use in Russia and no patronymic.
func (p *nameParts) isEastern() bool {
	surname, given := slices.Index(p.roles, roleSurname), slices.Index(p.roles, roleGiven)
	if surname < 0 || given < 0 || p.hasPatronymic() {
		return false
	}
	_, listed := givenNames()[strings.ToLower(p.words[given])]
	return !listed && syllables(strings.ToLower(p.words[surname])) == 1
}

// isPatronymicParticle recognizes the words for son and daughter in Turkic
// patronymics, which are indeclinable.
func isPatronymicParticle(lower string) bool {
	return inList(lower, "оглы оглу улы кызы гызы")
}

// patronymicGender returns the gender of a patronymic.
func patronymicGender(lower string) Gender {
	switch {
	case hasAnySuffix(lower, "евич ович ьич мич кич вич тич оглы оглу улы"):
		return Masculine
	case hasAnySuffix(lower, "овна евна ична инична кызы гызы"):
		return Feminine
	}
	return Unknown
}

// surnameGender returns the gender of a surname with a masculine or feminine
// ending.
func surnameGender(word string) Gender {
	lower := strings.ToLower(word)
	switch {
	case hasAnySuffix(lower, "ов ев ёв ский цкий"):
		return Masculine
	case hasAnySuffix(lower, "ова ева ёва ская цкая"):
		return Feminine
	}
	return Unknown
}
