package pdf

import (
	"errors"
	"io"

	"protokol/generator/internal/cos"
)

// Book concatenates papers into one file. It keeps only the offsets of objects
// in memory, not pages. Papers must be made by Printer.Write, so that a letter
// in the book is the same as the letter that was sent, glyph for glyph. Form
// fields are removed. Objects that papers share (fonts, pictures) are written
// once. Each paper is a Part in the structure of the book and has a bookmark.
type Book struct {
	w *cos.Writer
	o BookOptions

	pageTree cos.Ref
	kids     []cos.Ref // of the page tree
	pages    int
	begins   []cos.Ref // the first page of each paper
	outline  bookmark

	structTree cos.Ref
	document   cos.Ref   // structure element of the book
	parts      []cos.Ref // structure elements of the papers
	leaves     []cos.Ref // of the parent tree
	keys       int       // number of keys of the parent tree in use
	space      namespace
}

// BookOptions are the options of a Book.
type BookOptions struct {
	Options
	// RightHand makes every paper start on an odd page, for double-sided
	// printing.
	RightHand bool
}

// NewBook returns a book that is written to w.
func NewBook(w io.Writer, o BookOptions) *Book {
	b := &Book{w: cos.NewWriter(w, o.Profile.version()), o: o}
	b.pageTree, b.structTree, b.document = b.w.Reserve(), b.w.Reserve(), b.w.Reserve()
	b.space = addNamespace(b.w, o.Profile)
	return b
}

// Pages returns the number of pages so far, including blank ones.
func (b *Book) Pages() int { return b.pages }

// Add adds a paper made by Write, with a bookmark.
func (b *Book) Add(paper []byte, title string) error {
	p, err := openPaper(paper, b)
	if err != nil {
		return err
	}
	if b.o.RightHand && b.pages%2 == 1 {
		b.addBlank(p.mediaBox())
	}
	if err := p.bind(); err != nil {
		return err
	}
	b.outline.kids = append(b.outline.kids, &bookmark{title: title, page: len(b.begins), whole: true})
	b.begins = append(b.begins, p.refs[p.pages[0]])
	return b.w.Flush()
}

// addBlank adds a blank left-hand page after a paper with an odd number of
// pages.
func (b *Book) addBlank(size cos.Object) {
	b.kids = append(b.kids, b.w.Add(cos.Entries{
		"Type", cos.Name("Page"), "Parent", b.pageTree, "MediaBox", size, "Resources", cos.Entries{},
		"Contents", b.w.Add(deflated(nil, nil)),
	}))
	b.pages++
}

// Close writes the page tree, the structure and the bookmarks. It returns an
// error for a book without papers.
func (b *Book) Close() error {
	if len(b.begins) == 0 {
		return errors.New("pdf: a book without papers")
	}
	w := b.w
	w.Put(b.pageTree, cos.Entries{"Type", cos.Name("Pages"), "Kids", references(b.kids), "Count", b.pages})
	w.Put(b.document, b.space.appendTo(cos.Entries{
		"Type", cos.Name("StructElem"), "S", cos.Name("Document"), "P", b.structTree, "K", references(b.parts),
	}))
	w.Put(b.structTree, b.space.appendToRoot(cos.Entries{
		"Type", cos.Name("StructTreeRoot"), "K", b.document,
		"ParentTree", w.Add(cos.Entries{"Kids", references(b.leaves)}), "ParentTreeNextKey", b.keys,
	}))
	catalog := catalog(w, b.pageTree, b.structTree, b.o.Options)
	outline := outlineWriter{w: w, pages: b.begins}
	if b.o.Profile.isPDF2() {
		outline.element = func(mark *bookmark) cos.Ref { return b.parts[mark.page] }
	}
	catalog = append(catalog, "Outlines", outline.write(&b.outline), "PageMode", cos.Name("UseOutlines"))
	return w.Close(trailer(w, catalog, b.o.Options))
}
