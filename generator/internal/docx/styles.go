package docx

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"protokol/generator/style"
)

// styleID returns the ID of a style: "annex-mark" becomes "AnnexMark".
func styleID(name string) string {
	var b strings.Builder
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == ' ' }) {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// pageNumberStyle is the paragraph style of the header.
const pageNumberStyle = "PageNumberLine"

// styles returns styles.xml: the defaults and one paragraph style, based on
// Normal, for every style of the sheet (ECMA-376, 17.7).
func styles(sheet *style.Sheet) string {
	m := newMarkup()
	m.WriteString(xmlHead)
	m.open("w:styles", "xmlns:w", nsWord)
	m.open("w:docDefaults")
	m.open("w:rPrDefault")
	m.open("w:rPr")
	office := sheet.Font.Office
	m.empty("w:rFonts", "w:ascii", office, "w:eastAsia", office, "w:hAnsi", office, "w:cs", office)
	m.value("w:kern", "0")
	m.size(sheet.Styles["body"].Size)
	m.empty("w:lang", "w:val", "ru-RU", "w:eastAsia", "ru-RU", "w:bidi", "ar-SA")
	m.close("w:rPr")
	m.close("w:rPrDefault")
	m.open("w:pPrDefault")
	m.open("w:pPr")
	m.empty("w:spacing", "w:before", "0", "w:after", "0", "w:line", "240", "w:lineRule", "auto")
	m.close("w:pPr")
	m.close("w:pPrDefault")
	m.close("w:docDefaults")
	m.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>` +
		`</w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default ` +
		`Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority ` +
		`w:val="99"/><w:semiHidden/>` +
		`<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" ` +
		`w:type="dxa"/>` +
		`<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/>` +
		`</w:style>` +
		`<w:style w:type="character" w:styleId="` + hintStyle +
		`"><w:name w:val="Placeholder Text"/><w:uiPriority w:val="99"/><w:semiHidden/>` +
		`<w:rPr><w:color w:val="` + hintColor + `"/></w:rPr></w:style>`)
	for _, name := range slices.Sorted(maps.Keys(sheet.Styles)) {
		st := sheet.Styles[name]
		if st.Title == "" {
			st.Title = name
		}
		m.style(styleID(name), st)
	}
	m.style(pageNumberStyle, style.Style{Title: "Номер страницы", Size: sheet.PageNumber.Size, Line: 1,
		Align: style.Center})
	m.close("w:styles")
	return m.String()
}

func (m markup) style(id string, st style.Style) {
	m.open("w:style", "w:type", "paragraph", "w:customStyle", "1", "w:styleId", id)
	m.value("w:name", st.Title)
	m.value("w:basedOn", "Normal")
	m.empty("w:qFormat")
	m.open("w:pPr")
	if st.KeepNext {
		m.empty("w:keepNext")
	}
	if st.KeepLines {
		m.empty("w:keepLines")
	}
	m.value("w:widowControl", "1")
	m.empty("w:suppressAutoHyphens")
	m.empty("w:spacing", "w:before", twipsOfPoints(st.Before), "w:after", twipsOfPoints(st.After),
		"w:line", integer(st.Line*240), "w:lineRule", "auto")
	m.indent(st.Indent, st.Right, st.FirstLine)
	m.value("w:jc", justification(st.Align))
	m.close("w:pPr")
	m.open("w:rPr")
	if st.Bold {
		m.empty("w:b")
		m.empty("w:bCs")
	}
	if st.Italic {
		m.empty("w:i")
		m.empty("w:iCs")
	}
	m.size(st.Size)
	m.close("w:rPr")
	m.close("w:style")
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
