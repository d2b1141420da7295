package generator

import (
	"io/fs"
	"path"
	"path/filepath"
	"protokol/generator/internal/syserror"
	"slices"
	"strings"
)

// FoundForms is the result of FindForms.
type FoundForms struct {
	Names    []string  // paths of the files, without repetitions
	Skipped  []string  // base names of files that cannot be forms
	Problems []Problem // folders that cannot be read

	known map[string]bool // set of Names
}

// Note says which files were skipped; "" for none.
func (f FoundForms) Note() string {
	if len(f.Skipped) == 0 {
		return ""
	}
	return "пропущено, формами не бывают: " + few(f.Skipped, 8) + "\n"
}

// FindForms finds files that may be filled forms. Names that are files are
// always included; folders are searched with their subfolders. The error wraps
// fs.ErrNotExist when a name does not exist.
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
		err = fs.WalkDir(fsys, name, func(path string, entry fs.DirEntry, err error) error {
			return f.visit(name, path, entry, err)
		})
		if err != nil {
			return f, err
		}
	}
	return f, nil
}

// visit classifies an entry found below root.
func (f *FoundForms) visit(root, name string, entry fs.DirEntry, err error) error {
	switch {
	case err != nil:
		f.Problems = append(f.Problems, Problem{File: name,
			Message: "папка не читается: " + syserror.Cause(err), Hint: "проверьте права на неё"})
		return fs.SkipDir
	case entry.IsDir() && name != root && strings.HasPrefix(entry.Name(), ".") || entry.Name() == "__MACOSX":
		return fs.SkipDir
	case entry.IsDir() || isHidden(entry.Name()):
	case !entry.Type().IsRegular() || isOtherFile(entry.Name()):
		f.Skipped = append(f.Skipped, path.Base(filepath.ToSlash(name)))
	default:
		f.add(name)
	}
	return nil
}

// add adds a file unless it is there already.
func (f *FoundForms) add(name string) {
	if name = filepath.Clean(name); !f.known[name] {
		if f.known == nil {
			f.known = map[string]bool{}
		}
		f.Names, f.known[name] = append(f.Names, name), true
	}
}

// isHidden reports whether a name is that of a hidden file, of a file that
// systems leave in folders, or of the lock of an open document.
func isHidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

var otherExtensions = []string{
	".csv", ".toml", ".tsv", ".xlsx", ".xls", ".ods", ".txt", ".sig", ".p7s", ".sgn", ".lnk", ".url",
}

// isOtherFile reports whether the extension of a name rules out a form: tables,
// including those of Collection.Save, sources, signatures.
func isOtherFile(name string) bool {
	return slices.Contains(otherExtensions, strings.ToLower(filepath.Ext(name)))
}
