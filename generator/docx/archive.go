package docx

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"

	"protokol/generator/document"
	"protokol/generator/style"
)

// bodyPart is the part that the last step replaces.
const bodyPart = "word/document.xml"

// part is one file of the package.
type part struct{ name, content string }

// archive builds the base document: everything but the body, in a fixed order
// and without times, so that the same paper has the same bytes.
func archive(doc *document.Document, sheet *style.Sheet, b *body, o Options) ([]byte, error) {
	office := nsRelation + "/"
	parts := []part{
		{"[Content_Types].xml", contentTypes(b, o)},
		{"_rels/.rels", relationships(
			relationship("rDocument", office+"officeDocument", bodyPart, ""),
			relationship("rCore", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", ""),
			relationship("rApp", office+"extended-properties", "docProps/app.xml", ""))},
		{bodyPart, "<empty/>"},
		{"word/_rels/document.xml.rels", bodyRelations(b, o)},
		{"word/styles.xml", styles(sheet)},
		{"word/numbering.xml", b.lists.part(sheet)},
		{"word/settings.xml", settings()},
		{"word/fontTable.xml", fontTable(sheet)},
		{"word/header1.xml", header},
		{"word/header2.xml", firstHeader},
		{"docProps/core.xml", core(doc, o)},
		{"docProps/app.xml", app},
	}
	if o.Source != nil {
		parts = append(parts, part{"customXml/item1.xml", source(o)},
			part{"customXml/itemProps1.xml", sourceProperties},
			part{"customXml/_rels/item1.xml.rels", relationships(relationship("rProps", office+"customXmlProps", "itemProps1.xml", ""))})
	}
	for i, path := range b.pictures {
		image := o.Images[path]
		parts = append(parts, part{"word/" + pictureTarget(i+1, image), string(image.Data)})
	}
	return pack(parts)
}

func pack(parts []part) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		// Stored, not deflated: the last step compresses every part anew.
		file, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err != nil {
			return nil, fmt.Errorf("docx: %w", err)
		}
		if _, err := file.Write([]byte(p.content)); err != nil {
			return nil, fmt.Errorf("docx: %w", err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return out.Bytes(), nil
}

// contentTypes says what every part is (ECMA-376 part 2, 10.1.2).
func contentTypes(b *body, o Options) string {
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	var m strings.Builder
	m.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	if len(b.pictures) > 0 {
		m.WriteString(`<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>`)
	}
	override := func(name, kind string) {
		fmt.Fprintf(&m, `<Override PartName="/%s" ContentType="%s"/>`, name, kind)
	}
	override(bodyPart, word+"document.main+xml")
	override("word/styles.xml", word+"styles+xml")
	override("word/numbering.xml", word+"numbering+xml")
	override("word/settings.xml", word+"settings+xml")
	override("word/fontTable.xml", word+"fontTable+xml")
	override("word/header1.xml", word+"header+xml")
	override("word/header2.xml", word+"header+xml")
	override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	override("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	if o.Source != nil {
		override("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
	}
	m.WriteString(`</Types>`)
	return m.String()
}

func encode(data []byte) string { return base64.StdEncoding.EncodeToString(data) }
