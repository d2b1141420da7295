package batch

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
)

// memory is a Folder in memory with limited space.
type memory struct {
	open, maxOpen int // files that Create opened
	sync.Mutex
	files   map[string][]byte
	space   int // bytes that can still be written; -1 means unlimited
	written int // bytes written so far
}

func newMemory() *memory { return &memory{files: map[string][]byte{}, space: -1} }

var errFull = errors.New("no space left on device")

func (m *memory) Open(string) (fs.File, error) { return nil, errors.ErrUnsupported }

func (m *memory) ReadFile(name string) ([]byte, error) {
	m.Lock()
	defer m.Unlock()
	data, ok := m.files[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return bytes.Clone(data), nil
}

func (m *memory) Permissions(string) fs.FileMode { return 0 }

func (m *memory) Create(name string, _ fs.FileMode) (io.WriteCloser, error) {
	m.Lock()
	defer m.Unlock()
	m.files[name] = nil
	m.open++
	m.maxOpen = max(m.maxOpen, m.open)
	return &created{openFile{m, name}}, nil
}

func (m *memory) Append(name string) (Log, error) {
	m.Lock()
	defer m.Unlock()
	m.files[name] = m.files[name][:len(m.files[name]):len(m.files[name])]
	return &openFile{m, name}, nil
}

func (m *memory) MkdirAll(string) error { return nil }

func (m *memory) Sub(name string) (Folder, error) { return &subfolder{m, name}, nil }

func (m *memory) Close() error { return nil }

// subfolder is a folder inside a memory.
type subfolder struct {
	*memory
	name string
}

func (s *subfolder) Create(name string, permissions fs.FileMode) (io.WriteCloser, error) {
	return s.memory.Create(s.name+"/"+name, permissions)
}

func (s *subfolder) Remove(name string) error { return s.memory.Remove(s.name + "/" + name) }

func (m *memory) Rename(from, to string) error {
	m.Lock()
	defer m.Unlock()
	data, ok := m.files[from]
	if !ok {
		return fs.ErrNotExist
	}
	delete(m.files, from)
	m.files[to] = data
	return nil
}

func (m *memory) Remove(name string) error {
	m.Lock()
	defer m.Unlock()
	delete(m.files, name)
	return nil
}

func (m *memory) List(dir string) ([]string, error) {
	m.Lock()
	defer m.Unlock()
	prefix := dir + "/"
	if dir == "." {
		prefix = ""
	}
	var names []string
	for name := range m.files {
		if base, ok := strings.CutPrefix(name, prefix); ok && !strings.Contains(base, "/") {
			names = append(names, base)
		}
	}
	slices.Sort(names)
	return names, nil
}

// openFile is a file open for writing.
type openFile struct {
	*memory
	name string
}

// Write writes as much as there is space for, as a disk does.
func (o *openFile) Write(p []byte) (int, error) {
	o.Lock()
	defer o.Unlock()
	n := len(p)
	if o.space >= 0 {
		n = min(n, o.space)
		o.space -= n
	}
	o.files[o.name] = append(o.files[o.name], p[:n]...)
	o.written += n
	if n < len(p) {
		return n, errFull
	}
	return n, nil
}

func (o *openFile) ReadAt(p []byte, at int64) (int, error) {
	data, err := o.ReadFile(o.name)
	if err != nil {
		return 0, err
	}
	return bytes.NewReader(data).ReadAt(p, at)
}

func (o *openFile) Size() (int64, error) {
	data, err := o.ReadFile(o.name)
	return int64(len(data)), err
}

func (o *openFile) Truncate(size int64) error {
	o.Lock()
	defer o.Unlock()
	o.files[o.name] = o.files[o.name][:size]
	return nil
}

func (o *openFile) Sync() error  { return nil }
func (o *openFile) Close() error { return nil }

// created is a file that Create opened.
type created struct{ openFile }

func (c *created) Close() error {
	c.Lock()
	defer c.Unlock()
	c.open--
	return nil
}

// visible returns the files outside StateFolder.
func (m *memory) visible() map[string]string {
	m.Lock()
	defer m.Unlock()
	files := map[string]string{}
	for name, data := range m.files {
		if !strings.HasPrefix(name, StateFolder) {
			files[name] = string(data)
		}
	}
	return files
}

// compareFiles reports differences between visible files.
func compareFiles(t *testing.T, got, want map[string]string) {
	t.Helper()
	if a, b := slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)); !slices.Equal(a, b) {
		t.Errorf("files %q, want %q", a, b)
		return
	}
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s differs", name)
		}
	}
}
