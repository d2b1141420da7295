package wordml

import (
	"testing"

	"protokol/generator/internal/flow"
)

// TestPainted: shapes without lines and colours of their own have those of the theme
// that their style names, made lighter or darker (ECMA-376-1, 20.1.4.1 and 20.1.2.3).
func TestPainted(t *testing.T) {
	theme := `<a:themeElements><a:clrScheme><a:accent1><a:srgbClr val="4080C0"/></a:accent1><a:lt1><a:sysClr ` +
		`lastClr="FFFFFF"/></a:lt1></a:clrScheme><a:fmtScheme><a:lnStyleLst><a:ln w="6350"/><a:ln w="12700"/>` +
		`</a:lnStyleLst></a:fmtScheme></a:themeElements>`
	style := `<wps:style><a:lnRef idx="2"><a:schemeClr val="accent1"><a:shade val="50000"/></a:schemeClr></a:lnRef>` +
		`<a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></wps:style>`
	own := `<a:solidFill><a:schemeClr val="bg1"><a:lumMod val="85000"/></a:schemeClr></a:solidFill><a:ln w="25400">` +
		`<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill><a:prstDash val="dash"/></a:ln>`
	for _, c := range []struct {
		props, style string
		fill         flow.Color
		border       flow.Border
	}{
		{"", "", 0, flow.Border{}},
		{"", style, 0x4080C0, flow.Border{Kind: flow.Single, Width: 1, Color: flow.Solid | 0x204060}},
		{own, style, 0xD9D9D9, flow.Border{Kind: flow.Dashed, Width: 2, Color: flow.Solid | 0xFF0000}},
		{`<a:noFill/><a:ln><a:noFill/></a:ln>`, style, 0, flow.Border{}},
	} {
		if c.fill != 0 {
			c.fill |= flow.Solid
		}
		box := `<w:r><w:drawing><wp:anchor><wp:positionH/><wp:positionV/><wp:extent cx="1270000" cy="635000"/>` +
			`<a:graphic><a:graphicData><wps:wsp><wps:spPr>` + c.props + `</wps:spPr>` + c.style +
			`<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
		paper := file{body: p("", box), parts: map[string]string{"theme": theme}}.lower(t)
		floats, _ := floatsOf(paper)
		if len(floats) != 1 || floats[0].Fill != c.fill || floats[0].Border != c.border ||
			len(paper.Report.Findings) > 0 {
			t.Errorf("%s: %+v, %v", c.props, floats, paper.Report)
		}
	}
}

// TestStraight: a straight line is exact; an arrow or one with corners is named.
func TestStraight(t *testing.T) {
	shape := func(kind, cy, line string) *Paper {
		return body(t, p("", `<w:r><w:drawing><wp:anchor><wp:positionH/><wp:positionV/><wp:extent cx="1270000" cy="`+cy+
			`"/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:xfrm><a:ext cx="1270000" cy="`+cy+`"/></a:xfrm>`+
			`<a:prstGeom prst="`+kind+`"/><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>`+line+
			`</a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`))
	}
	for _, c := range []struct {
		kind, cy, line string
		exact          bool
	}{
		{"line", "0", "", true}, {"straightConnector1", "0", "", true},
		{"straightConnector1", "0", `<a:tailEnd type="triangle"/>`, false}, {"line", "635000", "", true},
		{"bentConnector3", "635000", "", false},
		{"ellipse", "0", "", false},
	} {
		paper := shape(c.kind, c.cy, c.line)
		if floats, _ := floatsOf(paper); len(floats) != 1 || (len(paper.Report.Findings) == 0) != c.exact {
			t.Errorf("%+v: %v", c, paper.Report.Findings)
		}
	}
}

// TestShapeInk: letters in a shape have the colour that its style names, unless they
// have their own.
func TestShapeInk(t *testing.T) {
	theme := `<a:themeElements><a:clrScheme><a:lt1><a:sysClr lastClr="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements>`
	box := `<w:r><w:drawing><wp:anchor><wp:positionH/><wp:positionV/><wp:extent cx="1270000" cy="635000"/><a:graphic>` +
		`<a:graphicData><wps:wsp><wps:spPr/><wps:style><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef>` +
		`</wps:style><wps:txbx><w:txbxContent>` + p("", r("", "белым")+r(`<w:color w:val="FF0000"/>`, "красным")) +
		`</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
	floats, _ := floatsOf(file{body: p("", box), parts: map[string]string{"theme": theme}}.lower(t))
	runs := floats[0].Blocks[0].(*flow.Paragraph).Runs
	if runs[0].Effects.Color != flow.Solid|0xFFFFFF || runs[1].Effects.Color != flow.Solid|0xFF0000 {
		t.Errorf("%+v, %+v", runs[0].Effects, runs[1].Effects)
	}
}
