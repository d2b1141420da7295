package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"strings"
)

// Book binds papers into one file as they come: it holds no page, only where
// the objects are. Papers are what Write made, so that a bound letter is to the
// last glyph the letter that was sent; of one that was signed since, the letter
// before. Form fields stay behind. What papers share (fonts, pictures) is kept
// once; each becomes a Part of the whole's structure and has a bookmark.
type Book struct {
	w        io.Writer
	f        *file
	digest   hash.Hash
	o        BookOptions
	shared   map[[32]byte]int // objects by what they hold
	root     int              // StructTreeRoot
	document int              // the structure element over all papers
	outlines int
	kids     []int  // of the page tree
	pages    int    // counted
	parts    []int  // structure elements of the papers
	leaves   []leaf // of the parent tree
	keys     int    // of the parent tree, given
	marks    []mark
	first    int // outline item
	items    int
}

// BookOptions is what a Book needs besides its papers.
type BookOptions struct {
	Options
	// RightHand begins every paper on an odd page, to be printed on both sides
	// of the sheet.
	RightHand bool
}

// leaf is a node of the parent tree (ISO 32000-1, 7.9.7).
type leaf struct{ object, low, high int }

// mark is a bookmark, written when the next is known.
type mark struct {
	title  string
	object int
	page   int
}

// NewBook begins a book.
func NewBook(w io.Writer, o BookOptions) *Book {
	b := &Book{w: w, f: newFile(new(bytes.Buffer), o.Profile.version()), digest: sha256.New(), o: o, shared: map[[32]byte]int{}}
	b.f.take() // the page tree is object 1, as in every paper
	b.root, b.document, b.outlines = b.f.take(), b.f.take(), b.f.take()
	return b
}

// Pages is the number of pages so far, blank ones too.
func (b *Book) Pages() int { return b.pages }

// Add binds a paper that Write made, under a bookmark.
func (b *Book) Add(paper []byte, title string) error {
	s, err := openPaper(paper)
	if err != nil {
		return err
	}
	s.book = b
	tree, err := s.find(s.pageTree)
	if err != nil {
		return err
	}
	pages, err := pageNumbers(tree.dict)
	if err != nil {
		return err
	}
	if b.o.RightHand && b.pages%2 == 1 {
		if err := b.blank(tree.dict); err != nil {
			return err
		}
	}
	if err := s.bindPages(tree, pages); err != nil {
		return err
	}
	if err := s.bindStructure(); err != nil {
		return err
	}
	b.mark(title, s.numbers[pages[0]])
	return b.flush()
}

// blank is the empty left-hand page behind a paper of an odd number of pages.
func (b *Book) blank(tree string) error {
	_, box, ok := strings.Cut(tree, "/MediaBox [")
	box, _, closed := strings.Cut(box, "]")
	if !ok || !closed {
		return fmt.Errorf("pdf: a page tree without a size: %.60q", tree)
	}
	contents := b.f.stream("", deflate(nil))
	page := b.f.add(fmt.Sprintf("<</Type /Page /Parent 1 0 R /MediaBox [%s] /Resources <<>> /Contents %d 0 R>>", box, contents))
	b.kids = append(b.kids, page)
	b.pages++
	return nil
}

// mark writes the bookmark before and remembers this one.
func (b *Book) mark(title string, page int) {
	next := mark{title, b.f.take(), page}
	if b.items == 0 {
		b.first = next.object
	}
	b.items++
	b.marks = append(b.marks, next)
	switch n := len(b.marks); n {
	case 1:
	case 2:
		b.item(b.marks[0], 0, next.object)
	default:
		b.item(b.marks[1], b.marks[0].object, next.object)
		b.marks = b.marks[1:]
	}
}

// item writes a bookmark (ISO 32000-1, 12.3.3).
func (b *Book) item(m mark, before, after int) {
	links := ""
	if before > 0 {
		links += fmt.Sprintf(" /Prev %d 0 R", before)
	}
	if after > 0 {
		links += fmt.Sprintf(" /Next %d 0 R", after)
	}
	b.f.put(m.object, fmt.Sprintf("<</Title %s /Parent %d 0 R%s /Dest [%d 0 R /Fit]>>", text(m.title), b.outlines, links, m.page))
}

// flush hands what is written on.
func (b *Book) flush() error {
	b.digest.Write(b.f.Bytes())
	_, err := b.w.Write(b.f.Bytes())
	b.f.base += b.f.Len()
	b.f.Reset()
	return err
}

// Close writes what leads to the papers. A book without papers is an error.
func (b *Book) Close() error {
	if b.items == 0 {
		return fmt.Errorf("pdf: a book without papers")
	}
	last := b.marks[len(b.marks)-1]
	before := 0
	if len(b.marks) > 1 {
		before = b.marks[0].object
	}
	b.item(last, before, 0)
	b.f.put(b.outlines, fmt.Sprintf("<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>", b.first, last.object, b.items))
	b.f.put(1, fmt.Sprintf("<</Type /Pages /Kids [%s] /Count %d>>", references(b.kids), b.pages))
	b.f.put(b.document, fmt.Sprintf("<</Type /StructElem /S /Document /P %d 0 R /K [%s]>>", b.root, references(b.parts)))
	b.f.put(b.root, fmt.Sprintf("<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		b.document, b.parentTree(), b.keys))
	outline := fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", b.outlines)
	number := b.f.add(catalog(b.f, b.root, outline, b.o.Options))
	about := info(b.f, b.o.Options)
	if err := b.flush(); err != nil {
		return err
	}
	id := b.digest.Sum(nil)[:16]
	if err := b.f.end(fmt.Sprintf("/Root %d 0 R /Info %d 0 R /ID [<%X> <%X>]", number, about, id, id)); err != nil {
		return err
	}
	return b.flush()
}

// parentTree is the root over the leaves of the papers.
func (b *Book) parentTree() int {
	var leaves []int
	for _, l := range b.leaves {
		leaves = append(leaves, l.object)
	}
	return b.f.add(fmt.Sprintf("<</Kids [%s]>>", references(leaves)))
}

func references(objects []int) string {
	var b strings.Builder
	for _, n := range objects {
		fmt.Fprintf(&b, "%d 0 R ", n)
	}
	return b.String()
}
