package web

import (
	"archive/zip"
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"protokol/generator/internal/shipped"
)

// wordTemplate returns a Word template with a paragraph in a font.
func wordTemplate(t *testing.T, fontName, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, part := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.` +
			`wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` +
			`officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
			`<w:body><w:p><w:r><w:rPr><w:rFonts w:ascii="` + fontName + `" w:hAnsi="` + fontName + `"/></w:rPr><w:t>` +
			text + `</w:t></w:r></w:p></w:body></w:document>`,
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(part))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestFacesOfFolder checks that the page gets the faces of a folder in the settings which
// a paper uses, and that they are not among those of other papers.
func TestFacesOfFolder(t *testing.T) {
	const name = "Шрифт для пробы!" // as long as the name that it replaces
	p := open(t, map[string]string{"m.toml": "word = \"бланк.docx\"\n" + meeting, "plain.toml": meeting,
		"protokol.toml": "fonts = \"шрифты\"\n"})
	if err := os.Mkdir(filepath.Join(p.dir, "шрифты"), 0o777); err != nil {
		t.Fatal(err)
	}
	for file, data := range map[string]string{"бланк.docx": wordTemplate(t, name, "Протокол № {номер}"),
		"шрифты/f.ttf": string(shipped.Face(t, 0, name))} {
		if err := os.WriteFile(filepath.Join(p.dir, file), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	_, body := p.post("/api/preview", map[string]any{"file": "m.toml", "kind": "protocol"})
	shown := p.state(body).Preview
	if shown == nil || len(shown.Faces) != 1 || len(shown.Pages) == 0 {
		t.Fatal(body)
	}
	if face := shown.Faces[0]; face.Family != name || !strings.Contains(shown.Pages[0].SVG, name) {
		t.Errorf("%+v\n%s", face, shown.Pages[0].SVG)
	}
	if status, data := p.get(shown.Faces[0].URL); status != 200 || len(data) < 1000 {
		t.Error(status, len(data))
	}
	_, body = p.post("/api/preview", map[string]any{"file": "plain.toml", "kind": "protocol"})
	if strings.Contains(body, `"faces"`) {
		t.Error("faces of another paper")
	}
}

// TestTemplateStays: no paper replaces the Word template that it is made from, although the browser forces it.
func TestTemplateStays(t *testing.T) {
	template := wordTemplate(t, "Arial", "Протокол № {номер}")
	p := open(t, map[string]string{"m.toml": "word = \"бланк.docx\"\n" + meeting, "бланк.docx": template,
		"protokol.toml": "name = \"бланк\"\n"})
	for _, force := range []bool{false, true} {
		status, body := p.post("/api/print", map[string]any{"file": "m.toml", "kinds": []string{"protocol"},
			"formats": []string{"docx"}, "force": force})
		if status != http.StatusUnprocessableEntity || !strings.Contains(body, "заменил бы сам бланк бланк.docx") {
			t.Errorf("force %v: %d %s", force, status, body)
		}
	}
	if p.file("бланк.docx") != template {
		t.Error("the template is lost")
	}
}
