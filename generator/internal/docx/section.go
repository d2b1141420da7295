package docx

// turn starts a new page. Pages of another orientation are a section of their
// own.
func (b *body) turn(landscape bool) {
	if landscape == b.landscape {
		b.newPage = true
		return
	}
	m := b.out
	m.WriteString(`<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>`)
	b.section()
	m.WriteString(`</w:pPr>`)
	b.ends(false, false)
	b.flow.newPage = true
	b.landscape, b.page, b.afterTable = landscape, b.sheet.Page, false
	if landscape {
		b.page = b.sheet.Page.Turned()
	}
}

// section writes the page size, the margins and the headers or footers with page
// numbers (ECMA-376, 17.6.17).
func (b *body) section() {
	m := b.out
	m.open("w:sectPr")
	if b.sheet.PageNumber.Show {
		m.empty("w:"+margin(b.sheet)+"Reference", "w:type", "default", "r:id", relationHeader)
		m.empty("w:"+margin(b.sheet)+"Reference", "w:type", "first", "r:id", b.firstMargin())
	}
	distance := b.sheet.PageNumber.FromTop
	if b.emblem != nil && b.sections == 0 && (!b.sheet.PageNumber.Show || margin(b.sheet) == "footer") {
		m.empty("w:headerReference", "w:type", "first", "r:id", relationEmblem)
		distance = b.sheet.EmblemTop()
	}
	if b.landscape {
		m.empty("w:pgSz", "w:w", twips(b.page.Width), "w:h", twips(b.page.Height), "w:orient", "landscape")
	} else {
		m.empty("w:pgSz", "w:w", twips(b.page.Width), "w:h", twips(b.page.Height))
	}
	bottom := b.page.Bottom*twipsPerMM + b.options.Shorten*20
	footer := b.sheet.PageNumber.FromBottom
	if footer == 0 {
		footer = 10
	}
	m.empty("w:pgMar", "w:top", twips(b.page.Top), "w:right", twips(b.page.Right), "w:bottom", integer(bottom),
		"w:left", twips(b.page.Left), "w:header", twips(distance),
		"w:footer", twips(footer), "w:gutter", "0")
	if b.sections == 0 {
		m.empty("w:titlePg")
	}
	m.close("w:sectPr")
	b.sections++
}
