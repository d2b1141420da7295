package input

import _ "embed"

// SchemaVersion is that of the input; it grows when old files stop reading.
const SchemaVersion = "1"

//go:generate go test -run TestSchema -update
var (
	//go:embed meeting.schema.json
	meetingSchema string
	//go:embed council.schema.json
	councilSchema string
)

// SchemaTexts are JSON Schemas (draft 2020-12) of the input, for editors that
// check and complete TOML. They are made from the types of package meeting.
type SchemaTexts struct{ Meeting, Council string }

// Schemas returns the schemas of a meeting's file and of a council's.
func Schemas() SchemaTexts { return SchemaTexts{meetingSchema, councilSchema} }
