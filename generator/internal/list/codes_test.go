package list

import (
	"regexp"
	"slices"
	"testing"

	"protokol/generator/diag"
)

// TestCodeColumn: whatever problem advises to name a column has a code, by which the
// command line and the page say how.
func TestCodeColumn(t *testing.T) {
	pair := regexp.MustCompile(`[a-z_]=([A-Z]|…)`)
	for _, csv := range []string{
		"Мама;Папа;Адрес\nИльина А.А.;Ильин О.П.;г. Ельня, 1\nКим А.А.;Ким Б.Б.;г. Ельня, 2\n",
		"а;б\n1;2\n",
		"Организация;Контактное лицо\nООО «Ель»;Ким А.А.\nООО «Ива»;Ильин О.П.\n",
		"Организация;ФИО;Должность контактного лица\nООО «Ель»;Ким А.А.;Директор\n",
		"Истец;Ответчик\nООО «Ель»;ООО «Ива»\nООО «Лес»;ООО «Сад»\n",
		"Организация;ИНН;ИНН\nООО «Ель»;7707083893;\nООО «Ива»;7707083893;\n",
		"Человек;Откуда;Чем занят\nКим А.А.;ООО «Ель»;директор\nИльин О.П.;ООО «Ива»;директор\n",
		"ФИО;Откуда\nЗуева О.Б.;АО «Ель»\nКим А.А.;АО «Ива»\n",
	} {
		l, problems := Open(source("a.csv", csv), Options{})
		problems = slices.Clone(problems)
		if l != nil {
			for r, err := range l.Records() {
				if err != nil {
					t.Fatal(err)
				}
				problems = append(problems, r.Problems...)
			}
		}
		found := 0
		for _, p := range problems {
			if !pair.MatchString(p.Hint) {
				continue
			}
			if found++; p.Code != diag.CodeColumn && p.Code != diag.CodeHeading {
				t.Errorf("%q: %s: code «%s»", p.Message, p.Hint, p.Code)
			}
		}
		if found == 0 {
			t.Errorf("%q: no hint names a column: %v", csv, problems)
		}
	}
}

// TestCodeWorksheet: a workbook with several worksheets may have the list on another one. The
// problem of the list keeps its own code.
func TestCodeWorksheet(t *testing.T) {
	const row = `<row r="1"><c r="A1" t="inlineStr"><is><t>а</t></is></c><c r="B1" t="inlineStr"><is><t>б</t></is></c></row>`
	_, problems := Open(xlsxSource(t, map[string]string{
		"xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="Обложка" sheetId="1" r:id="r1"/>` +
			`<sheet name="Список" sheetId="2" r:id="r1"/></sheets></workbook>`,
		sheet1: `<worksheet><sheetData>` + row + `</sheetData></worksheet>`,
	}), Options{})
	var codes []string
	for _, p := range problems {
		codes = append(codes, p.Code)
	}
	if !slices.Equal(codes, []string{diag.CodeHeading, diag.CodeWorksheet}) {
		t.Errorf("%q: %v", codes, problems)
	}
}
