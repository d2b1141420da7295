package russian

import (
	"strings"
	"unicode/utf8"
)

// Trader is the position of a sole trader.
const Trader = "индивидуальный предприниматель"

// TraderName reads the name of an organization that is a sole trader: «ИП
// Громов О.И.». It reports false for others.
func TraderName(organization string) (Person, bool) {
	first, _ := cutWord(organization)
	if lower := strings.ToLower(first); !inList(lower, entrepreneurs) && lower != "индивидуальный" {
		return Person{}, false
	}
	p := ParsePerson(strings.Trim(strings.NewReplacer("«", "", "»", "", "\"", "").Replace(organization), " "), Unknown)
	return p, p.Kind == OnePerson && p.Surname != "" && p.Given != "" && strings.EqualFold(p.Post, Trader)
}

// cutWord returns the first word of a text and the rest after a space or a no-break space.
func cutWord(text string) (first, rest string) {
	i := strings.IndexAny(text, " \u00a0")
	if i < 0 {
		return text, ""
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return text[:i], text[i+size:]
}
