// Package wordset tests words against lists of words or endings that are written
// as texts, so that long lists are easy to read and to change. The lists are
// read when they are first used.
//
//	isMonth := wordset.Words("января февраля марта")
//	isPlural := wordset.Endings("ами ями")
package wordset

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Words returns a function that reports whether a word is in lists of words
// separated by spaces.
func Words(lists ...string) func(word string) bool {
	words := sync.OnceValue(func() map[string]bool { return setOf(lists) })
	return func(word string) bool { return words()[word] }
}

// Endings returns a function that reports whether a word ends in one of the
// endings in lists separated by spaces. Its time depends on the length of the
// longest ending, not on the number of endings.
func Endings(lists ...string) func(word string) bool {
	type table struct {
		endings map[string]bool
		longest int // in bytes
	}
	built := sync.OnceValue(func() table {
		t := table{endings: setOf(lists)}
		for ending := range t.endings {
			t.longest = max(t.longest, len(ending))
		}
		return t
	})
	return func(word string) bool {
		t := built()
		for at := len(word); at > 0 && len(word)-at < t.longest; {
			_, size := utf8.DecodeLastRuneInString(word[:at])
			at -= size
			if t.endings[word[at:]] {
				return true
			}
		}
		return false
	}
}

func setOf(lists []string) map[string]bool {
	set := map[string]bool{}
	for _, list := range lists {
		for word := range strings.FieldsSeq(list) {
			set[word] = true
		}
	}
	return set
}
