package russian

import "strings"

const (
	// companyForms are abbreviations of companies also written in small letters.
	companyForms = "ооо оао зао пао ао нао нко ано пкф нпо нпп тоо гуп муп фгуп мбоу снт тсж тсн чоп кфх"
	// entrepreneurs are followed by a person's name.
	entrepreneurs = "ип пбоюл"
)

// Body puts a collegial body, an organisation or its part into a case. Names
// in quotes, abbreviations and what depends on the head noun stay; the name
// of an entrepreneur declines.
func Body(text string, c Case) Form {
	if c == Nominative {
		return sure(text)
	}
	first, rest, _ := strings.Cut(text, " ")
	lower := strings.ToLower(first)
	switch {
	case isOne(lower, entrepreneurs) && isPersonal(rest):
		return prefixed(first, " ", personOf(rest, c))
	case isInitials(first) && isPersonal(rest):
		return personOf(text, c)
	case isOne(lower, companyForms):
		return sure(text)
	}
	for _, title := range []string{"индивидуальный предприниматель", "частный предприниматель", "предприниматель", "гражданин", "гражданка",
		"глава крестьянского (фермерского) хозяйства", "глава кфх"} {
		if len(text) > len(title) && strings.ToLower(text[:len(title)]) == title && isPersonal(text[len(title)+1:]) {
			head := Position(text[:len(title)], c)
			return prefixed(head.Text, text[len(title):len(title)+1], personOf(text[len(title)+1:], c))
		}
	}
	d := declension{c: c}
	return Form{d.phrase(text), d.doubt}
}

func prefixed(before, space string, f Form) Form {
	f.Text = before + space + f.Text
	return f
}

// isPersonal is true of one to three words that could be a name.
func isPersonal(text string) bool {
	words := strings.Fields(text)
	for _, w := range words {
		if !isName(w) && !isInitials(w) || strings.ContainsAny(w, openingMarks+closingMarks) || isAbbreviation(w) && !isInitials(w) {
			return false
		}
	}
	return len(words) >= 1 && len(words) <= 4
}

func personOf(name string, c Case) Form { return Name(name, Unknown, c) }
