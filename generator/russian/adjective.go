package russian

import "strings"

// adjectives are the endings of adjectives and participles in the nominative,
// and how each goes on (Русская грамматика, 1980, § 1294–1310). The first that
// fits counts.
var adjectives = []struct {
	ends   string
	gender Gender
	paradigm
}{
	{"третий", Masculine, endings("ий", "ьего ьему * ьим ьем")},
	{"третья", Feminine, endings("я", "ей ей ю ей ей")},
	{"третье", Neuter, endings("е", "его ему е им ем")},
	{"третьи", Plural, endings("и", "их им * ими их")},
	{"щийся шийся", Masculine, endings("ийся", "егося емуся * имся емся")},
	{"щаяся шаяся", Feminine, endings("аяся", "ейся ейся уюся ейся ейся")},
	{"щееся шееся", Neuter, endings("ееся", "егося емуся ееся имся емся")},
	{"щиеся шиеся", Plural, endings("иеся", "ихся имся * имися ихся")},
	{"гой кой хой жой шой чой щой", Masculine, endings("ой", "ого ому * им ом")},
	{"ой", Masculine, endings("ой", "ого ому * ым ом")},
	{"ый", Masculine, endings("ый", "ого ому * ым ом")},
	{"гий кий хий", Masculine, endings("ий", "ого ому * им ом")},
	{"жий ший чий щий ний", Masculine, endings("ий", "его ему * им ем")},
	{"большая чужая", Feminine, endings("ая", "ой ой ую ой ой")},
	{"жая шая чая щая", Feminine, endings("ая", "ей ей ую ей ей")},
	{"ая", Feminine, endings("ая", "ой ой ую ой ой")},
	{"яя", Feminine, endings("яя", "ей ей юю ей ей")},
	{"гое кое хое жое шое", Neuter, endings("ое", "ого ому ое им ом")},
	{"ое", Neuter, endings("ое", "ого ому ое ым ом")},
	{"ее", Neuter, endings("ее", "его ему ее им ем")},
	{"ые", Plural, endings("ые", "ых ым * ыми ых")},
	{"гие кие хие жие шие чие щие", Plural, endings("ие", "их им * ими их")},
}

// softStems are the adjectives whose plural in -ние looks like a noun of the
// neuter: «внешние» beside «управление».
const softStems = "внешние внутренние верхние нижние средние крайние последние дальние ближние соседние прежние " +
	"ранние поздние летние зимние осенние весенние утренние вечерние домашние здешние нынешние древние"

// adjective finds how a word in the nominative declines as an adjective.
func adjective(word string) (paradigm, Gender, bool) {
	lower := strings.ToLower(word)
	if isOne(lower, softStems) {
		return endings("ие", "их им * ими их"), Plural, true
	}
	for _, a := range adjectives {
		if endsIn(lower, a.ends) {
			return a.paradigm, a.gender, true
		}
	}
	return fixed, Unknown, false
}
