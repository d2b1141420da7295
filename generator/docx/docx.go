// Package docx writes the tree as a Word document (ECMA-376,
// WordprocessingML, transitional).
//
// The look lives in named styles made from the style sheet, numbers in real
// multi-level numbering, the page number in a header field: an editor can
// change the paper as if it had been typed in Word.
//
//	docx.go       options; the last step, by nguyenthenguyen/docx
//	archive.go    the parts of the package, zipped
//	styles.go     sheet → styles.xml
//	numbering.go  lists → numbering.xml
//	body.go       blocks → paragraphs
//	inline.go     inlines → runs
//	table.go      tables
//	parts.go      headers, settings, properties, the source
//	markup.go     XML, written by hand and escaped in one place
package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	word "github.com/nguyenthenguyen/docx"

	"protokol/generator/document"
	"protokol/generator/style"
)

// Options is what a DOCX needs besides its tree.
type Options struct {
	Date       time.Time // of creation and modification
	Author     string    // may be empty
	Closing    int       // paragraphs before the first signature that stay on its page
	Source     []byte    // the file the paper was made from; nil leaves it out
	SourceName string
	Images     map[string]Image // by the paths of figures
}

// Image is a picture, its format and its size in pixels.
type Image struct {
	Data          []byte
	Format        string // "png" or "jpeg"
	Width, Height int
}

// Write writes a document. Every style name must be in the sheet. It is safe
// for use by many goroutines.
func Write(w io.Writer, doc *document.Document, sheet *style.Sheet, o Options) error {
	b := newBody(sheet, o)
	if err := b.document(doc); err != nil {
		return err
	}
	base, err := archive(doc, sheet, b, o)
	if err != nil {
		return err
	}
	return publish(w, base, b.out.String())
}

// publish puts the body into the base document. One reader serves one
// document: the library's documents share what they read. Its Write does not
// tell of errors, so what it wrote is read back.
func publish(w io.Writer, base []byte, content string) error {
	reader, err := word.ReadDocxFromMemory(bytes.NewReader(base), int64(len(base)))
	if err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	defer reader.Close()
	editable := reader.Editable()
	editable.SetContent(content)
	var written bytes.Buffer
	if err := editable.Write(&written); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	if err := verify(written.Bytes(), content); err != nil {
		return err
	}
	_, err = w.Write(written.Bytes())
	return err
}

// verify reads the body back out of a finished file.
func verify(file []byte, content string) error {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	part, err := archive.Open(bodyPart)
	if err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	defer part.Close()
	written, err := io.ReadAll(part)
	if err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	if string(written) != content {
		return errors.New("docx: the body was written incompletely")
	}
	return nil
}
