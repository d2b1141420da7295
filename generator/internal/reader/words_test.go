package reader_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/internal/reader"
)

const (
	relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`%s</Relationships>`
	wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

func related(kind, target string) string {
	return fmt.Sprintf(
		`<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`,
		target, kind, target)
}

// shown is a section with the headers that related relates.
const shown = `<w:sectPr><w:headerReference r:id="odd.xml"/><w:footerReference r:id="/word/foot.xml"/>` +
	`<w:headerReference r:id="same.xml"/><w:headerReference r:id="a.xml"/></w:sectPr>`

// docx returns a DOCX with a body and other parts.
func docx(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	all := map[string]string{
		"_rels/.rels":       fmt.Sprintf(relationships, related("officeDocument", "word/document.xml")),
		"word/document.xml": "<w:document " + wordNS + "><w:body>" + body + "</w:body></w:document>",
	}
	for name, content := range parts {
		all[name] = content
	}
	return archive(t, all)
}

func text(words string) string { return `<w:r><w:t xml:space="preserve">` + words + "</w:t></w:r>" }

// attributes returns so many attributes, each with a name of its own.
func attributes(count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, `w:a%d="" `, i)
	}
	return b.String()
}

// lateField is what papers have for LibreOffice.
const lateField = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>` +
	`<w:r><w:instrText> SET keep "1" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

// TestReadWords checks that the visible words are read and no others.
func TestReadWords(t *testing.T) {
	field := func(code, result string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` + code + `</w:instrText></w:r>` +
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + text(result) +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	for name, test := range map[string]struct {
		body string
		want reader.Words
	}{
		"runs": {"<w:p>" + text("Утвер") + "<w:proofErr/>" + text("дить") + text(" план.") + "</w:p>",
			reader.Words{Body: []string{"Утвердить план."}}},
		"spaces": {"<w:p>" + text("а\u00a0б") + "<w:r><w:tab/><w:t>в</w:t><w:br/><w:t>г</w:t></w:r></w:p>",
			reader.Words{Body: []string{"а б в г"}}},
		"hyphens": {"<w:p><w:r><w:t>а\u2011б\u00adв</w:t><w:noBreakHyphen/><w:t>г</w:t></w:r></w:p>",
			reader.Words{Body: []string{"а-бв-г"}}},
		"a divided word": {"<w:p><w:r><w:t>а</w:t><w:softHyphen/><w:t>б</w:t></w:r></w:p>",
			reader.Words{Body: []string{"аб"}}},
		"an empty paragraph": {"<w:p/><w:p>" + text(" ") + "</w:p>", reader.Words{}},
		"a table": {"<w:tbl><w:tr><w:tc><w:p>" + text("а") + "</w:p></w:tc><w:tc><w:p>" + text("б") +
			"</w:p></w:tc></w:tr></w:tbl>", reader.Words{Body: []string{"а", "б"}, Cells: []string{"а", "б", "\n"}}},
		"hidden": {`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>нет</w:t></w:r>` + text("да") + `</w:p>`,
			reader.Words{Body: []string{"да"}, Hidden: []string{"нет"}}},
		"not hidden": {`<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>да</w:t></w:r></w:p>`,
			reader.Words{Body: []string{"да"}}},
		"attributes of other programs": {`<w:p><w:r xmlns:x="urn:x"><w:rPr><w:vanish x:val="0"/></w:rPr>` +
			`<w:t>а</w:t></w:r>` +
			`<w:r><w:rPr><w:vanish val="0"/></w:rPr><w:t>б</w:t></w:r></w:p>`,
			reader.Words{Hidden: []string{"а", "б"}, Outside: []string{
				"разметка, которую часть программ понимает иначе"}}},
		"attributes of the other version": {`<w:p><w:r xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main">` +
			`<w:rPr><w:color s:val="FFFFFF"/></w:rPr><w:t>да</w:t></w:r></w:p>`, reader.Words{Body: []string{"да"},
			Outside: []string{"разметка двух версий, из которых программы понимают одну"}}},
		"attributes called alike": {`<w:p><w:pPr><w:jc xmlns:x="urn:x" x:val="left" w:val="right"/></w:pPr>` +
			text("да") + `</w:p>`, reader.Words{Body: []string{"да"},
			Outside: []string{"разметка, которую часть программ понимает иначе"}}},
		"more attributes than there are": {`<w:p>` + strings.Replace(text("да"), "<w:t ", "<w:t "+attributes(101), 1) +
			`</w:p>`, reader.Words{Body: []string{"да"},
			Outside: []string{"разметка, которую часть программ понимает иначе"}}},
		"sizes in points": {`<w:p><w:r><w:rPr><w:sz w:val="14pt"/></w:rPr><w:t>да</w:t></w:r></w:p>`,
			reader.Words{Body: []string{"да"}}},
		"a note": {`<w:p>` + text("сумма 10") + `<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
			reader.Words{Body: []string{"сумма 10"}, Outside: []string{"сноска после слова «10»"},
				Notes: []reader.Note{{Where: "сноска после слова «10»", Text: "без слов"}}}},
		"a hidden mark": {`<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>` + text("да") + `</w:p>`,
			reader.Words{Body: []string{"да"}, Outside: []string{"скрытый конец абзаца"}}},
		"revised": {`<w:p><w:ins>` + text("да") + `</w:ins>` +
			`<w:del><w:r><w:delText>нет</w:delText></w:r></w:del>` +
			`<w:moveFrom>` + text("нет") + `</w:moveFrom></w:p>`,
			reader.Words{Body: []string{"да"}, Removed: []string{"нет", "нет"}, Revised: true}},
		"a page number": {"<w:p>" + field(" PAGE ", "7") + text("стр.") + "</w:p>",
			reader.Words{Body: []string{"⟨№⟩стр."}}},
		"a date": {"<w:p>" + field(` DATE \@ "d" `, "1 мая") + "</w:p>",
			reader.Words{Body: []string{"1 мая"}, Fields: []string{"DATE"}}},
		"a field for LibreOffice": {"<w:p>" + text("а") + lateField + "</w:p>", reader.Words{Body: []string{"а"}}},
		"such a field with words": {"<w:p>" + field(` SET keep "1" `, "б") + "</w:p>",
			reader.Words{Body: []string{"б"}, Fields: []string{"SET"}}},
		"a field for LibreOffice, updated by Word": {"<w:p>" + text("а") +
			strings.Replace(field(` SET keep "1" `, "1"),
				text("1"),
				`<w:bookmarkStart w:id="0" w:name="keep"/>`+text("1")+`<w:bookmarkEnd w:id="0"/>`, 1) + "</w:p>",
			reader.Words{Body: []string{"а"}}},
		"a field for LibreOffice, saved by it": {"<w:p>" + text("а") + strings.Replace(field(` SET keep "1" `, ""),
			text(""), `<w:bookmarkStart w:id="0" w:name="keep"/><w:r/><w:bookmarkEnd w:id="0"/>`, 1) + "</w:p>",
			reader.Words{Body: []string{"а"}}},
		"such a field with a sign": {"<w:p>" + strings.Replace(field(` SET keep "1" `, ""), text(""),
			"<w:r><w:noBreakHyphen/></w:r>", 1) + "</w:p>", reader.Words{Body: []string{"-"}, Fields: []string{"SET"}}},
		"such a field with two results": {"<w:p>" + strings.Replace(field(` SET keep "1" `, "1"), text("1"),
			text("1")+text("1"), 1) + "</w:p>", reader.Words{Body: []string{"1"}, Fields: []string{"SET"}}},
		"such a field behind another space": {"<w:p>" + field("\u00a0SET keep \"1\"", "1") + "</w:p>",
			reader.Words{Body: []string{"1"}, Fields: []string{"SET"}}},
		"such a field over two paragraphs": {"<w:p>" + strings.Replace(field(` SET keep "1" `, ""), text(""),
			"</w:p><w:p>", 1) + "</w:p>", reader.Words{Fields: []string{"SET"}}},
		"such a field in a control": {`<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent><w:p>` +
			field(` SET keep "1" `, "1") + `</w:p></w:sdtContent></w:sdt>`, reader.Words{Fields: []string{"SET"},
			Form:  []reader.Field{{Name: "a", Kind: reader.TextField, Value: "1"}},
			Spots: []reader.Spot{{Field: "a"}}}},
		"a field without a code": {"<w:p>" + field("", "да") + "</w:p>",
			reader.Words{Body: []string{"да"}, Outside: []string{"поле без кода"}}},
		"a number with a sign": {"<w:p>" + strings.Replace(field("PAGE", ""), text(""),
			"<w:r><w:noBreakHyphen/></w:r>", 1) + "</w:p>",
			reader.Words{Body: []string{"-⟨№⟩"}, Fields: []string{"PAGE"}}},
		"a field without an end": {"<w:p>" + strings.Replace(field("PAGE", "1"), `"end"`, `"separate"`, 1) + "</w:p>",
			reader.Words{Body: []string{"⟨№⟩"}, Outside: []string{"поле без начала или без конца"},
				Fields: []string{"PAGE"}}},
		"a field begun in a cell": {"<w:tbl><w:tr><w:tc><w:p>" + `<w:r><w:fldChar w:fldCharType="begin"/></w:r>` +
			"</w:p></w:tc><w:tc><w:p>" + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + "</w:p></w:tc></w:tr></w:tbl>",
			reader.Words{Cells: []string{"", "", "\n"}, Outside: []string{"поле без кода",
				"поле без начала или без конца"}}},
		"another field of its kind": {"<w:p>" + strings.Replace(lateField, "1", "2", 1) + "</w:p>",
			reader.Words{Fields: []string{"SET"}}},
		"a simple field": {`<w:p><w:fldSimple w:instr=" NUMPAGES ">` + text("7") + `</w:fldSimple>` +
			`<w:fldSimple w:instr="AUTHOR">` + text("я") + `</w:fldSimple></w:p>`,
			reader.Words{Body: []string{"⟨№⟩я"}, Fields: []string{"AUTHOR"}}},
		"a symbol": {`<w:p><w:r><w:sym w:font="Arial" w:char="2116"/></w:r></w:p>`,
			reader.Words{Body: []string{"№"}, Fonts: []string{"arial"}}},
		"a content control": {`<w:sdt><w:sdtPr/><w:sdtContent><w:p>` + text("да") + `</w:p></w:sdtContent></w:sdt>`,
			reader.Words{Body: []string{"да"}}},
		"a text box": {`<w:p>` + text("а") + `<w:r><mc:AlternateContent xmlns:mc="m">` +
			`<mc:Choice><w:drawing><w:txbxContent><w:p>` + text("б") +
			`</w:p></w:txbxContent></w:drawing></mc:Choice>` +
			`<mc:Fallback><w:pict><w:p>` + text("б") + `</w:p></w:pict></mc:Fallback>` +
			`</mc:AlternateContent></w:r></w:p>`,
			reader.Words{Body: []string{"а"}, Boxes: []string{"б", "б"}, Inscriptions: []string{"б"}, Pictures: 1,
				Spots: []reader.Spot{{Letters: 1}}}},
		"a fallback": {`<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Fallback>` + text("б") +
			`</mc:Fallback></mc:AlternateContent></w:r></w:p>`, reader.Words{Boxes: []string{"б"},
			Pictures: 1, Spots: []reader.Spot{{}}}},
		"a control bound by a newer Word": {`<w:sdt><w:sdtPr><w15:dataBinding xmlns:w15="x"/></w:sdtPr>` +
			`<w:sdtContent><w:p>` + text("да") + `</w:p></w:sdtContent></w:sdt>`,
			reader.Words{Body: []string{"да"}, Outside: []string{
				"слова, которые Word заменит другими данными из файла (dataBinding)"}}},
		"a picture": {`<w:p><w:r><w:drawing/></w:r>` + text("а") + `</w:p>`,
			reader.Words{Body: []string{"а"}, Pictures: 1, Spots: []reader.Spot{{}}}},
		"unknown markup": {`<w:p>` + text("а") + `<x:t xmlns:x="x">нет</x:t><x:y xmlns:x="x">` + text("нет") +
			`</x:y></w:p>`, reader.Words{Body: []string{"а"}, Outside: []string{
			"разметка, которую программа не знает: t", "разметка, которую программа не знает: y"}}},
		"a field of words": {"<w:p>" + field(` QUOTE "нет" `, "да") + field("HYPERLINK x", "там") + "</w:p>",
			reader.Words{Body: []string{"датам"}, Fields: []string{"QUOTE"}, Outside: []string{"ссылка: x"}}},
		"fields of links": {"<w:p>" + field(` HYPERLINK "http://x/solo" `, "там") +
			field(`HYPERLINK \l "loko"`, "тут") + "</w:p>",
			reader.Words{Body: []string{"тамтут"}, Outside: []string{"ссылка: http://x/solo", "ссылка: loko"}}},
		"a field of a form": {`<w:p>` + text("Имя: ") +
			`<w:sdt><w:sdtPr><w:alias w:val="Имя"/><w:tag w:val="name"/></w:sdtPr>` +
			`<w:sdtContent>` + text("Анна") + `</w:sdtContent></w:sdt>` + text(".") + `</w:p>`,
			reader.Words{
				Body:  []string{"Имя: ."},
				Form:  []reader.Field{{Name: "name", Title: "Имя", Kind: reader.TextField, Value: "Анна"}},
				Spots: []reader.Spot{{Field: "name", Letters: 3}},
			}},
		"a bound control": {`<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent><w:p>` + text("да") +
			`</w:p></w:sdtContent></w:sdt>`, reader.Words{Body: []string{"да"}, Outside: []string{
			"слова, которые Word заменит другими данными из файла (dataBinding)"}}},
		"another file": {`<w:altChunk/>`, reader.Words{Embedded: true}},
	} {
		got, err := reader.ReadWords(t.Context(), docx(t, test.body, nil))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(test.want, *got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestReadWordsBeside checks that headers, footers and notes are found by
// relationships with any names.
func TestReadWordsBeside(t *testing.T) {
	part := func(root, words string) string {
		return "<w:" + root + " " + wordNS + "><w:p>" + text(words) + "</w:p></w:" + root + ">"
	}
	notes := `<w:footnotes ` + wordNS + `><w:footnote><w:p>` + text("сноска") + `</w:p></w:footnote></w:footnotes>`
	got, err := reader.ReadWords(t.Context(), docx(t, "<w:p>"+text("тело")+"</w:p>"+shown, map[string]string{
		"word/_rels/document.xml.rels": fmt.Sprintf(relationships,
			related("header", "odd.xml")+related("footer", "/word/foot.xml")+related("header", "same.xml")+
				related("footnotes", "notes.xml")+related("numbering", "numbers.xml")+
				related("comments", "comments.xml")+
				`<Relationship Type="header" Target="http://there" TargetMode="External"/>`),
		"word/numbers.xml": `<w:numbering ` + wordNS + `><w:lvlText w:val="%1. Не"/><w:lvlText w:val="%1)"/>` +
			`<w:lvlText w:val="o"/></w:numbering>`,
		"word/odd.xml":   part("hdr", "верх"),
		"word/foot.xml":  part("ftr", "низ"),
		"word/same.xml":  part("hdr", "верх"),
		"word/notes.xml": notes,
	}))
	if err != nil {
		t.Fatal(err)
	}
	want := reader.Words{
		Body:     []string{"тело", "сноска"},
		Edges:    []reader.Edge{{Place: "верхний колонтитул", Text: "верх"}, {Place: "нижний колонтитул", Text: "низ"}},
		Labels:   []string{"Не"},
		Outside:  []string{"внешний файл (header): http://there", "два колонтитула на одном месте"},
		Comments: true,
	}
	if diff := cmp.Diff(want, *got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestReadWordsHostile checks that files made to exhaust memory or time are
// rejected.
func TestReadWordsHostile(t *testing.T) {
	for name, file := range map[string][]byte{
		"deep":         docx(t, strings.Repeat("<a>", 3<<20), nil),
		"deep deleted": docx(t, "<w:del>"+strings.Repeat("<a>", 3<<20), nil),
		"deep text":    docx(t, "<w:t>"+strings.Repeat("<a>", 3<<20), nil),
		"long":         docx(t, strings.Repeat(" ", 20<<20), nil),
		"many parts": docx(t, shown, map[string]string{"word/a.xml": strings.Repeat(" ", 2<<20),
			"word/_rels/document.xml.rels": fmt.Sprintf(relationships,
				strings.Repeat(related("header", "a.xml"), 1000))}),
		"fields": docx(t,
			strings.Repeat(`<w:fldChar w:fldCharType="begin"/><w:instrText>a</w:instrText>`, 100_000)+"<", nil),
		"a missing part": docx(t, shown,
			map[string]string{"word/_rels/document.xml.rels": fmt.Sprintf(relationships, related("header", "a.xml"))}),
		"no relations": archive(t, map[string]string{"word/document.xml": ""}),
		"a decoy": docx(t, "",
			map[string]string{"_rels/.rels": fmt.Sprintf(relationships, related("officeDocument", "word/other.xml"))}),
		"not XML":   docx(t, "<", nil),
		"not a ZIP": []byte("PK\x03\x04"),
	} {
		began := time.Now()
		words, err := reader.ReadWords(t.Context(), file)
		if err == nil {
			t.Errorf("%s: %v", name, words)
			continue
		}
		isRussian(t, err)
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s takes %v", name, took)
		}
	}
}

// FuzzReadWords checks that no markup causes a panic.
func FuzzReadWords(f *testing.F) {
	f.Add("<w:p>" + text("а") + `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>` +
		`<w:fldChar w:fldCharType="end"/></w:r></w:p>`)
	f.Add("<w:del><w:p/></w:del><w:sym w:char='20'/>")
	f.Fuzz(func(t *testing.T, body string) {
		words, err := reader.ReadWords(t.Context(), docx(t, body, nil))
		if err != nil {
			isRussian(t, err)
			return
		}
		for _, p := range words.Body {
			if strings.TrimSpace(p) != p || p == "" {
				t.Errorf("%q", p)
			}
		}
	})
}
