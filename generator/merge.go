package generator

import (
	"context"
	"errors"
	"io"
	"path/filepath"

	"protokol/generator/internal/batch"
	"protokol/generator/internal/disk"
	"protokol/generator/internal/printing"
)

// MergeRequest describes the parts of a batch and where to join them.
type MergeRequest struct {
	Root    Place    // as in BatchRequest
	Parts   []string // folders of the parts
	Folder  string   // output folder; "" for the first of Parts
	Print   string   // this and the following fields are as in BatchRequest
	Duplex  bool
	Archive string
	Force   bool
}

// Merge joins the parts of a batch that were made with BatchRequest.Shard. The
// error is a Problems when parts are missing or do not belong together.
func (g *Generator) Merge(ctx context.Context, r MergeRequest) (BatchResult, error) {
	at := disk.In(r.Root)
	var folders []batch.Folder
	for _, name := range r.Parts {
		if !disk.IsFolder(at, name) {
			return BatchResult{}, OptionError{Option: "parts", Message: "нет папки " + name}
		}
		root, err := at.OpenRoot(name)
		if err != nil {
			return BatchResult{}, err
		}
		folders = append(folders, batch.NewFolder(root))
	}
	parts, problems, err := batch.FindShards(folders, r.Parts)
	if err != nil {
		return BatchResult{}, err
	}
	if problems.Failed() {
		return BatchResult{}, Problems{List: problems}
	}
	defer parts.Close()
	into, name := folders[0], r.Parts[0]
	if r.Folder != "" {
		name = r.Folder
	}
	report := filepath.Join(name, batch.Shard{}.ReportName())
	own := append([]string{report}, disk.Parts(at, name, batch.RegisterName, parts.Formats)...)
	if err := checkProducts(ctx, at, own, r.Print, r.Archive, r.Duplex, r.Force); err != nil {
		return BatchResult{}, err
	}
	if r.Folder != "" {
		if disk.IsFile(at, name) {
			return BatchResult{}, OptionError{Option: "out", Message: name + " — файл, а нужна папка"}
		}
		if into, err = disk.OpenFolder(at, name); err != nil {
			return BatchResult{}, err
		}
	}
	return g.join(ctx, parts, into, name, r)
}

// join writes the files of all parts into one folder.
func (g *Generator) join(ctx context.Context, parts *batch.Shards, into batch.Folder, name string, r MergeRequest) (
	result BatchResult, err error,
) {
	report := batch.Shard{}.ReportName()
	sinks := []batch.Sink{batch.NewReport(into, report), newRegister(ctx, into, g.press, parts.Formats, parts.Metadata)}
	var book *signedTitles
	more, paths, err := openCollections(disk.In(r.Root), r.Print, r.Archive, func(w io.Writer) batch.Binder {
		from := printing.Origin{Date: parts.Metadata.Date, Author: parts.Metadata.Body}
		book = &signedTitles{Binder: g.press.Book(w, "Письма", from, r.Duplex)}
		return book
	})
	if err != nil {
		return result, err
	}
	whole := batch.MergeTarget{Folder: into, Sinks: append(sinks, more...),
		Reserved: reservedNames(name, r.Print, r.Archive)}
	if !r.Force {
		whole.IsSigned, whole.IsEdited = disk.SignedIn(disk.In(r.Root), name), editedIn(ctx)
	}
	summary, err := parts.Merge(ctx, whole)
	result.count(summary)
	if book != nil {
		result.Unmarked = book.signed
	}
	var missing Problem
	if errors.As(err, &missing) {
		return result, Problems{List: []Problem{missing}}
	}
	result.Products = append([]string{filepath.Join(name, report)}, paths...)
	return result, err
}
