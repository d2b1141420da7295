package attack

import "strings"

// OnWordAlternatives returns attacks on a DOCX with a picture: a white sheet over the words
// for those programs that do not know the drawing beside it.
func OnWordAlternatives() []WordAttack {
	const word = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
	const cover = `<w:drawing><wp:anchor><wp:extent cx="7000000" cy="9000000"/><wp:docPr id="77" name="x"/>` +
		`<a:graphic><a:graphicData uri="` + word + `Shape">` +
		`<wps:wsp xmlns:wps="` + word + `Shape"><wps:cNvSpPr/><wps:spPr><a:xfrm>` +
		`<a:off x="0" y="0"/><a:ext cx="7000000" cy="9000000"/></a:xfrm><a:prstGeom prst="rect"/><a:solidFill>` +
		`<a:srgbClr val="FFFFFF"/></a:solidFill></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>` +
		`</wp:anchor></w:drawing>`
	const shape, unknown = `xmlns:wps="` + word + `Shape"`, `xmlns:u="urn:u"`
	var list []WordAttack
	for name, given := range map[string][2]string{ // prefixes, and the beginning of the choice
		"unknown": {unknown, `<mc:Choice Requires="u">`},
		"with another one in it": {unknown + " " + shape, `<mc:Choice Requires="u"><mc:AlternateContent>` +
			`<mc:Choice Requires="wps"></mc:Choice></mc:AlternateContent>`},
		"of a prefix elsewhere": {unknown, `<mc:AlternateContent xmlns:u="` + word + `Shape"/>` +
			`<mc:Choice Requires="u">`},
		"of a drawing":         {`xmlns:wp14="` + word + `Drawing"`, `<mc:Choice Requires="wp14">`},
		"of an own prefix":     {`xmlns:own="` + word + `Shape"`, `<mc:Choice Requires="own">`},
		"of another namespace": {`xmlns:wps="urn:u"`, `<mc:Choice Requires="wps">`},
		"of a list":            {shape, `<mc:Choice Requires="wps wps">`},
		"of another attribute": {shape, `<mc:Choice mc:Requires="wps">`},
		"of another element":   {shape + ` xmlns:x="urn:x"`, `<x:Choice Requires="wps"/><mc:Choice Requires="x">`},
	} {
		list = append(list, WordAttack{Name: "alternative " + name, Says: "рисунок показан не так", parts: []part{
			{documentPart, "<w:drawing>", `<mc:AlternateContent ` + compatibility + " " + given[0] + ">" + given[1] +
				"<w:drawing>"},
			{documentPart, "</w:drawing>", "</w:drawing></mc:Choice><mc:Fallback>" + cover +
				"</mc:Fallback></mc:AlternateContent>"}}})
	}
	return append(list, WordAttack{Name: "alternative deleted",
		Says: "среди удалённого с пометкой есть не только слова", parts: []part{{documentPart, "<w:r><w:drawing>",
			`<w:del w:id="1" w:author="x"><w:r>` + cover +
				`</w:r></w:del><w:r><w:drawing>`}}})
}

// OnWordThemes returns attacks on a DOCX that has the text in a run of its own: colors and fonts of a theme that
// programs read differently, and text that imitates a page number.
func OnWordThemes(text string) []WordAttack {
	c := &concealment{text: text, run: "<w:r><w:t>" + text + "</w:t></w:r>"}
	const unseen = "среди скрытого и нечитаемого (белого, мелкого) стоит «"
	const dark, latin = `<a:srgbClr val="000000"/>`, `<a:latin typeface="Times New Roman"/>`
	const ink = `<w:color w:val="000000" w:themeColor="text1"/>`
	const letters = `<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>`
	theme := func(name, properties, color, fonts, after string) {
		c.says("theme "+name, unseen, append(c.theme(color, fonts, after), c.with(properties))...)
	}
	theme("of the system", ink, `<a:sysClr val="window" lastClr="000000"/>`, latin, "")
	theme("of a color that is not its last one", ink, `<a:srgbClr lastClr="000000" val="FFFFFF"/>`, latin, "")
	theme("made lighter", ink, `<a:srgbClr val="000000"><a:lumOff val="100000"/></a:srgbClr>`, latin, "")
	theme("of two colors", ink, `<a:srgbClr val="FFFFFF"/>`+dark, latin, "")
	theme("behind it", ink, `<a:srgbClr val="FFFFFF"/>`, latin, `<a:extraClrSchemeLst><a:extraClrScheme><a:clrScheme>`+
		`<a:dk1>`+dark+`</a:dk1></a:clrScheme></a:extraClrScheme></a:extraClrSchemeLst>`)
	theme("of a tint that is none", strings.Replace(ink, "/>", ` w:themeTint="x"/>`, 1), dark, latin, "")
	theme("of a shade of another color", `<w:color w:val="F0F0F0" w:themeColor="text1"/>`,
		`<a:srgbClr val="B8B8B8"/>`, latin, "")
	theme("of Russian letters", letters, dark, `<a:font script="Cyrl" typeface="Wingdings"/>`+latin, "")
	theme("of another script", strings.ReplaceAll(letters, "HAnsi\"", "EastAsia\""), dark,
		latin+`<a:ea typeface="Wingdings"/>`, "")
	c.says("theme of mapped colors", "цвета букв и листа поменяны местами", part{settingsPart, "</w:settings>",
		`<w:clrSchemeMapping w:accent1="light1"/></w:settings>`})
	c.marks()
	return c.list
}

// theme adds a theme with a text color, fonts and further elements.
func (c *concealment) theme(color, fonts, after string) []part {
	return []part{
		{"word/theme.xml", "", `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
			`<a:themeElements><a:clrScheme name="x"><a:dk1>` + color + `</a:dk1></a:clrScheme><a:fontScheme name="x">` +
			`<a:minorFont>` + fonts + `</a:minorFont></a:fontScheme></a:themeElements>` + after + `</a:theme>`},
		c.related("http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme", "theme.xml"),
		{typesPart, "</Types>", `<Override PartName="/word/theme.xml" ` +
			`ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>`},
	}
}

// marks types the text that reports show for a page number.
func (c *concealment) marks() {
	const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`
	c.says("number of a sheet in letters", "в колонтитуле стоит «⟨PAGE⟩», чего нет", part{"word/header1.xml", begin,
		"<w:r><w:t>⟨PAGE⟩</w:t></w:r>" + begin})
	c.says("words in its brackets", "в колонтитуле стоит «⟨УВОЛЕН»", part{"word/header1.xml", begin,
		"<w:r><w:t>⟨УВОЛЕН</w:t></w:r>" + begin})
	c.says("number in the text", "знак ⟨, которым здесь назван номер листа", c.replaced(
		c.run+"<w:r><w:t>⟨№⟩</w:t></w:r>"))
	c.says("deleted sign", "удалённого с пометкой (его показывают зачёркнутым) стоит «А»", c.replaced(c.run+
		`<w:del w:id="1" w:author="x"><w:r><w:sym w:font="Arial" w:char="0410"/></w:r></w:del>`))
}
