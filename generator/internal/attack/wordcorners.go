package attack

import "strings"

// OnWordCorners returns attacks by corner cases of ECMA-376 on a DOCX that has the text in a run of its own under a
// heading: markup that is repeated, in alternatives, of other kinds, or in the package.
func OnWordCorners(text string) []WordAttack {
	c := &concealment{text: text, run: "<w:r><w:t>" + text + "</w:t></w:r>"}
	c.twice()
	c.ofOtherKinds()
	c.byNumberAppearances()
	c.bySheets()
	c.byEffects()
	c.byTypes()
	return named(c.list)
}

const (
	compatibility = `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
		`xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`
	whiteInk  = `<w:rPr><w:color w:val="FFFFFF"/></w:rPr>`
	blackInk  = `<w:rPr><w:color w:val="000000"/></w:rPr>`
	hiddenInk = `<w:rPr><w:vanish/></w:rPr>`
	normal    = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal">`
)

// heading is the paragraph properties of the run's paragraph.
const heading = `<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>`

// twice gives properties twice: first one that conceals, then another.
func (c *concealment) twice() {
	c.add("twice a style", part{stylesPart, normal,
		`<w:style w:type="paragraph" w:styleId="Heading1">` + hiddenInk + "</w:style>" + normal})
	c.add("twice the defaults", part{stylesPart, "<w:docDefaults>",
		"<w:docDefaults><w:rPrDefault>" + hiddenInk + "</w:rPrDefault></w:docDefaults><w:docDefaults>"})
	c.add("twice vanish", c.with(`<w:vanish/><w:vanish w:val="0"/>`))
	c.add("twice a color", c.with(`<w:color w:val="FFFFFF"/><w:color w:val="000000"/>`))
	c.add("twice a size", c.with(`<w:sz w:val="2"/><w:sz w:val="28"/>`))
	c.add("twice properties", c.replaced(strings.Replace(c.run, "<w:t>", whiteInk+blackInk+"<w:t>", 1)))
	c.add("twice properties of a paragraph", part{documentPart, heading + c.run,
		`<w:pPr><w:pStyle w:val="Ghost"/></w:pPr>` + heading + c.run}, ghost("paragraph", hiddenInk))
	c.add("twice a style of a paragraph", part{documentPart, heading,
		strings.Replace(heading, "<w:pStyle", `<w:pStyle w:val="Ghost"/><w:pStyle`, 1)}, ghost("paragraph", hiddenInk))
	c.add("twice a list", part{numberingPart, `<w:num w:numId="1">`,
		`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="1">`})
	c.add("twice the levels of a list", part{numberingPart, `<w:abstractNum w:abstractNumId="0">`,
		`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="decimal"/>` +
			`<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="0">`})
	c.add("twice by alternatives of a style", part{stylesPart, "</w:styles>",
		`<mc:AlternateContent ` + compatibility + `><mc:Choice Requires="w14">` + style("character", hiddenInk) +
			"</mc:Choice><mc:Fallback>" + style("character", "") + "</mc:Fallback></mc:AlternateContent></w:styles>"},
		c.with(`<w:rStyle w:val="Ghost"/>`))
	c.add("twice by alternatives of a number", part{numberingPart, `<w:lvlText w:val="%1."/>`,
		`<mc:AlternateContent ` + compatibility + `><mc:Choice Requires="w14"><w:lvlText w:val="%1. 900 000"/>` +
			`</mc:Choice></mc:AlternateContent><w:lvlText w:val="%1."/>`})
}

// style returns a style called Ghost.
func style(kind, properties string) string {
	return `<w:style w:type="` + kind + `" w:styleId="Ghost">` + properties + "</w:style>"
}

// ghost adds this style.
func ghost(kind, properties string) part { return styled(style(kind, properties)) }

// ofOtherKinds uses styles as those of another kind, and puts properties after the words.
func (c *concealment) ofOtherKinds() {
	c.add("kind of a style",
		part{stylesPart, `w:styleId="Heading1">`, `w:styleId="Heading1">` + whiteInk},
		ghost("paragraph", blackInk), c.with(`<w:rStyle w:val="Ghost"/>`))
	c.add("kind of a style below",
		part{stylesPart, `w:styleId="Heading1">`, `w:styleId="Heading1">` + whiteInk},
		styled(style("character", `<w:basedOn w:val="Shade"/>`)+
			`<w:style w:type="paragraph" w:styleId="Shade">`+blackInk+"</w:style>"),
		c.with(`<w:rStyle w:val="Ghost"/>`))
	c.add("kind of properties behind words", part{documentPart, heading + c.run,
		c.run + `<w:pPr><w:pStyle w:val="Ghost"/></w:pPr>`}, ghost("paragraph", hiddenInk))
	c.add("kind of the mark of a paragraph", part{documentPart, heading,
		`<w:pPr><w:pStyle w:val="Heading1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>`})
}

// byNumberAppearances hides the numbers of lists.
func (c *concealment) byNumberAppearances() {
	for name, properties := range map[string]string{
		"white": `<w:color w:val="FFFFFF"/>`, "tiny": `<w:sz w:val="2"/>`, "struck": "<w:strike/>",
		"in signs":    `<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>`,
		"without ink": `<w14:textFill ` + compatibility + `><w14:noFill/></w14:textFill>`,
	} {
		c.add("number "+name, part{numberingPart, `<w:lvlJc w:val="left"/>`,
			`<w:lvlJc w:val="left"/><w:rPr>` + properties + "</w:rPr>"})
	}
	c.add("number of a picture", part{numberingPart, `<w:abstractNum w:abstractNumId="0">`,
		`<w:numPicBullet w:numPicBulletId="0"><w:pict/></w:numPicBullet><w:abstractNum w:abstractNumId="0">`},
		part{numberingPart, `<w:lvlText w:val="%1."/>`, `<w:lvlText w:val="%1."/><w:lvlPicBulletId w:val="0"/>`})
	c.add("number in Arabic digits", part{numberingPart, `<w:suff w:val="tab"/><w:lvlText w:val="%1.%2."/>`,
		`<w:isLgl/><w:suff w:val="tab"/><w:lvlText w:val="%1.%2."/>`})
}

// bySheets moves words off the sheet by measures of the document and of its sheets.
func (c *concealment) bySheets() {
	for name, change := range map[string]part{
		"the default tab":   {settingsPart, `<w:defaultTabStop w:val="709"/>`, `<w:defaultTabStop w:val="20000"/>`},
		"hidden margins":    {settingsPart, `<w:zoom `, `<w:doNotDisplayPageBoundaries/><w:zoom `},
		"two sheets on one": {settingsPart, `<w:zoom `, `<w:printTwoOnOne/><w:zoom `},
		"a book":            {settingsPart, `<w:zoom `, `<w:bookFoldPrinting/><w:zoom `},
		"an outline":        {settingsPart, `<w:zoom `, `<w:view w:val="outline"/><w:zoom `},
		"another program":   {settingsPart, `<w:zoom `, `<w:saveThroughXslt w:solutionID="x"/><w:zoom `},
		"PostScript":        {settingsPart, `<w:zoom `, `<w:printPostScriptOverText/><w:zoom `},
		"high margins": {documentPart, `w:top="1134" w:right="567" w:bottom="1134"`,
			`w:top="8500" w:right="567" w:bottom="8500"`},
		"a gutter":                     {documentPart, `w:gutter="0"`, `w:gutter="8900"`},
		"the number of the first page": {documentPart, `<w:titlePg/>`, `<w:pgNumType w:start="900"/><w:titlePg/>`},
		"the kind of page numbers":     {documentPart, `<w:titlePg/>`, `<w:pgNumType w:fmt="upperRoman"/><w:titlePg/>`},
		"lines of six points": {documentPart, heading,
			`<w:pPr><w:pStyle w:val="Heading1"/><w:spacing w:line="120" w:lineRule="exact"/></w:pPr>`},
		"space before": {documentPart, heading,
			`<w:pPr><w:pStyle w:val="Heading1"/><w:spacing w:before="31680"/></w:pPr>`},
	} {
		c.add("sheet: "+name, change)
	}
	c.add("sheet: letters far apart", c.with(`<w:spacing w:val="20000"/>`))
}

// byEffects covers the run by text effects.
func (c *concealment) byEffects() {
	for name, properties := range map[string]string{
		"a shadow":     `<w14:shadow w14:blurRad="1270000" w14:dist="0"><w14:srgbClr w14:val="000000"/></w14:shadow>`,
		"a reflection": `<w14:reflection w14:blurRad="0" w14:stA="100000" w14:dist="0" w14:sy="100000"/>`,
		"depth":        `<w14:props3d w14:extrusionH="10000000"/>`,
		"a scene":      `<w14:scene3d><w14:camera w14:prst="obliqueTopLeft"/></w14:scene3d>`,
	} {
		c.add("effect of "+name, part{documentPart, "<w:document ", "<w:document " + compatibility + " "},
			c.with(properties))
	}
	c.add("effect of signs for letters", part{fontTablePart, `<w:font w:name="Times New Roman">`,
		`<w:font w:name="Times New Roman"><w:charset w:val="02"/>`})
}

// byTypes changes types and relationships of parts, and properties that programs show beside the document.
func (c *concealment) byTypes() {
	const relation = `<Relationship Id="rHeader"`
	c.add("type of a part left out", part{typesPart, `<Override PartName="/word/styles.xml" ` +
		`ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>`, ""})
	c.add("type of a link in small letters", part{relationsPart, relation, `<Relationship Id="rId900" Type=` +
		`"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" ` +
		`Target="http://example.org/" TargetMode="external"/>` + relation},
		c.replaced(`<w:hyperlink r:id="rId900">`+c.run+`</w:hyperlink>`))
	c.add("type of another namespace", part{relationsPart, relation, `<x:Relationship xmlns:x="urn:x" Id="rHeader"`})
	const company = "<Company>ООО «Другое»</Company>"
	c.add("type of a company", part{"docProps/app.xml", "<Application>", company + "<Application>"})
	c.add("type of a manager", part{"docProps/app.xml", "<Application>", "<Manager>Иванов</Manager><Application>"})
	c.add("type of own properties", part{"docProps/custom.xml", "",
		`<Properties xmlns="http://schemas.openxmlformats.` +
			`org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/` +
			`docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Гриф">` +
			`<vt:lpwstr>Утверждено` +
			`</vt:lpwstr></property></Properties>`},
		part{"_rels/.rels", "</Relationships>", `<Relationship Id="rId901" Type=` +
			`"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" ` +
			`Target="docProps/custom.xml"/></Relationships>`})
	c.add("type of an earlier date", part{corePart, `"dcterms:W3CDTF">2017-11-20T`, `"dcterms:W3CDTF">2001-11-20T`})
	c.list = append(c.list, WordAttack{Name: "type of a thumbnail", Remarked: true, parts: []part{
		{"docProps/thumbnail.jpeg", "", "x"}, {"_rels/.rels", "</Relationships>",
			`<Relationship Id="rId902" Type="http://schemas.openxmlformats.org/package/2006/relationships/` +
				`metadata/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>`}}})
}

// OnWordPictures returns attacks on a DOCX with pictures: their bytes, and how they are
// shown.
func OnWordPictures() []WordAttack {
	picture := func(name, old, new string) WordAttack {
		return WordAttack{Name: "picture " + name, parts: []part{{documentPart, old, new}}}
	}
	return named([]WordAttack{
		{Name: "picture replaced", parts: []part{{"word/media/image2.png", "IHDR", "IHDr"}}},
		picture("said to be another", ` descr="`, ` descr="Не `),
		picture("grown", `<wp:extent cx="4320000" cy="1188000"/>`, `<wp:extent cx="43200" cy="11880"/>`),
		picture("cut", `<a:stretch>`, `<a:srcRect l="90000"/><a:stretch>`),
		picture("turned", `<a:xfrm>`, `<a:xfrm rot="10800000">`),
		picture("bleached", `<a:blip r:embed="rPicture2"/>`,
			`<a:blip r:embed="rPicture2"><a:alphaModFix amt="0"/></a:blip>`),
		picture("of another part", `<a:blip r:embed="rPicture2"/>`, `<a:blip r:embed="rPicture1"/>`),
	})
}

// OnWordRows returns attacks on a DOCX with a table that leave the words in their cells.
func OnWordRows() []WordAttack {
	row := func(name, old, new string) WordAttack {
		return WordAttack{Name: "row " + name, parts: []part{{documentPart, old, new}}}
	}
	return named([]WordAttack{
		row("of one line", "<w:trPr>", `<w:trPr><w:trHeight w:val="280" w:hRule="exact"/>`),
		row("crossed out", "<w:tcPr>", `<w:tcPr><w:tcBorders><w:tl2br w:val="single" w:sz="48"/></w:tcBorders>`),
		row("described", "<w:tblPr>", `<w:tblPr><w:tblDescription w:val="Никто не пришёл"/>`),
		{Name: "row of a style", parts: []part{{documentPart, "<w:tblPr>", `<w:tblPr><w:tblStyle w:val="Ghost"/>` +
			`<w:tblLook w:firstRow="1"/>`}, ghost("table",
			`<w:tblStylePr w:type="firstRow">`+whiteInk+`</w:tblStylePr>`+
				`<w:tblStylePr w:type="lastRow">`+blackInk+`</w:tblStylePr>`)}},
	})
}
