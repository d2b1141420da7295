package russian

import (
	"strings"
	"unicode"
)

// Case is a grammatical case.
type Case int

const (
	Nominative Case = iota
	Genitive
	Dative
	Accusative
	Instrumental
	Prepositional
)

// Gender is a grammatical gender, or the plural, which does not distinguish
// gender.
type Gender int

const (
	Unknown Gender = iota
	Masculine
	Feminine
	Neuter
	Plural
)

// Form is an inflected word or phrase. Doubt is empty if the rules determine
// the form. Otherwise it says, in Russian, why somebody should check it. A form
// that is a Guess may be wrong and must not be offered for copying.
type Form struct {
	Text  string
	Doubt string
	Guess bool
}

// certain returns a form without doubt.
func certain(text string) Form { return Form{Text: text} }

// paradigm is a pattern of declension: the ending to drop and the endings of
// the genitive, dative, accusative, instrumental and prepositional. The
// accusative "*" equals the genitive of animate nouns and the nominative of
// others.
type paradigm struct {
	drop    string
	endings [5]string
}

// endings returns a paradigm from a compact notation: the ending to drop and
// five endings, where "-" stands for no ending.
func endings(drop, forms string) paradigm {
	p := paradigm{drop: drop}
	for i, ending := range strings.Fields(forms) {
		if ending != "-" {
			p.endings[i] = ending
		}
	}
	return p
}

// indeclinable is the paradigm of words that do not decline.
var indeclinable = paradigm{}

// decline returns the form of a word in a case. The ending is in capitals if
// the word is.
func (p paradigm) decline(word string, c Case, animate bool) string {
	if c == Nominative || p == indeclinable {
		return word
	}
	ending := p.endings[c-1]
	if ending == "*" {
		if !animate {
			return word
		}
		ending = p.endings[Genitive-1]
	}
	stem := word[:len(word)-len(p.drop)]
	if isUpper(word) {
		ending = strings.ToUpper(ending)
	}
	return stem + ending
}

// isUpper reports whether a word of at least two letters is in capitals.
func isUpper(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// hasAnySuffix reports whether a word ends in one of the suffixes, which are
// separated by spaces.
func hasAnySuffix(word, suffixes string) bool {
	for suffix := range strings.SplitSeq(suffixes, " ") {
		if suffix != "" && strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return false
}

// inList reports whether a word is in a list separated by spaces.
func inList(word, list string) bool {
	for item := range strings.SplitSeq(list, " ") {
		if item == word && item != "" {
			return true
		}
	}
	return false
}
