package wordml

import (
	"strings"
	"testing"

	"protokol/generator/internal/flow"
)

// TestSectionFrame: frames, grids and mirrored margins of sections are lowered; only
// borders that are not plain lines, and characters on a grid, are named.
func TestSectionFrame(t *testing.T) {
	for content, c := range map[string]struct {
		ok   func(s *flow.Section, p *flow.Paragraph) bool
		said string
	}{
		`<w:pgBorders w:offsetFrom="page"><w:top w:val="single" w:sz="8" w:space="24"/></w:pgBorders>`: {
			func(s *flow.Section, _ *flow.Paragraph) bool {
				return s.Frame != nil && !s.Frame.AtText && s.Frame.Top.Space == 24 && s.Frame.Left.Kind == flow.NoLine
			}, ""},
		`<w:pgBorders w:display="firstPage"><w:left w:val="apples" w:sz="8"/></w:pgBorders>`: {
			func(s *flow.Section, _ *flow.Paragraph) bool { return s.Frame.AtText && s.Frame.NoOther }, "узорная"},
		`<w:docGrid w:type="lines" w:linePitch="360"/>`: {
			func(_ *flow.Section, p *flow.Paragraph) bool { return p.Grid == 18 }, ""},
		`<w:docGrid w:type="linesAndChars" w:linePitch="360"/>`: {
			func(_ *flow.Section, p *flow.Paragraph) bool { return p.Grid == 18 }, "знаки"},
		`<w:docGrid w:linePitch="360"/>`: {func(_ *flow.Section, p *flow.Paragraph) bool { return p.Grid == 0 }, ""},
	} {
		paper := body(t, p("", r("", "a"))+"<w:sectPr>"+content+"</w:sectPr>")
		if !c.ok(paper.Flow.Blocks[0].(*flow.Section), paragraphs(paper.Flow.Blocks)[0]) {
			t.Errorf("%s: %+v", content, paper.Flow.Blocks[0])
		}
		said := ""
		for _, f := range paper.Report.Findings {
			said += f.Construct
		}
		if (said != "") != (c.said != "") || !strings.Contains(said, c.said) {
			t.Errorf("%s: %q", content, said)
		}
	}
	off := body(t, p(`<w:snapToGrid w:val="0"/>`, r("", "a"))+`<w:sectPr><w:docGrid w:type="lines" w:linePitch="360"/>`+
		`</w:sectPr>`)
	if got := paragraphs(off.Flow.Blocks)[0].Grid; got != 0 {
		t.Errorf("off the grid: %v", got)
	}
	mirrored := file{body: p("", r("", "a")), parts: map[string]string{"settings": `<w:mirrorMargins/>`}}.lower(t)
	if !mirrored.Flow.Blocks[0].(*flow.Section).Mirror || len(mirrored.Report.Findings) > 0 {
		t.Errorf("%v", mirrored.Report.Findings)
	}
}

// TestRowExceptions: a row has borders and margins of cells of its own (ECMA-376-1,
// 17.4.61).
func TestRowExceptions(t *testing.T) {
	const cell = `<w:tc><w:p/></w:tc>`
	paper := body(t, `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/></w:tblBorders></w:tblPr><w:tr>`+
		`<w:tblPrEx><w:tblBorders><w:top w:val="nil"/></w:tblBorders><w:tblCellMar><w:left w:w="0" w:type="dxa"/>`+
		`</w:tblCellMar></w:tblPrEx>`+cell+`</w:tr><w:tr>`+cell+`</w:tr></w:tbl>`)
	rows := paper.Flow.Blocks[1].(*flow.Table).Rows
	if first := rows[0].Cells[0]; first.Borders.Top.Kind != flow.NoLine || first.Margins.Left != 0 {
		t.Errorf("%+v", first)
	}
	if rows[1].Cells[0].Margins.Left != 5.4 {
		t.Errorf("the next row: %+v", rows[1].Cells[0])
	}
}
