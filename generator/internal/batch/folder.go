package batch

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
)

// Folder is the destination of files. Names are relative and use slashes.
type Folder interface {
	fs.ReadFileFS
	// Create creates or truncates a file. Permissions are those of a file that it
	// will replace; 0 is what the system gives to new files (umask).
	Create(name string, permissions fs.FileMode) (io.WriteCloser, error)
	// Permissions returns the permissions of a file, or 0 if there is none.
	Permissions(name string) fs.FileMode
	// Append opens a file for reading and appending, creating it if necessary.
	Append(name string) (Log, error)
	MkdirAll(name string) error
	// Sub opens a subfolder.
	Sub(name string) (Folder, error)
	// Rename renames a file, replacing an existing one.
	Rename(from, to string) error
	Remove(name string) error
	// List returns the names in a folder, or none if it does not exist.
	List(name string) ([]string, error)
	Close() error
}

// Log is an append-only file.
type Log interface {
	io.ReaderAt
	io.WriteCloser
	Size() (int64, error)
	Truncate(size int64) error
	Sync() error
}

// isEmpty reports whether a folder contains nothing except StateFolder.
func isEmpty(folder Folder) (bool, error) {
	names, err := folder.List(".")
	return !slices.ContainsFunc(names, func(name string) bool { return name != StateFolder }), err
}

// StateFolder holds the ledger, locks and temporary files of a batch.
const StateFolder = ".protokol"

// osFolder is a folder of the file system. No name can escape from it.
type osFolder struct{ *os.Root }

// NewFolder returns the folder of a root.
func NewFolder(root *os.Root) Folder { return osFolder{root} }

func (f osFolder) Open(name string) (fs.File, error) { return f.Root.Open(name) }

func (f osFolder) Create(name string, permissions fs.FileMode) (io.WriteCloser, error) {
	if permissions == 0 {
		return f.Root.Create(name)
	}
	file, err := f.Root.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, permissions)
	if err != nil {
		return nil, err
	}
	if err := file.Chmod(permissions); err != nil { // of a file that an interrupted run left, too
		file.Close()
		return nil, err
	}
	return file, nil
}

func (f osFolder) Permissions(name string) fs.FileMode {
	info, err := f.Root.Stat(name)
	if err != nil {
		return 0
	}
	return info.Mode().Perm()
}

func (f osFolder) MkdirAll(name string) error { return f.Root.MkdirAll(name, 0o777) }

func (f osFolder) Sub(name string) (Folder, error) {
	root, err := f.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return osFolder{root}, nil
}

func (f osFolder) List(name string) ([]string, error) {
	entries, err := fs.ReadDir(f.FS(), name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}

func (f osFolder) Append(name string) (Log, error) {
	file, err := f.Root.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	return &logFile{file}, nil
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
