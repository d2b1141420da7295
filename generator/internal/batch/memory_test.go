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

// memory is a folder that can be full.
type memory struct {
	handles, mostHandles int // of files that Create opened
	sync.Mutex
	files map[string][]byte
	room  int // bytes that can still be written; -1 is without end
	wrote int // bytes written since it was made
}

func newMemory() *memory { return &memory{files: map[string][]byte{}, room: -1} }

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

func (m *memory) Create(name string) (io.WriteCloser, error) {
	m.Lock()
	defer m.Unlock()
	m.files[name] = nil
	m.handles++
	m.mostHandles = max(m.mostHandles, m.handles)
	return &created{open{m, name}}, nil
}

func (m *memory) Append(name string) (Log, error) {
	m.Lock()
	defer m.Unlock()
	m.files[name] = m.files[name][:len(m.files[name]):len(m.files[name])]
	return &open{m, name}, nil
}

func (m *memory) MkdirAll(string) error { return nil }

func (m *memory) Sub(name string) (Folder, error) { return &inside{m, name}, nil }

func (m *memory) Close() error { return nil }

// inside is a folder in a folder.
type inside struct {
	*memory
	name string
}

func (s *inside) Create(name string) (io.WriteCloser, error) {
	return s.memory.Create(s.name + "/" + name)
}

func (s *inside) Remove(name string) error { return s.memory.Remove(s.name + "/" + name) }

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

// open is an open file.
type open struct {
	*memory
	name string
}

// Write writes what there is room for, as a disk does.
func (o *open) Write(p []byte) (int, error) {
	o.Lock()
	defer o.Unlock()
	n := len(p)
	if o.room >= 0 {
		n = min(n, o.room)
		o.room -= n
	}
	o.files[o.name] = append(o.files[o.name], p[:n]...)
	o.wrote += n
	if n < len(p) {
		return n, errFull
	}
	return n, nil
}

func (o *open) ReadAt(p []byte, at int64) (int, error) {
	data, err := o.ReadFile(o.name)
	if err != nil {
		return 0, err
	}
	return bytes.NewReader(data).ReadAt(p, at)
}

func (o *open) Size() (int64, error) {
	data, err := o.ReadFile(o.name)
	return int64(len(data)), err
}

func (o *open) Truncate(size int64) error {
	o.Lock()
	defer o.Unlock()
	o.files[o.name] = o.files[o.name][:size]
	return nil
}

func (o *open) Sync() error  { return nil }
func (o *open) Close() error { return nil }

// created is one that Create opened.
type created struct{ open }

func (c *created) Close() error {
	c.Lock()
	defer c.Unlock()
	c.handles--
	return nil
}

// visible are the files that a user sees.
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

// same compares what users see.
func same(t *testing.T, got, want map[string]string) {
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
