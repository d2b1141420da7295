package russian

import (
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/typography"
	"protokol/generator/internal/wordset"
)

var (
	// isCompanyForm reports abbreviations of legal forms that a proper name
	// follows.
	isCompanyForm = wordset.Words("ооо оао зао пао ао нао нко ано пкф нпо нпп тоо гуп муп фгуп снт тсж тсн чоп кфх " +
		"тд ук")
	// isEntrepreneur reports abbreviations that the name of a person follows.
	isEntrepreneur = wordset.Words(entrepreneurs)
)

// companyForms are legal forms in full that a proper name follows.
var companyForms = []string{"общество с ограниченной", "общество с дополнительной", "акционерное общество"}

// Body declines the name of a collegial body, an organization or a part of it,
// or any other noun phrase: «публичные слушания», «педагогический совет». Names
// in quotes, abbreviations and words that depend on the head noun do not change.
// The name of an entrepreneur is declined as the name of a person.
func Body(text string, c Case) Form {
	f, _ := declineBody(text, c)
	return f
}

// declineBody is Body; it also reports whether no doubt is about whether the name is in the nominative.
func declineBody(text string, c Case) (f Form, nominative bool) {
	if c == Nominative {
		return certain(text), true
	}
	first, rest := cutWord(text)
	lower := strings.ToLower(first)
	if typography.IsInitials(first) && looksLikeName(rest) {
		f = declinePerson(text, c)
		return f, f.Doubt == ""
	}
	if form, ok := declineOwner(text, c); ok {
		return form, form.Doubt == ""
	}
	d := declension{c: c, ownName: isCompanyForm(lower) || hasCompanyForm(strings.ToLower(text))}
	f = d.decline(text)
	return f, !d.unread
}

// hasCompanyForm reports whether a name in lower case begins with a legal form
// that a proper name follows.
func hasCompanyForm(lower string) bool {
	for _, form := range companyForms {
		if at := strings.Index(lower, form); at >= 0 && !strings.ContainsAny(lower[:at], openingMarks) {
			return true
		}
	}
	return false
}

// looksLikeName reports whether a text of one to four words can be a name. A
// name in capitals must have more than one word, unlike an abbreviation.
func looksLikeName(text string) bool {
	words := strings.Fields(text)
	capitals := len(words) > 1 && isUpper(text)
	for _, w := range words {
		lower := strings.ToLower(w)
		if typography.IsInitials(w) || isFatherWord(lower) || isParticle(lower) {
			continue
		}
		if !typography.IsName(w) || isAbbreviation(w) && !capitals ||
			strings.ContainsAny(w, openingMarks+closingMarks) {
			return false
		}
	}
	return len(words) >= 1 && len(words) <= 4
}

// IsEntrepreneur reports whether the name of a body is the name of a sole trader:
// «ИП Иванов И.И.».
func IsEntrepreneur(body string) bool {
	o := ownerOf(body)
	return (o.kind == ownsItself || o.kind == ownsByTitle) && looksLikeName(body[o.end:])
}

// NamesEntrepreneur reports whether a position says that somebody is a sole
// trader.
func NamesEntrepreneur(position string) bool {
	lower := strings.ToLower(position)
	return isEntrepreneur(lower) || strings.HasSuffix(lower, "предприниматель")
}

// AfterPosition returns the name of a body that follows a position, in the
// genitive. Lists have it in the nominative («Департамент по образованию») or as
// it is read after the position («Департамента по образованию»). A name that may be
// in the genitive already, or is in another case, is unchanged, with a doubt. One with a
// doubt about a single word, «Областной МФЦ», is declined. What a person is, «член Союза
// художников», has a doubt, too: it would have the case of the position.
func AfterPosition(body string) Form {
	f, nominative := declineBody(body, Genitive)
	switch {
	case mayBeGenitive(body):
		f.Doubt, f.Guess = "название может уже стоять в родительном падеже", true
		nominative = false
	case IsBodyOblique(body):
		f.Doubt, f.Guess = "название, похоже, стоит не в именительном падеже", true
		nominative = false
	}
	if !nominative {
		f.Text = body
	}
	if first, _ := cutWord(strings.ToLower(body)); isMembership(first) {
		f.Doubt, f.Guess = "это звание, а не организация: его место – в должности, после запятой", true
	}
	return f
}

var isMembership = wordset.Words("член члена члену членом участник участника участнику участница участницы " +
	"лауреат лауреата член-корреспондент члена-корреспондента кандидат кандидата")

// mayBeGenitive reports whether the name of a body that begins with a plural may
// also be the genitive of the singular: «Администрации города», «Управления».
func mayBeGenitive(body string) bool {
	first, _ := cutWord(body)
	lower := strings.ToLower(first)
	const longest = 6 // letters of abbreviations: «НИИ», «ГосНИИ», but not «АКАДЕМИИ»
	isShort := isAbbreviation(first) && utf8.RuneCountInString(first) <= longest
	return strings.HasSuffix(lower, "ии") && !isShort || isFormOfBody(lower, pluralOrGenitive)
}

var (
	// pluralOrGenitive are endings of bodies in the nominative of the plural and in the
	// genitive of the singular.
	pluralOrGenitive = []caseEnding{{"ы", "а"}, {"и", "я а ь"}, {"а", "о"}, {"я", "е"}}
	// onlyOblique are those of the singular in the genitive, the dative and the
	// instrumental.
	onlyOblique = []caseEnding{{"а", "-"}, {"я", "- й ь"}, {"у", "- о"}, {"ю", "- е й ь"}, {"е", "а"},
		{"ом", "- о"}, {"ем", "е й ь"}, {"ой", "а"}, {"ей", "а я"}}
)

// isFormOfBody reports whether a word, or the first half of a compound, is a noun that
// names bodies with one of the endings.
func isFormOfBody(word string, endings []caseEnding) bool {
	word, _, _ = strings.Cut(word, "-")
	for _, row := range endings {
		stem, found := strings.CutSuffix(word, row.oblique)
		for nominative := range strings.FieldsSeq(row.nominatives) {
			lower := stem + strings.Trim(nominative, "-")
			if n, listed := lexicon()[lower]; found && (listed && !n.animate || isInstitution(lower)) {
				return true
			}
		}
	}
	return false
}

// IsBodyOblique reports the name of one body whose noun is not in the nominative:
// «Департамента образования», «Финансовому управлению». «Администрации города» may be
// one or several.
func IsBodyOblique(body string) bool {
	const most = 4 // words
	for i, word := range strings.Fields(strings.ToLower(body)) {
		switch {
		case i == most || isInstitution(word) && !strings.HasSuffix(word, "и"):
			return false
		case hasAnySuffix(word, "ого его ому ему ым им"):
			return true
		case isFormOfBody(word, pluralOrGenitive), isFormOfBody(word, onlyOblique):
			return true
		case !hasAnySuffix(word, "ой ей"):
			return false
		}
	}
	return false
}

// declinePerson declines the name of the person that a body is called by. A word that is no part of a name must
// not be lost: the text stays as it is, with a doubt.
func declinePerson(name string, c Case) Form {
	f := Name(name, Unknown, c)
	if len(strings.Fields(f.Text)) != len(strings.Fields(name)) {
		return Form{name, firstOf(f.Doubt, doubtWords), true}
	}
	return f
}
