package wordml

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/picture"
)

const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
	`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
	`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ` +
	`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
	`xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ` +
	`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
	`xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`

const relationBase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// file is a DOCX by its parts: the body, and other parts of word/ by name.
type file struct {
	body  string
	parts map[string]string // "styles" → content of the root element
}

// bytes returns the file.
func (f file) bytes(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(name, content string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	put("[Content_Types].xml", `<Types><Override PartName="/word/document.xml" ContentType=`+
		`"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)
	put("_rels/.rels", `<Relationships><Relationship Id="r1" Type="`+relationBase+`officeDocument" `+
		`Target="word/document.xml"/></Relationships>`)
	links := ""
	for name, content := range f.parts {
		kind := strings.TrimRight(name, "0123456789")
		root := map[string]string{"header": "hdr", "footer": "ftr"}[kind]
		if root == "" {
			root = kind
		}
		links += `<Relationship Id="` + name + `" Type="` + relationBase + kind + `" Target="` + name + `.xml"/>`
		put("word/"+name+".xml", "<w:"+root+" "+namespaces+">"+content+"</w:"+root+">")
	}
	put("word/_rels/document.xml.rels", "<Relationships>"+links+"</Relationships>")
	put("word/document.xml", "<w:document "+namespaces+"><w:body>"+f.body+"</w:body></w:document>")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// oneFace finds one family for all fonts.
type oneFace struct{}

func (oneFace) Find(string) Face { return Face{} }

// lower lowers a file.
func (f file) lower(t testing.TB) *Paper {
	t.Helper()
	d, err := Open(f.bytes(t))
	if err != nil {
		t.Fatal(err)
	}
	p, err := d.Lower(Options{Faces: oneFace{}, Images: &picture.Cache{}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// body lowers a body without other parts.
func body(t testing.TB, content string) *Paper { return file{body: content}.lower(t) }

// paragraphs returns the paragraphs of blocks, also those of lists.
func paragraphs(blocks []flow.Block) (list []*flow.Paragraph) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *flow.Paragraph:
			list = append(list, b)
		case *flow.List:
			for _, item := range b.Items {
				list = append(list, paragraphs(item.Blocks)...)
			}
		}
	}
	return list
}

// text returns the text of a paragraph; tabs and breaks as such.
func text(p *flow.Paragraph) string {
	var b strings.Builder
	for _, r := range p.Runs {
		switch r.Kind {
		case flow.TabStop:
			b.WriteByte('\t')
		case flow.LineBreak:
			b.WriteByte('\n')
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func p(properties, content string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>"
}

func r(properties, content string) string {
	return "<w:r><w:rPr>" + properties + `</w:rPr><w:t xml:space="preserve">` + content + "</w:t></w:r>"
}
