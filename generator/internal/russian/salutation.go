package russian

import (
	"slices"
	"strings"
)

// Address is how a letter addresses a person: by name and patronymic, without a
// patronymic by the surname, without a name not at all (ГОСТ Р 7.0.97, 5.18).
type Address struct {
	Name    string // «Алексей Владимирович» or «Прохоров»; empty when the person cannot be addressed
	Surname bool   // Name is a surname, which follows «господин» or «госпожа»
	Gender  Gender // Masculine or Feminine when there is a Name
	Doubt   string // why a person should look at it; empty when sure
}

// AddressOf finds how a person is addressed.
func AddressOf(full string, g Gender) Address {
	p := person(full, g)
	if len(p.words) == 0 {
		return Address{}
	}
	if p.gender != Masculine && p.gender != Feminine {
		return Address{Doubt: doubtGender}
	}
	at := slices.Index(p.roles, roleSurname)
	switch {
	case at < 0: // «Алексей Владимирович», «Алексей»
		return Address{Name: strings.Join(p.words, " "), Gender: p.gender}
	case p.hasPatronymic():
		return Address{Name: strings.Join(slices.Concat(p.words[:at], p.words[at+1:]), " "), Gender: p.gender}
	}
	return Address{Name: p.words[at], Surname: true, Gender: p.gender}
}
