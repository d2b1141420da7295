package printing

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"protokol/generator/diag"
	"protokol/generator/internal/input"
	"protokol/generator/internal/limited"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/syserror"
)

// Source is a meeting with the files it was read from.
type Source struct {
	*input.File
	Files []origin.File     // the meeting's own file first, then those it names
	Texts map[string][]byte // the text of those files by the names that problems use

	digest func() string
}

// Digest returns the digest of the files for papers that do not carry them. It is
// computed once, because it is slow on purpose.
func (s *Source) Digest() string { return s.digest() }

// StartDigest starts to compute the digest in another goroutine, which ends by itself. Digest then waits for it.
func (s *Source) StartDigest() { meanwhile(s.digest) }

// maxSource is the maximum size of a file about a meeting, bytes.
const maxSource = 16 << 20

// Read reads a file about a meeting and the files that it names, all from fsys.
// Names in the file are joined to its folder, so an fsys that rejects ".."
// confines the meeting to its root. The Source is nil when the problems include
// an error.
func (p *Press) Read(fsys fs.FS, name string) (*Source, diag.Report) {
	data, err := limited.ReadFile(fsys, name, maxSource)
	if err != nil {
		return nil, diag.Report{List: diag.List{openProblem(name, err)}}
	}
	return p.Parse(fsys, name, data)
}

// Parse is like Read for a file that is not in fsys: standard input, or the text
// in an editor. Problems use name.
func (p *Press) Parse(fsys fs.FS, name string, data []byte) (*Source, diag.Report) {
	s := &Source{Files: []origin.File{{Role: origin.Source, Path: sourceName(name), Data: data}},
		Texts: map[string][]byte{name: data}}
	opened := map[string]bool{}
	open := func(file string) ([]byte, error) {
		data, err := limited.ReadRegular(fsys, file, maxSource)
		if err != nil || opened[file] {
			return data, err
		}
		opened[file] = true
		s.Files = append(s.Files, origin.File{Role: roleOf(file), Path: relativeTo(name, file), Data: data})
		if input.HasCouncil(data) { // do not quote foreign files in excerpts
			s.Texts[file] = data
		}
		return data, nil
	}
	file, problems := input.Read(name, data, p.Reading(open))
	report := diag.Report{List: problems, Sources: s.Texts}
	if problems.Failed() {
		return nil, report
	}
	s.File = file
	s.digest = sync.OnceValue(func() string {
		return origin.SourceDigest(s.Files, fmt.Sprintf("%s, %v", file.Council.Name, file.Date))
	})
	return s, report
}

// Report returns problems of the meeting with their places.
func (s *Source) Report(found diag.List) diag.Report {
	r := diag.Report{Sources: s.Texts}
	for _, p := range found {
		if p.File == "" { // others are of a Word template
			p = s.place(p)
		}
		r.List = append(r.List, p)
	}
	return r
}

// place locates a problem: in the file, or in the Word template that needs values missing in the file.
func (s *Source) place(p diag.Problem) diag.Problem {
	located := s.Locate(p)
	if p.Template != "" && located.Width == 0 {
		p.File = p.Template
		return p
	}
	return located
}

// openProblem describes why a file cannot be read.
func openProblem(name string, err error) diag.Problem {
	p := diag.Problem{File: name, Message: "файл не открывается: " + syserror.Cause(err),
		Hint: "проверьте имя файла и права на него"}
	if errors.Is(err, fs.ErrNotExist) {
		p.Message, p.Hint = "нет такого файла", "проверьте имя файла и папку"
	}
	var large limited.TooLarge
	if errors.Is(err, limited.ErrFolder) || errors.As(err, &large) {
		p.Message, p.Hint = err.Error(), ""
	}
	return p
}

// sourceName returns the name of the source inside a paper.
func sourceName(name string) string {
	name = path.Base(filepath.ToSlash(name))
	if !strings.EqualFold(path.Ext(name), ".toml") {
		return "meeting.toml" // standard input
	}
	return name
}

// roleOf returns the role of a file: a picture, a Word template or the council's
// file.
func roleOf(name string) origin.Role {
	switch {
	case strings.EqualFold(path.Ext(name), ".toml"):
		return origin.Council
	case strings.EqualFold(path.Ext(name), ".docx"):
		return origin.Word
	}
	return origin.Image
}

// relativeTo returns a path relative to a file, if possible.
func relativeTo(file, name string) string {
	if relative, err := filepath.Rel(filepath.Dir(file), name); err == nil {
		name = relative
	}
	return filepath.ToSlash(name)
}
