package list

import (
	"slices"
	"strings"
)

// transliterated returns the words of a heading typed with Latin letters, such as «Nazvanie» and «Dolzhnost», in
// Russian letters, or nil if they are not typed so. Of the signs, which transliterations leave out, none is restored;
// stems seldom contain them. Short words, which may be abbreviations of any language, stay: «UK», «MO».
func transliterated(words []string) []string {
	const least = 4 // letters
	isLatin := func(word string) bool { return strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "" }
	if len(words) == 0 || !isLatin(strings.Join(words, "")) {
		return nil
	}
	if len(words) == 1 && slices.Contains(englishWords, words[0]) {
		return nil
	}
	russian := make([]string, len(words))
	for i, word := range words {
		if russian[i] = word; len(word) >= least {
			russian[i] = inRussian(word)
		}
	}
	return russian
}

// englishWords are headings in English that would be others in Russian.
var englishWords = []string{"organ", "data", "partner"}

// inRussian transliterates a word in lower case. The letter y is й after a vowel and ы after a consonant.
func inRussian(word string) string {
	var b strings.Builder
	for i := 0; i < len(word); {
		at := slices.IndexFunc(latinLetters, func(l latinLetter) bool { return strings.HasPrefix(word[i:], l.latin) })
		letter := latinLetters[at]
		if letter.latin == "y" && (i == 0 || strings.IndexByte("aeiouy", word[i-1]) >= 0) {
			letter.russian = "й"
		}
		b.WriteString(letter.russian)
		i += len(letter.latin)
	}
	return b.String()
}

// latinLetter is what stands for a Russian letter.
type latinLetter struct{ latin, russian string }

// latinLetters are those of the usual transliterations, longer ones first, with е for ё as in folded headings.
var latinLetters = func() (letters []latinLetter) {
	pairs := strings.Fields(`shch щ zh ж kh х ts ц ch ч sh ш yu ю ju ю ya я ja я ye е yo е jo е ia ия
		a а b б c ц d д e е f ф g г h х i и j й k к l л m м n н o о p п q к r р s с t т u у v в w в x кс y ы z з`)
	for pair := range slices.Chunk(pairs, 2) {
		letters = append(letters, latinLetter{pair[0], pair[1]})
	}
	return letters
}()
