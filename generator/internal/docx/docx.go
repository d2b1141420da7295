// Package docx writes documents in DOCX (ECMA-376, WordprocessingML,
// transitional).
//
// Formatting uses named styles made from the style sheet, multi-level numbering
// and a field for the page number, so that the document can be edited as if it
// had been typed in Word.
//
//	docx.go       options; saving with nguyenthenguyen/docx
//	archive.go    the ZIP package and its parts
//	styles.go     style sheet → styles.xml
//	headings.go   headings, and what Word does with styles
//	numbering.go  lists → numbering.xml
//	body.go       blocks → paragraphs
//	section.go    sections: page size, margins, orientation
//	inline.go     inlines → runs
//	form.go       boxes for codes, writing lines, foot of the page
//	fields.go     form fields → content controls
//	figure.go     pictures
//	table.go      tables
//	parts.go      headers, settings, properties, embedded files
//	words.go      the digest of the words
//	markup.go     writing XML
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
	"protokol/generator/internal/opc"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/picture"
	"protokol/generator/style"
)

// Options are the metadata and files of a DOCX.
type Options struct {
	Date     time.Time                   // date of creation and modification
	Author   string                      // "" for none
	Closing  int                         // number of paragraphs and rows kept with the first signature
	Shorten  float64                     // added to the bottom margin, pt
	Origin   origin.Origin               // how the document was made; Write adds the digest of its words
	Pictures map[string]*picture.Picture // by path

	// Divisions are the byte offsets in texts of the document at which lines
	// break inside a word: Word breaks them there, too, until the text is edited.
	Divisions map[*document.Inline][]int
}

// Printer writes documents. It caches compressed parts that documents share. It
// is safe for concurrent use; the zero Printer is ready to use.
type Printer struct {
	bases      sync.Map // design → *base
	packagings sync.Map // number of items → *packaging
	mu         sync.Mutex
	lists      map[string]opc.Part // numbering parts by content
	files      []origin.Attachment // files embedded in the last document
	sharedPart opc.Part            // part with these files
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
	o.Origin.Proof.Words = wordsOf(content.Bytes())
	o.Origin.Proof.Body = origin.BodySum(crc32.ChecksumIEEE(content.Bytes()))
	text, err := publish(blank().Editable(), published, content.Bytes())
	if err != nil {
		return err
	}
	return p.write(w, doc, sheet, b, text, o)
}

// buffers pools the buffers of bodies.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func takeBuffer() *bytes.Buffer {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	return b
}

// blank is the library's document into which bodies are put. Its copies share
// headers, footers and pictures; it has none.
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

// publish lets the library replace the body of a document and returns the
// compressed part as written. The library compresses every part it is given, so
// it is given only this one.
func publish(editable *word.Docx, written *bytes.Buffer, content []byte) (opc.Part, error) {
	editable.SetContent(string(content))
	if err := editable.Write(written); err != nil {
		return opc.Part{}, fmt.Errorf("docx: %w", err)
	}
	return extract(written.Bytes(), content)
}

// extract returns the body from the file that the library wrote. The library
// does not report errors, so the checksum is compared with that of the input.
func extract(file, content []byte) (opc.Part, error) {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return opc.Part{}, fmt.Errorf("docx: %w", err)
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
			return opc.Part{}, fmt.Errorf("docx: %w", err)
		}
		return opc.Part{Header: f.FileHeader, Data: file[at : at+int64(f.CompressedSize64)]}, nil
	}
	return opc.Part{}, errors.New("docx: the body was written incompletely")
}
