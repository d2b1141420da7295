package docx

import (
	"strings"

	"protokol/generator/style"
)

// pageNumber returns the header or the footer with the page number: the words of
// the sheet, a PAGE and a NUMPAGES field (ECMA-376, 17.16.5.44 and 17.16.5.42).
// Editors replace the results of the fields.
func pageNumber(sheet *style.Sheet) string {
	var m strings.Builder
	m.WriteString(openMargin(sheet))
	for _, part := range sheet.PageNumber.Parts() {
		switch part {
		case style.FieldPage:
			m.WriteString(complexField("PAGE", "2"))
		case style.FieldPages:
			m.WriteString(complexField("NUMPAGES", "2"))
		default:
			m.WriteString(`<w:r><w:t xml:space="preserve">` + escape(part) + `</w:t></w:r>`)
		}
	}
	m.WriteString(closeMargin(sheet))
	return m.String()
}

// withoutNumber returns the header or the footer of the first page.
func withoutNumber(sheet *style.Sheet) string {
	if sheet.PageNumber.First {
		return pageNumber(sheet)
	}
	return openMargin(sheet) + closeMargin(sheet)
}

// complexField returns a field with a cached result.
func complexField(name, result string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r>` +
		`<w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>` + result + `</w:t></w:r>` +
		`<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

// margin returns what the part in the margin is: a header or a footer.
func margin(sheet *style.Sheet) string {
	if sheet.PageNumber.FromBottom > 0 {
		return "footer"
	}
	return "header"
}

// marginElements are the root elements of headers and footers.
var marginElements = map[string]string{"header": "w:hdr", "footer": "w:ftr"}

func openMargin(sheet *style.Sheet) string {
	return xmlHead + `<` + marginElements[margin(sheet)] + ` xmlns:w="` + nsWord + `"><w:p><w:pPr><w:pStyle w:val="` +
		pageNumberStyle + `"/></w:pPr>`
}

func closeMargin(sheet *style.Sheet) string {
	return `</w:p></` + marginElements[margin(sheet)] + `>`
}

// marginPart returns the name of the part for the first page or the others.
func marginPart(sheet *style.Sheet, first bool) string {
	if first {
		return margin(sheet) + "2.xml"
	}
	return margin(sheet) + "1.xml"
}
