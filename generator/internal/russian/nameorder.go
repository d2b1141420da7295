package russian

import "slices"

// two reads a name of two words: «Иванов Иван», «Иван Иванов», «Иван Иванович».
func (r *reading) two(units []nameUnit) {
	a, b := units[0], units[1]
	switch {
	case b.particle && !a.particle: // «Отто фон Бисмарк»
		r.assign(rankName, "", units, roleGiven, roleSurname)
	case a.particle && !b.particle && b.patronymic == Unknown:
		r.assign(rankName, "", units, roleSurname, roleGiven)
	case b.patronymic != Unknown:
		r.beforePatronymic(units)
	case a.patronymic == Feminine && b.given: // «Григорьевна Мария»
		r.assign(rankNoFamily, doubtOrder, units, rolePatronymic, roleGiven)
	case a.patronymic != Unknown && !b.given && b.surname: // «Иванович Петров»
		r.assign(rankPart, doubtOrder, units, rolePatronymic, roleSurname)
	case a.usual && b.given && a.patronymic == b.gender && !isSurnameToo(a.lower): // «Андреевич Андрей»
		r.assign(rankName, doubtOrder, units, roleSurname, roleGiven)
	case a.given && b.given:
		r.bothGiven(units)
	case b.given: // «Иванов Иван»
		r.assign(rankName, "", units, roleSurname, roleGiven)
	case a.given:
		r.assign(rankName, r.doubtGivenFirst(a, b), units, roleGiven, roleSurname)
	default:
		r.neitherGiven(units)
	}
}

// beforePatronymic reads a word before a word that looks like a patronymic.
func (r *reading) beforePatronymic(units []nameUnit) {
	a, b := units[0], units[1]
	agrees := a.gender == Unknown || a.gender == b.patronymic
	switch {
	case a.given && !agrees && b.patronymic == Masculine: // «Анна Абрамович»
		r.assign(rankName, "", units, roleGiven, roleSurname)
	case a.given && agrees && !b.usual && b.patronymic == Masculine: // «Адам Мицкевич»
		r.assign(rankName, doubtOrder, units, roleGiven, roleSurname)
	case a.given && agrees && isSurnameToo(b.lower): // «Роман Абрамович»
		r.assign(rankName, doubtOrder, units, roleGiven, roleSurname)
	case a.given:
		doubt := ""
		if !agrees {
			doubt = doubtAgreement
		}
		r.assign(rankNoFamily, doubt, units, roleGiven, rolePatronymic)
	case a.surname || a.patronymic != Unknown:
		r.assign(rankPart, doubtOrder, units, roleSurname, rolePatronymic)
	case b.usual:
		r.assign(rankNoFamily, doubtOrder, units, roleGiven, rolePatronymic)
	default:
		r.assign(rankName, doubtOrder, units, roleSurname, rolePatronymic)
	}
}

// isSurnameToo recognizes patronymics that are frequent as surnames.
func isSurnameToo(lower string) bool {
	return inList(lower, "абрамович адамович аронович бернардович богданович вацлавович давидович исакович карпович "+
		"климович лазаревич мартынович натанович савич симонович соломонович хаимович юзефович якубович янович")
}

// bothGiven reads two given names, one of which serves as a surname. Women have
// masculine names as surnames, not the other way round.
func (r *reading) bothGiven(units []nameUnit) {
	if units[0].gender == Feminine && units[1].gender == Masculine { // «Анна Герман»
		r.assign(rankName, doubtOrder, units, roleGiven, roleSurname)
		return
	}
	r.assign(rankName, doubtOrder, units, roleSurname, roleGiven)
}

// doubtGivenFirst returns the doubt of a given name before another word, which
// may be a rare given name after a surname: «Роман Нурсултан».
func (r *reading) doubtGivenFirst(a, b nameUnit) string {
	if a.gender == Masculine && !b.surname && b.patronymic == Unknown && syllables(b.lower) > 1 {
		return doubtOrder
	}
	return ""
}

// neitherGiven reads two words that are not listed as given names.
func (r *reading) neitherGiven(units []nameUnit) {
	a, b := units[0], units[1]
	possessive := surnameGender(b.lower) != Unknown
	switch {
	case a.surname && b.surname:
		r.assign(rankPart, doubtSurnames, units, roleSurname, roleGiven)
	case b.surname && possessive && a.patronymic == Unknown: // «Наргиз Алиева»
		r.assign(rankName, "", units, roleGiven, roleSurname)
	case a.surname || a.patronymic != Unknown:
		r.assign(rankName, "", units, roleSurname, roleGiven)
	default:
		r.assign(rankName, doubtOrder, units, roleSurname, roleGiven)
	}
}

// three reads a name of three words: «Иванов Иван Иванович», «Иван Иванович Иванов».
func (r *reading) three(units []nameUnit) {
	a, b, c := units[0], units[1], units[2]
	isMiddle := b.patronymic != Unknown && (c.patronymic == Unknown || a.given && !b.given ||
		b.patronymic == Feminine && c.patronymic == Masculine || b.usual && !c.usual)
	bothEnd := !isMiddle && b.patronymic != Unknown && b.usual == c.usual
	switch {
	case bothEnd: // «Абиль Абидулович Станкевич»
		r.assign(rankFull, doubtOrder, units, roleGiven, rolePatronymic, roleSurname)
	case a.patronymic != Unknown && b.patronymic == Unknown && c.patronymic == Unknown && !c.given && b.given:
		r.assign(rankFull, doubtOrder, units, rolePatronymic, roleGiven, roleSurname)
	case isMiddle && a.given && c.patronymic == b.patronymic && !b.usual: // «Роман Мицкевич Иванович»
		r.assign(rankFull, doubtOrder, units, roleGiven, roleSurname, rolePatronymic)
	case isMiddle && b.end-b.at > 1 && a.surname && surnameGender(a.lower) == Unknown &&
		surnameGender(c.lower) != Unknown:
		r.assign(rankFull, doubtOrder, units, roleGiven, rolePatronymic, roleSurname) // «Эльчин Фикрет оглы Гасанов»
	case isMiddle && a.surname && !a.given: // «Иванов Иванович Иван»
		r.assign(rankFull, doubtOrder, units, roleSurname, rolePatronymic, roleGiven)
	case isMiddle:
		r.assign(rankFull, doubtPair(a, b.patronymic), units, roleGiven, rolePatronymic, roleSurname)
	case c.patronymic != Unknown && a.given && !b.given && b.surname: // «Иван Иванов Иванович»
		r.assign(rankFull, doubtOrder, units, roleGiven, roleSurname, rolePatronymic)
	case c.patronymic == Masculine && b.given && b.gender == Feminine && a.given: // «Анна Мария Абрамович»
		r.assign(rankFull, doubtOrder, units, roleGiven, roleGiven, roleSurname)
	case c.patronymic != Unknown && a.surname && b.surname && !c.usual:
		r.assign(rankFull, doubtWords, units, roleSurname, roleGiven, rolePatronymic)
	case c.patronymic != Unknown:
		r.assign(rankFull, doubtPair(b, c.patronymic), units, roleSurname, roleGiven, rolePatronymic)
	default:
		r.threeWithoutPatronymic(units)
	}
}

// doubtPair doubts a given name whose gender is not that of the patronymic.
func doubtPair(given nameUnit, patronymic Gender) string {
	if given.given && given.gender != Unknown && given.gender != patronymic {
		return doubtAgreement
	}
	return ""
}

// threeWithoutPatronymic reads foreign names and double surnames without a
// hyphen. All of them leave a doubt.
func (r *reading) threeWithoutPatronymic(units []nameUnit) {
	a, b, c := units[0], units[1], units[2]
	switch {
	case !slices.ContainsFunc(units, func(u nameUnit) bool { return syllables(u.lower) != 1 }): // «Ким Чен Ын»
		r.assign(rankName, "", units, roleSurname, roleForeign, roleForeign)
		r.roles[a.at], r.roles[b.at] = roleIndeclinable, roleIndeclinable
		r.doubt = doubtWords
	case a.surname && b.surname && c.given:
		r.double = true
		r.assign(rankName, doubtSurnames, units, roleSurname, roleSurname, roleGiven)
	case a.given && !b.given && b.surname && c.surname:
		r.double = true
		r.assign(rankName, doubtSurnames, units, roleGiven, roleSurname, roleSurname)
	case a.given && b.given && c.surname:
		r.assign(rankName, doubtWords, units, roleGiven, roleGiven, roleSurname)
	default:
		r.assign(rankName, doubtWords, units, roleSurname, roleGiven, roleForeign)
	}
}

// four reads a double surname without a hyphen, before or after the rest.
func (r *reading) four(units []nameUnit) {
	a, b, c, d := units[0], units[1], units[2], units[3]
	isSurname := func(u nameUnit) bool { return !u.given && u.patronymic == Unknown }
	switch {
	case d.patronymic != Unknown && isSurname(a) && isSurname(b) && c.patronymic == Unknown:
		r.double = true
		r.assign(rankFull, doubtPair(c, d.patronymic), units, roleSurname, roleSurname, roleGiven, rolePatronymic)
	case b.patronymic != Unknown && a.given && isSurname(c) && isSurname(d):
		r.double = true
		r.assign(rankFull, doubtPair(a, b.patronymic), units, roleGiven, rolePatronymic, roleSurname, roleSurname)
	default:
		r.unknown(units)
	}
}
