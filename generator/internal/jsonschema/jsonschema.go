// Package jsonschema describes Go types that TOML is bound to as JSON Schema
// (draft 2020-12), for editors that check and complete TOML. Only tests use it:
// they compare the schemas with the files that the program embeds.
package jsonschema

import (
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Schema is what these schemas need of JSON Schema, in the order in which it is
// written.
type Schema struct {
	Version     string             `json:"$schema,omitempty"`
	Ref         string             `json:"$ref,omitempty"`
	Definitions map[string]*Schema `json:"$defs,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	AnyOf       []*Schema          `json:"anyOf,omitempty"`
	OneOf       []*Schema          `json:"oneOf,omitempty"`
	Type        string             `json:"type,omitempty"`
	Format      string             `json:"format,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	Choices     []string           `json:"enumDescriptions,omitempty"` // of the values of Enum, as VS Code reads them
	Minimum     json.Number        `json:"minimum,omitempty"`
	Above       json.Number        `json:"exclusiveMinimum,omitempty"`
	Items       *Schema            `json:"items,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Properties  Properties         `json:"properties,omitempty"`
	Additional  any                `json:"additionalProperties,omitempty"`
}

// Properties are in the order of the fields.
type Properties []Property

// Property is a key of a table.
type Property struct {
	Name string
	*Schema
}

// MarshalJSON writes an object.
func (list Properties) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, p := range list {
		value, err := json.Marshal(p.Schema)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(strconv.AppendQuote(b, p.Name), ':'), value...)
	}
	return append(b, '}'), nil
}

// Describer makes a schema. The tag toml names the key of a field and jsonschema
// constrains it.
type Describer struct {
	Comments map[string]string       // descriptions of keys by "Type.Field"; see Comments
	Spelled  map[reflect.Type]Schema // types that bind values themselves
	Tables   map[string]string       // descriptions of tables by the names of their types
	Choices  map[string]string       // descriptions of the values of an enum by "key.value"
	defs     map[string]*Schema
}

// File describes a file that is bound to a struct. Keys that are optional need
// not be there, and keys that are absent must not.
func (d *Describer) File(t reflect.Type, title string, optional, absent []string) *Schema {
	d.defs = map[string]*Schema{}
	root := d.table(t)
	root.Version, root.Title = "https://json-schema.org/draft/2020-12/schema", title
	root.Required = without(root.Required, optional)
	var kept Properties
	for _, p := range root.Properties {
		if !slices.Contains(absent, p.Name) {
			kept = append(kept, p)
		}
	}
	root.Properties, root.Definitions = kept, d.defs
	return root
}

func without(list, removed []string) (rest []string) {
	for _, word := range list {
		if !slices.Contains(removed, word) {
			rest = append(rest, word)
		}
	}
	return rest
}

// define describes a type; tables become definitions.
func (d *Describer) define(t reflect.Type) *Schema {
	if s, ok := d.Spelled[t]; ok {
		return &s
	}
	switch t.Kind() {
	case reflect.Pointer:
		return d.define(t.Elem())
	case reflect.Slice:
		return &Schema{Type: "array", Items: d.define(t.Elem())}
	case reflect.Map:
		return &Schema{Type: "object", Additional: d.define(t.Elem())}
	case reflect.Bool:
		return &Schema{Type: "boolean"}
	case reflect.Int:
		return &Schema{Type: "integer"}
	case reflect.Float64:
		return &Schema{Type: "number"}
	case reflect.String:
		return &Schema{Type: "string"}
	case reflect.Struct:
		if d.defs[t.Name()] == nil {
			d.defs[t.Name()] = &Schema{} // a table may hold others of its type
			*d.defs[t.Name()] = *d.table(t)
		}
		return &Schema{Ref: "#/$defs/" + t.Name()}
	}
	panic("no schema for " + t.String())
}

func (d *Describer) table(t reflect.Type) *Schema {
	table := &Schema{Type: "object", Additional: false}
	short := false // a plain text may stand for the table
	for i := range t.NumField() {
		field := t.Field(i)
		key, option, _ := strings.Cut(field.Tag.Get("toml"), ",")
		if key == "" || key == "-" {
			continue
		}
		s := d.define(field.Type)
		s.Description = d.Comments[t.Name()+"."+field.Name]
		table.constrain(s, key, field.Tag.Get("jsonschema"))
		for _, value := range s.Enum {
			if choice, ok := d.Choices[key+"."+value]; ok {
				s.Choices = append(s.Choices, choice)
			}
		}
		table.Properties = append(table.Properties, Property{key, s})
		short = short || option == "short"
	}
	if short {
		table = &Schema{OneOf: []*Schema{{Type: "string"}, table}}
	}
	table.Description = d.Tables[t.Name()]
	return table
}

// constrain adds what a tag says of a key: enum=a,enum=b, minimum=1, required.
func (table *Schema) constrain(s *Schema, key, tag string) {
	for word := range strings.SplitSeq(tag, ",") {
		switch name, value, _ := strings.Cut(word, "="); name {
		case "":
		case "required":
			table.Required = append(table.Required, key)
		case "enum":
			s.Enum = append(s.Enum, value)
		case "minimum":
			s.Minimum = json.Number(value)
		case "exclusiveMinimum":
			s.Above = json.Number(value)
		default:
			panic("no such constraint: " + tag)
		}
	}
}

// Undescribed returns the tables, the keys and the values of enums that lack a description.
func (s *Schema) Undescribed() (names []string) {
	for name, table := range s.Definitions {
		if table.Description == "" {
			names = append(names, name)
		}
		for _, inner := range append([]*Schema{table}, table.OneOf...) {
			names = append(names, inner.keysUndescribed(name)...)
		}
	}
	return append(names, s.keysUndescribed(s.Title)...)
}

func (s *Schema) keysUndescribed(table string) (names []string) {
	for _, p := range s.Properties {
		if p.Description == "" {
			names = append(names, table+"."+p.Name)
		}
		if len(p.Choices) != len(p.Enum) {
			names = append(names, table+"."+p.Name+": "+strings.Join(p.Enum, ", "))
		}
	}
	return names
}

// JSON returns the text of a schema.
func (s *Schema) JSON() ([]byte, error) {
	text, err := json.MarshalIndent(s, "", "  ")
	return append(text, '\n'), err
}
