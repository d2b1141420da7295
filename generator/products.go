package generator

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"protokol/generator/diag"
	"protokol/generator/internal/batch"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/disk"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/signature"
)

// Problem is an error or a warning about a place in a file.
type Problem = diag.Problem

// SignedError reports that writing a file would replace a signed one.
type SignedError = disk.SignedError

// RefusedError reports that a batch was not begun, or not written, because of a
// condition that the user can remove: a file that is open in another program,
// records with problems.
type RefusedError string

func (e RefusedError) Error() string { return string(e) }

// checkProducts reports two outputs with the same path, a folder in the place of
// a file, and files that must not be replaced. The paths in own are those of
// outputs that every batch has.
func checkProducts(ctx context.Context, at disk.Place, own []string, print, archive string, duplex, force bool) error {
	if duplex && print == "" {
		return OptionError{Option: "duplex", Message: "нужно только книге всех писем, а она не заказана"}
	}
	seen := map[string]string{}
	for _, path := range own {
		seen[disk.Fold(path)] = path
	}
	paths := own
	for _, p := range []struct{ option, path string }{{"print", print}, {"zip", archive}} {
		if p.path == "" {
			continue
		}
		if disk.IsFolder(at, p.path) {
			return OptionError{Option: p.option, Message: p.path + " — папка, а нужно имя файла"}
		}
		if other, taken := seen[disk.Fold(p.path)]; taken {
			return OptionError{Option: p.option,
				Message: fmt.Sprintf("файл %s уже занят: там будет %s", p.path, filepath.Base(other))}
		}
		seen[disk.Fold(p.path)] = "книга всех писем"
		paths = append(paths, p.path)
	}
	for _, path := range paths {
		if disk.IsLocked(at, path) {
			return RefusedError(fmt.Sprintf("файл %s открыт в другой программе; закройте его", path))
		}
		if force {
			continue
		}
		file := disk.File{Path: path}
		if err := cmp.Or(disk.KeepSigned(at, file), keepEdited(ctx, at, []Output{file})); err != nil {
			return err
		}
	}
	return nil
}

// openCollections opens the book and the archive of a batch and returns their
// paths.
func openCollections(at disk.Place, print, archive string, open func(io.Writer) batch.Binder) (
	sinks []batch.Sink, paths []string, err error,
) {
	if print != "" {
		folder, err := disk.OpenFolder(at, filepath.Dir(print))
		if err != nil {
			return nil, nil, err
		}
		sinks, paths = append(sinks, batch.NewBook(folder, filepath.Base(print), open)), append(paths, print)
	}
	if archive != "" {
		folder, err := disk.OpenFolder(at, filepath.Dir(archive))
		if err != nil {
			return nil, nil, err
		}
		sinks, paths = append(sinks, batch.NewArchive(folder, filepath.Base(archive))), append(paths, archive)
	}
	return sinks, paths, nil
}

// signedTitles is a book that records the titles of signed letters: a book does
// not show the marks of their signatures.
type signedTitles struct {
	batch.Binder
	signed []string // in quotation marks
}

// Add appends a letter.
func (b *signedTitles) Add(paper []byte, title string) error {
	if signature.IsSigned(paper) {
		b.signed = append(b.signed, "«"+title+"»")
	}
	return b.Binder.Add(paper, title)
}

// newRegister returns the dispatch register of a batch. It records no digest of the
// meeting, from which it cannot be printed again.
func newRegister(
	ctx context.Context, folder batch.Folder, press *printing.Press, formats []string, about batch.Metadata,
) *batch.Register {
	from := printing.Origin{Choices: origin.Choices{Kind: registerKind}, Date: about.Date, Author: about.Body}
	return batch.NewRegister(folder, press, formats, func(part batch.RegisterPart) (*printing.Paper, error) {
		letters := make([]compose.Sent, len(part.Rows))
		for i, row := range part.Rows {
			letters[i] = compose.Sent{Number: row.Number, Row: row.Row, Subject: row.Subject, Address: row.Address,
				Sheets: row.Pages}
		}
		return press.Compose(ctx, compose.NewRegister(from.Author, part.Part, letters), from)
	})
}

// registerKind is the kind of registers in their manifests.
const registerKind = "register"

// labelsReport is the file name of the report of a batch of labels.
const labelsReport = batch.LabelsName + ".csv"

// writeLabels writes the pages of labels and their report.
func (b *batchRun) writeLabels(ctx context.Context) error {
	shared, press, at := b.mailing.From(), b.g.press, disk.In(b.Root)
	from := printing.Origin{Choices: origin.Choices{Kind: LabelKind}, Digest: shared.Digest, Date: shared.Date,
		Author: shared.Author}
	labels := batch.NewLabels(b.job.Folder, press, b.Formats, b.g.LabelsPerPage(), b.Skip,
		func(part batch.LabelsPart) (*printing.Paper, error) {
			doc, err := press.Templates.ComposeView(ctx, compose.NewLabelSheets(part.Part))
			if err != nil {
				return nil, err
			}
			return press.Labels(doc.Title, part.Labels, part.Skip, from)
		})
	b.job.Sinks = []batch.Sink{batch.NewReport(b.job.Folder, labelsReport), labels}
	summary, err := b.job.Combine(ctx)
	b.result.count(summary)
	if err != nil {
		return err
	}
	b.result.Sheets = labels.Pages()
	for _, name := range append(labels.Files(), labelsReport) {
		b.result.Products = append(b.result.Products, filepath.Join(b.Folder, name))
	}
	for _, name := range disk.Existing(at, disk.Parts(at, b.Folder, batch.LabelsName, printing.Formats)) {
		if !slices.Contains(labels.Files(), name) {
			b.result.LeftOver = append(b.result.LeftOver, name)
		}
	}
	return nil
}
