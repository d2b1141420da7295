package russian

import (
	"cmp"
	"strings"
	"unicode"

	"protokol/generator/internal/wordset"
)

// GenitivePlural returns the genitive plural of what the members of a body are called, given in the singular:
// «член комиссии» – «членов комиссии», «житель, имеющий право голоса» – «жителей, имеющих право голоса»,
// «уполномоченный» – «уполномоченных». Words that depend on the noun stay.
func GenitivePlural(phrase string) Form {
	words := strings.Fields(phrase)
	head := memberHead(words)
	if head < 0 {
		return Form{Text: phrase, Doubt: doubtNoHead, Guess: true}
	}
	var doubt string
	if strings.Contains(phrase, "(") {
		doubt = doubtPlural
	}
	for i, word := range words {
		bare := strings.TrimRightFunc(word, unicode.IsPunct)
		plural, behindComma := pluralAdjective(bare), i > 0 && strings.HasSuffix(words[i-1], ",")
		switch {
		case i <= head && plural == "":
			var unknown string
			plural, unknown = pluralOfPerson(bare)
			doubt = cmp.Or(doubt, unknown)
		case behindComma && (plural == "" || bare == "который"), i > 0 && mayJoin(words[i-1], bare):
			doubt = cmp.Or(doubt, doubtPlural)
			continue
		case i > head && !behindComma:
			continue
		}
		words[i] = plural + word[len(bare):]
	}
	return Form{Text: strings.Join(words, " "), Doubt: doubt, Guess: doubt != ""}
}

const doubtPlural = "не ясно, все ли слова поставлены во множественное число"

// mayJoin reports whether a conjunction may join a word to the noun for a member, or to
// what is said of it: «работник школы или родитель», but not «этике и регламенту».
func mayJoin(conjunction, word string) bool {
	lower := strings.ToLower(word)
	return inList(conjunction, "и или либо") &&
		(pluralAdjective(word) != "" || !isOblique(lower) && !hasAnySuffix(lower, "у ю е ы"))
}

// FirstInGenitivePlural is GenitivePlural by the rule of earlier papers: the first word ends with -ов and all others
// stay, which is right for «член комиссии» and «депутат».
func FirstInGenitivePlural(phrase string) string {
	word, rest, _ := strings.Cut(phrase, " ")
	return strings.TrimSpace(word + "ов " + rest)
}

// memberHead returns the index of the noun of such a phrase, or of its last adjective if that is a noun
// («уполномоченный представитель», «уполномоченный от подъезда»), or -1.
func memberHead(words []string) int {
	for i, word := range words {
		if pluralAdjective(word) != "" {
			continue
		}
		lower := strings.TrimRight(strings.ToLower(word), ",")
		n := lookupLower(lower)
		if i > 0 && (isPreposition(lower) || isOblique(lower) || !n.known && !n.likely ||
			n.gender != adjectiveOf(strings.ToLower(words[i-1])).gender) {
			return i - 1
		}
		return i
	}
	return len(words) - 1
}

// pluralAdjective returns the genitive plural of a masculine or neuter adjective in the nominative, or "".
func pluralAdjective(word string) string {
	lower := strings.ToLower(word)
	a := adjectiveOf(lower)
	if a.gender != Masculine && a.gender != Neuter || isAbbreviation(word) {
		return ""
	}
	instrumental := a.decline(word, Instrumental, true) // «уполномоченным», «имеющим», «голосующимся»
	if stem, ok := strings.CutSuffix(instrumental, "ся"); ok {
		return strings.TrimSuffix(stem, "м") + "хся"
	}
	return strings.TrimSuffix(instrumental, "м") + "х"
}

// pluralOfPerson returns the genitive plural of a noun for a person, with a doubt if it is
// not known. It has the stem of the genitive singular: «бойца» – «бойцов».
func pluralOfPerson(word string) (plural, doubt string) {
	lower := strings.ToLower(word)
	if isUpper(word) {
		plural, doubt = pluralOfPerson(lower)
		return strings.ToUpper(plural), doubt
	}
	for _, row := range personPlurals {
		if stem, ok := strings.CutSuffix(lower, row.ending); ok {
			return word[:len(stem)] + row.plural, ""
		}
	}
	n := lookupLower(lower)
	stem := strings.TrimRight(n.decline(word, Genitive, true), "ая")
	switch {
	case strings.Contains(word, "-"), isIrregularPlural(lower), n.gender != Masculine, n.paradigm == indeclinable,
		hasAnySuffix(lower, "а я"), n.drop != "" && !n.known:
		return word + "ов", "не ясно множественное число слова «" + word + "»"
	case hasAnySuffix(lower, "ь ж ш ч щ"):
		return stem + "ей", ""
	case hasAnySuffix(lower, "й"), hasAnySuffix(lower, "ец") && !isStressedEc(lower):
		return stem + "ев", ""
	}
	return stem + "ов", ""
}

var (
	isStressedEc      = wordset.Words(stressedEc, stableEc)
	isIrregularPlural = wordset.Endings("ин сосед солдат партизан брат сын друг ребёнок ребенок зять цыган")
)

// personPlurals are the genitive plurals of nouns for persons, by the ending of the
// nominative singular, that do not have the stem of the genitive singular. The first that
// fits applies.
var personPlurals = []struct{ ending, plural string }{
	{"гражданин", "граждан"}, {"господин", "господ"}, {"человек", "человек"}, {"судья", "судей"}, {"лицо", "лиц"},
	{"янин", "ян"}, {"анин", "ан"}, {"ста", "ст"}, {"ва", "в"}, {"ица", "иц"},
}
