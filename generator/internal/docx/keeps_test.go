package docx

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/shipped"
)

// TestLateFields checks which paragraphs get the field that makes LibreOffice keep
// them with the next ones: the last of 25 on the first page, of 26 on others, of five
// less in documents of over 100 nodes.
func TestLateFields(t *testing.T) {
	// keeps returns paragraphs that are kept with the next ones, with the numbers from
	// and to.
	keeps := func(from, to int) (list []document.Block) {
		for n := from; n <= to; n++ {
			list = append(list, document.Paragraph{Style: "body", Keep: true, Inlines: text(fmt.Sprint("п", n))})
		}
		return list
	}
	rows := func(n int) document.Block {
		cell := document.Cell{Blocks: []document.Block{para("ячейка")}}
		return document.Table{Columns: []document.Column{{Width: 1}},
			Rows: slices.Repeat([]document.Row{{Cells: []document.Cell{cell}}}, n)}
	}
	for _, test := range []struct {
		name   string
		blocks []document.Block
		want   string
	}{
		{"25 paragraphs", keeps(1, 25), ""},
		{"two pages", keeps(1, 26), "п25"},
		{"three pages", keeps(1, 60), "п25 п51"},
		{"many", keeps(1, 120), "п20 п41 п62 п83 п104"},
		{"maybe many", keeps(1, 90), "п20 п25 п41 п51 п62 п77 п83"},
		{"rows count", slices.Concat([]document.Block{rows(3)}, keeps(1, 23)), "п22"},
		{"a page break begins anew", slices.Concat(keeps(1, 10), []document.Block{document.PageBreak{}},
			keeps(11, 40)), "п36"},
		{"also before a table", slices.Concat(keeps(1, 10), []document.Block{document.PageBreak{}, rows(3)},
			keeps(11, 40)), "п35"},
		{"not kept", slices.Concat(keeps(1, 24), []document.Block{para("п25")}, keeps(26, 30)), ""},
	} {
		var out bytes.Buffer
		b := newBody(shipped.Sheet(t, "gost-2025"), Options{}, &out)
		if err := b.document(&document.Document{Blocks: test.blocks}); err != nil {
			t.Fatal(err)
		}
		var got []string
		marked := regexp.MustCompile(`>(п\d+)</w:t></w:r>` + regexp.QuoteMeta(lateField))
		for _, m := range marked.FindAllStringSubmatch(out.String(), -1) {
			got = append(got, m[1])
		}
		if got := strings.Join(got, " "); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		if found := strings.Count(out.String(), lateField); found != len(got) {
			t.Errorf("%s: %d fields, want %d", test.name, found, len(got))
		}
	}
}

// TestClosingRows: rows of a table that the page of a signature must have are kept with
// the next ones, and so is its title, but none above.
func TestClosingRows(t *testing.T) {
	cell := func(s string) []document.Cell { return []document.Cell{{Blocks: []document.Block{para(s)}}} }
	for closing, want := range map[int]string{1: "р3", 2: "р2 р3", 4: "ш р1 р2 р3", 5: "т ш р1 р2 р3",
		6: "п т ш р1 р2 р3"} {
		var out bytes.Buffer
		b := newBody(shipped.Sheet(t, "gost-2025"), Options{Closing: closing}, &out)
		if err := b.document(&document.Document{Blocks: []document.Block{para("выше"), para("п"),
			document.Table{Columns: []document.Column{{Width: 1}}, Caption: text("т"),
				Header: []document.Row{{Cells: cell("ш")}},
				Rows:   []document.Row{{Cells: cell("р1")}, {Cells: cell("р2")}, {Cells: cell("р3")}}},
			document.Signature{Name: "А.А. Ан"}}}); err != nil {
			t.Fatal(err)
		}
		word := regexp.MustCompile(`<w:t(?: [^>]*)?>([^<]*)</w:t>`)
		var got []string
		for _, p := range strings.Split(out.String(), "</w:p>") {
			if m := word.FindStringSubmatch(p); m != nil && strings.Contains(p, "<w:keepNext/>") {
				got = append(got, m[1])
			}
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%d: %q, want %q", closing, got, want)
		}
	}
}
