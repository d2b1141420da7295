package russian

import "strings"

// adjectiveRows are the endings of adjectives and participles in the
// nominative, with their paradigms (Русская грамматика, 1980, § 1294–1310). The
// first match applies.
var adjectiveRows = []struct {
	suffixes string
	gender   Gender
	paradigm
}{
	{"третий", Masculine, endings("ий", "ьего ьему * ьим ьем")},
	{"третья", Feminine, endings("я", "ей ей ю ей ей")},
	{"третье", Neuter, endings("е", "его ему е им ем")},
	{"все", Plural, endings("е", "ех ем * еми ех")},
	{"третьи", Plural, endings("и", "их им * ими их")},

	{"щийся шийся", Masculine, endings("ийся", "егося емуся * имся емся")},
	{"щаяся шаяся", Feminine, endings("аяся", "ейся ейся уюся ейся ейся")},
	{"щееся шееся", Neuter, endings("ееся", "егося емуся ееся имся емся")},
	{"щиеся шиеся", Plural, endings("иеся", "ихся имся * имися ихся")},

	{"гой кой хой жой шой чой щой", Masculine, endings("ой", "ого ому * им ом")},
	{"ой", Masculine, endings("ой", "ого ому * ым ом")},
	{"ый", Masculine, endings("ый", "ого ому * ым ом")},
	{"гий кий хий", Masculine, endings("ий", "ого ому * им ом")},
	{"жий ший чий щий", Masculine, endings("ий", "его ему * им ем")},

	{"большая чужая", Feminine, endings("ая", "ой ой ую ой ой")},
	{"жая шая чая щая", Feminine, endings("ая", "ей ей ую ей ей")},
	{"ая", Feminine, endings("ая", "ой ой ую ой ой")},

	{"гое кое хое жое шое", Neuter, endings("ое", "ого ому ое им ом")},
	{"ое", Neuter, endings("ое", "ого ому ое ым ом")},
	{"жее шее чее щее", Neuter, endings("ее", "его ему ее им ем")},

	{"ые", Plural, endings("ые", "ых ым * ыми ых")},
	{"гие кие хие жие шие чие щие", Plural, endings("ие", "их им * ими их")},
}

// softStems are the stems of soft adjectives. They must be listed because nouns
// have the same endings: «внешние» and «управление», «средний» and «отделений».
const softStems = "внешн внутренн верхн нижн средн крайн последн дальн ближн соседн прежн ранн поздн летн зимн " +
	"осенн весенн утренн вечерн домашн здешн нынешн тогдашн сегодняшн древн давн передн задн искренн посторонн " +
	"всесторонн двусторонн трехсторонн трёхсторонн ежегодн многолетн совершеннолетн несовершеннолетн дочерн замужн"

var softRows = []struct {
	suffixes string
	gender   Gender
	paradigm
}{
	{"ий", Masculine, endings("ий", "его ему * им ем")},
	{"яя", Feminine, endings("яя", "ей ей юю ей ей")},
	{"ее", Neuter, endings("ее", "его ему ее им ем")},
	{"ие", Plural, endings("ие", "их им * ими их")},
}

// nounsLikeAdjectives are nouns that end like adjectives.
const nounsLikeAdjectives = "герой покой строй слой стая сарай край чай гений санаторий критерий ковбой плейбой " +
	"изгой антигерой конвой бой зверобой китобой"

// neutersLikePlurals are endings of neuter nouns that end like adjectives in
// the plural: «различие», «оружие».
const neutersLikePlurals = "ичие ечие язычие омочие звучие душие стишие оружие божие брачие многоточие"

// adjective returns the paradigm and gender of an adjective in the nominative,
// and reports whether the word is one.
func adjective(word string) (paradigm, Gender, bool) {
	lower := strings.ToLower(word)
	if inList(lower, nounsLikeAdjectives) || hasAnySuffix(lower, neutersLikePlurals) || isClippedCompound(lower) {
		return indeclinable, Unknown, false
	}
	for _, row := range softRows {
		if stem, ok := strings.CutSuffix(lower, row.suffixes); ok && inList(stem, softStems) {
			return row.paradigm, row.gender, true
		}
	}
	for _, row := range adjectiveRows {
		if hasAnySuffix(lower, row.suffixes) {
			return row.paradigm, row.gender, true
		}
	}
	return ordinal(lower)
}

// ordinal returns the paradigm of an ordinal in digits: «1-й» → «1-го», «1-му».
func ordinal(lower string) (paradigm, Gender, bool) {
	number, ending, ok := strings.Cut(lower, "-")
	if !ok || number == "" || digits(number) != number {
		return indeclinable, Unknown, false
	}
	switch ending {
	case "й", "ый", "ий":
		return endings(ending, "го му * м м"), Masculine, true
	case "я", "ая":
		return endings(ending, "й й ю й й"), Feminine, true
	case "е", "ое":
		return endings(ending, "го му е м м"), Neuter, true
	}
	return indeclinable, Unknown, false
}

func isAdjective(word string) bool {
	_, _, ok := adjective(word)
	return ok
}
