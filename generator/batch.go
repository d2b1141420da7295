package generator

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"protokol/generator/internal/mailing"
	"protokol/generator/internal/printing"
)

// BatchKinds lists the values of BatchRequest.Kind.
var BatchKinds = mailing.Kinds

// Kinds of a batch that consist of addresses only.
const (
	EnvelopeKind = mailing.Envelope
	LabelKind    = mailing.Label
)

// BatchRequest describes a batch: what to make for every record of a list, and
// where to write it. Paths are those of the operating system.
type BatchRequest struct {
	Kind    string   // one of BatchKinds; "" for the first, or with a Word template for that of the meeting's section
	Formats []string // each one of Formats, at least one

	// Name is the pattern of the file names, without extension. Fields and headings of the list are in braces,
	// {row} is the number of the row. "" stands for {organization}, or {name} in a list without that column.
	Name string

	Root    Place  // that the paths are below; nil for the whole file system
	Folder  string // output folder, created when missing; "" for that of BatchDefaults
	Print   string // path of a PDF with all letters; "" for none
	Duplex  bool   // in Print, start every letter on a right-hand page
	Archive string // path of a ZIP with all files; "" for none

	Fillable bool // forms: add fields to be filled in on a screen

	Limit   int    // maximum number of records; 0 for no limit
	Skip    int    // labels: number of places already used on the first page
	Shard   string // part of the list to process, as "1/4"; "" for the whole list
	Workers int    // number of papers made concurrently; less than 1 means 1
	Resume  bool   // keep files of an earlier run that are up to date
	Force   bool   // replace signed and edited files, too
	Strict  bool   // write nothing if any record has a problem
	DryRun  bool   // check everything, write nothing

	Progress func(done, total int) // called after each record; may be nil
}

// BatchResult is the outcome of a batch. It is valid, as far as the batch got,
// even when Batch returns an error.
type BatchResult struct {
	Kind     string
	Assumed  string   // title of the papers if the request named no kind and a Word template is used
	Total    int      // records in the list, or in its shard
	Made     int      // records made by this run
	Kept     int      // records made by an earlier run and still up to date
	Failed   int      // records with errors
	Warned   int      // records made or kept with warnings
	Pages    int      // pages of all letters
	Sheets   int      // pages of labels
	Removed  []string // obsolete files of an earlier run, deleted
	Modified []string // obsolete files that somebody has edited, left in place
	LeftOver []string // label files of an earlier run that this run did not replace
	Products []string // paths of the report, the book, the archive and the labels

	Problems Problems // problems of records, at most a thousand
	Omitted  int      // number of problems beyond those
	General  Problems // problems of the meeting's file and of the list as a whole
	Unmarked []string // titles of signed letters; the book lacks their signature marks
	Carried  []string // unprinted content that every DOCX inherits from a Word template
}

// counted are the papers of a batch as they are counted, if they are not letters.
var counted = map[string]string{mailing.Application: "заявлений", mailing.Consent: "согласий"}

// String returns the counts as a Russian phrase: "писем: 12, страниц: 12, стоит
// проверить: 1".
func (r BatchResult) String() string {
	var b strings.Builder
	switch {
	case r.Kind == LabelKind && r.Sheets == 0:
		fmt.Fprintf(&b, "наклеек: %d", r.Made)
	case r.Kind == LabelKind:
		fmt.Fprintf(&b, "наклеек: %d, листов: %d", r.Made, r.Sheets)
	default:
		fmt.Fprintf(&b, "%s: %d", cmp.Or(counted[r.Kind], "писем"), r.Made+r.Kept)
		if r.Pages > 0 { // those of Word templates depend on the program that shows them
			fmt.Fprintf(&b, ", страниц: %d", r.Pages)
		}
	}
	for _, part := range []struct {
		words string
		count int
	}{
		{"готовы были раньше", r.Kept}, {"стоит проверить", r.Warned},
		{"удалено лишних файлов прежнего запуска", len(r.Removed)},
	} {
		if part.count > 0 {
			fmt.Fprintf(&b, ", %s: %d", part.words, part.count)
		}
	}
	return b.String()
}

// Notes returns remarks about the files of a batch to be read before using them, a Russian line each. Book is the
// file with all letters.
func (r BatchResult) Notes(book string) string {
	var b strings.Builder
	if r.Assumed != "" {
		fmt.Fprintf(&b, "вид документов не назван; бланк принят за такой: %s (%s)\n", r.Assumed, r.Kind)
	}
	if len(r.LeftOver) > 0 {
		fmt.Fprintf(&b, "от прежних наклеек остались: %s; чтобы не напечатать их ещё раз, удалите их\n",
			strings.Join(r.LeftOver, ", "))
	}
	if len(r.Unmarked) > 0 {
		fmt.Fprintf(&b, "в %s письма без отметок об электронной подписи; подписанные напечатайте отдельно: %s\n",
			book, few(r.Unmarked, 5))
	}
	if len(r.Carried) > 0 {
		fmt.Fprintf(&b, "в каждом DOCX из бланка: %s; если этого не должны видеть другие, уберите это из бланка\n",
			enumerate(r.Carried))
	}
	return b.String()
}

// few joins at most shown names.
func few(names []string, shown int) string {
	if more := len(names) - shown; more > 0 {
		return fmt.Sprintf("%s и ещё %d", strings.Join(names[:shown], ", "), more)
	}
	return strings.Join(names, ", ")
}

// InterruptedError reports that a batch stopped before its end, because its
// context was cancelled or a file could not be written. Finished papers stay on
// disk; a run with Resume makes the rest.
type InterruptedError struct {
	Err   error
	Done  int
	Total int
}

func (e InterruptedError) Error() string { return e.Err.Error() }

// Unwrap returns the error that stopped the batch.
func (e InterruptedError) Unwrap() error { return e.Err }

// Batch makes one paper for every record of a list and writes the files. The
// error is a Problems, OptionError, SignedError, RefusedError or
// InterruptedError, or an error of the file system.
func (g *Generator) Batch(ctx context.Context, m *Meeting, to *List, r BatchRequest) (BatchResult, error) {
	b, err := g.newBatch(ctx, m, to, r)
	if err != nil {
		return BatchResult{}, err
	}
	err = b.run(ctx)
	b.result.General = Problems{List: b.mailing.Problems(), Sources: m.source.Texts}
	b.result.Carried = g.carried(r.Formats)
	return b.result, printing.Located(err)
}
