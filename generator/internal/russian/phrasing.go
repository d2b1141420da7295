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

// IsAdjectiveGenitive reports a word in lower case that looks like an adjective in the
// genitive: «рабочей», «педагогического», «публичных».
func IsAdjectiveGenitive(word string) bool {
	return hasAnySuffix(word, "ого его ой ей ых их")
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

// SortKey is a name in the form used for alphabetical order: with е for ё.
func SortKey(name string) string { return strings.ReplaceAll(strings.ToLower(name), "ё", "е") }

// kindGenitives are nouns for meetings in the genitive singular.
const kindGenitives = sittingGenitives + " коллегии совета круга"

// sittingGenitives are those that name no body.
const sittingGenitives = "заседания совещания собрания конференции сессии съезда пленума встречи схода форума " +
	"семинара голосования опроса"

// IsSittingGenitive reports a word for a meeting, not for a body, in the genitive.
func IsSittingGenitive(word string) bool { return inList(strings.ToLower(word), sittingGenitives) }

// pluralKinds are nouns for meetings in the nominative plural with the ending of a genitive singular.
const pluralKinds = "слушания чтения учения испытания состязания соревнования"

// IsGenitive reports a name of a meeting that is in the genitive already:
// «внеочередного заседания», «публичных слушаний», «отчётной конференции». A noun for
// what is done, such as «рассмотрения заявок», is singular.
func IsGenitive(phrase string) bool {
	words := strings.Fields(strings.ToLower(phrase))
	if len(words) == 0 {
		return false
	}
	if inList(words[0], kindGenitives) || hasAnySuffix(words[0], "ого его ых их ов ев") {
		return true
	}
	if hasAnySuffix(words[0], "ения ания ятия ытия ии ки чи") && !inList(words[0], pluralKinds) {
		return true
	}
	for i, word := range words { // «большой войсковой круг» is nominative
		if !hasAnySuffix(word, "ой ей") {
			return i > 0 && hasAnySuffix(word, "и ы")
		}
	}
	return false
}

// PluralGenitive reports a phrase in the genitive whose noun is plural:
// «публичных слушаний», «торгов».
func PluralGenitive(phrase string) bool {
	first, _ := cutWord(phrase)
	return hasAnySuffix(first, "ых их ний ов ев")
}
