package russian

import (
	"strings"
	"unicode"
)

// ParseOrganization reads the name of an organization that takes part in a
// meeting like a person. It is never abbreviated to initials, and its words in
// other alphabets stay; only letters of two alphabets in one word are corrected.
func ParseOrganization(text string) Person {
	n := &nameText{text: text}
	n.stripMarkup()
	n.stripInvisible()
	n.unmixLetters()
	return Person{Kind: BodyName, Text: strings.Join(strings.Fields(n.text), " "), Remarks: n.remarks,
		Doubts: n.doubts, Gender: GenderOfOrganization(n.text)}
}

// unmixLetters replaces Latin letters in words that have Russian ones too.
func (n *nameText) unmixLetters() {
	isLatin := func(r rune) bool { return unicode.Is(unicode.Latin, r) }
	if !strings.ContainsFunc(n.text, isLatin) || !hasCyrillic(n.text) {
		return
	}
	words := strings.Split(n.text, " ")
	for i, word := range words {
		if hasCyrillic(word) {
			words[i] = n.russianWord(word, isLatin)
		}
	}
	n.text = strings.Join(words, " ")
}

// GenderOfOrganization returns the gender of a predicate of an organization:
// «администрация воздержалась», «союз воздержался». The head nouns of most legal
// forms are neuter: общество, товарищество, учреждение.
func GenderOfOrganization(name string) Gender {
	if g := GenderOfNoun(name); g != Unknown {
		return g
	}
	return Neuter
}
