package russian

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/typography"
	"protokol/generator/internal/wordset"
)

// isBodyName reports whether a text given as a name is that of an organization
// or a body: it has a legal form or a name in quotes, or begins with a noun for
// a body.
func isBodyName(n *nameText) bool {
	words := strings.Fields(n.text)
	if len(words) == 0 || typography.IsInitials(words[0]) || isOwner(words[0]) || n.plain && hasPersonBehind(words) {
		return false
	}
	first := strings.ToLower(strings.Trim(words[0], "«»\"().,"))
	if isInstitutionTitle(first) || isInstitutionTitle(strings.ToLower(strings.Trim(words[len(words)-1], "«»\"(),"))) &&
		isUpper(words[len(words)-1]) {
		return !hasPersonBehind(words)
	}
	if strings.ContainsAny(n.text, "«»\"„“") {
		return !hasPersonBehind(words)
	}
	for _, word := range words {
		lower := strings.ToLower(strings.Trim(word, ".,()"))
		switch {
		case isAdjective(lower) && len(words) > 1:
			continue
		case len(words) == 1 && isCapitalized(word) && !isUpper(word):
			return isInstitution(lower) || inList(lower, "приёмная приемная столовая")
		}
		return isBodyNoun(lower)
	}
	return false
}

// NamesBody reports whether a phrase in the nominative names an elected body, «счётная комиссия», and not an office
// in it, «члены счётной комиссии».
func NamesBody(phrase string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(phrase)) {
		if !endsAdjective(word) {
			return isInstitution(word) || inList(word, "группа президиум секретариат состав редколлегия")
		}
	}
	return false
}

var endsAdjective = wordset.Endings("ый ий ой ая яя ое ее")

// isOwner recognizes «ИП», after which a person is named.
func isOwner(word string) bool { return inList(strings.ToLower(word), entrepreneurs) }

// isBodyNoun reports whether a word is a noun for an institution and not a
// surname.
func isBodyNoun(lower string) bool {
	if n, listed := lexicon()[lower]; listed {
		return n.institution
	}
	return hasAnySuffix(lower, "ация яция ство ение ание лище иция надзор") && utf8.RuneCountInString(lower) > 6
}

// hasPersonBehind reports whether a text that names an organization ends with
// initials or a patronymic, so that a person is named in it.
func hasPersonBehind(words []string) bool {
	for _, word := range words {
		bare := strings.Trim(word, "«»\"(),")
		if typography.IsInitials(bare) || isUsualPatronymic(strings.ToLower(bare)) {
			return true
		}
	}
	outside := words
	if text := strings.Join(words, " "); strings.ContainsAny(text, `«"„“`) {
		outside = strings.Fields(quotedName.ReplaceAllString(text, " "))
	}
	for i, word := range outside { // «Галич Авраам Аскольдович, МКУ «ЕДДС»», but not «ООО «Абрамович»»
		bare := strings.ToLower(strings.Trim(word, "(),;"))
		if i >= 2 && patronymicGender(bare) != Unknown && isCapitalized(outside[i-1]) && isCapitalized(outside[i-2]) {
			return true
		}
	}
	return false
}

var quotedName = regexp.MustCompile(`[«"„“][^»"”]*[»"”]`)

func isCapitalized(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
