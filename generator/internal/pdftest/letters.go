package pdftest

import (
	"strings"
	"testing"
	"unicode"

	"github.com/klippa-app/go-pdfium/requests"
)

// Letter is a character of a page at its origin, points from the upper left corner.
type Letter struct {
	Text string
	X, Y float64
}

// Letters returns the characters of each page in the order of its content, without
// spaces. A hyphen at the end of a line is "-".
func Letters(t testing.TB, file []byte) [][]Letter {
	t.Helper()
	engine, doc, count := openPages(t, file)
	defer engine.Close()
	pages := make([][]Letter, count)
	for i := range pages {
		page := requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}}
		size, err := engine.GetPageSize(&requests.GetPageSize{Page: page})
		if err != nil {
			t.Fatal(err)
		}
		text, err := engine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
		if err != nil {
			t.Fatal(err)
		}
		chars, err := engine.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
		if err != nil {
			t.Fatal(err)
		}
		for at := range chars.Count {
			char, err := engine.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text.TextPage, Index: at})
			if err != nil {
				t.Fatal(err)
			}
			letter := strings.TrimSpace(string(rune(char.Unicode)))
			switch letter {
			case "":
				continue
			case "\x02", "\u00ad":
				letter = "-"
			}
			origin, err := engine.FPDFText_GetCharOrigin(
				&requests.FPDFText_GetCharOrigin{TextPage: text.TextPage, Index: at})
			if err != nil {
				t.Fatal(err)
			}
			pages[i] = append(pages[i], Letter{letter, origin.X, size.Height - origin.Y})
		}
		if _, err := engine.FPDFText_ClosePage(
			&requests.FPDFText_ClosePage{TextPage: text.TextPage}); err != nil {
			t.Fatal(err)
		}
	}
	return pages
}

// Folded returns the letters and digits of a text as small ones: what capitals, spacing
// and symbol fonts leave alike.
func Folded(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}
