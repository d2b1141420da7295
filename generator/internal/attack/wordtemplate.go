package attack

import "strings"

// FurnishedTemplate adds features to an office's Word template that built-in papers do not have: notes, a box with
// words, and fonts of a theme.
func FurnishedTemplate(template []byte) ([]byte, error) {
	const word = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	notes := func(kind string, texts ...string) string {
		part := "<w:" + kind + "s " + word + ">"
		for i, text := range texts {
			part += `<w:` + kind + ` w:id="` + string(rune('2'+i)) + `"><w:p><w:r><w:t>` + text +
				`</w:t></w:r></w:p></w:` + kind + ">"
		}
		return part + "</w:" + kind + "s>"
	}
	const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>` +
		`<a:fontScheme name="x"><a:minorFont><a:latin typeface="Times New Roman"/></a:minorFont></a:fontScheme>` +
		`</a:themeElements></a:theme>`
	relations, types := "", ""
	for _, kind := range []string{"footnotes", "endnotes", "theme"} {
		relations += `<Relationship Id="r-` + kind + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/` +
			`relationships/` + kind + `" Target="` + kind + `.xml"/>`
		office := "wordprocessingml."
		if kind == "theme" {
			office = ""
		}
		types += `<Override PartName="/word/` + kind + `.xml" ` +
			`ContentType="application/vnd.openxmlformats-officedocument.` + office + kind + `+xml"/>`
	}
	const plain = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"`
	file := template
	for _, p := range []part{
		{"word/footnotes.xml", "", notes("footnote", "Двое заочно.", "Один письменно.")},
		{"word/endnotes.xml", "", notes("endnote", "Список приложен.")}, {"word/theme.xml", "", theme},
		{relationsPart, "</Relationships>", relations + "</Relationships>"},
		{typesPart, "</Types>", types + "</Types>"},
		{stylesPart, plain, `<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"`},
		{documentPart, "<w:sectPr>", furniture + "<w:sectPr>"},
	} {
		var err error
		if file, err = p.apply(file); err != nil {
			return nil, err
		}
	}
	return file, nil
}

// furniture is the markup that it adds to the text.
const furniture = `<w:p><w:r><w:t>За решение подано 5 голосов</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>` +
	`<w:r><w:t>, против 3</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r>` +
	`<w:r><w:t>.</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>` +
	`<w:p><w:r><w:drawing><wp:inline><wp:extent cx="2000000" cy="500000"/><wp:docPr id="7" name="x"/>` +
	`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData ` +
	`uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm>` +
	`<a:off x="0" y="0"/><a:ext cx="2000000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx>` +
	`<w:txbxContent><w:p><w:r><w:t>Иванову отказать, Петрову выплатить</w:t></w:r></w:p></w:txbxContent></wps:txbx>` +
	`<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>` +
	`<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml">` + olderLine + `</w:pict></w:r><w:r>` +
	`<w:pict xmlns:v="urn:schemas-microsoft-com:vml">` + olderBox + `<v:textbox><w:txbxContent><w:p><w:r>` +
	`<w:t>Для служебного пользования</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`

// A line and a box as Word 2007 draws them.
const (
	olderLine = `<v:line id="a" style="z-index:1" from="0,0" to="400pt,0" strokeweight="2pt"/>`
	olderBox  = `<v:shape id="b" type="#_x0000_t202" style="width:200pt;height:40pt;z-index:2">`
)

// OnWordTemplate returns attacks on a paper made from such a template.
func OnWordTemplate() []WordAttack {
	const footnote, box = `<w:footnoteReference w:id="`, "рисунок показан не так, как в исходном файле: "
	const notes, hidden = "сноски не те: ", "среди скрытого и нечитаемого (белого, мелкого) стоит «"
	run := func(properties string) string { return "<w:r><w:rPr>" + properties + "</w:rPr>" }
	const votes, words = `<w:r><w:t>За решение подано`, `<w:txbxContent><w:p><w:r>`
	gap := func(said, name string, parts ...part) WordAttack {
		return WordAttack{Name: "template: " + name, Says: said, parts: parts}
	}
	in := func(old, new string) part { return part{documentPart, old, new} }
	list := olderDrawings(gap)
	return append(list, []WordAttack{
		gap(notes, "references swapped", in(footnote+`2"`, footnote+`x"`), in(footnote+`3"`, footnote+`2"`),
			in(footnote+`x"`, footnote+`3"`)),
		gap(notes, "notes swapped", part{"word/footnotes.xml", `w:id="2"`, `w:id="x"`},
			part{"word/footnotes.xml", `w:id="3"`, `w:id="2"`}, part{"word/footnotes.xml", `w:id="x"`, `w:id="3"`}),
		gap(notes, "one note for both", in(footnote+`3"`, footnote+`2"`)),
		gap("две сноски под одним номером", "two notes of one number",
			part{"word/footnotes.xml", `w:id="3"`, `w:id="2"`}),
		gap("без слов", "no note", in(footnote+`3"`, footnote+`9"`)),
		gap("без слов", "note of a line", part{"word/footnotes.xml", `w:id="3"`, `w:id="3" w:type="separator"`}),
		gap("без слов", "endnote for a footnote", in(footnote+`3"`, `<w:endnoteReference w:id="3"`)),
		gap("другие номера сносок", "numbers of notes", part{settingsPart, "</w:settings>",
			`<w:footnotePr><w:numStart w:val="5"/></w:footnotePr></w:settings>`}),
		gap("стоят в другом порядке", "words of a box", in("Иванову отказать, Петрову", "Петрову отказать, Иванову")),
		gap(hidden, "white words of a box", in(words, words+`<w:rPr><w:color w:val="FFFFFF"/></w:rPr>`)),
		gap(hidden, "hidden words of a box", in(words, words+`<w:rPr><w:vanish/></w:rPr>`)),
		gap(box+"повёрнут", "turned words of a box", in(`<wps:bodyPr/>`, `<wps:bodyPr rot="10800000"/>`)),
		gap(box+"на закрашенном фоне", "black box", in(`<a:prstGeom prst="rect"/></wps:spPr>`,
			`<a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="000000"/></a:solidFill></wps:spPr>`)),
		gap("нет рисунка, который есть", "small box", in(`<wp:extent cx="2000000"`, `<wp:extent cx="20000"`)),
		gap(hidden, "white words of a theme", in(votes, strings.Replace(votes, "<w:r>",
			run(`<w:color w:val="FFFFFF"/>`), 1))),
		gap(hidden, "struck words of a theme", in(votes, strings.Replace(votes, "<w:r>", run("<w:strike/>"), 1))),
		gap("шрифтом, которого нет", "another font of a theme",
			part{"word/theme.xml", "Times New Roman", "Courier New"}),
		gap(hidden, "signs of a theme", part{"word/theme.xml", "Times New Roman", "Wingdings"}),
	}...)
}

// olderDrawings change drawings of Word 2007 so that they cover words or hide their own.
func olderDrawings(gap func(said, name string, parts ...part) WordAttack) (list []WordAttack) {
	for _, to := range []struct{ said, name, in, old, new string }{
		{"закрыт рамкой: strokeweight", "thick line", olderLine, `"2pt"`, `"200pt" strokecolor="white"`},
		{"показан иначе: to", "long line", olderLine, `"400pt,0"`, `"400pt,400pt"`},
		{"показан иначе: dashstyle", "dashed line", olderLine, ` from=`, ` dashstyle="longDash" from=`},
		{"показан иначе: fillcolor", "black box", olderBox, ` style`, ` fillcolor="black" style`},
		{"закрашен: filled", "filled box", olderBox, ` style`, ` filled="t" style`},
		{"ссылка: ", "box with a link", olderBox, ` style`, ` href="http://example.org/" style`},
		{"за словами", "box behind words", olderBox, `:2"`, `:-2"`},
		{"показан иначе: layout-flow", "turned words", olderBox, `:2"`, `:2;layout-flow:vertical"`},
		{"передвинут: mso-position", "box on the sheet", olderBox, `:2"`, `:2;mso-position-vertical:top"`},
		{"передвинут: mso-left-percent", "box in percent", olderBox, `:2"`, `:2;mso-left-percent:900"`},
		{"раздвигает слова", "box far from words", olderBox, `:2"`, `:2;mso-wrap-distance-top:900pt"`},
		{"обрезан по фигуре", "box of other units", olderBox, ` style`, ` coordsize="9,9" style`},
		{"показан иначе: type", "box of another kind", olderBox, `t202`, `t136`},
		{"показан иначе: relid", "picture of LibreOffice", olderBox, ` style`, ` o:relid="rId1" style`},
		{"показан иначе: gfxdata ", "drawing of Word 2010", olderBox, ` style`, ` o:gfxdata="UEsDBA==" style`},
		{"показан иначе: spt 136", "box as WordArt", olderBox, ` style`, ` o:spt="136" style`},
		{"показан иначе: hr", "line across the page", olderBox, ` style`, ` o:hr="t" style`},
		{"передвинут: margin-left:900px", "box moved in pixels", olderBox, `:2"`, `:2;margin-left:900px"`},
		{"показан иначе: width:900px", "box wide in pixels", olderBox, `:200pt`, `:900px`},
		{"показан иначе: inset", "words out of the box", "<v:textbox>", `>`, ` inset="300pt,0,0,0">`},
	} {
		list = append(list, gap("рисунок показан не так, как в исходном файле: "+to.said, "older: "+to.name,
			part{documentPart, to.in, strings.Replace(to.in, to.old, to.new, 1)}))
	}
	return append(list, gap("назван иначе: «Отменено", "older: box with a name", part{documentPart, olderBox,
		strings.Replace(olderBox, ` style`, ` alt="Отменено" style`, 1)}))
}
