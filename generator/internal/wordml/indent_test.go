package wordml

import (
	"testing"

	"protokol/generator/internal/flow"
)

// TestTableIndents: only lengths indent a table: its own, or else that of its style (ECMA-376-1, 17.4.50).
func TestTableIndents(t *testing.T) {
	const style = `<w:style w:type="table" w:styleId="t"><w:tblPr><w:tblInd w:w="400" w:type="dxa"/></w:tblPr></w:style>`
	for _, c := range []struct {
		indent  string
		earlier bool
		want    float64
	}{
		{``, false, 20},
		{`<w:tblInd w:w="200" w:type="dxa"/>`, false, 10},
		{`<w:tblInd w:w="200"/>`, false, 10},
		{`<w:tblInd w:w="100.0" w:type="pct"/>`, false, 0},
		{`<w:tblInd w:w="100" w:type="auto"/>`, false, 0},
		{`<w:tblInd w:w="100.0" w:type="pct"/>`, true, 5},
	} {
		paper := file{parts: map[string]string{"styles": style, "settings": `<w:compat><w:compatSetting ` +
			`w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`},
			body: `<w:tbl><w:tblPr><w:tblStyle w:val="t"/>` + c.indent + `</w:tblPr><w:tr><w:tc>` + p("", "") +
				`</w:tc></w:tr></w:tbl>` + p("", "")}.lowerAs(t, Options{PartIndents: c.earlier})
		if got := paper.Flow.Blocks[1].(*flow.Table).Shift; got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
