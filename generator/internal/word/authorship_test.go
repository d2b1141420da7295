package word_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/opc/opctest"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/word"
)

const (
	coreAbout = `<c:title>О {номер}</c:title>`
	coreBy    = `<c:creator>Иванова</c:creator><c:lastModifiedBy>Петров</c:lastModifiedBy>`
	coreMade  = `<c:created>2019</c:created>`
	appTitles = `<TitlesOfParts><lpstr>Письмо Сидорову</lpstr></TitlesOfParts>`
	appBase   = `<HyperlinkBase>http://a.example/</HyperlinkBase>`
	appBy     = `<Company>ООО</Company><Manager>Сидоров</Manager>`
	madeToday = `<d:created xmlns:d="http://purl.org/dc/terms/" ` +
		`xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="d:W3CDTF">2026-03-12T00:00:00Z</d:created>`
)

// authored is a template with properties that say who made it.
func authored(t *testing.T, text, core string) []byte {
	t.Helper()
	return pack(t, p("{номер}")+text, map[string]string{
		"_rels/.rels": fmt.Sprintf(rels, relation("r1", "officeDocument", "word/document.xml")+
			relation("r2", "core-properties", "docProps/core.xml")+
			relation("r3", "extended-properties", "docProps/app.xml")),
		"docProps/core.xml": `<c:coreProperties xmlns:c="c">` + core + `</c:coreProperties>`,
		"docProps/app.xml":  `<Properties>` + appBase + appBy + appTitles + `</Properties>`,

		"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("r4", "people", "people.xml")),
		"word/people.xml":              `<w15:people/>`,
	})
}

// propertiesOf fills a template and returns the properties of the paper.
func propertiesOf(t *testing.T, tpl *word.Template) string {
	t.Helper()
	paper, slips, _ := tpl.Fill(frame(t, source, compose.Request{}))
	if paper == nil {
		t.Fatal(tpl.Problems(slips))
	}
	paper.Created = time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)
	var b bytes.Buffer
	if err := paper.Write(&b, origin.Origin{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(opctest.Part(t, b.Bytes(), "word/_rels/document.xml.rels"), "people") {
		t.Error("the paper names reviewers")
	}
	core := strings.TrimPrefix(opctest.Part(t, b.Bytes(), "docProps/core.xml"), `<c:coreProperties xmlns:c="c">`)
	app := strings.TrimPrefix(opctest.Part(t, b.Bytes(), "docProps/app.xml"), `<Properties>`)
	return strings.TrimSuffix(core, `</c:coreProperties>`) + strings.TrimSuffix(app, `</Properties>`)
}

// TestAuthorship: papers do not say who made the template, when, and what it was about, unless
// its text prints that; they say when they were made, and what names fill stays.
func TestAuthorship(t *testing.T) {
	field := func(codes ...string) string {
		made := `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>`
		for _, code := range codes {
			made += `<w:r><w:instrText xml:space="preserve">` + code + `</w:instrText></w:r>`
		}
		return made + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
	}
	bound := func(xpath string) string {
		return `<w:sdt><w:sdtPr><w:dataBinding w:xpath="` + xpath + `" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>` +
			p("x") + `</w:sdtContent></w:sdt>`
	}
	const title, creator = `<c:title>О 7</c:title>`, `<c:creator>Иванова</c:creator>`
	for _, c := range []struct{ text, core, want string }{
		{"", coreAbout + coreBy + coreMade, title + madeToday + appBase},
		{"", `<c:creator>{секретарь}</c:creator>`, `<c:creator>А.В. Примерова</c:creator>` + madeToday +
			appBase},
		{field(" AUT", "HOR "), coreAbout + coreBy, title + creator + madeToday + appBase},
		{field(` DOCPROPERTY "Author" `), coreBy, creator + madeToday + appBase},
		{field(" INFO  Author "), coreBy, creator + madeToday + appBase},
		{field(" DOCPROPERTY Номер ") + field(" AUTHORS ") + `<w:fldSimple w:instr="PAGE"/>`, coreBy,
			madeToday + appBase},
		{`<w:p><w:fldSimple w:instr=" DOCPROPERTY Company "/></w:p>`, coreBy, madeToday + appBase +
			`<Company>ООО</Company>`},
		{field(` CREATEDATE \@ "yyyy" `), coreBy + coreMade, coreMade + appBase},
		{bound("/a:coreProperties[1]/b:title[1]"), coreAbout + coreBy, title + madeToday + appBase},
		{bound("/a:coreProperties[1]/b:creator[1]"), coreBy, creator + madeToday + appBase},
		{"", `<c:title>Письмо Сидорову</c:title><c:subject>Долг</c:subject><c:category>Иск</c:category>` +
			`<c:version>2</c:version>`,
			madeToday + appBase},
		{field(" TITLE "), `<c:title>Письмо</c:title><c:subject>Долг</c:subject>`, `<c:title>Письмо</c:title>` +
			madeToday + appBase},
		{bound("/a:Properties[1]/a:Manager[1]"), coreBy, madeToday + appBase + `<Manager>Сидоров</Manager>`},
	} {
		tpl, err := word.Open("x.docx", authored(t, c.text, c.core))
		if err != nil {
			t.Fatal(err)
		}
		if got := propertiesOf(t, tpl); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.text, got, c.want)
		}
		keeps := c.text != "" && c.want != madeToday+appBase
		if carried := strings.Join(tpl.Carried(), ""); strings.Contains(carried, "печатает") != keeps {
			t.Errorf("%s: carried: %s", c.text, carried)
		}
	}
}

// TestCustomProperties: papers have the properties that users of a template added only if its
// text prints them or a name fills them; by rules before 10 they have all.
func TestCustomProperties(t *testing.T) {
	const printed, filled, other = `<property name="Дело"><l:lpwstr>01-12</l:lpwstr></property>`,
		`<property name="Номер"><l:lpwstr>№ {номер}</l:lpwstr></property>`,
		`<property name="Должник"><l:lpwstr>Сидоров</l:lpwstr></property>`
	nested := `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:instrText> </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
	file := pack(t, p("{номер}")+nested+`<w:p><w:fldSimple w:instr=" DOCPROPERTY дело "/></w:p>`, map[string]string{
		"_rels/.rels": fmt.Sprintf(rels, relation("r1", "officeDocument", "word/document.xml")+
			relation("r2", "custom-properties", "docProps/custom.xml")),
		"docProps/custom.xml": `<Properties xmlns:l="l">` + printed + filled + other + `</Properties>`,
	})
	for rules, kept := range map[int]string{0: "", 10: "", 9: other, 7: other} {
		tpl, err := word.OpenBy("x.docx", file, rules)
		if err != nil {
			t.Fatal(err)
		}
		paper, slips, _ := tpl.Fill(frame(t, source, compose.Request{}))
		if paper == nil {
			t.Fatal(tpl.Problems(slips))
		}
		var b bytes.Buffer
		if err := paper.Write(&b, origin.Origin{}); err != nil {
			t.Fatal(err)
		}
		want := `<Properties xmlns:l="l">` + printed + strings.Replace(filled, "{номер}", "7", 1) + kept +
			`</Properties>`
		if got := opctest.Part(t, b.Bytes(), "docProps/custom.xml"); got != want {
			t.Errorf("rules %d:\ngot  %s\nwant %s", rules, got, want)
		}
	}
}

// TestAuthorshipEarlier: the files of papers of rules before 8 have the properties of the
// template, those of rules before 10 have the ones about its content.
func TestAuthorshipEarlier(t *testing.T) {
	const subject = `<c:subject>Долг</c:subject>`
	for rules, want := range map[int]string{
		7:  coreBy + coreMade + subject + appBase + appBy + appTitles,
		9:  subject + madeToday + appBase + appTitles,
		10: madeToday + appBase,
	} {
		tpl, err := word.OpenBy("x.docx", authored(t, "", coreBy+coreMade+subject), rules)
		if err != nil {
			t.Fatal(err)
		}
		if got := propertiesOf(t, tpl); got != want {
			t.Errorf("rules %d:\ngot  %s\nwant %s", rules, got, want)
		}
	}
}

// TestRowsEarlier: adjacent rows of papers of rules before 8 repeat one after the other.
func TestRowsEarlier(t *testing.T) {
	tpl, err := word.OpenBy("x.docx", pack(t, table(row("{вопрос.номер}"), row("{решение}")), nil), 7)
	if err != nil {
		t.Fatal(err)
	}
	paper, slips, _ := tpl.Fill(frame(t, source, compose.Request{}))
	if paper == nil {
		t.Fatal(tpl.Problems(slips))
	}
	if got := strings.Join(strings.Fields(paper.Text()), " "); !strings.Contains(got, "1 2 Первое") {
		t.Error(got)
	}
}
