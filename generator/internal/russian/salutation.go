package russian

import (
	"slices"
	"strings"
)

// Salutation is how a letter addresses a person: «Уважаемый Алексей
// Владимирович!», without a patronymic «Уважаемый господин Прохоров!»,
// without a name «Уважаемые коллеги!» (ГОСТ Р 7.0.97, 5.18).
func Salutation(full string, g Gender) Form {
	p := person(full, g)
	if len(p.words) == 0 {
		return certain("Уважаемые коллеги!")
	}
	if p.gender != Masculine && p.gender != Feminine {
		return Form{"Уважаемые коллеги!", doubtGender}
	}
	dear := Agree("Уважаемый", p.gender) + " "
	at := slices.Index(p.roles, roleSurname)
	switch {
	case at < 0: // «Алексей Владимирович», «Алексей»
		return certain(dear + strings.Join(p.words, " ") + "!")
	case p.hasPatronymic():
		return certain(dear + strings.Join(slices.Concat(p.words[:at], p.words[at+1:]), " ") + "!")
	case p.gender == Feminine:
		return certain(dear + "госпожа " + p.words[at] + "!")
	}
	return certain(dear + "господин " + p.words[at] + "!")
}
