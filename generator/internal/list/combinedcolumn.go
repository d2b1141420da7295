package list

import (
	"slices"
	"strings"
)

// combinedColumn is a column with several codes in one cell, as accounting programs export them: «ИНН/КПП». Its
// codes become separate columns after those of the table.
type combinedColumn struct {
	index int            // of the column in the table
	parts map[string]int // indices of the columns of the codes, by key
}

// codeWords are the words of combined headings and the keys of their codes.
var codeWords = map[string]string{"инн": "inn", "кпп": "kpp", "огрн": "ogrn", "огрнип": "ogrn"}

// splitCombined adds columns for the codes of combined columns that have none.
func (l *List) splitCombined() {
	for i, c := range l.Columns[:l.physical] {
		keys := codesIn(c)
		if len(keys) < 2 || slices.ContainsFunc(keys, l.holds) {
			continue
		}
		combined := combinedColumn{i, map[string]int{}}
		for _, key := range keys {
			combined.parts[key] = len(l.Columns)
			l.Columns = append(l.Columns, Column{Letter: c.Letter, Title: c.Title, Field: key, Hidden: c.Hidden})
		}
		l.combined = append(l.combined, combined)
	}
}

// codesIn returns the keys of the codes that a heading names.
func codesIn(c Column) (keys []string) {
	if c.Field != "" {
		return nil
	}
	for _, word := range headingWords(c.Title) {
		key, isCode := codeWords[word]
		switch {
		case isCode && !slices.Contains(keys, key):
			keys = append(keys, key)
		case !isCode && !hasStem(neutralWords, word):
			return nil
		}
	}
	return keys
}

// split fills the columns of the codes. What its length does not separate
// stays in one piece, for the check of the first code to report.
func (c combinedColumn) split(values []string) {
	first := len(values)
	for _, i := range c.parts {
		first = min(first, i)
	}
	text := values[c.index]
	for _, code := range strings.FieldsFunc(text, func(r rune) bool { return !isASCIIAlnum(r) }) {
		at, ok := c.parts[codeOfLength(len(code))]
		if !ok || values[at] != "" {
			for _, i := range c.parts {
				values[i] = ""
			}
			values[first] = text
			return
		}
		values[at] = code
	}
}

func isASCIIAlnum(r rune) bool { return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' }

// codeOfLength returns the key of the code that has so many digits.
func codeOfLength(n int) string {
	switch n {
	case 10, 12:
		return "inn"
	case 9:
		return "kpp"
	case 13, 15:
		return "ogrn"
	}
	return ""
}
