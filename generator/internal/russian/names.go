package russian

import (
	"slices"
	"strings"
)

// role is what a word of a name is.
type role int

const (
	roleStill role = iota // initials, «фон», «оглы»: never declines
	roleSurname
	roleGiven
	rolePatronymic
	roleForeign // a further name that is none of the three
)

// Name puts a full name, «Фамилия Имя Отчество», into a case; g is Unknown
// when the name itself should tell. Any part may be missing, double or
// foreign; initials, «оглы» and «кызы» stay; capitals stay capitals. The form
// is doubtful when the rules of Russian leave a choice.
func Name(full string, g Gender, c Case) Form {
	if c == Nominative {
		return sure(full)
	}
	p := person(full, g)
	words := split(full)
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
	return Form{join(words), doubt}
}

// ShortName is a surname in a case with the initials, bound by a no-break
// space: «Островскому А.В.» or «А.В. Островскому».
func ShortName(full string, g Gender, c Case, o Order) Form {
	p := person(full, g)
	at := slices.Index(p.roles, roleSurname)
	if at < 0 {
		return Name(full, g, c)
	}
	f := p.decline(at, c)
	if c == Nominative {
		f = sure(p.words[at])
	}
	rest := slices.Concat(p.words[:at], p.words[at+1:])
	f.Text = Short(strings.Join(append([]string{f.Text}, rest...), " "), o)
	return f
}

// GenderOf tells a person's gender from the patronymic, else from the given
// name; a surname helps only a given name that both bear. It is Unknown when
// the name does not say.
func GenderOf(full string) Gender {
	p := readName(full)
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

// nameParts is a name word by word.
type nameParts struct {
	words  []string
	roles  []role
	gender Gender
}

// person reads a name and settles the gender.
func person(full string, g Gender) nameParts {
	p := readNameAs(full, g)
	if g == Unknown {
		g = GenderOf(full)
	}
	if at := slices.Index(p.roles, roleSurname); g == Unknown && at >= 0 {
		g = surnameGender(p.words[at])
	}
	p.gender = g
	return p
}

func readName(full string) nameParts { return readNameAs(full, Unknown) }

// readNameAs finds the roles of the words of a name of a known gender.
func readNameAs(full string, g Gender) nameParts {
	var words []string
	for _, w := range split(full) {
		words = append(words, w.text)
	}
	p := nameParts{words: words, roles: make([]role, len(words)), gender: g}
	var names []int // the words that can be declined
	father := -1    // the name of the father
	for i, word := range words {
		switch {
		case isChildOf(strings.ToLower(word)):
			if i > 0 && len(names) > 0 && names[len(names)-1] == i-1 {
				names = names[:len(names)-1] // «Мамед оглы» stays whole
			}
		case word == "", isInitials(word), isOne(word, particles):
		default:
			names = append(names, i)
			if pg := patronymicGender(strings.ToLower(word)); pg != Unknown && (g == Unknown || pg == g) {
				father = len(names) - 1
			}
		}
	}
	for i, r := range rolesOf(words, names, father, len(names) < len(words)) {
		p.roles[names[i]] = r
	}
	return p
}

// rolesOf gives the words their roles by their number and by where the
// patronymic is.
func rolesOf(words []string, names []int, father int, initials bool) []role {
	listed := func(i int) bool {
		_, ok := givenNames()[strings.ToLower(words[names[i]])]
		return ok
	}
	switch n := len(names); {
	case n == 0:
		return nil
	case n == 1 && father == 0 && !initials:
		return []role{rolePatronymic}
	case n == 1 && listed(0) && !initials:
		return []role{roleGiven}
	case n == 1:
		return []role{roleSurname}
	case n == 2 && father == 1 && listed(0):
		return []role{roleGiven, rolePatronymic}
	case n == 2 && father == 1:
		return []role{roleSurname, rolePatronymic}
	case n == 2 && listed(0) && !listed(1):
		return []role{roleGiven, roleSurname}
	case n == 2:
		return []role{roleSurname, roleGiven}
	case n == 3 && father == 2:
		return []role{roleSurname, roleGiven, rolePatronymic}
	case n == 3 && father == 1 && listed(0):
		return []role{roleGiven, rolePatronymic, roleSurname}
	}
	if areShort(words, names) {
		roles := make([]role, len(names))
		roles[len(names)-1] = roleForeign // «Ким Чен Ыну»
		return roles
	}
	roles := []role{roleSurname, roleGiven}
	for i := 2; i < len(names); i++ {
		roles = append(roles, roleForeign)
		if i == father {
			roles[i] = rolePatronymic
		}
	}
	return roles
}

// decline puts one word of a name into a case.
func (p *nameParts) decline(i int, c Case) Form {
	word := p.words[i]
	switch p.roles[i] {
	case roleSurname:
		return byRule(surnameRules, word, p.gender, c)
	case roleGiven:
		return byRule(givenRules, word, p.gender, c)
	case rolePatronymic:
		return byRule(patronymicRules, word, p.gender, c)
	case roleForeign:
		f := byRule(givenRules, word, p.gender, c)
		f.Doubt = "«" + word + "» — не отчество: части иностранных имён склоняются не всегда"
		return f
	}
	return sure(word)
}

// particles are the small words of foreign surnames.
const particles = "фон ван де дер ден ди да до дос дю дель делла ла ле тер аль эль ас бен ибн бин бей"

// hasFather reports whether a name has a patronymic, «Мамед оглы» too.
func (p *nameParts) hasFather() bool {
	return slices.Contains(p.roles, rolePatronymic) ||
		slices.ContainsFunc(p.words, func(word string) bool { return isChildOf(strings.ToLower(word)) })
}

// areShort is true when every name has but one syllable.
func areShort(words []string, names []int) bool {
	return !slices.ContainsFunc(names, func(i int) bool { return syllables(strings.ToLower(words[i])) != 1 })
}

// isEastern is true of «Дэн Сяопин»: a surname of one syllable and a given
// name nobody bears in Russia, without a patronymic.
func (p *nameParts) isEastern() bool {
	surname, given := slices.Index(p.roles, roleSurname), slices.Index(p.roles, roleGiven)
	if surname < 0 || given < 0 || p.hasFather() {
		return false
	}
	_, listed := givenNames()[strings.ToLower(p.words[given])]
	return !listed && syllables(strings.ToLower(p.words[surname])) == 1
}

// isChildOf is true of the words that stand for «сын» and «дочь» in the
// patronymics of the East; they never decline.
func isChildOf(lower string) bool { return isOne(lower, "оглы оглу улы кызы гызы") }

// patronymicGender is the gender a patronymic speaks of.
func patronymicGender(lower string) Gender {
	switch {
	case endsIn(lower, "евич ович ьич мич кич вич тич оглы оглу улы"):
		return Masculine
	case endsIn(lower, "овна евна ична инична кызы гызы"):
		return Feminine
	}
	return Unknown
}

// surnameGender is the gender of a surname that only men or only women bear.
func surnameGender(word string) Gender {
	lower := strings.ToLower(word)
	switch {
	case endsIn(lower, "ов ев ёв ский цкий"):
		return Masculine
	case endsIn(lower, "ова ева ёва ская цкая"):
		return Feminine
	}
	return Unknown
}
