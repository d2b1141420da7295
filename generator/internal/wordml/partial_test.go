package wordml

import (
	"slices"
	"strings"
	"testing"
)

// findings returns what the report of a file says, without the places.
func findings(t *testing.T, f file) (list []string) {
	t.Helper()
	for _, found := range f.lower(t).Report.Findings {
		list = append(list, found.Construct)
	}
	return list
}

// says checks that a report has a text, or has nothing at all if it should not.
func says(t *testing.T, f file, text string, said bool) {
	t.Helper()
	list := findings(t, f)
	found := slices.ContainsFunc(list, func(s string) bool { return strings.Contains(s, text) })
	if found != said || !said && len(list) > 0 {
		t.Errorf("%s %v: %q, want %v", f.body, f.parts, list, said)
	}
}

// complexField returns a field whose code may have others.
func complexField(code, result string) string {
	const char = `<w:r><w:fldChar w:fldCharType="`
	return char + `begin"/></w:r>` + code + char + `separate"/></w:r>` + r("", result) + char + `end"/></w:r>`
}

func code(text string) string { return `<w:r><w:instrText>` + text + `</w:instrText></w:r>` }

// TestPagedFields: a field of a header that may differ from page to page is printed as it was saved, and the report
// says so; one that is worked out or is the same everywhere is not named (ECMA-376-1, 17.16.18).
func TestPagedFields(t *testing.T) {
	page := complexField(code(" PAGE "), "1")
	const mark = `<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>`
	for field, named := range map[string]bool{
		complexField(code(" = ")+page+code(" + 5 "), "6"):                        true,
		complexField(code(" IF ")+page+code(` = 1 "первая" "другая"`), "первая"): true,
		complexField(code(` STYLEREF "heading 1" `), "Глава"):                    true,
		complexField(code(" SECTION "), "1"):                                     true,
		complexField(code(" REF _a "), "слово"):                                  false,
		page: false,
	} {
		says(t, file{body: p("", r("", "текст")) + mark, parts: map[string]string{"header1": p("", field)}},
			"в колонтитуле", named)
		says(t, file{body: p("", field)}, "в колонтитуле", false)
	}
}

// TestFieldFormats: a format of page numbers that is not known is named (17.16.4.3).
func TestFieldFormats(t *testing.T) {
	for format, named := range map[string]bool{`\* CardText`: true, `\* Ordinal`: true, `\*Hex`: true, `\# "00"`: true,
		`\# 000 \* Arabic`: true, `\* MERGEFORMAT`: false, `\* roman \* MERGEFORMAT`: false, `\# "0"`: false,
		`\# ##0`: false, `\* arabic`: false, ``: false} {
		says(t, file{body: p("", complexField(code(" PAGE "+format+" "), "1"))}, "заменён цифрами", named)
	}
}

// TestStaleFields: fields that Word works out when it opens the file are named (17.16.18, 17.15.1.81); a table of
// contents without lines is one that Word makes then.
func TestStaleFields(t *testing.T) {
	const old, lost = "с сохранённым значением", "без сохранённого значения"
	update := map[string]string{"settings": "<w:updateFields/>"}
	for _, c := range []struct {
		instr, dirty, result string
		parts                map[string]string
		text                 string
		said                 bool
	}{
		{" FILENAME ", "1", "старое", nil, old, true},
		{" FILENAME ", "0", "старое", nil, old, false},
		{" FILENAME ", "0", "старое", update, old, true},
		{" NUMPAGES ", "1", "5", nil, old, false},
		{" FORMTEXT ", "1", "слово", update, old, false},
		{" TOC ", "true", "", nil, lost, true},
		{" TOC ", "true", "Глава", nil, old, true},
		{" TOC ", "", "", nil, lost, false},
	} {
		field := `<w:fldSimple w:instr="` + c.instr + `" w:dirty="` + c.dirty + `">` +
			r("", c.result) + `</w:fldSimple>`
		says(t, file{body: p("", field), parts: c.parts}, c.text, c.said)
		field = strings.Replace(complexField(code(c.instr), c.result), `begin"`, `begin" w:dirty="`+c.dirty+`"`, 1)
		says(t, file{body: p("", field), parts: c.parts}, c.text, c.said)
	}
}

// TestJoinedParagraphs: a paragraph whose end is hidden goes on with the next one in Word (17.3.2.36); a table or the
// end of a cell comes between.
func TestJoinedParagraphs(t *testing.T) {
	const hidden = `<w:rPr><w:vanish/></w:rPr>`
	head, next := p(hidden, r("", "а")), p("", r("", "б"))
	table := `<w:tbl><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc>` + head + `</w:tc></w:tr></w:tbl>`
	for text, named := range map[string]bool{head + next: true, p(hidden, "") + next: false, next + head: false,
		head + table + next: false, table + next: false, next + next: false} {
		says(t, file{body: text}, "скрытым концом", named)
	}
}

// TestSeparators: only a line between text and notes is not named (17.11.1, 17.11.23); files without notes
// may have any.
func TestSeparators(t *testing.T) {
	note := `<w:footnote w:id="1">` + p("", r("", "сноска")) + `</w:footnote>`
	separator := func(kind, content string) string {
		return `<w:footnote w:id="0" w:type="` + kind + `">` + p("", content) + `</w:footnote>`
	}
	const line, mark = `<w:r><w:separator/></w:r>`, `<w:r><w:footnoteReference w:id="1"/></w:r>`
	for notes, named := range map[string]bool{separator("separator", line) + note: false, note: false,
		separator("separator", line+r("", "далее")) + note: true, separator("separator", "") + note: true,
		separator("continuationNotice", "") + note:                 false,
		separator("continuationNotice", r("", "см. далее")) + note: true,
	} {
		says(t, file{body: p("", mark), parts: map[string]string{"footnotes": notes}}, "разделитель", named)
	}
	unused := map[string]string{"footnotes": separator("separator", "")}
	says(t, file{body: p("", ""), parts: unused}, "разделитель", false)
}

// TestLetterFill: letters that the page is seen through are named, those of another colour are not.
func TestLetterFill(t *testing.T) {
	const solid = `<w14:solidFill><w14:srgbClr w14:val="FF0000">…</w14:srgbClr></w14:solidFill>`
	for fill, named := range map[string]bool{`<w14:noFill/>`: true, strings.Replace(solid, "…", "", 1): false,
		strings.Replace(solid, "…", `<w14:alpha w14:val="50000"/>`, 1): true} {
		says(t, file{body: p("", r(`<w14:textFill>`+fill+`</w14:textFill>`, "а"))}, "прозрачность", named)
	}
}

// TestEffects: shadows, glows and views in space of shapes and pictures are named, but not elements without any.
func TestEffects(t *testing.T) {
	const flat = `<a:scene3d><a:camera prst="orthographicFront"/></a:scene3d>`
	for effect, named := range map[string]bool{`<a:effectLst/>`: false, flat: false,
		`<a:effectLst><a:softEdge rad="9"/></a:effectLst>`: true, `<a:sp3d><a:bevelT/></a:sp3d>`: true,
		strings.Replace(flat, "orthographicFront", "isometricTopUp", 1): true} {
		shape := `<w:drawing><wp:anchor><wp:positionH/><wp:positionV/><wp:extent cx="900000" cy="900000"/><a:graphic>` +
			`<a:graphicData><wps:wsp><wps:spPr>` + effect + `</wps:spPr></wps:wsp></a:graphicData></a:graphic>` +
			`</wp:anchor></w:drawing>`
		says(t, file{body: p("", `<w:r>`+shape+`</w:r>`)}, "эффект", named)
	}
	for on, named := range map[string]bool{"t": true, "f": false} {
		shape := `<w:pict><v:rect style="position:absolute;width:90pt;height:30pt"><v:shadow on="` + on +
			`"/><v:textbox><w:txbxContent>` + p("", r("", "а")) + `</w:txbxContent></v:textbox></v:rect></w:pict>`
		says(t, file{body: p("", `<w:r>`+shape+`</w:r>`)}, "тень", named)
	}
}

// TestHiddenNumbers: a hidden paragraph of a list is counted, as Word does when numbers are skipped, but its number is
// not printed; by rules before 13 it was. The number of a paragraph with text does not depend on its mark.
func TestHiddenNumbers(t *testing.T) {
	const list = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`
	const hidden = list + `<w:rPr><w:vanish/></w:rPr>`
	numbering := `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">` +
		`<w:start w:val="1"/><w:numFmt w:val="decimal"/>` +
		`<w:suff w:val="nothing"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	first, last := p(list, r("", "а")), p(list, r("", "б"))
	for content, want := range map[string][2]string{
		p(hidden, ""): {"1.а3.б", "1.а2.3.б"},
		p(hidden, r("<w:vanish/>", "СКРЫТО")): {"1.а3.б", "1.а2.3.б"},
		p(hidden, r("", "в")):                 {"1.а2.в3.б", "1.а2.в3.б"},
		p(list, ""):                           {"1.а2.3.б", "1.а2.3.б"},
		p(list, r("<w:vanish/>", "СКРЫТО")):   {"1.а2.3.б", "1.а2.3.б"},
	} {
		f := file{body: first + content + last, parts: map[string]string{"numbering": numbering}}
		for i, show := range []bool{false, true} {
			paper := f.lowerAs(t, Options{ShowHidden: show})
			if got := printed(paper); got != want[i] {
				t.Errorf("%s, %v: %q, want %q", content, show, got, want[i])
			}
		}
	}
}

// TestClearBreaks: a break that ends beside a drawing is named if there is a drawing (17.3.3.1, 17.18.3).
func TestClearBreaks(t *testing.T) {
	shape := `<w:r><w:drawing><wp:anchor><wp:positionH/><wp:positionV/><wp:extent cx="900000" cy="900000"/>` +
		`<wp:wrapSquare wrapText="bothSides"/>` +
		`<a:graphic><a:graphicData><wps:wsp><wps:spPr/></wps:wsp></a:graphicData>` +
		`</a:graphic></wp:anchor></w:drawing></w:r>`
	brk := func(clear string) string { return `<w:r><w:br w:clear="` + clear + `"/></w:r>` + r("", "а") }
	for text, named := range map[string]bool{p("", shape+brk("all")): true, p("", shape+brk("none")): false,
		p("", strings.Replace(shape, "wp:wrapSquare", "wp:wrapTopAndBottom", 1)+brk("all")): false,
		p("", shape) + p("", brk("left")): true, p("", brk("all")): false, p("", brk("all")+shape): false} {
		says(t, file{body: text}, "под рисунком", named)
	}
}
