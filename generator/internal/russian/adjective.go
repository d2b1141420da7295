package russian

import "strings"

// adjectiveRows are the endings of adjectives and participles in the
// nominative, and how each goes on (Русская грамматика, 1980, § 1294–1310).
// The first that fits counts.
var adjectiveRows = []struct {
	ends   string
	gender Gender
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

// softStems are the adjectives of the soft kind. They are listed, for nouns
// end alike: «внешние» and «управление», «средний» and «отделений».
const softStems = "внешн внутренн верхн нижн средн крайн последн дальн ближн соседн прежн ранн поздн летн зимн осенн весенн утренн " +
	"вечерн домашн здешн нынешн тогдашн сегодняшн древн давн передн задн искренн посторонн всесторонн двусторонн " +
	"трехсторонн трёхсторонн ежегодн многолетн совершеннолетн несовершеннолетн дочерн замужн"

var softRows = []struct {
	ends   string
	gender Gender
	paradigm
}{
	{"ий", Masculine, endings("ий", "его ему * им ем")},
	{"яя", Feminine, endings("яя", "ей ей юю ей ей")},
	{"ее", Neuter, endings("ее", "его ему ее им ем")},
	{"ие", Plural, endings("ие", "их им * ими их")},
}

// nounsLikeAdjectives end like adjectives and are none.
const nounsLikeAdjectives = "герой покой строй слой стая сарай край чай гений санаторий критерий ковбой плейбой изгой антигерой конвой бой зверобой китобой"

// neutersLikePlurals are ends of such nouns: «различие», «оружие».
const neutersLikePlurals = "ичие ечие язычие омочие звучие душие стишие оружие божие брачие многоточие"

// adjective finds how a word in the nominative declines as an adjective.
func adjective(word string) (paradigm, Gender, bool) {
	lower := strings.ToLower(word)
	if isOne(lower, nounsLikeAdjectives) || endsIn(lower, neutersLikePlurals) || isDeputy(lower) {
		return fixed, Unknown, false
	}
	for _, row := range softRows {
		if stem, ok := strings.CutSuffix(lower, row.ends); ok && isOne(stem, softStems) {
			return row.paradigm, row.gender, true
		}
	}
	for _, row := range adjectiveRows {
		if endsIn(lower, row.ends) {
			return row.paradigm, row.gender, true
		}
	}
	return ordinal(lower)
}

// ordinal declines a number with its ending: «1-й» → «1-го», «1-му».
func ordinal(lower string) (paradigm, Gender, bool) {
	number, ending, ok := strings.Cut(lower, "-")
	if !ok || number == "" || digits(number) != number {
		return fixed, Unknown, false
	}
	switch ending {
	case "й", "ый", "ий":
		return endings(ending, "го му * м м"), Masculine, true
	case "я", "ая":
		return endings(ending, "й й ю й й"), Feminine, true
	case "е", "ое":
		return endings(ending, "го му е м м"), Neuter, true
	}
	return fixed, Unknown, false
}

func isAdjective(word string) bool {
	_, _, ok := adjective(word)
	return ok
}
