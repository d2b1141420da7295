package keys

import (
	"bytes"
	"encoding/json"
	"strings"
)

// Schema is a JSON Schema, as far as the reference of keys and forms need it (draft 2020-12).
type Schema struct {
	Ref         string             `json:"$ref"`
	Definitions map[string]*Schema `json:"$defs"`
	Description string             `json:"description"`
	AnyOf       []*Schema          `json:"anyOf"`
	OneOf       []*Schema          `json:"oneOf"`
	Type        string             `json:"type"`
	Format      string             `json:"format"`
	Pattern     string             `json:"pattern"`
	Enum        []string           `json:"enum"`
	Choices     []string           `json:"enumDescriptions"` // of the values of Enum
	Examples    []string           `json:"examples"`         // values among others
	Minimum     float64            `json:"minimum"`
	Items       *Schema            `json:"items"`
	Required    []string           `json:"required"`
	Properties  Properties         `json:"properties"`
	Additional  Additional         `json:"additionalProperties"`
}

// Properties keep the order of the schema.
type Properties []Property

// Property is a key with the schema of its values.
type Property struct {
	Name string
	*Schema
}

// UnmarshalJSON reads an object in its order.
func (p *Properties) UnmarshalJSON(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		var s Schema
		if err := d.Decode(&s); err != nil {
			return err
		}
		*p = append(*p, Property{name.(string), &s})
	}
	return nil
}

// Additional is the schema of the values of a table with any keys, or nil.
type Additional struct{ *Schema }

// UnmarshalJSON ignores true and false.
func (a *Additional) UnmarshalJSON(data []byte) error {
	if !bytes.HasPrefix(data, []byte("{")) {
		return nil
	}
	return json.Unmarshal(data, &a.Schema)
}

// target returns the name of the table that values of a schema hold, directly
// or in a list, and the brackets of its header; "" for other values.
func (s *Schema) target() (name, brackets string) {
	switch {
	case s.Ref != "":
		return strings.TrimPrefix(s.Ref, "#/$defs/"), "[]"
	case s.Items != nil:
		if name, _ = s.Items.target(); name != "" {
			return name, "[[]]"
		}
	case s.Additional.Schema != nil:
		return s.Additional.target()
	}
	return "", ""
}

// keys returns the keys of a table, which a plain text may stand for.
func (s *Schema) keys() (list Properties, required []string, short bool) {
	if len(s.Properties) > 0 {
		return s.Properties, s.Required, false
	}
	for _, one := range s.OneOf {
		if len(one.Properties) > 0 {
			return one.Properties, one.Required, true
		}
	}
	return nil, nil, false
}

// typeNames are the kinds of values in Russian.
var typeNames = map[string]string{"string": "текст в кавычках", "boolean": "true или false",
	"integer": "целое число", "number": "число", "object": "раздел", "array": "список"}

// kind describes the values of a schema in Russian.
func (s *Schema) kind() string {
	choices := append(append([]*Schema{}, s.AnyOf...), s.OneOf...)
	switch name, brackets := s.target(); {
	case len(choices) > 0:
		var words []string
		for _, one := range choices {
			word := one.kind()
			if len(words) == 0 || words[len(words)-1] != word {
				words = append(words, word)
			}
		}
		return strings.Join(words, " или ")
	case s.Additional.Schema != nil:
		return "раздел с любыми ключами"
	case name != "" && brackets == "[[]]":
		return "список разделов"
	case name != "":
		return "раздел"
	case s.Items != nil:
		return "список: " + s.Items.kind()
	case s.Format == "date":
		return "дата без кавычек"
	case s.Pattern != "":
		return "время в кавычках"
	}
	return typeNames[s.Type]
}
