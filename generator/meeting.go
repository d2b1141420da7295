package generator

import (
	"embed"
	"errors"
	"io/fs"
	"strings"

	"protokol/generator/internal/input"
	"protokol/generator/internal/notices"
	"protokol/generator/internal/printing"
	"protokol/generator/style"
)

// Meeting is the content of a file about a meeting that has no errors.
type Meeting struct{ source *printing.Source }

// errNoMeeting is returned for a nil or zero Meeting.
var errNoMeeting = errors.New("нет заседания: его файл не прочитан или в нём ошибки")

// isEmpty reports whether the meeting is nil or zero.
func (m *Meeting) isEmpty() bool { return m == nil || m.source == nil }

// Read reads a file about a meeting and the files that it names: the council's
// file and pictures. It opens them in fsys by name, and by names joined to the
// folder of the file; an fsys that rejects "..", as those of the standard
// library do, confines a meeting to its folder. The meeting is nil when the
// problems include an error.
func (g *Generator) Read(fsys fs.FS, name string) (*Meeting, Problems) {
	return meeting(g.press.Read(orEmpty(fsys), name))
}

// Parse is like Read for a file that is not in fsys, such as standard input or
// the text in an editor. Name is used in problems and to resolve the names in
// the file. A nil fsys has no files.
func (g *Generator) Parse(fsys fs.FS, name string, data []byte) (*Meeting, Problems) {
	return meeting(g.press.Parse(orEmpty(fsys), name, data))
}

// orEmpty is fsys, or a file system without files for nil.
func orEmpty(fsys fs.FS) fs.FS {
	if fsys == nil {
		return embed.FS{}
	}
	return fsys
}

func meeting(source *printing.Source, problems Problems) (*Meeting, Problems) {
	if source == nil {
		return nil, problems
	}
	return &Meeting{source}, problems
}

// Explanation shows how the outcome of one question was calculated, line by
// line.
type Explanation struct {
	Title string
	Lines []string
}

// String returns the title with the lines below it, indented.
func (e Explanation) String() string {
	return strings.Join(append([]string{e.Title}, e.Lines...), "\n  ")
}

// Explain shows how the quorum and the outcome of every vote were calculated.
func (m *Meeting) Explain() []Explanation {
	if m.isEmpty() {
		return nil
	}
	var list []Explanation
	for _, e := range m.source.Explain() {
		list = append(list, Explanation{e.Title, e.Lines})
	}
	return list
}

// SchemaKinds are the files that have a JSON Schema: one about a meeting, the
// council's file, a style sheet, the settings of a folder.
var SchemaKinds = []string{"meeting", "council", "style", "settings"}

// Schema returns the JSON Schema of one of SchemaKinds; for another kind it
// returns an OptionError.
func Schema(kind string) (string, error) {
	switch kind {
	case "meeting":
		return input.Schemas().Meeting, nil
	case "council":
		return input.Schemas().Council, nil
	case "style":
		return style.Schema(), nil
	case "settings":
		return settingsSchema, nil
	}
	return "", OptionError{Option: "schema", Message: "есть схемы: " + strings.Join(SchemaKinds, ", ")}
}

// Notices returns the licences of everything that is linked into the program.
func Notices() string { return notices.Text() }
