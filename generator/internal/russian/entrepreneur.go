package russian

import "strings"

// Trader is the position of a sole trader.
const Trader = "индивидуальный предприниматель"

// TraderName reads the name of an organization that is a sole trader: «ИП
// Громов О.И.». It reports false for others.
func TraderName(organization string) (Person, bool) {
	first, _, _ := strings.Cut(organization, " ")
	if lower := strings.ToLower(first); !inList(lower, entrepreneurs) && lower != "индивидуальный" {
		return Person{}, false
	}
	p := ParsePerson(strings.Trim(strings.NewReplacer("«", "", "»", "", "\"", "").Replace(organization), " "), Unknown)
	return p, p.Kind == OnePerson && p.Surname != "" && p.Given != "" && strings.EqualFold(p.Post, Trader)
}
