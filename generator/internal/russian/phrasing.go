package russian

import "strings"

// FeminineGenitive reports a phrase in the genitive whose noun is feminine:
// «внеочередной конференции», «сессии Думы», «встречи».
func FeminineGenitive(phrase string) bool {
	for _, word := range strings.Fields(phrase) {
		switch {
		case hasAnySuffix(word, "ния ого его"):
			return false
		case hasAnySuffix(word, "ии ой ей"), word == "встречи":
			return true
		}
	}
	return false
}

// Enumerate joins words as a list in a sentence: «А, Б и В».
func Enumerate(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " и " + words[last]
}

// Enumerated splits a list in a sentence: the reverse of Enumerate.
func Enumerated(list string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(list, " и ", ","), func(r rune) bool { return r == ',' })
}

// ToMany reports a salutation to several: «Уважаемые коллеги!».
func ToMany(salutation string) bool { return strings.HasPrefix(salutation, "Уважаемые") }

// Infinitive reports a verb in the infinitive: «подготовить», «обратиться».
func Infinitive(word string) bool {
	return hasAnySuffix(strings.TrimRight(word, ".,:;"), "ть ти чь ться тись чься")
}

// GenitivePlural is the genitive plural of a masculine noun for a person:
// «член» – «членов», «депутат» – «депутатов».
func GenitivePlural(noun string) string { return noun + "ов" }

// SortKey is a name as it stands in an alphabetical list: ё where е does.
func SortKey(name string) string { return strings.ReplaceAll(strings.ToLower(name), "ё", "е") }
