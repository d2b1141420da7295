package wordml

import (
	"math"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
)

// floatsOf returns the floats of the first paragraph that has any, and its text.
func floatsOf(p *Paper) ([]flow.Float, string) {
	for _, one := range paragraphs(p.Flow.Blocks) {
		if len(one.Floats) > 0 {
			return one.Floats, text(one)
		}
	}
	return nil, ""
}

// TestFrames: adjacent paragraphs in one frame are a float of the paragraph below
// (ECMA-376-1, 17.3.1.11).
func TestFrames(t *testing.T) {
	const frame = `<w:framePr w:w="2000" w:h="400" w:hSpace="200" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" ` +
		`w:xAlign="right" w:y="100"/>`
	paper := body(t, p("", r("", "до"))+p(frame, r("", "раз"))+p(frame, r("", "два"))+p("", r("", "после")))
	floats, anchor := floatsOf(paper)
	if len(floats) != 1 || anchor != "после" || len(paragraphs(floats[0].Blocks)) != 2 {
		t.Fatalf("%+v at %q", floats, anchor)
	}
	f := floats[0]
	f.Blocks = nil
	want := flow.Float{Width: 100, Height: 20, Grows: true, Wrap: flow.WrapSquare,
		X: flow.Anchor{From: flow.FromMargin, Set: true, Align: flow.Right}, Y: flow.Anchor{At: 5},
		Gap: flow.Margins{Left: 10, Right: 10}}
	if f.X != want.X || f.Y != want.Y || f.Gap != want.Gap || f.Width != want.Width || f.Wrap != want.Wrap || !f.Grows {
		t.Errorf("%+v, want %+v", f, want)
	}
	if len(paper.Report.Findings) != 0 {
		t.Error(paper.Report)
	}
}

// TestLastFrame: a frame that no paragraph follows is printed in the text, and that
// is said.
func TestLastFrame(t *testing.T) {
	paper := body(t, p("", r("", "до"))+p(`<w:framePr w:w="2000"/>`, r("", "рамка")))
	if list := paragraphs(paper.Flow.Blocks); len(list) != 2 || len(paper.Report.Findings) != 1 {
		t.Errorf("%d paragraphs, %v", len(list), paper.Report)
	}
}

// TestFloatingTables: a table with text around it is a float of the paragraph below
// (ECMA-376-1, 17.4.57).
func TestFloatingTables(t *testing.T) {
	table := `<w:tbl><w:tblPr><w:tblpPr w:leftFromText="180" w:vertAnchor="text" w:horzAnchor="page" w:tblpX="1000" ` +
		`w:tblpY="40"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc>` + p("", r("", "ячейка")) +
		`</w:tc></w:tr></w:tbl>`
	floats, anchor := floatsOf(body(t, table+p("", r("", "после"))))
	if len(floats) != 1 || anchor != "после" {
		t.Fatalf("%+v at %q", floats, anchor)
	}
	f := floats[0]
	if _, ok := f.Blocks[0].(*flow.Table); !ok || f.Width != 0 || f.Wrap != flow.WrapSquare || f.Gap.Left != 9 ||
		f.X != (flow.Anchor{From: flow.FromPage, At: 44.6}) || f.Y != (flow.Anchor{At: 2}) {
		t.Errorf("%+v", f)
	}
}

// TestWrap: text goes around drawings as they say (ECMA-376-1, 20.4.2.16 to 20.4.2.20).
func TestWrap(t *testing.T) {
	for wrap, want := range map[string]flow.Wrap{
		`<wp:wrapNone/>`: flow.WrapNone, `<wp:wrapTopAndBottom/>`: flow.WrapBelow,
		`<wp:wrapSquare wrapText="bothSides"/>`: flow.WrapSquare, `<wp:wrapSquare wrapText="left"/>`: flow.WrapLeft,
		`<wp:wrapTight wrapText="largest"/>`: flow.WrapLarger,
	} {
		box := `<w:r><w:drawing><wp:anchor distL="127000"><wp:extent cx="1270000" cy="635000"/>` + wrap +
			`<a:graphic><a:graphicData><wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>` + p("", r("", "надпись")) +
			`</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
		floats, _ := floatsOf(body(t, p("", box)))
		if len(floats) != 1 || floats[0].Wrap != want || floats[0].Gap.Left != 10 || floats[0].Width != 100 {
			t.Errorf("%s: %+v", wrap, floats)
		}
	}
}

// TestColumns: columns are equally wide, or as wide as they say (ECMA-376-1, 17.6.4).
func TestColumns(t *testing.T) {
	const page = `<w:pgSz w:w="12000" w:h="16000"/><w:pgMar w:left="1000" w:right="1000"/>`
	for columns, want := range map[string][]flow.Column{
		`<w:cols w:space="400"/>`:           nil,
		`<w:cols w:num="2" w:space="400"/>`: {{Width: 240, Gap: 20}, {Width: 240, Gap: 20}},
		`<w:cols w:num="2" w:equalWidth="0"><w:col w:w="6000" w:space="400"/><w:col w:w="3600"/></w:cols>`: {
			{Width: 300, Gap: 20}, {Width: 180}},
		`<w:cols w:num="40" w:space="4000"/>`: nil, // no room
	} {
		paper := body(t, p("", r("", "слово"))+"<w:sectPr>"+page+columns+"</w:sectPr>")
		got := paper.Flow.Blocks[0].(*flow.Section).Columns
		if len(got) != len(want) {
			t.Errorf("%s: %v", columns, got)
			continue
		}
		for i := range got {
			if math.Abs(got[i].Width-want[i].Width) > 0.01 || got[i].Gap != want[i].Gap {
				t.Errorf("%s: %v", columns, got)
			}
		}
	}
}

// TestTableFit: columns give way to their content unless the table has fixed widths;
// without widths of cells, content makes them (ECMA-376-1, 17.18.87).
func TestTableFit(t *testing.T) {
	const cell = `<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr><w:p/></w:tc>`
	for properties, c := range map[string]struct {
		cell string
		want flow.Fit
	}{
		`<w:tblW w:w="0" w:type="auto"/>`:   {cell, flow.FitWords},
		`<w:tblLayout w:type="fixed"/>`:     {cell, flow.FitNot},
		`<w:tblW w:w="2500" w:type="pct"/>`: {`<w:tc><w:p/></w:tc>`, flow.FitContent},
		`<w:tblLayout w:type="autofit"/>`:   {`<w:tc><w:p/></w:tc>`, flow.FitContent},
	} {
		paper := body(t, `<w:tbl><w:tblPr>`+properties+`</w:tblPr><w:tr>`+c.cell+`</w:tr></w:tbl><w:p/>`)
		table := paper.Flow.Blocks[1].(*flow.Table)
		if table.Fit != c.want || c.want == flow.FitContent && (table.Wanted > 0) != strings.Contains(properties,
			"pct") {
			t.Errorf("%s: %v, %v pt", properties, table.Fit, table.Wanted)
		}
	}
}

// TestFixedWidths: fixed columns share the width that the table asks for (ECMA-376-1, 17.18.87); ONLYOFFICE and
// LibreOffice agree. By earlier rules they kept their own. Until Word 2010, a part of the width includes the margins of
// cells beyond the text.
func TestFixedWidths(t *testing.T) {
	const cells = `<w:tr><w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr><w:p/></w:tc>` +
		`<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr>`
	for _, c := range []struct {
		width, mode string
		earlier     bool
		want        [2]float64 // right edges of the columns
	}{
		{`<w:tblW w:w="0" w:type="auto"/>`, "15", false, [2]float64{50, 200}},
		{`<w:tblW w:w="0" w:type="dxa"/>`, "15", false, [2]float64{50, 200}},
		{``, "15", false, [2]float64{50, 200}},
		{`<w:tblW w:w="2000" w:type="dxa"/>`, "15", false, [2]float64{25, 100}},
		{`<w:tblW w:w="8000" w:type="dxa"/>`, "12", false, [2]float64{100, 400}},
		{`<w:tblW w:w="8000" w:type="dxa"/>`, "15", true, [2]float64{50, 200}},
		{`<w:tblW w:w="20%" w:type="pct"/>`, "15", false, [2]float64{25, 100}},
		{`<w:tblW w:w="4000" w:type="pct"/>`, "15", false, [2]float64{100, 400}},
		{`<w:tblW w:w="4000" w:type="pct"/>`, "14", false, [2]float64{102, 408}}, // and 80 % of the margins
	} {
		mode := `<w:compat><w:compatSetting w:name="compatibilityMode" w:val="` + c.mode + `"/></w:compat>`
		const margins = `<w:tblCellMar><w:left w:w="100"/><w:right w:w="100"/></w:tblCellMar>`
		made := file{parts: map[string]string{"settings": mode},
			body: `<w:tbl><w:tblPr>` + c.width + `<w:tblLayout w:type="fixed"/>` + margins + `</w:tblPr>` + cells +
				`</w:tbl><w:p/><w:sectPr><w:pgSz w:w="12000" w:h="16000"/><w:pgMar w:left="1000" w:right="1000"/>` +
				`</w:sectPr>`}
		table := made.lowerAs(t, Options{OwnWidths: c.earlier}).Flow.Blocks[1].(*flow.Table)
		got := table.Edges[1:]
		if math.Abs(got[0]-c.want[0]) > 1e-9 || math.Abs(got[1]-c.want[1]) > 1e-9 || table.Fit != flow.FitNot {
			t.Errorf("%s in mode %s: %v, want %v", c.width, c.mode, got, c.want)
		}
	}
}

// TestPositionalTabs: tabs go to the middle or the end of the text, whatever the stops
// of the paragraph are (ECMA-376-1, 17.3.3.23).
func TestPositionalTabs(t *testing.T) {
	for alignment, want := range map[string]flow.Tab{"center": {At: 250, Align: flow.TabCenter},
		"right": {At: 500, Align: flow.TabRight}, "left": {}} {
		paper := body(t, p("", r("",
			"a")+`<w:r><w:ptab w:relativeTo="margin" w:alignment="`+alignment+`"/></w:r>`+r("", "b"))+
			`<w:sectPr><w:pgSz w:w="12000" w:h="16000"/><w:pgMar w:left="1000" w:right="1000"/></w:sectPr>`)
		if got := paragraphs(paper.Flow.Blocks)[0].Runs[1].Stop; got == nil || *got != want {
			t.Errorf("%s: %+v", alignment, got)
		}
	}
}

// TestEndnotes: endnotes have Roman numbers and stand at the end of the text
// (ECMA-376-1, 17.11.4).
func TestEndnotes(t *testing.T) {
	note := `<w:%s w:id="1">` + p("", `<w:r><w:%sRef/></w:r>`+r("", " сноска")) + `</w:%s>`
	paper := file{body: p("", r("",
		"a")+`<w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>`) +
		p("", r("", "b")), parts: map[string]string{"endnotes": strings.ReplaceAll(note, "%s", "endnote"),
		"footnotes": strings.ReplaceAll(note, "%s", "footnote")}}.lower(t)
	list := paragraphs(paper.Flow.Blocks)
	if len(list) != 4 || text(list[0]) != "ai1" || text(list[3]) != "i сноска" || len(list[0].Notes) != 1 {
		t.Errorf("%d paragraphs, %q", len(list), text(list[0]))
	}
}

// TestOwnMarks: a footnote with a mark of its own takes no number (ECMA-376-1, 17.11.14), as it did by rules
// before 10.
func TestOwnMarks(t *testing.T) {
	note := `<w:footnote w:id="1">` + p("", `<w:r><w:footnoteRef/></w:r>`+r("", " сноска")) + `</w:footnote>`
	const mark = `<w:footnoteReference w:id="1"/>`
	own := `<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>`
	made := file{body: p("", r("", "a")+own+r("", "b")+`<w:r>`+mark+`</w:r>`+own+`<w:r>`+mark+`</w:r>`),
		parts: map[string]string{"footnotes": note}}
	for _, c := range []struct {
		earlier    bool
		want, note string
	}{{false, "a*b1*2", " сноска"}, {true, "a*b2*4", "1 сноска"}} {
		paper := made.lowerBy(t, c.earlier)
		list := paragraphs(paper.Flow.Blocks)
		if text(list[0]) != c.want || len(list[0].Notes) != 4 || text(list[0].Notes[0].(*flow.Paragraph)) != c.note {
			t.Errorf("%+v: %q with %d notes", c, text(list[0]), len(list[0].Notes))
		}
	}
}

// TestOverhang: up to Word 2010 a floating table reaches beyond its place by the margins
// of its cells, as a table in the text does.
func TestOverhang(t *testing.T) {
	for _, c := range []struct {
		mode, place string
		want        flow.Anchor
	}{
		{"14", `w:tblpX="200"`, flow.Anchor{From: flow.FromMargin, At: 10 - 5.4}},
		{"14", `w:tblpXSpec="left" w:tblpX="200"`, flow.Anchor{From: flow.FromMargin, Set: true, At: -5.4}},
		{"14", `w:tblpXSpec="right"`, flow.Anchor{From: flow.FromMargin, Set: true, Align: flow.Right, At: 5.4}},
		{"14", `w:tblpXSpec="center"`, flow.Anchor{From: flow.FromMargin, Set: true, Align: flow.Center}},
		{"15", `w:tblpX="200"`, flow.Anchor{From: flow.FromMargin, At: 10}},
		{"15", `w:tblpXSpec="right"`, flow.Anchor{From: flow.FromMargin, Set: true, Align: flow.Right}},
	} {
		mode := `<w:compat><w:compatSetting w:name="compatibilityMode" w:val="` + c.mode + `"/></w:compat>`
		table := `<w:tbl><w:tblPr><w:tblpPr w:horzAnchor="margin" ` + c.place + `/></w:tblPr><w:tblGrid><w:gridCol ` +
			`w:w="2000"/></w:tblGrid><w:tr><w:tc>` + p("", r("", "ячейка")) + `</w:tc></w:tr></w:tbl>`
		f := file{body: table + p("", r("", "после")), parts: map[string]string{"settings": mode}}
		if floats, _ := floatsOf(f.lower(t)); len(floats) != 1 || floats[0].X != c.want {
			t.Errorf("mode %s, %s: %+v", c.mode, c.place, floats)
		}
	}
}

// TestSeparatorsOfNotes: the separators of footnotes are paragraphs; those of a file without them are Word's. By rules
// before 15 there are none, and none are in a file without footnotes.
func TestSeparatorsOfNotes(t *testing.T) {
	own := `<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="60"/></w:pPr><w:r>` +
		`<w:separator/></w:r></w:p></w:footnote>`
	note := `<w:footnote w:id="1">` + p("", r("", "сноска")) + `</w:footnote>`
	for _, c := range []struct {
		notes string
		even  bool
		want  []float64 // space below them
	}{
		{own + note, false, []float64{3, 0}}, {note, false, []float64{0, 0}}, {own, false, nil},
		{own + note, true, nil},
	} {
		paper := file{body: p("", r("", "а")), parts: map[string]string{"footnotes": c.notes}}.lowerAs(t,
			Options{EvenSeparators: c.even})
		var got []float64
		for _, blocks := range paper.Flow.Separators {
			for _, one := range paragraphs(blocks) {
				got = append(got, one.After)
			}
		}
		if !slices.Equal(got, c.want) || len(paper.Report.Findings) > 0 {
			t.Errorf("%s: %v, want %v, %+v", c.notes, got, c.want, paper.Report.Findings)
		}
	}
}

// TestRigidLabels: justification leaves the space after the number of a paragraph as it is, but by rules before 15.
func TestRigidLabels(t *testing.T) {
	numbering := `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>` +
		`<w:suff w:val="space"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1">` +
		`<w:abstractNumId w:val="1"/></w:num>`
	content := p(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, r("", "слово"))
	for _, loose := range []bool{false, true} {
		paper := file{body: content, parts: map[string]string{"numbering": numbering}}.lowerAs(t,
			Options{LooseLabels: loose})
		runs := paragraphs(paper.Flow.Blocks)[0].Runs
		if runs[0].Rigid == loose || runs[len(runs)-1].Rigid {
			t.Errorf("loose %v: %+v", loose, runs)
		}
	}
}
