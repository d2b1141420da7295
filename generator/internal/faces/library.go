package faces

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"protokol/generator/internal/font"
)

// Folder is a folder with font files, with its folders.
type Folder struct {
	Name   string // as reports call it
	FS     fs.FS
	System bool // of the operating system
}

// Limits of a folder.
const (
	maxEntries = 40_000
	maxFile    = 64 << 20
)

// library is the faces in a folder.
type library struct {
	Folder
	once    sync.Once
	entries map[string][]entry // by the names of families, small letters
	damaged []string           // files that are not fonts
}

// entry is a face in a file.
type entry struct {
	font.Description
	path string
}

// extensions are those of font files.
var extensions = []string{".ttf", ".otf", ".ttc", ".otc"}

// read reads the descriptions of the files of the folder.
func (l *library) read() {
	l.entries = map[string][]entry{}
	seen := 0
	fs.WalkDir(l.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if seen++; seen > maxEntries {
			return fs.SkipAll
		}
		if err != nil || d.IsDir() || !slices.Contains(extensions, strings.ToLower(path.Ext(name))) {
			return nil // unreadable files are skipped
		}
		list, err := l.describe(name)
		if err != nil {
			l.damaged = append(l.damaged, path.Join(l.Name, name))
		}
		for _, one := range list {
			l.add(entry{one, name})
		}
		return nil
	})
}

// describe reads the description of the faces in a file.
func (l *library) describe(name string) ([]font.Description, error) {
	f, err := l.FS.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if at, ok := f.(io.ReaderAt); ok {
		return font.Describe(at)
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFile))
	if err != nil {
		return nil, err
	}
	return font.Describe(bytes.NewReader(data))
}

// add adds a face under the names of its families, and under its own.
func (l *library) add(e entry) {
	known := map[string]bool{}
	for kind, names := range [][]string{e.Families, e.Typographic, e.Full} {
		for _, name := range names {
			key := prefixes[kind] + strings.ToLower(name)
			if !known[key] {
				l.entries[key] = append(l.entries[key], e)
				known[key] = true
			}
		}
	}
}

// prefixes distinguish the kinds of names: of a family of up to four faces, of a
// family of all weights, of a face.
var prefixes = [...]string{"", "\x00", "\x01"}

// named returns the faces that a paper means by a name, those of one kind of names.
func (l *library) named(key string) []entry {
	l.once.Do(l.read)
	for _, prefix := range prefixes {
		if list := l.entries[prefix+key]; len(list) > 0 {
			return list
		}
	}
	return nil
}
