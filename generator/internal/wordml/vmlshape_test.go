package wordml

import (
	"strings"
	"testing"

	"protokol/generator/internal/flow"
)

// pict returns a run with a drawing of Word 2003.
func pict(shape string) string { return p("", `<w:r><w:pict>`+shape+`</w:pict></w:r>`) }

// TestVMLLines: lines of letterheads, as Word 2003, 2007 and newer ones in the mode of
// compatibility save them, are printed where they stand (ECMA-376-4, 14.1).
func TestVMLLines(t *testing.T) {
	for _, c := range []struct {
		shape               string
		x, y, width, height float64
	}{
		{`<v:line style="position:absolute" from="0,10.5pt" to="468pt,10.5pt" strokeweight="1.5pt"/>`, 0, 10.5, 468, 0},
		{`<v:line style="position:absolute;margin-left:5pt" from="10pt,40pt" to="10pt,0"/>`, 15, 0, 0, 40},
		{`<v:shape type="#_x0000_t32" style="position:absolute;margin-left:-6pt;margin-top:4pt;width:400pt;height:0"/>`,
			-6, 4, 400, 0},
	} {
		paper := body(t, pict(c.shape))
		floats, _ := floatsOf(paper)
		if len(floats) != 1 || len(paper.Report.Findings) > 0 {
			t.Errorf("%s: %+v, %v", c.shape, floats, paper.Report)
			continue
		}
		f := floats[0]
		if f.X.At != c.x || f.Y.At != c.y || f.Width != c.width || f.Height != c.height ||
			f.Border.Kind != flow.Single || f.Fill != 0 || f.Wrap != flow.WrapNone {
			t.Errorf("%s: %+v", c.shape, f)
		}
	}
}

// TestVMLBoxes: place, lines, colours and insets of boxes.
func TestVMLBoxes(t *testing.T) {
	text := `<w:txbxContent>` + p("", r("", "надпись")) + `</w:txbxContent></v:textbox>`
	paper := body(t, pict(`<v:shape type="#_x0000_t202" style="position:absolute;margin-left:30pt;margin-top:1in;`+
		`width:120pt;height:40px;mso-position-horizontal-relative:page;mso-position-vertical:top;`+
		`mso-position-vertical-relative:margin;mso-wrap-distance-left:4pt;v-text-anchor:middle" `+
		`fillcolor="#ff0 [13]" strokecolor="red" strokeweight="2pt"><v:textbox inset=",1mm,0,">`+text+
		`<w10:wrap type="square" xmlns:w10="urn:schemas-microsoft-com:office:word"/></v:shape>`))
	floats, _ := floatsOf(paper)
	if len(floats) != 1 || len(paper.Report.Findings) > 0 {
		t.Fatalf("%+v, %v", floats, paper.Report)
	}
	f := floats[0]
	if f.X != (flow.Anchor{From: flow.FromPage, At: 30}) || f.Y != (flow.Anchor{From: flow.FromMargin, Set: true}) ||
		f.Width != 120 || f.Height != 30 || f.Gap.Left != 4 || f.Gap.Right != 9 || f.Wrap != flow.WrapSquare {
		t.Errorf("place %+v", f)
	}
	if f.Fill != flow.Solid|0xFFFF00 || f.Border.Color != flow.Solid|0xFF0000 || f.Border.Width != 2 ||
		f.Down != flow.Center || f.Margins.Left != 7.2 || f.Margins.Right != 0 || f.Margins.Bottom != 3.6 {
		t.Errorf("look %+v", f)
	}
	bare := body(t, pict(`<v:rect stroked="f" filled="f" style="position:absolute;width:9pt;height:9pt"><v:textbox>`+
		text+`</v:rect>`))
	if floats, _ = floatsOf(bare); floats[0].Fill != 0 || floats[0].Border.Kind != flow.NoLine {
		t.Errorf("without lines: %+v", floats[0])
	}
}

// TestPartialVML: what is not laid out of drawings is named.
func TestPartialVML(t *testing.T) {
	const at = `position:absolute;width:80pt;height:40pt`
	for _, c := range [][2]string{
		{`<v:oval style="` + at + `"/>`, "фигура (VML) не печатается"},
		{`<v:roundrect style="` + at + `"/>`, "прямоугольником"},
		{`<v:rect style="width:80pt;height:40pt"/>`, "в строке"},
		{`<v:rect style="` + at + `;rotation:90"/>`, "поворот"},
		{`<v:rect style="` + at + `"><v:fill type="gradient"/></v:rect>`, "заливка"},
		{`<v:rect style="` + at + `;mso-width-percent:400"/>`, "долей страницы"},
		{`<v:line style="position:absolute" from="0,0" to="90pt,0"><v:stroke endarrow="block"/></v:line>`, "стрелка"},
		{`<v:rect style="width:0;height:1.5pt" o:hr="t" fillcolor="gray"/>`, "горизонтальная линия"},
	} {
		if f := body(t, pict(c[0])).Report.Findings; len(f) != 1 || !strings.Contains(f[0].Construct, c[1]) {
			t.Errorf("%s: %v", c[0], f)
		}
	}
}

// TestCrop: what is cut away of pictures, in shares or percent (ECMA-376-1, 20.1.8.55)
// and in parts of VML.
func TestCrop(t *testing.T) {
	for attributes, want := range map[string]flow.Crop{
		`l="25000" t="10%"`: {Left: 0.25, Top: 0.1}, `r="-50000"`: {Right: -0.5}, `l="60000" r="60000"`: {}, ``: {},
	} {
		rect := &node{name: "a:srcRect"}
		for _, one := range strings.Fields(attributes) {
			name, value, _ := strings.Cut(one, "=")
			rect.attrs = append(rect.attrs, attribute{name, strings.Trim(value, `"`)})
		}
		pic := &node{kids: []*node{{name: "pic:blipFill", kids: []*node{rect}}}}
		if got := cropOf(pic); got != want {
			t.Errorf("%s: %+v", attributes, got)
		}
	}
	image := &node{attrs: []attribute{{"cropleft", "16384f"}, {"cropbottom", ".5"}}}
	if got := vmlCrop(image); got != (flow.Crop{Left: 0.25, Bottom: 0.5}) {
		t.Errorf("VML: %+v", got)
	}
}
