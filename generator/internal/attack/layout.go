package attack

// OnWordLayout returns attacks on a DOCX that has the text in a run of its own: they move words off the sheet or
// out of their columns by measures, settings and parts without words.
func OnWordLayout(text string) []WordAttack {
	c := &concealment{text: text, run: "<w:r><w:t>" + text + "</w:t></w:r>"}
	c.byMeasures()
	c.bySettings()
	c.byTables()
	c.byPackage()
	c.byNumbers()
	return named(c.list)
}

const (
	settingsPart  = "word/settings.xml"
	numberingPart = "word/numbering.xml"
	typesPart     = "[Content_Types].xml"
	corePart      = "docProps/core.xml"
)

// paragraph puts properties into the first paragraph.
func paragraph(properties string) part { return part{documentPart, "<w:pPr>", "<w:pPr>" + properties} }

// byMeasures moves the run off the sheet.
func (c *concealment) byMeasures() {
	for name, properties := range map[string]string{
		"a far negative indent":        `<w:ind w:left="-8000"/>`,
		"an indent in another unit":    `<w:ind w:left="40cm"/>`,
		"a hanging line":               `<w:ind w:left="0" w:hanging="8500"/>`,
		"indents that leave no room":   `<w:ind w:left="5500" w:right="5500"/>`,
		"lines in each other":          `<w:spacing w:line="10" w:lineRule="auto"/>`,
		"lines of another unit":        `<w:spacing w:line="1pt" w:lineRule="exact"/>`,
		"writing from right to left":   `<w:bidi/>`,
		"a text frame of another name": `<w:textboxTightWrap w:val="allLines"/><w:framePr w:w="10"/>`,
	} {
		c.add("moved by "+name, paragraph(properties))
	}
	c.add("moved by a tab stop", paragraph(`<w:tabs><w:tab w:val="left" w:pos="20000"/></w:tabs>`),
		c.replaced("<w:r><w:tab/><w:t>"+c.text+"</w:t></w:r>"))
	c.add("moved by a tab to the left", paragraph(`<w:tabs><w:tab w:val="right" w:pos="-5000"/></w:tabs>`),
		c.replaced("<w:r><w:tab/><w:t>"+c.text+"</w:t></w:r>"))
	for name, section := range map[string]string{
		"a narrow column": `<w:cols w:num="2" w:equalWidth="0">` +
			`<w:col w:w="10" w:space="9000"/><w:col w:w="10"/></w:cols>`,
		"columns far apart":    `<w:cols w:num="2" w:space="20000"/>`,
		"a grid of characters": `<w:docGrid w:type="linesAndChars" w:linePitch="360" w:charSpace="-60000"/>`,
		"a grid of flat lines": `<w:docGrid w:type="lines" w:linePitch="1"/>`,
		"lines of numbers":     `<w:lnNumType w:countBy="1" w:start="900"/>`,
	} {
		c.add("moved by "+name, part{documentPart, "</w:sectPr>", section + "</w:sectPr>"})
	}
}

// bySettings changes settings of the whole document.
func (c *concealment) bySettings() {
	for name, setting := range map[string]string{
		"mail merge": `<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/>` +
			`<w:connectString w:val="x"/><w:query w:val="SELECT * FROM x"/></w:mailMerge>`,
		"even headers": `<w:evenAndOddHeaders/>`,
		"mapped colors": `<w:clrSchemeMapping w:bg1="dark1" w:t1="light1" w:bg2="dark2" w:t2="light2" ` +
			`w:accent1="accent1" ` +
			`w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" ` +
			`w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>`,
		"forms data only": `<w:printFormsData/>`,
	} {
		c.add("set to "+name, part{settingsPart, "</w:settings>", setting + "</w:settings>"})
	}
	c.add("painted on a background", part{documentPart, "<w:body>", `<w:background w:color="FFFFFF">` +
		`<v:background xmlns:v="urn:schemas-microsoft-com:vml" fillcolor="black">` +
		`<v:fill type="solid"/></v:background>` +
		`</w:background><w:body>`})
}

// byTables hides the run in a table, or by means of one.
func (c *concealment) byTables() {
	table := func(properties, grid, row, cells string) part {
		return c.replaced("</w:p><w:tbl><w:tblPr>" + properties + "</w:tblPr><w:tblGrid>" + grid +
			"</w:tblGrid><w:tr><w:trPr>" + row + "</w:trPr>" + cells + "</w:tr></w:tbl><w:p>")
	}
	cell := func(properties, content string) string {
		return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p>" + content + "</w:p></w:tc>"
	}
	const wide, fixed = `<w:gridCol w:w="20000"/><w:gridCol w:w="3000"/>`, `<w:tblLayout w:type="fixed"/>`
	c.add("tabled beyond the sheet", table(fixed, wide, "", cell(`<w:tcW w:w="20000" w:type="dxa"/>`, "")+
		cell(`<w:tcW w:w="3000" w:type="dxa"/>`, c.run)))
	c.add("tabled with a wide grid", table(fixed, wide, "", cell("", "")+cell("", c.run)))
	c.add("tabled after a gap", table(fixed, wide, `<w:gridBefore w:val="1"/>`, cell("", c.run)))
	c.add("tabled in a sliver", table(fixed, `<w:gridCol w:w="10"/>`, "",
		cell(`<w:tcW w:w="10" w:type="dxa"/>`, c.run)))
	c.add("tabled to fit", table("", `<w:gridCol w:w="300"/>`, "", cell(`<w:tcW w:w="300" w:type="dxa"/><w:tcFitText/>`,
		c.run)))
	c.add("tabled in a deleted row", table("", "", `<w:del w:id="900" w:author="x"/>`, cell("", c.run)))
	c.add("tabled in a deleted cell", table("", "", "", cell(`<w:cellDel w:id="900" w:author="x"/>`, c.run)))
	c.add("tabled with far cells", table(`<w:tblCellSpacing w:w="15000" w:type="dxa"/>`, "", "", cell("", c.run)))
	c.add("tabled far left", table(`<w:tblInd w:w="-8000" w:type="dxa"/>`, "", "", cell("", c.run)))
	c.add("tabled from right to left", table(`<w:bidiVisual/>`, "", "", cell("", c.run)+cell("", "")))
	c.add("tabled in other cells", table("", "", "", cell("", "")+cell("", c.run)))
}

// byPackage changes which parts readers use.
func (c *concealment) byPackage() {
	const header = `<Relationship Id="rHeader"`
	c.add("packed with a name twice", part{relationsPart, header, `<Relationship Id="rHeader" Type="http://schemas.` +
		`openxmlformats.org/officeDocument/2006/relationships/header" Target="header2.xml"/>` + header})
	c.add("packed under another type", part{typesPart, "wordprocessingml.styles+xml",
		"wordprocessingml.webSettings+xml"})
	c.add("packed under two types", part{typesPart, "</Types>", `<Override PartName="/word/document.xml" ContentType=` +
		`"application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml"/></Types>`})
	c.add("packed with an add-in", part{"word/webextensions/taskpanes.xml", "", "<x/>"})
	c.add("packed with menus", part{"customUI/customUI14.xml", "", "<x/>"})
	c.add("packed with a backslash", part{`word\document.xml`, "", "<x/>"})
	c.add("packed in pieces", part{"word/document.xml/[0].last.piece", "", "<x/>"})
	c.add("packed in code", part{"word/%64ocument.xml", "", "<x/>"})
	c.add("packed from the root", part{"/word/document.xml", "", "<x/>"})
	c.add("packed under another title", part{corePart, "<dc:title>", "<dc:title>Приказ № 99 к "})
	c.add("packed by another author", part{corePart, "<dc:creator>", "<dc:creator>Не "})
	c.add("packed with keywords", part{corePart, "<dc:creator>", "<cp:keywords>утверждено</cp:keywords><dc:creator>"})
	c.add("packed with another name of a font", part{fontTablePart, `<w:font w:name="Times New Roman">`,
		`<w:font w:name="Times New Roman"><w:altName w:val="Code 39"/>`})
}

// byNumbers changes the numbers of lists, which no run holds.
func (c *concealment) byNumbers() {
	for name, replaced := range map[string][2]string{
		"with a number":    {`<w:lvlText w:val="%1."/>`, `<w:lvlText w:val="%1. 900 000 "/>`},
		"with a minus":     {`<w:lvlText w:val="%1."/>`, `<w:lvlText w:val="%1. −"/>`},
		"of another kind":  {`<w:numFmt w:val="decimal"/>`, `<w:numFmt w:val="upperRoman"/>`},
		"hidden":           {`<w:lvlJc w:val="left"/>`, `<w:lvlJc w:val="left"/><w:rPr><w:vanish/></w:rPr>`},
		"without a number": {`<w:lvlText w:val="%1."/>`, `<w:lvlText w:val=""/>`},
	} {
		c.add("numbered "+name, part{numberingPart, replaced[0], replaced[1]})
	}
	c.add("numbered otherwise in one paragraph", part{documentPart, `<w:numPr><w:ilvl w:val="0"/>`,
		`<w:numPr><w:ilvl w:val="1"/>`})
	c.add("numbered no more", part{documentPart, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, ""})
	c.add("numbered anew", part{documentPart, `<w:pPr><w:pStyle w:val="Person"/></w:pPr>`,
		`<w:pPr><w:pStyle w:val="Person"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`})
}

// OnWordTable returns attacks on a DOCX with a table: the words keep their order but move to other cells.
func OnWordTable() []WordAttack {
	const empty = "<w:tc><w:tcPr></w:tcPr><w:p/></w:tc>"
	cells := func(name, old, new string) WordAttack {
		return WordAttack{Name: "cells " + name, parts: []part{{documentPart, old, new}}}
	}
	return named([]WordAttack{
		cells("shifted", "<w:tc>", empty+"<w:tc>"),
		cells("emptied", "</w:tc></w:tr>", "</w:tc>"+empty+"</w:tr>"),
		cells("moved down", "</w:tr><w:tr>", "</w:tr><w:tr>"+empty+"</w:tr><w:tr>"),
	})
}
