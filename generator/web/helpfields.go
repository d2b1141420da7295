package web

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fieldHelp describes the place and the purpose of a field of a form.
type fieldHelp struct {
	Where, Label, Text string
}

// formTitles are the forms in the reference of fields.
var formTitles = []Option{{Value: "meeting", Label: "Заседание"}, {Value: "council", Label: "Орган"},
	{Value: "settings", Label: "Настройки папки"}}

// maxHelpDepth limits tables in tables: some hold themselves.
const maxHelpDepth = 4

// fieldSearch finds fields.
type fieldSearch struct {
	words []string
	root  *schema
	seen  map[string]bool // the forms have many in common
	most  int             // words that the fields of list have
	list  []fieldHelp
}

// minWord is the length of the shortest word of a question that is looked for: «как», «что» and «для» are everywhere.
const minWord = 4

// fieldsAbout lists the fields of the forms whose labels or explanations have a text, or else the most words of it;
// all of them for "".
func fieldsAbout(text string) []fieldHelp {
	text = strings.ToLower(text)
	list := fieldsWith([]string{text})
	if len(list) > 0 {
		return list
	}
	isBetween := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return fieldsWith(slices.DeleteFunc(strings.FieldsFunc(text, isBetween), func(word string) bool {
		return utf8.RuneCountInString(word) < minWord
	}))
}

// fieldsWith lists the fields that have the most of the given words.
func fieldsWith(words []string) []fieldHelp {
	f := &fieldSearch{words: words, seen: map[string]bool{}, most: 1}
	for _, kind := range formTitles {
		f.root = schemas()[kind.Value]
		whole := shape{kind: kindTable, table: f.root}
		for _, g := range groupsOf(kind.Value) {
			for _, key := range g.keys {
				if s := whole.key(key); s != nil {
					f.add([]any{key}, s, []string{kind.Label, g.Title})
				}
			}
		}
	}
	return f.list
}

// add adds the field of a key, if it is about the word, and those of its tables.
func (f *fieldSearch) add(path []any, s *schema, where []string) {
	of := shapeOf(s, f.root)
	field := (&form{root: f.root}).value(path, s, of, nil, false)
	one := fieldHelp{strings.Join(where, " → "), field.Label, field.Help}
	if of.kind == kindChoice {
		one.Text = choices(field.Options[1:]) // without the usual one
	}
	same := strings.Join(where[1:], " → ") + one.Label
	if n := f.count(one.Label + " " + one.Text + " " + field.Name); n >= f.most && !f.seen[same] {
		if n > f.most {
			f.most, f.list = n, nil
		}
		f.seen[same] = true
		f.list = append(f.list, one)
	}
	if of.table == nil || len(where) > maxHelpDepth {
		return
	}
	for _, p := range of.table.Properties {
		f.add(append(slices.Clone(path), p.Name), p.Schema, append(slices.Clone(where), one.Label))
	}
}

// count counts the words that a text has.
func (f *fieldSearch) count(text string) (n int) {
	text = strings.ToLower(text)
	for _, word := range f.words {
		if strings.Contains(text, word) {
			n++
		}
	}
	return n
}

// choices lists the options of a field.
func choices(options []Option) string {
	var labels []string
	for _, o := range options {
		labels = append(labels, o.Label)
	}
	return "Выбирают: " + strings.Join(labels, ", ") + "."
}
