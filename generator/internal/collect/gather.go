package collect

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/reader"
)

// Gatherer reads forms out of files, one file after another.
type Gatherer struct {
	Start    func(context.Context) (*reader.Engine, error) // starts an engine for PDFs
	Patience time.Duration                                 // with one file; zero is UsualPatience

	Problems diag.List // of files and of answers
	Refused  int       // files that gave no form
	Wrong    int       // forms with errors in their answers

	harvest Harvest
	engine  *reader.Engine
	cancel  context.CancelFunc // stops the engine
}

// UsualPatience is how long one file may take to be read: a hostile one has no
// end.
const UsualPatience = 20 * time.Second

// MaxFile is the size of the largest form, bytes.
const MaxFile = 64 << 20

// Add takes the forms of a file. What is wrong with the file becomes one of
// Problems; the error is that of ctx or of the program itself.
func (g *Gatherer) Add(ctx context.Context, name string, file []byte) error {
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
		g.harvest.Add(f)
		g.Problems = append(g.Problems, f.Problems...)
		if f.Problems.Failed() {
			g.Wrong++
		}
	}
	return nil
}

// Unopened notes a file that could not be opened.
func (g *Gatherer) Unopened(name string, err error) {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err // the name is told beside it
	}
	g.refuse(name, diag.Problem{Message: "файл не открывается: " + err.Error(), Hint: "проверьте права на него и не занят ли он другой программой"})
}

func (g *Gatherer) refuse(name string, p diag.Problem) {
	p.File = name
	g.Problems = append(g.Problems, p)
	g.Refused++
}

func (g *Gatherer) read(ctx context.Context, name string, file []byte) ([]*Form, error) {
	switch {
	case len(file) > MaxFile:
		return nil, diag.Problem{Message: fmt.Sprintf("файл больше %d МБ", MaxFile>>20), Hint: "проверьте, тот ли это файл: форма занимает доли мегабайта"}
	case reader.IsPDF(file):
		return g.readPDF(ctx, name, file)
	case reader.IsDOCX(file):
		return DOCX(name, file)
	}
	return nil, Stranger(name, file)
}

// readPDF reads a PDF in a sandbox. An engine that was stopped cannot be used
// again, so the next file gets another.
func (g *Gatherer) readPDF(ctx context.Context, name string, file []byte) ([]*Form, error) {
	if g.engine == nil {
		own, cancel := context.WithCancel(ctx)
		engine, err := g.Start(own)
		if err != nil {
			cancel()
			return nil, err
		}
		g.engine, g.cancel = engine, cancel
	}
	patience := g.Patience
	if patience == 0 {
		patience = UsualPatience
	}
	timer := time.AfterFunc(patience, g.cancel)
	forms, err := PDF(g.engine, name, file)
	if !timer.Stop() {
		g.Close()
	}
	return forms, err
}

// Of are the forms of one kind.
func (g *Gatherer) Of(kind *Kind) []*Form { return g.harvest.Of(kind) }

// Forms counts the forms, each once.
func (g *Gatherer) Forms() int { return len(g.harvest.Forms) }

// Close stops the engine.
func (g *Gatherer) Close() {
	if g.engine != nil {
		g.cancel()
		g.engine.Close()
		g.engine = nil
	}
}
