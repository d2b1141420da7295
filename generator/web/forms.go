package web

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"time"

	"protokol/generator"
)

// collect reads filled forms that were dropped and saves their answers as tables.
func (s *Server) collect(ctx context.Context, u *upload) (*outcome, error) {
	files := dropped{}
	var names []string
	for _, f := range u.files["file"] {
		name := f.Name
		for i := 2; files[name] != nil; i++ {
			name = fmt.Sprintf("%d-%s", i, f.Name)
		}
		if !fs.ValidPath(name) {
			continue
		}
		files[name] = f.Data
		names = append(names, name)
	}
	if len(names) == 0 {
		return nil, failf(http.StatusBadRequest, "Не выбраны заполненные формы: PDF или DOCX.")
	}
	found, err := generator.FindForms(files, names)
	if err != nil {
		return nil, err
	}
	collected, err := s.base.Collect(ctx, files, found.Names, generator.CollectRequest{})
	if err != nil {
		return nil, err
	}
	collected.Add(found)
	out := &outcome{Title: "Формы собраны", Good: len(collected.Problems.List) == 0, Bad: collected.Problems.Failed(),
		Problems: problemsOf("", nil, collected.Problems)}
	for _, table := range collected.Tables {
		name, err := s.createNumbered(table.Name+".csv", table.CSV())
		if err != nil {
			return nil, err
		}
		out.Saved = append(out.Saved, name)
		out.Lines = append(out.Lines, fmt.Sprintf("%s: %d", capital(table.Title), table.Rows()))
	}
	if len(collected.Tables) == 0 {
		out.Title, out.Bad = "Среди файлов нет заполненных форм", true
	}
	return out, nil
}

// dropped are files in memory.
type dropped map[string][]byte

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
