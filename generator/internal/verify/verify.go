// Package verify checks a paper against the source embedded in it or given beside it,
// and checks its signatures.
//
//	verify.go  paper → verdict
//	actions.go actions of a PDF
//	claim.go   files that are given beside the paper
//	words.go   words of a DOCX, and of papers without a source with the digest of these
//	forms.go   fields that the form lists
//	appearance.go how these are drawn
//	drawing.go their content other than letters
//	letters.go where their letters stand
//	faces.go   with which fonts
//	objects.go objects other than pages, how pages are written
//	graph.go   objects in one form
//	alike.go   pages that need not be drawn
//	measures.go sizes of pages
//	structure.go text that is read aloud
//	parents.go elements found from a page
//	outlines.go bookmarks forwards and backwards
//	attached.go files inside a PDF
//	constructs.go what pages are made of
//	copy.go    copies with stamps, detached signatures
//	marks.go   marks of signatures
//	covers.go  words beneath them
//	filled.go  fields filled in after signing
//	properties.go properties of the file
//	notes.go   links and files inside
//	reprint.go printing the source again
//	room.go    how much it may be
//	standins.go drawing large pictures
//	report.go  the verdict in words
package verify

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"protokol/generator/internal/budget"
	"protokol/generator/internal/compare"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/faces"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/signature"
)

// File is a file with its name in messages.
type File struct {
	Name string
	Data []byte
}

// ErrOLE is returned for an OLE file: a .doc, or a DOCX with a password.
var ErrOLE = errors.New("это старый .doc или DOCX под паролем; сохраните его как DOCX без пароля")

// SourceError reports that the source inside a paper cannot be printed.
type SourceError struct{ Err error }

func (e SourceError) Error() string {
	return "исходный файл внутри документа не читается: " + e.Err.Error()
}

// Unwrap returns the reason.
func (e SourceError) Unwrap() error { return e.Err }

// Verdict is the result of checking a paper.
type Verdict struct {
	Name        string // base name of the file
	DOCX        bool   // only words are compared: the layout of a DOCX depends on the program
	From        origin.Origin
	Claimed     bool          // printed from files that were given, not from those inside
	OtherSource bool          // the files that were given are not those it was printed from
	Words       Words         // of a paper without source
	OtherRules  bool          // printed by other rules and not the same by these: only its content is compared
	OtherDesign string        // which of templates, style sheet and fonts have changed since
	Supplied    bool          // printed with templates or a style sheet that were given
	Unused      bool          // templates or a style sheet were given for a paper that needs none
	Foreign     []origin.File // templates and style sheets that come from the paper alone
	Pages       int
	Differences []compare.Finding
	Remarks     []compare.Finding   // observations that are not differences
	Answers     bool                // values printed in a form were changed or cleared
	Unlike      bool                // fields are drawn with fonts whose letters are not known
	Signatures  *signature.Report   // nil when they cannot be read
	Unread      error               // why Signatures is nil
	Stamps      []signature.Placed  // stamps on a copy
	Original    bool                // the copy consists of the original and the stamps
	Inside      bool                // detached signatures hold for the original inside the copy; the rest is unproved
	Detached    []DetachedSignature // in separate files

	objects *cos.File        // of the paper; nil when they cannot be read
	extent  extent           // of what the source prints
	written []bool           // which pages are written as in the reprint
	plain   bool             // the pages are made of nothing that those of the reprint are not, to all programs
	printed time.Duration    // which printing it took
	own     budget.Share     // for comparing what is the same as in the reprint
	folders []faces.Folder   // with faces for papers made of Word files
	policy  signature.Policy // for judging signatures
}

// DetachedSignature is a signature in a file of its own.
type DetachedSignature struct {
	File string
	signature.Signature
}

// PDF checks a PDF and the signatures in the files beside it. It returns an error if no verdict is possible: a
// SourceError if the source inside the paper is the reason. Trust in the signatures is judged by the policy.
func PDF(
	ctx context.Context, engine *reader.Engine, paper File, claim Claim, beside []File, by signature.Policy,
) (*Verdict, error) {
	v := &Verdict{Name: filepath.Base(paper.Name), policy: by}
	defer func() { v.objects = nil }() // which are large
	drawn := paper.Data
	if v.objects, v.Unread = cos.Read(paper.Data); v.Unread == nil {
		v.objects.Until(by.Over)
		drawn, v.Stamps = withKeptAppearances(v.objects.Again()), signature.Marks(v.objects.Again())
	}
	opened, err := engine.Open(drawn)
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	opened.Know(v.objects)
	if err := v.checkPages(ctx, engine, opened, paper.Data, claim); err != nil {
		return nil, err
	}
	defer v.own.Use(ctx)()
	if v.Unread == nil {
		v.Signatures, v.Unread = signature.ReadFile(v.objects.Again(), by)
	}
	if v.Unread == nil {
		if err := v.checkMarks(opened); err != nil {
			return nil, err
		}
		if err := v.checkPlaces(opened); err != nil {
			return nil, err
		}
	}
	return v, v.checkDetached(paper.Data, beside)
}

// checkPages compares the pages with those of a reprint, or, without a source, the words with their digest.
func (v *Verdict) checkPages(
	ctx context.Context, engine *reader.Engine, paper *reader.PDF, file []byte, claim Claim,
) error {
	list, err := paper.Attachments()
	if err != nil {
		return err
	}
	if err := v.find(list, claim); err != nil {
		return err
	}
	v.Pages = paper.Pages()
	isTurned := v.isTurned()
	if isTurned {
		v.found(0, turned)
	}
	if v.Sourceless() {
		if v.objects != nil {
			v.checkForm(v.objects.Again())
		}
		return v.checkWords(paper, !isTurned)
	}
	if v.Claimed && !isTurned {
		if err := v.checkWords(paper, true); err != nil {
			return err
		}
	}
	if err := v.comparePages(ctx, engine, paper, file); err != nil {
		return err
	}
	defer v.own.Use(ctx)()
	if v.objects != nil {
		v.checkAttached(v.objects.Again(), list)
	}
	return nil
}

// find finds the source to print again.
func (v *Verdict) find(list []origin.Attachment, claim Claim) (err error) {
	if v.From, err = origin.Find(list); err != nil {
		if claim.Files != nil && origin.Manifest(list) == nil {
			return ErrForeign
		}
		return err
	}
	if err := v.apply(claim); err != nil {
		return err
	}
	return v.canReprint()
}

// Sourceless reports whether there was nothing to print again: the paper carries no
// source, and no other files were given.
func (v *Verdict) Sourceless() bool { return v.From.Source() == nil }

// comparePages compares the pages with those of a reprint.
func (v *Verdict) comparePages(ctx context.Context, engine *reader.Engine, paper *reader.PDF, file []byte) error {
	if v.objects != nil { // or reported with the signatures
		v.extent = extentOfPages(ctx, v.objects.Again(), paper.Pages())
	}
	again, repeated, err := v.reprint(ctx, "pdf")
	if err == errLonger {
		v.found(0, "%v", err)
		return nil
	}
	if err != nil {
		return err
	}
	return v.byRules(func() error { return v.compareWith(ctx, engine, paper, file, again, repeated) })
}

// compareWith compares a paper with a reprint. One of the same bytes need not be drawn.
func (v *Verdict) compareWith(
	ctx context.Context, engine *reader.Engine, paper *reader.PDF, file, again []byte, repeated compare.Repeated,
) error {
	if bytes.Equal(file, again) {
		return nil
	}
	fields, doubts, objects, ours, err := v.compareFile(ctx, paper, again)
	if err != nil {
		return err
	}
	theirs, again, some, err := v.drawnFiles(file, ours)
	if err != nil {
		return err
	}
	if some {
		if paper, err = engine.Open(theirs); err != nil {
			return err
		}
		defer paper.Close()
	}
	reprinted, err := engine.OpenReprint(again)
	if err != nil {
		return err
	}
	defer reprinted.Close()
	var report compare.Report
	if v.isTurned() {
		report.Differences = v.Differences
	} else if v.OtherRules {
		report, err = compare.Content(paper, reprinted, repeated)
	} else {
		report, err = compare.Pages(paper, reprinted, compare.Known{Alike: v.written,
			Differs: len(fields)+len(objects) > 0, Unlayered: v.plain})
	}
	v.Differences, v.Remarks = slices.Concat(report.Differences, fields, doubts, objects), report.Remarks
	v.Answers = report.Answers
	return err
}

// compareFile compares what a paper has besides its pages: it returns the fields that show other words than their
// values, and those that may, the differences of other objects, and the reprint with the stamps of a copy.
func (v *Verdict) compareFile(ctx context.Context, paper *reader.PDF, reprint []byte) (
	fields, doubts, objects []compare.Finding, ours *cos.File, err error) {
	if ours, err = cos.Read(reprint); err != nil {
		return nil, nil, nil, nil, err
	}
	if v.objects != nil {
		var known int
		v.written, known = alike(v.objects.Again(), ours.Again())
		v.own.Add(v.earned(known, len(v.written)))
	}
	defer v.own.Use(ctx)()
	if fields, doubts, err = compare.Fields(paper); err != nil {
		return nil, nil, nil, nil, err
	}
	if stamped, err := restamped(reprint, v.Stamps); err != nil {
		v.Stamps = nil // their text is not what this program prints
	} else if len(v.Stamps) > 0 {
		if ours, err = cos.Read(stamped); err != nil {
			return nil, nil, nil, nil, err
		}
	}
	if v.objects != nil { // or reported with the signatures
		turned := v.Differences
		v.Differences = nil
		v.compareActions(v.objects.Again(), ours.Again())
		objects, v.Differences = v.Differences, turned
	}
	return fields, doubts, objects, ours, nil
}

// drawnFiles returns what is drawn of a paper and of its reprint: both with stand-ins for some pictures, if some is
// true.
func (v *Verdict) drawnFiles(file []byte, ours *cos.File) (theirs, reprint []byte, some bool, err error) {
	if v.objects == nil {
		return file, ours.Data, false, nil
	}
	if theirs, reprint, some = withStandIns(v.objects.Again(), ours.Again()); !some {
		return theirs, reprint, false, checkPictures(v.objects.Again(), ours.Again())
	}
	var drawn [2]*cos.File
	for i, file := range [][]byte{theirs, reprint} {
		if drawn[i], err = cos.Read(file); err != nil {
			return nil, nil, false, err
		}
		drawn[i].Until(v.policy.Over)
	}
	return theirs, reprint, true, checkPictures(drawn[0], drawn[1])
}

// Time for comparing what is the same as in the reprint, as many times as long as printing it takes, and at most for
// each page.
const (
	timesPrinted = 6
	mostPerPage  = 20 * time.Millisecond
)

// earned returns the time that the comparisons of a paper have of their own for those of its pages that are known from
// the reprint: a stranger cannot add any.
func (v *Verdict) earned(known, pages int) time.Duration {
	printed := timesPrinted * v.printed * time.Duration(known) / time.Duration(max(1, pages))
	return min(printed, mostPerPage*time.Duration(known))
}

// isEdited reports whether a paper without source was changed for certain.
func (v *Verdict) isEdited() bool { return v.Words == Changed || len(v.Differences) > 0 }

// Err returns why the paper does not pass, or nil. A paper whose signatures
// cannot be read strictly does not pass either: otherwise bytes after its end
// could hide a change to a signed paper.
func (v *Verdict) Err() error {
	switch {
	case v.Sourceless() && v.isEdited() && v.From.Kind == printing.LoweredKind:
		return errors.New("изменено после печати")
	case v.Sourceless() && v.isEdited():
		return NoSourceError("изменено после печати")
	case v.Sourceless() && v.From.Kind == printing.LoweredKind:
		return errors.New("не сверено: документа Word внутри нет")
	case v.Sourceless():
		return NoSourceError("не сверено: исходного файла внутри нет")
	case len(v.Differences) > 0 && v.OtherRules:
		return errors.New("напечатано по другим правилам: слова отличаются от исходного файла")
	case len(v.Differences) > 0 && v.DOCX:
		return errors.New("слова не совпадают с исходным файлом")
	case len(v.Differences) > 0:
		return errors.New("страницы не совпадают с исходным файлом")
	case v.OtherRules:
		return errors.New("напечатано по другим правилам: листы не сверены")
	case len(v.Foreign) > 0:
		return ErrForeignDesign
	case v.Unread != nil:
		return fmt.Errorf("подписи проверить нельзя: %w", v.Unread)
	}
	return v.signatureErr()
}

// signatureErr returns why the signatures of the paper do not pass, or nil.
func (v *Verdict) signatureErr() error {
	if v.Inside {
		return errors.New("подпись верна для подлинника внутри копии; остальное в ней не доказано")
	}
	var all []signature.Signature
	if v.Signatures != nil {
		if len(v.Signatures.Problems) > 0 {
			return errors.New("подписи документа меняли: " + v.Signatures.Problems[0])
		}
		all = slices.Clone(v.Signatures.Signatures)
	}
	for _, d := range v.Detached {
		all = append(all, d.Signature)
	}
	for _, s := range all {
		switch {
		case s.Awaited:
			return errors.New("подписи ещё нет: файл ждёт её")
		case len(s.Problems)+len(s.Changes) > 0:
			return errors.New("подпись недействительна или документ изменён после подписания")
		case !s.Valid():
			return errors.New("подпись не проверена")
		}
	}
	return nil
}

// isSigned reports whether the paper has signatures inside or beside it.
func (v *Verdict) isSigned() bool {
	return len(v.Detached) > 0 || v.Signatures != nil && len(v.Signatures.Signatures) > 0
}
