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

// TestNewCompat: settings of Word 2013 and later, and those of every paper of Word 2003, are named where they may
// change a page.
func TestNewCompat(t *testing.T) {
	setting := func(name, value string) string {
		return `<w:compatSetting w:name="` + name + `" w:val="` + value + `"/>`
	}
	const hyphens = `<w:autoHyphenation/>`
	styles := `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:sz w:val="20"/></w:rPr></w:style>` +
		`<w:style w:type="table" w:styleId="t"><w:rPr><w:sz w:val="24"/></w:rPr></w:style>`
	table := `<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr><w:tc>` + p("", r("", "a")) +
		`</w:tc></w:tr></w:tbl>`
	own := setting("overrideTableStyleFontSizeAndJustification", "1")
	whole := setting("useWord2013TrackBottomHyphenation", "0")
	for _, c := range []struct {
		body, settings, compat, want string
		severity                     Severity
	}{
		{p("", r("", "a")), hyphens, whole, "последнее слово страницы", Approximated},
		{p("", r("", "a")), "", whole, "", 0},
		{p("", r("", "a")), hyphens, whole + setting("allowHyphenationAtTrackBottom", "1"), "", 0},
		{table, "", own, "", 0},
		{table, "", setting("compatibilityMode", "15"), "", 0},
		{table, "", "", strongStyleName, Approximated},
		{table, "", own + `<w:autofitToFirstFixedWidthCell/>`, "настройки Word 2003", Slight},
		{p("", ""), "", own + `<w:autofitToFirstFixedWidthCell/>`, "", 0},
		{table, "", own + setting("allowTextAfterFloatingTableBreak", "1"), "", 0},
		{p("", ""), `<w:clrSchemeMapping w:bg1="light1" w:accent1="accent1"/>`, "", "", 0},
	} {
		paper := file{body: c.body, parts: map[string]string{"styles": styles,
			"settings": c.settings + "<w:compat>" + c.compat + "</w:compat>"}}.lower(t)
		paper.Divided("сло-", nil, 1)
		list := paper.Report.Findings
		if c.want == "" && len(list) > 0 || c.want != "" && (len(list) != 1 || list[0].Severity != c.severity ||
			!strings.HasPrefix(list[0].Construct, c.want)) {
			t.Errorf("%s%s: %+v, want %q", c.settings, c.compat, list, c.want)
		}
	}
}
