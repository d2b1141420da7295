package docx

import (
	"bytes"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/opc/opctest"
	"protokol/generator/internal/shipped"
	"protokol/generator/style"
)

// TestPageNumberText checks the footers of a sheet with words and both fields.
func TestPageNumberText(t *testing.T) {
	sheet := *shipped.Sheet(t, "gost-2025")
	sheet.PageNumber = style.PageNumber{Show: true, Text: "Страница {номер} из {всего}", FromBottom: 10, Size: 10}
	for _, first := range []bool{false, true} {
		sheet := sheet
		sheet.PageNumber.First = first
		var b bytes.Buffer
		doc := &document.Document{Kind: "protocol", Title: "Протокол", Blocks: []document.Block{para("текст")}}
		if err := new(Printer).Write(&b, doc, &sheet, options(t)); err != nil {
			t.Fatal(err)
		}
		part := func(name string) string { return opctest.Part(t, b.Bytes(), name) }
		footer := part("word/footer1.xml")
		for _, want := range []string{"<w:ftr ", ">Страница </w:t>", " PAGE ", "> из </w:t>", " NUMPAGES ",
			"</w:ftr>"} {
			if !strings.Contains(footer, want) {
				t.Errorf("no %q in %s", want, footer)
			}
		}
		if has := strings.Contains(part("word/footer2.xml"), "PAGE"); has != first {
			t.Errorf("first %t: the first page has a number: %t", first, has)
		}
		body := part(bodyPart)
		if strings.Contains(body, "headerReference") || strings.Count(body, "footerReference") != 2 {
			t.Error(body)
		}
		if types := part("[Content_Types].xml"); !strings.Contains(types, "footer2.xml") ||
			!strings.Contains(types, "wordprocessingml.footer+xml") {
			t.Error(types)
		}
	}
}
