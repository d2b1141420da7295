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

// Gender is a grammatical gender, or the plural, which has none.
type Gender int

const (
	Unknown Gender = iota
	Masculine
	Feminine
	Neuter
	Plural
)

// Form is a word or phrase as it will be printed. Doubt is empty when the
// rules leave no choice, else it says in Russian why a person should look.
type Form struct {
	Text  string
	Doubt string
}

// sure is a form nobody has to look at.
func sure(text string) Form { return Form{Text: text} }

// paradigm is how one kind of word declines: the ending it drops and those it
// takes in the genitive, dative, accusative, instrumental and prepositional.
// The accusative "*" is the genitive of the living and the nominative of the
// rest.
type paradigm struct {
	drop    string
	endings [5]string
}

// endings reads a paradigm from its shortest notation: what is dropped, then
// the five endings; "-" is no ending at all.
func endings(drop, forms string) paradigm {
	p := paradigm{drop: drop}
	for i, ending := range strings.Fields(forms) {
		if ending != "-" {
			p.endings[i] = ending
		}
	}
	return p
}

// fixed is the paradigm of a word that does not decline.
var fixed = paradigm{}

// decline gives the form of a word in a case. A word in capitals gets an
// ending in capitals.
func (p paradigm) decline(word string, c Case, living bool) string {
	if c == Nominative || p == fixed {
		return word
	}
	ending := p.endings[c-1]
	if ending == "*" {
		if !living {
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

// isUpper is true of a word in capitals; one letter is not enough to tell.
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

// endsIn reports whether a word ends in one of the endings, written in one
// string with spaces between.
func endsIn(word, endings string) bool {
	for ending := range strings.SplitSeq(endings, " ") {
		if ending != "" && strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// isOne reports whether a word is in a list written in one string.
func isOne(word, list string) bool {
	for one := range strings.SplitSeq(list, " ") {
		if one == word && one != "" {
			return true
		}
	}
	return false
}
