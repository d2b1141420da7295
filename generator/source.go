package generator

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"protokol/generator/internal/filename"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/verify"
)

// Source is what a paper was made from.
type Source struct {
	Data  []byte       // the file about the meeting, byte for byte
	Files []SourceFile // all files, including that one
}

// SourceFile is a file embedded in a paper.
type SourceFile struct {
	Path         string // relative and local (see io/fs.ValidPath), distinct from all others
	Data         []byte
	OriginalPath string // path by which the source names the file, when it differs from Path
}

// Source extracts from a paper, PDF or DOCX, what it was made from. The error is a
// NoSourceError for a paper that leaves the office without its source.
func (g *Generator) Source(ctx context.Context, paper []byte) (*Source, error) {
	list, err := within(ctx, g, func(ctx context.Context) ([]origin.Attachment, error) {
		return g.attached(ctx, paper)
	})
	if err != nil {
		return nil, err
	}
	from, err := origin.Find(list)
	if err != nil {
		return nil, err
	}
	if from.Source() == nil {
		return nil, NoSourceError("исходного файла внутри нет; " + verify.Maker(from))
	}
	s := &Source{Data: from.Source().Data}
	paths := unpacked{map[string]int{}, map[string]bool{}}
	for _, f := range from.Files {
		file := SourceFile{Path: paths.free(pathOf(f)), Data: f.Data}
		if f.Role != origin.Template && file.Path != f.Path {
			file.OriginalPath = f.Path
		}
		s.Files = append(s.Files, file)
	}
	for _, a := range list {
		if a.Name == origin.ManifestName {
			s.Files = append(s.Files, SourceFile{Path: paths.free(a.Name), Data: a.Data})
		}
	}
	return s, nil
}

// attached returns the files embedded in a paper.
func (g *Generator) attached(ctx context.Context, file []byte) ([]origin.Attachment, error) {
	switch {
	case reader.IsDOCX(file):
		return reader.DOCX(file)
	case reader.IsOLE(file):
		return nil, verify.ErrOLE
	case len(file) > 0 && !reader.IsPDF(file):
		return nil, errors.New("это не PDF и не DOCX")
	}
	engine, err := g.engine(ctx)
	if err != nil {
		return nil, err
	}
	defer engine.Close()
	paper, err := engine.Open(file)
	if err != nil {
		return nil, err
	}
	defer paper.Close()
	return paper.Attachments()
}

// unpacked are the paths of files in a folder, as file systems may compare them.
type unpacked struct {
	files   map[string]int // how many asked for that path
	folders map[string]bool
}

// free returns a path like name where no other file or folder is: with a number added, and
// without folders that are files already.
func (u unpacked) free(name string) string {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if key := filename.Fold(dir); u.files[key] > 0 && !u.folders[key] {
			name = path.Base(name)
			break
		}
	}
	free, first, extension := name, filename.Fold(name), path.Ext(name)
	for key := first; u.files[key] > 0 || u.folders[key]; key = filename.Fold(free) {
		u.files[first] = max(1, u.files[first]) + 1
		free = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, extension), u.files[first], extension)
	}
	u.files[filename.Fold(free)]++
	for dir := path.Dir(free); dir != "."; dir = path.Dir(dir) {
		u.folders[filename.Fold(dir)] = true
	}
	return free
}

// pathOf returns the path of a file below the output folder: that by which the
// source names it when it is local and safe, otherwise its base name.
func pathOf(f origin.File) string {
	var steps []string
	for _, step := range strings.FieldsFunc(f.Path, func(r rune) bool { return r == '/' || r == '\\' }) {
		if step = safeStep(step); step != "" {
			steps = append(steps, step)
		}
	}
	if !filepath.IsLocal(f.Path) {
		steps = steps[max(0, len(steps)-1):]
	}
	if f.Role == origin.Template {
		steps = append([]string{"templates"}, steps...)
	}
	if len(steps) == 0 {
		return "файл"
	}
	return strings.Join(steps, "/")
}

var usualExtension = regexp.MustCompile(`^\.[0-9A-Za-z]{1,10}$`)

// safeStep is SafeFileName that keeps the extension of a long name, by which programs know the file.
func safeStep(name string) string {
	safe, extension := SafeFileName(name), path.Ext(name)
	if usualExtension.MatchString(extension) && !strings.HasSuffix(safe, extension) {
		return SafeFileName(strings.TrimSuffix(name, extension)) + extension
	}
	return safe
}

// Printable makes a name from an untrusted file safe to print: it removes
// control characters and cuts long names.
func Printable(name string) string { return printable.Short(name, 80) }
