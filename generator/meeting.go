package generator

import (
	"embed"
	"errors"
	"io/fs"
	"strings"

	"protokol/generator/internal/input"
	"protokol/generator/internal/notices"
	"protokol/generator/internal/printing"
)

// Meeting is a file about a meeting, read and found free of errors.
type Meeting struct{ source *printing.Source }

// errNoMeeting is that a call has no meeting: Read returned none, or nobody
// called it.
var errNoMeeting = errors.New("нет заседания: его файл не прочитан или в нём ошибки")

// isEmpty reports whether nothing was read.
func (m *Meeting) isEmpty() bool { return m == nil || m.source == nil }

// Read reads a file about a meeting, and the files that it names: the council's
// file, pictures. All are opened in fsys, by the file's own name and by names
// joined to its folder, so an fsys that takes no «..», as those of the standard
// library do, keeps a meeting in its folder. The meeting is nil when there is an
// error among the problems.
func (g *Generator) Read(fsys fs.FS, name string) (*Meeting, Problems) {
	return meeting(g.press.Read(orEmpty(fsys), name))
}

// Parse reads a meeting whose file is not in fsys: standard input, or the text
// in an editor. Name is what problems call it. A nil fsys has no files.
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

// Explanation is how the outcome of one question came about, line by line.
type Explanation struct {
	Title string
	Lines []string
}

// String is the title with the lines below it, indented.
func (e Explanation) String() string {
	return strings.Join(append([]string{e.Title}, e.Lines...), "\n  ")
}

// Explain shows how the quorum and every outcome were calculated.
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

// Schema is the JSON Schema of the file about a meeting, for editors.
func Schema() string { return input.Schema() }

// Notices are the licences of all that is linked into the program.
func Notices() string { return notices.Text() }
