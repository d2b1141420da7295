package reader_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/engine"
	"protokol/generator/internal/input"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/papertest"
	"protokol/generator/internal/pdftest"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/reader/readertest"
)

func start(t testing.TB) *reader.Engine {
	t.Helper()
	started, err := reader.StartCached(t.Context(), engine.Folder())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { started.Close() })
	return started
}

const source = "\uFEFFdate = 2026-01-15\r\nchair = \"Первый И. И.\"\r\nsecretary = \"Вторая М. П.\"\r\n" +
	"council = { name = \"Совет\", genitive = \"Совета\" }\r\n" +
	"people = [{ name = \"Первый Иван Иванович\" }, { name = \"Вторая Мария Петровна\" }]\r\n" +
	"[[agenda]]\r\ntitle = \"О плане.\"\r\ndecisions = [\"Утвердить план.\"]\r\n"

// paper returns a paper of a meeting of two people.
func paper(t testing.TB, format string) []byte {
	t.Helper()
	press := papertest.Press(t)
	press.NoFields = true
	file, problems := input.Read("meeting.toml", []byte(source), input.Options{Covers: press.Covers})
	if problems.Failed() {
		t.Fatal(problems)
	}
	p, err := press.Paper(t.Context(), compose.Request{Kind: "protocol"}, file.Meeting,
		printing.Origin{Files: []origin.File{{Role: origin.Source, Path: "meeting.toml", Data: []byte(source)}}})
	if err != nil {
		t.Fatal(err)
	}
	return papertest.File(t, press, p, format)
}

func open(t testing.TB, engine *reader.Engine, file []byte) *reader.PDF {
	t.Helper()
	p, err := engine.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return p
}

// TestAttachments checks that attachments of both formats are read back
// unchanged, with their metadata.
func TestAttachments(t *testing.T) {
	pdf, err := open(t, start(t), paper(t, "pdf")).Attachments()
	if err != nil {
		t.Fatal(err)
	}
	docx, err := reader.DOCX(paper(t, "docx"))
	if err != nil {
		t.Fatal(err)
	}
	for format, list := range map[string][]origin.Attachment{"pdf": pdf, "docx": docx} {
		if len(list) != 2 {
			t.Fatalf("%s: %d attachments", format, len(list))
		}
		a := list[0]
		if a.Name != "meeting.toml" || a.Type != "application/toml" || a.Relationship != "Source" ||
			string(a.Data) != source {
			t.Errorf("%s: %+v", format, a)
		}
		if m := list[1]; m.Name != origin.ManifestName || m.Relationship != "Data" {
			t.Errorf("%s: %+v", format, m)
		}
	}
}

// TestText checks the lines of a page and that reading again gives the same
// words.
func TestText(t *testing.T) {
	file := paper(t, "pdf")
	text, err := open(t, start(t), file).Text(0)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, line := range pdftest.Pages(t, file, 0)[0].Lines {
		want = append(want, strings.Fields(line)...)
	}
	if diff := cmp.Diff(want, strings.Fields(text)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if first, _, _ := strings.Cut(text, "\n"); strings.TrimSpace(first) != "ПРОТОКОЛ" {
		t.Errorf("the first line is %q", first)
	}
}

// TestPicture checks that a page at 72 dpi has the size of A4, is mostly white
// and not empty.
func TestPicture(t *testing.T) {
	p := open(t, start(t), paper(t, "pdf"))
	picture, err := p.Picture(0, 72, reader.Screen)
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Rect.Size(); size.X != 596 || size.Y != 842 {
		t.Errorf("%v pixels", size)
	}
	dark := 0
	for i := 0; i < len(picture.Pix); i += 4 {
		if picture.Pix[i] < 128 {
			dark++
		}
	}
	if dark < 500 || dark > 50_000 {
		t.Errorf("%d dark pixels", dark)
	}
}

func TestAnnotations(t *testing.T) {
	file, err := readertest.AddAnnotation(paper(t, "pdf"), 0, 100, 742, 200, 792)
	if err != nil {
		t.Fatal(err)
	}
	list, err := open(t, start(t), file).Annotations(0)
	if err != nil || len(list) != 1 {
		t.Fatalf("%v, %v", list, err)
	}
	a := list[0]
	if a.Kind != "прямоугольник" || a.Left != 100 || a.Right != 200 || a.Top < 49 || a.Top > 51 || a.Bottom < 99 ||
		a.Bottom > 101 {
		t.Errorf("%+v", a)
	}
}

func archive(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(to, flate.BestSpeed) // for parts of 100 MB
	})
	for name, content := range parts {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(part, content)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDOCX(t *testing.T) {
	const body = "word/document.xml"
	ours := `<s:source xmlns:s="` + origin.Namespace + `">` +
		`<s:file name="a.toml" type="application/toml">YSA9IDE=</s:file></s:source>`
	bomb := strings.Replace(ours, "YSA9", strings.Repeat("AAAA", 30<<20), 1)
	smallBomb := ours[:strings.Index(ours, "<s:file")] + strings.Repeat("<s:file/>", 1<<20)
	for name, test := range map[string]struct {
		parts map[string]string
		count int
		fail  string
	}{
		"after Word": {map[string]string{body: "", "customXml/item1.xml": "<other/>",
			"customXml/item2.xml": ours}, 1, ""},
		"somebody else's": {map[string]string{body: "", "customXml/item1.xml": "<source/>",
			"customXml/item2.xml": "not XML"}, 0, ""},
		"a ZIP of photos": {map[string]string{"photo.jpg": ""}, 0, "это не DOCX"},
		"a workbook":      {map[string]string{"xl/workbook.xml": ""}, 0, "это таблица Excel"},
		"not base64": {map[string]string{"customXml/item1.xml": strings.Replace(ours, "YSA9", "????", 1)}, 0,
			"не читаются"},
		"cut":              {map[string]string{"customXml/item1.xml": ours[:len(ours)-5]}, 0, "не читается"},
		"a bomb":           {map[string]string{"customXml/item1.xml": bomb}, 0, "слишком велики"},
		"a small bomb":     {map[string]string{"customXml/item1.xml": smallBomb}, 0, "слишком велики"},
		"another's a bomb": {map[string]string{body: "", "customXml/item1.xml": strings.Repeat(" ", 100<<20)}, 0, ""},
	} {
		list, err := reader.DOCX(archive(t, test.parts))
		if len(list) != test.count {
			t.Errorf("%s: %v", name, list)
		}
		if test.fail == "" && err != nil ||
			test.fail != "" && (err == nil || !strings.Contains(err.Error(), test.fail)) {
			t.Errorf("%s: error %v, want %q", name, err, test.fail)
		}
	}
	many := map[string]string{body: ""}
	for i := range 300 {
		many[fmt.Sprintf("customXml/item%d.xml", i)] = "<other/>"
	}
	if _, err := reader.DOCX(archive(t, many)); err == nil || !strings.Contains(err.Error(), "больше 200") {
		t.Errorf("300 custom parts: %v", err)
	}
	if _, err := reader.DOCX([]byte("PK\x03\x04")); err == nil {
		t.Error("four bytes are a DOCX")
	}
	if old := []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1…"); !reader.IsOLE(old) || reader.IsDOCX(old) ||
		reader.IsPDF(old) {
		t.Error("a file of old Office is taken for another")
	}
}

// TestEncrypted checks the message for encrypted files.
func TestEncrypted(t *testing.T) {
	file, err := readertest.Encrypt(paper(t, "pdf"), "secret")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := start(t).Open(file); err == nil || !strings.Contains(err.Error(), "снимите защиту") {
		t.Errorf("error %v", err)
	}
}
