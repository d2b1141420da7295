package markup

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/trace"
)

// TestReadPlain checks that a line of plain text is read as Read reads it in a paragraph, and that anything else is
// left to Read.
func TestReadPlain(t *testing.T) {
	origins := trace.New()
	for _, c := range []struct {
		src   string
		plain bool
	}{
		{"Уважаемый " + origins.Value("row.name", "Олег Ильич") + "!", true},
		{origins.Value("row.name", "Олег"), true},
		{"\u00a0Письмо № 5\u00a0", true},
		{"два  пробела", false},
		{" в начале", false},
		{"в конце ", false},
		{"на " + origins.Value("row.place", " краю") + ".", false},
		{"<b>тег</b>", false},
		{"знак > без причины", false},
		{"Лоза &amp; Ко", false},
		{"две\nстроки", false},
		{"ZgotmplZ", false},
		{"\x01", false},
		{"\uFFFE", false},
		{"\xff", false},
		{"не парами \uFDD0", false},
		{"", false},
	} {
		text, source, ok := ReadPlain([]byte(c.src), origins)
		if ok != c.plain {
			t.Errorf("%q: plain is %v", c.src, ok)
		}
		if !ok {
			continue
		}
		doc, problems := Read("", []byte("<document><p>"+c.src+"</p></document>"), origins)
		if len(problems) > 0 {
			t.Fatalf("%q: %v", c.src, problems)
		}
		n := 0
		document.Texts(doc, func(want string, from document.Source) {
			n++
			a, b := origins.Mark(text, document.Spans(source, text)), origins.Mark(want, document.Spans(from, want))
			if text != want || trace.Strip(a) != want || strings.Count(a, "\uFDD0") != strings.Count(b, "\uFDD0") {
				t.Errorf("%q: %q, want %q", c.src, a, b)
			}
		})
		if n != 1 {
			t.Errorf("%q: %d texts", c.src, n)
		}
	}
}
