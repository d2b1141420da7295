package attack

import "strings"

// OnWordValues returns attacks on a DOCX that has the text in a run of its own: by values that programs read
// differently or in other units, by attributes for other programs, and by the formatting of list numbers.
func OnWordValues(text string) []WordAttack {
	c := &concealment{text: text, run: "<w:r><w:t>" + text + "</w:t></w:r>"}
	c.byUnits()
	c.byMarks()
	c.byNamesakes()
	c.byVersions()
	return c.list
}

const unseen = "среди скрытого и нечитаемого (белого, мелкого) стоит «"

// byUnits writes values in other units, with spaces or as parts of numbers.
func (c *concealment) byUnits() {
	for name, properties := range map[string]string{
		"size in points": `<w:sz w:val="1pt"/>`, "size behind a space": `<w:sz w:val=" 2"/>`,
		"size with a fraction": `<w:sz w:val="2.0"/>`, "spacing in points": `<w:spacing w:val="-30pt"/>`,
		"spacing behind a space": `<w:spacing w:val=" -600"/>`, "position in points": `<w:position w:val="900pt"/>`,
		"position behind a space": `<w:position w:val=" 1800"/>`, "scale with a fraction": `<w:w w:val="1.5%"/>`,
		"scale behind a space": `<w:w w:val=" 1"/>`, "scale as a length": `<w:w w:val="1mm"/>`,
		"scale in points": `<w:w w:val="3pt"/>`, "no scale": `<w:w w:val="0"/>`,
		"size in percent": `<w:sz w:val="28%"/>`, "size below nothing": `<w:sz w:val="-28"/>`,
		"highlight over a ground": `<w:color w:val="000000"/><w:highlight w:val="black"/>` +
			`<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>`,
		"switch of another program":   `<w:vanish x:val="0" xmlns:x="urn:x"/>`,
		"switch without a namespace":  `<w:vanish val="0"/>`,
		"color of another program":    `<w:color x:val="000000" xmlns:x="urn:x" w:val="FFFFFF"/>`,
		"declaration called as a key": `<w:vanish xmlns:val="0"/>`,
	} {
		c.says(name, unseen, c.with(properties))
	}
	section := func(said, name, section string) {
		c.says(name, said, part{documentPart, "</w:sectPr>", section + "</w:sectPr>"})
	}
	section("колонки, в которых слова", "columns behind a space", `<w:cols w:num=" 40" w:space="10"/>`)
	section("сетка, которая сжимает", "lines behind a space", `<w:docGrid w:type="lines" w:linePitch=" 1"/>`)
	const margins = "поля листа, при которых слов не видно"
	c.says("deep header", margins, part{documentPart, `w:header="`, `w:header="8`})
	c.says("high footer", margins, part{documentPart, `w:footer="`, `w:footer="8`})
	c.says("line behind a space", "строки, сжатые так",
		paragraph(`<w:spacing w:line=" 20" w:lineRule="exact"/>`))
	for _, border := range []string{`top w:val="single" w:sz="400"`, `bottom w:val="single" w:sz="8" w:space="-20"`} {
		c.says("border "+border, "рамка, которая может закрыть слова", paragraph("<w:pBdr><w:"+border+"/></w:pBdr>"))
	}
	section("другие номера листов", "number of the chapter", `<w:pgNumType w:chapStyle="1"/>`)
	c.says("charset of one digit", "шрифт, который назван шрифтом знаков", part{fontTablePart,
		`<w:charset w:val="CC"/>`, `<w:charset w:val="2"/>`})
	c.says("number of a note", "сноска после слова «"+c.text+"»",
		c.replaced(c.run+`<w:r><w:footnoteReference w:id="2"/></w:r>`))
}

// byMarks formats the mark of a paragraph, whose appearance is that of its number.
func (c *concealment) byMarks() {
	const hidden = "номера списка, которых не видно"
	const listed = `<w:pStyle w:val="Agenda"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`
	ghost := styled(`<w:style w:type="character" w:customStyle="1" w:styleId="Ghost"><w:name w:val="Ghost"/>` +
		`<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>`)
	for name, properties := range map[string]string{
		"white": `<w:color w:val="FFFFFF"/>`, "tiny": `<w:sz w:val="2"/>`, "struck": `<w:strike/>`,
		"raised": `<w:position w:val="2000"/>`, "in signs": `<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>`,
		"of a style": `<w:rStyle w:val="Ghost"/>`, "on black": `<w:highlight w:val="black"/>`,
	} {
		c.says("mark "+name, hidden, ghost, part{documentPart, listed,
			strings.Replace(listed, "</w:pPr>", "<w:rPr>"+properties+"</w:rPr></w:pPr>", 1)})
	}
	const aligned = `<w:lvlJc w:val="left"/>`
	c.says("level of a style", hidden, ghost,
		part{numberingPart, aligned, aligned + `<w:rPr><w:rStyle w:val="Ghost"/></w:rPr>`})
	c.says("level of a format of its own", "номера списков не те: «1 (decimal900)", part{numberingPart,
		`<w:numFmt w:val="decimal"/>`, `<w:numFmt w:val="decimal" w:format="900"/>`})
}

// byNamesakes gives elements two attributes with the same name, of which each program uses one.
func (c *concealment) byNamesakes() {
	const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r>` +
		`<w:t>ОТМЕНЕНО</w:t></w:r></w:p></w:hdr>`
	const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`
	typed := func(name, kind string) part {
		return part{typesPart, "</Types>", `<Override PartName="/word/` + name + `" ContentType="application/vnd.` +
			`openxmlformats-officedocument.wordprocessingml.` + kind + `+xml"/></Types>`}
	}
	const stamped = "в колонтитуле стоит «ОТМЕНЕНО»"
	c.says("header by two names", stamped, part{documentPart, `r:id="rHeader"`,
		`z:id="rHeader" xmlns:z="urn:z" r:id="rEvil"`}, part{relationsPart, "</Relationships>",
		`<Relationship Id="rEvil" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" ` +
			`Target="header9.xml"/></Relationships>`}, part{"word/header9.xml", "", header},
		typed("header9.xml", "header"))
	target := func(said, name, kind, content string) {
		c.says(kind+" by two targets", said, part{relationsPart, `Target="` + name + `.xml"`,
			`Target="other.xml" xmlns:z="urn:z" z:Target="` + name + `.xml"`}, part{"word/other.xml", "", content},
			typed("other.xml", kind))
	}
	target(stamped, "header1", "header", header)
	target("связь частей, которую читают не все программы", "styles", "styles", styles)
	c.says("relationship inside another element", "связь частей, которую читают не все программы",
		part{relationsPart, `<Relationship Id="rNumbering"`, `<x:x xmlns:x="urn:x"><Relationship Id="rNumbering"/>` +
			`</x:x><Relationship Id="rNumbering"`})
	c.says("type by two names", "тип части, который читают не все программы", part{typesPart,
		`<Override PartName="/word/styles.xml"`, `<Override xmlns:z="urn:z" z:PartName="/word/x.xml" ` +
			`PartName="/word/styles.xml"`})
	c.says("alignment by two names", "разметка, которую часть программ понимает иначе",
		paragraph(`<w:jc xmlns:z="urn:z" z:val="left" w:val="left"/>`))
}

// byVersions gives elements attributes of the other version of WordprocessingML, which
// LibreOffice takes for their own.
func (c *concealment) byVersions() {
	const mixed = "разметка двух версий"
	const strict = `xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main" `
	for _, properties := range []string{`color %ss:val="FFFFFF"`, `sz %ss:val="2"`, `highlight %ss:val="black"`,
		`shd w:val="clear" %ss:fill="000000"`, `position %ss:val="3000"`, `rStyle %ss:val="Ghost"`} {
		name, _, _ := strings.Cut(properties, " ")
		c.says("version of "+name, mixed, c.with("<w:"+strings.Replace(properties, "%s", strict, 1)+"/>"))
	}
	for _, properties := range []string{`ind %ss:left="20000"`, `spacing %ss:line="1" s:lineRule="exact"`} {
		name, _, _ := strings.Cut(properties, " ")
		c.says("version of "+name, mixed, paragraph("<w:"+strings.Replace(properties, "%s", strict, 1)+"/>"))
	}
	change := func(name, in, old, new string) { c.says("version of "+name, mixed, part{in, old, new}) }
	change("the name of a style", documentPart, `<w:pStyle w:val="Heading1"/>`, `<w:pStyle `+strict+`s:val="Title"/>`)
	change("a list", documentPart, `<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl `+
		strict+`s:val="0"/><w:numId `+strict+`s:val="1"/></w:numPr>`)
	change("a header", documentPart, `<w:headerReference w:type=`, `<w:headerReference `+strict+`s:type=`)
	change("a first number", numberingPart, `<w:start w:val="1"/>`, `<w:start `+strict+`s:val="7"/>`)
	change("a look of a style", stylesPart, `w:styleId="Heading1">`,
		`w:styleId="Heading1"><w:rPr><w:color `+strict+`s:val="FFFFFF"/></w:rPr>`)
	change("an element of a style", stylesPart, `w:styleId="Heading1">`,
		`w:styleId="Heading1"><s:rPr `+strict+`><s:vanish/></s:rPr>`)
	change("a setting", settingsPart, `<w:zoom `, `<w:evenAndOddHeaders w:val="0" `+strict+`s:x="1"/><w:zoom `)
	change("an element of the settings", settingsPart, `<w:zoom `, `<s:evenAndOddHeaders `+strict+`/><w:zoom `)
	change("a font", fontTablePart, `<w:font w:name="Times New Roman">`,
		`<w:font w:name="Times New Roman"><w:charset `+strict+`s:val="02"/>`)
	change("a reference to a part", documentPart, `<w:headerReference `, `<w:headerReference `+
		`xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships" q:x="rHeader" `)
}

// OnWordMeasures returns attacks on a DOCX with a table of people: values that move the words of a column out of
// sight.
func OnWordMeasures() []WordAttack {
	const width, sliver = `<w:tcW w:w="3289" w:type="dxa"/>`, "столбец таблицы, в котором слов не видно"
	gap := func(said, name, old, new string) WordAttack {
		return WordAttack{Name: "measure " + name, Says: said, parts: []part{{documentPart, old, new}}}
	}
	return []WordAttack{
		gap(sliver, "of a part of a percent", width, `<w:tcW w:w="5" w:type="pct"/>`),
		gap(sliver, "in percent", width, `<w:tcW w:w="0.1%" w:type="pct"/>`),
		gap(sliver, "behind a space", width, `<w:tcW w:w=" 10" w:type="dxa"/>`),
		gap(sliver, "of a table in percent", `<w:tblW w:w="10205" w:type="dxa"/>`, `<w:tblW w:w="20" w:type="pct"/>`),
		gap(sliver, "of a column left out", `<w:gridCol w:w="3289"/>`, `<w:gridCol/>`),
		gap("строка таблицы выше листа", "of a high row", "<w:trPr>",
			`<w:trPr><w:trHeight w:val="31000" w:hRule="atLeast"/>`),
		gap("ячейка без переносов", "of a cell that grows", width, width+"<w:noWrap/>"),
		gap("строка таблицы, сдвинутая вбок", "of a short row", "<w:trPr>",
			`<w:trPr><w:gridAfter w:val="1"/><w:wAfter w:w="9000" w:type="dxa"/>`),
		gap("поля ячейки, которые уводят слова", "of a margin behind a space", width,
			width+`<w:tcMar><w:bottom w:w=" 20000" w:type="dxa"/></w:tcMar>`),
	}
}

// OnWordPictureValues returns attacks on a DOCX with a picture, by attributes for other programs and by content
// that shows through.
func OnWordPictureValues() []WordAttack {
	gap := func(said, name, old, new string) WordAttack {
		return WordAttack{Name: "picture " + name, Says: said, parts: []part{{documentPart, old, new}}}
	}
	return []WordAttack{
		gap("рисунок показан не так", "of two widths", `<wp:extent cx="4320000"`,
			`<wp:extent xmlns:z="urn:z" z:cx="4320000" cx="900"`),
		gap("рисунок не тот", "of two files", `r:embed="rPicture2"`,
			`xmlns:z="urn:z" z:embed="rPicture2" r:embed="rStyles"`),
		gap("на закрашенном фоне", "on black", `</a:prstGeom>`,
			`</a:prstGeom><a:solidFill><a:srgbClr val="000000"/></a:solidFill>`),
	}
}

// Updated returns a DOCX as Word saves it when a person has updated its fields: the field that
// keeps paragraphs together for LibreOffice has a result, which no program prints.
func Updated(file []byte) ([]byte, error) {
	const code = `<w:r><w:instrText xml:space="preserve"> SET keep "1" </w:instrText></w:r>`
	return part{documentPart, code, code + `<w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
		`<w:bookmarkStart w:id="9000" w:name="keep"/><w:r><w:t>1</w:t></w:r><w:bookmarkEnd w:id="9000"/>`}.apply(file)
}
