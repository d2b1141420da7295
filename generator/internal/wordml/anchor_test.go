package wordml

import (
	"strings"
	"testing"

	"protokol/generator/internal/flow"
)

// TestLineAnchors: drawings are placed from the first line of their paragraph, or from its upper edge (ECMA-376-1,
// 20.4.3.5).
func TestLineAnchors(t *testing.T) {
	const anchor = `<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"/><wp:positionV relativeFrom="%s">` +
		`<wp:posOffset>12700</wp:posOffset></wp:positionV><wp:extent cx="9" cy="9"/><a:graphic><a:graphicData><wps:wsp>` +
		`<wps:spPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
	const shape = `<v:rect style="position:absolute;width:9pt;height:9pt;margin-top:1pt;` +
		`mso-position-vertical-relative:line"/>`
	line := flow.Anchor{From: flow.FromLine, At: 1}
	for content, want := range map[string]flow.Anchor{
		p("", strings.Replace(anchor, "%s", "line", 1)):      line,
		p("", strings.Replace(anchor, "%s", "paragraph", 1)): {At: 1},
		pict(shape): line,
		pict(strings.Replace(shape, ":line", ":text", 1)): {At: 1},
	} {
		floats, _ := floatsOf(body(t, content))
		if len(floats) != 1 || floats[0].Y != want {
			t.Errorf("%s: %+v", content, floats)
		}
	}
}
