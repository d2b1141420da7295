package origin

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// Templates returns the templates in a paper as a folder. It is empty for a
// paper with built-in templates only. Files with invalid paths are left out.
func (o Origin) Templates() fs.FS {
	files := Folder{}
	for _, f := range o.Files {
		if f.Role == Template && fs.ValidPath(f.Path) {
			files[f.Path] = f.Data
		}
	}
	return files
}

// Folder is a read-only file system in memory with file contents by path.
type Folder map[string][]byte

func (m Folder) isDir(name string) bool {
	if name == "." {
		return true
	}
	for file := range m {
		if strings.HasPrefix(file, name+"/") {
			return true
		}
	}
	return false
}

// Open opens a file or a folder.
func (m Folder) Open(name string) (fs.File, error) {
	data, found := m[name]
	switch {
	case !fs.ValidPath(name):
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	case found:
		return &openFile{info: info{path.Base(name), int64(len(data)), 0o444}, Reader: bytes.NewReader(data)}, nil
	case m.isDir(name):
		return &openFile{
			info:    info{path.Base(name), 0, fs.ModeDir | 0o555},
			Reader:  bytes.NewReader(nil),
			entries: m.entries(name),
		}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// entries lists a folder, sorted by name.
func (m Folder) entries(dir string) []fs.DirEntry {
	found := map[string]fs.DirEntry{}
	for file, data := range m {
		rest := file
		if dir != "." {
			var inside bool
			if rest, inside = strings.CutPrefix(file, dir+"/"); !inside {
				continue
			}
		}
		name, _, deeper := strings.Cut(rest, "/")
		entry := info{name, int64(len(data)), 0o444}
		if deeper {
			entry = info{name, 0, fs.ModeDir | 0o555}
		}
		found[name] = fs.FileInfoToDirEntry(entry)
	}
	var list []fs.DirEntry
	for _, name := range slices.Sorted(maps.Keys(found)) {
		list = append(list, found[name])
	}
	return list
}

// openFile is an open file, or a folder with the entries that are not read yet.
type openFile struct {
	info
	*bytes.Reader
	entries []fs.DirEntry
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Size() int64                { return f.info.Size() }
func (f *openFile) Close() error               { return nil }

func (f *openFile) Read(p []byte) (int, error) {
	if f.IsDir() {
		return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
	}
	return f.Reader.Read(p)
}

func (f *openFile) ReadDir(n int) ([]fs.DirEntry, error) {
	if !f.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: f.name, Err: fs.ErrInvalid}
	}
	if n > 0 && len(f.entries) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.entries) {
		n = len(f.entries)
	}
	list := f.entries[:n]
	f.entries = f.entries[n:]
	return list, nil
}

// info implements fs.FileInfo and fs.DirEntry, without times.
type info struct {
	name string
	size int64
	mode fs.FileMode
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) Sys() any           { return nil }
