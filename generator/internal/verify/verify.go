// Package verify checks a paper against the source inside it, and judges its
// signatures.
//
//	verify.go  a paper → a verdict
//	copy.go    copies with stamps; signatures in files beside a paper
//	reprint.go the paper, printed again
//	report.go  the verdict in words
package verify

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"protokol/generator/internal/compare"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/signature"
)

// File is a file as its user knows it.
type File struct {
	Name string
	Data []byte
}

// limitOfReprint is how long one look at a reprint may take: as long as its
// source asks for.
const limitOfReprint = 20 * time.Second

// ErrOLE is that a file is no DOCX, though Word opens it.
var ErrOLE = errors.New("это старый .doc или DOCX под паролем; сохраните его как DOCX без пароля")

// SourceError is that the source inside a paper cannot be printed.
type SourceError struct{ Err error }

func (e SourceError) Error() string {
	return "исходный файл внутри документа не читается: " + e.Err.Error()
}

// Unwrap returns why.
func (e SourceError) Unwrap() error { return e.Err }

// Verdict is what is known of a paper.
type Verdict struct {
	Name        string // of the file
	DOCX        bool   // only its words are compared: what its pages look like depends on the program that shows it
	From        origin.Origin
	OtherRules  bool   // the paper was printed by other rules: its pages are not compared, only what they say
	OtherDesign string // what of templates, style sheet and faces is not what the paper was printed with
	Pages       int
	Differences []compare.Finding
	Remarks     []compare.Finding   // worth a look, but no change of a page
	Signatures  *signature.Report   // nil when they cannot be read
	Unread      error               // why not
	Stamps      []signature.Placed  // of a copy with stamps
	Original    bool                // the copy is the original and those stamps, nothing else
	Inside      bool                // detached signatures are right for the original inside the copy, but the rest of it is not proved
	Detached    []DetachedSignature // judged by the files beside the paper
}

// DetachedSignature is a signature in a file of its own.
type DetachedSignature struct {
	File string
	signature.Signature
}

// PDF judges a PDF, and the signatures in the files beside it. The error says
// why no verdict can be given; it is a SourceError when the reason is the
// source inside.
func PDF(ctx context.Context, engine *reader.Engine, paper File, beside []File) (*Verdict, error) {
	opened, err := engine.Open(paper.Data)
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	v := &Verdict{Name: filepath.Base(paper.Name), Stamps: signature.Marks(paper.Data)}
	if err := v.comparePages(ctx, engine, opened); err != nil {
		return nil, err
	}
	v.Signatures, v.Unread = signature.Read(paper.Data)
	return v, v.judgeBeside(paper.Data, beside)
}

// comparePages compares the pages with those of a reprint.
func (v *Verdict) comparePages(ctx context.Context, engine *reader.Engine, paper *reader.PDF) error {
	list, err := paper.Attachments()
	if err != nil {
		return err
	}
	if v.From, err = origin.Find(list); err != nil {
		return err
	}
	again, headers, err := v.reprint(ctx, "pdf")
	if err != nil {
		return err
	}
	if stamped, err := restamped(again, v.Stamps); err == nil {
		again = stamped
	} else {
		v.Stamps = nil // of words that we do not print
	}
	engine.Limit = limitOfReprint
	reprinted, err := engine.Open(again)
	if err != nil {
		return err
	}
	defer reprinted.Close()
	v.Pages = paper.Pages()
	var report compare.Report
	if v.OtherRules {
		report, err = compare.Content(paper, reprinted, headers)
	} else {
		report, err = compare.Pages(paper, reprinted)
	}
	v.Differences, v.Remarks = report.Differences, report.Remarks
	return err
}

// DOCX judges a DOCX, as PDF does.
func DOCX(ctx context.Context, paper File, beside []File) (*Verdict, error) {
	v := &Verdict{Name: filepath.Base(paper.Name), DOCX: true}
	if err := v.compareWords(ctx, paper.Data); err != nil {
		return nil, err
	}
	return v, v.judgeBeside(paper.Data, beside)
}

// compareWords compares the words with those of a reprint.
func (v *Verdict) compareWords(ctx context.Context, file []byte) error {
	list, err := reader.DOCX(file)
	if err != nil {
		return err
	}
	if v.From, err = origin.Find(list); err != nil {
		return err
	}
	theirs, err := reader.ReadWords(file)
	if err != nil {
		return err
	}
	again, _, err := v.reprint(ctx, "docx")
	if err != nil {
		return err
	}
	ours, err := reader.ReadWords(again)
	if err != nil {
		return err
	}
	report := compare.Words(theirs, ours)
	v.Differences, v.Remarks = report.Differences, report.Remarks
	return nil
}

// Err is why the paper is not what it should be, or nil. Signatures that only
// a lenient reader sees are not valid, so a file that cannot be read strictly
// does not pass: otherwise a byte after its end would hide what was done to a
// signed paper.
func (v *Verdict) Err() error {
	switch {
	case len(v.Differences) > 0 && (v.DOCX || v.OtherRules):
		return errors.New("слова не совпадают с исходным файлом")
	case len(v.Differences) > 0:
		return errors.New("страницы не совпадают с исходным файлом")
	case v.OtherRules:
		return errors.New("напечатано по другим правилам: листы не сверены")
	case v.Unread != nil:
		return fmt.Errorf("подписи проверить нельзя: %w", v.Unread)
	}
	if v.Inside {
		return errors.New("подпись верна для подлинника внутри копии; остальное в ней не доказано")
	}
	var all []signature.Signature
	if v.Signatures != nil {
		all = slices.Clone(v.Signatures.Signatures)
	}
	for _, d := range v.Detached {
		all = append(all, d.Signature)
	}
	for _, s := range all {
		if len(s.Problems)+len(s.Changes) > 0 {
			return errors.New("подпись недействительна или документ изменён после подписания")
		}
	}
	return nil
}
