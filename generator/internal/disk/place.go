package disk

import (
	"io/fs"
	"os"
	"path/filepath"
)

// Place is where paths lead. An *os.Root is a Place that no path and no link leads out of,
// whatever other programs do to its folders meanwhile.
type Place interface {
	Open(name string) (*os.File, error)
	OpenFile(name string, flag int, permissions fs.FileMode) (*os.File, error)
	OpenRoot(name string) (*os.Root, error)
	Stat(name string) (fs.FileInfo, error)
	MkdirAll(name string, permissions fs.FileMode) error
	Rename(from, to string) error
	Remove(name string) error
}

// In returns the place of a root, or the whole file system for nil.
func In(root Place) Place {
	if root == nil {
		return system{}
	}
	return root
}

// system is the whole file system. Relative paths start from the working folder.
type system struct{}

func (system) Open(name string) (*os.File, error)        { return os.Open(name) }
func (system) OpenRoot(name string) (*os.Root, error)    { return os.OpenRoot(name) }
func (system) Stat(name string) (fs.FileInfo, error)     { return os.Stat(name) }
func (system) Rename(from, to string) error              { return os.Rename(from, to) }
func (system) Remove(name string) error                  { return os.Remove(name) }
func (system) MkdirAll(name string, p fs.FileMode) error { return os.MkdirAll(name, p) }

func (system) OpenFile(name string, flag int, permissions fs.FileMode) (*os.File, error) {
	return os.OpenFile(name, flag, permissions)
}

// absolute returns the absolute path of what is at a place, for comparisons and messages.
func absolute(at Place, name string) string {
	if root, ok := at.(*os.Root); ok {
		name = filepath.Join(root.Name(), name)
	}
	if whole, err := filepath.Abs(name); err == nil {
		return whole
	}
	return name
}
