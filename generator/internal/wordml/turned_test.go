package wordml

import (
	"strings"
	"testing"

	"protokol/generator/internal/flow"
)

// TestTurnedCells: the lines of cells go up or down; a cell with anything but text stays
// horizontal, and the report says so (ECMA-376-1, 17.18.93).
func TestTurnedCells(t *testing.T) {
	for value, want := range map[string]flow.Turn{"btLr": flow.TurnUp, "tbRl": flow.TurnDown, "lrTb": flow.NoTurn} {
		paper := body(t, `<w:tbl><w:tr><w:tc><w:tcPr><w:textDirection w:val="`+value+`"/></w:tcPr>`+p("", r("", "a"))+
			`</w:tc></w:tr></w:tbl>`)
		if got := paper.Flow.Blocks[1].(*flow.Table).Rows[0].Cells[0].Turn; got != want {
			t.Errorf("%s: %v", value, got)
		}
		if len(paper.Report.Findings) > 0 {
			t.Errorf("%s: %v", value, paper.Report.Findings)
		}
	}
	paper := body(t, `<w:tbl><w:tr><w:tc><w:tcPr><w:textDirection w:val="btLr"/></w:tcPr><w:tbl><w:tr><w:tc>`+
		p("", r("", "a"))+`</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>`)
	if paper.Flow.Blocks[1].(*flow.Table).Rows[0].Cells[0].Turn != flow.NoTurn ||
		len(paper.Report.Findings) != 1 || !strings.Contains(paper.Report.Findings[0].Construct, "вертикальный") {
		t.Errorf("%v", paper.Report.Findings)
	}
}
