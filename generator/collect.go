package generator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"protokol/generator/internal/collect"
	"protokol/generator/internal/disk"
	"protokol/generator/internal/limited"
	"protokol/generator/internal/tomlfile"
)

// FormTable is the answers of all forms of one kind.
type FormTable struct {
	Name  string // "application" or "consent"
	Title string // in Russian
	kind  *collect.Kind
	forms []*collect.Form
}

// Rows is the number of forms.
func (t FormTable) Rows() int { return len(t.forms) }

// CSV is the table as a spreadsheet opens it, and as OpenList does.
func (t FormTable) CSV() []byte { return collect.CSV(t.kind, t.forms) }

// TOML is the table as OpenList reads it.
func (t FormTable) TOML() []byte { return collect.TOML(t.kind, t.forms) }

// Collection is the forms that came back.
type Collection struct {
	Tables   []FormTable // of the kinds that have a form
	Problems Problems    // of files and of answers
	Files    int
	Refused  int // files that gave no form
	Wrong    int // forms with errors in their answers; they are in the tables
	Forms    int // each once
}

// Add adds what FindForms could not read.
func (c *Collection) Add(found FoundForms) {
	c.Problems.List = append(found.Problems, c.Problems.List...)
	c.Refused += len(found.Problems)
	c.Files = max(c.Files, c.Refused)
}

// Err is what keeps the tables from holding all that came back, or nil.
func (c *Collection) Err() error {
	var failed []string
	if c.Refused > 0 {
		failed = append(failed, fmt.Sprintf("не взято файлов: %d из %d", c.Refused, c.Files))
	}
	if c.Wrong > 0 {
		failed = append(failed, fmt.Sprintf("форм с ошибками в ответах: %d; они в таблице, с замечаниями", c.Wrong))
	}
	switch {
	case len(failed) > 0:
		return errors.New(strings.Join(failed, "; "))
	case c.Forms == 0:
		return errors.New("нет ни одной заполненной формы")
	}
	return nil
}

// CollectRequest says how forms are collected.
type CollectRequest struct {
	Patience time.Duration         // with one file; zero is the usual
	Progress func(done, total int) // may be nil
}

// Collect reads filled forms, PDF and DOCX, from files in fsys. What is wrong
// with a file is one of the problems; the error is that of ctx or of the program
// itself.
func (g *Generator) Collect(ctx context.Context, fsys fs.FS, names []string, r CollectRequest) (*Collection, error) {
	gatherer := collect.Collector{Start: g.engine, Patience: r.Patience}
	defer gatherer.Close()
	for i, name := range names {
		file, err := limited.ReadFile(fsys, name, collect.MaxFile)
		if err != nil {
			gatherer.Unopened(name, err)
		} else if err := gatherer.Add(ctx, name, file); err != nil {
			return nil, err
		}
		if r.Progress != nil {
			r.Progress(i+1, len(names))
		}
	}
	c := &Collection{Problems: Problems{List: gatherer.Problems}, Files: len(names), Refused: gatherer.Refused, Wrong: gatherer.Wrong, Forms: gatherer.Forms()}
	for _, kind := range collect.Kinds {
		if forms := gatherer.Of(kind); len(forms) > 0 {
			c.Tables = append(c.Tables, FormTable{kind.Name, kind.Title, kind, forms})
		}
	}
	return c, nil
}

// ExistsError is that another file stands where a table goes.
type ExistsError struct{ Path string }

func (e ExistsError) Error() string { return e.Path + " уже есть, и в нём другое" }

// Save writes the tables, all or none, to paths by the names of their forms,
// .csv or .toml, each its own, and returns the paths. Unless forced it fails with an
// ExistsError rather than replace a file that holds something else.
func (c *Collection) Save(paths map[string]string, force bool) (written []string, err error) {
	var files []Output
	for _, table := range c.Tables {
		file := Output{Path: paths[table.Name]}
		if file.Path == "" || slices.Contains(written, file.Path) {
			return nil, OptionError{Option: "out", Message: fmt.Sprintf("для таблицы %s нужен файл, в котором нет другой таблицы", table.Name)}
		}
		file.Data = table.CSV()
		if strings.EqualFold(filepath.Ext(file.Path), ".toml") {
			if file.Data = table.TOML(); len(file.Data) > tomlfile.MaxSize {
				return nil, OptionError{Option: "out", Message: fmt.Sprintf(
					"%s получился бы больше %d МБ, такой TOML никто не прочтёт; возьмите .csv", file.Path, tomlfile.MaxSize>>20)}
			}
		}
		if !force && disk.Differs(file) {
			return nil, ExistsError{file.Path}
		}
		files, written = append(files, file), append(written, file.Path)
	}
	return written, disk.Save(files, true)
}
