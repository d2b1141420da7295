package pdf

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/pdftest"
)

// TestPostalIndex checks that an index can be copied as digits.
func TestPostalIndex(t *testing.T) {
	doc := &document.Document{Title: "Конверт", Blocks: []document.Block{
		document.Paragraph{Style: "body", Inlines: []document.Inline{document.Boxes{Count: 6, Text: "21400",
			Postal: true}}}}}
	pages := pdftest.Pages(t, printed(t, doc), 1)
	if got := strings.ReplaceAll(strings.Join(pages[0].Lines, "|"), " ", ""); got != "21400" {
		t.Errorf("%q", got)
	}
}
