package web

import (
	"encoding/json"
	"strings"
	"sync"

	"protokol/generator"
)

// schema is a JSON Schema of a file or of values in it.
type schema = generator.SchemaNode

// schemas are parsed once.
var schemas = sync.OnceValue(func() map[string]*schema {
	all := map[string]*schema{}
	for _, kind := range []string{"meeting", "council", "settings"} {
		text, err := generator.Schema(kind)
		if err != nil {
			panic(err) // the schemas are part of the program
		}
		root := &schema{}
		if err := json.Unmarshal([]byte(text), root); err != nil {
			panic(err)
		}
		all[kind] = root
	}
	return all
})

// kinds of fields.
const (
	kindText   = "text"
	kindDate   = "date"
	kindTime   = "time"
	kindNumber = "number" // a whole number
	kindAmount = "amount" // a number or words
	kindVotes  = "votes"  // a number, words or a list of names
	kindDue    = "due"    // a date or words
	kindFlag   = "flag"
	kindChoice = "choice"
	kindTexts  = "texts"  // a list of texts
	kindGrid   = "grid"   // a list of lists of texts
	kindTable  = "table"  // for which a text may stand
	kindTables = "tables" // a list of tables, for which texts may stand
	kindMap    = "map"    // tables with names of the user
)

// shape describes the value of a key.
type shape struct {
	kind  string
	name  string  // of the definition of its tables
	table *schema // of a table, a list of tables or a map; has properties
	short string  // the key that a text in place of the table means
	enum  []string
	words []string // of the values of enum
}

// shapeOf returns the shape that a schema allows.
func shapeOf(s, root *schema) shape {
	choices := append(append([]*schema{}, s.AnyOf...), s.OneOf...)
	switch {
	case s.Ref != "":
		return referenced(s, root)
	case s.Items != nil:
		return listOf(s.Items, root)
	case s.Additional.Schema != nil:
		inner := shapeOf(s.Additional.Schema, root)
		inner.kind = kindMap
		return inner
	case len(choices) == 3:
		return shape{kind: kindVotes}
	case len(choices) == 2 && choices[0].Pattern != "":
		return shape{kind: kindTime}
	case len(choices) == 2 && choices[1].Format == "date":
		return shape{kind: kindDue}
	case len(choices) == 2, s.Type == "number":
		return shape{kind: kindAmount}
	case len(s.Enum) > 0:
		return shape{kind: kindChoice, enum: s.Enum, words: s.Choices}
	case s.Type == "boolean":
		return shape{kind: kindFlag}
	case s.Type == "integer":
		return shape{kind: kindNumber}
	case s.Format == "date":
		return shape{kind: kindDate}
	}
	return shape{kind: kindText}
}

// referenced returns the shape of a definition.
func referenced(s, root *schema) shape {
	name := strings.TrimPrefix(s.Ref, "#/$defs/")
	target := root.Definitions[name]
	if len(target.Properties) > 0 {
		return shape{kind: kindTable, name: name, table: target}
	}
	for _, one := range target.OneOf {
		if len(one.Properties) > 0 {
			return shape{kind: kindTable, name: name, table: one, short: shortKey(one)}
		}
	}
	return shapeOf(target, root)
}

func listOf(s, root *schema) shape {
	switch inner := shapeOf(s, root); inner.kind {
	case kindTable:
		inner.kind = kindTables
		return inner
	case kindTexts:
		return shape{kind: kindGrid}
	}
	return shape{kind: kindTexts, enum: s.Enum, words: s.Choices}
}

// element is the shape of an element of a list of texts.
func (s shape) element() shape {
	if len(s.enum) > 0 {
		return shape{kind: kindChoice, enum: s.enum, words: s.words}
	}
	return shape{kind: kindText}
}

// shortKey returns the key for which a text may stand: the only one that is
// required, or the first one.
func shortKey(table *schema) string {
	if len(table.Required) == 1 {
		return table.Required[0]
	}
	return table.Properties[0].Name
}

// schemaAt returns the shape of the value at a path. Elements of lists of texts are
// texts. It is false for a path that the schema does not have.
func schemaAt(s *schema, path []any) (shape, *schema, bool) {
	now, about := shape{kind: kindTable, table: s}, s
	for _, step := range path {
		switch step := step.(type) {
		case string:
			if now.kind == kindMap {
				now.kind, about = kindTable, now.table
				continue
			}
			p := now.key(step)
			if p == nil {
				return shape{}, nil, false
			}
			now, about = shapeOf(p, s), p
		case int:
			switch now.kind {
			case kindTables:
				now.kind = kindTable
			case kindGrid:
				now = shape{kind: kindTexts}
			case kindTexts, kindVotes:
				now = now.element()
			default:
				return shape{}, nil, false
			}
		}
	}
	return now, about, true
}

// key returns the schema of a key of a table.
func (s shape) key(name string) *schema {
	if s.kind != kindTable {
		return nil
	}
	for _, p := range s.table.Properties {
		if p.Name == name {
			return p.Schema
		}
	}
	return nil
}
