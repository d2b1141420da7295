package docx

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/picture"
	"protokol/generator/style"
)

// Relationships of the body.
const (
	relationStyles      = "rStyles"
	relationNumbering   = "rNumbering"
	relationSettings    = "rSettings"
	relationFonts       = "rFonts"
	relationHeader      = "rHeader"
	relationFirstHeader = "rFirstHeader"
	relationSource      = "rSource"
	relationEmblem      = "rEmblem"
)

func linkRelation(i int) string    { return "rLink" + strconv.Itoa(i) }
func pictureRelation(i int) string { return "rPicture" + strconv.Itoa(i) }

// tabStop is the distance of default tab stops, 12.5 mm.
const tabStop = 12.5

// settings turns hyphenation off and selects the layout of Word 2010 (ECMA-376,
// 17.15).
//
// From mode 15 on, Word shrinks the spaces of justified lines to take one more
// word, by a rule that Microsoft has not published: LibreOffice from 24.2 and
// ONLYOFFICE imitate it differently, earlier versions of LibreOffice not at all.
// Of the lines of all examples ONLYOFFICE broke 1.53 % elsewhere than the PDF in
// mode 15, 0.72 % when the PDF shrank spaces by up to a quarter, too, and 0.30 % in
// mode 14, in which no editor shrinks spaces. Word shows
// «Режим ограниченной функциональности» in the title; nothing that the papers use
// is limited. In mode 14 the indent of a table is that of its text, not of its
// border.
//
// Lines before a line break are not stretched (17.15.3.23), as in the PDF.
//
// Only the fields of a form can be changed (17.15.1.29), until a person ends the
// protection, which has no password.
func settings(form bool) string {
	protection := ""
	if form {
		protection = `<w:documentProtection w:edit="forms" w:enforcement="1"/>`
	}
	return xmlHead + `<w:settings xmlns:w="` + nsWord + `"><w:zoom w:percent="100"/>` +
		protection + `<w:defaultTabStop w:val="` + twips(tabStop) +
		`"/><w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>` +
		`<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" ` +
		`w:uri="http://schemas.microsoft.com/office/word" w:val="14"/></w:compat>` +
		`<w:themeFontLang w:val="ru-RU"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`
}

func fontTable(sheet *style.Sheet) string {
	return xmlHead + `<w:fonts xmlns:w="` + nsWord + `"><w:font w:name="` + escape(sheet.Font.Office) +
		`"><w:panose1 w:val="02020603050405020304"/>` +
		`<w:charset w:val="CC"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`
}

// core returns the core properties (ECMA-376 part 2, 11).
func core(doc *document.Document, o Options) []byte {
	date := o.Date.UTC().Format("2006-01-02T15:04:05Z")
	return []byte(xmlHead + `<cp:coreProperties ` +
		`xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ` +
		`xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + escape(doc.Title) + `</dc:title><dc:creator>` + escape(o.Author) +
		`</dc:creator><dc:language>ru-RU</dc:language>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + date + `</dcterms:created>` +
		`<dcterms:modified xsi:type="dcterms:W3CDTF">` + date + `</dcterms:modified></cp:coreProperties>`)
}

const app = xmlHead +
	`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
	`<Application>protokol</Application></Properties>`

// relationship writes one relationship of a part.
func relationship(id, kind, target, mode string) string {
	if mode != "" {
		mode = ` TargetMode="` + mode + `"`
	}
	return fmt.Sprintf(`<Relationship Id="%s" Type="%s" Target="%s"%s/>`, id, kind, escape(target), mode)
}

func relationships(list ...string) string {
	return xmlHead + `<Relationships xmlns="` + nsPackage + `">` + strings.Join(list, "") + `</Relationships>`
}

// bodyRelations returns the relationships of document.xml.
func bodyRelations(b *body, items int, o Options) string {
	office := func(id, kind, target string) string { return relationship(id, nsRelation+"/"+kind, target, "") }
	list := []string{
		office(relationStyles, "styles", "styles.xml"),
		office(relationNumbering, "numbering", "numbering.xml"),
		office(relationSettings, "settings", "settings.xml"),
		office(relationFonts, "fontTable", "fontTable.xml"),
		office(relationHeader, margin(b.sheet), marginPart(b.sheet, false)),
		office(relationFirstHeader, margin(b.sheet), marginPart(b.sheet, true)),
	}
	for i, target := range b.links {
		list = append(list, relationship(linkRelation(i+1), nsRelation+"/hyperlink", target, "External"))
	}
	for i, path := range b.pictures {
		list = append(list, office(pictureRelation(i+1), "image", pictureTarget(i+1, o.Pictures[path])))
	}
	if b.emblem != nil {
		list = append(list, office(relationEmblem, "header", emblemPart))
	}
	for i := range items {
		list = append(list, office(fmt.Sprint(relationSource, i+1), "customXml", "../"+itemName(i+1)))
	}
	return relationships(list...)
}

func pictureTarget(i int, p *picture.Picture) string {
	return fmt.Sprintf("media/image%d.%s", i, p.Format)
}

// source returns the custom part with embedded files in base64 (ECMA-376, 22.5).
// A PDF has them as attachments.
func source(files []origin.Attachment) []byte {
	m := newMarkup()
	m.WriteString(xmlHead)
	m.open("source", "xmlns", origin.Namespace)
	for _, f := range files {
		m.open("file", "name", f.Name, "type", f.Type, "relationship", f.Relationship)
		m.Grow(base64.StdEncoding.EncodedLen(len(f.Data)))
		m.Write(base64.StdEncoding.AppendEncode(m.AvailableBuffer(), f.Data))
		m.close("file")
	}
	m.close("source")
	return m.Bytes()
}

func itemName(i int) string { return fmt.Sprintf("customXml/item%d.xml", i) }

func itemProperties(i int) string { return fmt.Sprintf("customXml/itemProps%d.xml", i) }

func itemRelations(i int) string { return fmt.Sprintf("customXml/_rels/item%d.xml.rels", i) }

func propertiesRelation(i int) string {
	return relationships(relationship("rProps", nsRelation+"/customXmlProps", fmt.Sprintf("itemProps%d.xml", i), ""))
}

// sourceProperties identifies a custom part and its schema (ECMA-376, 22.5.2.1).
func sourceProperties(i int) string {
	return xmlHead + `<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ` +
		fmt.Sprintf(`ds:itemID="{5C0B9B52-6F4E-4B1B-9C39-5E0B6D9D3A%02X}">`, 0x10+i) +
		`<ds:schemaRefs><ds:schemaRef ds:uri="` + origin.Namespace + `"/></ds:schemaRefs></ds:datastoreItem>`
}
