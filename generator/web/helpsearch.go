package web

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of the search for fields.
const (
	maxFound = 20  // fields
	minWord  = 4   // letters of a word of a question: «как», «что» and «для» are everywhere
	maxTerms = 16  // words of a question
	enough   = 0.5 // of the score of the best field
)

// fieldsAbout lists the fields of the forms whose labels or explanations have words of a question, in any form, the
// best first; all of them for "". Words that few fields have weigh more (inverse document frequency).
func fieldsAbout(question string) (found []fieldHelp) {
	fields := allFields()
	if question == "" {
		return fields
	}
	terms := termsOf(question)
	ranks, counts := make([][]float64, len(fields)), make([]float64, len(terms))
	for i := range fields {
		ranks[i] = fields[i].ranks(terms)
		for j, rank := range ranks[i] {
			if rank > 0 {
				counts[j]++
			}
		}
	}
	type match struct {
		field *fieldHelp
		score float64
	}
	list, best := make([]match, 0, len(fields)), 0.0
	for i := range fields {
		m := match{field: &fields[i]}
		for j, rank := range ranks[i] {
			if rank > 0 {
				m.score += rank * math.Log1p(float64(len(fields))/counts[j])
			}
		}
		list, best = append(list, m), max(best, m.score)
	}
	list = slices.DeleteFunc(list, func(m match) bool { return m.score == 0 || m.score < enough*best })
	slices.SortStableFunc(list, func(a, b match) int { return cmp.Compare(b.score, a.score) })
	for _, m := range list[:min(len(list), maxFound)] {
		found = append(found, *m.field)
	}
	return found
}

// term is a word of a question: what is looked for in plain texts.
type term struct{ word, stem string }

// termsOf returns the words of a question; short words only if there are no others, and then all in a row.
func termsOf(question string) (terms []term) {
	text := plain(question)
	for word := range strings.FieldsSeq(text) {
		if utf8.RuneCountInString(word) >= minWord && len(terms) < maxTerms {
			terms = append(terms, term{" " + word + " ", " " + stemOf(word)})
		}
	}
	if len(terms) == 0 && strings.TrimSpace(text) != "" {
		terms = []term{{text, text}}
	}
	return terms
}

// plain returns the words of a text, each between spaces, in small letters and with е for ё.
func plain(text string) string {
	text = strings.ReplaceAll(strings.ToLower(text), "ё", "е")
	return " " + strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ") + " "
}

// stemOf cuts what may be the ending of a Russian word.
func stemOf(word string) string {
	if strings.IndexFunc(word, func(r rune) bool { return r > 'z' }) < 0 {
		return word
	}
	letters := []rune(word)
	least, ending := minWord, 2
	switch last := string(letters[max(0, len(letters)-3):]); last {
	case "ами", "ями", "ими", "ыми", "ого", "его", "ому", "ему":
		ending = 3
	}
	if len(letters) == minWord && strings.ContainsRune("аеиоуыьюя", letters[minWord-1]) {
		least, ending = minWord-1, 1
	}
	return string(letters[:max(least, len(letters)-ending)])
}

// ranks returns how well a field matches each term: 0 is not at all. The place alone makes no match.
func (f *fieldHelp) ranks(terms []term) []float64 {
	label, text, where := plain(f.Label), plain(f.Text+" "+f.key), plain(f.Where)
	list, found := make([]float64, len(terms)), false
	for i, t := range terms {
		switch {
		case strings.Contains(label, t.word):
			list[i], found = 4, true
		case strings.Contains(label, t.stem):
			list[i], found = 3, true
		case strings.Contains(text, t.stem):
			list[i], found = 2, true
		case strings.Contains(where, t.stem):
			list[i] = 1
		}
	}
	if !found {
		return nil
	}
	return list
}
