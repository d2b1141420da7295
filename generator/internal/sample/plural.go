package sample

import (
	"slices"
	"strings"
	"sync"

	"protokol/generator/internal/fields"
)

// Words that change with the number of people they are about, «Докладчик: …» and
// «Докладчики: …», and ordinals, which change with the number of the item.

// isOrdinal reports whether a word is an ordinal, «первому», or a Roman numeral.
func isOrdinal(word string) bool { return ordinals()[word] }

var ordinals = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, word := range fields.Ordinals() {
		set[normalize(word).text] = true
	}
	return set
})

// numbered are the ends of words about a man, a woman and several people.
var numbered = [][3]string{{"лся", "лась", "лись"}, {"ный", "ная", "ные"}, {"щий", "щая", "щие"}, {"ший", "шая", "шие"},
	{"ен", "ена", "ены"}, {"ан", "ана", "аны"}, {"л", "ла", "ли"}, {"ик", "ица", "ики"}, {"чик", "чица", "чики"},
	{"ор", "", "оры"}, {"ер", "", "еры"}, {"ель", "", "ели"}, {"арь", "", "ари"}, {"ент", "", "енты"},
	{"ант", "", "анты"}, {"ерт", "", "ерты"}, {"ат", "", "аты"}, {"лицо", "", "лица"}}

// shortest is the length of the shortest beginning of such a word: «вела».
const shortest = len("ве")

// lemma returns the form of a word about one man. The result for other words may not be a word, but equal words
// have equal results.
func lemma(word string) string {
	best, longest := word, 0
	for _, ends := range numbered {
		for _, end := range ends[1:] {
			stem, ok := strings.CutSuffix(word, end)
			if end != "" && ok && len(end) > longest && (len(stem) >= shortest || stem == "") {
				best, longest = stem+ends[0], len(end)
			}
		}
	}
	return best
}

// isPlural reports whether a word is the plural of another: «докладчики».
func isPlural(many, one string) bool {
	return many != one && slices.ContainsFunc(numbered, func(ends [3]string) bool {
		stem, ok := strings.CutSuffix(many, ends[2])
		return ok && (len(stem) >= shortest || stem == "") &&
			(one == stem+ends[0] || ends[1] != "" && one == stem+ends[1])
	})
}

// agree reports whether two words differ only as they are about a man, a woman or several
// people. Such words begin alike.
func agree(a, b string) bool {
	const letter = len("в")
	if len(a) < letter || len(b) < letter || a[:letter] != b[:letter] {
		return false
	}
	return isPlural(a, b) || isPlural(b, a) || otherGender(a) == b || otherEnd(a) == b
}

// counts reports whether an ordinal is the number of an item: «по первому вопросу».
func (n *Node) counts(k int, o option) bool {
	return strings.Contains(o.value.Name, fields.Ordinal) && k+1 < len(n.tokens) &&
		(strings.HasPrefix(n.tokens[k+1].word, "вопрос") || strings.HasPrefix(n.tokens[k+1].word, "пункт"))
}
