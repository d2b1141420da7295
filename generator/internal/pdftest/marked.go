package pdftest

import (
	"strings"
	"testing"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// MarkedText returns, for each page, the text of the marked-content sequences
// by their identifiers (ISO 32000-1, 14.7.4.2).
func MarkedText(t testing.TB, file []byte) []map[int]string {
	t.Helper()
	engine, doc, count := openPages(t, file)
	defer engine.Close()
	pages := make([]map[int]string, count)
	for i := range pages {
		pages[i] = markedText(t, engine,
			requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}})
	}
	return pages
}

func markedText(t testing.TB, engine pdfium.Pdfium, page requests.Page) map[int]string {
	t.Helper()
	words, err := engine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		t.Fatal(err)
	}
	defer engine.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: words.TextPage})
	count, err := engine.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		t.Fatal(err)
	}
	text := map[int]string{}
	for i := range count.Count {
		found, err := engine.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			t.Fatal(err)
		}
		kind, err := engine.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: found.PageObject})
		if err != nil {
			t.Fatal(err)
		}
		if kind.Type != enums.FPDF_PAGEOBJ_TEXT {
			continue
		}
		id, err := engine.FPDFPageObj_GetMarkedContentID(
			&requests.FPDFPageObj_GetMarkedContentID{PageObject: found.PageObject})
		if err != nil {
			continue // an artifact
		}
		content, err := engine.FPDFTextObj_GetText(
			&requests.FPDFTextObj_GetText{PageObject: found.PageObject, TextPage: words.TextPage})
		if err != nil {
			t.Fatal(err)
		}
		if content.Text == "\x02" && hyphen(engine, found.PageObject) == SoftHyphen {
			continue
		}
		text[id.MarkedContentID] += strings.ReplaceAll(content.Text, "\x02", "-")
	}
	return text
}
