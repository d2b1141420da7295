package word_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/opc/opctest"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/word"
)

// TestRefused: files that are not templates, or that run or fetch something, are
// refused in Russian.
func TestRefused(t *testing.T) {
	external := `<Relationship Id="r9" Type="` + kind + `%s" Target="file:///c:/x" TargetMode="External"/>`
	links := func(of string) map[string]string {
		return map[string]string{"word/_rels/document.xml.rels": fmt.Sprintf(rels, fmt.Sprintf(external, of))}
	}
	huge := strings.Repeat("<w:p/>", 3_000_000)
	for name, c := range map[string]struct {
		body string
		more map[string]string
		want string
	}{
		"macros": {"", map[string]string{"[Content_Types].xml": strings.Replace(contentTypes,
			"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
			"vnd.ms-word.document.macroEnabled.main", 1)}, "макросы"},
		"dotx": {"", map[string]string{"[Content_Types].xml": strings.Replace(contentTypes,
			"document.main", "template.main", 1)}, ".dotx"},
		"template": {"", links("attachedTemplate"), "чужим шаблоном"},
		"image":    {"", links("image"), "из другого места"},
		"ole":      {"", links("oleObject"), "внедрённый объект"},
		"vba": {"", map[string]string{"word/_rels/document.xml.rels": fmt.Sprintf(rels,
			`<Relationship Id="r" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="v.bin"/>`)}, "макросы"},
		"broken":        {"<w:p>", nil, "разметка испорчена"},
		"two roots":     {"", map[string]string{"word/document.xml": `<w:document xmlns:w="x"/><x/>`}, "испорчена"},
		"hidden macros": {"", map[string]string{"word/vbaProject.bin": "x"}, "макросы"},
		"styles DTD": {"", map[string]string{"word/styles.xml": "<?xml version='1.0'?>\n<!-- <a> -->" +
			"<!DOCTYPE w:styles SYSTEM 'http://example.org/x'><w:styles/>"}, "DTD"},
		"custom DTD": {"", map[string]string{"customXml/item1.xml": wide("\ufeff<!DOCTYPE a><a/>")}, "DTD"},
		"deep":       {strings.Repeat("<w:tbl>", 500) + strings.Repeat("</w:tbl>", 500), nil, "глубже"},
		"bomb":       {huge, nil, "слишком велик"},
		"traversal":  {"", map[string]string{"../x": "y"}, "ведёт наружу"},
	} {
		_, err := word.Open("x.docx", pack(t, c.body, c.more))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	for name, c := range map[string]struct{ file, want string }{
		"doc": {"\xD0\xCF\x11\xE0....", "старый .doc"}, "text": {"текст", "архив не читается"}, "empty": {"",
			"архив не читается"},
	} {
		if _, err := word.Open("x.docx", []byte(c.file)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	dtd := `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>`
	body := map[string]string{"word/document.xml": dtd + `<w:document xmlns:w="x"><w:t>&e;</w:t></w:document>`}
	if _, err := word.Open("x.docx", pack(t, "", body)); err == nil || !strings.Contains(err.Error(), "DTD") {
		t.Errorf("DTD: %v", err)
	}
}

// wide returns ASCII and a byte order mark in UTF-16.
func wide(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

// TestManyNames: ten thousand names are filled soon, more are refused.
func TestManyNames(t *testing.T) {
	start := time.Now()
	tpl := open(t, strings.Repeat(p("{дата}"), 10_000), nil)
	if paper, slips, _ := tpl.Fill(frame(t, source, compose.Request{})); paper == nil {
		t.Fatal(tpl.Problems(slips))
	}
	if spent := time.Since(start); spent > 10*time.Second {
		t.Errorf("%v", spent)
	}
	if _, err := word.Open("x.docx", pack(t, strings.Repeat(p("{дата}"), 10_001), nil)); err == nil {
		t.Error("more names were not refused")
	}
}

// TestExplosion: repetitions in repetitions do not fill the memory.
func TestExplosion(t *testing.T) {
	var people strings.Builder
	consonants := strings.Fields("б в г д ж з к л м н п р с т ф х ц ч ш щ")
	for i := range 400 {
		fmt.Fprintf(&people, "[[people]]\nname = \"Ко%sо%sов Иван Иванович\"\n", consonants[i/20], consonants[i%20])
	}
	toml := strings.Replace(source, "[[agenda]]", people.String()+"[[agenda]]", 1)
	toml = strings.Replace(toml, "vote = { for = 2, against = 0, abstained = 0 }\n", "", 1)
	inner := strings.Repeat("ш", 20_000)
	body := p("{для каждого участника}") + p("{для каждого человека}") + p(inner) + p("{конец}") + p("{конец}")
	start := time.Now()
	tpl := open(t, body, nil)
	paper, _, absent := tpl.Fill(frame(t, toml, compose.Request{}))
	if paper != nil || len(absent) == 0 || !strings.Contains(absent[0].Message, "слишком велик") {
		t.Errorf("not refused: %v", absent)
	}
	if spent := time.Since(start); spent > 20*time.Second {
		t.Errorf("%v", spent)
	}
}

// FuzzOpen: no file makes Open, Fill or Remarks fail in an unforeseen way.
func FuzzOpen(f *testing.F) {
	for _, body := range []string{p("{дата}"), p("{для каждого вопроса}") + p("{вопрос}") + p("{конец}"),
		`<w:tbl><w:tr>` + tc(p("{участник.имя}")) + `</w:tr></w:tbl>`, p("{если тема}{иначе}{конец}"), `<w:p/>`,
		`<w:sdt><w:sdtPr><w:tag w:val="дата"/></w:sdtPr><w:sdtContent/></w:sdt>`,
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>`} {
		f.Add(body)
	}
	data := frame(f, source, compose.Request{})
	f.Fuzz(func(t *testing.T, body string) {
		tpl, err := word.Open("x.docx", pack(t, body, nil))
		if err != nil {
			return
		}
		paper, slips, absent := tpl.Fill(data)
		if paper != nil {
			document := written(t, paper, "word/document.xml")
			if _, err := word.Open("y.docx", pack(t, between(document), nil)); err != nil {
				t.Errorf("a filled template is damaged: %v\n%s", err, document)
			}
		}
		if _, err := tpl.Remarks(append(slips, absent...)); err != nil {
			t.Error(err)
		}
	})
}

// TestUnknownParts: parts that are not understood stay byte for byte, even their
// compression, and equal papers are equal.
func TestUnknownParts(t *testing.T) {
	file := pack(t, p("{дата}"), map[string]string{"word/x.bin": strings.Repeat("любые байты", 100)})
	tpl, err := word.Open("x.docx", file)
	if err != nil {
		t.Fatal(err)
	}
	raw := func(file []byte) []byte {
		z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			if f.Name == "word/x.bin" {
				r, _ := f.OpenRaw()
				data, _ := io.ReadAll(r)
				return data
			}
		}
		return nil
	}
	var made [2]bytes.Buffer
	for i := range made {
		paper, _, _ := tpl.Fill(frame(t, source, compose.Request{}))
		if err := paper.Write(&made[i], origin.Origin{Choices: origin.Choices{Kind: "protocol"}}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(raw(file), raw(made[0].Bytes())) {
		t.Error("a part changed")
	}
	if !bytes.Equal(made[0].Bytes(), made[1].Bytes()) {
		t.Error("equal papers differ")
	}
}

// TestManyListNames: ten thousand names of items of nested lists, unknown ones
// among them, are found in bounded time, and as many slips as people read are reported.
func TestManyListNames(t *testing.T) {
	start := time.Now()
	tpl := open(t, `<w:tbl><w:tr>`+tc(strings.Repeat(p("{голос.имя} {подпункт.срок} {неизвестное}"), 3_000))+
		`</w:tr></w:tbl>`, nil)
	if slips := tpl.Slips(nil); len(slips) != 1_001 { // the last says that there are more
		t.Errorf("%d slips", len(slips))
	}
	if _, err := tpl.Remarks(tpl.Slips(nil)); err != nil {
		t.Error(err)
	}
	if spent := time.Since(start); spent > 20*time.Second {
		t.Errorf("%v", spent)
	}
}

// TestNesting: blocks in blocks, as deep as anybody may type them, and a block in
// itself.
func TestNesting(t *testing.T) {
	deep := strings.Repeat(p("{если номер}"), 200) + p("{номер}") + strings.Repeat(p("{конец}"), 200)
	if got := text(fill(t, deep)); got != "7\n" {
		t.Errorf("200 blocks: %q", got)
	}
	tables := strings.Repeat(`<w:tbl><w:tr><w:tc>`, 100) + p("{участник.№}") +
		strings.Repeat(`<w:p/></w:tc></w:tr></w:tbl>`, 100)
	if got := strings.TrimSpace(text(fill(t, tables))); !strings.HasPrefix(got, "1") || !strings.Contains(got, "2") {
		t.Errorf("tables in tables: %q", got)
	}
	self := p("{для каждого вопроса}") + p("{для каждого вопроса}") + p("{вопрос}") + p("{конец}") + p("{конец}")
	slips := open(t, self, nil).Slips(nil)
	if len(slips) == 0 || !strings.Contains(slips[0].Message, "здесь уже повторяется") {
		t.Errorf("a block in itself: %v", slips)
	}
}

// TestManySlips checks that the slips in thousands of names are limited, and that none makes
// the text of a long paragraph be scanned again.
func TestManySlips(t *testing.T) {
	tpl := open(t, p(strings.Repeat("{неведомо что} [дата] ", 4_000)), nil)
	slips := tpl.Slips(func(string) bool { return true })
	if last := slips[len(slips)-1]; len(slips) > 1001 || last.Severity != diag.Error ||
		!strings.Contains(last.Message, "замечаний больше") {
		t.Errorf("%d slips, the last: %v", len(slips), last)
	}
}

// TestHostileNotes: ids of notes at their limit, without numbers, of two notes, and a
// note that refers to itself.
func TestHostileNotes(t *testing.T) {
	notes := withNotes("{номер}", "x")
	notes["word/footnotes.xml"] = strings.NewReplacer(`w:id="2"`, `w:id="2147483647"`, "x</w:t></w:r>",
		"x</w:t></w:r>"+reference(1)).Replace(notes["word/footnotes.xml"])
	body := p("{для каждого участника}") + noted("{участник.№}", 2147483647) + noted("", 1) + noted("", 77) +
		`<w:p><w:r><w:footnoteReference w:id="x"/></w:r></w:p>` + p("{конец}")
	file := saved(t, open(t, body, notes), frame(t, source, compose.Request{}))
	var ids []string
	for _, m := range noteID.FindAllStringSubmatch(opctest.Part(t, file, "word/footnotes.xml"), -1) {
		ids = append(ids, m[1])
	}
	if got := strings.Join(ids, " "); got != "-1 1 3 2147483647 1 2 1" {
		t.Errorf("notes %s", got)
	}
}

// TestForeignContent: fields that take words from other files are reported, those that start programs are errors.
func TestForeignContent(t *testing.T) {
	for _, c := range []struct {
		code    string
		slips   int
		refused bool
	}{
		{`INCLUDETEXT &quot;C:\\a.docx&quot;`, 1, false},
		{`INCLUDEPICTURE &quot;http://a.example/b.png&quot; \d`, 1, false},
		{`LINK Excel.Sheet.12 &quot;C:\\a.xlsx&quot;`, 1, false}, {`DDEAUTO cmd &quot;/c calc&quot;`, 1, true},
		{`DDE Excel a.xlsx`, 1, true}, {`PAGE`, 0, false}, {`DATE \@ &quot;dd.MM.yyyy&quot;`, 0, false},
	} {
		run := func(inner string) string { return "<w:r>" + inner + "</w:r>" }
		char := func(kind string) string { return run(`<w:fldChar w:fldCharType="` + kind + `"/>`) }
		simple := `<w:p><w:fldSimple w:instr="` + c.code + `"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>`
		for _, body := range []string{simple,
			"<w:p>" + char("begin") + run("<w:instrText>"+c.code+"</w:instrText>") + char("separate") +
				run("<w:t>x</w:t>") + char("end") + "</w:p>"} {
			slips := open(t, body, nil).Slips(nil)
			if len(slips) != c.slips || c.refused != (len(slips) > 0 && slips[0].Severity == diag.Error) {
				t.Errorf("%s: %+v", c.code, slips)
			}
			old, err := word.OpenBy("бланк.docx", pack(t, body, nil), 10)
			if err != nil {
				t.Fatal(err)
			}
			if slips := old.Slips(nil); len(slips) > 0 && slips[0].Severity == diag.Error {
				t.Errorf("%s: refused in a paper of rules 10: %+v", c.code, slips)
			}
		}
	}
}

// TestNoDocument: a main part without a document is refused.
func TestNoDocument(t *testing.T) {
	for _, main := range []string{"", "<w:document xmlns:w=\"w\"/>", "<a/>"} {
		file := pack(t, "", map[string]string{"word/document.xml": main})
		if _, err := word.Open("t.docx", file); err == nil {
			t.Errorf("%q is opened", main)
		}
	}
}
