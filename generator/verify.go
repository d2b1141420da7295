package generator

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"protokol/generator/internal/origin"
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

// NoSourceError reports that a paper of this program carries no source.
type NoSourceError = verify.NoSourceError

// ErrForeignDesign is returned by Verdict.Err for a paper that is printed with
// templates or a style sheet of its own.
var ErrForeignDesign = verify.ErrForeignDesign

// ErrTooLong is returned when a paper is not read in the time that an honest one of its size takes.
var ErrTooLong = errors.New("проверить нельзя: файл слишком сложен или компьютер занят, " +
	"за отведённое время он не прочитан; закройте другие программы и повторите или возьмите компьютер быстрее")

// Office names the office's own files, to prove that a paper is made of them.
type Office struct {
	Meeting *Meeting // nil for the source inside the paper
	To      *List    // for a letter made by a list; nil for others
	Row     int      // its row in the list, as reports of batches number it
}

// Verify checks a paper, PDF or DOCX: it prints the embedded source again,
// compares the result with the paper, and checks the signatures in the paper and
// in the files beside it. In a paper without source it checks what can be checked;
// such a paper does not pass, nor does one that was printed with templates or a style
// sheet of its own, unless they are those of the Config. The error is not nil when no verdict is possible;
// differences and invalid signatures are part of the verdict.
func (g *Generator) Verify(ctx context.Context, paper File, beside ...File) (*Verdict, error) {
	return g.check(ctx, paper, g.claim(), beside)
}

// claim returns the templates and the style sheet of the Config.
func (g *Generator) claim() verify.Claim {
	claim := verify.Claim{Style: g.config.Style, Templates: g.config.Templates, Folders: g.config.Fonts}
	if sheet := g.config.Sheet; sheet != nil {
		claim.Sheet = &origin.File{Role: origin.Style, Path: sheet.Name, Data: sheet.Data}
	}
	if word := g.config.Word; word != nil {
		claim.Word = &origin.File{Role: origin.Word, Path: word.Name, Data: word.Data}
	}
	return claim
}

// VerifyWith is like Verify, but prints the files of the office instead of those
// inside the paper. The error is an OptionError when a file that the paper needs was not
// given, and a Problems when the files do not make such a paper.
func (g *Generator) VerifyWith(ctx context.Context, paper File, with Office, beside ...File) (*Verdict, error) {
	if with.Meeting.isEmpty() {
		return g.Verify(ctx, paper, beside...)
	}
	claim := g.claim()
	claim.Files = slices.Clone(with.Meeting.source.Files)
	if with.To != nil {
		row, err := with.To.recipients.RowFile(with.Row)
		if err != nil {
			return nil, err
		}
		claim.Files = append(claim.Files, row)
	}
	v, err := g.check(ctx, paper, claim, beside)
	for option, lacking := range map[string]error{"to": verify.ErrNoRow, "style": verify.ErrNoSheet,
		"word": verify.ErrNoWord} {
		if errors.Is(err, lacking) {
			return nil, OptionError{Option: option, Message: lacking.Error()}
		}
	}
	return v, err
}

// check is verify within the time for a paper.
func (g *Generator) check(ctx context.Context, paper File, claim verify.Claim, beside []File) (*Verdict, error) {
	var files []verify.File
	for _, f := range beside {
		files = append(files, verify.File(f))
	}
	return within(ctx, g, func(ctx context.Context) (*Verdict, error) {
		return g.verify(ctx, verify.File(paper), claim, files)
	})
}

// notPaper says that a file is neither PDF nor DOCX, whatever its name says.
func notPaper(name string) error {
	if strings.EqualFold(filepath.Ext(name), ".docx") {
		return errors.New("это не DOCX: файл повреждён или так назвали другой")
	}
	return errors.New("это не PDF и не DOCX")
}

func (g *Generator) verify(
	ctx context.Context, paper verify.File, claim verify.Claim, beside []verify.File,
) (*Verdict, error) {
	switch {
	case reader.IsDOCX(paper.Data):
		return verify.DOCX(ctx, paper, claim, beside, g.policy(ctx))
	case reader.IsOLE(paper.Data):
		return nil, verify.ErrOLE
	case len(paper.Data) > 0 && !reader.IsPDF(paper.Data):
		return nil, notPaper(paper.Name)
	}
	engine, err := g.engine(ctx)
	if err != nil {
		return nil, err
	}
	defer engine.Close()
	return verify.PDF(ctx, engine, paper, claim, beside, g.policy(ctx))
}
