package attack

import "strings"

// concealed returns attacks that hide the text of a run from readers of a DOCX, or show something else in its
// place, by means of its surroundings: styles, fonts, backgrounds, fields, cells, margins and places that programs
// skip.
func concealed(text string) []WordAttack {
	c := &concealment{text: text, run: "<w:r><w:t>" + text + "</w:t></w:r>"}
	c.byRuns()
	c.byFields()
	c.byCells()
	c.byStyles()
	c.byParts()
	return c.list
}

// concealment collects attacks on a run.
type concealment struct {
	text, run string
	list      []WordAttack
}

const (
	documentPart  = "word/document.xml"
	stylesPart    = "word/styles.xml"
	fontTablePart = "word/fontTable.xml"
	relationsPart = "word/_rels/document.xml.rels"
)

func (c *concealment) add(name string, parts ...part) {
	c.list = append(c.list, WordAttack{Name: name, parts: parts})
}

// replaced puts markup in place of the run.
func (c *concealment) replaced(markup string) part { return part{documentPart, c.run, markup} }

// with adds properties to the run.
func (c *concealment) with(properties string) part {
	return c.replaced(strings.Replace(c.run, "<w:t>", "<w:rPr>"+properties+"</w:rPr><w:t>", 1))
}

// cell puts the run into a cell of a new table.
func (c *concealment) cell(table, row, properties string) part {
	return c.replaced("</w:p><w:tbl><w:tblPr>" + table + "</w:tblPr><w:tr><w:trPr>" + row +
		"</w:trPr><w:tc><w:tcPr>" + properties + "</w:tcPr><w:p>" + c.run +
		"</w:p></w:tc></w:tr></w:tbl><w:p>")
}

// styled adds a style.
func styled(markup string) part { return part{stylesPart, "</w:styles>", markup + "</w:styles>"} }

// byRuns hides the run by properties of it and of its paragraph.
func (c *concealment) byRuns() {
	for name, properties := range map[string]string{
		"theme color":         `<w:color w:val="000000" w:themeColor="accent1"/>`,
		"shade of the paper":  `<w:color w:val="000000" w:themeColor="background1" w:themeShade="FF"/>`,
		"theme font":          `<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>`,
		"East Asian font":     `<w:rFonts w:hint="eastAsia" w:eastAsia="Wingdings"/>`,
		"unknown font":        `<w:rFonts w:ascii="Code 39" w:hAnsi="Code 39"/>`,
		"yellow":              `<w:color w:val="FFFF00"/>`,
		"light gray":          `<w:color w:val="D9D9D9"/>`,
		"pattern":             `<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>`,
		"complex script":      `<w:cs/><w:szCs w:val="2"/>`,
		"superscript":         `<w:vertAlign w:val="superscript"/>`,
		"stamped":             `<w:imprint/>`,
		"two lines in one":    `<w:eastAsianLayout w:id="1" w:combine="1"/>`,
		"another namespace":   `<w:vanish x:val="0" w:val="1" xmlns:x="urn:x"/>`,
		"larger than a sheet": `<w:sz w:val="3000"/>`,
	} {
		c.add("concealed by "+name, c.with(properties))
	}
	for name, before := range map[string]string{
		"hanging": `<w:ind w:left="0" w:hanging="30000"/>`, "in characters": `<w:ind w:leftChars="30000"/>`,
		"black ground": `<w:shd w:val="clear" w:fill="000000"/>`,
		"collapsed":    `<w15:collapsed xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>`,
	} {
		c.add("concealed "+name, part{documentPart, "<w:pPr>", "<w:pPr>" + before})
	}
}

// byFields hides the run in fields and in places of the markup that are not text.
func (c *concealment) byFields() {
	for name, markup := range map[string]string{
		"in a code": `<w:r><w:fldChar w:fldCharType="begin"/></w:r>` + c.run +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
		"by a code": c.run + `<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t> не</w:t></w:r></w:fldSimple>`,
		"by a picture": c.run +
			`<w:fldSimple w:instr=" PAGE \# &quot;'900'&quot; "><w:r><w:t>1</w:t></w:r></w:fldSimple>`,
		"by a number": c.run + `<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>`,
		"by a link": `<w:fldSimple w:instr=" HYPERLINK &quot;http://example.org/&quot; ">` + c.run +
			`</w:fldSimple>`,
		"by the year":     strings.Replace(c.run, "</w:r>", "<w:yearLong/></w:r>", 1),
		"in an element":   strings.Replace(c.run, c.text, "<w:x>"+c.text+"</w:x>", 1),
		"in properties":   "<w:r><w:rPr>" + c.run + "</w:rPr></w:r>",
		"in a section":    "</w:p><w:sectPr>" + c.run + "</w:sectPr><w:p>",
		"strict":          strings.ReplaceAll(c.run, "w:", "s:"),
		"without a place": "<w:t>" + c.text + "</w:t>",
	} {
		if name == "strict" {
			c.add("concealed "+name, c.replaced(markup), part{documentPart, "<w:document ",
				`<w:document xmlns:s="http://purl.oclc.org/` +
					`ooxml/wordprocessingml/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
					`mc:Ignorable="s" `})
			continue
		}
		c.add("concealed "+name, c.replaced(markup))
	}
}

// byCells hides the run in cells.
func (c *concealment) byCells() {
	c.add("concealed by a merged cell", c.cell("", "", "<w:vMerge/>"))
	c.add("concealed by a flat row", c.cell("", `<w:trHeight w:val="1" w:hRule="exact"/>`, ""))
	c.add("concealed by a floating table", c.cell(`<w:tblpPr w:tblpX="-30000" w:tblpY="1"/>`, "", ""))
	c.add("concealed by the margin of a cell", c.cell("", "", `<w:tcMar><w:left w:w="20000" w:type="dxa"/></w:tcMar>`))
	c.add("concealed by the ground of a cell", c.cell("", "", `<w:shd w:val="clear" w:fill="000000"/>`))
	c.add("concealed by turned text", c.cell("", "", `<w:textDirection w:val="btLr"/>`))
}

// byStyles hides the run by styles.
func (c *concealment) byStyles() {
	c.add("concealed by two styles",
		styled(`<w:style w:type="character" w:styleId="Shown"><w:rPr><w:vanish w:val="0"/></w:rPr>`+
			`</w:style>`), part{stylesPart, `w:styleId="Heading1">`, `w:styleId="Heading1"><w:rPr><w:vanish/></w:rPr>`},
		c.with(`<w:rStyle w:val="Shown"/>`))
	c.add("concealed by the standard style of characters", part{stylesPart, `w:styleId="DefaultParagraphFont">`,
		`w:styleId="DefaultParagraphFont"><w:rPr><w:vanish/></w:rPr>`})
	c.add("concealed by the standard style of tables", part{stylesPart, `w:styleId="TableNormal">`,
		`w:styleId="TableNormal"><w:rPr><w:vanish/></w:rPr>`}, c.cell("", "", ""))
	c.add("concealed by ink of a style", part{stylesPart, `w:styleId="Heading1">`,
		`w:styleId="Heading1"><w:rPr><w14:textFill ` +
			`xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill></w:rPr>`})
	c.add("concealed by the indent of a style", part{stylesPart, `w:styleId="Heading1">`,
		`w:styleId="Heading1"><w:pPr><w:ind w:left="30000"/></w:pPr>`})
}

// byParts hides the run by sections, fonts and whole parts.
func (c *concealment) byParts() {
	c.add("concealed by the background", part{documentPart, "<w:body>", `<w:background w:color="000000"/><w:body>`})
	c.add("concealed by an embedded font", part{"word/_rels/fontTable.xml.rels", "",
		`<Relationships xmlns="http://schemas.` +
			`openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/` +
			`officeDocument/2006/relationships/font" Target="fonts/font1.odttf"/></Relationships>`},
		part{"word/fonts/font1.odttf", "", "x"}, part{fontTablePart, "</w:fonts>",
			`<w:font w:name="Times New Roman"><w:embedRegular ` +
				`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></w:font></w:fonts>`})
	c.add("concealed by another name of a font", part{fontTablePart, "</w:fonts>",
		`<w:font w:name="Times New Roman"><w:altName w:val="Wingdings"/></w:font></w:fonts>`})
	c.add("concealed by other styles", part{"word/styles2.xml", "",
		`<w:styles xmlns:w="http://schemas.openxmlformats.org/` +
			`wordprocessingml/2006/main"/>`}, part{relationsPart, `<Relationship Id="rStyles"`,
		`<Relationship Id="rId903" Type="urn:x/styles" Target="styles2.xml"/><Relationship Id="rStyles"`})
	c.add("concealed by the margins", part{documentPart, `<w:pgMar w:top="`, `<w:pgMar w:top="-2`})
	c.add("concealed by the sheet", part{documentPart, `<w:pgSz w:w="`, `<w:pgSz w:w="1" w:x="`})
	c.add("concealed by dropping a header", part{documentPart,
		`<w:headerReference w:type="default" r:id="rHeader"/>`, ""})
	c.add("concealed by spaces", part{documentPart, ` xml:space="preserve"`, ""})
}

// OnWordForm returns attacks on the DOCX of a form with the text as a prompt, so that its fields show something
// other than their data.
func OnWordForm(prompt string) []WordAttack {
	const document = "word/document.xml"
	return []WordAttack{
		{Name: "form prompt", parts: []part{{document, ">" + prompt + "<", ">900 рублей<"}},
			Says: "вместо подсказки видно"},
		{Name: "form prompt unseen", parts: []part{{document, `<w:rStyle w:val="PlaceholderText"/>`, `<w:vanish/>`}},
			Says: "среди скрытого"},
	}
}
