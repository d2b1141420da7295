package layout

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/shipped"
)

// TestShorter: divided words save lines, but pages end at the same words as those of an
// editor that divides none, on the shortened pages of the DOCX.
func TestShorter(t *testing.T) {
	on := *shipped.Sheet(t, "council")
	saved, several := 0, 0
	for n := range 24 {
		doc := &document.Document{}
		for i := range 3 + n {
			text := strings.Repeat("и ", (n+i)%7) + long + strings.Repeat("а ", i%5) + "предоставить предложения " +
				strings.Repeat(long, i%2) + "в срок."
			doc.Blocks = append(doc.Blocks, paragraph("body", text))
		}
		with := pages(t, doc, &on)
		off := on
		off.Hyphenate = false
		off.Page.Bottom += with.Shortened / mm
		without := pages(t, doc, &off)
		if len(with.Pages) != len(without.Pages) {
			t.Fatalf("%d: %d pages, without division %d", n, len(with.Pages), len(without.Pages))
		}
		for i, page := range with.Pages {
			if pageText(page) != pageText(without.Pages[i]) {
				t.Errorf("%d: page %d ends elsewhere", n, i+1)
			}
			if len(page.Lines) < len(without.Pages[i].Lines) {
				saved++
				several += min(i, 1)
			}
		}
	}
	if saved == 0 || several == 0 {
		t.Errorf("%d pages have fewer lines, %d of them after the first one", saved, several)
	}
}
