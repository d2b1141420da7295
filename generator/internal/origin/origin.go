// Package origin records how a paper was made: the options that are needed to print
// it again, digests of what was printed, and the files that it was made from, unless
// they stay with the office. When they are read back they are untrusted.
//
//	origin.go      files, their roles, how they are attached
//	manifest.go    the record of the options, the digests and the files
//	digest.go      salted digest of the source
//	words.go       digest of the words of a paper
//	xmp.go         the manifest in the metadata of a PDF without attachments
//	find.go        attachments → origin
package origin

import (
	"fmt"
	"iter"
	"path"
	"strings"
	"time"
	"unicode"

	"protokol/generator/internal/tomlfile"
)

// Origin is what a paper records about its making. Without files it is a manifest
// only, and without a kind either it is not recorded at all.
type Origin struct {
	Schema  string    // version of the schema of the input
	Version string    // of the program
	Rules   int       // by which it was printed; 0 for papers from before rules were numbered
	Digests Digests   // of templates, style sheet and faces
	Proof   Proof     // digests of what was printed
	Choices           // the request
	Word    string    // base name of the Word template that was filled, or ""
	Style   string    // the style sheet: its built-in name, or the path of a file below
	Profile string    // of PDF/A
	Ink     bool      // without signature fields, for handwritten signatures
	Date    time.Time // in the metadata of the paper; zero means the date of the meeting
	Files   []File    // as read, the source first
	Fonts   []Font    // on its pages, that are not built in

	// SourceProof returns Proof.Source once the paper is written, because it takes long. If nil, Proof has it.
	SourceProof func() string
}

// RulesBy returns the rules to print a paper again by, or 0 for the current ones if another
// program made it. The first rules were not numbered.
func (o Origin) RulesBy() int {
	if o.Version == "" {
		return 0
	}
	return max(1, o.Rules)
}

// Font is a face that is not built in. Another file of its name may give other pages.
type Font struct {
	Name   string `toml:"name"` // of the face
	Path   string `toml:"-"`    // where it was found
	Sum    string `toml:"sum"`  // SHA-256 of its file in hexadecimal, truncated to 128 bits
	System bool   `toml:"-"`    // it is of the operating system
}

// Digests distinguish papers printed by the same rules with different
// templates, style sheets or faces: SHA-256 in hexadecimal, truncated to 128
// bits. Papers from before their introduction have none.
type Digests struct {
	Templates string `toml:"templates"` // built-in templates with the user's replacements
	Sheet     string `toml:"sheet"`
	Faces     string `toml:"faces"`
}

// Choices are the options of a request that determine a paper in addition to
// its source.
type Choices struct {
	Kind  string // of the document
	Items []int  // the questions an extract holds, from 1
	Blank bool   // a form to be filled by hand
	Sort  string // the order of an assignment list
	To    int    // the only addressee of this copy, from 1; 0 means all

	Fillable bool // a form to be filled in on a screen
	Listed   bool // made for a row of a list
}

// Proof is the digests by which a paper without its source is recognized. Each
// begins with the number of the method by which it was made. Papers from before they
// were recorded have none.
type Proof struct {
	Source string `toml:"source"` // see SourceDigest; "" in a paper with its source
	Words  string `toml:"words"`  // see Words
	Body   string `toml:"body"`   // of the markup of a DOCX, see BodySum; "" in a PDF
}

// File is a file with its original content.
type File struct {
	Role Role
	Path string // name in the source or on the command line, with slashes
	Data []byte
}

// Role is the role of a file in a paper.
type Role string

const (
	Source   Role = "source"   // the file about the meeting
	Council  Role = "council"  // the file that it refers to as council_file
	Image    Role = "image"    // a picture that it refers to
	Style    Role = "style"    // the user's style sheet
	Template Role = "template" // a file that replaces a built-in template, by its path
	Word     Role = "word"     // a Word template to be filled
	Row      Role = "row"      // the recipient that a letter of
)

// RowFile returns a file with the row of a list that a letter was made for:
// values by the keys of their fields or by the headings of other columns.
func RowFile(values iter.Seq2[string, string]) File {
	b := []byte("[[recipients]]\n")
	for key, value := range values {
		b = append(tomlfile.AppendString(b, key), " = "...)
		b = append(tomlfile.AppendString(b, value), '\n')
	}
	return File{Row, "recipient.toml", b}
}

// Source returns the file about the meeting, or nil.
func (o Origin) Source() *File { return o.first(Source) }

// Row returns the recipient of a letter of a batch, or nil.
func (o Origin) Row() *File { return o.first(Row) }

// StyleSheet returns the user's style sheet, or nil.
func (o Origin) StyleSheet() *File { return o.first(Style) }

// NamedWord returns the Word template that was filled, or nil.
func (o Origin) NamedWord() *File {
	for i, f := range o.Files {
		if o.Word != "" && f.Role == Word && path.Base(f.Path) == o.Word {
			return &o.Files[i]
		}
	}
	return nil
}

func (o Origin) first(role Role) *File {
	for i := range o.Files {
		if o.Files[i].Role == role {
			return &o.Files[i]
		}
	}
	return nil
}

// Custom returns the templates and style sheets that are not built in.
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

// Namespace is the XML namespace of the custom part of a DOCX that contains the
// attachments (ECMA-376, 22.5).
const Namespace = "urn:protokol:source:1"

// Attachment is a file inside a paper.
type Attachment struct {
	Name         string // without folders, unique in its paper
	Type         string // media type
	Relationship string // AFRelationship
	About        string // for people
	Own          bool   // differs between papers made together
	Data         []byte
}

// Attachments returns the files to attach to a paper, with the manifest. The
// manifest is the paper's own, because it has the digest of its words.
func (o Origin) Attachments() []Attachment {
	if o.isEmpty() {
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
		Attachment{ManifestName, "application/toml", "Data", "Сведения о печати документа", true, o.manifest(list)})
}

// WithoutFiles returns what a paper records that cannot carry its files. Their digest
// is not part of it: they travel with the same paper in another format.
func (o Origin) WithoutFiles() Origin {
	o.Files = nil
	return o
}

// isEmpty reports whether there is nothing to record.
func (o Origin) isEmpty() bool { return len(o.Files) == 0 && o.Kind == "" }

// about is the descriptions of attachments by role.
var about = map[Role]string{
	Source: "Исходные данные документа", Council: "Данные органа", Image: "Рисунок",
	Style: "Таблица стилей", Template: "Шаблон", Row: "Получатель из списка", Word: "Бланк Word",
}

// relationship returns the AFRelationship of a role (ISO 32000-2, 7.11.3). The
// file about the meeting, the council's file and the row of a list are source
// material; other files are supplements.
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
	".gif":  "image/gif",
	".bmp":  "image/bmp",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
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
	name = strings.Map(xmlCharacter, name)
	extension := path.Ext(name)
	base := strings.TrimSuffix(name, extension)
	for i := 2; taken[strings.ToLower(name)]; i++ {
		name = fmt.Sprintf("%s (%d)%s", base, i, extension)
	}
	taken[strings.ToLower(name)] = true
	return name
}

// xmlCharacter replaces control characters and those that XML cannot hold (XML 1.0, 2.2)
// by U+FFFD. What is not UTF-8 strings.Map replaces itself.
func xmlCharacter(r rune) rune {
	if unicode.IsControl(r) || r == '\uFFFE' || r == '\uFFFF' {
		return unicode.ReplacementChar
	}
	return r
}
