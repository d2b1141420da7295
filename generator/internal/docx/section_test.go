package docx

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/opc/opctest"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/shipped"
)

// turned is a paper with two landscape pages in the middle.
func turned() *document.Document {
	cell := document.Cell{Blocks: []document.Block{para("ячейка")}}
	table := document.Table{Columns: []document.Column{{Width: 1}, {Width: 2}},
		Rows: []document.Row{{Cells: []document.Cell{cell, cell}}}}
	return &document.Document{Kind: "protocol", Title: "Протокол", Blocks: []document.Block{
		para("до"), document.PageBreak{Landscape: true}, para("широкая"), table,
		document.PageBreak{Landscape: true}, para("ещё одна"), document.PageBreak{}, para("после"),
	}}
}

// TestSections checks that pages of another orientation are a section with the
// turned size and margins, that tables fill its width, and that only the first
// section has a page without a number.
func TestSections(t *testing.T) {
	page := shipped.Sheet(t, "gost-2025").Page
	body := opctest.Part(t, written(t, turned()), bodyPart)
	sections := regexp.MustCompile(`<w:sectPr>.*?</w:sectPr>`).FindAllString(body, -1)
	if len(sections) != 3 {
		t.Fatalf("%d sections", len(sections))
	}
	portrait := `<w:pgSz w:w="` + twips(page.Width) + `" w:h="` + twips(page.Height) + `"/><w:pgMar w:top="` +
		twips(page.Top)
	landscape := `<w:pgSz w:w="` + twips(page.Height) + `" w:h="` + twips(page.Width) +
		`" w:orient="landscape"/><w:pgMar w:top="` + twips(page.Left) + `" w:right="` + twips(page.Top)
	for i, want := range []string{portrait, landscape, portrait} {
		if !regexp.MustCompile(regexp.QuoteMeta(want)).MatchString(sections[i]) {
			t.Errorf("section %d: %s", i+1, sections[i])
		}
		if first := regexp.MustCompile(`<w:titlePg/>`).MatchString(sections[i]); first != (i == 0) {
			t.Errorf("section %d: its first page is different: %v", i+1, first)
		}
	}
	if breaks := regexp.MustCompile(`<w:pageBreakBefore/>`).FindAllString(body, -1); len(breaks) != 1 {
		t.Errorf("%d page breaks inside of sections", len(breaks))
	}
	width := twips(page.Height - page.Top - page.Bottom)
	if found := regexp.MustCompile(`<w:tblW w:w="(\d+)"`).FindStringSubmatch(body); !slices.Contains(found, width) {
		t.Errorf("the table is %v wide, want %s", found, width)
	}
}

// TestSectionsValidate validates the sections with Microsoft's SDK.
func TestSectionsValidate(t *testing.T) {
	validator := outside.Program(t, "ooxml-validator")
	name := filepath.Join(t.TempDir(), "sections.docx")
	if err := os.WriteFile(name, written(t, turned()), 0o666); err != nil {
		t.Fatal(err)
	}
	if out := outside.Run(t, validator, name); !strings.Contains(out, `"ok": true`) {
		t.Error(out)
	}
}
