package russian

import "protokol/generator/internal/typography"

// Address is how a letter addresses a person: by name and patronymic, by the surname if there is no patronymic, and
// not at all without a name (ГОСТ Р 7.0.97, 5.18).
type Address struct {
	Name    string // «Алексей Владимирович» or «Прохоров»; empty when the person cannot be addressed
	Surname bool   // Name is a surname, which follows «господин» or «госпожа»
	Gender  Gender // Masculine or Feminine when there is a Name
	Doubt   string // why somebody should check it; empty if certain
}

// Address returns how the person is addressed. The doubts about the name itself
// are not repeated.
func (p *Person) Address() Address {
	switch {
	case p.Kind != OnePerson, len(p.words) == 0:
		return Address{}
	case p.clergy && p.Patronymic == "":
		return Address{Doubt: doubtClergy}
	case p.Gender != Masculine && p.Gender != Feminine:
		return Address{Doubt: doubtGender}
	case p.Given != "" && !typography.IsInitials(p.Given) && p.Patronymic != "" && !typography.IsInitials(p.Patronymic):
		return Address{Name: p.Given + " " + p.Patronymic, Gender: p.Gender}
	case p.Surname == "":
		return Address{Name: p.In(Nominative).Text, Gender: p.Gender}
	}
	return Address{Name: p.Surname, Surname: true, Gender: p.Gender}
}
