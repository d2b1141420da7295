package generator

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"protokol/generator/internal/batch"
	"protokol/generator/internal/disk"
	"protokol/generator/internal/mailing"
	"protokol/generator/internal/printing"
)

// BatchKinds are the papers that a batch makes.
var BatchKinds = mailing.Kinds

// Kinds of a batch that have no letter in them.
const (
	EnvelopeKind = mailing.Envelope
	LabelKind    = mailing.Label
)

// BatchRequest says what is made for everybody on a list, and where it goes.
type BatchRequest struct {
	Kind    string   // one of BatchKinds
	Formats []string // of Formats, at least one
	Name    string   // pattern of the files' names: fields and headings of the list in braces, {row}; "" is the usual one
	Folder  string   // where the files go; made when it is not there
	Print   string   // a PDF that binds all letters; "" binds none
	Duplex  bool     // in it every letter begins on a right-hand page
	Archive string   // a ZIP of all files; "" is none

	Limit   int    // only so many records; 0 is all
	Skip    int    // labels: places of the first sheet that are used already
	Shard   string // the part of the list that is made, "1/4"; "" is all
	Workers int    // papers made at the same time; at least 1
	Resume  bool   // keep what an earlier run made, as far as it is still right
	Force   bool   // replace even what was signed
	Strict  bool   // write nothing unless every record is free of problems
	Dry     bool   // write nothing

	Progress func(done, total int) // may be nil
}

// BatchResult is what became of a batch.
type BatchResult struct {
	Kind     string
	Total    int // records of the list, or of its part
	Made     int
	Kept     int // made by an earlier run and still right
	Failed   int
	Warned   int // made or kept with warnings
	Pages    int
	Sheets   int      // of labels
	Removed  []string // files of an earlier run that no record asks for now
	Changed  []string // likewise, but changed since by somebody, and left alone
	LeftOver []string // files of labels of an earlier run
	Products []string // paths of what was made beside the letters: report, book, archive, labels

	Problems Problems // of the records; the first thousand
	Untold   int      // problems beyond those
	Beside   Problems // of the meeting's file, and of the list as a whole
	Unbound  []string // titles of signed letters whose marks are not in the book
}

// String counts what was made: "писем: 12, страниц: 12, стоит проверить: 1".
func (r BatchResult) String() string {
	var b strings.Builder
	switch {
	case r.Kind == LabelKind && r.Sheets == 0:
		fmt.Fprintf(&b, "наклеек: %d", r.Made)
	case r.Kind == LabelKind:
		fmt.Fprintf(&b, "наклеек: %d, листов: %d", r.Made, r.Sheets)
	default:
		fmt.Fprintf(&b, "писем: %d, страниц: %d", r.Made+r.Kept, r.Pages)
	}
	for _, part := range []struct {
		words string
		count int
	}{{"готовы были раньше", r.Kept}, {"стоит проверить", r.Warned}, {"удалено лишних файлов прежнего запуска", len(r.Removed)}} {
		if part.count > 0 {
			fmt.Fprintf(&b, ", %s: %d", part.words, part.count)
		}
	}
	return b.String()
}

// Interrupted is what stopped a batch before its end: a cancelled context, a
// full disk. What was made until then stays, and a run with Resume goes on.
type Interrupted struct {
	Err   error
	Done  int
	Total int
}

func (e Interrupted) Error() string { return e.Err.Error() }

// Unwrap returns what stopped the batch.
func (e Interrupted) Unwrap() error { return e.Err }

// Batch makes a paper for every record of a list. The error is of type
// Problems, OptionError, SignedError or Interrupted, or that of the disk; what
// is known by then is in the result.
func (g *Generator) Batch(ctx context.Context, m *Meeting, to *List, r BatchRequest) (BatchResult, error) {
	b, err := g.newBatch(ctx, m, to, r)
	if err != nil {
		return BatchResult{}, err
	}
	err = b.all(ctx)
	b.result.Beside = Problems{List: b.mailing.Problems(), Sources: m.source.Texts}
	return b.result, printing.Located(err)
}

// batchRun is a batch at work.
type batchRun struct {
	BatchRequest
	g       *Generator
	mailing *mailing.Mailing
	job     *batch.Job
	result  BatchResult
}

func (g *Generator) newBatch(ctx context.Context, m *Meeting, to *List, r BatchRequest) (*batchRun, error) {
	if err := r.check(m, to); err != nil {
		return nil, err
	}
	r.Formats = unique(r.Formats)
	if r.Print != "" && !slices.Contains(r.Formats, "pdf") {
		return nil, OptionError{Option: "print", Message: "книга собирается из PDF, а писем в PDF не будет"}
	}
	letters, err := mailing.New(ctx, g.press, m.source, to.to, mailing.Options{Kind: r.Kind, Name: r.Name, From: g.origin(m)})
	if err != nil {
		return nil, printing.Located(err)
	}
	b := &batchRun{BatchRequest: r, g: g, mailing: letters, result: BatchResult{Kind: r.Kind}}
	if err := b.checkLabels(); err != nil {
		return nil, err
	}
	var shard batch.Shard
	if r.Shard != "" {
		if shard, err = batch.ParseShard(r.Shard); err != nil {
			return nil, OptionError{Option: "shard", Message: err.Error()}
		}
	}
	seed, err := letters.Seed()
	if err != nil {
		return nil, err
	}
	from := letters.From()
	b.job = &batch.Job{
		List: letters.Records, File: to.name, Press: g.press, Formats: r.Formats, Seed: seed,
		Limit: r.Limit, Filter: to.where, Shard: shard, Workers: max(1, r.Workers), Resume: r.Resume,
		Reserved: takenNames(r.Folder, r.Print, r.Archive),
		Metadata: batch.Metadata{Body: from.Author, Date: from.Date}, Progress: r.Progress,
	}
	return b, b.checkProducts()
}

// all tries the work and does it.
func (b *batchRun) all(ctx context.Context) error {
	if b.Strict || b.Dry {
		return b.dryRun(ctx)
	}
	if err := b.preflight(ctx); err != nil {
		return err
	}
	return b.write(ctx)
}

// write makes the files.
func (b *batchRun) write(ctx context.Context) (err error) {
	if disk.IsFile(b.Folder) {
		return OptionError{Option: "out", Message: b.Folder + " — файл, а нужна папка"}
	}
	if b.job.Folder, err = disk.OpenFolder(b.Folder); err != nil {
		return err
	}
	unlock, err := disk.Lock(b.Folder, batch.LockName(b.job.Shard))
	if errors.Is(err, disk.ErrLocked) {
		return Refusal(fmt.Sprintf("в папку %s уже пишет другая программа protokol; дождитесь её или возьмите другую папку", b.Folder))
	}
	if err != nil {
		return err
	}
	defer unlock()
	if b.Kind == LabelKind {
		return b.writeLabels(ctx)
	}
	return b.writeLetters(ctx)
}

// writeLetters makes a letter for every record.
func (b *batchRun) writeLetters(ctx context.Context) error {
	report := b.job.Shard.ReportName()
	if !b.Force {
		b.job.IsSigned = disk.SignedIn(b.Folder)
	}
	b.job.Sinks = []batch.Sink{batch.NewReport(b.job.Folder, report)}
	paths := []string{filepath.Join(b.Folder, report)}
	if b.job.Shard.Count <= 1 && b.Kind != EnvelopeKind { // merge makes that of the whole
		b.job.Sinks = append(b.job.Sinks, newRegister(ctx, b.job.Folder, b.g.press, b.Formats, b.job.Metadata))
	}
	var bound *binder
	sinks, more, err := collections(b.Print, b.Archive, func(w io.Writer) batch.Binder {
		bound = &binder{Binder: b.g.press.Book(w, b.mailing.Title(), b.mailing.From(), b.Duplex)}
		return bound
	})
	if err != nil {
		return err
	}
	b.job.Sinks = append(b.job.Sinks, sinks...)
	summary, err := b.job.Run(ctx)
	b.count(summary)
	if bound != nil {
		b.result.Unbound = bound.signed
	}
	if err != nil {
		return interrupted(summary, err)
	}
	b.result.Products = append(paths, more...)
	return nil
}

// interrupted is an error that stopped a batch, unless it is about the user's
// files.
func interrupted(s batch.Summary, err error) error {
	var told Problems
	if errors.As(err, &told) {
		return err
	}
	return Interrupted{err, s.Made + s.Kept, s.Total}
}

// count takes over what a run found.
func (b *batchRun) count(s batch.Summary) { b.result.count(s) }

func (r *BatchResult) count(s batch.Summary) {
	r.Total, r.Made, r.Kept, r.Failed, r.Warned, r.Pages = s.Total, s.Made, s.Kept, s.Failed, s.Warned, s.Pages
	r.Removed, r.Changed, r.Problems, r.Untold = s.Removed, s.Modified, Problems{List: s.Problems}, s.Omitted
}

// preflight makes the first letter and throws it away, while the list is read
// for the first time: what is wrong with the list or with every letter is
// reported before there is a folder.
func (b *batchRun) preflight(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	first := make(chan batch.Record, 1)
	total := 0
	surveyed := ahead(func() (err error) {
		total, err = b.job.Scan(ctx, first)
		return err
	})
	var wrong error
	if record, some := <-first; some {
		if wrong = b.job.Preflight(ctx, record); wrong != nil {
			stop()
		}
	}
	if err := surveyed(); wrong != nil || err != nil {
		return cmp.Or(wrong, err)
	}
	return b.someRecords(total)
}

// someRecords refuses a list without records.
func (b *batchRun) someRecords(total int) error {
	switch {
	case total > 0:
		return nil
	case b.job.Filter != "":
		return Problems{List: []Problem{{File: b.job.File, Message: "нет ни одной записи, для которой верно: " + b.job.Filter}}}
	}
	return Problems{List: []Problem{{File: b.job.File, Message: "нет ни одной записи"}}}
}

// dryRun makes all letters and writes none, unless Strict is content with
// them.
func (b *batchRun) dryRun(ctx context.Context) error {
	job := *b.job
	job.DryRun = true
	summary, err := job.Run(ctx)
	b.count(summary)
	if err == nil && job.Shard.Count <= 1 {
		err = b.someRecords(summary.Total)
	}
	switch {
	case err != nil:
		return err
	case b.Strict && len(summary.Problems) > 0:
		return Refusal(fmt.Sprintf("записей с замечаниями: %d из %d; ничего не записано", summary.Failed+summary.Warned, summary.Total))
	case b.Dry:
		return nil
	}
	return b.write(ctx)
}

// ahead does some work while the caller does other. Its error, or its panic,
// comes out when it is waited for.
func ahead(work func() error) (wait func() error) {
	type outcome struct {
		err   error
		fault string // a panic with its trace
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if fault := recover(); fault != nil {
				o.fault = fmt.Sprintf("%v\n%s", fault, debug.Stack())
			}
			done <- o
		}()
		o.err = work()
	}()
	return func() error {
		o := <-done
		if o.fault != "" {
			panic(o.fault)
		}
		return o.err
	}
}

// takenNames are the names, without extensions, that a book and an archive take
// from the letters of a folder.
func takenNames(folder string, products ...string) (names []string) {
	for _, path := range products {
		if path != "" && disk.Fold(filepath.Dir(path)) == disk.Fold(folder) {
			names = append(names, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
		}
	}
	return names
}
