package mailing

import (
	"unicode"
	"unicode/utf8"
)

// vocabulary is the words of texts in their order. Letters have one byte each, without regard to case and to the dots
// of ё; those that are neither Russian nor Latin may share one.
type vocabulary struct {
	letters []byte
	words   []word
}

// word is a word of a vocabulary: its letters, and its bytes in the text.
type word struct {
	from, to   int
	start, end int
	used       use // by the words that it stands for, as an initial
}

func (v *vocabulary) word(i int) []byte { return v.letters[v.words[i].from:v.words[i].to] }

// add adds the words of a text.
func (v *vocabulary) add(text string) {
	from, start := len(v.letters), 0
	for at := 0; at <= len(text); {
		letter, size := byte(0), 1
		if at < len(text) {
			letter, size = letterAt(text, at)
		}
		switch {
		case letter == 0 && len(v.letters) > from:
			v.words = append(v.words, word{from: from, to: len(v.letters), start: start, end: at})
			from = len(v.letters)
		case letter != 0:
			if len(v.letters) == from {
				start = at
			}
			v.letters = append(v.letters, letter)
		}
		at += size
	}
}

// letterAt returns the letter or the digit at a byte of a text, or 0, and its size.
func letterAt(text string, at int) (letter byte, size int) {
	const russian, other = 0x80, 0xC0 // the first of them
	switch c := text[at]; {
	case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		return c, 1
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A', 1
	case c < utf8.RuneSelf:
		return 0, 1
	}
	r, size := rune(0), 2
	if c := text[at]; c>>1 == 0xD0>>1 && at+1 < len(text) { // most letters
		r = rune(c&0x1F)<<6 | rune(text[at+1]&0x3F)
	} else {
		r, size = utf8.DecodeRuneInString(text[at:])
	}
	switch {
	case r >= 'а' && r <= 'я':
		return russian + byte(r-'а'), size
	case r >= 'А' && r <= 'Я':
		return russian + byte(r-'А'), size
	case r == 'ё', r == 'Ё':
		return russian + 'е' - 'а', size
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return other | byte(unicode.ToLower(r))&0x3F, size
	}
	return 0, size
}

// has reports whether a word is printed in a form that its declension or its abbreviation may have.
func (v *vocabulary) has(letters []byte, isName bool) bool {
	for i, w := range v.words {
		if v.letters[w.from] == letters[0] && isPrintedAs(letters, v.word(i), isName) {
			return true
		}
	}
	return false
}

// abbreviates reports whether an initial stands for a word that begins so, and uses it up.
func (v *vocabulary) abbreviates(first byte, initials use) bool {
	for i, w := range v.words {
		if w.to-w.from == 1 && w.used&initials == 0 && v.letters[w.from] == first {
			v.words[i].used |= initials
			return true
		}
	}
	return false
}

// isPrintedAs reports whether a printed word with the same first letter may be a word of a cell in another case, or in
// full. Any word may stand for a letter in a post, as those of «и.о.»; a long stem suffices there, as that of
// «министр» of a «министерство».
func isPrintedAs(letters, printed []byte, isName bool) bool {
	const stem = 6
	n := 0
	for n < min(len(letters), len(printed)) && letters[n] == printed[n] {
		n++
	}
	switch {
	case letters[0] <= '9', n == len(printed) && n == len(letters):
		return n == len(printed) && n == len(letters)
	case n == len(letters) && !isName, !isName && n >= stem:
		return true
	}
	for at := n; at > 0; at-- { // the endings may begin alike: «-ой», «-ому»
		if caseEndings[string(letters[at:])] && caseEndings[string(printed[at:])] {
			return true
		}
		if !fleeting[letters[at-1]] {
			break
		}
	}
	return n > 0 && losesVowel(letters[n:], printed[n:])
}

// caseEndings are those of nouns and adjectives.
var caseEndings = func() map[string]bool {
	var v vocabulary
	v.add(`а я о е и ы у ю ь й ой ей ою ею ом ем ам ям ами ями ах ях ов ев ий ый ого его ому ему ым им ых их ыми ими
		ая яя ое ее ую юю ые ие`)
	is := map[string]bool{"": true}
	for i := range v.words {
		is[string(v.word(i))] = true
	}
	return is
}()

// losesVowel reports whether the ends of two words differ in a vowel that one of them has not, and in the vowels after
// it: «Лев», «Льву».
func losesVowel(a, b []byte) bool {
	isVowel := func(letters []byte) bool { return len(letters) > 0 && vowels[letters[0]] }
	return isVowel(a) != isVowel(b) && sameConsonants(a, b)
}

// sameConsonants reports whether the ends of two words have consonants, and the same ones.
func sameConsonants(a, b []byte) bool {
	next := func(letters []byte) (letter byte, rest []byte) {
		for len(letters) > 0 && fleeting[letters[0]] {
			letters = letters[1:]
		}
		if len(letters) == 0 {
			return 0, nil
		}
		return letters[0], letters[1:]
	}
	for {
		var x, y byte
		x, a = next(a)
		y, b = next(b)
		if x != y || x == 0 {
			return x == y
		}
	}
}

// fleeting are the letters that declension may insert or remove.
var vowels, fleeting = setOf("аеиоуыэюя"), setOf("аеиоуыэюяйь")

func setOf(letters string) (is [256]bool) {
	for at := 0; at < len(letters); {
		letter, size := letterAt(letters, at)
		is[letter] = true
		at += size
	}
	return is
}
