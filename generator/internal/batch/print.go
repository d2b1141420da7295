package batch

import (
	"io"
	"strings"
)

// Binder binds PDF files into one, *pdf.Book for example.
type Binder interface {
	Add(paper []byte, title string) error
	Close() error
}

// Book binds the PDF files of all records into one for the printer, in the
// order of the list.
type Book struct {
	file   pending
	open   func(io.Writer) Binder
	binder Binder
	papers int
}

// NewBook is a file of a name in a folder, bound by what open makes.
func NewBook(folder Folder, name string, open func(io.Writer) Binder) *Book {
	return &Book{file: pending{folder: folder, name: name}, open: open}
}

// Begin opens the file.
func (p *Book) Begin(int) error {
	if err := p.file.begin(); err != nil {
		return err
	}
	p.binder = p.open(p.file)
	return nil
}

// Add binds the PDF of a record, if it has one.
func (p *Book) Add(o Outcome) error {
	for _, file := range o.Files {
		if title, ok := strings.CutSuffix(file.Name, ".pdf"); ok {
			p.papers++
			return p.binder.Add(file.Data, title)
		}
	}
	return nil
}

// Commit shows the file. Without a single paper there is none.
func (p *Book) Commit() error {
	if p.papers == 0 {
		return p.file.drop()
	}
	if err := p.binder.Close(); err != nil {
		return err
	}
	return p.file.commit()
}
