package web

import (
	"slices"
	"strings"
)

// fieldHelp describes the place and the purpose of a field of a form.
type fieldHelp struct {
	Where, Label, Text string
	key                string
}

// formTitles are the forms in the reference of fields.
var formTitles = []Option{{Value: "meeting", Label: "Заседание"}, {Value: "council", Label: "Орган"},
	{Value: "settings", Label: "Настройки папки"}}

// maxHelpDepth limits tables in tables: some hold themselves.
const maxHelpDepth = 4

// fieldList lists fields.
type fieldList struct {
	root *schema
	seen map[string]bool // the forms have many in common
	list []fieldHelp
}

// allFields lists the fields of the forms.
func allFields() []fieldHelp {
	f := &fieldList{seen: map[string]bool{}}
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

// add adds the field of a key and those of its tables.
func (f *fieldList) add(path []any, s *schema, where []string) {
	of := shapeOf(s, f.root)
	field := (&form{root: f.root}).value(path, s, of, nil, false)
	one := fieldHelp{strings.Join(where, " → "), field.Label, field.Help, field.Name}
	if of.kind == kindChoice {
		one.Text = choices(field.Options[1:]) // without the usual one
	}
	if same := strings.Join(where[1:], " → ") + one.Label; !f.seen[same] {
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

// choices lists the options of a field.
func choices(options []Option) string {
	var labels []string
	for _, o := range options {
		labels = append(labels, o.Label)
	}
	return "Выбирают: " + strings.Join(labels, ", ") + "."
}
