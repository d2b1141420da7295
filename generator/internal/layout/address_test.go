package layout

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/resolve"
	"protokol/generator/internal/shipped"
)

// TestAddressEvensSpaces: where an address would leave wide spaces above it, a line ends after one of its marks, in no
// more lines than without, also in sheets that divide no words; by earlier rules it does not. The tree learns the
// place, for the zero width space of the DOCX, and nothing is added to the text.
func TestAddressEvensSpaces(t *testing.T) {
	const address = "https://www.admin.example.org/dokumenty/2026/protokoly/zasedanie.pdf"
	family := shipped.Family(t)
	space := family.At(0).Width(" ", 14)
	for _, name := range []string{"gost-2025", "gost-2016"} {
		wide, parted := map[bool]int{}, 0
		for n := range 20 {
			text := strings.Repeat("и ", n) + "отчёт размещён на сайте " + address + " и направлен в дело."
			doc := &document.Document{Blocks: []document.Block{paragraph("body", text)}}
			var count [2]int
			for i, whole := range []bool{false, true} {
				paper := resolve.Document(doc, shipped.Sheet(t, name))
				paper.WholeAddresses = whole
				r := Pages(paper, family)
				printed := ""
				for _, line := range r.Pages[0].Lines {
					count[i]++
					if printed += line.Text(); line.Runs[0].Gap > 3*space {
						wide[whole]++
					}
					if line.Parted {
						parted++
						at := r.Divisions()[&doc.Blocks[0].(document.Paragraph).Inlines[0]]
						if whole || len(at) != 1 || !strings.ContainsAny(text[at[0]-1:at[0]], addressBreaks) {
							t.Errorf("%s: divided at %v in %q", name, at, line.Text())
						}
					}
				}
				if !strings.Contains(strings.ReplaceAll(printed, SoftHyphen, ""), address) {
					t.Errorf("%s: %q", name, printed)
				}
			}
			if count[0] > count[1] {
				t.Errorf("%s: %d lines, want at most %d", name, count[0], count[1])
			}
		}
		if parted == 0 || wide[true] == 0 || wide[false]*4 > wide[true] {
			t.Errorf("%s: %d lines end in an address; wide ones: %v (by earlier rules: true)", name, parted, wide)
		}
	}
}
