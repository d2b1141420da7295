// Package pdf prints laid-out pages as PDF.
//
// fpdf is the canvas: it draws the contents of pages, our own glyph codes at our
// own positions, rules, pictures, each inside the marked content that says what
// it is. Package cos writes the file around these contents, with all that fpdf
// does not know: subset fonts with exact ToUnicode maps, the structure tree,
// metadata, the output intent, attached files. The result
// conforms by construction to PDF/A (ISO 19005), in the profile asked for, and
// to PDF/UA-1 (ISO 14289-1), or PDF/UA-2 (ISO 14289-2) in PDF 2.0.
//
//	canvas.go     pages → content streams, by fpdf
//	strokes.go    lines, colours, the effects of text
//	content.go    numbers and glyph codes in content streams
//	encoding.go   characters → glyph codes
//	runeset.go    which characters
//	fonts.go      the fonts' objects
//	pictures.go   images
//	structure.go  logical structure, marked content, links
//	welltagged.go what PDF 2.0 asks of the structure
//	outline.go    bookmarks
//	places.go     where links inside the paper lead
//	profile.go    what each part of PDF/A allows
//	forms.go      form fields and the form they make
//	formface.go   the face in which fields are filled in
//	appearance.go what a field shows
//	mark.go       the mark of an electronic signature, for a file that exists
//	metadata.go   XMP, Info, output intent
//	words.go      the digest of the words
//	files.go      attached files
//	packed.go     the same, compressed once a batch
//	finish.go     fpdf's pages → the file
//	book.go       many papers → one file
//	binding.go    how one of them is copied there
package pdf

import (
	"cmp"
	"fmt"
	"io"
	"sync"
	"time"

	"protokol/generator/internal/font"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/picture"
)

// Options are the metadata and files of a PDF.
type Options struct {
	Title    string                      // of the document, shown as the window title
	Author   string                      // may be empty
	Producer string                      // the program and its version
	Date     time.Time                   // of creation and modification
	Origin   origin.Origin               // how the paper was made; Write adds the digest of its words
	Profile  Profile                     // zero is PDF/A-3a with PDF/UA-1
	Pictures map[string]*picture.Picture // by path
	Family   *font.Family                // of the pages: that of the Printer with further families; nil for that

	packed *packedCache // of the Printer
	pages  *pageCache   // likewise
}

// Printer prints papers in one family of faces. It is safe for concurrent use:
// shared data are caches of font subsets, of attached files and of pages.
type Printer struct {
	family *font.Family
	fonts  fontCache
	packed packedCache
	pages  *pageCache
	form   func() (*formFace, error)
}

// NewPrinter returns a Printer. The family must be the one with which the pages
// were laid out.
func NewPrinter(family *font.Family) *Printer {
	return &Printer{family: family, pages: newPageCache(),
		form: sync.OnceValues(func() (*formFace, error) { return newFormFace(family) })}
}

// Write prints a paper. If a picture is missing, a character has no glyph or
// fpdf does not draw a page, it writes nothing and returns an error.
func (p *Printer) Write(w io.Writer, paper *layout.Result, o Options) error {
	fonts, err := p.embed(paper.Pages, cmp.Or(o.Family, p.family))
	if err != nil {
		return err
	}
	images, err := newImageSet(paper.Pages, o.Pictures)
	if err != nil {
		return err
	}
	o.packed, o.pages = &p.packed, p.pages
	o.Origin.Proof.Words = wordsOf(paper)
	tree := newStructure(paper.Structure, o.Profile)
	tree.bookmarks = bookmarks(paper)
	tree.findPlaces(paper.Pages)
	if tree.form.hasText {
		if !o.Profile.Fills() {
			return fmt.Errorf("профиль PDF %s не допускает полей для заполнения", o.Profile)
		}
		if tree.form.face, err = p.form(); err != nil {
			return err
		}
	}
	drawn, err := draw(paper, fonts, images, tree)
	if err != nil {
		return err
	}
	return finish(w, drawn, paper, fonts, images, tree, o)
}
