package wordml

import (
	"math"
	"testing"

	"protokol/generator/internal/flow"
)

// grouped returns the floats of a group whose place is given, 200 by 100 points and 400
// by 200 units.
func grouped(t *testing.T, position, members string) []flow.Float {
	paper := body(t, p("", `<w:r><w:drawing><wp:anchor>`+position+`<wp:extent cx="2540000" cy="1270000"/><a:graphic>`+
		`<a:graphicData><wpg:wgp><wpg:grpSpPr><a:xfrm><a:chOff x="100" y="50"/><a:chExt cx="400" cy="200"/></a:xfrm>`+
		`<a:solidFill><a:srgbClr val="00FF00"/></a:solidFill></wpg:grpSpPr>`+members+`</wpg:wgp></a:graphicData>`+
		`</a:graphic></wp:anchor></w:drawing></w:r>`))
	floats, _ := floatsOf(paper)
	return floats
}

// shapeAt returns a shape of a group.
func shapeAt(frame, props string) string {
	return `<wps:wsp><wps:spPr>` + frame + props + `</wps:spPr><wps:bodyPr/></wps:wsp>`
}

// TestGroups: the members of a group stand where its transform puts them, from where the
// group stands (ECMA-376-1, 20.1.7.5).
func TestGroups(t *testing.T) {
	const frame = `<a:xfrm><a:off x="300" y="70"/><a:ext cx="80" cy="20"/></a:xfrm>`
	for _, c := range []struct {
		position string
		x, y     flow.Anchor
	}{
		{`<wp:positionH relativeFrom="page"><wp:posOffset>127000</wp:posOffset></wp:positionH>`,
			flow.Anchor{From: flow.FromPage, At: 110}, flow.Anchor{At: 10}},
		{`<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH><wp:positionV ` +
			`relativeFrom="margin"><wp:align>center</wp:align></wp:positionV>`,
			flow.Anchor{From: flow.FromMargin, Set: true, Align: flow.Right, At: -60},
			flow.Anchor{From: flow.FromMargin, Set: true, Align: flow.Center, At: -35}},
	} {
		list := grouped(t, c.position, shapeAt(frame, `<a:grpFill/>`))
		if len(list) != 1 || list[0].X != c.x || list[0].Y != c.y || list[0].Width != 40 || list[0].Height != 10 ||
			list[0].Fill != flow.Solid|0x00FF00 {
			t.Errorf("%s: %+v", c.position, list)
		}
	}
}

// TestNestedGroups: a group in a group, of Word 2010 and of Word 2003.
func TestNestedGroups(t *testing.T) {
	const inner = `<a:xfrm><a:off x="200" y="150"/><a:ext cx="200" cy="100"/><a:chOff x="0" y="0"/>` +
		`<a:chExt cx="20" cy="20"/></a:xfrm>`
	modern := grouped(t, "", `<wpg:grpSp><wpg:grpSpPr>`+inner+`</wpg:grpSpPr>`+
		shapeAt(`<a:xfrm><a:off x="10" y="4"/><a:ext cx="10" cy="8"/></a:xfrm>`, "")+`</wpg:grpSp>`)
	old, _ := floatsOf(body(t, pict(`<v:group style="position:absolute;width:200pt;height:100pt" coordorigin="100,50" `+
		`coordsize="400,200"><v:group style="left:200;top:150;width:200;height:100" coordsize="20,20"><v:rect `+
		`style="left:10;top:4;width:10;height:8"/></v:group></v:group>`)))
	for _, list := range [][]flow.Float{modern, old} {
		if len(list) != 1 || list[0].X.At != 100 || list[0].Y.At != 60 || list[0].Width != 50 || list[0].Height != 20 {
			t.Errorf("%+v", list)
		}
	}
}

// TestGroupLines: lines go from corner to corner, also mirrored and turned ones.
func TestGroupLines(t *testing.T) {
	const place = `<a:off x="100" y="50"/><a:ext cx="40" cy="20"/></a:xfrm><a:prstGeom prst="line"/>`
	for frame, want := range map[string]flow.Float{
		`<a:xfrm>`:                         {Width: 20, Height: 10, Slant: flow.Falling},
		`<a:xfrm flipV="1">`:               {Width: 20, Height: 10, Slant: flow.Rising},
		`<a:xfrm flipH="1" flipV="1">`:     {Width: 20, Height: 10, Slant: flow.Falling},
		`<a:xfrm rot="5400000">`:           {Width: 10, Height: 20, Slant: flow.Rising, X: flow.Anchor{At: 5}},
		`<a:xfrm rot="10800000">`:          {Width: 20, Height: 10, Slant: flow.Falling},
		`<a:xfrm rot="5400000" flipH="1">`: {Width: 10, Height: 20, Slant: flow.Falling, X: flow.Anchor{At: 5}},
	} {
		list := grouped(t, "", shapeAt(frame+place, ""))
		if len(list) != 1 || list[0].Width != want.Width || list[0].Height != want.Height ||
			list[0].Slant != want.Slant || list[0].X.At != want.X.At {
			t.Errorf("%s: %+v", frame, list)
		}
	}
	for line, want := range map[string]flow.Slant{`from="0,0" to="100,100"`: flow.Falling,
		`from="100,0" to="0,100"`: flow.Rising, `from="0,40" to="100,40"`: flow.NoSlant} {
		list, _ := floatsOf(body(t, pict(`<v:group style="position:absolute;width:50pt;height:50pt" `+
			`coordsize="100,100"><v:line `+line+`/></v:group>`)))
		if len(list) != 1 || list[0].Slant != want || list[0].Width != 50 || list[0].X.At != 0 {
			t.Errorf("%s: %+v", line, list)
		}
	}
}

// TestGroupLayers: text stands before a picture of its group, and a colour under the
// picture does not cover it.
func TestGroupLayers(t *testing.T) {
	member := func(x float64) flow.Float { return flow.Float{X: flow.Anchor{At: x}, Width: 50, Height: 20} }
	back, picture, label, away := member(0), member(10), member(20), member(200)
	back.Fill, away.Fill, picture.Path = flow.Solid|0xFFFFFF, flow.Solid, "p"
	label.Blocks = []flow.Block{&flow.Paragraph{}}
	c := &paragraph{floats: []flow.Float{back, away, picture, label}}
	c.gather(0, flow.Float{Width: 300, Height: 20})
	if f := c.floats; !f[2].Behind || f[0].Fill != 0 || f[1].Fill == 0 {
		t.Errorf("%+v", f)
	}
	c.floats = []flow.Float{back, picture, away}
	c.gather(0, flow.Float{Width: 300, Height: 20, Wrap: flow.WrapSquare})
	if f := c.floats; len(f) != 4 || f[0].Wrap != flow.WrapSquare || f[0].Width != 300 || f[2].Behind ||
		f[1].Fill == 0 || f[1].Wrap != flow.WrapNone {
		t.Errorf("%+v", f)
	}
	if math.Abs(inside(flow.Anchor{Set: true, Align: flow.Right}, 10, 20, 100).At+70) > 0.01 {
		t.Error("inside")
	}
}
