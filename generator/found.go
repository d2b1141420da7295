package generator

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// FoundForms are the files in some folders that may be forms.
type FoundForms struct {
	Names    []string  // each once
	Passed   []string  // base names of what lay beside them and cannot be a form
	Problems []Problem // folders that cannot be read

	known map[string]bool // the names
}

// FindForms looks for files that may be forms: names are files, which are
// always taken, and folders, which are searched with those inside of them. The
// error wraps fs.ErrNotExist when there is no file of a name.
func FindForms(fsys fs.FS, names []string) (f FoundForms, err error) {
	for _, name := range names {
		info, err := fs.Stat(fsys, name)
		switch {
		case err != nil:
			return f, err
		case !info.IsDir():
			f.add(name)
			continue
		}
		err = fs.WalkDir(fsys, name, func(at string, entry fs.DirEntry, err error) error { return f.visit(name, at, entry, err) })
		if err != nil {
			return f, err
		}
	}
	return f, nil
}

// visit looks at a file or a folder inside of a folder.
func (f *FoundForms) visit(root, name string, entry fs.DirEntry, err error) error {
	switch {
	case err != nil:
		f.Problems = append(f.Problems, Problem{File: name, Message: "папка не читается: " + cause(err).Error(), Hint: "проверьте права на неё"})
		return fs.SkipDir
	case entry.IsDir() && name != root && strings.HasPrefix(entry.Name(), ".") || entry.Name() == "__MACOSX":
		return fs.SkipDir
	case entry.IsDir() || isHidden(entry.Name()):
	case !entry.Type().IsRegular() || isOtherFile(entry.Name()):
		f.Passed = append(f.Passed, path.Base(filepath.ToSlash(name)))
	default:
		f.add(name)
	}
	return nil
}

// add adds a file once, though it may be named twice.
func (f *FoundForms) add(name string) {
	if name = filepath.Clean(name); !f.known[name] {
		if f.known == nil {
			f.known = map[string]bool{}
		}
		f.Names, f.known[name] = append(f.Names, name), true
	}
}

// isHidden recognises what systems and offices leave in folders without
// showing it: hidden files, and those that lock an open document.
func isHidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// isOtherFile recognises files that lie beside forms and are not forms: tables,
// among them our own, sources, signatures.
func isOtherFile(name string) bool {
	return slices.Contains([]string{".csv", ".toml", ".tsv", ".xlsx", ".xls", ".ods", ".txt", ".sig", ".p7s", ".sgn", ".lnk", ".url"},
		strings.ToLower(filepath.Ext(name)))
}

// cause is an error of a file system without the path that is told beside it.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
