package input

import (
	"encoding/json"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"protokol/generator/internal/meeting"
)

// SchemaVersion is that of the input; it grows when old files stop reading.
const SchemaVersion = "1"

// Schema is the JSON Schema (draft 2020-12) of the input, made from the types
// of package meeting, for editors that check and complete TOML.
func Schema() ([]byte, error) {
	r := jsonschema.Reflector{
		FieldNameTag:               "toml",
		RequiredFromJSONSchemaTags: true,
		Anonymous:                  true,
		Mapper:                     spelled,
	}
	schema := r.Reflect(&meeting.Meeting{})
	schema.Title = "Заседание: данные для protokol"
	schema.Required = nil // what is missing here may stand in council.toml
	shortTypes(reflect.TypeFor[meeting.Meeting](), map[reflect.Type]bool{}, func(name string) { allowText(schema.Definitions, name) })
	if council, ok := schema.Definitions["Council"]; ok {
		council.Required = nil
	}
	return json.MarshalIndent(schema, "", "  ")
}

// spelled gives the types with a spelling of their own. Editors see TOML dates
// and times as strings.
func spelled(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[meeting.Date]():
		return &jsonschema.Schema{Type: "string", Format: "date"}
	case reflect.TypeFor[meeting.Clock]():
		return &jsonschema.Schema{Type: "string"}
	case reflect.TypeFor[meeting.Deadline]():
		return &jsonschema.Schema{Type: "string"}
	case reflect.TypeFor[meeting.Amount]():
		return &jsonschema.Schema{OneOf: []*jsonschema.Schema{{Type: "number"}, {Type: "string"}}}
	case reflect.TypeFor[meeting.Ballots]():
		return &jsonschema.Schema{OneOf: []*jsonschema.Schema{{Type: "number"}, {Type: "string"},
			{Type: "array", Items: &jsonschema.Schema{Type: "string"}}}}
	}
	return nil
}

// shortTypes visits the types that a plain text can stand for: those with a
// field marked short for the binder.
func shortTypes(t reflect.Type, seen map[reflect.Type]bool, visit func(name string)) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		shortTypes(t.Elem(), seen, visit)
	case reflect.Struct:
		if seen[t] {
			return
		}
		seen[t] = true
		for i := range t.NumField() {
			if strings.HasSuffix(t.Field(i).Tag.Get("toml"), ",short") {
				visit(t.Name())
			}
			shortTypes(t.Field(i).Type, seen, visit)
		}
	}
}

// allowText lets a plain text stand for a table, as the binder does.
func allowText(definitions jsonschema.Definitions, name string) {
	table, ok := definitions[name]
	if !ok {
		return
	}
	definitions[name] = &jsonschema.Schema{OneOf: []*jsonschema.Schema{{Type: "string"}, table}}
}
