package wordml

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
)

// printed returns all text of a lowered paper, with that of headers, notes and boxes.
func printed(p *Paper) string {
	var b strings.Builder
	flow.EachRun(p.Flow.Blocks, func(r *flow.Run) { b.WriteString(r.Text) })
	return b.String()
}

// foreign are constructs with words that no page shows as Word does, or at all.
var foreign = map[string]string{
	"unknown in a run":      `<w:p><w:r><w:strange><w:t>ПРОПАЖА</w:t></w:strange></w:r></w:p>`,
	"unknown in paragraph":  `<w:p><w:strange><w:r><w:t>ПРОПАЖА</w:t></w:r></w:strange></w:p>`,
	"unknown in the body":   `<w:strange><w:p><w:r><w:t>ПРОПАЖА</w:t></w:r></w:p></w:strange>`,
	"other namespace":       `<w:p><x:strange xmlns:x="urn:x"><w:r><w:t>ПРОПАЖА</w:t></w:r></x:strange></w:p>`,
	"unknown in a cell":     `<w:tbl><w:tr><w:tc><w:strange><w:p><w:r><w:t>ПРОПАЖА</w:t></w:r></w:p></w:strange><w:p/></w:tc></w:tr></w:tbl>`,
	"unknown in a row":      `<w:tbl><w:tr><w:strange><w:tc><w:p><w:r><w:t>ПРОПАЖА</w:t></w:r></w:p></w:tc></w:strange><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
	"unknown in a table":    `<w:tbl><w:strange><w:tr><w:tc><w:p><w:r><w:t>ПРОПАЖА</w:t></w:r></w:p></w:tc></w:tr></w:strange></w:tbl>`,
	"equation":              `<w:p><m:oMath><m:r><m:t>ПРОПАЖА</m:t></m:r></m:oMath></w:p>`,
	"equation paragraph":    `<w:p><m:oMathPara><m:oMath><m:r><m:t>ПРОПАЖА</m:t></m:r></m:oMath></m:oMathPara></w:p>`,
	"equation in the body":  `<m:oMathPara><m:oMath><m:r><m:t>ПРОПАЖА</m:t></m:r></m:oMath></m:oMathPara>`,
	"altChunk":              `<w:altChunk r:id="r9"/>`,
	"object":                `<w:p><w:r><w:object><o:OLEObject Type="Embed" r:id="r9"/></w:object></w:r></w:p>`,
	"object with a picture": `<w:p><w:r><w:object><v:shape style="width:50pt;height:20pt"><v:imagedata r:id="r9"/></v:shape><o:OLEObject Type="Embed" r:id="r8"/></w:object></w:r></w:p>`,
	"WordArt":               `<w:p><w:r><w:pict><v:shape type="#_x0000_t136" style="width:200pt;height:40pt"><v:textpath string="ПРОПАЖА"/></v:shape></w:pict></w:r></w:p>`,
	"chart":                 `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="r9"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
	"anchored chart":        `<w:p><w:r><w:drawing><wp:anchor><wp:extent cx="900000" cy="900000"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="r9"/></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>`,
	"SmartArt":              `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds xmlns:dgm="urn:d" r:dm="r9"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
	"group of shapes":       `<w:p><w:r><w:drawing><wp:anchor><wp:extent cx="900000" cy="900000"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp xmlns:wpg="urn:g"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>ПРОПАЖА</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>`,
	"missing picture":       `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
	"comment":               `<w:p><w:r><w:t>слово</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>`,
	"ruby":                  `<w:p><w:r><w:ruby><w:rt><w:r><w:t>ПРОПАЖА</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>основа</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`,
	"right to left":         `<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t>слово</w:t></w:r></w:p>`,
	"direction":             `<w:p><w:bdo w:val="rtl"><w:r><w:t>слово</w:t></w:r></w:bdo></w:p>`,
	"vertical cell":         `<w:tbl><w:tr><w:tc><w:tcPr><w:textDirection w:val="btLr"/></w:tcPr><w:tbl><w:tr><w:tc><w:p><w:r><w:t>слово</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>`,
	"in a merged cell":      `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>ПРОПАЖА</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
	"hidden":                `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ПРОПАЖА</w:t></w:r></w:p>`,
	"deleted":               `<w:p><w:del w:id="1"><w:r><w:delText>ПРОПАЖА</w:delText></w:r></w:del></w:p>`,
	"ActiveX":               `<w:p><w:r><w:control r:id="r9" w:name="x"/></w:r></w:p>`,
	"missing footnote":      `<w:p><w:r><w:footnoteReference w:id="7"/></w:r></w:p>`,
	"frame":                 `<w:p><w:pPr><w:framePr w:w="2000" w:wrap="around" w:hAnchor="page" w:x="1" w:y="1"/></w:pPr><w:r><w:t>ПРОПАЖА</w:t></w:r></w:p>`,
	"sub document":          `<w:subDoc r:id="r9"/>`,
	"field without result":  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DOCPROPERTY Номер </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
	"empty date":            `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t></w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
	"number of a list":      `<w:p><w:fldSimple w:instr=" AUTONUM "><w:r><w:t></w:t></w:r></w:fldSimple><w:r><w:t>слово</w:t></w:r></w:p>`,
	"spread lines":          `<w:p><w:pPr><w:jc w:val="distribute"/></w:pPr><w:r><w:t>слово</w:t></w:r></w:p>`,
	"mirrored indents":      `<w:p><w:pPr><w:mirrorIndents/></w:pPr><w:r><w:t>слово</w:t></w:r></w:p>`,
	"picture in a circle":   `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="r9"/></pic:blipFill><pic:spPr><a:prstGeom prst="ellipse"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
	"field never ended":     `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r></w:p><w:p><w:r><w:t>ПРОПАЖА</w:t></w:r></w:p>`,
	"nested unknown choice": `<w:p><mc:AlternateContent><mc:Choice Requires="zzz"><w:r><w:t>нет</w:t></w:r></mc:Choice></mc:AlternateContent></w:p>`,
	"text in a picture run": `<w:p><w:r><w:pict><v:rect style="width:50pt;height:20pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>ПРОПАЖА</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>`,
}

// TestNothingIsSilent: each construct that is not laid out is named in the report,
// or its words are among those printed.
func TestNothingIsSilent(t *testing.T) {
	around := `<w:p><w:r><w:t>до</w:t></w:r></w:p>%s<w:p><w:r><w:t>после</w:t></w:r></w:p>`
	for name, body := range foreign {
		p := file{body: fmt.Sprintf(around, body)}.lower(t)
		text := printed(p)
		kept := strings.Contains(body, "ПРОПАЖА") && strings.Contains(text, "ПРОПАЖА")
		if len(p.Report.Findings) == 0 && !kept {
			t.Errorf("%s: nothing is said, printed %q", name, text)
		}
		if !strings.HasPrefix(text, "до") || !strings.HasSuffix(text, "после") && name != "field never ended" {
			t.Errorf("%s: printed %q", name, text)
		}
	}
}

// TestPartialSwitchedOff: a property that a run switches off is not reported, and does not switch off others with the
// same name in reports.
func TestPartialSwitchedOff(t *testing.T) {
	styles := `<w:style w:type="character" w:styleId="s"><w:rPr><w:emboss/><w14:glow w14:rad="9"/>` +
		`<w14:numForm w14:val="oldStyle"/><w14:ligatures w14:val="standard"/></w:rPr></w:style>`
	for off, want := range map[string]int{
		`<w14:ligatures w14:val="none"/>`:                               3,
		`<w:emboss w:val="0"/>`:                                         3,
		`<w14:numForm w14:val="default"/><w14:numSpacing w14:val="x"/>`: 4,
		`<w:shadow w:val="0"/><w14:textFill/>`:                          4,
		`<w:shadow/><w14:shadow/><w14:stylisticSets/>`:                  4,
	} {
		paper := file{body: p("", r(`<w:rStyle w:val="s"/>`+off, "текст")),
			parts: map[string]string{"styles": styles}}.lower(t)
		if got := paper.Report.Findings; len(got) != want {
			t.Errorf("%s: %+v", off, got)
		}
	}
}

// TestHiddenDrawings: what Word does not show is neither printed nor missed, and the report names it (ECMA-376-1,
// 17.3.2.41, 20.4.2.5; ECMA-376-4, 14.1).
func TestHiddenDrawings(t *testing.T) {
	const text = `<w:txbxContent><w:p><w:r><w:t>СКРЫТО</w:t></w:r></w:p></w:txbxContent>`
	lost := `<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="r9"/></pic:blipFill></pic:pic>` +
		`</a:graphicData></a:graphic>`
	shape := `<wps:wsp><wps:cNvPr id="2" name=""%s/><wps:spPr/><wps:txbx>` + text + `</wps:txbx></wps:wsp>`
	group := `<wp:anchor><a:graphic><a:graphicData><wpg:wgp>%s</wpg:wgp></a:graphicData></a:graphic></wp:anchor>`
	drawing := func(inner string) string { return `<w:drawing>` + inner + `</w:drawing>` }
	box := func(style string) string {
		return `<v:shape type="#_x0000_t202" style="position:absolute;width:90pt;height:30pt;` + style + `">` +
			`<v:textbox>` + text + `</v:textbox></v:shape>`
	}
	const hiddenGroup = `<w:pict><v:group style="width:90pt;height:30pt;visibility:hidden">`
	const nestedGroup = `<v:group style="width:90pt;height:30pt">`
	for _, c := range []struct {
		content string
		shown   bool
	}{
		{drawing(`<wp:inline><wp:docPr id="1" name="" hidden="1"/>` + lost + `</wp:inline>`), false},
		{drawing(`<wp:anchor><wp:docPr id="1" name="" hidden="true"/>` + lost + `</wp:anchor>`), false},
		{drawing(fmt.Sprintf(group, fmt.Sprintf(shape, ` hidden="1"`))), false},
		{drawing(fmt.Sprintf(group, fmt.Sprintf(shape, ` hidden="0"`))), true},
		{`<w:rPr><w:vanish/></w:rPr>` + drawing(`<wp:inline>`+lost+`</wp:inline>`), false},
		{`<w:rPr><w:vanish/></w:rPr><w:pict>` + box("") + `</w:pict>`, false},
		{`<w:pict>` + box("visibility:hidden") + `</w:pict>`, false},
		{`<w:pict>` + box("visibility: visible") + `</w:pict>`, true},
		{`<w:pict><v:group style="width:90pt;height:30pt">` + box("visibility:hidden") + `</v:group></w:pict>`, false},
		{hiddenGroup + box("") + `</v:group></w:pict>`, false},
		{hiddenGroup + nestedGroup + box("visibility:inherit") + `</v:group></v:group></w:pict>`, false},
	} {
		paper := body(t, p("", `<w:r>`+c.content+`</w:r>`))
		named := slices.ContainsFunc(paper.Report.Findings, func(f Finding) bool {
			return f.Severity == Slight && strings.Contains(f.Construct, "не печатается, как и в Word")
		})
		if strings.Contains(printed(paper), "СКРЫТО") != c.shown || named == c.shown || paper.Report.Lost() {
			t.Errorf("%s: printed %q, %+v", c.content, printed(paper), paper.Report.Findings)
		}
	}
}

// TestVisibleInHidden: the visible members of a hidden group of VML are printed, the others are not, and the report
// names both.
func TestVisibleInHidden(t *testing.T) {
	box := func(style, text string) string {
		return `<v:rect style="width:90pt;height:30pt;` + style + `"><v:textbox><w:txbxContent><w:p><w:r><w:t>` + text +
			`</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect>`
	}
	const group = `<v:group style="width:90pt;height:30pt;%s">%s</v:group>`
	members := box("", "нет") + box("visibility:visible", "да")
	for _, c := range []struct{ inner, want string }{
		{members, "да"},
		{fmt.Sprintf(group, "", members), "да"},
		{fmt.Sprintf(group, "visibility:hidden", members), "да"},
		{fmt.Sprintf(group, "visibility:visible", members), "нетда"},
	} {
		paper := body(t, p("", `<w:r><w:pict>`+fmt.Sprintf(group, "visibility:hidden", c.inner)+`</w:pict></w:r>`))
		named := slices.ContainsFunc(paper.Report.Findings, func(f Finding) bool {
			return f.Severity == Approximated && strings.Contains(f.Construct, "скрытой группы")
		})
		if got := printed(paper); got != c.want || !named {
			t.Errorf("%s: printed %q, %+v", c.inner, got, paper.Report.Findings)
		}
	}
}
