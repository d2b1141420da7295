package wordml

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
)

// TestText: the text that elements of a run and what contains runs give.
func TestText(t *testing.T) {
	field := func(code, result string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` + code + `</w:instrText></w:r>` +
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + r("", result) +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	for _, c := range []struct{ content, want string }{
		{`<w:r><w:t> a b </w:t></w:r>`, "a b"},
		{r("", " a b "), " a b "},
		{`<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>`, "a\tb\nc"},
		{`<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/></w:r>`, "a-\u2060b\u00ad"},
		{r(`<w:caps/>`, "абв"), "АБВ"},
		{r(`<w:vanish/>`, "hidden") + r(``, "a"), "a"},
		{`<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`, "☑"},
		{`<w:ins>` + r("", "new") + `</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>`, "new"},
		{`<w:sdt><w:sdtPr/><w:sdtContent>` + r("", "in") + `</w:sdtContent></w:sdt>`, "in"},
		{`<w:hyperlink w:anchor="x">` + r("", "link") + `</w:hyperlink>`, "link"},
		{field(" DATE ", "01.02.2026"), "01.02.2026"},
		{field(` IF `+"\u007b", "so"), "so"},
		{field(" PAGE ", "7"), "7"},
		{field(" SET пункт 1", "1") + r("", "Слушали:") + field(" REF пункт ", "1"), "Слушали:1"},
		{field(` ASK срок "До какого?" `, "5 мая") + r("", "a"), "a"},
		{`<w:fldSimple w:instr=" SET пункт 2 ">` + r("", "2") + `</w:fldSimple>` + r("", "a"), "a"},
		{`<w:fldSimple w:instr=" TITLE ">` + r("", "T") + `</w:fldSimple>`, "T"},
		{`<mc:AlternateContent><mc:Choice Requires="zzz">` + r("", "new") + `</mc:Choice><mc:Fallback>` + r("", "old") +
			`</mc:Fallback></mc:AlternateContent>`, "old"},
	} {
		list := paragraphs(body(t, p("", c.content)).Flow.Blocks)
		if got := text(list[0]); got != c.want {
			t.Errorf("%s: %q, want %q", c.content, got, c.want)
		}
	}
}

// TestAnswers: what is not laid out exactly is named with its paragraph, and
// content is never dropped without a word.
func TestAnswers(t *testing.T) {
	chart := `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic></wp:inline>` +
		`</w:drawing></w:r>`
	for _, c := range []struct {
		content string
		lost    bool
		want    string
	}{
		{r("", "a"), false, ""},
		{`<w:bookmarkStart w:id="1"/><w:proofErr w:type="a"/>`, false, ""},
		{`<w:del><w:r><w:delText>a</w:delText></w:r></w:del>`, false, "удалённое не печатается"},
		{chart, true, "диаграмма"},
		{`<w:r><w:object/></w:r>`, true, "внедрённый объект"},
		{`<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`, true, "формула"},
		{`<w:r><w:pict><v:shape><v:textpath string="x"/></v:shape></w:pict></w:r>`, false, "WordArt"},
		{`<w:invented><w:t>text</w:t></w:invented>`, true, "неизвестный элемент «invented»"},
		{`<w:invented/>`, false, "неизвестный элемент «invented»"},
		{`<w:r><w:footnoteReference w:id="9"/></w:r>`, true, "сноска"},
		{`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText><w:fldChar w:fldCharType="end"/></w:r>`,
			true, "поле REF"},
	} {
		report := body(t, p("", r("", "first"))+p("", c.content)).Report
		if report.Lost() != c.lost {
			t.Errorf("%s: lost is %v", c.content, report.Lost())
		}
		if c.want == "" {
			if len(report.Findings) > 0 {
				t.Errorf("%s: %v", c.content, report.Findings)
			}
			continue
		}
		if f := report.Findings; len(f) != 1 || !strings.Contains(f[0].Construct, c.want) || f[0].Place != "абзац 2" {
			t.Errorf("%s: %v, want %q", c.content, f, c.want)
		}
	}
}

// TestElementNames: every element that is not laid out exactly has a name for the
// report.
func TestElementNames(t *testing.T) {
	for name, answer := range elements {
		if named := elementNames[name] != ""; named != (answer == closely || answer == omitted) {
			t.Errorf("%s: named is %v", name, named)
		}
	}
}

// TestPrivateBullets: a bullet that only a font which is not there defines is a dot, and the report says so. Such a
// sign in a text may mean anything.
func TestPrivateBullets(t *testing.T) {
	for sign, c := range map[string]struct{ want, finding string }{
		"\uF095": {"•", "маркер шрифта starbats заменён точкой"},
		"–":      {"–", ""},
		"":       {"", ""},
	} {
		item := p(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, r("", "пункт \uF095"))
		const font = `<w:rPr><w:rFonts w:ascii="starbats" w:hAnsi="starbats"/></w:rPr>`
		paper := file{body: item, parts: map[string]string{"numbering": `<w:abstractNum w:abstractNumId="0">` +
			`<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:suff w:val="nothing"/><w:lvlText w:val="` + sign + `"/>` +
			font + `</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`}}.lower(t)
		finding := ""
		for _, f := range paper.Report.Findings {
			finding += f.Construct
		}
		got := text(paragraphs(paper.Flow.Blocks)[0])
		if got != c.want+"пункт \uF095" || finding != c.finding {
			t.Errorf("%+q: %+q, %q", sign, got, finding)
		}
	}
}

// TestNumbering: counters by level, restarts, overrides and formats (ECMA-376-1,
// 17.9).
func TestNumbering(t *testing.T) {
	level := func(at, format, label string) string {
		return `<w:lvl w:ilvl="` + at + `"><w:start w:val="1"/><w:numFmt w:val="` + format +
			`"/><w:suff w:val="space"/>` +
			`<w:lvlText w:val="` + label + `"/></w:lvl>`
	}
	numbering := `<w:abstractNum w:abstractNumId="0">` + level("0", "decimal", "%1.") +
		level("1", "russianLower", "%1.%2)") +
		level("2", "upperRoman", "%3") + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>` +
		`<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>` +
		`</w:lvlOverride></w:num>`
	content := ""
	for _, at := range []string{"1/0", "1/1", "1/1", "1/2", "1/0", "1/1", "2/0", "2/0"} {
		num, level, _ := strings.Cut(at, "/")
		content += p(`<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+num+`"/></w:numPr>`, r("", "x"))
	}
	paper := file{body: content, parts: map[string]string{"numbering": numbering}}.lower(t)
	var got []string
	for _, one := range paragraphs(paper.Flow.Blocks) {
		got = append(got, text(one))
	}
	const want = "1. x|1.а) x|1.б) x|I x|2. x|2.а) x|5. x|6. x"
	if joined := strings.Join(got, "|"); joined != want {
		t.Errorf("%s, want %s", joined, want)
	}
	first, ok := paper.Flow.Blocks[1].(*flow.List)
	if !ok || first.Numbering != "Decimal" || len(first.Items) != 2 || len(first.Items[0].Blocks) != 2 {
		t.Errorf("the list is %+v", paper.Flow.Blocks[1])
	}
}

// TestEmptyLabel: what follows a number does so after an empty one (ECMA-376-1, 17.9.28), which makes no item of a
// list.
func TestEmptyLabel(t *testing.T) {
	for suffix, want := range map[string]int{"tab": 2, "space": 1, "nothing": 1, "": 1 /* by earlier rules */} {
		numbering := `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:suff w:val="` +
			suffix + `"/><w:lvlText w:val=""/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
		paper := file{body: p(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, r("", "x")),
			parts: map[string]string{"numbering": numbering}}.lowerBy(t, suffix == "")
		one, ok := paper.Flow.Blocks[1].(*flow.Paragraph)
		if !ok || len(one.Runs) != want || (one.Runs[0].Kind == flow.TabStop) != (suffix == "tab") {
			t.Errorf("%s: %+v", suffix, paper.Flow.Blocks[1])
		}
	}
}

// TestContinuedCells: content in the continuation of a merged cell is reported for each cell, at its paragraph; the
// number or bullet of an empty paragraph is no content.
func TestContinuedCells(t *testing.T) {
	numbering := `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>` +
		`<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	number := `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`
	anchor := `<w:r><w:pict><v:rect style="position:absolute;width:50pt;height:20pt"/></w:pict></w:r>`
	for _, c := range []struct {
		name, content string
		want          int
	}{
		{"nothing", p("", ""), 0},
		{"spaces", p("", r("", " \u00a0")+`<w:r><w:br/><w:tab/></w:r>`), 0},
		{"number", p(number, ""), 0},
		{"number of a heading", p(number+`<w:outlineLvl w:val="1"/>`, ""), 0},
		{"number and a word", p(number, r("", "а")), 1},
		{"hidden word", p("", r(`<w:vanish/>`, "а")), 0},
		{"shape", p("", anchor), 1},
		{"number of the page", p("", `<w:fldSimple w:instr="PAGE"><w:r><w:t> </w:t></w:r></w:fldSimple>`), 1},
		{"table", `<w:tbl><w:tr><w:tc>` + p("", r("", "а")) + `</w:tc></w:tr></w:tbl>` + p("", ""), 1},
		{"frame", p(`<w:framePr w:w="900"/>`, r("", "а")), 1},
		{"hidden paragraph", p(`<w:rPr><w:vanish/></w:rPr>`, anchor), 1},
	} {
		cell := `<w:tc><w:tcPr><w:vMerge/></w:tcPr>` + c.content + `</w:tc>`
		row := `<w:tr>` + cell + cell + `<w:tc>` + p("", r("", "б")) + `</w:tc></w:tr>`
		first := strings.ReplaceAll(`<w:tr>`+cell+cell+`<w:tc>`+p("", "")+`</w:tc></w:tr>`, `<w:vMerge/>`,
			`<w:vMerge w:val="restart"/>`)
		report := file{body: `<w:tbl>` + first + row + `</w:tbl>`,
			parts: map[string]string{"numbering": numbering}}.lower(t).Report
		got, place := 0, ""
		for _, f := range report.Findings {
			if f.Construct == hiddenName {
				got, place = f.Count, f.Place
			}
		}
		before := 2*strings.Count(c.content, "<w:p>") + 1 // those of the first row
		if got != 2*c.want || got > 0 && place != fmt.Sprintf("абзац %d", before+1) {
			t.Errorf("%s: %d at %q; %+v", c.name, got, place, report.Findings)
		}
	}
}

// TestFormatNumber: numbers in the formats of lists.
func TestFormatNumber(t *testing.T) {
	for _, c := range []struct {
		n            int
		format, want string
	}{
		{4, "decimal", "4"}, {4, "decimalZero", "04"}, {27, "lowerLetter", "aa"}, {1994, "upperRoman", "MCMXCIV"},
		{29, "russianUpper", "АА"}, {9, "russianLower", "и"}, {10, "russianLower", "к"}, {3, "none", ""},
		{0, "upperRoman", "0"},
	} {
		if got := formatNumber(c.n, c.format); got != c.want {
			t.Errorf("%d %s: %q, want %q", c.n, c.format, got, c.want)
		}
	}
}

// TestTable: widths of cells over the grid, merged cells, headers, and the
// position by compatibility mode.
func TestTable(t *testing.T) {
	cell := func(properties, content string) string {
		return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + p("", r("", content)) + `</w:tc>`
	}
	border := `<w:top w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="8"/>`
	content := `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="2000"/></w:tblGrid>` +
		`<w:tr><w:trPr><w:tblHeader/><w:trHeight w:val="400"/></w:trPr>` +
		cell(`<w:tcW w:w="1000" w:type="dxa"/>`, "a") +
		cell("", "b") + `</w:tr><w:tr>` +
		cell(`<w:vMerge w:val="restart"/><w:tcBorders>`+border+`</w:tcBorders>`, "c") +
		cell(`<w:vAlign w:val="center"/>`, "d") + `</w:tr><w:tr>` + cell(`<w:vMerge/>`, "") +
		cell("", "e") + `</w:tr><w:tr>` +
		cell(`<w:gridSpan w:val="2"/>`, "f") + `</w:tr></w:tbl>`
	blocks := body(t, content).Flow.Blocks
	table := blocks[1].(*flow.Table)
	if table.Edges[1] != 50 || table.Edges[2] != 150 || table.Shift != -5.4 {
		t.Errorf("edges %v, shift %v", table.Edges, table.Shift)
	}
	if len(table.Header) != 1 || table.Header[0].Least != 20 || table.Header[0].Cells[0].Role != flow.TH {
		t.Errorf("header %+v", table.Header)
	}
	merged, below := table.Rows[0].Cells[0], table.Rows[1].Cells[0]
	if merged.Rows != 2 || !below.Covered || merged.Borders.Top.Width != 1 ||
		merged.Borders.Bottom.Kind != flow.NoLine {
		t.Errorf("merged cells %+v, %+v", merged, below)
	}
	if table.Rows[0].Cells[1].Down != flow.Center || table.Rows[2].Cells[0].Span != 2 {
		t.Errorf("cells %+v", table.Rows)
	}
	mode := `<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>`
	newer := file{body: content, parts: map[string]string{"settings": mode}}.lower(t).Flow.Blocks[1].(*flow.Table)
	if newer.Shift != 0 {
		t.Errorf("in mode 15 the shift is %v", newer.Shift)
	}
}

// TestSections: pages, headers that later sections inherit, and the mark of a
// section that takes no space.
func TestSections(t *testing.T) {
	first := `<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:pgSz w:w="16838" w:h="11906"/>` +
		`<w:pgMar w:left="1440" w:right="720" w:top="-720" w:bottom="720"/><w:titlePg/></w:sectPr>`
	content := p("", r("", "a")) + p(first, "") + p("", r("", "b")) + `<w:sectPr/>`
	blocks := file{body: content, parts: map[string]string{"header1": p("", r("", "h"))}}.lower(t).Flow.Blocks
	one, two := blocks[0].(*flow.Section), blocks[2].(*flow.Section)
	if math.Abs(one.Page.Width-841.9) > 1e-9 || one.Page.Left != 72 || one.Page.Top != 36 ||
		!one.Fixed || !one.TitlePg {
		t.Errorf("first section %+v", one)
	}
	if len(two.Heads.Default) != 1 || two.Page.Width != 612 || two.TitlePg {
		t.Errorf("second section %+v", two)
	}
	if len(blocks) != 4 {
		t.Errorf("%d blocks", len(blocks))
	}
}

// TestContinuousMarks: an empty mark of a section takes no space after a paragraph, though the next section begins on
// the same page; after a table it is a line.
func TestContinuousMarks(t *testing.T) {
	mark := p(`<w:sectPr/>`, "")
	const next = `<w:sectPr><w:type w:val="continuous"/></w:sectPr>`
	for content, want := range map[string]int{
		p("", r("", "a")) + mark + p("", r("", "b")):                                 2,
		p("", r("", "a")) + mark + mark:                                              2,
		`<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>` + mark + p("", r("", "b")): 2,
	} {
		if got := len(paragraphs(body(t, content+next).Flow.Blocks)); got != want {
			t.Errorf("%s: %d paragraphs", content, got)
		}
	}
}

// TestNeighbours: contextual spacing, and the sum of spaces where the document
// asks for it (ECMA-376-1, 17.3.1.9 and 17.15.3.21).
func TestNeighbours(t *testing.T) {
	spaced := `<w:spacing w:before="200" w:after="100"/>`
	list := paragraphs(body(t, p(spaced+`<w:contextualSpacing/>`, "")+p(spaced, "")).Flow.Blocks)
	if list[0].After != 0 || list[1].Before != 10 {
		t.Errorf("contextual: %v, %v", list[0].After, list[1].Before)
	}
	sum := `<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>`
	f := file{body: p(spaced, "") + p(spaced, ""), parts: map[string]string{"settings": sum}}
	list = paragraphs(f.lower(t).Flow.Blocks)
	if list[0].After != 15 {
		t.Errorf("sum: %v", list[0].After)
	}
}
