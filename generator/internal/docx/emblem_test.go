package docx

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/shipped"
	"protokol/generator/style"
)

// TestEmblem checks that the picture that a paper begins with is in the header of the
// first page, whatever stands in the margins, and nowhere else.
func TestEmblem(t *testing.T) {
	for _, test := range []struct {
		name   string
		number style.PageNumber
		raised bool
		places []string // in the section
	}{
		{"numbers above", style.PageNumber{Show: true, FromTop: 10, Size: 12}, true,
			[]string{`<w:headerReference w:type="first" r:id="rEmblem"/>`, `w:header="567"`}},
		{"numbers below", style.PageNumber{Show: true, FromBottom: 10, Size: 12}, true,
			[]string{`<w:headerReference w:type="first" r:id="rEmblem"/>`, `w:header="567"`,
				`<w:footerReference w:type="first"`}},
		{"no numbers", style.PageNumber{Size: 12}, true, []string{`r:id="rEmblem"`, `w:header="567"`}},
		{"a number above the first page", style.PageNumber{Show: true, First: true, FromTop: 10, Size: 12}, false,
			[]string{`r:id="rFirstHeader"`}},
	} {
		sheet := *shipped.Sheet(t, "gost-2025")
		sheet.PageNumber = test.number
		b := newBody(&sheet, options(t), new(bytes.Buffer))
		path := slices.Sorted(maps.Keys(b.options.Pictures))[0]
		emblem := document.Figure{Path: path, Alt: "Герб", Width: 17, Height: 17}
		if err := b.document(&document.Document{Blocks: []document.Block{emblem, para("а")}}); err != nil {
			t.Fatal(err)
		}
		body := b.out.String()
		for _, want := range test.places {
			if !strings.Contains(body, want) {
				t.Errorf("%s: no %s in\n%s", test.name, want, body)
			}
		}
		if (b.emblem != nil) != test.raised || strings.Contains(body, "w:drawing") == test.raised {
			t.Errorf("%s: the picture is at another place:\n%s\n%s", test.name, b.emblem, body)
		}
		if test.raised && (!strings.Contains(string(b.emblem), `descr="Герб"`) ||
			!strings.Contains(b.emblemRelations(), pictureTarget(1, b.options.Pictures[path]))) {
			t.Errorf("%s: %s, %s", test.name, b.emblem, b.emblemRelations())
		}
	}
}
