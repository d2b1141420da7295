package generator

import (
	"context"
	"errors"
	"time"

	"protokol/generator/internal/reader"
	"protokol/generator/internal/verify"
)

// Verdict is what is known of a paper. Its Err is why the paper is not what it
// should be.
type Verdict = verify.Verdict

// SourceError is that the source inside a paper cannot be printed again.
type SourceError = verify.SourceError

// FileError is what is wrong with one of several files.
type FileError = verify.FileError

// patience is how long a paper may take to be read and compared: a hostile one
// would take for ever.
const patience = 3 * time.Minute

var errTooLong = errors.New("файл слишком сложен: проверка не уложилась в отведённое время")

// Verify prints the source inside a paper again, compares, and judges the
// signatures in the paper and in the files beside it. The error says why there
// is no verdict; what speaks against the paper is in the verdict.
func (g *Generator) Verify(ctx context.Context, paper File, beside ...File) (*Verdict, error) {
	var files []verify.File
	for _, f := range beside {
		files = append(files, verify.File(f))
	}
	bounded, cancel := context.WithTimeoutCause(ctx, patience, errTooLong)
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
		return verify.DOCX(ctx, paper, beside)
	case reader.IsOLE(paper.Data):
		return nil, verify.ErrOLE
	}
	engine, err := g.engine(ctx)
	if err != nil {
		return nil, err
	}
	defer engine.Close()
	return verify.PDF(ctx, engine, paper, beside)
}
