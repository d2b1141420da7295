package generator

import (
	"context"
	"errors"
	"time"

	"protokol/generator/internal/reader"
	"protokol/generator/internal/verify"
)

// Verdict is the result of Verify. Its method Err returns nil when the paper
// passes.
type Verdict = verify.Verdict

// SourceError reports that the source inside a paper cannot be printed.
type SourceError = verify.SourceError

// FileError reports which of several files caused an error.
type FileError = verify.FileError

// readTimeout limits the time spent on reading one paper, which may be
// malicious.
const readTimeout = 3 * time.Minute

var errTooLong = errors.New("файл слишком сложен: проверка не уложилась в отведённое время")

// Verify checks a paper, PDF or DOCX: it prints the embedded source again,
// compares the result with the paper, and checks the signatures in the paper and
// in the files beside it. The error is not nil when no verdict is possible;
// differences and invalid signatures are part of the verdict.
func (g *Generator) Verify(ctx context.Context, paper File, beside ...File) (*Verdict, error) {
	var files []verify.File
	for _, f := range beside {
		files = append(files, verify.File(f))
	}
	bounded, cancel := context.WithTimeoutCause(ctx, readTimeout, errTooLong)
	defer cancel()
	v, err := g.verify(bounded, verify.File(paper), files)
	if err == nil {
		return v, nil
	}
	if bounded.Err() != nil {
		err = context.Cause(bounded)
	}
	return nil, err
}

func (g *Generator) verify(ctx context.Context, paper verify.File, beside []verify.File) (*Verdict, error) {
	switch {
	case reader.IsDOCX(paper.Data):
		return verify.DOCX(ctx, paper, beside, g.policy())
	case reader.IsOLE(paper.Data):
		return nil, verify.ErrOLE
	}
	engine, err := g.engine(ctx)
	if err != nil {
		return nil, err
	}
	defer engine.Close()
	return verify.PDF(ctx, engine, paper, beside, g.policy())
}
