package wordml

import "fmt"

// partlyTable notes properties of a table and of its styles that are not laid out (ECMA-376-1, 17.4.59 and 17.7.6).
func (t *table) partlyTable() {
	for _, s := range t.styles {
		tblPr := s.table.kid("tblPr")
		if jc := tblPr.kid("jc").attr("val"); t.tblPr.kid("jc") == nil && jc != "" && aligns[jc] != aligns[""] {
			t.approximate("место таблицы по её стилю: печатается слева")
		}
		if t.stylesRows(s.table) {
			t.approximate("свойства строк из стиля таблицы: повтор заголовка и неразрывность")
		}
		t.partlyStyle(s.table)
	}
	if t.meaning("tblCellSpacing", t.property("tblCellSpacing")) != "" {
		t.approximate(cellSpacingName)
	}
	if shade(t.property("shd")) != 0 {
		t.approximate("заливка всей таблицы не печатается")
	}
	if on(t.tblPr.kid("bidiVisual")) {
		t.approximate("таблица справа налево")
	}
	if t.tblPr.kid("tblOverlap").attr("val") == "never" {
		t.hidden("таблица с обтеканием, на которую не должны заходить другие (tblOverlap), не отодвигается")
	}
}

// cellSpacingName names space between cells.
const cellSpacingName = "промежутки между ячейками таблицы"

// rowNames are the properties of rows that a style may set.
var rowNames = map[string]bool{"cantSplit": true, "tblHeader": true}

// stylesRows reports whether a table style sets properties of rows.
func (t *table) stylesRows(style *node) bool {
	if style.kid("trPr").orEmpty().holds(rowNames) {
		return true
	}
	for _, k := range style.children() {
		if k.name == "tblStylePr" && k.kid("trPr").orEmpty().holds(rowNames) {
			return true
		}
	}
	return false
}

// rowExceptions are the properties by which a row may differ from its table and that are not laid out.
var rowExceptions = [...]string{"tblW", "jc", "tblInd", "shd", "tblLayout", "tblLook", "tblCellSpacing"}

// partlyRow notes properties of a row that are not laid out (ECMA-376-1, 17.4.61).
func (t *table) partlyRow(trPr, exceptions *node) {
	switch jc := trPr.kid("jc").attr("val"); jc {
	case "", "left", "start", t.tblPr.kid("jc").attr("val"):
	default:
		t.approximate("строка таблицы, сдвинутая отдельно от других")
	}
	if n := trPr.kid("tblCellSpacing"); n != nil && t.differs(n) {
		t.approximate(cellSpacingName)
	}
	for _, name := range rowExceptions {
		if n := exceptions.kid(name); n != nil && t.differs(n) {
			t.approximate("строка таблицы с другими свойствами, чем у всей таблицы (tblPrEx), печатается как остальные")
			return
		}
	}
}

// property returns a property of a table, or else of its styles; nil if none has it.
func (t *table) property(name string) *node {
	n := t.tblPr.kid(name)
	for i := len(t.styles) - 1; i >= 0 && n == nil; i-- {
		n = t.styles[i].table.kid("tblPr", name)
	}
	return n
}

// differs reports whether a property of a row says something else than that of its table.
func (t *table) differs(n *node) bool {
	return t.meaning(n.name, n) != t.meaning(n.name, t.property(n.name))
}

// meaning returns what a property of a table says, in one form for all ways to say it; nil, which a table without the
// property has, says the default.
func (t *table) meaning(name string, n *node) string {
	kind, width := n.attr("type"), length(n.attr("w"))
	switch name {
	case "jc":
		return fmt.Sprint(aligns[n.attr("val")])
	case "shd":
		return fmt.Sprint(shade(n))
	case "tblLayout":
		return fmt.Sprint(kind == "fixed")
	case "tblLook":
		if !t.hasConditions() {
			return ""
		}
		return fmt.Sprint(optionsOf(n))
	}
	switch {
	case kind == "pct" && n.attr("w") != "0":
		return n.attr("w") + kind
	case kind == "auto" || kind == "nil" || width == 0:
		return ""
	}
	return fmt.Sprint(width)
}

// hasConditions reports whether the styles of a table hold conditional formats.
func (t *table) hasConditions() bool {
	for _, s := range t.styles {
		for _, k := range s.table.children() {
			if k.name == "tblStylePr" {
				return true
			}
		}
	}
	return false
}

// partlyStyle notes the size of letters and the alignment of a table style, which in documents before Word 2013 are
// weaker than those of paragraphs in some cases and stronger in others ([MS-DOCX], 2.3.7).
func (t *table) partlyStyle(style *node) {
	if t.settings.ownSizes || t.settings.mode >= 15 {
		return
	}
	normal := t.lowering.styles.byID[t.lowering.styles.paragraph]
	if normal == nil {
		return
	}
	if style.kid("rPr", "sz") != nil && normal.rPr.kid("sz") != nil ||
		style.kid("pPr", "jc") != nil && normal.pPr.kid("jc") != nil {
		t.approximate(strongStyleName)
	}
}

// partlyFormat notes colours and borders of a table style that are not printed as they are, in a cell of which tcPr
// are the own properties.
func (t *table) partlyFormat(format *cellFormat, tcPr *node) {
	shading := t.tblPr.kid("shd")
	for i, n := range format.nodes {
		props := n.kid("tcPr")
		if format.kinds[i] != "" {
			t.patterned(n.kid("tblPr", "tblBorders"))
			t.patterned(props.kid("tcBorders"))
		}
		for _, own := range []*node{n.kid("tblPr", "shd"), props.kid("shd")} {
			if own != nil {
				shading = own
			}
		}
	}
	if shading != nil && tcPr.kid("shd") == nil && unthemedShade(shading) {
		t.approximate(themeColorName)
	}
}
