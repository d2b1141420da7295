package batch

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
)

// Folder is where files go. Names are relative, with slashes.
type Folder interface {
	fs.ReadFileFS
	// Create opens a file for writing, empty.
	Create(name string) (io.WriteCloser, error)
	// Append opens a file for reading and for writing behind its end.
	Append(name string) (Log, error)
	MkdirAll(name string) error
	// Sub opens a folder inside.
	Sub(name string) (Folder, error)
	// Rename gives a file a new name, over a file that has it already.
	Rename(from, to string) error
	Remove(name string) error
	// List names what is in a folder; none when there is no such folder.
	List(name string) ([]string, error)
	Close() error
}

// Log is a file that only grows.
type Log interface {
	io.ReaderAt
	io.WriteCloser
	Size() (int64, error)
	Truncate(size int64) error
	Sync() error
}

// isEmpty reports whether a folder holds nothing to be seen.
func isEmpty(folder Folder) (bool, error) {
	names, err := folder.List(".")
	return !slices.ContainsFunc(names, func(name string) bool { return name != StateFolder }), err
}

// StateFolder is the folder of what is not yet, or never, to be seen.
const StateFolder = ".protokol"

// disk is a folder of the file system that nothing leads out of.
type disk struct{ *os.Root }

// OpenFolder opens a folder, making it first if need be.
func OpenFolder(name string) (Folder, error) {
	if err := os.MkdirAll(name, 0o777); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return disk{root}, nil
}

func (d disk) Open(name string) (fs.File, error) { return d.Root.Open(name) }

func (d disk) Create(name string) (io.WriteCloser, error) { return d.Root.Create(name) }

func (d disk) MkdirAll(name string) error { return d.Root.MkdirAll(name, 0o777) }

func (d disk) Sub(name string) (Folder, error) {
	root, err := d.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return disk{root}, nil
}

func (d disk) List(name string) ([]string, error) {
	entries, err := fs.ReadDir(d.FS(), name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}

func (d disk) Append(name string) (Log, error) {
	f, err := d.Root.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	return &logFile{f}, nil
}

type logFile struct{ *os.File }

func (f *logFile) Size() (int64, error) { return f.Seek(0, io.SeekEnd) }

func (f *logFile) Truncate(size int64) error {
	if err := f.File.Truncate(size); err != nil {
		return err
	}
	_, err := f.Seek(size, io.SeekStart)
	return err
}
