package reader_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/document"
	"protokol/generator/internal/papertest"
	"protokol/generator/internal/printing"
)

// TestDividedWords: words divided at the ends of lines are read whole, words with
// a hard hyphen there with the hyphen.
func TestDividedWords(t *testing.T) {
	press := papertest.Press(t)
	var want []string
	doc := &document.Document{Kind: "letter"}
	for n := range 12 {
		text := strings.Repeat("и ", n) + strings.Repeat("Представить образовательно-производственным организациям "+
			"рекомендации по совершенствованию программ. ", 3)
		doc.Blocks = append(doc.Blocks, document.Paragraph{Inlines: []document.Inline{document.Text{Value: text}}})
		want = append(want, strings.Fields(text)...)
	}
	paper, err := press.Lay(doc, printing.Origin{})
	if err != nil {
		t.Fatal(err)
	}
	soft, hard := 0, 0
	for _, page := range paper.Layout.Pages {
		for _, l := range page.Lines {
			if l.Divided {
				soft++
			} else if strings.HasSuffix(l.Text(), "-") {
				hard++
			}
		}
	}
	if soft == 0 || hard == 0 {
		t.Fatalf("%d lines end with a soft hyphen, %d with a hard one", soft, hard)
	}
	file := open(t, start(t), papertest.File(t, press, paper, "pdf"))
	var got []string
	for page := range file.Pages() {
		text, err := file.Text(page)
		if err != nil {
			t.Fatal(err)
		}
		if page > 0 {
			text = strings.TrimSuffix(strings.TrimSpace(text), strconv.Itoa(page+1)) // drawn last
		}
		got = append(got, strings.Fields(text)...)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
