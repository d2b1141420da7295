package docx

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"protokol/generator/style"
)

// styleID returns the ID of a style: "annex-mark" becomes "AnnexMark".
func styleID(name string) string {
	if id := headingID(name); id != "" {
		return id
	}
	var b strings.Builder
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == ' ' }) {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// pageNumberStyle is the paragraph style of the header.
const pageNumberStyle = "PageNumberLine"

// styles returns styles.xml: the defaults and one paragraph style for every
// style of the sheet (ECMA-376, 17.7). All inherit the face and the size of
// Normal where they do not differ, so that a change of Normal changes the paper.
func styles(sheet *style.Sheet) string {
	m := newMarkup()
	m.WriteString(xmlHead)
	m.open("w:styles", "xmlns:w", nsWord)
	m.open("w:docDefaults")
	m.open("w:rPrDefault")
	m.open("w:rPr")
	m.fonts(sheet)
	m.value("w:kern", "0")
	m.empty("w:lang", "w:val", "ru-RU", "w:eastAsia", "ru-RU", "w:bidi", "ar-SA")
	m.close("w:rPr")
	m.close("w:rPrDefault")
	m.open("w:pPrDefault")
	m.open("w:pPr")
	m.empty("w:spacing", "w:before", "0", "w:after", "0", "w:line", "240", "w:lineRule", "auto")
	m.close("w:pPr")
	m.close("w:pPrDefault")
	m.close("w:docDefaults")
	m.empty("w:latentStyles", "w:defLockedState", "0", "w:defUIPriority", "99", "w:defSemiHidden", "1",
		"w:defUnhideWhenUsed", "1", "w:defQFormat", "0", "w:count", "376")
	m.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>` +
		`<w:qFormat/><w:rPr>`)
	m.fonts(sheet)
	m.size(sheet.Styles["body"].Size)
	m.WriteString(`</w:rPr></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">` +
		`<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>` +
		`<w:uiPriority w:val="99"/><w:semiHidden/>` +
		`<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>` +
		`<w:left w:w="108" w:type="dxa"/>` +
		`<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>` +
		`<w:uiPriority w:val="99"/></w:style>` +
		`<w:style w:type="character" w:styleId="` + hintStyle +
		`"><w:name w:val="Placeholder Text"/><w:uiPriority w:val="99"/><w:semiHidden/>` +
		`<w:rPr><w:color w:val="` + hintColor + `"/></w:rPr></w:style>`)
	for _, name := range slices.Sorted(maps.Keys(sheet.Styles)) {
		m.style(sheet, name, styleID(name), sheet.Styles[name])
	}
	if st, ok := sheet.Styles[thirdHeading]; ok {
		m.style(sheet, "", thirdHeadingID, st)
	}
	m.style(sheet, "", pageNumberStyle, style.Style{Title: "Номер страницы", Size: sheet.PageNumber.Size, Line: 1,
		Align: sheet.PageNumber.Aligned()})
	m.close("w:styles")
	return m.String()
}

func (m markup) fonts(sheet *style.Sheet) {
	office := sheet.Font.Office
	m.empty("w:rFonts", "w:ascii", office, "w:eastAsia", office, "w:hAnsi", office, "w:cs", office)
}

// kin are the styles of tables, captions and fields from which others inherit. Sizes in WordprocessingML are absolute
// (ISO/IEC 29500-1, 17.3.2.38), so a style whose size is not that of Normal does not follow it, but a change of one of
// these changes its kin.
var kin = map[string]string{
	"cell-head": "cell", "list-cell": "cell", "small-head": "small-cell", "smallest-head": "smallest-cell",
	"figure-caption": "caption", "field-fillable": "field", "form-line": "form-text", "form-signature": "form-text",
	"form-subtitle": "form-text", "form-addressee": "form-text",
}

// style writes a paragraph style with the name of a style of the sheet, or "".
func (m markup) style(sheet *style.Sheet, name, id string, st style.Style) {
	based, parent := "Normal", style.Style{Size: sheet.Styles["body"].Size}
	if level, head := headings[name]; head && headingID(name) == "" {
		if first, ok := sheet.Styles[builtIn[level-1]]; ok {
			based, parent = fmt.Sprint("Heading", level), first
		}
	} else if of, ok := sheet.Styles[kin[name]]; ok {
		based, parent = styleID(kin[name]), of
	}
	if level, found := strings.CutPrefix(id, "Heading"); found {
		m.open("w:style", "w:type", "paragraph", "w:styleId", id)
		m.value("w:name", "heading "+level)
	} else {
		m.open("w:style", "w:type", "paragraph", "w:customStyle", "1", "w:styleId", id)
		m.value("w:name", cmp.Or(st.Title, name))
	}
	m.value("w:basedOn", based)
	if next, ok := following[cmp.Or(name, id)]; ok && sheet.Styles[next].Size > 0 {
		m.value("w:next", styleID(next))
	}
	m.place(cmp.Or(name, id))
	m.open("w:pPr")
	m.toggle("w:keepNext", st.KeepNext, parent.KeepNext)
	m.toggle("w:keepLines", st.KeepLines, parent.KeepLines)
	m.value("w:widowControl", "1")
	m.empty("w:suppressAutoHyphens")
	m.empty("w:spacing", "w:before", twipsOfPoints(st.Before), "w:after", twipsOfPoints(st.After),
		"w:line", integer(st.Line*240), "w:lineRule", "auto")
	m.indent(st.Indent, st.Right, st.FirstLine)
	m.value("w:jc", justification(st.Align))
	if level, found := strings.CutPrefix(id, "Heading"); found {
		m.value("w:outlineLvl", string(level[0]-1))
	}
	m.close("w:pPr")
	m.open("w:rPr")
	m.toggle("w:b", st.Bold, parent.Bold)
	m.toggle("w:bCs", st.Bold, parent.Bold)
	m.toggle("w:i", st.Italic, parent.Italic)
	m.toggle("w:iCs", st.Italic, parent.Italic)
	if st.Size != parent.Size {
		m.size(st.Size)
	}
	m.close("w:rPr")
	m.close("w:style")
}

// toggle writes a property when it differs from the inherited one.
func (m markup) toggle(name string, on, inherited bool) {
	switch {
	case on && !inherited:
		m.empty(name)
	case !on && inherited:
		m.value(name, "0")
	}
}

// indent writes w:ind, in millimetres. A negative first is a hanging indent.
func (m markup) indent(left, right, first float64) {
	name, value := "w:firstLine", first
	if first < 0 {
		name, value = "w:hanging", -first
	}
	m.empty("w:ind", "w:left", twips(left), "w:right", twips(right), name, twips(value))
}

// size writes the type size, in half-points.
func (m markup) size(pt float64) {
	m.value("w:sz", integer(pt*2))
	m.value("w:szCs", integer(pt*2))
}

func justification(align style.Align) string {
	switch align {
	case style.Left:
		return "left"
	case style.Center:
		return "center"
	case style.Right:
		return "right"
	case style.Justify:
		return "both"
	}
	panic(fmt.Sprintf("docx: unknown alignment %q", align))
}
