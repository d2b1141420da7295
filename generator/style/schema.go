package style

import _ "embed"

//go:generate go test -run TestSchema -update
//go:embed style.schema.json
var schema string

// Schema is the JSON Schema (draft 2020-12) of a style sheet, for editors that
// check and complete TOML. It is made from the types of this package.
func Schema() string { return schema }
