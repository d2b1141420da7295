package input

import _ "embed"

// SchemaVersion is that of the input; it grows when old files stop reading.
const SchemaVersion = "1"

//go:generate go test -run TestSchema -update
//go:embed schema.json
var schemaJSON string

// Schema is the JSON Schema (draft 2020-12) of the input, for editors that check
// and complete TOML. It is made from the types of package meeting.
func Schema() string { return schemaJSON }
