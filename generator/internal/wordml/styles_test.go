package wordml

import (
	"math"
	"testing"

	"protokol/generator/internal/flow"
)

const cascade = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault>` +
	`<w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276" ` +
	`w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>` +
	`<w:pPr><w:jc w:val="both"/></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Bold"/><w:basedOn w:val="N"/>` +
	`<w:pPr><w:spacing w:after="0"/><w:ind w:firstLine="720"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Child"/><w:basedOn w:val="B"/>` +
	`<w:rPr><w:b/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="L1"><w:name w:val="loop"/><w:basedOn w:val="L2"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="L2"><w:name w:val="loop2"/><w:basedOn w:val="L1"/></w:style>` +
	`<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`

// TestCascade: direct properties over styles over those they are based on over
// the defaults (ECMA-376-1, 17.7.2).
func TestCascade(t *testing.T) {
	f := file{parts: map[string]string{"styles": cascade}, body: p(``, r(``, "a")) +
		p(`<w:pStyle w:val="B"/>`, r(``, "b")) +
		p(`<w:pStyle w:val="C"/><w:spacing w:before="100"/>`, r(`<w:sz w:val="20"/>`, "c")) +
		p(`<w:pStyle w:val="L1"/>`, r(``, "d")) + p(`<w:pStyle w:val="unknown"/>`, r(``, "e"))}
	list := paragraphs(f.lower(t).Flow.Blocks)
	for i, want := range []struct {
		size, after, before, first float64
		align                      flow.Align
		bold                       bool
	}{
		{12, 10, 0, 0, flow.Justify, false},
		{14, 0, 0, 36, flow.Justify, true},
		{10, 0, 5, 36, flow.Justify, true},
		{12, 10, 0, 0, flow.Left, false},
		{12, 10, 0, 0, flow.Justify, false},
	} {
		got, font := list[i], list[i].Runs[0].Font
		if font.Size != want.size || got.After != want.after || got.Before != want.before || got.First != want.first ||
			got.Align != want.align || font.Bold != want.bold || math.Abs(got.Spacing-1.15) > 1e-9 {
			t.Errorf("%d: %+v, font %+v, want %+v", i, *got, font, want)
		}
	}
}

// TestToggles: bold in a paragraph style and in a character style is not bold;
// bold of the run itself is (ECMA-376-1, 17.7.3).
func TestToggles(t *testing.T) {
	f := file{parts: map[string]string{"styles": cascade}, body: p(`<w:pStyle w:val="B"/>`,
		r(`<w:rStyle w:val="S"/>`, "a")+r(`<w:rStyle w:val="S"/><w:b/>`, "b")+r(`<w:b w:val="0"/>`, "c")) +
		p(``, r(`<w:rStyle w:val="S"/>`, "d"))}
	list := paragraphs(f.lower(t).Flow.Blocks)
	for i, want := range []bool{false, true, false} {
		if got := list[0].Runs[i].Font.Bold; got != want {
			t.Errorf("run %d: bold %v", i, got)
		}
	}
	if !list[1].Runs[0].Font.Bold {
		t.Error("a character style does not make text bold")
	}
}
