package word_test

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

// TestStyledIndent: a paragraph that is numbered by its style keeps the indent of the
// style when its list restarts, though a numbering of its own has that of the level.
func TestStyledIndent(t *testing.T) {
	files := map[string]string{
		"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("r1", "numbering", "numbering.xml")+
			relation("r2", "styles", "styles.xml")),
		"word/numbering.xml": `<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:pPr>` +
			`<w:ind w:left="1440" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>` +
			`<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
		"word/styles.xml": `<w:styles xmlns:w="x"><w:style w:styleId="far">` +
			`<w:pPr><w:ind w:right="99"/></w:pPr></w:style>` +
			`<w:style w:styleId="base"><w:basedOn w:val="far"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>` +
			`<w:ind w:left="0" w:firstLine="709"/></w:pPr></w:style><w:style w:styleId="d"><w:basedOn w:val="base"/>` +
			`<w:pPr><w:ind w:start="50"/></w:pPr></w:style><w:style w:styleId="bare"><w:basedOn w:val="far"/><w:pPr>` +
			`<w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>`}
	for _, c := range []struct{ properties, want string }{
		{`<w:pStyle w:val="base"/><w:spacing/><w:jc/>`,
			`</w:numPr><w:spacing/><w:ind w:left="0" w:firstLine="709"/><w:jc/>`},
		{`<w:pStyle w:val="base"/>`, `</w:numPr><w:ind w:left="0" w:firstLine="709"/></w:pPr>`},
		{`<w:pStyle w:val="base"/><w:ind w:hanging="9"/>`, `</w:numPr><w:ind w:left="0" w:hanging="9"/></w:pPr>`},
		{`<w:pStyle w:val="d"/>`, `</w:numPr><w:ind w:start="50" w:firstLine="709"/></w:pPr>`},
		{`<w:pStyle w:val="bare"/>`, `</w:numPr></w:pPr>`},
	} {
		body := p("{для каждого вопроса}") + p("{для каждого решения}") + `<w:p><w:pPr>` + c.properties +
			`</w:pPr><w:r><w:t>{решение}</w:t></w:r></w:p>` + p("{конец}") + p("{конец}")
		paper, _, _ := open(t, body, files).Fill(frame(t, source, compose.Request{}))
		if got := written(t, paper, "word/document.xml"); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q is not in %s", c.properties, c.want, got)
		}
	}
}
