package russian

import (
	"slices"
	"strings"
)

// Readings that leave a doubt, as shown to the user.
const (
	doubtOrder           = "не ясно, где имя, а где фамилия"
	doubtSurnames        = "здесь, похоже, две фамилии или двое людей"
	doubtNoSurname       = "нет фамилии"
	doubtOnlyName        = "нет имени или инициалов"
	doubtAgreement       = "части имени не согласуются по роду"
	doubtNominative      = "имя, похоже, не в именительном падеже"
	doubtGenderOfSurname = "пол понят по фамилии"
	doubtWords           = "непонятно, что здесь имя, отчество и фамилия"
)

// reading is an interpretation of a run of tokens as a name.
type reading struct {
	roles  []role // of the tokens
	doubt  string // why the roles are doubtful
	rank   int    // how complete the name is: one of the constants below
	double bool   // a double surname without a hyphen
}

const (
	rankNothing  = iota
	rankPart     // a surname or a given name alone, or a doubtful reading
	rankNoFamily // a given name and a patronymic
	rankName     // a surname with a given name
	rankFull     // a surname with initials or with a given name and a patronymic
)

// nameUnit is a word of a name that can have a role, with its particles.
type nameUnit struct {
	at, end    int    // the tokens of the unit
	lower      string // its last word
	given      bool
	gender     Gender // of the given name
	patronymic Gender // Unknown if it is none
	usual      bool   // the patronymic of a common given name
	surname    bool   // it ends as only surnames do, or has a particle
	particle   bool
}

// readRoles finds the roles of the words of a run. G is the gender if known.
func readRoles(run []nameToken, g Gender) reading {
	r := reading{roles: make([]role, len(run))}
	units, initials := r.units(run, g)
	switch {
	case len(units) == 0:
		r.doubt = doubtNoSurname
		return r
	case len(initials) > 0:
		r.withInitials(units, initials, run)
	default:
		r.withoutInitials(units)
	}
	if r.doubt != "" {
		r.rank = min(r.rank, rankPart)
	}
	return r
}

// units groups the tokens: particles belong to the surname that follows, «оглы»
// to the word before it.
func (r *reading) units(run []nameToken, g Gender) (units []nameUnit, initials []int) {
	for i := 0; i < len(run); i++ {
		switch run[i].kind {
		case tokenInitial:
			initials = append(initials, i)
		case tokenFather:
			r.roles[i] = roleOf
			if n := len(units) - 1; n >= 0 && !units[n].surname || n > 0 {
				units[n].patronymic, units[n].usual = patronymicGender(run[i].text), true
				units[n].end, units[n].given, units[n].surname = i+1, false, false
			}
		case tokenParticle:
			r.roles[i] = roleParticle
			if i+1 == len(run) {
				r.doubt = doubtWords
			}
		case tokenWord:
			u := newNameUnit(run[i], g)
			u.at, u.end = i, i+1
			for u.at > 0 && run[u.at-1].kind == tokenParticle {
				u.at--
				u.surname, u.particle, u.given, u.patronymic = true, true, false, Unknown
			}
			units = append(units, u)
		}
	}
	return r.capitalParticles(units), initials
}

// capitalParticles joins particles in capitals to the surname after them, if
// what remains is a name: «Тер Петросян Левон Акопович», «Мария Де Ла Крус».
func (r *reading) capitalParticles(units []nameUnit) []nameUnit {
	mayBeSurname := func(u nameUnit) bool { return !u.given && u.patronymic == Unknown }
	for first := range units {
		last := first
		for last+1 < len(units) && isParticle(units[last].lower) && units[last].end == units[last+1].at &&
			mayBeSurname(units[last+1]) {
			last++
		}
		before, after := units[:first], units[last+1:]
		if last == first || len(before)+len(after) == 0 ||
			len(before)+len(after) == 1 && !slices.Concat(before, after)[0].given {
			continue
		}
		for _, particle := range units[first:last] {
			r.roles[particle.at] = roleParticle
		}
		units[last].at, units[last].surname = units[first].at, true
		return slices.Delete(units, first, last)
	}
	return units
}

func newNameUnit(t nameToken, g Gender) nameUnit {
	word, lower := t.text, t.lowercase()
	u := nameUnit{lower: lower}
	u.gender, u.given = givenNames()[lower]
	if strings.Contains(lower, "-") {
		u.given = true
		for part := range strings.SplitSeq(lower, "-") {
			gender, listed := givenNames()[part]
			u.given, u.gender = u.given && listed, gender
		}
	}
	if strings.ContainsAny(lower, "-'’") && isPrefixedName(word) || len(word) > 2*5 && isPrefixedName(word) {
		u.surname, u.particle = !u.given, !u.given
	}
	if pg := patronymicGender(lower); pg != Unknown && (g == Unknown || pg == g) {
		u.patronymic = pg
		u.usual = isUsualPatronymic(lower) || !hasAnySuffix(lower, "ч а")
	}
	u.surname = u.surname || !u.given && u.patronymic == Unknown && looksLikeSurname(lower)
	return u
}

// set gives a role to all words of a unit; particles keep theirs.
func (r *reading) set(u nameUnit, as role) {
	for i := u.at; i < u.end; i++ {
		if r.roles[i] != roleIndeclinable {
			if as == rolePatronymic && r.roles[i] == roleOf {
				r.roles[u.at] = roleFather
			}
			continue
		}
		r.roles[i] = as
	}
	if as == rolePatronymic && r.roles[u.end-1] == roleOf {
		r.roles[u.at] = roleFather
	}
}

func (r *reading) assign(rank int, doubt string, units []nameUnit, roles ...role) {
	for i, u := range units {
		r.set(u, roles[i])
	}
	r.rank, r.doubt = rank, firstOf(r.doubt, doubt)
}

func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

// withInitials reads «Иванов И.И.», «И. И. Иванов», «Иванов Иван И.».
func (r *reading) withInitials(units []nameUnit, initials []int, run []nameToken) {
	for k, i := range initials {
		r.roles[i] = roleInitialPatronymic
		if k == 0 {
			r.roles[i] = roleInitialGiven
		}
	}
	doubt := ""
	last := initials[len(initials)-1]
	if last-initials[0] != len(initials)-1 || len(initials) > 2 {
		doubt = doubtWords
	}
	u := units[0]
	switch {
	case len(units) == 1 && isFamilyless(u, initials):
		r.assign(rankFull, firstOf(doubt, doubtOrder), units, roleSurname)
	case len(units) == 1:
		r.assign(rankFull, doubt, units, roleSurname)
	case len(units) == 2 && units[1].end < len(run) && run[units[1].end-1].kind == tokenFather,
		len(units) == 2 && units[1].patronymic != Unknown && !units[0].given && len(initials) == 1 &&
			initials[0] < units[1].at && initials[0] > units[0].at: // «Иванов И. Иванович»
		if !units[0].surname && !units[1].usual { // «Юзеф Я. Обухович»
			doubt = firstOf(doubt, doubtOrder)
		}
		r.assign(rankFull, doubt, units, roleSurname, rolePatronymic)
	case len(units) == 2 && len(initials) == 1 && units[0].given != units[1].given &&
		units[0].patronymic == Unknown && units[1].patronymic == Unknown:
		r.roles[initials[0]] = roleInitialPatronymic
		r.oneInitial(units, initials[0], doubt)
	case len(units) == 2 && units[0].end == units[1].at && !units[0].given && !units[1].given &&
		units[0].patronymic == Unknown && units[1].patronymic == Unknown:
		r.double = true
		r.assign(rankFull, doubt, units, roleSurname, roleSurname)
	default:
		roles := slices.Repeat([]role{roleSurname}, len(units))
		r.assign(rankNothing, doubtWords, units, roles...)
	}
}

// isFamilyless reports whether a word next to initials may be something other than the surname: «Анна С.»,
// «Иванович И.».
func isFamilyless(u nameUnit, initials []int) bool {
	return len(initials) == 1 && (u.given || u.usual) || u.patronymic == Feminine
}

// oneInitial reads a given name, a surname and an initial.
func (r *reading) oneInitial(units []nameUnit, initial int, doubt string) {
	given, surname, roles := units[0], units[1], []role{roleGiven, roleSurname}
	if units[1].given {
		given, surname, roles = units[1], units[0], []role{roleSurname, roleGiven}
	}
	if initial != given.end || surname.at > given.at && surname.at < initial {
		doubt = firstOf(doubt, doubtWords)
	}
	r.assign(rankFull, doubt, units, roles...)
}

// withoutInitials reads a name without initials.
func (r *reading) withoutInitials(units []nameUnit) {
	switch len(units) {
	case 1:
		r.one(units[0])
	case 2:
		r.two(units)
	case 3:
		r.three(units)
	case 4:
		r.four(units)
	default:
		r.unknown(units)
	}
}

func (r *reading) one(u nameUnit) {
	units := []nameUnit{u}
	switch {
	case u.given:
		r.assign(rankPart, "", units, roleGiven)
	case u.patronymic == Feminine, u.usual:
		r.assign(rankPart, "", units, rolePatronymic)
	default:
		r.assign(rankPart, "", units, roleSurname)
	}
}

// unknown reads a name of more words than Russian names have.
func (r *reading) unknown(units []nameUnit) {
	roles := []role{roleSurname, roleGiven}
	for len(roles) < len(units) {
		roles = append(roles, roleForeign)
	}
	r.assign(rankNothing, doubtWords, units, roles...)
}
