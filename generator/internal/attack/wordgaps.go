package attack

import (
	"slices"
	"strings"
)

// OnWordGaps returns attacks on a DOCX that has the text in a run of its own under a heading: by content that each
// reader leaves to another, by values combined from several styles, and by parts that are active by a relationship
// and not by their name.
func OnWordGaps(text string) []WordAttack {
	c := &concealment{text: text, run: "<w:r><w:t>" + text + "</w:t></w:r>"}
	c.betweenReaders()
	c.byEqualStyles()
	c.togetherWithStyles()
	c.byLists()
	c.byRelationships()
	c.byVersionsOfParts()
	c.byXML()
	return c.list
}

// says adds an attack with its sentence in the report.
func (c *concealment) says(name, said string, parts ...part) {
	c.list = append(c.list, WordAttack{Name: "gap " + name, Says: said, parts: parts})
}

// betweenReaders adds words that the reader of text takes for a field and the reader of fields does not.
func (c *concealment) betweenReaders() {
	const words = "<w:r><w:t>900</w:t></w:r>"
	control := func(properties, content string) string {
		return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>"
	}
	const tag = `<w:tag w:val="x"/>`
	c.says("field in a header", "в колонтитуле стоит «900»", part{"word/header1.xml", "<w:p>",
		control(tag, "<w:p>"+words+"</w:p>") + "<w:p>"})
	c.says("tag of a run", "стоит «900ПРОТОКОЛ»", c.replaced(control("",
		strings.Replace(words, "<w:t>", "<w:rPr>"+tag+"</w:rPr><w:t>", 1))+c.run))
	c.says("tag of a paragraph", "стоит «900»", c.replaced("</w:p>"+control("",
		"<w:p><w:pPr>"+tag+"</w:pPr>"+words+"</w:p>")+"<w:p>"+c.run))
	c.says("field of a picture", "добавлено поле «x»: «900»", c.replaced(control(tag+"<w:picture/>", words)+c.run))
	c.says("prompt", "добавлено поле «x»: «900»", c.replaced(control(tag+"<w:showingPlcHdr/>", words)+c.run))
	c.says("signs in a field", "добавлено поле «x»: «9»",
		c.replaced(control(tag, `<w:r><w:sym w:font="Times New Roman" w:char="0039"/></w:r>`)+c.run))
	c.says("sign of a font", "шрифтом, которого нет в исходном файле: «code 39»", c.replaced(
		`<w:r><w:t>ПРОТОКО</w:t><w:sym w:font="Code 39" w:char="041B"/></w:r>`))
	c.says("tip at a link", "подсказка у ссылки: 900", c.replaced(
		`<w:hyperlink w:anchor="x" w:tooltip="900">`+c.run+"</w:hyperlink>"))
	c.says("number that stays", "поле, которое программы не обновляют", part{"word/header1.xml",
		`w:fldCharType="begin"`, `w:fldCharType="begin" w:fldLock="1"`})
}

// byEqualStyles hides the run by styles that programs confuse with others.
func (c *concealment) byEqualStyles() {
	hidden := func(attributes, name string) part {
		return styled("<w:style " + attributes + `><w:name w:val="` + name + `"/>` + hiddenInk + "</w:style>")
	}
	c.says("style without a kind", "среди скрытого и нечитаемого (белого, мелкого) стоит «ПРОТОКОЛ»",
		hidden(`w:default="1" w:styleId="Ghost"`, "Ghost"), part{documentPart, heading, ""})
	c.says("style of the same name", "примут за один: Ghost",
		hidden(`w:type="paragraph" w:styleId="Ghost"`, "HEADING 1"))
	c.says("style in other letters", "примут за один: HEADING1",
		hidden(`w:type="paragraph" w:styleId="HEADING1"`, "Ghost"))
	c.says("style named in other letters", "только заглавными буквами: ghost",
		hidden(`w:type="paragraph" w:styleId="Ghost"`, "Ghost"),
		part{documentPart, heading, `<w:pPr><w:pStyle w:val="ghost"/></w:pPr>`})
	c.says("styles of Word 2010", "стили для Word 2010", part{"word/stylesWithEffects.xml", "", `<w:styles xmlns:w=` +
		`"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" ` +
		`w:styleId="Heading1">` + hiddenInk + "</w:style></w:styles>"},
		c.related("http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects", "stylesWithEffects.xml"))
}

// togetherWithStyles moves the run out of sight by measures that are harmless on their own.
func (c *concealment) togetherWithStyles() {
	for name, given := range map[string][3]string{
		"indent and hanging":  {`<w:ind w:left="4000" w:hanging="4000"/>`, `<w:ind w:left="0"/>`, offSheet},
		"left and right":      {`<w:ind w:left="7000"/>`, `<w:ind w:right="4000"/>`, offSheet},
		"left and first line": {`<w:ind w:left="7000"/>`, `<w:ind w:firstLine="5000"/>`, offSheet},
		"flat and exact": {`<w:spacing w:line="20" w:lineRule="atLeast"/>`, `<w:spacing w:lineRule="exact"/>`,
			flat},
		"exact and flat":         {`<w:spacing w:line="280" w:lineRule="exact"/>`, `<w:spacing w:line="130"/>`, flat},
		"hanging":                {"", `<w:ind w:left="0" w:hanging="1990"/>`, offSheet},
		"a hundred lines before": {"", `<w:spacing w:beforeLines="10000"/>`, "пустое место, которое уводит слова"},
	} {
		c.says("together "+name, given[2], styled(style("paragraph", "<w:pPr>"+given[0]+"</w:pPr>")),
			part{documentPart, heading, `<w:pPr><w:pStyle w:val="Ghost"/>` + given[1] + "</w:pPr>"})
	}
	c.says("tab at the edge", "место табуляции за краем листа, в 210 мм от поля", part{documentPart, heading + c.run,
		strings.Replace(heading, "</w:pPr>", `<w:tabs><w:tab w:val="left" w:pos="11900"/></w:tabs></w:pPr>`, 1) +
			strings.Replace(c.run, "<w:t>", "<w:tab/><w:t>", 1)})
	for name, properties := range map[string]string{
		"narrow letters": `<w:w w:val="21"/>`, "raised letters": `<w:position w:val="24"/>`,
		"small letters": `<w:sz w:val="8"/>`,
	} {
		c.says(name, "среди скрытого и нечитаемого", c.with(properties))
	}
}

const flat = "строки, сжатые так, что слов не видно"

// byLists changes numbers by properties of lists other than their levels.
func (c *concealment) byLists() {
	const kind = `<w:multiLevelType w:val="multilevel"/>`
	c.says("list of another list", "список, номера которого берутся из другого",
		part{numberingPart, kind, kind + `<w:numStyleLink w:val="Ghost"/>`},
		styled(style("numbering", `<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>`)))
	c.says("list without spaces", "номера списков не те: «1. (слитно) О»", part{numberingPart,
		`<w:suff w:val="tab"/>`, `<w:suff w:val="nothing"/>`})
	c.says("level of a style", "номера списков не те: «1.1. О»",
		part{stylesPart, `w:styleId="Agenda"><w:name w:val="Пункт повестки"/><w:basedOn w:val="Normal"/>` +
			`<w:uiPriority w:val="10"/><w:qFormat/><w:pPr>`,
			`w:styleId="Agenda"><w:name w:val="Пункт повестки"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="10"/>` +
				`<w:qFormat/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>`},
		part{documentPart, `<w:pStyle w:val="Agenda"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`,
			`<w:pStyle w:val="Agenda"/>`},
		part{numberingPart, `<w:suff w:val="tab"/><w:lvlText w:val="%1.%2."/>`,
			`<w:pStyle w:val="Agenda"/><w:suff w:val="tab"/><w:lvlText w:val="%1.%2."/>`})
}

// related adds a relationship of the document.
func (c *concealment) related(kind, target string) part {
	return part{relationsPart, "</Relationships>", `<Relationship Id="rId950" Type="` + kind + `" Target="` + target +
		`"/></Relationships>`}
}

// byRelationships adds parts whose names do not reveal their kind.
func (c *concealment) byRelationships() {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	for kind, said := range map[string]string{
		"http://schemas.microsoft.com/office/2006/relationships/vbaProject":           "макросы",
		"http://schemas.microsoft.com/office/2006/relationships/keyMapCustomizations": "свои клавиши и команды",
		office + "oleObject":        "вложенный файл другой программы",
		office + "package":          "вложенный файл другой программы",
		office + "control":          "элементы ActiveX",
		office + "glossaryDocument": "запас готовых фрагментов",
		office + "recipientData":    "список рассылки",
		office + "unheardOf":        "связь неизвестного вида: unheardOf",
	} {
		c.says("relationship "+kind[strings.LastIndexByte(kind, '/')+1:], said, part{"word/x.xml", "", "<x/>"},
			c.related(kind, "x.xml"))
	}
	c.says("frames", "рамки с другими документами", part{"word/webSettings.xml", "", `<w:webSettings xmlns:w=` +
		`"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:frameset/></w:webSettings>`},
		c.related(office+"webSettings", "webSettings.xml"))
	for element, name := range map[string]string{"cp:version": "версия", "dc:identifier": "обозначение"} {
		c.says("property "+name, "в свойствах файла другое: "+name+" — «Отменён»", part{corePart,
			"</cp:coreProperties>", "<" + element + ">Отменён</" + element + "></cp:coreProperties>"})
	}
}

// byVersionsOfParts makes relationships and parts strict in a transitional package: programs that know one version do
// not find the parts behind them.
func (c *concealment) byVersionsOfParts() {
	const said = "связи и части двух версий"
	strict := func(name string, kinds ...string) (parts []part) {
		for _, kind := range kinds {
			parts = append(parts, part{name, "schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind,
				"purl.oclc.org/ooxml/officeDocument/relationships/" + kind})
		}
		return parts
	}
	document := strict(relationsPart, "styles", "numbering", "settings", "fontTable", "header", "header",
		"customXml", "customXml")
	start := strict("_rels/.rels", "officeDocument", "extended-properties")
	margin := append([]part{{"word/_rels/header1.xml.rels", "", `<Relationships xmlns="http://schemas.` +
		`openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/` +
		`officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>`}},
		strict("word/_rels/header1.xml.rels", "image")...)
	c.says("relationship of another version", said, strict(relationsPart, "numbering")...)
	c.says("relationships of another version", said, document...)
	c.says("start of another version", said, start...)
	c.says("all relationships of another version", said, slices.Concat(start, document,
		strict("customXml/_rels/item1.xml.rels", "customXmlProps"),
		strict("customXml/_rels/item2.xml.rels", "customXmlProps"))...)
	c.says("header with a relationship of another version", said, margin...)
	for _, name := range []string{stylesPart, numberingPart, settingsPart, fontTablePart, "word/header1.xml"} {
		c.says("version of "+name, said, part{name, "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
			"http://purl.oclc.org/ooxml/wordprocessingml/main"})
	}
	c.says("relationships from another base", "связь частей, которую читают не все программы", part{relationsPart,
		"<Relationships ", `<Relationships xml:base="/other/" `})
}

// byXML adds constructs that XML or packages do not allow.
func (c *concealment) byXML() {
	const broken = "файл повреждён: часть DOCX не читается"
	c.says("declared attributes", broken, part{documentPart, "<w:document ",
		`<!DOCTYPE w:document [<!ATTLIST w:color w:val CDATA "FFFFFF">]><w:document `})
	c.says("attribute twice", broken, part{documentPart, `<w:pStyle w:val="Heading1"/>`,
		`<w:pStyle w:val="Heading1" w:val="Ghost"/>`}, ghost("paragraph", hiddenInk))
	c.says("two documents", broken, part{documentPart, "</w:document>", `</w:document><w:document ` +
		`xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`})
	for name, declaration := range map[string]string{
		"another encoding behind a space": `<?xml version="1.0" encoding = "ISO-8859-1"?>`,
		"two encodings":                   `<?xml version="1.0" encoding="UTF-8" encoding = "KOI8-R"?>`,
	} {
		c.says(name, broken, part{documentPart, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`, declaration})
	}
	const odd = "имя части, которое программы понимают по-разному"
	for _, name := range []string{"word/document.xml\x00", "word/document.xml ", "word/a.xml?x", "word/ſtyles.xml"} {
		c.says("part "+name, odd, part{name, "", "<x/>"})
	}
	c.says("spaces kept from outside", "разметка, которую часть программ понимает иначе", c.replaced(
		strings.NewReplacer("<w:r>", `<w:r xml:space="preserve">`, "</w:t>", " </w:t>").Replace(c.run)))
	c.says("two bodies", "записанное дважды: body", part{documentPart, "</w:body>", "</w:body><w:body><w:p/></w:body>"})
	c.says("markup to be understood", "разметка, которую часть программ понимает иначе", part{documentPart, "<w:body>",
		"<w:body " + compatibility + ` mc:MustUnderstand="w14">`})
}

// OnWordForms returns attacks on the DOCX of a form that has the fields of a person: they leave the words in place,
// and exchange fields.
func OnWordForms() []WordAttack {
	const name, control = "Фамилия, имя и отчество полностью", `<w:tag w:val="consent.subject.name"/>`
	const moved = `<w:sdt><w:sdtPr><w:alias w:val="` + name + `"/>` + control + `<w:id w:val="1"/>` +
		`<w:lock w:val="sdtLocked"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr>` +
		`<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>впишите (обязательно)</w:t></w:r></w:sdtContent></w:sdt>`
	gap := func(name, said, old, new string) WordAttack {
		return WordAttack{Name: "gap " + name, Says: said, parts: []part{{documentPart, old, new}}}
	}
	return []WordAttack{
		gap("field named otherwise", "названо иначе: «Оклад»", `<w:alias w:val="`+name, `<w:alias w:val="Оклад`),
		gap("field of another kind", "другого вида", control, control+"<w:picture/>"),
		{Name: "gap field in another place", Says: "поле формы стоит не на том месте", parts: []part{
			{documentPart, moved, ""}, {documentPart, "<w:body>", "<w:body><w:p>" + moved + "</w:p>"}}},
	}
}

// OnWordCells returns attacks on a DOCX with a table that leave the words in their cells.
func OnWordCells() []WordAttack {
	const near, far = `<w:tblInd w:w="108" w:type="dxa"/>`, `<w:tblInd w:w="8900" w:type="dxa"/>`
	const black = `<w:shd w:val="clear" w:color="auto" w:fill="000000"/>`
	gap := func(name, said, old, new string) WordAttack {
		return WordAttack{Name: "gap " + name, Says: said, parts: []part{{documentPart, old, new}}}
	}
	return []WordAttack{
		gap("ground of a table", "среди скрытого и нечитаемого", "<w:tblPr>", "<w:tblPr>"+black),
		{Name: "gap ground of the other rows", Says: "среди скрытого и нечитаемого", parts: []part{
			{documentPart, "<w:tblPr>", "<w:tblPr>" + black}, {documentPart, "<w:trPr>",
				"<w:tblPrEx>" + strings.Replace(black, "000000", "FFFFFF", 1) + "</w:tblPrEx><w:trPr>"},
			{stylesPart, "<w:rPrDefault><w:rPr>", `<w:rPrDefault><w:rPr><w:color w:val="000000"/>`}}},
		{Name: "gap far first row", Says: "таблица шире листа", parts: []part{{documentPart, "<w:trPr>",
			"<w:tblPrEx>" + far + "</w:tblPrEx><w:trPr>"}, {documentPart, "<w:trPr><w:cantSplit/></w:trPr>",
			"<w:tblPrEx>" + near + "</w:tblPrEx><w:trPr><w:cantSplit/></w:trPr>"}}},
		{Name: "gap far by a style", Says: "таблица шире листа", parts: []part{{documentPart, near, ""},
			{stylesPart, `<w:tblInd w:w="0" w:type="dxa"/>`, far}}},
		gap("ground of rows", "среди скрытого и нечитаемого", "<w:trPr>", "<w:tblPrEx>"+black+"</w:tblPrEx><w:trPr>"),
		gap("wide column", "таблица шире листа", `<w:gridCol w:w="3289"/>`, `<w:gridCol w:w="12000"/>`),
		gap("wide table", "таблица шире листа", `<w:tblW w:w="10205" w:type="dxa"/>`,
			`<w:tblW w:w="20000" w:type="pct"/>`),
		gap("far table", "таблица шире листа", `<w:tblInd w:w="108"`, `<w:tblInd w:w="8000"`),
		gap("indent wider than the cell", offSheet, `<w:pStyle w:val="CellHead"/>`,
			`<w:pStyle w:val="CellHead"/><w:ind w:left="5000"/>`),
	}
}

// OnWordColumns returns attacks on the DOCX of a blank application, which has narrow columns without words: they
// make another column narrow.
func OnWordColumns() []WordAttack {
	return []WordAttack{{Name: "gap column among narrow ones", Says: "в котором слов не видно, шириной 0 мм",
		parts: []part{{documentPart, `<w:gridCol w:w="3402"/>`, `<w:gridCol w:w="20"/>`},
			{documentPart, `<w:tcW w:w="3402"`, `<w:tcW w:w="20"`}}}}
}

// OnWordShapes returns attacks on a DOCX with a picture that leave its file as it is.
func OnWordShapes() []WordAttack {
	picture := func(name, said, old, new string) WordAttack {
		return WordAttack{Name: "gap picture " + name, Says: said, parts: []part{{documentPart, old, new}}}
	}
	const figure = `<w:p><w:pPr><w:pStyle w:val="Figure"/>`
	const words = "<w:r><w:t>Рисунок\u00A01. Кто с кем работает</w:t>"
	const caption = `<w:p><w:pPr><w:pStyle w:val="FigureCaption"/></w:pPr>` + words + `</w:r></w:p>`
	const about = `<wp:docPr id="2" name="Рисунок 2" `
	const geometry = `cy="1188000"/></a:xfrm><a:prstGeom prst="rect">`
	const drawing = `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="4320000"`
	return []WordAttack{
		picture("among flat words", flat, `<w:pStyle w:val="FigureCaption"/>`,
			`<w:pStyle w:val="FigureCaption"/><w:spacing w:line="20" w:lineRule="exact"/>`),
		{Name: "gap picture behind the words of its run", Says: "рисунок стоит не на том месте", parts: []part{
			{documentPart, caption, ""}, {documentPart, drawing, strings.Replace(drawing, "<w:r>", words, 1)}}},
		picture("hidden", "не так, как в исходном файле: скрыт", about, about+`hidden="1" `),
		picture("stretched", "файле: растянут", `<a:ext cx="4320000"`, `<a:ext cx="90000"`),
		picture("shaped", "файле: обрезан по фигуре", geometry, strings.Replace(geometry, "rect", "line", 1)),
		picture("with a title", "показан и назван иначе: «Отменено", about, about+`title="Отменено" `),
		picture("named twice", "вслух двумя именами", `<pic:cNvPr id="2" `, `<pic:cNvPr descr="Отменено" id="2" `),
		{Name: "gap picture in another place", Says: "рисунок стоит не на том месте", parts: []part{
			{documentPart, caption, ""}, {documentPart, figure, caption + figure}}},
	}
}
