package sample

import (
	"slices"
	"unicode/utf8"
)

// wordIndex finds the values that a text may have by their longest words, so that the work
// grows with the text and not with the number of values.
type wordIndex struct {
	byWord   map[string][]int
	wordless []int // values without words
}

// newWordIndex returns the index of values that can be found.
func newWordIndex(list []value) *wordIndex {
	x := &wordIndex{byWord: map[string][]int{}}
	for i := range list {
		x.add(i, list[i].normal)
	}
	return x
}

// add adds a normal text with its number, which is not less than those before.
func (x *wordIndex) add(i int, normal string) {
	longest := ""
	eachWord(normal, func(word string) {
		if len(word) > len(longest) {
			longest = word
		}
	})
	if longest == "" {
		x.wordless = append(x.wordless, i)
	} else {
		x.byWord[longest] = append(x.byWord[longest], i)
	}
}

// in returns the values whose words a text may have, in their order.
func (x *wordIndex) in(n normal) []int {
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
