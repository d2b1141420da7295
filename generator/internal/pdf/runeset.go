package pdf

import (
	"math/bits"
	"slices"
	"sync"
	"unicode/utf8"

	"protokol/generator/internal/font"
)

// runeSet is the characters a face draws.
type runeSet struct {
	frequent frequentRunes
	others   map[rune]bool
}

// frequentRunes has a bit for each character below U+0500 and from U+2000 to U+213F, such as «№» and dashes.
type frequentRunes [(firstRunes + punctuation) / 64]uint64

const (
	firstRunes       = 0x500
	punctuationStart = 0x2000
	punctuation      = 0x140
)

// bit returns the place of a character in frequentRunes.
func bit(r rune) (n int, ok bool) {
	if uint32(r) < firstRunes {
		return int(r), true
	}
	n = int(r - punctuationStart)
	return n + firstRunes, n >= 0 && n < punctuation
}

func (f *frequentRunes) set(n int) { f[n/64] |= 1 << (n % 64) }

// meets reports whether two sets have a character in common.
func (f *frequentRunes) meets(other *frequentRunes) bool {
	common := uint64(0)
	for i, word := range other {
		common |= word & f[i]
	}
	return common != 0
}

// join adds the characters of another set.
func (f *frequentRunes) join(other *frequentRunes) {
	for i, word := range other {
		f[i] |= word
	}
}

// runesOf returns a set of frequent characters.
func runesOf(text string) (f frequentRunes) {
	for _, r := range text {
		n, ok := bit(r)
		if !ok {
			panic("pdf: a rare character in an alphabet")
		}
		f.set(n)
	}
	return f
}

func (s *runeSet) add(text string) {
	for at := 0; at < len(text); {
		r, size := font.Cyrillic(text, at)
		if size == 0 {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		at += size
		if n, ok := bit(r); ok {
			s.frequent.set(n)
			continue
		}
		if s.others == nil {
			s.others = map[rune]bool{}
		}
		s.others[r] = true
	}
}

// alphabets are embedded completely or not at all, so that papers with
// different letters share a subset.
var alphabets = []string{
	" \u00a0\u00ad!\"%()*+,-./0123456789:;«»–—„“№…",
	"абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
}

// alphabetRunes are the characters of each alphabet.
var alphabetRunes = sync.OnceValue(func() (list []frequentRunes) {
	for _, alphabet := range alphabets {
		list = append(list, runesOf(alphabet))
	}
	return list
})

// covered returns the characters of each alphabet that a face has: some families have
// no Cyrillic letters.
func covered(face *font.Face) (list []frequentRunes) {
	for _, alphabet := range alphabets {
		var has frequentRunes
		for _, r := range alphabet {
			if _, ok := face.Glyph(font.Substitute(r)); ok {
				n, _ := bit(r)
				has.set(n)
			}
		}
		list = append(list, has)
	}
	return list
}

// complete adds the alphabets, as far as a face covers them, of which the set has a character. Fallback faces have no
// alphabets; covered is nil.
func (s *runeSet) complete(covered []frequentRunes) {
	s.add(" ") // at the end of lines
	for i := range covered {
		if s.frequent.meets(&alphabetRunes()[i]) {
			s.frequent.join(&covered[i])
		}
	}
}

// rare returns the characters that are not frequent, sorted.
func (s *runeSet) rare() (runes []rune) {
	for r := range s.others {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	return runes
}

// runes returns the characters, sorted.
func (s *runeSet) runes() []rune {
	runes := s.rare()
	for i, word := range s.frequent {
		for ; word != 0; word &= word - 1 {
			r := rune(64*i + bits.TrailingZeros64(word))
			if r >= firstRunes {
				r += punctuationStart - firstRunes
			}
			runes = append(runes, r)
		}
	}
	slices.Sort(runes)
	return runes
}
