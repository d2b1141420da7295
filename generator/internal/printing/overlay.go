package printing

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"protokol/generator/internal/origin"
)

// overlay is one folder laid over another, file by file.
type overlay struct {
	upper, lower fs.FS
	used         []origin.File // what was read of the upper
}

// ReadFile reads a file of the upper folder, or else of the lower.
func (o *overlay) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(o.upper, name)
	if errors.Is(err, fs.ErrNotExist) {
		return fs.ReadFile(o.lower, name)
	}
	if err == nil {
		o.used = append(o.used, origin.File{Role: origin.Template, Path: name, Data: data})
	}
	return data, err
}

// Open opens a file of the upper folder, or else of the lower.
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
