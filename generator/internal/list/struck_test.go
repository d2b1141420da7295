package list

import (
	"strings"
	"testing"

	"protokol/generator/internal/table"
)

// TestStruckText: recipients that somebody has struck through in a table are not
// taken in silence.
func TestStruckText(t *testing.T) {
	rows := func(first, second string) string {
		return `<row r="2">` + first + `</row><row r="3">` + second + `</row>`
	}
	inline := func(style, text string) string {
		return `<c t="inlineStr" s="` + style + `"><is><t>` + text + `</t></is></c>`
	}
	relationships := `<Relationships>` +
		`<Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="r2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/>` +
		`<Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/></Relationships>`
	workbook := func(rows string) table.Source {
		return xlsxSource(t, map[string]string{
			sheet1:                       `<worksheet><sheetData>` + header + rows + `</sheetData></worksheet>`,
			"xl/_rels/workbook.xml.rels": relationships,
			"xl/styles.xml": `<styleSheet><fonts><font/><font><strike val="0"/></font><font><strike/></font></fonts>` +
				`<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>`,
			"xl/sharedStrings.xml": `<sst><si><r><t>ООО </t></r><r><rPr><b/></rPr><t>«А»</t></r></si>` +
				`<si><r><rPr><strike/></rPr><t>ООО «Б»</t></r><r><t> ООО «В»</t></r></si></sst>`,
		})
	}
	odsCell := func(style, text string) string {
		return `<table:table-row><table:table-cell table:style-name="` + style +
			`" office:value-type="string"><text:p>` + text + `</text:p></table:table-cell></table:table-row>`
	}
	odsStyles := `<style:style style:name="a" style:family="table-cell">` +
		`<style:text-properties style:text-line-through-style="none"/></style:style>` +
		`<style:style style:name="b" style:family="table-cell">` +
		`<style:text-properties style:text-line-through-style="solid"/></style:style>` +
		`<style:style style:name="c" style:family="table-cell" style:parent-style-name="b"/>`
	for name, src := range map[string]table.Source{
		"cell style of XLSX": workbook(rows(inline("1", "ООО «А»"), inline("2", "ООО «Б»"))),
		"words of XLSX":      workbook(rows(`<c t="s"><v>0</v></c>`, `<c t="s"><v>1</v></c>`)),
		"cell style of ODS":  odsStyled(t, odsStyles, odsHeader+odsCell("a", "ООО «А»")+odsCell("c", "ООО «Б»")),
		"cell style of XLS":  file(t, "struck.xls"),
	} {
		_, records, problems := read(t, src, Options{})
		if len(records) != 2 {
			t.Errorf("%s: %q", name, records)
		}
		equal(t, name, messages(problems), []string{src.Name +
			": предупреждение: строка 3, столбец «Организация» (A): " +
			"текст в ячейке зачёркнут: если адресата исключили, удалите строку"})
	}
}

// TestStruckHTML checks the same of pages: by tags, by styles and by classes. A
// tag that ended before the cell strikes nothing.
func TestStruckHTML(t *testing.T) {
	for cells, struck := range map[string]bool{
		`<tr><td><s>ООО «Б»</s>`:                                     true,
		`<tr><td><font><strike>ООО</strike></font> «Б»`:              true,
		`<tr><td><span style="text-decoration:line-through">ООО «Б»`: true,
		`<tr style="text-decoration: line-through"><td>ООО «Б»`:      true,
		`<tr><td class="a x1">ООО «Б»`:                               true,
		`<tr><td class="x2">ООО «Б»`:                                 false,
		`<tr><td><del></del>ООО «Б»`:                                 false,
		`<tr hidden><td>ООО «Б»`:                                     false,
	} {
		page := `<html><style>td.x1 {color:red; text-decoration:line-through} .x2{color:red}</style><table>` +
			`<tr><td>Организация</tr><tr><td>ООО «А»</tr>` + cells + `</tr></table></html>`
		_, records, problems := read(t, source("a.xls", page), Options{})
		if len(records) != 2 {
			t.Errorf("%s: %q", cells, records)
		}
		if got := strings.Contains(strings.Join(messages(problems), "\n"), "зачёркнут"); got != struck {
			t.Errorf("%s: %q", cells, messages(problems))
		}
	}
}
