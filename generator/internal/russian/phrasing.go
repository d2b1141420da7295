package russian

import "strings"

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
