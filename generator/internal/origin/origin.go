// Package origin records what a paper was made from: the files and the options that
// are needed to print it again. They are attached to the paper. When they are read
// back they are untrusted.
//
//	origin.go      files, their roles, how they are attached
//	manifest.go    the attached list of them
//	find.go        attachments → origin
package origin

import (
	"fmt"
	"iter"
	"path"
	"strings"
	"time"

	"protokol/generator/internal/tomlfile"
)

// Origin is what a paper was made from. An Origin without files is not attached.
type Origin struct {
	Schema  string    // version of the input's schema
	Version string    // of the program
	Rules   int       // by which it was printed; 0 for papers from before rules were numbered
	Digests Digests   // of what the rules depend on besides
	Choices           // what was asked for
	Style   string    // the style sheet: its built-in name, or the path of a file below
	Profile string    // of PDF/A
	Ink     bool      // printed for pen and ink: without signature fields
	Date    time.Time // in the properties of the paper; zero means the meeting's own
	Files   []File    // as read, the source first
}

// Digests distinguish papers that were printed by the same program from other
// templates, another style sheet or other faces: SHA-256 in hexadecimal, cut to
// 128 bits. Papers from before they were recorded have none.
type Digests struct {
	Templates string `toml:"templates"` // all templates, the user's laid over those that ship
	Sheet     string `toml:"sheet"`
	Faces     string `toml:"faces"`
}

// Choices are what the command line asks of a paper beside its source.
type Choices struct {
	Kind  string // of the document
	Items []int  // the questions an extract holds, from 1
	Blank bool   // a form to be filled by hand
	Sort  string // the order of an assignment list
	To    int    // the only addressee of this copy, from 1; 0 is all

	Fillable bool // a form to be filled in on a screen
}

// File is one file as it was read, byte for byte.
type File struct {
	Role Role
	Path string // how the paper's source or the command line calls it, with slashes
	Data []byte
}

// Role is the role of a file in a paper.
type Role string

const (
	Source   Role = "source"   // the file about the meeting
	Council  Role = "council"  // what that file names as council_file
	Image    Role = "image"    // a picture that it names
	Style    Role = "style"    // a style sheet of the user's
	Template Role = "template" // a file laid over the templates that ship, by its path there
	Row      Role = "row"      // the recipient a letter of a batch was made for, as a list of one
)

// RowFile makes the file with the row of a list that a letter was made for: values
// by the keys of their fields, or by the headings of other columns.
func RowFile(values iter.Seq2[string, string]) File {
	b := []byte("[[recipients]]\n")
	for key, value := range values {
		b = append(tomlfile.AppendString(b, key), " = "...)
		b = append(tomlfile.AppendString(b, value), '\n')
	}
	return File{Row, "recipient.toml", b}
}

// Source is the file about the meeting, or nil.
func (o Origin) Source() *File { return o.first(Source) }

// Row is the recipient of a letter of a batch, or nil.
func (o Origin) Row() *File { return o.first(Row) }

// StyleSheet is the user's own style sheet, or nil.
func (o Origin) StyleSheet() *File { return o.first(Style) }

func (o Origin) first(role Role) *File {
	for i := range o.Files {
		if o.Files[i].Role == role {
			return &o.Files[i]
		}
	}
	return nil
}

// Custom returns the templates and style sheets that do not ship with the program.
func (o Origin) Custom() (files []File) {
	for _, f := range o.Files {
		if f.Role == Style || f.Role == Template {
			files = append(files, f)
		}
	}
	return files
}

// Open returns the contents of a file that the source refers to: the file of that
// path, or else the only one of that base name, because paths differ between
// computers.
func (o Origin) Open(name string) ([]byte, error) {
	var named []File
	for _, f := range o.Files {
		switch {
		case f.Role == Style || f.Role == Template || f.Role == Row:
		case f.Path == name:
			return f.Data, nil
		case path.Base(f.Path) == path.Base(name):
			named = append(named, f)
		}
	}
	if len(named) != 1 {
		return nil, fmt.Errorf("файл %s не вложен", name)
	}
	return named[0].Data, nil
}

// Namespace is that of the custom XML part of a DOCX which holds the
// attachments (ECMA-376, 22.5).
const Namespace = "urn:protokol:source:1"

// Attachment is a file inside a paper.
type Attachment struct {
	Name         string // without folders, unique in its paper
	Type         string // of its content, as MIME calls it
	Relationship string // to the paper, as PDF calls it (ISO 32000-2, 7.11.3)
	About        string // for people
	Own          bool   // of this paper alone: those made along with it carry another
	Data         []byte
}

// Attachments returns the files to attach to a paper, with their manifest.
func (o Origin) Attachments() []Attachment {
	if len(o.Files) == 0 {
		return nil
	}
	taken := map[string]bool{ManifestName: true}
	list := make([]Attachment, len(o.Files), len(o.Files)+1)
	for i, f := range o.Files {
		list[i] = Attachment{
			unique(path.Base(f.Path), taken),
			contentType(f.Path),
			relationship(f.Role),
			about[f.Role],
			f.Role == Row,
			f.Data,
		}
	}
	return append(list,
		Attachment{ManifestName, "application/toml", "Data", "Список вложенных файлов", false, o.manifest(list)})
}

// about describes an attachment to people.
var about = map[Role]string{
	Source: "Исходные данные документа", Council: "Данные органа", Image: "Рисунок",
	Style: "Таблица стилей", Template: "Шаблон", Row: "Получатель из списка",
}

// relationship: the meeting's file, the council's and the row of a list are the
// original source material; what shapes the pages supplements it (ISO 32000-2, 7.11.3).
func relationship(role Role) string {
	if role == Source || role == Council || role == Row {
		return "Source"
	}
	return "Supplement"
}

var contentTypes = map[string]string{
	".toml": "application/toml",
	".png":  "image/png",
	".jpg":  "image/jpeg",
	".jpeg": "image/jpeg",
}

func contentType(name string) string {
	if known, ok := contentTypes[strings.ToLower(path.Ext(name))]; ok {
		return known
	}
	return "text/plain"
}

// unique returns a name that no other attachment has, ignoring case, as Windows
// does.
func unique(name string, taken map[string]bool) string {
	extension := path.Ext(name)
	base := strings.TrimSuffix(name, extension)
	for i := 2; taken[strings.ToLower(name)]; i++ {
		name = fmt.Sprintf("%s (%d)%s", base, i, extension)
	}
	taken[strings.ToLower(name)] = true
	return name
}
