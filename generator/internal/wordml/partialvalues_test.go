package wordml

import (
	"fmt"
	"testing"
)

// anchored returns a run with a floating box that has some attributes and other content.
func anchored(attributes, more, box string) string {
	return `<w:r><w:drawing><wp:anchor ` + attributes + `><wp:positionH relativeFrom="column"/>` +
		`<wp:positionV relativeFrom="paragraph"/><wp:extent cx="900000" cy="900000"/>` + more + `<a:graphic>` +
		`<a:graphicData><wps:wsp>` + box + `</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
}

// inCell returns a table with content in its cell.
func inCell(content string) string {
	return `<w:tbl><w:tr><w:tc>` + content + `</w:tc></w:tr></w:tbl>` + p("", "")
}

// TestPartialValues: values of attributes that are not obeyed are named, and no others.
func TestPartialValues(t *testing.T) {
	const text = `<wps:txbx><w:txbxContent><w:p><w:r><w:t>текст</w:t></w:r></w:p></w:txbxContent></wps:txbx>`
	const shape = `<w:pict><v:rect style="position:absolute;width:9pt;height:9pt%s" %s>%s</v:rect></w:pict>`
	vml := func(style, attributes, content string) string {
		return p("", `<w:r>`+fmt.Sprintf(shape, style, attributes, content)+`</w:r>`)
	}
	font := func(attributes string) string { return r(`<w:rFonts w:hAnsi="Arial" `+attributes+`/>`, "буква") }
	for content, want := range map[string]int{
		p("", anchored(`simplePos="1"`, "", "")):                                                       1,
		p("", anchored(`simplePos="0" layoutInCell="0" allowOverlap="0"`, "", "")):                     0,
		inCell(p("", anchored(`layoutInCell="0"`, "", ""))):                                            1,
		inCell(p("", anchored(`layoutInCell="1"`, "", ""))):                                            0,
		p("", anchored("", "", "")+anchored(`allowOverlap="0"`, "", "")):                               1,
		p("", anchored(`relativeHeight="2"`, "", "")+anchored(`relativeHeight="3"`, "", "")):           0,
		p("", anchored(`relativeHeight="3"`, "", "")+anchored(`relativeHeight="2"`, "", "")):           1,
		p("", anchored("", `<wp14:sizeRelH><wp14:pctWidth>50000</wp14:pctWidth></wp14:sizeRelH>`, "")): 1,
		p("", anchored("", `<wp14:sizeRelV><wp14:pctHeight>0</wp14:pctHeight></wp14:sizeRelV>`, "")):   0,
		p("", anchored("", "", `<wps:spPr/>`+text+`<wps:bodyPr wrap="none"/>`)):                        1,
		p("", anchored("", "", `<wps:spPr/>`+text+`<wps:bodyPr rot="0" wrap="square"/>`)):              0,
		p("", anchored("", "", `<wps:spPr/><wps:bodyPr rot="5400000"/>`)):                              1,
		p("", anchored("", "", `<wps:spPr><a:ln cmpd="dbl"/></wps:spPr>`)):                             1,
		p("", anchored("", "", `<wps:spPr><a:ln cmpd="dbl"><a:noFill/></a:ln></wps:spPr>`)):            0,

		vml("", `href="a"`, ""): 1, vml("", `print="f"`, ""): 1, vml("", `print="t"`, ""): 0,
		vml("", "", `<v:stroke opacity=".5"/>`):                        1,
		vml(";mso-wrap-style:none", "", ""):                            0,
		vml(";mso-wrap-style:none", "", `<v:textbox/>`):                1,
		vml("", "", `<v:textbox style="mso-next-textbox:#_x0000"/>`):   1,
		inCell(vml("", `o:allowincell="f"`, "")):                       1,
		vml("", `o:allowincell="f"`, ""):                               0,
		vml(";z-index:2", "", "") + vml(";z-index:1", "", ""):          0, // of other paragraphs
		p("", `<w:hyperlink w:docLocation="a"/>`):                      1,
		p("", `<w:fldSimple w:instr="PAGE" w:fldLock="1"/>`):           1,
		p("", `<w:fldSimple w:instr="PAGE" w:fldLock="0"/>`):           0,
		p("", font(`w:eastAsia="SimSun" w:hint="eastAsia"`)):           1,
		p("", font(`w:eastAsia="Arial" w:hint="eastAsia"`)):            0,
		p("", font(`w:eastAsia="SimSun" w:hint="default"`)):            0,
		p("", r(`<w:color w:val="auto" w:themeColor="accent1"/>`, "")): 0,
	} {
		if got := body(t, content).Report.Findings; len(got) != want {
			t.Errorf("%s: %+v", content, got)
		}
	}
}

// TestThemeColors: colours of which only the name in the theme is known are named.
func TestThemeColors(t *testing.T) {
	for props, want := range map[string]int{
		`<w:color w:val="auto" w:themeColor="accent1"/>`:                             1,
		`<w:color w:val="auto" w:themeColor="text1"/>`:                               0,
		`<w:color w:val="auto" w:themeColor="text1" w:themeTint="80"/>`:              1,
		`<w:color w:val="FF0000" w:themeColor="accent1" w:themeTint="80"/>`:          0,
		`<w:color w:themeColor="accent1"/>`:                                          0,
		`<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>`:                 1,
		`<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="background1"/>`:           0,
		`<w:shd w:val="pct50" w:fill="FFFFFF" w:color="auto" w:themeColor="text2"/>`: 1,
		`<w:u w:val="single" w:color="auto" w:themeColor="accent1"/>`:                1,
		`<w:u w:val="single" w:color="auto"/>`:                                       0,
	} {
		if got := body(t, p("", r(props, "буква"))).Report.Findings; len(got) != want {
			t.Errorf("%s: %+v", props, got)
		}
	}
	const border = `<w:pBdr><w:top w:val="single" w:sz="4" w:color="auto" w:themeColor="accent1"/></w:pBdr>`
	const cell = `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/></w:tcPr><w:p/>` +
		`</w:tc></w:tr></w:tbl>`
	for _, content := range []string{p(border, r("", "буква")), cell + p("", "")} {
		if got := body(t, content).Report.Findings; len(got) != 1 {
			t.Errorf("%s: %+v", content, got)
		}
	}
}

// TestThemeColorsOfTableStyles: the same of table styles, where a cell shows the colour.
func TestThemeColorsOfTableStyles(t *testing.T) {
	const fill = `<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>`
	const line = `<w:top w:val="%s" w:sz="4" w:color="auto" w:themeColor="accent1"/>`
	first := func(format string) string { return `<w:tblStylePr w:type="firstRow">` + format + `</w:tblStylePr>` }
	cell := func(format string) string { return `<w:tcPr>` + format + `</w:tcPr>` }
	for _, c := range []struct {
		style, look, own string
		want             int
	}{
		{cell(fill), "0000", "", 1},
		{cell(fill), "0000", `<w:shd w:val="clear" w:fill="FFFFFF"/>`, 0},
		{first(cell(fill)), "0020", "", 1},
		{first(cell(fill)), "0000", "", 0},
		{first(cell(`<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="accent1"/>`)), "0020", "", 0},
		{cell(fill) + first(cell(`<w:shd w:val="clear" w:fill="FFFFFF"/>`)), "0020", "", 0},
		{`<w:tblPr>` + fill + `</w:tblPr>`, "0000", "", 1},
		{first(cell(`<w:tcBorders>` + fmt.Sprintf(line, "single") + `</w:tcBorders>`)), "0020", "", 1},
		{first(cell(`<w:tcBorders>` + fmt.Sprintf(line, "single") + `</w:tcBorders>`)), "0000", "", 0},
		{first(cell(`<w:tcBorders>` + fmt.Sprintf(line, "nil") + `</w:tcBorders>`)), "0020", "", 0},
		{first(`<w:rPr><w:color w:val="auto" w:themeColor="accent1"/></w:rPr>`), "0020", "", 1},
	} {
		style := `<w:style w:type="table" w:default="1" w:styleId="T">` + c.style + `</w:style>`
		f := file{body: `<w:tbl><w:tblPr><w:tblLook w:val="` + c.look + `"/></w:tblPr><w:tr><w:tc>` + cell(c.own) +
			p("", r("", "буква")) + `</w:tc></w:tr></w:tbl>`, parts: map[string]string{"styles": style}}
		if got := f.lower(t).Report.Findings; len(got) != c.want {
			t.Errorf("%s %s: %+v", c.style, c.look, got)
		}
	}
}
