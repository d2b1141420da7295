package word_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/word"
)

// pieces are what the bodies of FuzzFill are made of: text with names, and the
// marks that Word puts between runs.
var pieces = []string{"{", "}", "{{", "}}", "|", " ", "дата", "вопрос", "решение.текст", "участник", "голос.имя",
	"для каждого вопроса", "для каждого участника", "если тема", "если вопросы > 1", "иначе", "конец", "кому",
	"прописью",
	"иначе «нет»", "\\", "&amp;", "{дата}", "{вопрос}", "{решение}", "{участник | кому}", "{для каждого вопроса}",
	"{для каждого решения}", "{для каждого участника}", "{если тема}", "{иначе}", "{конец}", "слова"}

// shapes open (true) and close elements around them.
var shapes = []struct{ open, close string }{
	{"<w:p>", "</w:p>"}, {"<w:tbl>", "</w:tbl>"}, {"<w:tr>", "</w:tr>"}, {"<w:tc>", "</w:tc>"},
	{"<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"}, {"<w:ins w:id=\"1\">", "</w:ins>"},
	{"<w:del w:id=\"2\">", "</w:del>"}, {"<w:hyperlink>", "</w:hyperlink>"},
	{"<w:r><w:txbxContent>", "</w:txbxContent></w:r>"},
	{"<w:sdt><w:sdtPr><w:tag w:val=\"дата\"/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"},
	{"<w:fldSimple w:instr=\"MERGEFIELD номер\">", "</w:fldSimple>"},
}

// marks stand between others.
var marks = []string{`<w:bookmarkStart w:id="1" w:name="a"/>`, `<w:bookmarkEnd w:id="1"/>`, `<w:proofErr/>`,
	`<w:pPr><w:sectPr/></w:pPr>`, `<w:r><w:tab/></w:r>`, `<w:r><w:br/></w:r>`,
	`<w:r><w:drawing><wp:docPr id="1" name="x"/></w:drawing></w:r>`, `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`,
	`<w:r><w:instrText>MERGEFIELD дата</w:instrText></w:r>`, `<w:r><w:fldChar w:fldCharType="separate"/></w:r>`,
	`<w:r><w:fldChar w:fldCharType="end"/></w:r>`, `<w:commentRangeStart w:id="0"/>`,
	`<w:r><w:footnoteReference w:id="1"/></w:r>`,
	`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`}

// bodyOf makes a well-formed body of bytes.
func bodyOf(data []byte) string {
	var b strings.Builder
	var open []string
	for _, c := range data {
		switch n := int(c); {
		case n < 120:
			b.WriteString(`<w:r><w:t xml:space="preserve">` + pieces[n%len(pieces)] + `</w:t></w:r>`)
		case n < 180:
			s := shapes[n%len(shapes)]
			b.WriteString(s.open)
			open = append(open, s.close)
		case n < 210:
			b.WriteString(marks[n%len(marks)])
		case len(open) > 0:
			b.WriteString(open[len(open)-1])
			open = open[:len(open)-1]
		}
	}
	for i := len(open) - 1; i >= 0; i-- {
		b.WriteString(open[i])
	}
	return b.String()
}

// FuzzFill: a well-formed template gives a well-formed paper, or slips; it is the
// same paper each time, and its copy with remarks can be opened.
func FuzzFill(f *testing.F) {
	f.Add([]byte{121, 22, 250})
	f.Add([]byte{121, 26, 250, 121, 23, 250, 121, 31, 250})
	f.Add([]byte{122, 123, 124, 121, 24, 250, 250, 250, 250})
	f.Add([]byte{121, 0, 185, 6, 1, 250})
	data := frame(f, rich, compose.Request{})
	f.Fuzz(func(t *testing.T, seed []byte) {
		body := bodyOf(seed)
		tpl, err := word.Open("x.docx", pack(t, body, nil))
		if err != nil {
			return
		}
		paper, slips, absent := tpl.Fill(data)
		if paper != nil {
			document := written(t, paper, "word/document.xml")
			if _, err := word.Open("y.docx", pack(t, between(document), nil)); err != nil {
				t.Errorf("a filled template is damaged: %v\n%s\n%s", err, body, document)
			}
			again, _, _ := tpl.Fill(data)
			if document != written(t, again, "word/document.xml") {
				t.Errorf("filled twice, it differs: %s", body)
			}
		}
		if len(slips)+len(absent) == 0 {
			return
		}
		remarks, err := tpl.Remarks(append(slips, absent...))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := word.Open("z.docx", remarks); err != nil {
			t.Errorf("the copy with remarks is damaged: %v\n%s", err, body)
		}
	})
}
