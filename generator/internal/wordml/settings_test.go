package wordml

import (
	"strings"
	"testing"

	"protokol/generator/internal/flow"
)

// TestZone: documents of modes before Word 2013 have a zone of hyphenation of their own,
// also those that do not say their mode (ECMA-376-1, 17.15.1.53).
func TestZone(t *testing.T) {
	const zone = `<w:autoHyphenation/><w:hyphenationZone w:val="160"/>`
	mode := func(n string) string {
		return `<w:compat><w:compatSetting w:name="compatibilityMode" w:val="` + n + `"/></w:compat>`
	}
	for settings, want := range map[string]float64{
		zone: 8, zone + mode("14"): 8, zone + mode("15"): hyphenZone, `<w:autoHyphenation/>`: hyphenZone, mode("14"): 0,
	} {
		paper := file{body: p("", r("", "a")), parts: map[string]string{"settings": settings}}.lower(t)
		if got := paragraphs(paper.Flow.Blocks)[0].Zone; got != want {
			t.Errorf("%s: %v", settings, got)
		}
	}
}

// TestCompat: settings of compatibility are obeyed, or named where they may change a page (ECMA-376-1, 17.15.3).
func TestCompat(t *testing.T) {
	const same = `<w:spacing w:after="200"/><w:contextualSpacing/>`
	table := `<w:tbl><w:tr><w:tc>` + p(same, r("", "a")) + p(same, r("", "b")) + `</w:tc></w:tr></w:tbl>` + p("", "") +
		`<w:sectPr><w:cols w:num="2"/></w:sectPr>`
	lower := func(compat string) (*Paper, flow.Section, *flow.Paragraph) {
		settings := "<w:compat>" + compat + "</w:compat>"
		paper := file{body: table, parts: map[string]string{"settings": settings}}.lower(t)
		cell := paper.Flow.Blocks[1].(*flow.Table).Rows[0].Cells[0]
		return paper, *paper.Flow.Blocks[0].(*flow.Section), cell.Blocks[0].(*flow.Paragraph)
	}
	plain, section, first := lower("")
	if section.Unbalanced || !first.Stretch || first.After != 0 || len(plain.Report.Findings) > 0 {
		t.Errorf("without settings: %v, %+v, %+v", section.Unbalanced, first, plain.Report.Findings)
	}
	_, section, first = lower(`<w:noColumnBalance/><w:doNotExpandShiftReturn/><w:allowSpaceOfSameStyleInTable/>`)
	if !section.Unbalanced || first.Stretch || first.After != 10 {
		t.Errorf("with settings: %v, %+v", section.Unbalanced, first)
	}
	named, _, _ := lower(`<w:noLeading/><w:growAutofit/><w:ulTrailSpace/><w:footnoteLayoutLikeWW8/>` +
		`<w:wpSpaceWidth w:val="0"/>`)
	list := named.Report.Findings
	if len(list) != 1 || !strings.HasSuffix(list[0].Construct, ": noLeading, growAutofit") {
		t.Errorf("%+v", list)
	}
}
