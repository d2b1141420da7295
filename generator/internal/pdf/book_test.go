package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/pdftest"
	"protokol/generator/internal/shipped"
)

// bound returns a book of letters of one page with the document of torture in
// the middle.
func bound(t testing.TB, rightHand bool) (book []byte, papers [][]byte) {
	t.Helper()
	f := shipped.Family(t)
	printer := NewPrinter(f)
	for i := range 5 {
		doc := &document.Document{Title: fmt.Sprintf("Письмо %d", i), Blocks: []document.Block{
			document.Heading{Level: 1, Style: "title", Inlines: inline(fmt.Sprintf("ПИСЬМО %d", i))}, para("Текст.")}}
		if i == 2 {
			doc = torture()
		}
		var b bytes.Buffer
		if err := printer.Write(&b, laid(t, doc, f), options(t)); err != nil {
			t.Fatal(err)
		}
		papers = append(papers, b.Bytes())
	}
	var out bytes.Buffer
	b := NewBook(&out, BookOptions{Options: options(t), RightHand: rightHand})
	for i, paper := range papers {
		if err := b.Add(paper, fmt.Sprintf("Письмо (%d)", i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), papers
}

// TestBookHoldsEveryPage checks the order of pages, and that with RightHand
// each paper starts on an odd page and only blank pages are added.
func TestBookHoldsEveryPage(t *testing.T) {
	for _, rightHand := range []bool{false, true} {
		book, papers := bound(t, rightHand)
		pages := pdftest.Pages(t, book, 15)
		at := 0
		for i, paper := range papers {
			if rightHand && at%2 == 1 {
				if len(pages[at].Lines) > 0 {
					t.Errorf("page %d is not blank", at+1)
				}
				at++
			}
			for k, page := range pdftest.Pages(t, paper, 15) {
				if got, want := fmt.Sprint(pages[at]), fmt.Sprint(page); got != want {
					t.Errorf("paper %d, page %d:\n%s\nin the book:\n%s", i, k+1, want, got)
				}
				at++
			}
		}
		if at != len(pages) {
			t.Errorf("%d pages in the book, want %d", len(pages), at)
		}
		if n := bytes.Count(book, []byte("/Type /Outlines")); n != 1 {
			t.Errorf("%d outlines", n)
		}
		if n := bytes.Count(book, []byte("/S /Part")); n != len(papers) {
			t.Errorf("%d parts of %d papers", n, len(papers))
		}
	}
}

// TestBookIsReproducible checks that the same papers give the same book.
func TestBookIsReproducible(t *testing.T) {
	first, papers := bound(t, false)
	for range 5 {
		if again, same := bound(t, false); !bytes.Equal(again, first) || !slices.EqualFunc(same, papers, bytes.Equal) {
			t.Fatal("two books differ")
		}
	}
}

// TestBookPageTree checks the parents of all pages and nodes.
func TestBookPageTree(t *testing.T) {
	book, papers := bound(t, true)
	f, err := cos.Read(book)
	if err != nil {
		t.Fatal(err)
	}
	pages, nodes := f.Pages()
	if len(nodes) != 1+len(papers) {
		t.Fatalf("%d nodes over %d papers", len(nodes), len(papers))
	}
	listed := 0
	for _, node := range nodes {
		for _, kid := range f.Array(f.Dict(node)["Kids"]) {
			listed++
			if parent := f.Dict(kid)["Parent"]; parent != node {
				t.Errorf("%v is listed by %v and names %v", kid, node, parent)
			}
		}
	}
	if listed != len(pages)+len(papers) {
		t.Errorf("%d kids, %d pages", listed, len(pages))
	}
}

// TestBookHasNoFields checks that form fields and all references to them are
// removed and that links are kept.
func TestBookHasNoFields(t *testing.T) {
	book, papers := bound(t, false)
	if n := bytes.Count(papers[2], []byte("/Subtype /Widget")); n != 2 {
		t.Fatalf("%d fields in the paper", n)
	}
	for _, gone := range []string{"/AcroForm", "/Widget", "/S /Form", "/FT /Sig", "/Annots []"} {
		if bytes.Contains(book, []byte(gone)) {
			t.Errorf("%s is in the book", gone)
		}
	}
	if links := bytes.Count(papers[2], []byte("/Subtype /Link")); links == 0 ||
		bytes.Count(book, []byte("/Subtype /Link")) != links {
		t.Errorf("%d links in the paper, others in the book", links)
	}
}

// TestBookSharesFonts checks that a hundred letters share their fonts.
func TestBookSharesFonts(t *testing.T) {
	_, papers := bound(t, false)
	size := func(n int) int {
		var out bytes.Buffer
		b := NewBook(&out, BookOptions{Options: options(t)})
		for range n {
			if err := b.Add(papers[0], "Письмо"); err != nil {
				t.Fatal(err)
			}
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Len()
	}
	if one, many := size(1), size(101); many-one > 100*4000 {
		t.Errorf("a letter costs %d bytes more, of %d", (many-one)/100, len(papers[0]))
	}
}

func TestBookIsValid(t *testing.T) {
	var names []string
	for _, rightHand := range []bool{false, true} {
		book, _ := bound(t, rightHand)
		names = append(names, onDisk(t, book))
	}
	t.Run("qpdf", func(t *testing.T) {
		for _, name := range names {
			outside.Run(t, outside.Program(t, "qpdf"), "--check", name)
		}
	})
	t.Run("verapdf", func(t *testing.T) { outside.VeraPDF(t, []string{"3a", "ua1"}, names...) })
}

// TestBookRefuses checks the errors for files that Write did not make.
func TestBookRefuses(t *testing.T) {
	_, papers := bound(t, false)
	good := string(papers[0])
	for i, bad := range []string{"", "%PDF-1.7\n", good[:len(good)/2],
		strings.ReplaceAll(good, "/StructTreeRoot ", "/StructTreeRoof "), strings.Replace(good, "/Root ", "/Roof ", 1),
		strings.Replace(good, "/StructParents 0", "/StructParents 7", 1),
		strings.Replace(good, "/Nums [0 ", "/Nums [1 ", 1)} {
		var out bytes.Buffer
		if err := NewBook(&out, BookOptions{Options: options(t)}).Add([]byte(bad), "x"); err == nil {
			t.Errorf("taken: bad file %d", i)
		}
	}
	if err := NewBook(new(bytes.Buffer), BookOptions{Options: options(t)}).Close(); err == nil {
		t.Error("a book without papers was closed")
	}
}

// FuzzBook checks that no file causes a panic.
func FuzzBook(f *testing.F) {
	printer := NewPrinter(shipped.Family(f))
	var b bytes.Buffer
	o := options(f)
	o.Profile = A1b // the smallest
	doc := &document.Document{Title: "Письмо", Blocks: []document.Block{para("Текст.")}}
	if err := printer.Write(&b, laid(f, doc, shipped.Family(f)), o); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 1<<17 {
			NewBook(new(bytes.Buffer), BookOptions{Options: o}).Add(data, "x")
		}
	})
}

// BenchmarkBook adds letters of one page.
func BenchmarkBook(b *testing.B) {
	_, papers := bound(b, false)
	var out bytes.Buffer
	book := NewBook(&out, BookOptions{Options: options(b)})
	for b.Loop() {
		out.Reset()
		if err := book.Add(papers[0], "Письмо"); err != nil {
			b.Fatal(err)
		}
	}
}

// TestPackedCache checks that the cache returns the requested file in any order
// of requests.
func TestPackedCache(t *testing.T) {
	var c packedCache
	for i := range 3 * packedLimit {
		data := []byte(fmt.Sprint("file ", i%(packedLimit+2)))
		if got := c.deflate(data); !bytes.Equal(got, cos.Deflate(data)) {
			t.Errorf("file %d is another's", i)
		}
	}
}

// TestPageCache checks that the cache returns the requested page, and keeps pages only once they are repeated.
func TestPageCache(t *testing.T) {
	c := newPageCache()
	for i := range 30 {
		data := []byte(fmt.Sprint("page ", i%20))
		if got := c.deflate(data); !bytes.Equal(got, cos.Deflate(data)) {
			t.Errorf("page %d is another's", i)
		}
		if got := c.deflate([]byte(fmt.Sprint("first ", i))); len(got) == 0 {
			t.Error("no page")
		}
	}
	again := func(text string) bool {
		first, second := c.deflate([]byte(text)), c.deflate([]byte(text))
		return &first[0] == &second[0]
	}
	if !again("page 3") || again("first 99") {
		t.Error("a repeated page is not kept, or one seen once is")
	}
}
