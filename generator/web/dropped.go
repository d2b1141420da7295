package web

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"time"

	"protokol/generator"
)

// dropped are files in memory.
type dropped map[string][]byte

// add adds a file and returns the name that it gets, "" if it has none.
func (d dropped) add(f generator.File) string {
	name := f.Name
	for i := 2; d[name] != nil; i++ {
		name = fmt.Sprintf("%d-%s", i, f.Name)
	}
	if !fs.ValidPath(name) {
		return ""
	}
	d[name] = f.Data
	return name
}

// ReadDir lists the files, which are in the folder ".".
func (d dropped) ReadDir(name string) (list []fs.DirEntry, err error) {
	if name != "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	for _, name := range slices.Sorted(maps.Keys(d)) {
		list = append(list, fs.FileInfoToDirEntry(&droppedFile{name: name, size: int64(len(d[name]))}))
	}
	return list, nil
}

// Open opens a file.
func (d dropped) Open(name string) (fs.File, error) {
	data, ok := d[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &droppedFile{Reader: bytes.NewReader(data), name: name, size: int64(len(data))}, nil
}

type droppedFile struct {
	io.Reader
	name string
	size int64
}

func (f *droppedFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *droppedFile) Close() error               { return nil }
func (f *droppedFile) Name() string               { return f.name }
func (f *droppedFile) Size() int64                { return f.size }
func (f *droppedFile) Mode() fs.FileMode          { return 0o444 }
func (f *droppedFile) ModTime() time.Time         { return time.Time{} }
func (f *droppedFile) IsDir() bool                { return false }
func (f *droppedFile) Sys() any                   { return nil }
