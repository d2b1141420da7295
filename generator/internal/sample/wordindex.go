package sample

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/fields"
)

// wordIndex finds the values that a text has by their rarest words, up to three in a row, so that the work grows with
// the text and not with the number of values, also if many of them differ in one word only, «специалист участка № 7»,
// or have their words in common: «Белов И. П.».
type wordIndex struct {
	texts    []string            // normal, by number
	byWords  map[string][]inside // nil until values are looked for
	wordless []int               // values without words
}

// inside is the place of words in a value.
type inside struct{ value, at int }

// found is the place of a value in a normal text.
type found struct{ value, from, to int }

// newWordIndex returns the index of values that can be found.
func newWordIndex(list []value) *wordIndex {
	x := &wordIndex{}
	for i := range list {
		x.add(list[i].normal)
	}
	return x
}

// add adds a normal text; its number is that of the texts before.
func (x *wordIndex) add(normal string) { x.texts, x.byWords = append(x.texts, normal), nil }

// build assigns the texts to their rarest words in a row, of these the longest.
func (x *wordIndex) build() {
	count, rows := map[string]int{}, make([]int, len(x.texts))
	for i, text := range x.texts {
		rows[i] = wordsOf(text)
		eachWords(text, rows[i], func(from, to int) { count[text[from:to]]++ })
	}
	x.byWords, x.wordless = map[string][]inside{}, nil
	for i, text := range x.texts {
		rarest, at := "", 0
		eachWords(text, rows[i], func(from, to int) {
			words := text[from:to]
			n, least := count[words], count[rarest]
			if rarest == "" || n < least || n == least && len(words) > len(rarest) {
				rarest, at = words, from
			}
		})
		if rarest == "" {
			x.wordless = append(x.wordless, i)
		} else {
			x.byWords[rarest] = append(x.byWords[rarest], inside{i, at})
		}
	}
}

// find returns the values in a text, in their order, and spends steps of the frame.
func (x *wordIndex) find(n normal, frame fields.Frame) (list []found) {
	if x.byWords == nil {
		x.build()
	}
	for _, i := range x.wordless {
		frame.Spend(1 + len(n.text)/bytesPerStep)
		for _, place := range n.find(x.texts[i]) {
			list = append(list, found{i, place[0], place[1]})
		}
	}
	for count := 1; count <= longestRow; count++ {
		eachWords(n.text, count, func(from, to int) {
			values := x.byWords[n.text[from:to]]
			frame.Spend(len(values))
			for _, v := range values {
				text, begin := x.texts[v.value], from-v.at
				end := begin + len(text)
				if begin >= 0 && strings.HasPrefix(n.text[begin:], text) && n.bounded(begin, end) {
					list = append(list, found{v.value, begin, end})
				}
			}
		})
	}
	slices.SortStableFunc(list, func(a, b found) int { return cmp.Or(a.value-b.value, a.from-b.from) })
	return withoutOverlaps(list)
}

// withoutOverlaps leaves out the places of a value that overlap one before.
func withoutOverlaps(list []found) (kept []found) {
	for _, at := range list {
		if k := len(kept) - 1; k < 0 || kept[k].value != at.value || kept[k].to <= at.from {
			kept = append(kept, at)
		}
	}
	return kept
}

// longestRow is how many words in a row the index is by.
const longestRow = 3

// wordsOf returns how many words in a row a text is found by.
func wordsOf(text string) (count int) {
	eachWords(text, 1, func(int, int) { count++ })
	return min(max(count, 1), longestRow)
}

// eachWords visits the ranges of so many words in a row, with what is between them, in a normal text: a value that is
// found begins and ends with whole ones.
func eachWords(text string, count int, visit func(from, to int)) {
	var begins [longestRow]int // of the last words, the last first
	from, words := -1, 0
	end := func(to int) {
		copy(begins[1:], begins[:])
		begins[0], from = from, -1
		if words++; words >= count {
			visit(begins[count-1], to)
		}
	}
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case isWord(r) && from < 0:
			from = at
		case !isWord(r) && from >= 0:
			end(at)
		}
		at += size
	}
	if from >= 0 {
		end(len(text))
	}
}
