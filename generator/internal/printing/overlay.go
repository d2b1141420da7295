package printing

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"protokol/generator/internal/origin"
)

// overlay is a folder whose upper files hide lower ones of the same path.
type overlay struct {
	upper, lower fs.FS
	used         []origin.File // upper files that were read
}

// ReadFile reads the upper file, or else the lower.
func (o *overlay) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(o.upper, name)
	if errors.Is(err, fs.ErrNotExist) {
		return fs.ReadFile(o.lower, name)
	}
	isKnown := func(f origin.File) bool { return f.Path == name }
	if err == nil && !slices.ContainsFunc(o.used, isKnown) {
		o.used = append(o.used, origin.File{Role: origin.Template, Path: name, Data: data})
	}
	return data, err
}

// Open opens the upper file, or else the lower.
func (o *overlay) Open(name string) (fs.File, error) {
	f, err := o.upper.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.lower.Open(name)
	}
	return f, err
}

// ReadDir lists the files of both folders, each name once.
func (o *overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	upper, err := fs.ReadDir(o.upper, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	lower, err := fs.ReadDir(o.lower, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	entries := append(upper, lower...)
	slices.SortStableFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(entries, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}
