package generator

import (
	"io"
	"io/fs"

	"protokol/generator/internal/disk"
	"protokol/generator/internal/limited"
	"protokol/templates"
)

// Output is a file to be written.
type Output = disk.File

// Save writes files whole or not at all: each under a temporary name beside its
// place, then all are renamed. Unless forced it fails with a SignedError rather
// than replace a signed file.
func Save(files []Output, force bool) error { return disk.Save(files, force) }

// ErrFolder is that a folder stands where a file is needed.
var ErrFolder = limited.ErrFolder

// ReadFile reads a file that is not larger than a limit, in bytes.
func ReadFile(fsys fs.FS, name string, limit int) ([]byte, error) {
	return limited.ReadFile(fsys, name, limit)
}

// ReadAll reads what is not larger than a limit, in bytes.
func ReadAll(r io.Reader, limit int) ([]byte, error) { return limited.ReadAll(r, limit) }

// BuiltIn are the templates and style sheets that ship, by their paths in a
// folder of templates.
func BuiltIn() (files []Output, err error) {
	err = fs.WalkDir(templates.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(templates.Files, path)
		files = append(files, Output{Path: path, Data: data})
		return err
	})
	return files, err
}
