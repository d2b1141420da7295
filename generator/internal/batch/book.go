package batch

import (
	"io"
	"strings"
)

// Binder concatenates PDF files, as *pdf.Book does.
type Binder interface {
	Add(paper []byte, title string) error
	Close() error
}

// Book combines the PDF files of all records into one file for printing, in the
// order of the list.
type Book struct {
	file   pendingFile
	open   func(io.Writer) Binder
	binder Binder
	count  int
}

// NewBook returns a Book that writes the named file to folder, using the Binder
// that open returns.
func NewBook(folder Folder, name string, open func(io.Writer) Binder) *Book {
	return &Book{file: pendingFile{folder: folder, name: name}, open: open}
}

// Begin creates the file.
func (p *Book) Begin(int) error {
	if err := p.file.create(); err != nil {
		return err
	}
	p.binder = p.open(p.file)
	return nil
}

// Add appends the PDF of a record, if there is one.
func (p *Book) Add(o Outcome) error {
	for _, file := range o.Files {
		if title, ok := strings.CutSuffix(file.Name, ".pdf"); ok {
			p.count++
			return p.binder.Add(file.Data, title)
		}
	}
	return nil
}

// Commit completes the file and gives it its final name. Without papers no file
// is made.
func (p *Book) Commit() error {
	if p.count == 0 {
		return p.file.discard()
	}
	if err := p.binder.Close(); err != nil {
		return err
	}
	return p.file.commit()
}
