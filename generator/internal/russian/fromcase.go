package russian

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxCandidates limits the time spent on a text that is in no other case.
const maxCandidates = 600

// caseEnding is an ending of a case and the corresponding ending of the nominative; "-" means no ending.
type caseEnding struct{ oblique, nominatives string }

// caseEndings are the endings of singular nouns, names and adjectives in the cases that
// lists have.
var caseEndings = map[Case][]caseEnding{
	Genitive: genitives,
	Dative: {
		{"ому", "ой ий ый"}, {"ему", "ий"}, {"ьему", "ий"},
		{"ой", "а ая ой"}, {"ей", "я яя ая ей"}, {"ии", "ия"}, {"ви", "овь"}, {"и", "ь и"}, {"е", "а я е"},
		{"у", "- у о"}, {"ю", "ь й"}, {"ву", "в во"}, {"ну", "н но"}, {"ьву", "ев"}, {"влу", "вел влу"},
	},
	Accusative: append([]caseEnding{{"у", "а"}, {"ю", "я"}, {"ую", "ая"}, {"юю", "яя"}, {"овь", "овь"}}, genitives...),
	Instrumental: {
		{"ым", "- ой ый"}, {"им", "ий"}, {"ьим", "ий"}, {"ом", "- о"}, {"ем", "- ь й е"}, {"ой", "а ая ой"},
		{"ей", "а я яя ая ей"}, {"ею", "ая"}, {"ью", "ь"}, {"ьвом", "ев"}, {"влом", "вел"},
	},
}

var genitives = []caseEnding{
	{"ого", "ой ий ый"}, {"его", "ий"}, {"ьего", "ий"},
	{"ой", "а ая ой"}, {"ей", "я яя ая ей"}, {"ии", "ия"}, {"ви", "овь"}, {"и", "ь и а я"}, {"ы", "а ы"},
	{"а", "- а о"}, {"я", "ь й"}, {"ва", "в во"}, {"на", "н но"}, {"ьва", "ев"}, {"вла", "вел"},
}

// adjectival are endings of adjectives in the dative and the genitive.
const adjectival = "ому ему ого его"

// nominativesOf returns the words whose form in a case a word may be, itself
// included.
func nominativesOf(word string, c Case) []string {
	if first, last, found := cutLast(word, "-"); found {
		var list []string
		for _, a := range nominativesOf(first, c) {
			for _, b := range nominativesOf(last, c) {
				list = append(list, a+"-"+b)
			}
		}
		return list
	}
	list := []string{word}
	isAdjective := hasAnySuffix(word, adjectival)
	for _, row := range caseEndings[c] {
		if isAdjective && !hasAnySuffix(row.oblique, adjectival) {
			continue
		}
		stem, ok := strings.CutSuffix(word, row.oblique)
		if !ok || stem == "" {
			continue
		}
		for nominative := range strings.FieldsSeq(row.nominatives) {
			candidate := stem + strings.Trim(nominative, "-")
			if hasAnySuffix(row.oblique, "ому ого") && (nominative == "ый") == hasAnySuffix(stem, "г к х ж ш ч щ") &&
				nominative != "ой" {
				continue // «Главный», but «Римский»
			}
			if !slices.Contains(list, candidate) {
				list = append(list, candidate)
			}
		}
	}
	return list
}

// cutLast cuts a text at the last separator.
func cutLast(text, separator string) (before, after string, found bool) {
	at := strings.LastIndex(text, separator)
	if at <= 0 || at+len(separator) == len(text) {
		return text, "", false
	}
	return text[:at], text[at+len(separator):], true
}

// NameFrom returns the nominative of a full name that is in another case:
// «Громову Олегу Ильичу» is «Громов Олег Ильич». It is found only if that form of
// exactly one certain name is the text.
// The gender is Unknown if the nominative determines it.
func NameFrom(text string, c Case) (nominative string, g Gender, ok bool) {
	if c == Dative {
		text, _ = cutDativeTitles(text)
	}
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 4 || len(text) > longestWord {
		return "", Unknown, false
	}
	best, tied := -1, false
	for candidate := range combinations(words, c) {
		p, told := ParsePerson(candidate, Unknown), Unknown
		if slices.Contains(p.Doubts, doubtGenderOfSurname) {
			p, told = ParsePerson(candidate, p.Gender), p.Gender
		}
		if p.Kind != OnePerson || len(p.Doubts) > 0 || p.Surname == "" || p.Given == "" || p.Post != "" {
			continue
		}
		if form := p.In(c); !sameLetters(form.Text, text) || isRareGuess(&p) {
			continue
		}
		switch likely := likelySurname(p.Surname); {
		case likely > best:
			nominative, g, best, tied = candidate, told, likely, false
		case likely == best:
			tied = true
		}
	}
	if strings.Contains(nominative, ".") { // a salutation has the surname in the nominative
		p := ParsePerson(nominative, g)
		return nominative, g, !tied && isPlainSurname(strings.ToLower(p.Surname))
	}
	return nominative, g, nominative != ""
}

// isPlainSurname reports surnames that have only one nominative for a form of theirs.
func isPlainSurname(lower string) bool {
	return hasAnySuffix(lower, "ов ев ёв ин ын ова ева ёва ина ына ская цкая ко ук юк ак як ян ич")
}

// likelySurname says how usual a surname is that was derived from another form.
func likelySurname(surname string) int {
	lower := strings.ToLower(surname)
	last, size := utf8.DecodeLastRuneInString(lower)
	before, _ := utf8.DecodeLastRuneInString(lower[:len(lower)-size])
	switch {
	case hasAnySuffix(lower, "ов ев ёв ин ын ский цкий ова ева ёва ина ына ская цкая"):
		return 3
	case last == 'й':
		return choose2(strings.ContainsRune("аеёиоуыэюя", before))
	case last == 'у' || last == 'ю' || last == 'я' && !hasAnySuffix(lower, "ая яя ья ия"),
		last == 'о' && !hasAnySuffix(lower, "ко"):
		return 0
	case hasAnySuffix(lower, "ий ый ой ая яя ко ых их") || last == 'ь' || !strings.ContainsRune("аеёиоуыэюя", last):
		return 2
	}
	return 1
}

func choose2(yes bool) int {
	if yes {
		return 2
	}
	return 0
}

// isRareGuess reports a reading whose given name is not one in use.
func isRareGuess(p *Person) bool {
	for _, w := range p.words {
		if w.role != roleGiven {
			continue
		}
		if _, listed := givenNames()[w.lower]; !listed {
			return true
		}
	}
	return false
}

// PositionFrom returns the nominative of a position that is in another case:
// «Главному врачу больницы» is «Главный врач больницы». Only the first words may
// change.
func PositionFrom(text string, c Case) (nominative string, ok bool) {
	words := strings.Fields(text)
	if len(words) == 0 || len(text) > longestWord {
		return "", false
	}
	if d := (declension{}); d.startsActing(text) {
		return text, true
	}
	last := min(len(words), 4) - 1
	if c != Dative { // where words after the noun are in the genitive anyhow
		last = slices.IndexFunc(words, func(word string) bool { return surePostForms()[strings.ToLower(word)] == c })
		if last > 3 || strings.Contains(text, ",") {
			return "", false
		}
	}
	for first := last; first >= 0; first-- {
		rest := strings.Join(words[first+1:], " ")
		for candidate := range combinations(words[:first+1], c) {
			candidate = strings.TrimSpace(candidate + " " + rest)
			if candidate == text || PositionDoubt(candidate) != "" || hasUnknownNeuter(words[:first+1], candidate) {
				continue
			}
			if form := Position(candidate, c); form.Doubt == "" && sameLetters(form.Text, text) {
				return candidate, true
			}
		}
	}
	return "", false
}

// hasUnknownNeuter reports whether a word of a phrase that changed is now a neuter in -о that no list has: «отдело».
func hasUnknownNeuter(words []string, phrase string) bool {
	for i, word := range strings.Fields(phrase) {
		if i < len(words) && word != words[i] && hasAnySuffix(word, "о") && !lookupListed(strings.ToLower(word)) {
			return true
		}
	}
	return false
}

// startsActing reports a position that begins with «и. о.» and does not decline.
func (d *declension) startsActing(text string) bool {
	d.words = splitPhrase(text)
	return len(d.words) > 0 && d.actingAt(0) > 0
}

// combinations iterates over all phrases of the nominatives of words, the most
// changed ones first.
func combinations(words []string, c Case) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		lists := make([][]string, len(words))
		count := 1
		for i, word := range words {
			lists[i] = nominativesOf(word, c)
			count *= len(lists[i])
		}
		parts := make([]string, len(words))
		for k := range min(count, maxCandidates) {
			for i := range lists {
				parts[i], k = lists[i][len(lists[i])-1-k%len(lists[i])], k/len(lists[i])
			}
			if !yield(strings.Join(parts, " ")) {
				return
			}
		}
	}
}

// sameLetters compares texts regardless of spaces and ё.
func sameLetters(a, b string) bool { return onlyLetters.Replace(a) == onlyLetters.Replace(b) }

var onlyLetters = strings.NewReplacer(" ", "", nbsp, "", "ё", "е", "Ё", "Е")

// CaseOfName quickly says in which case a name is by its patronymic or by a title before
// it; Nominative if that decides nothing. «Ивановича» may be the accusative, too.
func CaseOfName(name string) Case {
	if _, found := cutDativeTitles(name); found {
		return Dative
	}
	for word := range strings.FieldsSeq(name) {
		if !hasAnySuffix(word, "у е а ы м ой") || !isObliquePatronymic(strings.ToLower(word)) {
			continue
		}
		switch {
		case hasAnySuffix(word, "ичу не"):
			return Dative
		case hasAnySuffix(word, "ича ны"):
			return Genitive
		case strings.HasSuffix(word, "ну"):
			return Accusative
		case hasAnySuffix(word, "ичем ичом ной"):
			return Instrumental
		}
	}
	return Nominative
}

// CaseOfPosition says in which case the head noun of a position is: «Директору
// школы», «директора школы». It is Nominative if the noun decides nothing.
func CaseOfPosition(position string) Case { return caseOfPost(position) }
