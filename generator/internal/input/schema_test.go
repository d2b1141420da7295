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

// TestSchema: schema.json is made from the types of package meeting. After a
// change of them it is made anew with
//
//	go test ./generator/internal/input -run TestSchema -update
func TestSchema(t *testing.T) {
	definitions := map[string]*schema{}
	root := define(definitions, reflect.TypeFor[meeting.Meeting]())
	root.Version, root.Title = "https://json-schema.org/draft/2020-12/schema", "Заседание: данные для protokol"
	root.Definitions = definitions
	definitions["Council"].Required = nil // what is missing here may stand in council.toml
	for name, table := range definitions {
		for _, p := range table.Properties {
			if p.Description == "" {
				t.Errorf("%s.%s has no description", name, p.name)
			}
		}
	}
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

// define describes a type; tables become definitions.
func define(definitions map[string]*schema, t reflect.Type) *schema {
	if s, ok := spelled[t]; ok {
		return &s
	}
	switch t.Kind() {
	case reflect.Pointer:
		return define(definitions, t.Elem())
	case reflect.Slice:
		return &schema{Type: "array", Items: define(definitions, t.Elem())}
	case reflect.Map:
		return &schema{Type: "object", Additional: define(definitions, t.Elem())}
	case reflect.Bool:
		return &schema{Type: "boolean"}
	case reflect.Int:
		return &schema{Type: "integer"}
	case reflect.Float64:
		return &schema{Type: "number"}
	case reflect.String:
		return &schema{Type: "string"}
	case reflect.Struct:
		if definitions[t.Name()] == nil {
			defineTable(definitions, t)
		}
		return &schema{Ref: "#/$defs/" + t.Name()}
	}
	panic("no schema for " + t.String())
}

func defineTable(definitions map[string]*schema, t reflect.Type) {
	table := &schema{Type: "object", Additional: false}
	definitions[t.Name()] = table
	for i := range t.NumField() {
		field := t.Field(i)
		key, option, _ := strings.Cut(field.Tag.Get("toml"), ",")
		if key == "" || key == "-" {
			continue
		}
		s := define(definitions, field.Type)
		s.Description = field.Tag.Get("jsonschema_description")
		table.constrain(s, key, field.Tag.Get("jsonschema"))
		table.Properties = append(table.Properties, property{key, s})
		if option == "short" { // a plain text stands for the table
			definitions[t.Name()] = &schema{OneOf: []*schema{{Type: "string"}, table}}
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
