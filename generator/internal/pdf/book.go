package pdf

import (
	"errors"
	"io"

	"protokol/generator/internal/cos"
)

// Book binds papers into one file as they come. It keeps no pages in memory, only
// offsets of objects. The papers are what Printer.Write made, so that a bound
// letter equals the letter that was sent, glyph for glyph. Form fields are left
// out. What papers share (fonts, pictures) is written once. Each paper becomes a
// Part in the structure of the book and has a bookmark.
type Book struct {
	w *cos.Writer
	o BookOptions

	pageTree cos.Ref
	kids     []cos.Ref // of the page tree
	pages    int
	begins   []cos.Ref // the first page of each paper
	outline  bookmark

	structTree cos.Ref
	document   cos.Ref   // the structure element over all papers
	parts      []cos.Ref // structure elements of the papers
	leaves     []cos.Ref // of the parent tree
	keys       int       // of the parent tree, given so far
}

// BookOptions is what a Book needs besides its papers.
type BookOptions struct {
	Options
	// RightHand begins every paper on an odd page, to be printed on both sides
	// of the sheet.
	RightHand bool
}

// NewBook begins a book.
func NewBook(w io.Writer, o BookOptions) *Book {
	b := &Book{w: cos.NewWriter(w, o.Profile.version()), o: o}
	b.pageTree, b.structTree, b.document = b.w.Reserve(), b.w.Reserve(), b.w.Reserve()
	return b
}

// Pages is the number of pages so far, blank ones included.
func (b *Book) Pages() int { return b.pages }

// Add binds a paper that Write made, under a bookmark.
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

// addBlank adds the empty left-hand page after a paper with an odd number of
// pages.
func (b *Book) addBlank(size cos.Object) {
	b.kids = append(b.kids, b.w.Add(cos.Entries{
		"Type", cos.Name("Page"), "Parent", b.pageTree, "MediaBox", size, "Resources", cos.Entries{},
		"Contents", b.w.Add(deflated(nil, nil)),
	}))
	b.pages++
}

// Close writes the page tree, the structure and the bookmarks, and ends the file.
// It fails for a book without papers.
func (b *Book) Close() error {
	if len(b.begins) == 0 {
		return errors.New("pdf: a book without papers")
	}
	w := b.w
	w.Put(b.pageTree, cos.Entries{"Type", cos.Name("Pages"), "Kids", references(b.kids), "Count", b.pages})
	w.Put(b.document, cos.Entries{
		"Type", cos.Name("StructElem"), "S", cos.Name("Document"), "P", b.structTree, "K", references(b.parts),
	})
	w.Put(b.structTree, cos.Entries{
		"Type", cos.Name("StructTreeRoot"), "K", b.document,
		"ParentTree", w.Add(cos.Entries{"Kids", references(b.leaves)}), "ParentTreeNextKey", b.keys,
	})
	catalog := catalog(w, b.pageTree, b.structTree, b.o.Options)
	catalog = append(catalog, "Outlines", writeOutline(w, &b.outline, b.begins), "PageMode", cos.Name("UseOutlines"))
	return w.Close(cos.Entries{"Root", w.Add(catalog), "Info", w.Add(info(b.o.Options))})
}
