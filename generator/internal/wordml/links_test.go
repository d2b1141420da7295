package wordml

import (
	"strings"
	"testing"

	"protokol/generator/internal/wordml/wordmltest"
)

// TestLongAddresses: a link that is longer than Word follows is text, and the report
// says so: every line repeats it, so that a small paper would become a large PDF.
func TestLongAddresses(t *testing.T) {
	for length, want := range map[int]bool{100: true, longestAddress: true, longestAddress + 1: false, 100_000: false} {
		address := "http://x/" + strings.Repeat("a", length-len("http://x/"))
		body := `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "` + address +
			`"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>текст</w:t></w:r>` +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
		d, err := Open(wordmltest.Body(t, body))
		if err != nil {
			t.Fatal(err)
		}
		p := d.lowered(t)
		if !strings.Contains(printed(p), "текст") || (len(p.Report.Findings) == 0) != want {
			t.Errorf("%d: %v", length, p.Report.Findings)
		}
	}
}
