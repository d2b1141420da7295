package keys

import (
	"bytes"
	"encoding/json"
	"strings"
)

// schema is what the reference needs of a JSON Schema.
type schema struct {
	Ref         string             `json:"$ref"`
	Definitions map[string]*schema `json:"$defs"`
	Description string             `json:"description"`
	AnyOf       []*schema          `json:"anyOf"`
	OneOf       []*schema          `json:"oneOf"`
	Type        string             `json:"type"`
	Format      string             `json:"format"`
	Pattern     string             `json:"pattern"`
	Enum        []string           `json:"enum"`
	Items       *schema            `json:"items"`
	Required    []string           `json:"required"`
	Properties  properties         `json:"properties"`
	Additional  additional         `json:"additionalProperties"`
}

// properties keep the order of the schema.
type properties []property

type property struct {
	name string
	*schema
}

// UnmarshalJSON reads an object in its order.
func (p *properties) UnmarshalJSON(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		var s schema
		if err := d.Decode(&s); err != nil {
			return err
		}
		*p = append(*p, property{name.(string), &s})
	}
	return nil
}

// additional is the schema of the values of a table with any keys, or nil.
type additional struct{ *schema }

// UnmarshalJSON ignores true and false.
func (a *additional) UnmarshalJSON(data []byte) error {
	if !bytes.HasPrefix(data, []byte("{")) {
		return nil
	}
	return json.Unmarshal(data, &a.schema)
}

// target returns the name of the table that values of a schema hold, directly
// or in a list, and the brackets of its header; "" for other values.
func (s *schema) target() (name, brackets string) {
	switch {
	case s.Ref != "":
		return strings.TrimPrefix(s.Ref, "#/$defs/"), "[]"
	case s.Items != nil:
		if name, _ = s.Items.target(); name != "" {
			return name, "[[]]"
		}
	case s.Additional.schema != nil:
		return s.Additional.target()
	}
	return "", ""
}

// keys returns the keys of a table, which a plain text may stand for.
func (s *schema) keys() (list properties, required []string, short bool) {
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
func (s *schema) kind() string {
	choices := append(append([]*schema{}, s.AnyOf...), s.OneOf...)
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
	case s.Additional.schema != nil:
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
