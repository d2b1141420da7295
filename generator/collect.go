package generator

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"time"

	"protokol/generator/internal/collect"
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
	Refused  int         // files that gave no form
	Wrong    int         // forms with errors in their answers; they are in the tables
	Forms    int         // each once
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
	gatherer := collect.Gatherer{Start: g.engine, Patience: r.Patience}
	defer gatherer.Close()
	for i, name := range names {
		file, err := readForm(fsys, name)
		if err != nil {
			gatherer.Unopened(name, err)
		} else if err := gatherer.Add(ctx, name, file); err != nil {
			return nil, err
		}
		if r.Progress != nil {
			r.Progress(i+1, len(names))
		}
	}
	c := &Collection{Problems: Problems{List: gatherer.Problems}, Refused: gatherer.Refused, Wrong: gatherer.Wrong, Forms: gatherer.Forms()}
	for _, kind := range collect.Kinds {
		if forms := gatherer.Of(kind); len(forms) > 0 {
			c.Tables = append(c.Tables, FormTable{kind.Name, kind.Title, kind, forms})
		}
	}
	return c, nil
}

// MaxTOML is the size of the largest TOML file that is read, bytes.
const MaxTOML = tomlfile.MaxSize

// readForm reads a file, or a byte more than is accepted.
func readForm(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, fmt.Errorf("это папка, а нужен файл")
	}
	return io.ReadAll(io.LimitReader(f, collect.MaxFile+1))
}
