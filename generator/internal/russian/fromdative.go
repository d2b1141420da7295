package russian

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxCandidates limits the time spent on a text that is not in the dative.
const maxCandidates = 600

// dativeEndings are endings of the dative and what stands for them in the
// nominative.
var dativeEndings = []struct{ dative, nominatives string }{
	{"ому", "ой ий ый"}, {"ему", "ий"}, {"ьему", "ий"},
	{"ой", "а ая ой"}, {"ей", "я яя ая ей"}, {"ии", "ия"}, {"ви", "овь"}, {"и", "ь и"}, {"е", "а я е"},
	{"у", "- у о"}, {"ю", "ь й"}, {"ву", "в во"}, {"ну", "н но"}, {"ьву", "ев"}, {"влу", "вел влу"},
}

// nominativesOf returns the words whose dative a word may be, itself included.
func nominativesOf(word string) []string {
	if first, last, found := cutLast(word, "-"); found {
		var list []string
		for _, a := range nominativesOf(first) {
			for _, b := range nominativesOf(last) {
				list = append(list, a+"-"+b)
			}
		}
		return list
	}
	list := []string{word}
	isAdjective := hasAnySuffix(word, "ому ему")
	for _, row := range dativeEndings {
		if isAdjective && !strings.HasSuffix(row.dative, "му") {
			continue
		}
		stem, ok := strings.CutSuffix(word, row.dative)
		if !ok || stem == "" {
			continue
		}
		for ending := range strings.FieldsSeq(row.nominatives) {
			candidate := stem + strings.Trim(ending, "-")
			if row.dative == "ому" && (ending == "ый") == hasAnySuffix(stem, "г к х ж ш ч щ") && ending != "ой" {
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

// NameFromDative returns the nominative of a full name that is in the dative:
// «Громову Олегу Ильичу» is «Громов Олег Ильич». It is found only if the dative of
// exactly one certain name is the text.
// The gender is Unknown if the nominative determines it.
func NameFromDative(text string) (nominative string, g Gender, ok bool) {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 4 || len(text) > longestWord {
		return "", Unknown, false
	}
	best, tied := -1, false
	for candidate := range combinations(words) {
		p, told := ParsePerson(candidate, Unknown), Unknown
		if slices.Contains(p.Doubts, doubtGenderOfSurname) {
			p, told = ParsePerson(candidate, p.Gender), p.Gender
		}
		if p.Kind != OnePerson || len(p.Doubts) > 0 || p.Surname == "" || p.Given == "" || p.Post != "" {
			continue
		}
		if dative := p.In(Dative); !sameLetters(dative.Text, text) || isRareGuess(&p) {
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

// isPlainSurname reports surnames that have only one nominative for their dative.
func isPlainSurname(lower string) bool {
	return hasAnySuffix(lower, "ов ев ёв ин ын ова ева ёва ина ына ская цкая ко ук юк ак як ян ич")
}

// likelySurname says how usual a surname is that was made of its dative.
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

// PositionFromDative returns the nominative of a position that is in the dative:
// «Главному врачу больницы» is «Главный врач больницы». Only the first words may
// change.
func PositionFromDative(text string) (nominative string, ok bool) {
	words := strings.Fields(text)
	if len(words) == 0 || len(text) > longestWord {
		return "", false
	}
	if d := (declension{}); d.startsActing(text) {
		return text, true
	}
	for first := min(len(words), 4) - 1; first >= 0; first-- {
		rest := strings.Join(words[first+1:], " ")
		for candidate := range combinations(words[:first+1]) {
			candidate = strings.TrimSpace(candidate + " " + rest)
			if candidate == text || PositionDoubt(candidate) != "" {
				continue
			}
			if dative := Position(candidate, Dative); dative.Doubt == "" && sameLetters(dative.Text, text) {
				return candidate, true
			}
		}
	}
	return "", false
}

// startsActing reports a position that begins with «и. о.» and does not decline.
func (d *declension) startsActing(text string) bool {
	d.words = splitPhrase(text)
	return len(d.words) > 0 && d.actingAt(0) > 0
}

// combinations iterates over all phrases of the nominatives of words, the most
// changed ones first.
func combinations(words []string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		lists := make([][]string, len(words))
		count := 1
		for i, word := range words {
			lists[i] = nominativesOf(word)
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
func sameLetters(a, b string) bool { return letters(a) == letters(b) }

func letters(text string) string {
	return strings.NewReplacer(" ", "", nbsp, "", "ё", "е", "Ё", "Е").Replace(text)
}

// MayBeDative quickly reports whether a name may be in the dative: its patronymic
// is.
func MayBeDative(name string) bool {
	for word := range strings.FieldsSeq(name) {
		if hasAnySuffix(word, "ичу вне чне") && isObliquePatronymic(strings.ToLower(word)) {
			return true
		}
	}
	return false
}

// IsPositionInDative reports a position whose head noun is in the dative:
// «Директору школы».
func IsPositionInDative(position string) bool { return isPostInDative(position) }
