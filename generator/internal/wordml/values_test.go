package wordml

import (
	"testing"

	"protokol/generator/internal/flow"
)

// TestShadings: patterns are even tones of their two colours, and those of lines are
// named in the report wherever they stand (ECMA-376-1, 17.3.5 and 17.18.78).
func TestShadings(t *testing.T) {
	shd := func(kind string) string { return `<w:shd w:val="` + kind + `" w:color="000000" w:fill="FFFFFF"/>` }
	for kind, want := range map[string]flow.Color{
		"clear": 0xFFFFFF, "solid": 0, "pct20": 0xCCCCCC, "pct12": 0xDFDFDF, "pct25": 0xBFBFBF, "diagStripe": 0x808080,
		"thinHorzStripe": 0xBFBFBF,
	} {
		paper := body(t, p(shd(kind), r("", "a")))
		if got := paragraphs(paper.Flow.Blocks)[0].Shade; got != flow.Solid|want {
			t.Errorf("%s: %06x", kind, got)
		}
		if named := len(paper.Report.Findings) == 1; named != (kind == "diagStripe" || kind == "thinHorzStripe") {
			t.Errorf("%s: %v", kind, paper.Report.Findings)
		}
	}
	for _, content := range []string{
		p("", r(shd("horzCross"), "a")),
		`<w:tbl><w:tr><w:tc><w:tcPr>` + shd("vertStripe") + `</w:tcPr>` + p("", r("", "a")) + `</w:tc></w:tr></w:tbl>`,
	} {
		if report := body(t, content).Report; len(report.Findings) != 1 || report.Lost() {
			t.Errorf("%s: %v", content, report.Findings)
		}
	}
	style := `<w:style w:type="table" w:default="1" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:tcPr>` +
		shd("thinDiagCross") + `</w:tcPr></w:tblStylePr></w:style>`
	f := file{body: `<w:tbl><w:tr><w:tc>` + p("", r("", "a")) + `</w:tc></w:tr></w:tbl>`,
		parts: map[string]string{"styles": style}}
	if report := f.lower(t).Report; len(report.Findings) != 1 {
		t.Errorf("table style: %v", report.Findings)
	}
}

// TestBeyond: before Word 2013 tab stops may be as far as the edge of the sheet, also of
// a paragraph that ends in the margin.
func TestBeyond(t *testing.T) {
	for right, want := range map[string]float64{"0": 72, "400": 92, "-400": 52, "-1600": 0} {
		paper := body(t, p(`<w:ind w:right="`+right+`"/>`, r("", "a")))
		if got := paragraphs(paper.Flow.Blocks)[0].Beyond; got != want {
			t.Errorf("right %s: %v, want %v", right, got, want)
		}
	}
}
