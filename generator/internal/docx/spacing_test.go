package docx

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/opc/opctest"
	"protokol/generator/internal/shipped"
)

// TestSpaceOfTables: the space above a table is the same below a table and below a signature as below a paragraph.
func TestSpaceOfTables(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	table := document.Table{Style: "requisites", Columns: []document.Column{{Width: 1}},
		Rows: []document.Row{{Cells: []document.Cell{{}}}}}
	format := sheet.TableStyle(table.Style)
	for name, test := range map[string]struct {
		above document.Block
		want  string
	}{
		"table":     {table, `w:before="` + twipsOfPoints(max(format.Before, format.After)-1) + `" w:line="20"`},
		"signature": {document.Signature{Name: "А.А. Первый"}, `w:after="` + twipsOfPoints(format.Before) + `"`},
	} {
		doc := &document.Document{Blocks: []document.Block{test.above, table}}
		part := opctest.Part(t, written(t, doc), "word/document.xml")
		if !strings.Contains(part, test.want) {
			t.Errorf("%s: no %s in:\n%s", name, test.want, part)
		}
	}
}
