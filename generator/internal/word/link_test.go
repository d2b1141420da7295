package word_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/compose/composetest"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/opc/opctest"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/word"
)

// external returns a relationship to something outside of the package.
func external(id, of, target string) string {
	return strings.Replace(relation(id, of, target), "/>", ` TargetMode="External"/>`, 1)
}

// saved fills a template and returns the file.
func saved(t *testing.T, tpl *word.Template, f fields.Frame) []byte {
	t.Helper()
	paper, slips, absent := tpl.Fill(f)
	if paper == nil {
		t.Fatal(tpl.Problems(slips), tpl.Absent(absent, "protocol"))
	}
	var b bytes.Buffer
	if err := paper.Write(&b, origin.Origin{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestLinks: names in the targets of hyperlinks are filled, with a relationship for
// each target; other targets stay.
func TestLinks(t *testing.T) {
	const declared = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" `
	to := func(id, text string) string {
		return `<w:p><w:hyperlink ` + declared + `r:id="` + id + `"><w:r><w:t>` + text +
			`</w:t></w:r></w:hyperlink></w:p>`
	}
	more := map[string]string{"word/_rels/document.xml.rels": fmt.Sprintf(rels,
		external("l1", "hyperlink", "mailto:{почта}")+external("l2", "hyperlink", "https://example.org/?n=%7Bномер%7D")+
			external("l3", "hyperlink", "https://example.org/{участник.имя}")+
			external("l4", "hyperlink", "https://example.org/{3F25-abc}/{guid}")+
			relation("h", "header", "header1.xml")),
		"word/header1.xml": `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` + to("l1",
			"x") + `</w:hdr>`,
		"word/_rels/header1.xml.rels": fmt.Sprintf(rels, external("l1", "hyperlink", "mailto:{почта}"))}
	code := `<w:p>` + fieldRuns(`HYPERLINK &quot;mailto:{почта}?subject={номер}&quot;`, "{почта}") + `</w:p>`
	tpl := open(t, to("l1", "{почта}")+to("l2", "x")+to("l4", "x")+table(row(p("{участник.№}")+
		to("l3", "{участник.имя}")))+code, more)
	file := saved(t, tpl, frame(t, strings.Replace(source, "[council]",
		"[letterhead]\nemail = \"a%+b@example.org\"\n[council]", 1), compose.Request{}))
	links := opctest.Part(t, file, "word/_rels/document.xml.rels")
	for _, want := range []string{"mailto:a%25+b@example.org", "https://example.org/?n=7",
		"https://example.org/Образцов%20Пётр%20Ильич", "https://example.org/Примерова%20Анна%20Викторовна",
		"https://example.org/{3F25-abc}/{guid}"} {
		if strings.Count(links, `Target="`+want+`" TargetMode="External"`) != 1 {
			t.Errorf("no %s in %s", want, links)
		}
	}
	if strings.Contains(links, "{почта}") || strings.Contains(links, "номер") {
		t.Errorf("names stay in %s", links)
	}
	if got := opctest.Part(t, file, "word/_rels/header1.xml.rels"); strings.Contains(got, "почта") ||
		!strings.Contains(got, "mailto:a%25+b@example.org") {
		t.Errorf("header: %s", got)
	}
	remarks, err := tpl.Remarks([]word.Slip{{Message: "x"}})
	if err != nil || !strings.Contains(opctest.Part(t, remarks, "word/_rels/document.xml.rels"), `Id="l1"`) {
		t.Errorf("the copy with remarks lacks a relationship that it refers to: %v", err)
	}
	body := opctest.Part(t, file, "word/document.xml")
	if !strings.Contains(body, `HYPERLINK &quot;mailto:a%25+b@example.org?subject=7&quot;`) ||
		!strings.Contains(body, `r:id="l4"`) || strings.Contains(body, `r:id="l1"`) {
		t.Errorf("%s", between(body))
	}
}

// TestHeaderPicture: a picture in a header is replaced, with a relationship of the
// header, even if the header had none.
func TestHeaderPicture(t *testing.T) {
	more := map[string]string{"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("h", "header",
		"header1.xml")),
		"word/header1.xml": `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
			`xmlns:wp="wp">` + drawing("{эмблема}") + `</w:hdr>`}
	m := composetest.Meeting(t, rich)
	m.Council.Emblem = &meeting.Picture{File: "e.png", Alt: "Герб", Prepared: prepared("A", 20, 10)}
	file := saved(t, open(t, p("x"), more), frameOf(t, m))
	links := opctest.Part(t, file, "word/_rels/header1.xml.rels")
	if !strings.Contains(links, `Target="/word/media/protokol1-1.png"`) || opctest.Part(t, file,
		"word/media/protokol1-1.png") != "A" {
		t.Errorf("relationships of the header: %s", links)
	}
	if got := opctest.Part(t, file, "word/header1.xml"); !strings.Contains(got, `r:embed="protokol1-1"`) {
		t.Errorf("header: %s", got)
	}
}

// TestProperties: names in the properties of the file, which fields such as TITLE
// print, are filled.
func TestProperties(t *testing.T) {
	more := map[string]string{"_rels/.rels": fmt.Sprintf(rels, relation("r1", "officeDocument", "word/document.xml")+
		relation("r2", "core-properties", "docProps/core.xml")),
		"docProps/core.xml": `<c:coreProperties xmlns:c="c" xmlns:d="d">` +
			`<d:title>Протокол № {номер} &amp; {место}</d:title><d:subject>{тема | иначе «—»}</d:subject></c:coreProperties>`}
	file := saved(t, open(t, p("x"), more), frame(t, source, compose.Request{}))
	want := `<c:coreProperties xmlns:c="c" xmlns:d="d"><d:title>Протокол № 7 &amp; зал &lt;А&gt; &amp; Б</d:title>` +
		`<d:subject>—</d:subject></c:coreProperties>`
	if got := opctest.Part(t, file, "docProps/core.xml"); strings.ReplaceAll(got, "\u00a0", " ") != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	more["docProps/core.xml"] = `<c:coreProperties xmlns:c="c"><c:title>{нмер}</c:title></c:coreProperties>`
	slips := open(t, p("x"), more).Slips(nil)
	if len(slips) != 1 || !strings.Contains(open(t, p("x"), more).Problems(slips)[0].Message, "свойства файла") {
		t.Errorf("%v", slips)
	}
}

// TestMailMerge: a paper does not ask for the list of recipients of an old mail
// merge.
func TestMailMerge(t *testing.T) {
	more := map[string]string{"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("s", "settings",
		"settings.xml")),
		"word/settings.xml": `<w:settings xmlns:w="w"><w:zoom/><w:mailMerge>` +
			`<w:dataSource r:id="m" xmlns:r="r"/></w:mailMerge><w:mirrorMargins/></w:settings>`,
		"word/_rels/settings.xml.rels": fmt.Sprintf(rels, external("m", "mailMergeSource", `file:///C:\list.xlsx`)+
			relation("d", "recipientData", "recipientData.xml")),
		"word/recipientData.xml": "<recipients/>"}
	file := saved(t, open(t, p("{номер}"), more), frame(t, source, compose.Request{}))
	const settings = `<w:settings xmlns:w="w"><w:zoom/><w:mirrorMargins/></w:settings>`
	if got := opctest.Part(t, file, "word/settings.xml"); got != settings {
		t.Errorf("settings: %s", got)
	}
	if got := opctest.Part(t, file, "word/_rels/settings.xml.rels"); strings.Contains(got, "<Relationship ") {
		t.Errorf("relationships: %s", got)
	}
	if bytes.Contains(file, []byte("recipientData")) {
		t.Error("the list of recipients stays")
	}
}

// TestPartsForPrinting: the parts of a paper with pictures and links of its own hold
// the relationships and the pictures, which printing needs.
func TestPartsForPrinting(t *testing.T) {
	m := composetest.Meeting(t, rich)
	m.Council.Emblem = &meeting.Picture{File: "e.png", Alt: "Герб", Prepared: prepared("A", 20, 10)}
	paper, _, _ := open(t, drawing("{эмблема}"), nil).Fill(frameOf(t, m))
	if paper == nil {
		t.Fatal("not filled")
	}
	parts := paper.Parts()
	if string(parts["word/media/protokol1-1.png"]) != "A" ||
		!strings.Contains(string(parts["word/_rels/document.xml.rels"]), "protokol1-1.png") {
		t.Errorf("%d parts without the picture", len(parts))
	}
}

// TestSimpleFieldLinks: the target of a simple field HYPERLINK is filled, too.
func TestSimpleFieldLinks(t *testing.T) {
	made := fill(t, `<w:p><w:fldSimple w:instr=" HYPERLINK `+
		`&quot;https://example.org/?n={номер}&amp;p={место}&quot; ">`+
		bare("№ {номер}")+`</w:fldSimple></w:p>`)
	if !strings.Contains(made, `&quot;https://example.org/?n=7&amp;p=зал%20%3CА%3E%20%26%20Б&quot; `) ||
		!strings.Contains(made, "№ 7") {
		t.Error(made)
	}
}
