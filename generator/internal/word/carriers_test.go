package word_test

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/opc/opctest"
)

// TestPromptStyle: the style of a prompt goes with it, whatever its id; the
// character style that the office chose stays.
func TestPromptStyle(t *testing.T) {
	body := `<w:p><w:sdt><w:sdtPr><w:tag w:val="номер"/></w:sdtPr><w:sdtContent><w:r>` +
		`<w:rPr><w:rStyle w:val="%s"/></w:rPr>` +
		`<w:t>Введите</w:t></w:r></w:sdtContent></w:sdt></w:p>`
	styles := map[string]string{
		"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("r1", "styles", "styles.xml")),
		"word/styles.xml": `<w:styles xmlns:w="x">` +
			`<w:style w:styleId="a7"><w:name w:val="Placeholder Text"/></w:style>` +
			`<w:style w:styleId="a3"><w:name w:val="Выделение"/></w:style></w:styles>`}
	for style, want := range map[string]bool{"a7": false, "a3": true} {
		tpl := open(t, fmt.Sprintf(body, style), styles)
		paper, slips, _ := tpl.Fill(frame(t, source, compose.Request{}))
		if paper == nil {
			t.Fatal(tpl.Problems(slips))
		}
		got := written(t, paper, "word/document.xml")
		if strings.Contains(got, "rStyle") != want || text(between(got)) != "7\n" {
			t.Errorf("style %s: %s", style, got)
		}
	}
}

// TestRemarkOfTextBox: Word has no comments in text boxes, so that of a slip in one
// stands at the paragraph that holds it.
func TestRemarkOfTextBox(t *testing.T) {
	tpl := open(t, `<w:p><w:r><w:txbxContent>`+p("{мсто}")+`</w:txbxContent></w:r></w:p>`, nil)
	remarks, err := tpl.Remarks(tpl.Slips(nil))
	if err != nil {
		t.Fatal(err)
	}
	document := opctest.Part(t, remarks, "word/document.xml")
	inside := document[strings.Index(document, "<w:txbxContent>"):strings.Index(document, "</w:txbxContent>")]
	if strings.Contains(inside, "comment") || strings.Count(document, "commentReference") != 1 {
		t.Errorf("%s", between(document))
	}
}

// TestHiddenPlaces: slips that the page does not show are named by where they are, with
// the nearest name.
func TestHiddenPlaces(t *testing.T) {
	for body, want := range map[string]string{
		`<w:p><w:r><w:drawing><wp:docPr id="1" descr="{эмблма}"/></w:drawing></w:r></w:p>`: "замещающий текст " +
			"рисунка «{эмблма}»: нет имени {эмблма} возможно, вы имели в виду {эмблема}",
		`<w:p><w:sdt><w:sdtPr><w:tag w:val="номерр"/></w:sdtPr><w:sdtContent>` + bare("5") +
			`</w:sdtContent></w:sdt></w:p>`: "абзац «5»: у элемента управления метка «номерр», а такого имени нет: " +
			"он останется как есть если в нём должно быть значение, исправьте метку: возможно, «номер»; " +
			"если она для другой программы, сотрите её",
	} {
		tpl := open(t, body, nil)
		list := tpl.Problems(tpl.Slips(nil))
		if len(list) != 1 || list[0].Message+" "+list[0].Hint != want {
			t.Errorf("%v, want %s", list, want)
		}
	}
}

// TestUnknownTags: a tag that is like a name is an error, another that somebody typed a
// warning, and those of editors and add-ins are left alone.
func TestUnknownTags(t *testing.T) {
	for tag, want := range map[string]string{
		"номерр": "error", "председаталь": "error", "agenda.titel": "error",
		"контрагент": "warning", "crm.deal": "warning", "Text1": "", "goog_rdk_0": "",
		"{7C2C1F0E-3A5B-4B66-9C07-0F1D2E3A4B5C}": "", "-1203478655": "", "номер": "",
	} {
		tpl := open(t, `<w:p><w:sdt><w:sdtPr><w:tag w:val="`+tag+`"/></w:sdtPr><w:sdtContent>`+bare("5")+
			`</w:sdtContent></w:sdt></w:p>`, nil)
		got := ""
		for _, one := range tpl.Problems(tpl.Slips(nil)) {
			if got = "error"; one.Severity == diag.Warning {
				got = "warning"
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
	frame := `<w:p><w:sdt><w:sdtPr><w:tag w:val="номера"/></w:sdtPr><w:sdtContent>` + bare("{номер}") +
		`</w:sdtContent></w:sdt></w:p>`
	if list := open(t, frame, nil).Problems(open(t, frame, nil).Slips(nil)); list.Failed() {
		t.Errorf("a control around names: %v", list)
	}
}
