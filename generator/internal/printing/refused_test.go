package printing

import (
	"strings"
	"testing"

	"protokol/generator/internal/wordml"
	"protokol/generator/internal/wordml/wordmltest"
)

// TestForeignScript: characters that no face has are named one by one as long as they are
// few; a paper in another script is refused once.
func TestForeignScript(t *testing.T) {
	printer, err := NewWordPrinter()
	if err != nil {
		t.Fatal(err)
	}
	for _, count := range []int{3, 2 * maxUncovered} {
		var text strings.Builder
		for i := range count {
			text.WriteRune(rune('一' + i))
		}
		doc, err := wordml.Open(wordmltest.Body(t, "<w:p><w:r><w:t>"+text.String()+"</w:t></w:r></w:p>"))
		if err != nil {
			t.Fatal(err)
		}
		paper, err := printer.Lay(t.Context(), doc, nil, nil)
		switch {
		case count == 3 && (err != nil || len(paper.Report.Findings) != 3):
			t.Errorf("few: %v", err)
		case count > 3 && (err == nil || !strings.Contains(err.Error(), "«一»")):
			t.Errorf("many: %v", err)
		}
	}
}

// TestManyPages: a paper of more pages than readers of PDF accept is refused.
func TestManyPages(t *testing.T) {
	printer, err := NewWordPrinter()
	if err != nil {
		t.Fatal(err)
	}
	page := `<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>`
	for count, want := range map[int]bool{100: true, maxPages + 1: false} {
		doc, err := wordml.Open(wordmltest.Body(t, strings.Repeat(page, count)))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := printer.Lay(t.Context(), doc, nil, nil); (err == nil) != want {
			t.Errorf("%d pages: %v", count, err)
		}
	}
}
