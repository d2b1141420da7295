// Package pdftest reads PDFs in tests with an independent engine: PDFium, which
// Chrome uses, compiled to WebAssembly.
package pdftest

import (
	"fmt"
	"image"
	"image/draw"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"

	"protokol/generator/internal/engine"
	"protokol/generator/internal/flow"
)

// pool is the engine pool of the test binary; compiling the engine takes
// seconds.
var pool = sync.OnceValues(func() (pdfium.Pool, error) {
	return webassembly.Init(engine.Config())
})

// Page is the text of a page. A line that ends inside a word ends with
// SoftHyphen.
type Page struct {
	Header string
	Lines  []string
}

// Pages returns the text of each page. Lines above topMargin, in millimetres,
// are the header.
func Pages(t testing.TB, file []byte, topMargin float64) []Page {
	t.Helper()
	engine, doc, count := openPages(t, file)
	defer engine.Close()
	pages := make([]Page, count)
	for i := range pages {
		page := requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}}
		size, err := engine.GetPageSize(&requests.GetPageSize{Page: page})
		if err != nil {
			t.Fatal(err)
		}
		text, err := engine.GetPageTextStructured(
			&requests.GetPageTextStructured{Page: page, Mode: requests.GetPageTextStructuredModeChars})
		if err != nil {
			t.Fatal(err)
		}
		restoreHyphens(t, engine, page, text.Chars)
		pages[i] = lines(text.Chars, size.Height-topMargin*flow.PointsPerMM)
	}
	return pages
}

// openPages is open with the number of pages.
func openPages(t testing.TB, file []byte) (pdfium.Pdfium, *responses.OpenDocument, int) {
	t.Helper()
	engine, doc := open(t, file)
	count, err := engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		engine.Close()
		t.Fatal(err)
	}
	return engine, doc, count.PageCount
}

// open opens a file in an engine, which the caller must close.
func open(t testing.TB, file []byte) (pdfium.Pdfium, *responses.OpenDocument) {
	t.Helper()
	engines, err := pool()
	if err != nil {
		t.Fatal(err)
	}
	engine, err := engines.GetInstance(time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := engine.OpenDocument(&requests.OpenDocument{File: &file})
	if err != nil {
		engine.Close()
		t.Fatalf("PDFium: %v", err)
	}
	return engine, doc
}

// Bookmarks returns the bookmarks as page, from 1, and title, indented by two
// spaces a level.
func Bookmarks(t testing.TB, file []byte) []string {
	t.Helper()
	engine, doc := open(t, file)
	defer engine.Close()
	found, err := engine.GetBookmarks(&requests.GetBookmarks{Document: doc.Document})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	var visit func(under []responses.GetBookmarksBookmark, indent string)
	visit = func(under []responses.GetBookmarksBookmark, indent string) {
		for _, b := range under {
			list = append(list, fmt.Sprintf("%s%d %s", indent, b.DestInfo.PageIndex+1, b.Title))
			visit(b.Children, indent+"  ")
		}
	}
	visit(found.Bookmarks, "")
	return list
}

// Draw renders a page, from 0.
func Draw(t testing.TB, file []byte, page, dpi int) image.Image {
	t.Helper()
	engine, doc := open(t, file)
	defer engine.Close()
	drawn, err := engine.RenderPageInDPI(&requests.RenderPageInDPI{DPI: dpi,
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: page}}})
	if err != nil {
		t.Fatal(err)
	}
	defer drawn.Cleanup()
	own := image.NewRGBA(drawn.Result.RenderedImage.Bounds()) // the engine reuses its memory
	draw.Draw(own, own.Rect, drawn.Result.RenderedImage, own.Rect.Min, draw.Src)
	return own
}

// restoreHyphens replaces U+0002, as which PDFium reads hyphens at line ends.
func restoreHyphens(t testing.TB, engine pdfium.Pdfium, page requests.Page,
	chars []*responses.GetPageTextStructuredChar) {
	t.Helper()
	words, err := engine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		t.Fatal(err)
	}
	defer engine.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: words.TextPage})
	for i, c := range chars {
		if c.Text != "\x02" {
			continue
		}
		found, err := engine.FPDFText_GetTextObject(
			&requests.FPDFText_GetTextObject{TextPage: words.TextPage, Index: i})
		if err != nil {
			t.Fatal(err)
		}
		c.Text = hyphen(engine, found.TextObject)
	}
}

// lines joins characters into lines. A line starts where a character is further from
// the middle of the line so far than marks are, such as „ and “.
func lines(chars []*responses.GetPageTextStructuredChar, top float64) Page {
	var page Page
	var line strings.Builder
	var low, high float64 // of the line
	header := false
	flush := func() {
		text := strings.TrimSpace(line.String())
		line.Reset()
		switch {
		case text == "":
		case header:
			page.Header += text
		default:
			page.Lines = append(page.Lines, text)
		}
	}
	for _, c := range chars {
		if strings.TrimSpace(c.Text) == "" {
			line.WriteString(" ")
			continue
		}
		middle := (c.PointPosition.Top + c.PointPosition.Bottom) / 2
		if base := (low + high) / 2; line.Len() > 0 && (middle-base > 7 || base-middle > 7) {
			flush()
		}
		if strings.TrimSpace(line.String()) == "" {
			low, high, header = c.PointPosition.Bottom, c.PointPosition.Top, middle > top
		}
		low, high = min(low, c.PointPosition.Bottom), max(high, c.PointPosition.Top)
		line.WriteString(c.Text)
	}
	flush()
	return page
}
