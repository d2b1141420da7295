package russian

import "strings"

const (
	// companyForms are abbreviations of legal forms that are also written in
	// lower case.
	companyForms = "ооо оао зао пао ао нао нко ано пкф нпо нпп тоо гуп муп фгуп мбоу снт тсж тсн чоп кфх"
	// entrepreneurs are abbreviations followed by the name of a person.
	entrepreneurs = "ип пбоюл"
)

// Body declines the name of a collegial body, an organization or a part of it.
// Names in quotes, abbreviations and words that depend on the head noun do not
// change. The name of an entrepreneur is declined as the name of a person.
func Body(text string, c Case) Form {
	if c == Nominative {
		return certain(text)
	}
	first, rest, _ := strings.Cut(text, " ")
	lower := strings.ToLower(first)
	switch {
	case inList(lower, entrepreneurs) && looksLikeName(rest):
		return withPrefix(first, " ", declinePerson(rest, c))
	case isInitials(first) && looksLikeName(rest):
		return declinePerson(text, c)
	case inList(lower, companyForms):
		return certain(text)
	}
	for _, title := range personTitles {
		n := len(title)
		if len(text) > n && strings.ToLower(text[:n]) == title && looksLikeName(text[n+1:]) {
			head := Position(text[:n], c)
			return withPrefix(head.Text, text[n:n+1], declinePerson(text[n+1:], c))
		}
	}
	d := declension{c: c}
	return Form{d.declinePhrase(text), d.doubt}
}

// personTitles are also followed by the name of a person.
var personTitles = []string{
	"индивидуальный предприниматель", "частный предприниматель", "предприниматель", "гражданин", "гражданка",
	"глава крестьянского (фермерского) хозяйства", "глава кфх",
}

func withPrefix(before, space string, f Form) Form {
	f.Text = before + space + f.Text
	return f
}

// looksLikeName reports whether a text of one to four words can be a name.
func looksLikeName(text string) bool {
	words := strings.Fields(text)
	for _, w := range words {
		if isInitials(w) {
			continue
		}
		if !isName(w) || isAbbreviation(w) || strings.ContainsAny(w, openingMarks+closingMarks) {
			return false
		}
	}
	return len(words) >= 1 && len(words) <= 4
}

func declinePerson(name string, c Case) Form { return Name(name, Unknown, c) }
