package list

import (
	"strings"
	"testing"

	"protokol/generator/internal/table"
)

// TestElementBombs: small workbooks that unpack to more elements than any real one has, or
// to elements in elements, are refused with the part that has them, before they cost much.
func TestElementBombs(t *testing.T) {
	const row, head = `<row><c t="inlineStr"><is><t>Организация</t></is></c></row>`, `<worksheet><sheetData>`
	deep := strings.Repeat("<a>", 10_000)
	for _, test := range []struct {
		src  table.Source
		part string
	}{
		{xlsxSource(t, map[string]string{sheet1: head + row + deep}), "sheet1.xml"},
		{xlsxSource(t, map[string]string{sheet1: head + "<row><c>" + deep}), "sheet1.xml"},
		{xlsxSource(t, map[string]string{sheet1: "<worksheet>" + deep}), "sheet1.xml"},
		{xlsxSource(t, map[string]string{sheet1: head + row, "xl/sharedStrings.xml": "<sst><si>" + deep}),
			"sharedstrings.xml"},
		{xlsxSource(t, map[string]string{sheet1: head + row, "xl/workbook.xml": "<workbook>" + deep}), "workbook.xml"},
		{odsSource(t, map[string]string{"content.xml": "<office:document-content>" + deep}), "content.xml"},
		{source("a.xls", "<html>"+strings.Repeat("<table>", 10_000)), "таблиц одна в другой"},
	} {
		l, problems := Open(test.src, Options{})
		text := problems.Error()
		if l != nil || !strings.Contains(text, test.part) || !strings.Contains(text, "больше ") {
			t.Errorf("%s: %v", test.part, text)
		}
	}
}
