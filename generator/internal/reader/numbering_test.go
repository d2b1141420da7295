package reader_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/reader"
)

// TestNumbers: paragraphs get the numbers that Word gives them (ECMA-376-1, 17.9): levels
// below restart, lists of one definition go on, and an override begins one anew.
func TestNumbers(t *testing.T) {
	const level = `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%s"/></w:lvl>`
	lists := `<w:numbering ` + wordNS + `><w:abstractNum w:abstractNumId="0">` + fmt.Sprintf(level, 0, "%1.") +
		fmt.Sprintf(level, 1, "%1.%2.") + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>` +
		`<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>` +
		`<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`
	item := func(list, depth string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + depth + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr>` +
			text("а") + `</w:p>`
	}
	body := item("1", "0") + item("1", "1") + item("1", "1") + item("1", "0") + item("1", "1") + item("2", "0") +
		item("3", "0") + item("3", "0") + "<w:p>" + text("б") + "</w:p>"
	got, err := reader.ReadWords(t.Context(), docx(t, body, map[string]string{"word/numbers.xml": lists,
		"word/_rels/document.xml.rels": fmt.Sprintf(relationships, related("numbering", "numbers.xml"))}))
	if err != nil {
		t.Fatal(err)
	}
	var labels []string
	for _, n := range got.Numbers {
		labels = append(labels, n.Label)
	}
	if want := strings.Fields("1. 1.1. 1.2. 2. 2.1. 3. 5. 6."); !slices.Equal(labels, want) {
		t.Errorf("%q, want %q", labels, want)
	}
}

// TestMeasures: only measures that take words out of sight are reported.
func TestMeasures(t *testing.T) {
	for properties, told := range map[string]bool{
		`<w:ind w:left="1276" w:hanging="709"/>`: false, `<w:ind w:left="-8000"/>`: true,
		`<w:ind w:hanging="8500"/>`: true,
		`<w:ind w:left="9cm"/>`:     false, `<w:ind w:left="40cm"/>`: true,
		`<w:ind w:left="5500" w:right="5500"/>`:       true,
		`<w:spacing w:line="276" w:lineRule="auto"/>`: false, `<w:spacing w:line="10"/>`: true,
		`<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>`: false, `<w:tabs><w:tab w:pos="20000"/></w:tabs>`: true,
		`<w:bidi w:val="0"/>`: false, `<w:bidi/>`: true,
	} {
		got, err := reader.ReadWords(t.Context(), docx(t, "<w:p><w:pPr>"+properties+"</w:pPr>"+text("а")+"</w:p>", nil))
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Outside) > 0 != told {
			t.Errorf("%s: %q", properties, got.Outside)
		}
	}
}
