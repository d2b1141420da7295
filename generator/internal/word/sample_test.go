package word_test

import (
	"fmt"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/opc/opctest"
	"protokol/generator/internal/word"
)

// fromSample makes a template from a paper about the meeting of source.
func fromSample(t testing.TB, body string, more map[string]string) *word.Draft {
	t.Helper()
	return sampled(t, source, body, more)
}

// sampled makes a template from a paper about a meeting.
func sampled(t testing.TB, toml, body string, more map[string]string) *word.Draft {
	t.Helper()
	newFrame := func() (fields.Frame, error) { return frame(t, toml, compose.Request{}), nil }
	d, err := word.FromSample("бланк.docx", pack(t, body, more), newFrame)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func run(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func TestFromSample(t *testing.T) {
	bold := func(text string) string {
		return `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
	}
	for _, test := range []struct{ name, paper, template string }{
		{"a value over runs takes the look of its first letter",
			`<w:p>` + run("от 12") + bold(" марта") + `<w:proofErr w:type="x"/>` + run(" 2026 г.") + `</w:p>`,
			`<w:p>` + run("от {дата}") + bold("") + `<w:proofErr w:type="x"/>` + run("") + `</w:p>`},
		{"braces of the paper are protected", `<w:p>` + run("{дата} от 12.03.2026") + `</w:p>`,
			`<w:p>` + run(`\{дата\} от {дата | цифрами}`) + `</w:p>`},
		{"signs of markup", `<w:p>` + run("Место: зал &lt;А&gt; &amp; Б") + `</w:p>`, `<w:p>` +
			run("Место: {место}") + `</w:p>`},
		{"a row", `<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p>` + run("Кто") +
			`</w:p></w:tc></w:tr>` +
			`<w:tr><w:tc><w:p>` + run("Образцов Пётр Ильич") + `</w:p></w:tc></w:tr>` +
			`<w:tr><w:tc><w:p>` + run("Примерова Анна Викторовна") + `</w:p></w:tc></w:tr></w:tbl>`,
			`<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p>` + run("Кто") + `</w:p></w:tc></w:tr>` +
				`<w:tr><w:tc><w:p>` + run("{участник.имя}") + `</w:p></w:tc></w:tr></w:tbl>`},
		{"marks behind a block that goes stay",
			`<w:p>` + run("1. О {дата} и планах") + `</w:p><w:bookmarkStart w:id="1" w:name="a"/><w:p>` +
				run("2. Разное") +
				`</w:p><w:bookmarkEnd w:id="1"/>`,
			`<w:p><w:r><w:t>{для каждого вопроса}</w:t></w:r></w:p><w:p>` + run("{вопрос.номер}. {вопрос.название}") +
				`</w:p><w:bookmarkStart w:id="1" w:name="a"/><w:p><w:r><w:t>{конец}</w:t></w:r></w:p>` +
				`<w:bookmarkEnd w:id="1"/>`},
		{"a text box", `<w:p><w:r><w:pict><w:txbxContent><w:p>` + run("Протокол № 7") +
			`</w:p></w:txbxContent></w:pict></w:r></w:p>`,
			`<w:p><w:r><w:pict><w:txbxContent><w:p>` + run("Протокол № {номер}") +
				`</w:p></w:txbxContent></w:pict></w:r></w:p>`},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := fromSample(t, test.paper+`<w:sectPr/>`, nil)
			if got := between(opctest.Part(t, d.File, "word/document.xml")); got != test.template+`<w:sectPr/>` {
				t.Errorf("got  %s\nwant %s", got, test.template)
			}
		})
	}
}

// TestFromSampleHeader finds facts outside of the body.
func TestFromSampleHeader(t *testing.T) {
	const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	d := fromSample(t, `<w:p>`+run("Протокол")+`</w:p>`, map[string]string{
		"word/header1.xml": `<w:hdr ` + ns + `><w:p>` + run("Протокол № 7 от 12.03.2026") + `</w:p></w:hdr>`,
		"word/_rels/document.xml.rels": fmt.Sprintf(
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/`+
				`relationships">%s</Relationships>`, relation("h", "header", "header1.xml")),
	})
	if got := opctest.Part(t, d.File, "word/header1.xml"); !strings.Contains(got, "№ {номер} от {дата | цифрами}") {
		t.Error(got)
	}
}

// TestFromSampleProperties finds facts in the title of the file. What papers would not inherit is left out.
func TestFromSampleProperties(t *testing.T) {
	d := fromSample(t, `<w:p>`+run("Протокол № 7 от 12.03.2026")+`</w:p>`, map[string]string{
		"_rels/.rels": fmt.Sprintf(rels, relation("r1", "officeDocument", "word/document.xml")+
			relation("r2", "core-properties", "core.xml")),
		"core.xml": `<c:coreProperties xmlns:c="c"><c:title>Протокол № 7 от 12.03.2026 {1}</c:title>` +
			`<c:creator>Образцов Пётр Ильич</c:creator><c:subject>Разное и 99</c:subject></c:coreProperties>`,
	})
	want := `<c:coreProperties xmlns:c="c"><c:title>Протокол № {номер} от {дата | цифрами} \{1\}</c:title></c:coreProperties>`
	if got := opctest.Part(t, d.File, "core.xml"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if told := fmt.Sprint(d.Opened.Problems(d.Slips)); !strings.Contains(told,
		`\{1\}»: останется во всех бумагах: 1`) {
		t.Error(told)
	}
}

// TestFromSampleCompares checks the report of what the template prints differently from
// the paper.
func TestFromSampleCompares(t *testing.T) {
	d := fromSample(t, `<w:p>`+run("от 12.03.26 и далее")+`</w:p>`, nil)
	told := fmt.Sprint(d.Opened.Problems(d.Slips))
	if want := "в образце «12.03.26», а по бланку выходит «12.03.2026»"; !strings.Contains(told, want) {
		t.Errorf("%s\nwant %s", told, want)
	}
	if strings.Count(told, "по бланку выходит") != 1 {
		t.Errorf("more is told than differs: %s", told)
	}
}

// TestFromSampleKeeps fills the template of a paper with nothing doubtful and gets
// the words of the paper.
func TestFromSampleKeeps(t *testing.T) {
	body := `<w:p>` + run("Протокол № 7 от 12.03.2026") + `</w:p><w:p>` + run("Место: зал &lt;А&gt; &amp; Б") +
		`</w:p><w:p>` +
		run("Председатель П.И. Образцов") + `</w:p><w:p>` + run("Секретарь А.В. Примерова") + `</w:p>`
	d := fromSample(t, body, nil)
	if len(d.Slips) > 0 {
		t.Error(d.Opened.Problems(d.Slips))
	}
	p, slips, absent := d.Opened.Fill(frame(t, source, compose.Request{}))
	if p == nil {
		t.Fatal(slips, absent)
	}
	if got := between(written(t, p, "word/document.xml")); strings.ReplaceAll(got, "\u00a0", " ") != body {
		t.Errorf("got  %s\nwant %s", got, body)
	}
}

func FuzzFromSample(f *testing.F) {
	f.Add(`<w:p>`+run("от 12.03.2026")+`</w:p>`, "7")
	f.Add(`<w:tbl><w:tr><w:tc><w:p>`+run("Разное")+`</w:p></w:tc></w:tr></w:tbl>`, "О {дата} и планах")
	f.Fuzz(func(t *testing.T, markup, text string) {
		var escaped strings.Builder
		for _, r := range text {
			if r >= ' ' && !strings.ContainsRune("<>&", r) && r < 0xD800 {
				escaped.WriteRune(r)
			}
		}
		newFrame := func() (fields.Frame, error) { return frame(t, source, compose.Request{}), nil }
		d, err := word.FromSample("x", pack(t, markup+`<w:p>`+run(escaped.String())+`</w:p>`, nil), newFrame)
		if err != nil {
			return
		}
		if _, err := d.Opened.Remarks(d.Slips); err != nil {
			t.Error(err)
		}
	})
}

// TestFromSampleRows: a table with all questions and then all decisions is filled as it was,
// not item by item.
func TestFromSampleRows(t *testing.T) {
	one := strings.NewReplacer(`["Первое", { text = "Второе", due = 2026-04-01 }]`, `["Первое"]`,
		`, "Четвёртое"]`, `]`).Replace(source)
	newFrame := func() (fields.Frame, error) { return frame(t, one, compose.Request{}), nil }
	d, err := word.FromSample("x.docx", pack(t, table(row("О {дата} и планах"), row("Разное"), row("Первое"),
		row("Третье")), nil), newFrame)
	if err != nil {
		t.Fatal(err)
	}
	const marker = "{для каждого решения}"
	if got := between(opctest.Part(t, d.File, "word/document.xml")); strings.Count(got, "{конец}") != 1 ||
		!strings.Contains(got, marker) || strings.Index(got, marker) < strings.Index(got, "{вопрос") {
		t.Error(got)
	}
	if told := fmt.Sprint(d.Opened.Problems(d.Slips)); strings.Contains(told, "по бланку выходит") {
		t.Error(told)
	}
}
