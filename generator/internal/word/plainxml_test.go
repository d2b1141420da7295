package word_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/word"
)

// TestPlainXML: names are found in texts that are not plain characters.
func TestPlainXML(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<![CDATA[{номер} <&>]]>", "12-п &lt;&amp;&gt;"},
		{"№ <![CDATA[{но]]>мер}", "№ 12-п"},
		{"{но<!-- {дата} -->мер}<?x {?>", "12-п"},
		{"&#x7B;номер&#125;", "12-п"},
	} {
		if got := filled(t, p(c.text), nil, "word/document.xml"); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
	if got := filled(t, p("а<w:br/>{номер}"), nil, "word/document.xml"); !strings.Contains(got, "текст повреждён") {
		t.Errorf("elements in a text: %s", got)
	}
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		part := `<?xml version="1.0" encoding="UTF-16" standalone="yes"?><w:document xmlns:w="w"><w:body>` +
			p("{номер}") + `</w:body></w:document>`
		data := order.AppendUint16(nil, 0xFEFF)
		for _, unit := range utf16.Encode([]rune(part)) {
			data = order.AppendUint16(data, unit)
		}
		tpl, err := word.Open("бланк.docx", pack(t, "", map[string]string{"word/document.xml": string(data)}))
		if err != nil {
			t.Fatal(err)
		}
		paper, _, _ := tpl.Fill(frame(t, rich, compose.Request{}))
		if got := text(between(written(t, paper, "word/document.xml"))); got != "12-п\n" {
			t.Errorf("UTF-16: %q", got)
		}
	}
}
