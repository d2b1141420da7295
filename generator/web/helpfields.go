package web

import "strings"

// fieldHelp says where a field of a form is, and what it is for.
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
	word string
	root *schema
	seen map[string]bool // the forms have many in common
	list []fieldHelp
}

// fieldsAbout lists the fields of the forms whose labels or explanations have a word; all
// of them for "".
func fieldsAbout(word string) []fieldHelp {
	f := &fieldSearch{word: strings.ToLower(word), seen: map[string]bool{}}
	for _, kind := range formTitles {
		f.root = schemas()[kind.Value]
		whole := shape{kind: kindTable, table: f.root}
		for _, g := range groupsOf(kind.Value) {
			for _, key := range g.keys {
				if s := whole.key(key); s != nil {
					f.add(key, s, []string{kind.Label, g.Title})
				}
			}
		}
	}
	return f.list
}

// add adds the field of a key, if it is about the word, and those of its tables.
func (f *fieldSearch) add(key string, s *schema, where []string) {
	name := key[strings.LastIndex(key, ".")+1:]
	one := fieldHelp{strings.Join(where, " → "), label(s.Description, name), plainHelp(f.root, key, s.Description)}
	same := strings.Join(where[1:], " → ") + one.Label
	if !f.seen[same] && strings.Contains(strings.ToLower(one.Label+" "+one.Text+" "+name), f.word) {
		f.seen[same] = true
		f.list = append(f.list, one)
	}
	of := shapeOf(s, f.root)
	if of.table == nil || len(where) > maxHelpDepth {
		return
	}
	for _, p := range of.table.Properties {
		f.add(key+"."+p.Name, p.Schema, append(where[:len(where):len(where)], one.Label))
	}
}
