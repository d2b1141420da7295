// Package docx writes the tree as a Word document (ECMA-376,
// WordprocessingML, transitional).
//
// Formatting is in named styles made from the style sheet, numbers are real
// multi-level numbering, the page number is a field of the header: the paper can be
// edited as if it had been typed in Word.
//
//	docx.go       options; the last step, by nguyenthenguyen/docx
//	archive.go    the parts of the package, zipped
//	styles.go     style sheet → styles.xml
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
	"protokol/generator/internal/origin"
	"protokol/generator/internal/picture"
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
	bases      sync.Map // *style.Sheet → *base
	packagings sync.Map // number of items → *packaging
	mu         sync.Mutex
	lists      map[string]packed   // numbering, by its content
	files      []origin.Attachment // what the last document carried
	sharedPart packed              // the same, packed
}

// Write writes a document. Every style name must be in the sheet.
func (p *Printer) Write(w io.Writer, doc *document.Document, sheet *style.Sheet, o Options) error {
	content, published := takeBuffer(), takeBuffer()
	defer buffers.Put(content)
	defer buffers.Put(published)
	b := newBody(sheet, o, content)
	if err := b.document(doc); err != nil {
		return err
	}
	text, err := publish(published, content.Bytes())
	if err != nil {
		return err
	}
	return p.write(w, doc, sheet, b, text, o)
}

// buffers keeps what bodies are written in.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func takeBuffer() *bytes.Buffer {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	return b
}

// blank is the document the library puts bodies into. Its documents share the
// headers, footers and pictures that were read; this one has none.
var blank = sync.OnceValue(func() *word.ReplaceDocx {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range []string{bodyPart, "word/_rels/document.xml.rels"} {
		if _, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store}); err != nil {
			panic(err) // a bytes.Buffer never fails
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	read, err := word.ReadDocxFromMemory(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		panic(err)
	}
	return read
})

// publish lets the library put the body into a document and returns the part
// it wrote, compressed, as it stands in written. The library compresses every
// part it is given, so it is given no other.
func publish(written *bytes.Buffer, content []byte) (packed, error) {
	editable := blank().Editable()
	editable.SetContent(string(content))
	if err := editable.Write(written); err != nil {
		return packed{}, fmt.Errorf("docx: %w", err)
	}
	return extract(written.Bytes(), content)
}

// extract takes the body out of the library's file. The library does not tell
// of errors, so the sum of what it wrote is compared with what it was given.
func extract(file, content []byte) (packed, error) {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return packed{}, fmt.Errorf("docx: %w", err)
	}
	for _, f := range archive.File {
		if f.Name != bodyPart {
			continue
		}
		if f.CRC32 != crc32.ChecksumIEEE(content) || f.UncompressedSize64 != uint64(len(content)) {
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
