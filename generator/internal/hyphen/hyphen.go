// Package hyphen finds the places where a Russian word may be divided at the
// end of a line, by Liang's algorithm (F. M. Liang, Word Hy-phen-a-tion by
// Com-put-er, 1983) with the patterns of hyph-utf8.
package hyphen

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

var (
	//go:embed hyph-ru.pat.txt
	patterns string
	//go:embed hyph-ru.hyp.txt
	exceptions string
)

// Least is the minimum number of letters before and after a division.
const Least = 3

// letterSize is the length in bytes of а–я and ё.
const letterSize = 2

// alphabet is the number of symbols in patterns: 33 letters, and the full stop
// at the beginning and the end of a word.
const alphabet = 34

// node is a node of the trie of patterns.
type node struct {
	next   [alphabet]uint16 // 0 for none
	levels string           // of the pattern that ends here, from before its first symbol on
}

// table is the patterns and exceptions, ready for use.
type table struct {
	nodes  []node
	divide map[string][]int // offsets in exceptional words
}

var russian = sync.OnceValue(func() *table {
	t := &table{nodes: make([]node, 1, len(patterns)/5), divide: map[string][]int{}}
	for pattern := range strings.Lines(patterns) {
		t.add(strings.TrimSpace(pattern))
	}
	for exception := range strings.Lines(exceptions) {
		t.except(strings.TrimSpace(exception))
	}
	return t
})

// symbol returns the index of a symbol, or -1 for a character that no pattern
// has.
func symbol(r rune) int {
	switch {
	case r == '.':
		return 0
	case r >= 'а' && r <= 'я':
		return int(r-'а') + 1
	case r == 'ё':
		return alphabet - 1
	}
	return -1
}

// add adds a pattern: symbols with levels between them, 0 where there is none.
// Patterns of compounds are not needed, since their parts are divided apart.
func (t *table) add(pattern string) {
	if strings.Contains(pattern, "-") {
		return
	}
	levels, at := []byte{0}, uint16(0)
	for _, r := range pattern {
		if r >= '0' && r <= '9' {
			levels[len(levels)-1] = byte(r - '0')
			continue
		}
		s := symbol(r)
		if t.nodes[at].next[s] == 0 {
			t.nodes[at].next[s] = uint16(len(t.nodes))
			t.nodes = append(t.nodes, node{})
		}
		at = t.nodes[at].next[s]
		levels = append(levels, 0)
	}
	t.nodes[at].levels = string(levels)
}

// except adds an exception, a word divided by hyphens.
func (t *table) except(divided string) {
	var offsets []int
	at := 0
	parts := strings.Split(divided, "-")
	for _, part := range parts[:len(parts)-1] {
		at += len(part)
		offsets = append(offsets, at)
	}
	t.divide[strings.Join(parts, "")] = offsets
}

// longest is the number of letters of the longest word that is divided.
const longest = 60

// Append appends the byte offsets at which a word may be divided, in order. A
// word of other characters than lower-case Russian letters has none, unless it is an
// ordinary word with the capital letter of a title.
func Append(offsets []int, word string) []int {
	word = lowered(word)
	n := len(word) / letterSize
	if n < 2*Least || n > longest {
		return offsets
	}
	var symbols [longest + 2]int8
	for i := range n {
		r, _ := utf8.DecodeRuneInString(word[i*letterSize:])
		s := symbol(r)
		if s <= 0 || len(word) != n*letterSize {
			return offsets
		}
		symbols[i+1] = int8(s)
	}
	t := russian()
	if known, ok := t.divide[word]; ok {
		return appendFar(offsets, known, len(word))
	}
	levels := t.levels(symbols[:n+2])
	for i := Least; i <= n-Least; i++ {
		if levels[i+1]%2 == 1 {
			offsets = append(offsets, i*letterSize)
		}
	}
	return offsets
}

// appendFar appends those offsets that are far enough from both ends.
func appendFar(offsets, known []int, size int) []int {
	for _, at := range known {
		if at >= Least*letterSize && at <= size-Least*letterSize {
			offsets = append(offsets, at)
		}
	}
	return offsets
}

// levels returns the highest level of any pattern before each symbol.
func (t *table) levels(symbols []int8) (levels [longest + 3]byte) {
	for start := range symbols {
		at := uint16(0)
		for _, s := range symbols[start:] {
			if at = t.nodes[at].next[s]; at == 0 {
				break
			}
			for i := range len(t.nodes[at].levels) {
				levels[start+i] = max(levels[start+i], t.nodes[at].levels[i])
			}
		}
	}
	return levels
}
