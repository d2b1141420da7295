package attack

import "strings"

// concealed returns attacks that hide the text of a run from readers of a DOCX, or
// show something else in its place, by what stands around it: styles, fonts, grounds,
// fields, cells, margins and places that programs pass over.
func concealed(text string) (list []WordAttack) {
	const document, styles, table = "word/document.xml", "word/styles.xml", "word/fontTable.xml"
	const relations = "word/_rels/document.xml.rels"
	run := "<w:r><w:t>" + text + "</w:t></w:r>"
	add := func(name string, parts ...part) { list = append(list, WordAttack{Name: name, parts: parts}) }
	replaced := func(markup string) part { return part{document, run, markup} }
	with := func(properties string) part {
		return replaced(strings.Replace(run, "<w:t>", "<w:rPr>"+properties+"</w:rPr><w:t>", 1))
	}
	styled := func(markup string) part { return part{styles, "</w:styles>", markup + "</w:styles>"} }
	cell := func(table, row, properties string) part {
		return replaced("</w:p><w:tbl><w:tblPr>" + table + "</w:tblPr><w:tr><w:trPr>" + row +
			"</w:trPr><w:tc><w:tcPr>" +
			properties + "</w:tcPr><w:p>" + run + "</w:p></w:tc></w:tr></w:tbl><w:p>")
	}
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
		add("concealed by "+name, with(properties))
	}
	for name, before := range map[string]string{
		"hanging": `<w:ind w:left="0" w:hanging="30000"/>`, "in characters": `<w:ind w:leftChars="30000"/>`,
		"black ground": `<w:shd w:val="clear" w:fill="000000"/>`,
		"collapsed":    `<w15:collapsed xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>`,
	} {
		add("concealed "+name, part{document, "<w:pPr>", "<w:pPr>" + before})
	}
	for name, markup := range map[string]string{
		"in a code": `<w:r><w:fldChar w:fldCharType="begin"/></w:r>` + run +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
		"by a code": run + `<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t> не</w:t></w:r></w:fldSimple>`,
		"by a picture": run +
			`<w:fldSimple w:instr=" PAGE \# &quot;'900'&quot; "><w:r><w:t>1</w:t></w:r></w:fldSimple>`,
		"by a number": run + `<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>`,
		"by a link": `<w:fldSimple w:instr=" HYPERLINK &quot;http://example.org/&quot; ">` + run +
			`</w:fldSimple>`,
		"by the year":     strings.Replace(run, "</w:r>", "<w:yearLong/></w:r>", 1),
		"in an element":   strings.Replace(run, text, "<w:x>"+text+"</w:x>", 1),
		"in properties":   "<w:r><w:rPr>" + run + "</w:rPr></w:r>",
		"in a section":    "</w:p><w:sectPr>" + run + "</w:sectPr><w:p>",
		"strict":          strings.ReplaceAll(run, "w:", "s:"),
		"without a place": "<w:t>" + text + "</w:t>",
	} {
		if name == "strict" {
			add("concealed "+name, replaced(markup), part{document, "<w:document ",
				`<w:document xmlns:s="http://purl.oclc.org/` +
					`ooxml/wordprocessingml/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="s" `})
			continue
		}
		add("concealed "+name, replaced(markup))
	}
	add("concealed by a merged cell", cell("", "", "<w:vMerge/>"))
	add("concealed by a flat row", cell("", `<w:trHeight w:val="1" w:hRule="exact"/>`, ""))
	add("concealed by a floating table", cell(`<w:tblpPr w:tblpX="-30000" w:tblpY="1"/>`, "", ""))
	add("concealed by the margin of a cell", cell("", "", `<w:tcMar><w:left w:w="20000" w:type="dxa"/></w:tcMar>`))
	add("concealed by the ground of a cell", cell("", "", `<w:shd w:val="clear" w:fill="000000"/>`))
	add("concealed by turned text", cell("", "", `<w:textDirection w:val="btLr"/>`))
	add("concealed by the background", part{document, "<w:body>", `<w:background w:color="000000"/><w:body>`})
	add("concealed by two styles",
		styled(`<w:style w:type="character" w:styleId="Shown"><w:rPr><w:vanish w:val="0"/></w:rPr>`+
			`</w:style>`), part{styles, `w:styleId="Heading1">`, `w:styleId="Heading1"><w:rPr><w:vanish/></w:rPr>`},
		with(`<w:rStyle w:val="Shown"/>`))
	add("concealed by the standard style of characters", part{styles, `w:styleId="DefaultParagraphFont">`,
		`w:styleId="DefaultParagraphFont"><w:rPr><w:vanish/></w:rPr>`})
	add("concealed by the standard style of tables", part{styles, `w:styleId="TableNormal">`,
		`w:styleId="TableNormal"><w:rPr><w:vanish/></w:rPr>`}, cell("", "", ""))
	add("concealed by ink of a style", part{styles, `w:styleId="Heading1">`,
		`w:styleId="Heading1"><w:rPr><w14:textFill ` +
			`xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill></w:rPr>`})
	add("concealed by the indent of a style", part{styles, `w:styleId="Heading1">`,
		`w:styleId="Heading1"><w:pPr><w:ind w:left="30000"/></w:pPr>`})
	add("concealed by an embedded font", part{"word/_rels/fontTable.xml.rels", "",
		`<Relationships xmlns="http://schemas.` +
			`openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/` +
			`officeDocument/2006/relationships/font" Target="fonts/font1.odttf"/></Relationships>`},
		part{"word/fonts/font1.odttf", "", "x"}, part{table, "</w:fonts>",
			`<w:font w:name="Times New Roman"><w:embedRegular ` +
				`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></w:font></w:fonts>`})
	add("concealed by another name of a font", part{table, "</w:fonts>",
		`<w:font w:name="Times New Roman"><w:altName w:val="Wingdings"/></w:font></w:fonts>`})
	add("concealed by other styles", part{"word/styles2.xml", "",
		`<w:styles xmlns:w="http://schemas.openxmlformats.org/` +
			`wordprocessingml/2006/main"/>`}, part{relations, `<Relationship Id="rStyles"`,
		`<Relationship Id="rId903" Type="urn:x/styles" Target="styles2.xml"/><Relationship Id="rStyles"`})
	add("concealed by the margins", part{document, `<w:pgMar w:top="`, `<w:pgMar w:top="-2`})
	add("concealed by the sheet", part{document, `<w:pgSz w:w="`, `<w:pgSz w:w="1" w:x="`})
	add("concealed by dropping a header", part{document, `<w:headerReference w:type="default" r:id="rHeader"/>`, ""})
	add("concealed by spaces", part{document, ` xml:space="preserve"`, ""})
	return list
}

// OnWordForm returns attacks on the DOCX of a form that prompts with the text, so that
// its fields show what their data are not.
func OnWordForm(prompt string) []WordAttack {
	const document = "word/document.xml"
	return []WordAttack{
		{Name: "form prompt", parts: []part{{document, ">" + prompt + "<", ">900 рублей<"}},
			Says: "вместо подсказки видно"},
		{Name: "form prompt unseen", parts: []part{{document, `<w:rStyle w:val="PlaceholderText"/>`, `<w:vanish/>`}},
			Says: "среди скрытого"},
	}
}
