package docx

import (
	"bytes"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
)

// emblemPart is the header of the first page with the picture above the text.
const emblemPart = "header3.xml"

// raised puts the picture that a document begins with into the header of its first
// page, if the sheet wants it above the text, and returns the other blocks. A header
// that is higher than the margin moves the text down in all editors.
func (b *body) raised(doc *document.Document) ([]document.Block, error) {
	top := b.sheet.EmblemTop()
	if top == 0 {
		return doc.Blocks, nil
	}
	emblem, rest, ok := doc.Emblem()
	if !ok {
		return doc.Blocks, nil
	}
	text := b.out
	defer func() { b.out = text }()
	b.out = markup{new(bytes.Buffer)}
	m := b.out
	m.WriteString(xmlHead)
	m.open("w:hdr", "xmlns:w", nsWord, "xmlns:r", nsRelation, "xmlns:wp", nsPlace, "xmlns:a", nsDrawing, "xmlns:pic",
		nsPicture)
	m.open("w:p")
	m.open("w:pPr")
	m.value("w:pStyle", styleID(document.FigureStyle))
	st, before := b.sheet.Styles[document.FigureStyle], 0.0
	if number := b.sheet.PageNumber; number.Show && margin(b.sheet) == "header" {
		before = top - number.FromTop
	}
	after := max(st.After, (b.page.Top-top-emblem.Figure.Height)*flow.PointsPerMM)
	m.empty("w:spacing", "w:before", twips(before), "w:after", twipsOfPoints(after))
	m.indent(st.Indent, b.page.TextWidth()*(1-emblem.Share), st.FirstLine)
	m.WriteString(`<w:rPr><w:sz w:val="2"/></w:rPr>`)
	m.close("w:pPr")
	if err := b.picture(emblem.Figure); err != nil {
		return nil, err
	}
	m.close("w:p")
	m.close("w:hdr")
	b.emblem = m.Bytes()
	return rest, nil
}

// firstMargin returns the relationship of the header or footer of the first page.
func (b *body) firstMargin() string {
	if b.emblem != nil && b.sections == 0 && margin(b.sheet) == "header" {
		return relationEmblem
	}
	return relationFirstHeader
}

// emblemRelations returns the relationships of the header with the emblem, whose
// picture is the first of the paper.
func (b *body) emblemRelations() string {
	image := b.options.Pictures[b.pictures[0]]
	return relationships(relationship(pictureRelation(1), nsRelation+"/image", pictureTarget(1, image), ""))
}
