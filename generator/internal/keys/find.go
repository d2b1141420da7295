package keys

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
)

// Find returns the keys for a word: a key, the path of a key or of a table, or
// Russian words, whose endings may differ. The best come first. Near is a word
// that was probably meant when there are none; it may be "".
func (r Reference) Find(word string) (found []*Key, near string) {
	word = strings.ToLower(strings.Trim(strings.TrimSpace(word), "[]«»\""))
	if word == "" {
		return nil, ""
	}
	type match struct {
		key     *Key
		rank    int
		mention int // 1 if the text of the key only mentions the word, and begins with another one
	}
	var list []match
	for _, t := range r {
		for i := range t.Keys {
			if rank := t.Keys[i].rank(word); rank > 0 {
				list = append(list, match{&t.Keys[i], rank, mention(t.Keys[i].Text, word)})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b match) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.mention, b.mention))
	})
	for _, m := range list {
		if m.rank <= max(list[0].rank, exactRank) {
			found = append(found, m.key)
		}
	}
	if len(found) == 0 {
		near = diag.Near(word, r.words(), utf8.RuneCountInString(word)/4) // the words of all texts are many
	}
	return found, near
}

// Ranks of matches, best first. Keys of a worse rank than the first are not shown, except the
// keys of a table that is found as a key.
const (
	nameRank = 1 + iota
	tableRank
	textRank
	partRank
	exactRank = tableRank
)

// rank returns how well a key matches a word; 0 is not a match.
func (k *Key) rank(word string) int {
	switch {
	case k.Name == word || slices.ContainsFunc(k.paths(), func(path string) bool { return path == word }):
		return nameRank
	case slices.ContainsFunc(k.table.Places, func(place string) bool { return strings.Trim(place, "[]") == word }):
		return tableRank
	case mentions(k.Text, word) || slices.Contains(k.Values, word):
		return textRank
	case isLatin(word) && strings.Contains(k.Name, word) || mentions(k.table.Text, word):
		return partRank
	}
	return 0
}

// paths returns the key at every place of its table.
func (k *Key) paths() (list []string) {
	for _, place := range k.table.Places {
		list = append(list, strings.Trim(place, "[]")+"."+k.Name)
	}
	return list
}

func isLatin(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return r > 'z' }) < 0
}

// mention returns 0 if a text begins with the first word of a query, in any form: it is about that, and 1 otherwise.
func mention(text, query string) int {
	words, queried := split(withoutYo.Replace(text)), split(withoutYo.Replace(query))
	if len(words) > 0 && len(queried) > 0 && strings.HasPrefix(words[0], stemOf(queried[0])) {
		return 0
	}
	return 1
}

// mentions reports whether a text has all words of a query, in any form, with ё or е.
func mentions(text, query string) bool {
	words := split(withoutYo.Replace(text))
	for _, q := range split(withoutYo.Replace(query)) {
		stem := stemOf(q)
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, stem) }) {
			return false
		}
	}
	return true
}

var withoutYo = strings.NewReplacer("ё", "е", "Ё", "Е")

// stemOf cuts what may be the ending of a Russian word: up to two letters, and
// never below four.
func stemOf(word string) string {
	letters := []rune(word)
	if isLatin(word) {
		return word
	}
	return string(letters[:max(min(len(letters), 4), len(letters)-2)])
}

func split(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_'
	})
}

// words are the words by which keys can be found.
func (r Reference) words() (list []string) {
	for _, t := range r {
		for _, k := range t.Keys {
			list = append(list, k.Name)
		}
	}
	for _, t := range r {
		for _, k := range t.Keys {
			list = append(list, split(k.Text)...)
		}
	}
	return list
}
