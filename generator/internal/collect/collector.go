package collect

import (
	"cmp"
	"context"
	"errors"
	"time"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/budget"
	"protokol/generator/internal/limited"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/syserror"
)

// Collector reads forms from files, one after another.
type Collector struct {
	Start    func(context.Context) (*reader.Engine, error) // starts an engine for PDFs
	Patience time.Duration                                 // with one file; zero is UsualPatience
	Prompts  []document.Prompts                            // of the templates of the forms

	Problems diag.List // of files and of answers
	Refused  int       // files that gave no form
	Wrong    int       // forms with errors in their answers

	forms Collection
}

// UsualPatience limits the time spent on one file, in addition to that for its pages: a hostile one may never end.
const UsualPatience = 3 * time.Second / 2

// MaxFile is the size of the largest form, in bytes.
const MaxFile = 64 << 20

// Add reads the forms in a file. Faults of the file are added to Problems; the
// error is that of ctx or of the program itself.
func (g *Collector) Add(ctx context.Context, name string, file []byte) error {
	forms, err := g.read(ctx, name, file)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err != nil {
		var p diag.Problem
		if !errors.As(err, &p) {
			return err
		}
		g.refuse(name, p)
	}
	for _, f := range forms {
		g.forms.Add(f)
		g.Problems = append(g.Problems, f.Problems...)
		if f.Problems.Failed() {
			g.Wrong++
		}
	}
	return nil
}

// Unopened records a file that could not be opened.
func (g *Collector) Unopened(name string, err error) {
	var large limited.TooLarge
	if errors.As(err, &large) {
		g.refuse(
			name,
			diag.Problem{Message: err.Error(), Hint: "проверьте, тот ли это файл: форма занимает доли мегабайта"},
		)
		return
	}
	g.refuse(
		name,
		diag.Problem{
			Message: "файл не открывается: " + syserror.Cause(err),
			Hint:    "проверьте права на него и не занят ли он другой программой",
		},
	)
}

func (g *Collector) refuse(name string, p diag.Problem) {
	p.File = name
	g.Problems = append(g.Problems, p)
	g.Refused++
}

func (g *Collector) read(ctx context.Context, name string, file []byte) ([]*Form, error) {
	switch {
	case reader.IsPDF(file):
		return g.readPDF(ctx, name, file)
	case reader.IsDOCX(file):
		return DOCX(name, file, g.Prompts)
	}
	return nil, Refusal(name, file)
}

// readPDF reads a PDF within its time.
func (g *Collector) readPDF(ctx context.Context, name string, file []byte) ([]*Form, error) {
	patience := cmp.Or(g.Patience, budget.Work(ctx, UsualPatience))
	ctx, cancel := budget.Context(ctx, patience, errors.New("the time for a file is over"))
	defer cancel()
	engine, err := g.Start(ctx)
	if err != nil {
		return nil, err
	}
	defer engine.Close()
	return PDF(engine, name, file, g.Prompts)
}

// Of returns the forms of one kind.
func (g *Collector) Of(kind *Kind) []*Form { return g.forms.Of(kind) }

// Forms returns the number of distinct forms.
func (g *Collector) Forms() int { return len(g.forms.Forms) }
