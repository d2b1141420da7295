package input

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"protokol/generator/internal/golden"
	"protokol/generator/internal/meeting"
)

// TestSchema generates schema.json from the types of package meeting. To update
// the file after a change of the types, run
//
//	go test ./generator/internal/input -run TestSchema -update
func TestSchema(t *testing.T) {
	b := builder{t, fieldComments(t, "../meeting"), map[string]*schema{}}
	root := b.define(reflect.TypeFor[meeting.Meeting]())
	root.Version, root.Title = "https://json-schema.org/draft/2020-12/schema", "Заседание: данные для protokol"
	root.Definitions = b.definitions
	b.definitions["Council"].Required = nil // required keys may be in council.toml instead
	made, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "schema.json", append(made, '\n'))
}

// schema is what the meeting needs of JSON Schema (draft 2020-12), in the order
// in which it is written.
type schema struct {
	Version     string             `json:"$schema,omitempty"`
	Ref         string             `json:"$ref,omitempty"`
	Definitions map[string]*schema `json:"$defs,omitempty"`
	OneOf       []*schema          `json:"oneOf,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	Properties  properties         `json:"properties,omitempty"`
	Additional  any                `json:"additionalProperties,omitempty"`
	Type        string             `json:"type,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	Minimum     json.Number        `json:"minimum,omitempty"`
	Above       json.Number        `json:"exclusiveMinimum,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Format      string             `json:"format,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
}

// properties stand in the order of the fields.
type properties []property

type property struct {
	name string
	*schema
}

func (list properties) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, p := range list {
		value, err := json.Marshal(p.schema)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(strconv.AppendQuote(b, p.name), ':'), value...)
	}
	return append(b, '}'), nil
}

// spelled are the types with a spelling of their own. Editors see TOML dates
// and times as strings.
var spelled = map[reflect.Type]schema{
	reflect.TypeFor[meeting.Date]():     {Type: "string", Format: "date"},
	reflect.TypeFor[meeting.Clock]():    {Type: "string"},
	reflect.TypeFor[meeting.Deadline](): {Type: "string"},
	reflect.TypeFor[meeting.Amount]():   {OneOf: []*schema{{Type: "number"}, {Type: "string"}}},
	reflect.TypeFor[meeting.Ballots](): {OneOf: []*schema{{Type: "number"}, {Type: "string"},
		{Type: "array", Items: &schema{Type: "string"}}}},
}

// builder makes schemas of Go types.
type builder struct {
	testing.TB
	comments    map[string]string  // from fieldComments
	definitions map[string]*schema // of struct types, by name
}

// define returns the schema of a type and adds the definitions of its structs.
func (b builder) define(t reflect.Type) *schema {
	if s, ok := spelled[t]; ok {
		return &s
	}
	switch t.Kind() {
	case reflect.Pointer:
		return b.define(t.Elem())
	case reflect.Slice:
		return &schema{Type: "array", Items: b.define(t.Elem())}
	case reflect.Map:
		return &schema{Type: "object", Additional: b.define(t.Elem())}
	case reflect.Bool:
		return &schema{Type: "boolean"}
	case reflect.Int:
		return &schema{Type: "integer"}
	case reflect.Float64:
		return &schema{Type: "number"}
	case reflect.String:
		return &schema{Type: "string"}
	case reflect.Struct:
		if b.definitions[t.Name()] == nil {
			b.defineTable(t)
		}
		return &schema{Ref: "#/$defs/" + t.Name()}
	}
	panic("no schema for " + t.String())
}

func (b builder) defineTable(t reflect.Type) {
	table := &schema{Type: "object", Additional: false}
	b.definitions[t.Name()] = table
	for i := range t.NumField() {
		field := t.Field(i)
		key, option, _ := strings.Cut(field.Tag.Get("toml"), ",")
		if key == "" || key == "-" {
			continue
		}
		s := b.define(field.Type)
		s.Description = b.comments[t.Name()+"."+field.Name]
		if s.Description == "" {
			b.Errorf("%s.%s has no comment", t.Name(), field.Name)
		}
		table.constrain(s, key, field.Tag.Get("jsonschema"))
		table.Properties = append(table.Properties, property{key, s})
		if option == "short" { // a plain text stands for the table
			b.definitions[t.Name()] = &schema{OneOf: []*schema{{Type: "string"}, table}}
		}
	}
}

// constrain adds what a tag says of a key: enum=a,enum=b, minimum=1, required.
func (table *schema) constrain(s *schema, key, tag string) {
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
