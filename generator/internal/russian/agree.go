package russian

import "strings"

// Agree inflects a word in the masculine singular for another gender or the
// plural. The word is a full adjective («Уважаемый» → «Уважаемая») or a short
// participle, in which ё becomes е («утверждён» → «утверждена»). A word in
// capitals stays in capitals.
func Agree(masculine string, g Gender) string {
	if g == Masculine || g == Unknown || masculine == "" {
		return masculine
	}
	lower := strings.ToLower(masculine)
	pick := func(feminine, neuter, plural string) string {
		return [...]string{Feminine: feminine, Neuter: neuter, Plural: plural}[g]
	}
	drop, ending := 0, ""
	switch {
	case hasAnySuffix(lower, "кий гий хий"):
		drop, ending = 2, pick("ая", "ое", "ие")
	case hasAnySuffix(lower, "жой шой кой гой хой"):
		drop, ending = 2, pick("ая", "ое", "ие")
	case hasAnySuffix(lower, "жий ший чий щий"):
		drop, ending = 2, pick("ая", "ее", "ие")
	case hasAnySuffix(lower, "ний"):
		drop, ending = 2, pick("яя", "ее", "ие")
	case hasAnySuffix(lower, "ый ой"):
		drop, ending = 2, pick("ая", "ое", "ые")
	case hasAnySuffix(lower, "ён"):
		drop, ending = 2, pick("ена", "ено", "ены")
	default:
		ending = pick("а", "о", "ы")
	}
	if isUpper(masculine) {
		ending = strings.ToUpper(ending)
	}
	return masculine[:len(masculine)-2*drop] + ending
}
