package generator

import (
	"protokol/generator/internal/input"
	"protokol/generator/internal/starter"
)

// Starter returns the files that a new meeting begins with: a commented one to
// put facts into and its JSON Schema, which it names for editors. Form is a form
// of protocols and kind a kind of papers that it prints; both may be empty. For
// others the error is an OptionError.
func Starter(form, kind string) ([]Output, error) {
	text, err := starter.Text(form, kind)
	if err != nil {
		return nil, err
	}
	return withSchema(text), nil
}

// withSchema returns a file about a meeting with the schema that it names.
func withSchema(text string) []Output {
	return []Output{{Path: "meeting.toml", Data: []byte(text)},
		{Path: "meeting.schema.json", Data: []byte(input.Schemas().Meeting)}}
}
