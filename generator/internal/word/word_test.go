package word_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/compose/composetest"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/opc/opctest"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/typography"
	"protokol/generator/internal/word"
)

const source = `
number = "7"
date = 2026-03-12
start = "10:00"
place = "зал <А> & Б"
chair = "Образцов Пётр Ильич"
secretary = "Примерова Анна Викторовна"
invited = []
[council]
name = "Совет дома"
[[people]]
name = "Образцов Пётр Ильич"
position = "директор"
organization = 'ООО "Ромашка"'
[[people]]
name = "Примерова Анна Викторовна"
position = "специалист"
[[agenda]]
title = "О {дата} и планах"
vote = { for = 2, against = 0, abstained = 0 }
decisions = ["Первое", { text = "Второе", due = 2026-04-01 }]
[[agenda]]
title = "Разное"
decisions = ["Третье", "Четвёртое"]
`

func frame(t testing.TB, toml string, r compose.Request) fields.Frame {
	t.Helper()
	if r.Kind == "" {
		r.Kind = "protocol"
	}
	return fields.NewFrame(fields.Root(composetest.Facts(t, composetest.Meeting(t, toml), r)))
}

const (
	contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ` +
		`ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`
	kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

func relation(id, of, target string) string {
	return fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s"/>`, id, kind, of, target)
}

// pack returns a DOCX of a body and other parts.
func pack(t testing.TB, body string, more map[string]string) []byte {
	t.Helper()
	parts := map[string]string{
		"[Content_Types].xml": contentTypes,
		"_rels/.rels":         fmt.Sprintf(rels, relation("r1", "officeDocument", "word/document.xml")),
		"word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
			`xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wp="urn:wp"><w:body>` + body +
			`</w:body></w:document>`,
	}
	for name, data := range more {
		parts[name] = data
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range parts {
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, data)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t testing.TB, body string, more map[string]string) *word.Template {
	t.Helper()
	tpl, err := word.Open("бланк.docx", pack(t, body, more))
	if err != nil {
		t.Fatal(err)
	}
	return tpl
}

// fill returns the body of a filled template.
func fill(t testing.TB, body string) string {
	t.Helper()
	tpl := open(t, body, nil)
	p, slips, absent := tpl.Fill(frame(t, source, compose.Request{}))
	if p == nil {
		t.Fatal(tpl.Problems(slips), tpl.Absent(absent, "protocol"))
	}
	return between(written(t, p, "word/document.xml"))
}

func written(t testing.TB, p *word.Paper, name string) string {
	t.Helper()
	checkRanges(t, p)
	var b bytes.Buffer
	if err := p.Write(&b, origin.Origin{}); err != nil {
		t.Fatal(err)
	}
	return opctest.Part(t, b.Bytes(), name)
}

func between(document string) string {
	_, rest, _ := strings.Cut(document, "<w:body>")
	body, _, _ := strings.Cut(rest, "</w:body>")
	return body
}

var tags = regexp.MustCompile(`<[^>]*>`)

// text returns a body as lines: paragraphs, with their runs' formatting lost.
func text(body string) string {
	body = strings.NewReplacer("</w:p>", "\n", "<w:br/>", "⏎", "<w:tab/>", "⇥", "\u00a0", " ").Replace(body)
	return tags.ReplaceAllString(body, "")
}

func p(s string) string  { return `<w:p><w:r><w:t xml:space="preserve">` + s + `</w:t></w:r></w:p>` }
func tc(s string) string { return `<w:tc>` + s + `</w:tc>` }

// TestWords: what is printed in place of names.
func TestWords(t *testing.T) {
	for _, c := range []struct{ template, want string }{
		{"{дата}", "12 марта 2026 г."},
		{"{{ Дата }}", "12 марта 2026 г."},
		{"{дата | цифрами}", "12.03.2026"},
		{"{дата | в кавычках}", "«12» марта 2026 г."},
		{"{дата | прописью}", "двенадцатое марта две тысячи двадцать шестого года"},
		{"{дата цифрами}", "12.03.2026"},
		{"Закрыто {дата}.", "Закрыто 12 марта 2026 г."},
		{"{date}, {agenda | количество | прописью}", "12 марта 2026 г., два"},
		{"{председатель}", "П.И. Образцов"},
		{"{председатель | кому}", "П.И. Образцову"},
		{"{председатель | тв | инициалы после}", "Образцовым П.И."},
		{"{председатель | полностью | рд}", "Образцова Петра Ильича"},
		{"{chair.position | дт}", "директору"},
		{"{председатель.организация}", "ООО «Ромашка»"},
		{"{орган | о ком}", "Совете дома"},
		{"{органу}, {органа | заглавными}", "Совету дома, СОВЕТА ДОМА"},
		{"{место}", "зал &lt;А&gt; &amp; Б"},
		{"{тема | иначе «нет темы»}{город | иначе пусто}", "нет темы"},
		{"{участники | инициалы после}", "Образцов П.И., Примерова А.В."},
		{`\{дата\}`, "{дата}"},
		{"скобка } и { лежат {} {", "скобка } и { лежат {} {"},
		{"{если начало}с {начало}{конец}{если окончание} до {окончание}{конец}", "с 10.00"},
		{"{если вопросы > 1}много{иначе}один{конец}", "много"},
		{"{если нет приглашённые}никого{конец}", "никого"},
		{"{если номер = 7}семь{конец}", "семь"},
		{"{для каждого вопроса}{вопрос}; {конец}", "О {дата} и планах; Разное; "},
	} {
		if got := strings.TrimSuffix(text(fill(t, p(c.template))), "\n"); got != c.want {
			t.Errorf("%s: %q, want %q", c.template, got, c.want)
		}
	}
}

// TestSplit: a name may be split over any runs and marks; its value has the format
// of the first letter of the name, and nothing else is lost.
func TestSplit(t *testing.T) {
	run := func(properties, s string) string {
		return `<w:r><w:rPr>` + properties + `</w:rPr><w:t>` + s + `</w:t></w:r>`
	}
	body := `<w:p>` + run("<w:i/>", "Дата:{") + `<w:proofErr w:type="spellStart"/>` + run("<w:b/>", "да") +
		`<w:bookmarkStart w:id="1" w:name="a"/>` + `<w:ins w:id="3">` + run("<w:u/>", "т") + `</w:ins>` +
		`<w:del w:id="4"><w:r><w:delText>ы</w:delText></w:r></w:del><w:bookmarkEnd w:id="1"/>` +
		run("", "а} конец") + `</w:p>`
	want := `<w:p><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">Дата:</w:t></w:r><w:proofErr w:type="spellStart"/>` +
		"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + typography.Typeset("12 марта 2026 г.") +
		"</w:t></w:r>" +
		`<w:bookmarkStart w:id="1" w:name="a"/><w:ins w:id="3"><w:r><w:rPr><w:u/></w:rPr>` +
		`<w:t xml:space="preserve"></w:t></w:r></w:ins><w:del w:id="4"><w:r><w:delText>ы</w:delText></w:r></w:del>` +
		`<w:bookmarkEnd w:id="1"/><w:r><w:rPr></w:rPr><w:t xml:space="preserve"> конец</w:t></w:r></w:p>`
	if got := fill(t, body); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestRows: a table row that names fields of a list repeats itself, and so nests.
func TestRows(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"flat", table(row(tc(p("Имя"))), row(tc(p("{участник.№}. {участник.имя}")))),
			"Имя\n1. Образцов Пётр Ильич\n2. Примерова Анна Викторовна\n"},
		{"joined", table(row(tc(p("{вопрос.номер}")), tc(p("{решение.текст}")))),
			"1\nПервое\n1\nВторое\n2\nТретье\n2\nЧетвёртое\n"},
		{"nested", table(row(tc(p("{вопрос.номер}") + table(row(tc(p("{решение.текст}")))) + p("-")))),
			"1\nПервое\nВторое\n-\n2\nТретье\nЧетвёртое\n-\n"},
		{"block in a cell", table(row(tc(p("{для каждого вопроса}") + p("{вопрос}") + p("{конец}")))),
			"О {дата} и планах\nРазное\n"},
		{"rows between markers", table(row(tc(p("{для каждого вопроса}"))), row(tc(p("а"))),
			row(tc(p("{вопрос.номер}"))),
			row(tc(p("{конец}")))), "а\n1\nа\n2\n"},
		{"no rows, no table", p("до") + table(row(tc(p("{приглашённый.имя}")))) + p("после"), "до\nпосле\n"},
		{"TOML keys", table(row(tc(p("{agenda.title}: {agenda.decisions.text}")))),
			"О {дата} и планах: Первое\nО {дата} и планах: Второе\nРазное: Третье\nРазное: Четвёртое\n"},
	} {
		if got := text(fill(t, c.body)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if got := filled(t, "", map[string]string{
		"word/_rels/document.xml.rels": fmt.Sprintf(rels, relation("h", "header", "h.xml")),
		"word/h.xml":                   `<w:hdr xmlns:w="w">` + p("{если тема}") + p("х") + p("{конец}") + `</w:hdr>`,
	}, "word/h.xml"); got != "" {
		t.Errorf("a header: %q", got)
	}
	if got := fill(t, table(row(tc(p("{если тема}")+p("х")+p("{конец}"))))); !strings.HasSuffix(got,
		"<w:tc><w:p/></w:tc></w:tr></w:tbl>") {
		t.Errorf("an empty cell has no paragraph: %s", got)
	}
}

// TestBlocks: the markers of blocks vanish with their paragraphs.
func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"nested", p("{для каждого вопроса}") + p("{вопрос.номер}") + p("{для каждого решения}") + p("{решение}") +
			p("{конец}") + p("{конец}"), "1\nПервое\nВторое\n2\nТретье\nЧетвёртое\n"},
		{"condition", p("{если тема}") + p("да") + p("{иначе}") + p("нет") + p("{конец}"), "нет\n"},
		{"flattened", p("{для каждого решения}") + p("{вопрос.номер}.{решение.№}") + p("{конец}"),
			"1.1\n1.2\n2.1\n2.2\n"},
		{"condition on an item", p("{для каждого решения}") +
			p("{решение}{если решение.срок}, {решение.срок | цифрами}{конец}") +
			p("{конец}"), "Первое\nВторое, 01.04.2026\nТретье\nЧетвёртое\n"},
	} {
		if got := text(fill(t, c.body)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestCarriers: tags of content controls and merge fields are names, too.
func TestCarriers(t *testing.T) {
	sdt := `<w:sdt><w:sdtPr><w:tag w:val="дата"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr>` +
		`<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Введите дату</w:t></w:r></w:sdtContent></w:sdt>`
	got := fill(t, `<w:p>`+sdt+`</w:p>`)
	if want := "12 марта 2026 г."; text(got) != want+"\n" || !strings.Contains(got, "<w:sdt>") ||
		strings.Contains(got, "showingPlcHdr") || strings.Contains(got, "rStyle") {
		t.Errorf("control: %s", got)
	}
	field := `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD "Дата | цифрами" ` +
		`</w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>«Дата»</w:t></w:r>` +
		`<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	want := `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">12.03.2026</w:t></w:r></w:p>`
	if got := fill(t, `<w:p>`+field+`</w:p>`); got != want {
		t.Errorf("merge field: %s", got)
	}
	simple := `<w:fldSimple w:instr=" MERGEFIELD номер \* MERGEFORMAT "><w:r><w:t>x</w:t></w:r></w:fldSimple>`
	if got := text(fill(t, `<w:p>`+simple+`</w:p>`)); got != "7\n" {
		t.Errorf("simple field: %s", got)
	}
	page := `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	if got := fill(t, `<w:p>`+page+`</w:p>`); got != `<w:p>`+page+`</w:p>` {
		t.Errorf("another field changed: %s", got)
	}
}

// TestUnique: ids inside repetitions are unique.
func TestUnique(t *testing.T) {
	got := fill(t,
		p("{для каждого решения}")+`<w:p w14:paraId="00AA00AA"><w:bookmarkStart w:id="5" w:name="м"/><w:r>`+
			`<w:drawing><wp:docPr id="3" name="x"/></w:drawing><w:t>{решение}</w:t></w:r><w:bookmarkEnd w:id="5"/></w:p>`+
			`<w:p><w:permStart w:id="5"/><w:permEnd w:id="5"/></w:p>`+p("{конец}"))
	for _, pattern := range []string{`w14:paraId="(\w+)"`, `wp:docPr id="(\d+)"`, `bookmarkStart w:id="(\d+)"`,
		`bookmarkEnd w:id="(\d+)"`, `permStart w:id="(\d+)"`, `permEnd w:id="(\d+)"`, `w:name="([^"]+)"`} {
		seen := map[string]bool{}
		for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(got, -1) {
			seen[m[1]] = true
		}
		if len(seen) != 4 {
			t.Errorf("%s: %d different values of 4: %s", pattern, len(seen), got)
		}
	}
}

// TestValueIsText: a value never becomes a name, a tag or a control character.
func TestValueIsText(t *testing.T) {
	toml := strings.Replace(source, `place = "зал <А> & Б"`, `place = "а{номер}\nб\t</w:t>"`, 1)
	tpl := open(t, p("{место}"), nil)
	paper, _, _ := tpl.Fill(frame(t, toml, compose.Request{}))
	want := `а{номер}</w:t><w:br/><w:t xml:space="preserve">б</w:t><w:tab/><w:t xml:space="preserve">&lt;/w:t&gt;</w:t>`
	if got := written(t, paper, "word/document.xml"); !strings.Contains(got, want) {
		t.Errorf("%s", got)
	}
}
