package printing

import (
	"strings"
	"testing"
)

// FuzzDrawings: whatever drawings, groups and shapes of VML say, they are refused or
// printed; every paper is written, and there are no panics.
func FuzzDrawings(f *testing.F) {
	printer, err := NewWordPrinter()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range append(corpusDrawings(f), hostileDrawings...) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, drawing string) {
		if len(drawing) > 1<<14 {
			return
		}
		body := "<w:p><w:r>" + drawing + "<w:t>слово</w:t></w:r></w:p>"
		printWordBody(t, printer, body)
	})
}

// hostileDrawings are drawings with unusual measures and nesting.
var hostileDrawings = []string{
	`<w:pict><v:group style="width:1e9pt;height:-5pt" coordsize="0,-1" coordorigin="1e300,NaN"><v:line ` +
		`from="Inf,0" to="1e308"/><v:group style="left:1e12;width:1e-12"><v:rect style="width:9;height:x"/></v:group>` +
		`</v:group></w:pict>`,
	`<w:drawing><wp:anchor><wp:extent cx="-1" cy="99999999999"/><a:graphic><a:graphicData><wpg:wgp><wpg:grpSpPr><a:xfrm ` +
		`rot="-5400001"><a:chOff x="-99999999999999" y="y"/><a:chExt cx="1" cy="0"/></a:xfrm></wpg:grpSpPr><wps:wsp>` +
		`<wps:spPr><a:xfrm rot="5400000"><a:ext cx="9e99" cy="3"/></a:xfrm><a:prstGeom prst="curvedConnector4"/><a:ln ` +
		`w="-7"/></wps:spPr><wps:txbx><w:txbxContent/></wps:txbx></wps:wsp><wpg:grpSp/></wpg:wgp></a:graphicData>` +
		`</a:graphic></wp:anchor></w:drawing>`,
}

// corpusDrawings returns the drawings of the corpus of package generator.
func corpusDrawings(t testing.TB) (list []string) {
	t.Helper()
	for _, body := range corpusBodies(t) {
		for _, name := range []string{"w:drawing", "w:pict", "w:object", "mc:AlternateContent"} {
			begin, end := strings.Index(body, "<"+name+">"), strings.LastIndex(body, "</"+name+">")
			if begin >= 0 && end > begin {
				list = append(list, body[begin:end]+"</"+name+">")
			}
		}
	}
	if len(list) < 20 {
		t.Fatalf("%d drawings in the corpus", len(list))
	}
	return list
}
