// Package keys is the reference of the keys of a file about a meeting: what each
// means, which values it takes, an example, and the papers that print it. It is
// made from the JSON Schema of the input and from usage.json, which a test of
// package compose makes from the examples and the templates.
package keys

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

//go:embed usage.json
var usageText []byte

// Usage is how a key is used, by its path without indexes: "agenda.title".
type Usage struct {
	Example string   `json:"example,omitempty"` // a line from the examples
	Printed []string `json:"printed,omitempty"` // titles of the papers that print it
}

// Table is a table of the file.
type Table struct {
	Name   string   // of its definition in the schema; "" for the file
	Text   string   // what it holds
	Places []string // its headers: "[council]", "[[agenda.decisions]]"
	Short  bool     // a plain text may stand for it
	Keys   []Key
}

// Key is a key of a table.
type Key struct {
	Name     string
	Text     string // what it means
	Type     string // which values it takes
	Values   []string
	Required bool
	Usage

	table *Table
}

// Reference is all keys of a file, table by table.
type Reference []*Table

// Read makes the reference from a JSON Schema.
func Read(schemaText string) (Reference, error) {
	var root Schema
	if err := json.Unmarshal([]byte(schemaText), &root); err != nil {
		return nil, err
	}
	usage := map[string]Usage{}
	if err := json.Unmarshal(usageText, &usage); err != nil {
		return nil, err
	}
	w := walker{definitions: root.Definitions, usage: usage, seen: map[string]*Table{}}
	w.table("", "", "", &root)
	return w.tables, nil
}

// walker visits the tables of a schema, the outer ones first.
type walker struct {
	definitions map[string]*Schema
	usage       map[string]Usage
	seen        map[string]*Table // by the name of the definition
	tables      Reference
}

// table adds a table at a path, or the place to one that is known.
func (w *walker) table(name, path, header string, s *Schema) {
	if t := w.seen[name]; t != nil {
		t.Places = append(t.Places, header)
		for i := range t.Keys {
			t.Keys[i].use(w.usage[join(path, t.Keys[i].Name)])
		}
		if !strings.HasSuffix(path, ".points") { // points hold points
			w.inner(path, s)
		}
		return
	}
	list, required, short := s.keys()
	t := &Table{Name: name, Text: s.Description, Short: short}
	if header != "" {
		t.Places = []string{header}
	}
	w.seen[name] = t
	w.tables = append(w.tables, t)
	for _, p := range list {
		k := Key{Name: p.Name, Text: p.Description, Type: w.kind(p.Schema), Values: p.Enum,
			Required: slices.Contains(required, p.Name), table: t}
		k.use(w.usage[join(path, p.Name)])
		if k.Example == "" && p.Minimum > 1 {
			k.Example = fmt.Sprintf("%s = %v", p.Name, p.Minimum)
		}
		t.Keys = append(t.Keys, k)
	}
	w.inner(path, s)
}

// inner visits the tables in a table.
func (w *walker) inner(path string, s *Schema) {
	list, _, _ := s.keys()
	for _, p := range list {
		if name, brackets := p.target(); name != "" {
			at := join(path, p.Name)
			if p.Additional.Schema != nil {
				at = join(at, "…")
			}
			half := len(brackets) / 2
			w.table(name, at, brackets[:half]+at+brackets[half:], w.definitions[name])
		}
	}
}

// kind describes the values of a key; a short text may stand for some tables.
func (w *walker) kind(s *Schema) string {
	kind := s.kind()
	name, brackets := s.target()
	if name == "" {
		return kind
	}
	if _, _, short := w.definitions[name].keys(); short {
		if brackets == "[[]]" {
			return "список: тексты или разделы"
		}
		return "текст или раздел"
	}
	return kind
}

// use adds what is known about the key at one of the places of its table.
func (k *Key) use(u Usage) {
	if k.Example == "" {
		k.Example = u.Example
	}
	for _, paper := range u.Printed {
		if !slices.Contains(k.Printed, paper) {
			k.Printed = append(k.Printed, paper)
		}
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// Path returns the place of a key: that of its table, and its name.
func (k *Key) Path() string {
	if len(k.table.Places) == 0 {
		return k.Name
	}
	return strings.Trim(k.table.Places[0], "[]") + "." + k.Name
}
