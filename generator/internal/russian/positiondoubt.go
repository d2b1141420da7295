package russian

import (
	"regexp"
	"strings"
)

// besidesPosition finds what does not belong to a position: e-mail addresses, sites,
// telephones and other long numbers, remains of HTML.
var besidesPosition = regexp.MustCompile(`(?i)\S@\S|https?:|www\.|\d(?:[ ()–-]*\d){6}|<\/?[a-z]|&(?:[a-z]+|#\d+);`)

// PositionDoubt says in Russian why a text given as a position is none, or is more
// than one; "" if nothing speaks against it.
func PositionDoubt(text string) string {
	switch {
	case strings.TrimSpace(text) == "":
		return ""
	case besidesPosition.MatchString(text):
		return "в должности есть то, что к ней не относится: телефон, адрес почты или остатки HTML"
	case !hasCyrillic(text):
		return "должность написана не русскими буквами"
	case startsWithCompany(text):
		return "это организация, а не должность"
	case MayNamePerson(text):
		if p := ParsePerson(text, Unknown); p.Kind == OnePerson && p.Surname != "" && p.Post == "" &&
			(p.Patronymic != "" || p.HasInitials()) {
			return "это имя, а не должность"
		}
	}
	return ""
}

// startsWithCompany reports a text that begins with a legal form and a name in
// quotes.
func startsWithCompany(text string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(text), " ")
	return (strings.HasPrefix(rest, "«") || strings.HasPrefix(rest, `"`)) && isCompanyForm(first)
}

var markup = regexp.MustCompile(`(?i)<\/?[a-z]|&(?:[a-z]+|#\d+);`)

// HasMarkup reports remains of HTML in a text.
func HasMarkup(text string) bool { return markup.MatchString(text) }
