package sample

import (
	"slices"
	"unicode/utf8"
)

// wordIndex finds the values that a text may have by their rarest words, so that the work grows with the text and not
// with the number of values, also if many of them differ in one word only: «специалист участка № 7».
type wordIndex struct {
	texts    []string         // normal, by number
	byWord   map[string][]int // nil until values are looked for
	wordless []int            // values without words
}

// newWordIndex returns the index of values that can be found.
func newWordIndex(list []value) *wordIndex {
	x := &wordIndex{}
	for i := range list {
		x.add(list[i].normal)
	}
	return x
}

// add adds a normal text; its number is that of the texts before.
func (x *wordIndex) add(normal string) { x.texts, x.byWord = append(x.texts, normal), nil }

// build assigns the texts to their rarest words, of these the longest.
func (x *wordIndex) build() {
	count := map[string]int{}
	for _, text := range x.texts {
		eachWord(text, func(word string) { count[word]++ })
	}
	x.byWord, x.wordless = map[string][]int{}, nil
	for i, text := range x.texts {
		rarest := ""
		eachWord(text, func(word string) {
			n, least := count[word], count[rarest]
			if rarest == "" || n < least || n == least && len(word) > len(rarest) {
				rarest = word
			}
		})
		if rarest == "" {
			x.wordless = append(x.wordless, i)
		} else {
			x.byWord[rarest] = append(x.byWord[rarest], i)
		}
	}
}

// in returns the values whose words a text may have, in their order.
func (x *wordIndex) in(n normal) []int {
	if x.byWord == nil {
		x.build()
	}
	list := slices.Clone(x.wordless)
	var seen map[string]bool
	eachWord(n.text, func(word string) {
		if found := x.byWord[word]; found != nil && !seen[word] {
			if seen == nil {
				seen = map[string]bool{}
			}
			seen[word] = true
			list = append(list, found...)
		}
	})
	slices.Sort(list)
	return list
}

// eachWord visits the words of a normal text: a value that is found begins and ends with
// whole ones.
func eachWord(text string, visit func(string)) {
	from := -1
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case isWord(r) && from < 0:
			from = at
		case !isWord(r) && from >= 0:
			visit(text[from:at])
			from = -1
		}
		at += size
	}
	if from >= 0 {
		visit(text[from:])
	}
}
