package russian

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/typography"
	"protokol/generator/internal/wordset"
)

// adjectiveForm is the paradigm and the gender of an adjective or participle in
// the nominative.
type adjectiveForm struct {
	paradigm
	gender Gender
}

// noAdjective is the form of any other word.
var noAdjective = &adjectiveForm{}

func (a *adjectiveForm) found() bool { return a.gender != Unknown }

// adjectiveRows are the endings of adjectives and participles in the
// nominative, with their paradigms (Русская грамматика, 1980, § 1294–1310). The
// longest ending applies.
var adjectiveRows = []struct {
	suffixes string
	adjectiveForm
}{
	// Possessive adjectives of the type «третий», «казачий» (§ 1300).
	{"третий " + possessive("ий"), adjectiveForm{endings("ий", "ьего ьему * ьим ьем"), Masculine}},
	{"третья " + possessive("ья"), adjectiveForm{endings("я", "ей ей ю ей ей"), Feminine}},
	{"третье " + possessive("ье"), adjectiveForm{endings("е", "его ему е им ем"), Neuter}},
	{"третьи " + possessive("ьи"), adjectiveForm{endings("и", "их им * ими их"), Plural}},
	{"все", adjectiveForm{endings("е", "ех ем * еми ех"), Plural}},

	{"всё", adjectiveForm{endings("ё", "его ему ё ем ём"), Neuter}},

	{"щийся шийся", adjectiveForm{endings("ийся", "егося емуся * имся емся"), Masculine}},
	{"щаяся шаяся", adjectiveForm{endings("аяся", "ейся ейся уюся ейся ейся"), Feminine}},
	{"щееся шееся", adjectiveForm{endings("ееся", "егося емуся ееся имся емся"), Neuter}},
	{"щиеся шиеся", adjectiveForm{endings("иеся", "ихся имся * имися ихся"), Plural}},

	{"гой кой хой жой шой чой щой", adjectiveForm{endings("ой", "ого ому * им ом"), Masculine}},
	{"ой", adjectiveForm{endings("ой", "ого ому * ым ом"), Masculine}},
	{"ый", adjectiveForm{endings("ый", "ого ому * ым ом"), Masculine}},
	{"кий строгий долгий пологий упругий убогий тихий ветхий",
		adjectiveForm{endings("ий", "ого ому * им ом"), Masculine}},
	{"жий ший чий щий", adjectiveForm{endings("ий", "его ему * им ем"), Masculine}},

	{"большая чужая", adjectiveForm{endings("ая", "ой ой ую ой ой"), Feminine}},
	{"жая шая чая щая", adjectiveForm{endings("ая", "ей ей ую ей ей"), Feminine}},
	{"ая", adjectiveForm{endings("ая", "ой ой ую ой ой"), Feminine}},

	{"гое кое хое жое шое", adjectiveForm{endings("ое", "ого ому ое им ом"), Neuter}},
	{"ое", adjectiveForm{endings("ое", "ого ому ое ым ом"), Neuter}},
	{"жее шее чее щее", adjectiveForm{endings("ее", "его ему ее им ем"), Neuter}},

	{"ые", adjectiveForm{endings("ые", "ых ым * ыми ых"), Plural}},
	{"гие кие хие жие шие чие щие", adjectiveForm{endings("ие", "их им * ими их"), Plural}},
}

// possessive returns the possessive adjectives in use with an ending. Some in -ье are rather names of places:
// «Лебяжье».
func possessive(ending string) string {
	stems := "казач охотнич рыбач помещич медвеж бож овеч птич волч "
	if ending != "ье" {
		stems += "девич заяч собач кошач лебяж лис рыб коров"
	}
	var b strings.Builder
	for stem := range strings.FieldsSeq(stems) {
		b.WriteString(stem + ending + " ")
	}
	return b.String()
}

// adjectiveEndings returns the rows of adjectiveRows by ending.
var adjectiveEndings = sync.OnceValue(func() map[string]*adjectiveForm {
	rows := map[string]*adjectiveForm{}
	for i := range adjectiveRows {
		row := &adjectiveRows[i]
		for ending := range strings.FieldsSeq(row.suffixes) {
			rows[ending] = &row.adjectiveForm
		}
	}
	return rows
})

// longestAdjectiveEnding is the length of «охотничий» in bytes.
const longestAdjectiveEnding = 2 * 9

// hasSoftStem reports whether a stem belongs to a soft adjective. The stems must
// be listed because nouns have the same endings: «внешние» and «управление»,
// «средний» and «отделений».
var hasSoftStem = wordset.Endings("внешн внутренн верхн нижн средн крайн последн дальн ближн соседн прежн ранн поздн " +
	"летн зимн осенн весенн утренн вечерн домашн здешн нынешн тогдашн сегодняшн древн давн передн задн искренн " +
	"сторонн ежегодн новогодн дочерн замужн")

var softRows = []struct {
	suffix string
	adjectiveForm
}{
	{"ий", adjectiveForm{endings("ий", "его ему * им ем"), Masculine}},
	{"яя", adjectiveForm{endings("яя", "ей ей юю ей ей"), Feminine}},
	{"ее", adjectiveForm{endings("ее", "его ему ее им ем"), Neuter}},
	{"ие", adjectiveForm{endings("ие", "их им * ими их"), Plural}},
}

// endsLikeAdjective reports nouns that end like adjectives in the nominative.
var (
	isNounLikeAdjective = wordset.Words("казый герой покой строй слой стая сарая края случая трамвая стройка бой " +
		"зверобой китобой конвой ковбой плейбой изгой антигерой настрой разбой забой прибой запой застой отстой " +
		"простой удой налой аналой устой покрой подбой надой водопой гобой рой зной вой убой перебой сбой")
	endsLikeNoun = wordset.Endings("ичие ечие язычие омочие звучие душие стишие оружие божие брачие точие получие " +
		"обой книжие страшие мужие снежие личий ечий омочий строй слой")
)

// adjectiveOf returns the form of an adjective in the nominative, in lower case.
func adjectiveOf(lower string) *adjectiveForm {
	last, _ := utf8.DecodeLastRuneInString(lower)
	if !strings.ContainsRune("йяеиё", last) {
		return noAdjective
	}
	if isNounLikeAdjective(lastPart(lower)) || endsLikeNoun(lower) || isClippedCompound(lower) {
		return noAdjective
	}
	if stem, ok := strings.CutSuffix(lower, "ой"); ok && lookupListed(stem+"а") { // «кафедрой»
		return noAdjective
	}
	for i := range softRows {
		row := &softRows[i]
		if stem, ok := strings.CutSuffix(lower, row.suffix); ok && hasSoftStem(stem) {
			return &row.adjectiveForm
		}
	}
	if unicode.IsDigit(rune(lower[0])) {
		return ordinal(lower)
	}
	rows := adjectiveEndings()
	for at := max(0, len(lower)-longestAdjectiveEnding); at < len(lower); at++ {
		if row, ok := rows[lower[at:]]; ok {
			return row
		}
	}
	return noAdjective
}

// ordinal returns the form of an ordinal in digits: «1-й» → «1-го», «1-му».
func ordinal(lower string) *adjectiveForm {
	number, ending, ok := strings.Cut(lower, "-")
	if !ok || number == "" || typography.LeadingDigits(number) != number {
		return noAdjective
	}
	switch ending {
	case "й", "ый", "ий", "ой":
		return &adjectiveForm{endings(ending, "го му * м м"), Masculine}
	case "я", "ая":
		return &adjectiveForm{endings(ending, "й й ю й й"), Feminine}
	case "е", "ое":
		return &adjectiveForm{endings(ending, "го му е м м"), Neuter}
	}
	return noAdjective
}
