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

// FormTable is a table of the answers in all forms of one kind.
type FormTable struct {
	Name  string // "application" or "consent"
	Title string // in Russian
	kind  *collect.Kind
	forms []*collect.Form
}

// Rows returns the number of forms.
func (t FormTable) Rows() int { return len(t.forms) }

// CSV returns the table in CSV. Spreadsheets open it, and so does OpenList.
func (t FormTable) CSV() []byte { return collect.CSV(t.kind, t.forms) }

// TOML returns the table in TOML, as OpenList reads it.
func (t FormTable) TOML() []byte { return collect.TOML(t.kind, t.forms) }

// Collection is the content of filled forms.
type Collection struct {
	Tables   []FormTable // one for each kind of form found
	Problems Problems    // problems of files and of answers
	Files    int         // files read
	Refused  int         // files without a readable form
	Invalid  int         // forms with errors in their answers; the tables include them
	Forms    int         // distinct forms
}

// Add adds the problems of a search for forms. Each counts as a file that was
// refused.
func (c *Collection) Add(found FoundForms) {
	c.Problems.List = append(found.Problems, c.Problems.List...)
	c.Refused += len(found.Problems)
	c.Files = max(c.Files, c.Refused)
}

// Err returns an error when a file was refused, an answer is invalid, or there
// is not a form at all.
func (c *Collection) Err() error {
	var failed []string
	if c.Refused > 0 {
		failed = append(failed, fmt.Sprintf("не взято файлов: %d из %d", c.Refused, c.Files))
	}
	if c.Invalid > 0 {
		failed = append(failed, fmt.Sprintf("форм с ошибками в ответах: %d; они в таблице, с замечаниями", c.Invalid))
	}
	switch {
	case len(failed) > 0:
		return errors.New(strings.Join(failed, "; "))
	case c.Forms == 0:
		return errors.New("нет ни одной заполненной формы")
	}
	return nil
}

// CollectRequest holds the options of Collect.
type CollectRequest struct {
	Timeout  time.Duration         // for each file; zero for the default
	Progress func(done, total int) // called after each file; may be nil
}

// Collect reads filled forms, PDF and DOCX, from files in fsys. What their empty
// fields show is known if they were made by the built-in templates or those of the
// Config. A file that cannot be read is one of the problems of the result; the error
// is that of ctx or an internal one.
func (g *Generator) Collect(ctx context.Context, fsys fs.FS, names []string, r CollectRequest) (*Collection, error) {
	ctx = g.measured(ctx)
	prompts, err := g.press.Prompts()
	if err != nil {
		return nil, err
	}
	collector := collect.Collector{Start: g.engine, Patience: r.Timeout, Prompts: prompts}
	for i, name := range names {
		file, err := limited.ReadRegular(fsys, name, collect.MaxFile)
		if err != nil {
			collector.Unopened(name, err)
		} else if err := collector.Add(ctx, name, file); err != nil {
			return nil, err
		}
		if r.Progress != nil {
			r.Progress(i+1, len(names))
		}
	}
	c := &Collection{Problems: Problems{List: collector.Problems}, Files: len(names),
		Refused: collector.Refused, Invalid: collector.Wrong, Forms: collector.Forms()}
	for _, kind := range collect.Kinds {
		if forms := collector.Of(kind); len(forms) > 0 {
			c.Tables = append(c.Tables, FormTable{kind.Name, kind.Title, kind, forms})
		}
	}
	return c, nil
}

// ExistsError reports that a file exists and that its content differs from what
// was to be written there.
type ExistsError struct{ Path string }

func (e ExistsError) Error() string { return e.Path + " уже есть, и в нём другое" }

// Save writes the tables to files, all or none, and returns their paths. The
// keys of paths are names of tables; the format follows from the extension, .csv
// or .toml. Unless force is set, Save returns an ExistsError instead of
// replacing a file with other content.
func (c *Collection) Save(paths map[string]string, force bool) (written []string, err error) {
	var files []Output
	for _, table := range c.Tables {
		file := Output{Path: paths[table.Name]}
		if file.Path == "" || slices.Contains(written, file.Path) {
			return nil, OptionError{
				Option:  "out",
				Message: fmt.Sprintf("для таблицы %s нужен файл, в котором нет другой таблицы", table.Name),
			}
		}
		file.Data = table.CSV()
		if strings.EqualFold(filepath.Ext(file.Path), ".toml") {
			if file.Data = table.TOML(); len(file.Data) > tomlfile.MaxSize {
				return nil, OptionError{Option: "out", Message: fmt.Sprintf(
					"%s получился бы больше %d МБ, такой TOML никто не прочтёт; возьмите .csv",
					file.Path, tomlfile.MaxSize>>20)}
			}
		}
		if !force && disk.Differs(disk.In(nil), file) {
			return nil, ExistsError{file.Path}
		}
		files, written = append(files, file), append(written, file.Path)
	}
	return written, disk.Save(disk.In(nil), files, true)
}

// TableNames returns the paths of the tables by kind of form, for Save. Without a
// path for consents they are beside the applicants: in consents.csv beside
// applicants.csv, in list-consents.csv beside list.csv. The error is an
// OptionError.
func TableNames(applicants, consents string) (map[string]string, error) {
	extension := filepath.Ext(applicants)
	if consents == "" {
		base := strings.TrimSuffix(filepath.Base(applicants), extension) + "-"
		consents = filepath.Join(filepath.Dir(applicants), strings.TrimPrefix(base, "applicants-")+"consents"+extension)
	}
	for _, name := range []string{applicants, consents} {
		if e := strings.ToLower(filepath.Ext(name)); e != ".csv" && e != ".toml" {
			return nil, OptionError{Option: "tables", Message: "таблицы бывают .csv и .toml, а указано: " + name}
		}
	}
	if applicants == consents {
		return nil, OptionError{Option: "tables",
			Message: "заявителям и согласиям нужны разные таблицы, а указана одна: " + applicants}
	}
	return map[string]string{"application": applicants, "consent": consents}, nil
}
