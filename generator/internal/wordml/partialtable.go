package wordml

// partlyTable notes properties of a table and of its styles that are not laid out (ECMA-376-1, 17.4.59 and 17.7.6).
func (t *table) partlyTable() {
	spaced, shaded := t.tblPr.kid("tblCellSpacing") != nil, t.tblPr.kid("shd") != nil
	for _, s := range t.styles {
		tblPr := s.table.kid("tblPr")
		spaced, shaded = spaced || tblPr.kid("tblCellSpacing") != nil, shaded || tblPr.kid("shd") != nil
		if jc := tblPr.kid("jc").attr("val"); t.tblPr.kid("jc") == nil && jc != "" && aligns[jc] != aligns[""] {
			t.approximate("место таблицы по её стилю: печатается слева")
		}
		if t.stylesRows(s.table) {
			t.approximate("свойства строк из стиля таблицы: повтор заголовка и неразрывность")
		}
		t.partlyStyle(s.table)
	}
	if spaced {
		t.approximate(cellSpacingName)
	}
	if shaded && shade(t.tblPr.kid("shd").orEmpty()) != 0 {
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
	if n := trPr.kid("tblCellSpacing"); n != nil && !sameAttributes(n, t.tblPr.kid("tblCellSpacing")) {
		t.approximate(cellSpacingName)
	}
	for _, name := range rowExceptions {
		if n := exceptions.kid(name); n != nil && !sameAttributes(n, t.tblPr.kid(name)) {
			t.approximate("строка таблицы с другими свойствами, чем у всей таблицы (tblPrEx), печатается как остальные")
			return
		}
	}
}

// sameAttributes reports whether two elements, of which the second may be nil, say the same.
func sameAttributes(a, b *node) bool {
	if b == nil || len(a.attrs) != len(b.attrs) {
		return false
	}
	for _, one := range a.attrs {
		if b.attr(one.name) != one.value {
			return false
		}
	}
	return true
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
