package russian

import (
	"cmp"
	"strings"
	"unicode"
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
	if strings.Contains(phrase, "(") || head+1 < len(words) && inList(words[head+1], "и или либо") {
		doubt = "не ясно, все ли слова поставлены во множественное число"
	}
	for i, word := range words {
		bare := strings.TrimRightFunc(word, unicode.IsPunct)
		if i <= head || strings.HasSuffix(words[i-1], ",") && pluralAdjective(bare) != "" {
			plural := pluralAdjective(bare)
			if plural == "" {
				var unknown string
				plural, unknown = pluralOfPerson(bare)
				doubt = cmp.Or(doubt, unknown)
			}
			words[i] = plural + word[len(bare):]
		}
	}
	return Form{Text: strings.Join(words, " "), Doubt: doubt, Guess: doubt != ""}
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

// pluralOfPerson returns the genitive plural of a noun for a person, with a doubt if the noun is not known.
func pluralOfPerson(word string) (plural, doubt string) {
	lower := strings.ToLower(word)
	for _, row := range personPlurals {
		for ending := range strings.FieldsSeq(row.endings) {
			if stem, ok := strings.CutSuffix(lower, ending); ok {
				return word[:len(stem)] + row.plural, ""
			}
		}
	}
	if n := lookupLower(lower); n.gender != Masculine || n.drop != "" || n.paradigm == indeclinable {
		doubt = "не ясно множественное число слова «" + word + "»"
	}
	return word + "ов", doubt
}

// personPlurals are endings of nouns for persons in the nominative singular with those of the genitive plural. The
// first that fits applies; a noun in any other consonant adds -ов.
var personPlurals = []struct{ endings, plural string }{
	{"гражданин", "граждан"}, {"господин", "господ"}, {"человек", "человек"}, {"судья", "судей"}, {"лицо", "лиц"},
	{"янин", "ян"}, {"анин", "ан"}, {"лец", "льцев"}, {"аец еец оец уец иец", "йцев"}, {"ец", "цев"},
	{"ь", "ей"}, {"ж", "жей"}, {"ш", "шей"}, {"ч", "чей"}, {"щ", "щей"}, {"й", "ев"},
	{"ста", "ст"}, {"ва", "в"}, {"ица", "иц"},
}
