package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"protokol/generator"
)

// found are the files that may be forms.
type found struct {
	names    []string
	known    map[string]bool     // the same
	passed   []string            // what lay beside them and is none
	problems []generator.Problem // folders that cannot be read
}

// findForms looks into the folders of the command line, and into those inside
// of them. What is named by itself is always looked at.
func findForms(c *cli.Context) (f found, err error) {
	f.known = map[string]bool{}
	for _, arg := range c.Args().Slice() {
		info, err := os.Stat(arg)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return f, usagef(c, "нет файла %s", arg)
		case err != nil:
			return f, err
		case !info.IsDir():
			f.add(arg)
			continue
		}
		root := arg + string(filepath.Separator)                                       // which follows a link
		filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error { // its errors are told
			return f.see(root, name, entry, err)
		})
	}
	return f, nil
}

// see sees what lies in a folder.
func (f *found) see(root, name string, entry fs.DirEntry, err error) error {
	switch {
	case err != nil:
		f.problems = append(f.problems, generator.Problem{File: name, Message: "папка не читается: " + cause(err).Error(), Hint: "проверьте права на неё"})
		return fs.SkipDir
	case entry.IsDir() && name != root && strings.HasPrefix(entry.Name(), ".") || entry.Name() == "__MACOSX":
		return fs.SkipDir
	case entry.IsDir() || isLitter(entry.Name()):
	case !entry.Type().IsRegular() || isBeside(entry.Name()):
		f.passed = append(f.passed, filepath.Base(name))
	default:
		f.add(name)
	}
	return nil
}

// add adds a file once, though it may be named twice.
func (f *found) add(name string) {
	if name = filepath.Clean(name); !f.known[name] {
		f.names, f.known[name] = append(f.names, name), true
	}
}

// isLitter knows what systems and offices leave in folders, never seen there:
// hidden files, and those that lock an open document.
func isLitter(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// isBeside knows files that lie beside forms and are none: tables, among them
// our own, sources, signatures.
func isBeside(name string) bool {
	return slices.Contains([]string{".csv", ".toml", ".tsv", ".xlsx", ".xls", ".ods", ".txt", ".sig", ".p7s", ".sgn", ".lnk", ".url"},
		strings.ToLower(filepath.Ext(name)))
}

// cause is an error of the disk without the path that is printed beside it.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
