package attack

import "strings"

// OnWordTogether returns attacks on a DOCX that has the text in a run of its own under a heading: values that are
// harmless on their own but hide words together, attributes that only some programs read, and content next to the
// words.
func OnWordTogether(text string) []WordAttack {
	c := &concealment{text: text, run: "<w:r><w:t>" + text + "</w:t></w:r>"}
	c.together()
	c.byAttributes()
	c.byDeletions()
	c.bySigns()
	c.byHeaders()
	c.bySections()
	return c.list
}

func (c *concealment) together() {
	const unseen = "среди скрытого и нечитаемого (белого, мелкого) стоит «"
	const flat = "строки, сжатые так, что слов не видно"
	c.says("small letters close together", unseen, c.with(`<w:spacing w:val="-40"/><w:sz w:val="12"/>`))
	c.says("small narrow letters", unseen, c.with(`<w:w w:val="50"/><w:sz w:val="12"/>`))
	c.says("narrow letters close together", unseen,
		c.with(`<w:spacing w:val="-36"/><w:w w:val="50"/><w:sz w:val="28"/>`))
	c.says("large letters in a low line", flat, c.with(`<w:sz w:val="390"/>`), part{documentPart, heading,
		strings.Replace(heading, "</w:pPr>", `<w:spacing w:line="200" w:lineRule="exact"/></w:pPr>`, 1)})
	exact := part{documentPart, heading,
		strings.Replace(heading, "</w:pPr>", `<w:spacing w:line="360" w:lineRule="exact"/></w:pPr>`, 1)}
	for name, ink := range map[string]string{"ground": `<w:shd w:val="clear" w:fill="000000"/>`,
		"line": `<w:strike/>`} {
		c.says("large spaces with a "+name, flat, exact, c.replaced(c.run+`<w:r><w:rPr>`+ink+
			`<w:sz w:val="144"/></w:rPr><w:t xml:space="preserve"> </w:t></w:r>`))
	}
	for name, border := range map[string]string{"thick": `w:val="single" w:sz="96"`, "of many lines": `w:val="triple"`,
		"far": `w:val="single" w:sz="4" w:space="31"`} {
		c.says("border around words, "+name, "рамка вокруг слов, которая может закрыть другие", exact,
			c.with(`<w:bdr `+border+` w:color="FFFFFF"/>`))
	}
	c.says("border of a style", "рамка вокруг слов, которая может закрыть другие",
		styled(`<w:style w:type="character" w:styleId="Far"><w:name w:val="Far"/><w:rPr>`+
			`<w:bdr w:val="single" w:sz="4" w:space="31"/></w:rPr></w:style>`))
	for name, spacing := range map[string]string{
		"lines in each other by half": `w:line="122" w:lineRule="auto"`,
		"lines of less than nothing":  `w:line="-20" w:lineRule="atLeast"`,
	} {
		c.says(name, flat, paragraph(`<w:spacing `+spacing+`/>`))
	}
	for name, spacing := range map[string]string{
		"space before of less than nothing": `w:before="-3900"`, "space after of less than nothing": `w:after="-3900"`,
		"lines before of less than nothing": `w:beforeLines="-1900"`,
	} {
		c.says(name, "пустое место, которое уводит слова", paragraph(`<w:spacing `+spacing+`/>`))
	}
	const space = "Дата проведения"
	for name, sign := range map[string]string{"0085": "\u0085", "2028": "\u2028", "200A": "\u200a", "1680": "\u1680"} {
		c.says("space: "+name, "пробел U+"+name+", который часть программ не показывает, после слова «Дата»",
			part{documentPart, space, strings.Replace(space, " ", sign, 1)})
	}
}

func (c *concealment) byAttributes() {
	const odd = "разметка, которую часть программ понимает иначе"
	for name, property := range map[string]string{
		"size": `<w:sz val="2"/>`, "color": `<w:color val="FFFFFF"/>`, "scale": `<w:w val="1"/>`,
		"vanish": `<w:vanish w:val="0" xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`,
	} {
		c.says("attribute of no namespace: "+name, odd, c.with(property))
	}
	c.says("prefix of another namespace", odd, c.with(`<x:sz xmlns:x="urn:x" xmlns:w="urn:y" w:val="2"/>`))
	c.says("setting of no namespace", odd, part{settingsPart, `<w:zoom `,
		`<w:evenAndOddHeaders w:val="0" val="1"/><w:zoom `})
	c.says("lock of no namespace", odd, part{"word/header1.xml", `w:fldCharType="begin"`,
		`w:fldCharType="begin" fldLock="1"`})
}

func (c *concealment) byDeletions() {
	const struck = "среди удалённого с пометкой (его показывают зачёркнутым) стоит «НЕДЕЙСТВИТЕЛЕН»"
	c.says("deleted words", struck, c.replaced(c.run+`<w:del w:id="1" w:author="x"><w:r><w:delText>НЕДЕЙСТВИТЕЛЕН`+
		`</w:delText></w:r></w:del>`))
	c.says("words moved away", struck, c.replaced(c.run+`<w:moveFrom w:id="1" w:author="x"><w:r><w:t>НЕДЕЙСТВИТЕЛЕН`+
		`</w:t></w:r></w:moveFrom>`))
}

// bySigns puts characters into the words that only some programs read or show.
func (c *concealment) bySigns() {
	const sign, markup = "знак среди слов, которого здесь не прочитать", "разметка внутри слов"
	for _, name := range []string{"footnoteRef", "separator", "continuationSeparator", "annotationRef"} {
		c.says("sign of notes: "+name, sign, c.replaced(c.run+"<w:r><w:"+name+"/></w:r>"))
	}
	half := len("ПРОТО")
	for name, inside := range map[string]string{"comment": "<!-- x -->", "instruction": "<?x y?>"} {
		c.says("words around a "+name, markup,
			c.replaced("<w:r><w:t>"+c.text[:half]+inside+c.text[half:]+"</w:t></w:r>"))
	}
	c.says("deletion in properties", "помечена удалённой в оформлении", c.with(`<w:del w:id="1" w:author="x"/>`))
	c.says("styles in a ring", "стили, основанные друг на друге", part{stylesPart, `<w:name w:val="Normal"/>`,
		`<w:name w:val="Normal"/><w:basedOn w:val="Heading1"/>`})
}

func (c *concealment) byHeaders() {
	const header = "word/header1.xml"
	c.says("header of even sheets", "в колонтитулах нет номеров листов", part{documentPart,
		`<w:headerReference w:type="default"`, `<w:headerReference w:type="even"`})
	c.says("header of the first sheet", "верхний колонтитул первого листа не тот",
		part{documentPart, `<w:titlePg/>`, ""})
	for _, code := range []string{" NUMPAGES ", " SECTIONPAGES "} {
		c.says("number of sheets:"+code, "верхний колонтитул не тот, что в исходном файле: «⟨PAGE⟩»",
			part{header, " PAGE ", code})
	}
}

// bySections adds a section without headers, and levels of lists that programs take from different places.
func (c *concealment) bySections() {
	section := func(inside string) part {
		return part{documentPart, heading, strings.Replace(heading, "</w:pPr>", "<w:sectPr>"+inside+
			"</w:sectPr></w:pPr>", 1)}
	}
	const others, twice = "в разных разделах разные колонтитулы", "уровень списка, описанный дважды"
	c.says("section without headers", others, section(`<w:type w:val="continuous"/>`))
	c.says("section without a first sheet", others,
		section(`<w:headerReference w:type="default" r:id="rHeader"/>`))
	c.says("first sheet in the next section", others, section(`<w:headerReference w:type="default" r:id="rHeader"/>`+
		`<w:headerReference w:type="first" r:id="rFirstHeader"/>`))
	const num, level = `<w:num w:numId="1">`, `<w:lvl w:ilvl="0">`
	c.says("level numbered from two places", twice, part{numberingPart, num, num + `<w:lvlOverride w:ilvl="0">` +
		`<w:startOverride w:val="5"/></w:lvlOverride>`})
	c.says("level described twice", twice, part{numberingPart, level, level + `<w:start w:val="9"/>` +
		`<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>` + level})
}

// OnWordGrid returns attacks on a DOCX with a table of people: cells that move below other cells.
func OnWordGrid() []WordAttack {
	const cell, moved = `<w:tcPr><w:tcW w:w="3289" w:type="dxa"/>`, "столбцы таблиц сдвинуты"
	gap := func(said, name, old, new string) WordAttack {
		return WordAttack{Name: "grid " + name, Says: said, parts: []part{{documentPart, old, new}}}
	}
	return []WordAttack{
		gap(moved, "of two columns", cell, cell+`<w:gridSpan w:val="2"/>`),
		{Name: "grid of other widths", Says: "ячейки таблицы, ширина которых не та, что у столбцов", parts: []part{
			{documentPart, `<w:tcW w:w="3289" w:type="dxa"/>`, `<w:tcW w:w="6289" w:type="dxa"/>`},
			{documentPart, `<w:tcW w:w="4251" w:type="dxa"/>`, `<w:tcW w:w="1251" w:type="dxa"/>`}}},
		gap(moved, "with a row on each sheet", "<w:trPr><w:cantSplit/></w:trPr>",
			"<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"),
		gap("поля ячейки, которые уводят слова", "of a margin of less than nothing", cell,
			cell+`<w:tcMar><w:left w:w="-1990" w:type="dxa"/></w:tcMar>`),
	}
}

// OnWordDrawings returns attacks on a DOCX with a picture: additional content of its drawing.
func OnWordDrawings() []WordAttack {
	const other = "рисунок показан не так, как в исходном файле: "
	const word = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
	gap := func(said, name, old, new string) WordAttack {
		return WordAttack{Name: "drawing " + name, Says: other + said, parts: []part{{documentPart, old, new}}}
	}
	older := func(name, said, style string) WordAttack {
		return WordAttack{Name: "older drawing " + name, Says: said, parts: []part{
			{documentPart, "<w:drawing><wp:inline", `<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="` +
				style + `"><v:imagedata r:id="rPicture2"/></v:shape></w:pict><w:object><wp:inline`},
			{documentPart, "</wp:inline></w:drawing>", "</wp:inline></w:object>"}}}
	}
	const begin = `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>`
	const end = `</pic:pic>`
	return []WordAttack{
		{Name: "drawing of a group with a black bar", Says: other, parts: []part{
			{documentPart, begin, `<a:graphicData uri="` + word + `Group"><wpg:wgp xmlns:wpg="` + word +
				`Group" xmlns:wps="` + word + `Shape"><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>` +
				`<a:ext cx="4320000" cy="1188000"/><a:chOff x="0" y="0"/><a:chExt cx="4320000" cy="1188000"/></a:xfrm>` +
				`</wpg:grpSpPr><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="-3000000"/>` +
				`<a:ext cx="4320000" cy="1188000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>` +
				`<a:srgbClr val="000000"/></a:solidFill></wps:spPr><wps:bodyPr/></wps:wsp><pic:pic>`},
			{documentPart, end, end + "</wpg:wgp>"}}},
		gap("передвинут", "moved", `<a:off x="0" y="0"/>`, `<a:off x="0" y="-3000000"/>`),
		gap("раздвигает слова", "far from the words", `<wp:docPr id="2"`,
			`<wp:effectExtent l="0" t="9000000" r="0" b="9000000"/><wp:docPr id="2"`),
		gap("показан на бумаге иначе", "not in print", "<pic:spPr>", `<pic:spPr bwMode="hidden">`),
		gap("связан с другим файлом", "of another file", `<a:blip r:embed="rPicture2"`,
			`<a:blip r:link="rPicture1" r:embed="rPicture2"`),
		gap("в рисунке есть ещё что-то: hlinkClick", "with a link", `<pic:cNvPicPr/>`,
			`<pic:cNvPicPr/><a:hlinkClick r:id="rPicture1"/>`),
		older("of no size", "рисунок не тот", ""),
		older("of a point", "рисунок не тот", "width:1pt;height:1pt"),
		older("not displayed", other+"скрыт", "width:340pt;height:94pt;display:none"),
		older("clipped", other+"обрезан", "width:340pt;height:94pt;clip:rect(0,0,0,0)"),
		older("turned", other+"повёрнут", "width:340pt;height:94pt;rotation:90"),
		{Name: "drawing of no width", Says: "нет рисунка, который есть", parts: []part{
			{documentPart, `<wp:extent cx="4320000"`, `<wp:extent cx="0"`},
			{documentPart, `<a:ext cx="4320000"`, `<a:ext cx="0"`}}},
		{Name: "drawing for programs of old only", Says: "нет рисунка, который есть", parts: []part{
			{documentPart, "<w:drawing>", `<mc:AlternateContent ` + compatibility + ` xmlns:wps="` + word +
				`Shape"><mc:Choice Requires="wps"/><mc:Fallback><w:drawing>`},
			{documentPart, "</w:drawing>", "</w:drawing></mc:Fallback></mc:AlternateContent>"}}},
	}
}
