package diag

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// Nearest returns the candidate that differs least from a word, or "" if all differ
// in more than a third of the letters.
func Nearest(word string, candidates []string) string {
	return Near(word, candidates, utf8.RuneCountInString(word)/3+1)
}

// Suggest returns a hint that names the candidate nearest to a word, or otherwise another hint.
func Suggest(word string, candidates []string, otherwise string) string {
	if near := Nearest(word, candidates); near != "" {
		return fmt.Sprintf("возможно, «%s»", near)
	}
	return otherwise
}

// Near returns the first of the candidates that differ least from a word, by at most limit
// letters, or "".
func Near(word string, candidates []string, limit int) string {
	m := measure{word: []rune(word)}
	best, least := "", limit
	for _, c := range candidates {
		if d := m.distance(c, least); d <= least && (best == "" || d < least) {
			best, least = c, d
		}
	}
	return best
}

// measure computes the distances of a word from others with the same memory.
type measure struct {
	word, other       []rune
	before, last, row []int
}

// distance counts the insertions, deletions, substitutions and transpositions of
// letters (Damerau–Levenshtein distance, optimal string alignment). It returns a
// value above limit as soon as the distance must exceed it.
func (m *measure) distance(other string, limit int) int {
	m.other = append(m.other[:0], []rune(other)...)
	n := len(m.other)
	if len(m.word)-n > limit || n-len(m.word) > limit {
		return limit + 1
	}
	m.before = slices.Grow(m.before[:0], n+1)[:n+1]
	m.last = slices.Grow(m.last[:0], n+1)[:n+1]
	m.row = slices.Grow(m.row[:0], n+1)[:n+1]
	for j := range m.last {
		m.last[j] = j
	}
	for i := range m.word {
		if m.next(i) > limit {
			return limit + 1
		}
	}
	return m.last[n]
}

// next computes the row of the i-th letter, makes it the last and returns the
// least value in it.
func (m *measure) next(i int) int {
	m.row[0] = i + 1
	least := m.row[0]
	for j := range m.other {
		cost := 1
		if m.word[i] == m.other[j] {
			cost = 0
		}
		m.row[j+1] = min(m.row[j]+1, m.last[j+1]+1, m.last[j]+cost)
		if i > 0 && j > 0 && m.word[i] == m.other[j-1] && m.word[i-1] == m.other[j] {
			m.row[j+1] = min(m.row[j+1], m.before[j-1]+1)
		}
		least = min(least, m.row[j+1])
	}
	m.before, m.last, m.row = m.last, m.row, m.before
	return least
}
