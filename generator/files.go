package generator

import (
	"io"
	"io/fs"

	"protokol/generator/internal/disk"
	"protokol/generator/internal/limited"
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
