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
//	form.go       boxes for codes, lines to write on, what stands at the foot
//	fields.go     places to fill in on a screen → content controls
//	figure.go     pictures
//	table.go      tables
//	parts.go      headers, settings, properties, what the paper was made from
//	markup.go     XML, written by hand and escaped in one place
package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"sync"
	"time"

	word "github.com/nguyenthenguyen/docx"

	"protokol/generator/document"
	"protokol/generator/origin"
	"protokol/generator/picture"
	"protokol/generator/style"
)

// Options is what a DOCX needs besides its tree.
type Options struct {
	Date     time.Time                   // of creation and modification
	Author   string                      // may be empty
	Closing  int                         // paragraphs before the first signature that stay on its page
	Files    []origin.Attachment         // what the paper was made from
	Pictures map[string]*picture.Picture // by the paths of figures
}

// Printer writes any number of documents. It is safe for use by many
// goroutines: what they share is parts that documents have in common,
// compressed once. The zero Printer is ready.
type Printer struct {
	bases  sync.Map // *style.Sheet → *base
	frames sync.Map // number of items → *frame
	mu     sync.Mutex
	parts  map[part]packed
	files  []origin.Attachment // what the last document carried
	carry  packed              // the same, packed
}

// Write writes a document. Every style name must be in the sheet.
func (p *Printer) Write(w io.Writer, doc *document.Document, sheet *style.Sheet, o Options) error {
	b := newBody(sheet, o)
	if err := b.document(doc); err != nil {
		return err
	}
	published, out := takeBuffer(), takeBuffer()
	defer buffers.Put(published)
	defer buffers.Put(out)
	text, err := publish(published, b.out.String())
	if err != nil {
		return err
	}
	if err := p.write(out, doc, sheet, b, text, o); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

// buffers keeps what archives are put together in.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func takeBuffer() *bytes.Buffer {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	return b
}

// publish lets the library put the body into a document and returns the part
// it wrote, compressed, as it stands in written. One reader serves one document: the library's
// documents share what they read. It compresses every part it is given, so it
// is given no other.
func publish(written *bytes.Buffer, content string) (packed, error) {
	base := blank()
	reader, err := word.ReadDocxFromMemory(bytes.NewReader(base), int64(len(base)))
	if err != nil {
		return packed{}, fmt.Errorf("docx: %w", err)
	}
	defer reader.Close()
	editable := reader.Editable()
	editable.SetContent(content)
	if err := editable.Write(written); err != nil {
		return packed{}, fmt.Errorf("docx: %w", err)
	}
	return extract(written.Bytes(), content)
}

// extract takes the body out of the library's file. The library does not tell
// of errors, so the sum of what it wrote is compared with what it was given.
func extract(file []byte, content string) (packed, error) {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return packed{}, fmt.Errorf("docx: %w", err)
	}
	for _, f := range archive.File {
		if f.Name != bodyPart {
			continue
		}
		if f.CRC32 != crc32.ChecksumIEEE([]byte(content)) || f.UncompressedSize64 != uint64(len(content)) {
			break
		}
		at, err := f.DataOffset()
		if err != nil {
			return packed{}, fmt.Errorf("docx: %w", err)
		}
		return packed{f.FileHeader, file[at : at+int64(f.CompressedSize64)]}, nil
	}
	return packed{}, errors.New("docx: the body was written incompletely")
}
