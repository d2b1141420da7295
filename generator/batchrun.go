package generator

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"runtime/debug"
	"strings"

	"protokol/generator/internal/batch"
	"protokol/generator/internal/disk"
	"protokol/generator/internal/mailing"
	"protokol/generator/internal/printing"
)

// batchRun is the state of one call of Batch.
type batchRun struct {
	BatchRequest
	g       *Generator
	mailing *mailing.Mailing
	job     *batch.Job
	result  BatchResult
}

func (g *Generator) newBatch(ctx context.Context, m *Meeting, to *List, r BatchRequest) (*batchRun, error) {
	switch err := r.Check(); {
	case m.isEmpty():
		return nil, errNoMeeting
	case to == nil:
		return nil, errors.New("нет списка получателей")
	case err != nil:
		return nil, err
	}
	asked := r.Kind
	r, err := g.completed(m, r)
	if err != nil {
		return nil, err
	}
	r.Formats = unique(r.Formats)
	if err := cmp.Or(g.checkAddresses(r.Kind), g.checkFillable(r)); err != nil {
		return nil, err
	}
	options := mailing.Options{Kind: r.Kind, Name: r.Name, From: g.origin(m, r.Kind, !r.DryRun), Fillable: r.Fillable,
		Whole: r.Limit == 0}
	letters, err := mailing.New(ctx, g.press, m.source, to.recipients, options)
	if err != nil {
		return nil, printing.Located(err)
	}
	b := &batchRun{BatchRequest: r, g: g, mailing: letters, result: BatchResult{Kind: r.Kind}}
	if asked == "" && g.config.Word != nil {
		b.result.Assumed = letters.Title()
	}
	if err := b.checkLabelOptions(); err != nil {
		return nil, err
	}
	shard, err := r.shard()
	if err != nil {
		return nil, err
	}
	seed, err := letters.Seed()
	if err != nil {
		return nil, err
	}
	from := letters.From()
	b.job = &batch.Job{
		List: letters.Records, File: to.name, Press: g.press, Formats: r.Formats, Seed: seed,
		Limit: r.Limit, Filter: to.where, Shard: shard, Workers: max(1, r.Workers), Resume: r.Resume,
		Source: batch.Source{Kind: r.Kind, Meeting: path.Base(filepath.ToSlash(m.source.Files[0].Path)),
			List: path.Base(filepath.ToSlash(to.name))},
		Reserved: reservedNames(r.Folder, r.Print, r.Archive),
		Metadata: batch.Metadata{Body: from.Author, Date: from.Date}, Progress: r.Progress,
	}
	return b, b.checkProducts(ctx)
}

// run checks the batch as far as the request asks for it, then writes it.
func (b *batchRun) run(ctx context.Context) error {
	if b.Strict || b.DryRun {
		return b.dryRun(ctx)
	}
	if err := b.preflight(ctx); err != nil {
		return err
	}
	return b.write(ctx)
}

// write locks the output folder and writes the files.
func (b *batchRun) write(ctx context.Context) (err error) {
	at := disk.In(b.Root)
	if disk.IsFile(at, b.Folder) {
		return OptionError{Option: "out", Message: b.Folder + " — файл, а нужна папка"}
	}
	if b.job.Folder, err = disk.OpenFolder(at, b.Folder); err != nil {
		return err
	}
	unlock, err := disk.Lock(at, b.Folder, batch.LockName(b.job.Shard))
	if errors.Is(err, disk.ErrLocked) {
		return RefusedError(fmt.Sprintf(
			"в папку %s уже пишет другая программа protokol; дождитесь её или возьмите другую папку", b.Folder))
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

// writeLetters writes a letter for every record, with the report, the register,
// the book and the archive.
func (b *batchRun) writeLetters(ctx context.Context) error {
	report := b.job.Shard.ReportName()
	if !b.Force {
		b.job.IsSigned, b.job.IsEdited = disk.SignedIn(disk.In(b.Root), b.Folder), editedIn(ctx)
	}
	b.job.Sinks = []batch.Sink{batch.NewReport(b.job.Folder, report)}
	paths := []string{filepath.Join(b.Folder, report)}
	if b.job.Shard.Count <= 1 && b.Kind != EnvelopeKind { // Merge writes one for the whole list
		b.job.Sinks = append(b.job.Sinks, newRegister(ctx, b.job.Folder, b.g.press, b.Formats, b.job.Metadata))
	}
	var book *signedTitles
	sinks, more, err := openCollections(disk.In(b.Root), b.Print, b.Archive, func(w io.Writer) batch.Binder {
		book = &signedTitles{Binder: b.g.press.Book(w, b.mailing.Title(), b.mailing.From(), b.Duplex)}
		return book
	})
	if err != nil {
		return err
	}
	b.job.Sinks = append(b.job.Sinks, sinks...)
	summary, err := b.job.Run(ctx)
	b.result.count(summary)
	if book != nil {
		b.result.Unmarked = book.signed
	}
	if err != nil {
		return interrupted(summary, err)
	}
	b.result.Products = append(paths, more...)
	return nil
}

// interrupted wraps an error that stopped a batch, unless it is a Problems.
func interrupted(s batch.Summary, err error) error {
	var problems Problems
	if errors.As(err, &problems) {
		return err
	}
	return InterruptedError{err, s.Made + s.Kept, s.Total}
}

func (r *BatchResult) count(s batch.Summary) {
	r.Total, r.Made, r.Kept, r.Failed, r.Warned, r.Pages = s.Total, s.Made, s.Kept, s.Failed, s.Warned, s.Pages
	r.Removed, r.Modified, r.Problems, r.Omitted = s.Removed, s.Modified, Problems{List: s.Problems}, s.Omitted
}

// preflight makes the first letter without writing it, while another goroutine
// reads the list once. Errors in the list, or in every letter, are thus reported
// before a folder is created.
func (b *batchRun) preflight(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	first := make(chan batch.Record, 1)
	total := 0
	scanned := inBackground(func() (err error) {
		total, err = b.job.Scan(ctx, first)
		return err
	})
	var wrong error
	if record, ok := <-first; ok {
		if wrong = b.job.Preflight(ctx, record); wrong != nil {
			stop()
		}
	}
	if err := scanned(); wrong != nil || err != nil {
		return cmp.Or(wrong, err)
	}
	return b.requireRecords(total)
}

// requireRecords returns an error when the number of records is zero.
func (b *batchRun) requireRecords(total int) error {
	switch {
	case total > 0:
		return nil
	case b.job.Filter != "":
		return b.listProblem("нет ни одной записи, для которой верно: " + b.job.Filter)
	}
	return b.listProblem("нет ни одной записи")
}

func (b *batchRun) listProblem(message string) Problems {
	return Problems{List: []Problem{{File: b.job.File, Message: message}}}
}

// dryRun makes all papers without writing them. With Strict alone it goes on to
// write when no record has a problem.
func (b *batchRun) dryRun(ctx context.Context) error {
	job := *b.job
	job.DryRun = true
	summary, err := job.Run(ctx)
	b.result.count(summary)
	if err == nil && job.Shard.Count <= 1 {
		err = b.requireRecords(summary.Total)
	}
	switch {
	case err != nil:
		return err
	case b.Strict && len(summary.Problems) > 0:
		return RefusedError(fmt.Sprintf("записей с замечаниями: %d из %d; ничего не записано",
			summary.Failed+summary.Warned, summary.Total))
	case b.DryRun:
		return nil
	}
	return b.write(ctx)
}

// inBackground runs work in a goroutine. Calling wait returns its error; a panic
// of work is raised again there.
func inBackground(work func() error) (wait func() error) {
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

// reservedNames returns the names, without extension, of products that lie in
// folder, so that no letter takes one of them.
func reservedNames(folder string, products ...string) (names []string) {
	for _, path := range products {
		if path != "" && disk.Fold(filepath.Dir(path)) == disk.Fold(folder) {
			names = append(names, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
		}
	}
	return names
}
