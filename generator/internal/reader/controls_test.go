package reader_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/internal/reader"
)

const word = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>`

// sdt returns a content control with a tag, additional properties and content.
func sdt(more, content string) string {
	return `<w:sdt><w:sdtPr><w:alias w:val="ИНН"/><w:tag w:val="a"/>` + more + `</w:sdtPr>` +
		`<w:sdtContent>` + content + `</w:sdtContent></w:sdt>`
}

func run(text string) string {
	return `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// controls lists bodies with the expected fields.
var controls = []struct {
	about, body string
	want        reader.Field
}{
	{"words", word + `<w:p>` + sdt("", run("Ёлка № 1")), reader.Field{Value: "Ёлка № 1"}},
	{
		"several runs",
		word + `<w:p>` + sdt("<w:text/>", run("Ёл")+run("ка ")+run("№ 1")),
		reader.Field{Value: "Ёлка № 1"},
	},
	{
		"lines",
		word + `<w:p>` + sdt("<w:text w:multiLine=\"1\"/>", run("а")+`<w:r><w:br/></w:r>`+run("б")),
		reader.Field{Value: "а\nб"},
	},
	{"paragraphs", word + sdt("", `<w:p>`+run("а")+`</w:p><w:p>`+run("б")+`</w:p>`), reader.Field{Value: "а\nб"}},
	{"a cell", word + `<w:tbl><w:tr>` + sdt("", `<w:tc><w:p>`+run("а")+`</w:p></w:tc>`), reader.Field{Value: "а"}},
	{"a placeholder", word + `<w:p>` + sdt("<w:showingPlcHdr/>", run("впишите")), reader.Field{Hint: "впишите"}},
	{"a former placeholder", word + `<w:p>` + sdt(`<w:showingPlcHdr w:val="0"/>`, run("а")), reader.Field{Value: "а"}},
	{
		"tracked changes",
		word + `<w:p>` + sdt("", `<w:ins>`+run("новое")+`</w:ins>`+
			`<w:del><w:r><w:delText>старое</w:delText></w:r></w:del>`+
			`<w:moveFrom>`+run("ушло")+`</w:moveFrom><w:moveTo>`+run(" пришло")+`</w:moveTo>`),
		reader.Field{Value: "новое пришло"},
	},
	{
		"alternate content",
		word + `<w:p>` + sdt("", `<mc:AlternateContent><mc:Choice>`+run("а")+`</mc:Choice>`+
			`<mc:Fallback>`+run("а")+`</mc:Fallback></mc:AlternateContent>`),
		reader.Field{Value: "а"},
	},
	{"text of a drawing", word + `<w:p>` + sdt("", run("а")+`<a:t>диаграмма</a:t>`), reader.Field{Value: "а"}},
	{
		"a control without a tag inside",
		word + `<w:p>` + sdt("", run("а ")+`<w:sdt><w:sdtPr/><w:sdtContent>`+run("б")+`</w:sdtContent></w:sdt>`),
		reader.Field{Value: "а б"},
	},
	{
		"a control without a tag outside",
		word + `<w:sdt><w:sdtPr><w:group/></w:sdtPr><w:sdtContent><w:p>` + run("форма") + sdt("", run("а")) +
			`</w:p></w:sdtContent></w:sdt>`,
		reader.Field{Value: "а"},
	},
	{
		"signs",
		word + `<w:p>` + sdt("", `<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:noBreakHyphen/><w:t>в</w:t></w:r>`),
		reader.Field{Value: "а\tб\u2011в"},
	},
	{
		"a date",
		word + `<w:p>` + sdt(
			`<w:date w:fullDate="2026-02-01T00:00:00Z"><w:dateFormat w:val="dd.MM.yyyy"/></w:date>`, run("01.02.2026")),
		reader.Field{Value: "01.02.2026", Date: "2026-02-01"},
	},
	{
		"a date not given",
		word + `<w:p>` + sdt(`<w:showingPlcHdr/><w:date w:fullDate="2026-02-01T00:00:00Z"/>`, run("дата")),
		reader.Field{Hint: "дата"},
	},
	{
		"a tick",
		word + `<w:p>` + sdt(`<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>`, run("☒")),
		reader.Field{Kind: reader.CheckBox, Checked: true},
	},
	{
		"no tick",
		word + `<w:p>` + sdt(
			`<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612"/></w14:checkbox>`, run("☐")),
		reader.Field{Kind: reader.CheckBox},
	},
	{
		"a tick in the data alone",
		word + `<w:p>` + sdt(`<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>`, run("☐")),
		reader.Field{Kind: reader.CheckBox, Checked: true, Off: true, Hint: "☐"},
	},
	{
		"a cross in place of a tick",
		word + `<w:p>` + sdt(`<w14:checkbox/>`, run("х")),
		reader.Field{Kind: reader.CheckBox, Checked: true},
	},
	{"a picture", word + `<w:p>` + sdt("<w:picture/>", ""), reader.Field{Kind: reader.OtherField}},
	{
		"strict OOXML",
		strings.ReplaceAll(word, "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
			"http://purl.oclc.org/ooxml/wordprocessingml/main") + `<w:p>` + sdt("", run("а")),
		reader.Field{Value: "а"},
	},
}

// closed closes the open elements of a body.
func closed(body string) string {
	var ends []string
	for _, name := range []string{"w:tr", "w:tbl"} {
		if strings.Contains(body, "<"+name+">") {
			ends = append(ends, "</"+name+">")
		}
	}
	if strings.Count(body, "<w:p>") > strings.Count(body, "</w:p>") {
		ends = append([]string{"</w:p>"}, ends...)
	}
	return body + strings.Join(ends, "") + "</w:body></w:document>"
}

func TestControls(t *testing.T) {
	for _, test := range controls {
		if test.want.Kind == 0 && test.about != "a picture" {
			test.want.Kind = reader.TextField
		}
		test.want.Name, test.want.Title = "a", "ИНН"
		body, err := reader.Controls(archive(t, map[string]string{"word/document.xml": closed(test.body)}))
		if err != nil {
			t.Errorf("%s: %v", test.about, err)
			continue
		}
		if diff := cmp.Diff([]reader.Field{test.want}, body.Fields); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.about, diff)
		}
		if want := test.about == "a control without a tag outside"; body.Words != want {
			t.Errorf("%s: words outside: %v", test.about, body.Words)
		}
	}
}

// TestMainPart checks that the body is found by the relationships of the
// package.
func TestMainPart(t *testing.T) {
	body, err := reader.Controls(archive(t, map[string]string{
		"_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Target="/word/document2.xml"` +
			` Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>` +
			`</Relationships>`,
		"word/document2.xml": closed(word + "<w:p>" + sdt("", run("а"))),
		"word/document.xml":  closed(word),
	}))
	if err != nil || len(body.Fields) != 1 {
		t.Errorf("%+v, %v", body, err)
	}
}

// TestHostileControls checks that files over a limit are rejected with a
// message.
func TestHostileControls(t *testing.T) {
	for about, parts := range map[string]map[string]string{
		"no body":     {"xl/workbook.xml": "<x/>"},
		"no XML":      {"word/document.xml": "MZ"},
		"broken XML":  {"word/document.xml": word + "<w:p>"},
		"a bomb":      {"word/document.xml": word + strings.Repeat(" ", 33<<20)},
		"many fields": {"word/document.xml": closed(word + strings.Repeat(sdt("", ""), 6000))},
		"entities":    {"word/document.xml": `<!DOCTYPE x [<!ENTITY a "a">]><w:document>&a;</w:document>`},
		"fields in depth": {"word/document.xml": word +
			strings.Repeat(`<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent>`, 100_000)},
	} {
		if _, err := reader.Controls(archive(t, parts)); err == nil {
			t.Errorf("%s is read", about)
		} else {
			isRussian(t, err)
		}
	}
}

// TestMarks checks the text of bookmarks, which does not include placeholders,
// and that they have a name if LibreOffice dropped the tag.
func TestMarks(t *testing.T) {
	begin := `<w:bookmarkStart w:id="7" w:name="a_b"/>`
	const end = `<w:bookmarkEnd w:id="7"/>`
	hinted := strings.Replace(sdt("<w:showingPlcHdr/>", begin+run("впишите")), `<w:tag w:val="a"/>`, "", 1)
	for body, want := range map[string]reader.Field{
		run("до") + begin + run("Ёл") + run("ка") + end + run("после"): {Value: "Ёлка"},
		begin + sdt("", run("Ёлка")) + end:                             {Value: "Ёлка", Title: "ИНН"},
		hinted + end:                                                   {Title: "ИНН"},
		`<w:bookmarkStart w:id="8" w:name="_GoBack"/>` + begin + `<w:bookmarkEnd w:id="8"/>` +
			run("а") + `<w:r><w:br/></w:r>` + run("б") + end: {Value: "а\nб"},
	} {
		want.Name, want.Kind = "a_b", reader.TextField
		read, err := reader.Controls(archive(t, map[string]string{"word/document.xml": closed(word + "<w:p>" + body)}))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]reader.Field{want}, read.Bookmarks); diff != "" {
			t.Errorf("%s (-want +got):\n%s", body, diff)
		}
	}
}
