package web

import (
	"cmp"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"protokol/generator"
)

// Field is a value of the file, or a key that it may have, as the form shows it.
type Field struct {
	Path  string // JSON
	Key   string // as problems name it
	ID    string
	Name  string // the key alone
	Label string
	Help  string
	Kind  string

	Set      bool // the file has it
	Required bool
	Short    bool   // a text stands for a table
	Expand   string // further keys of the table
	Long     bool   // a text of more than a line
	Value    string
	Default  string // value in the council's file
	People   bool   // values are names of people
	Empty    bool   // an empty value means something else than none
	Options  []Option
	Suggest  []string // values that a text often has

	Fields []Field  // of a table
	Items  []Field  // of a list
	More   []Option // keys of a table that are not shown
	Add    string   // path of the next element

	Title       string // of an element
	First, Last bool   // of a list
}

// Option is a value with its name.
type Option struct {
	Value, Label string
	Selected     bool
}

// form makes fields of a file.
type form struct {
	root   *schema
	values map[string]any
	base   map[string]any // of the council's file
}

// section is a group with its fields.
type section struct {
	group
	Fields []Field
	More   []Option
}

func (f *form) sections(kind string) (list []section) {
	for _, g := range groupsOf(kind) {
		s := section{group: g}
		table := shape{kind: kindTable, table: f.root}
		for _, key := range g.keys {
			inner := table.key(key)
			if inner == nil {
				continue
			}
			_, isSet := f.values[key]
			if isSet || slices.Contains(g.common, key) || slices.Contains(f.root.Required, key) {
				s.Fields = append(s.Fields, f.field([]any{key}, inner, f.values, f.base))
				continue
			}
			s.More = append(s.More, Option{Value: pathText([]any{key}), Label: label(inner.Description, key)})
		}
		list = append(list, s)
	}
	return list
}

// field makes a field of a key of a table.
func (f *form) field(path []any, s *schema, around, base map[string]any) Field {
	name := path[len(path)-1].(string)
	value, isSet := around[name]
	one := f.value(path, s, shapeOf(s, f.root), value, isSet)
	if v, ok := base[name]; ok && !isSet {
		one.Default = brief(v)
	}
	return one
}

// value makes a field of a value with a shape.
func (f *form) value(path []any, s *schema, of shape, value any, isSet bool) Field {
	name, _ := path[len(path)-1].(string)
	key := keyText(path)
	one := Field{Path: pathText(path), Key: key, Name: name, Kind: of.kind, Set: isSet,
		Label: plainText(f.root, key, label(s.Description, name)), Help: plainHelp(f.root, key, s.Description),
		Long:   isLong(name, s.Description) || strings.ContainsAny(textOf(value), "\r\n"),
		People: strings.Contains(s.Description, "из people"), Empty: mayBeEmpty(s.Description)}
	one.ID = fieldID(one.Key)
	if text, ok := value.(string); ok && of.short != "" {
		one.Short, one.Value, one.Expand = true, text, expansion(of)
		return one
	}
	switch of.kind {
	case kindTable:
		table, _ := value.(map[string]any)
		if isSet && table == nil {
			return other(one)
		}
		if isSet {
			f.table(&one, path, of, table)
		}
	case kindMap:
		f.tables(&one, path, of, value)
	case kindTables, kindTexts, kindGrid:
		if len(of.enum) > 0 { // the choices themselves are to be seen
			_, one.Help, _ = strings.Cut(one.Help, ". ")
		}
		return f.list(one, path, s, of, value)
	case kindVotes:
		if _, isList := value.([]any); isList {
			one.Kind = kindTexts
			return f.list(one, path, s, shape{kind: kindTexts}, value)
		}
		one.Value = textOf(value)
	default:
		if one.Options = options(of, s.Description, value); of.kind == kindChoice {
			one.Help = ""
		}
		if of.kind == kindText {
			one.Suggest = s.Examples
		}
		if one.Value = textOf(value); of.kind == kindDate || of.kind == kindDue {
			one.Value = russianDateOf(one.Value)
		}
	}
	return one
}

// expansion names the keys of a table other than the one that a text sets.
func expansion(of shape) string {
	var names []string
	for _, p := range of.table.Properties {
		if p.Name != of.short && slices.Contains(common[of.name], p.Name) {
			names = append(names, strings.ToLower(label(p.Description, p.Name)))
		}
	}
	return cmp.Or(strings.Join(names, ", "), "другие поля")
}

// other is a field whose value has an unexpected type: it is shown, and changed in
// the text.
func other(one Field) Field {
	one.Kind = "other"
	return one
}

// table fills the fields of a table.
func (f *form) table(one *Field, path []any, of shape, table map[string]any) {
	for _, p := range of.table.Properties {
		inner := append(slices.Clone(path), p.Name)
		_, isSet := table[p.Name]
		isRequired := slices.Contains(of.table.Required, p.Name)
		if !isSet && !isRequired && !slices.Contains(common[of.name], p.Name) {
			one.More = append(one.More, Option{Value: pathText(inner), Label: label(p.Description, p.Name)})
			continue
		}
		field := f.field(inner, p.Schema, table, nil)
		field.Required = isRequired
		one.Fields = append(one.Fields, field)
	}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		if of.key(key) == nil { // unknown: a problem will say so
			inner := append(slices.Clone(path), key)
			field := Field{Path: pathText(inner), Key: keyText(inner), Name: key, Label: key, Set: true,
				Value: brief(table[key])}
			field.ID = fieldID(field.Key)
			one.Fields = append(one.Fields, other(field))
		}
	}
}

// tables fills the tables of a map.
func (f *form) tables(one *Field, path []any, of shape, value any) {
	table, _ := value.(map[string]any)
	of.kind = kindTable
	for _, key := range slices.Sorted(maps.Keys(table)) {
		item := f.value(append(slices.Clone(path), key), of.table, of, table[key], true)
		item.Title, item.Label, item.Help = key, key, ""
		one.Items = append(one.Items, item)
	}
}

// list fills the elements of a list.
func (f *form) list(one Field, path []any, s *schema, of shape, value any) Field {
	list, _ := value.([]any)
	if one.Set && list == nil {
		return other(one)
	}
	inner := of.element()
	switch of.kind {
	case kindTables:
		inner, inner.kind = of, kindTable
	case kindGrid:
		inner = shape{kind: kindTexts}
	}
	for i, v := range list {
		item := f.value(append(slices.Clone(path), i), s, inner, v, true)
		item.Label, item.Help, item.Required = fmt.Sprint(cmp.Or(singular[one.Name], "№"), " ", i+1), "", false
		item.Long, item.People = item.Long || one.Long, one.People && inner.kind != kindTable
		item.First, item.Last = i == 0, i == len(list)-1
		item.Title = title(v)
		if inner.kind == kindChoice && item.Options[0].Selected {
			item.Options[0].Label = "не выбрано"
		} else if inner.kind == kindChoice {
			item.Options = item.Options[1:] // no value is no element
		}
		one.Items = append(one.Items, item)
	}
	one.Add = pathText(append(slices.Clone(path), len(list)))
	return one
}

// title is a line about an element.
func title(v any) string {
	table, ok := v.(map[string]any)
	if !ok {
		return ""
	}
	for _, key := range []string{"title", "name", "text", "position", "role", "label", "words", "file"} {
		if text, ok := table[key].(string); ok && text != "" {
			return cut(text, 90)
		}
	}
	return ""
}

// pathText writes a path as JSON.
func pathText(path []any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // as JSON.stringify of the browser
	if err := e.Encode(path); err != nil {
		panic(err) // texts and numbers
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// keyText writes a path as problems do.
func keyText(path []any) string {
	var b strings.Builder
	for i, step := range path {
		switch step := step.(type) {
		case string:
			if i > 0 {
				b.WriteByte('.')
			}
			b.WriteString(generator.KeyStep(step))
		case int:
			fmt.Fprintf(&b, "[%d]", step)
		}
	}
	return b.String()
}

// fieldID is the id of a field in the page.
func fieldID(key string) string {
	h := fnv.New64a()
	h.Write([]byte(key))
	return fmt.Sprintf("f%x", h.Sum64())
}
