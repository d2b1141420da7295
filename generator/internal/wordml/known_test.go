package wordml

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/flow"
)

// unprinted are elements that are known where papers are read back, and change no page: names and data that programs
// keep for themselves, rules for text of East Asia, and properties that others imply.
const unprinted = `
	document hdr ftr comments comment alias tag lock placeholder docPart temporary calendar dateFormat lid listItem
	storeMappedDataAs aliases autoRedefine link latentStyles lsdException locked next personal personalCompose
	personalReply qFormat rsid semiHidden uiPriority unhideWhenUsed nsid tmpl multiLevelType numIdMacAtCleanup noProof
	lang divId formProt paperSrc printerSettings cnfStyle bCs iCs szCs
	adjustRightInd autoSpaceDE autoSpaceDN kinsoku overflowPunct topLinePunct
	gridAfter wAfter wBefore suppressLineNumbers suppressOverlap
	appearance chartTrackingRefBased checkedState uncheckedState conflictMode defaultImageDpi discardImageEditingData
	docId persistentDocumentId person repeatingSection repeatingSectionItem`

// TestKnownMarkup: elements that are known where papers are read back are laid out or named here, unless they change
// no page.
func TestKnownMarkup(t *testing.T) {
	known, err := os.ReadFile("../reader/known.go")
	if err != nil {
		t.Fatal(err)
	}
	handled := handledNames(t, `"(?:w1[45]:)?([A-Za-z]+)"`, unprinted)
	count := 0
	for _, list := range []string{"knownMarkup", "knownExtensions"} {
		found := regexp.MustCompile(list + " = namesIn\\(`([^`]*)`").FindSubmatch(known)
		if found == nil {
			t.Fatal(list)
		}
		for _, name := range strings.Fields(string(found[1])) {
			if count++; !handled[name] {
				t.Errorf("%s is neither laid out nor named", name)
			}
		}
	}
	if count < 200 {
		t.Errorf("only %d elements", count)
	}
}

// handledNames returns the names in a list, and those that the code of this package has, as a pattern finds them.
func handledNames(t *testing.T, pattern, list string) map[string]bool {
	t.Helper()
	handled := map[string]bool{}
	for _, name := range strings.Fields(list) {
		handled[name] = true
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range regexp.MustCompile(pattern).FindAllSubmatch(code, -1) {
			handled[string(found[1])] = true
		}
	}
	return handled
}

// TestRepeatedProperties: a row may repeat properties of its table.
func TestRepeatedProperties(t *testing.T) {
	row := func(table, row, trPr string) string {
		return `<w:tbl><w:tblPr>` + table + `</w:tblPr><w:tr><w:tblPrEx>` + row + `</w:tblPrEx><w:trPr>` + trPr +
			`</w:trPr><w:tc>` + p("", "") + `</w:tc></w:tr></w:tbl>` + p("", "")
	}
	const indent, spacing = `<w:tblInd w:w="500" w:type="dxa"/>`, `<w:tblCellSpacing w:w="20" w:type="dxa"/>`
	for content, want := range map[string]int{
		row(indent, indent, ""): 0, row("", `<w:tblCellMar/>`, ""): 0, row("", indent, ""): 1, row("", "", spacing): 1,
		row(spacing, "", spacing): 1, row(`<w:tblInd w:w="9" w:type="dxa"/>`, indent, ""): 1,
		row("", `<w:tblW w:w="0" w:type="auto"/><w:jc w:val="left"/><w:tblInd w:w="0" w:type="dxa"/>`+
			`<w:tblCellSpacing w:w="0" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="auto"/>`+
			`<w:tblLayout w:type="autofit"/><w:tblLook w:val="04A0"/>`, ""): 0,
		row("", `<w:jc w:val="center"/>`, ""): 1, row("", `<w:shd w:val="clear" w:fill="D9D9D9"/>`, ""): 1,
		row("", `<w:tblLayout w:type="fixed"/>`, ""): 1, row("", `<w:tblW w:w="50%" w:type="pct"/>`, ""): 1,
		row(`<w:tblCellSpacing w:w="0" w:type="dxa"/>`, "", ""): 0,
		row(`<w:jc w:val="end"/>`, `<w:jc w:val="right"/>`, ""): 0,
	} {
		if got := body(t, content).Report.Findings; len(got) != want {
			t.Errorf("%s: %+v", content, got)
		}
	}
}

// TestStyledProperties: rows are compared with what the style of their table says, too, of which conditional formats
// make the choice of these matter; its shading is named.
func TestStyledProperties(t *testing.T) {
	for _, c := range []struct {
		style, row string
		want       int
	}{
		{`<w:tblPr><w:tblInd w:w="500" w:type="dxa"/></w:tblPr>`, `<w:tblInd w:w="500" w:type="dxa"/>`, 0},
		{`<w:tblPr><w:tblInd w:w="500" w:type="dxa"/></w:tblPr>`, `<w:tblInd w:w="0" w:type="dxa"/>`, 1},
		{``, `<w:tblLook w:val="0020"/>`, 0},
		{`<w:tblStylePr w:type="firstRow"/>`, `<w:tblLook w:val="0020"/>`, 1},
		{`<w:tblStylePr w:type="firstRow"/>`, `<w:tblLook w:val="0000" w:firstRow="0"/>`, 0},
		{`<w:tblPr><w:shd w:val="clear" w:fill="D9D9D9"/></w:tblPr>`, ``, 1},
		{`<w:tblPr><w:shd w:val="clear" w:color="auto" w:fill="auto"/></w:tblPr>`, ``, 0},
	} {
		paper := file{parts: map[string]string{"styles": `<w:style w:type="table" w:styleId="t">` + c.style +
			`</w:style>`}, body: `<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr><w:tblPrEx>` + c.row +
			`</w:tblPrEx><w:tc>` + p("", "") + `</w:tc></w:tr></w:tbl>` + p("", "")}.lower(t)
		if got := paper.Report.Findings; len(got) != c.want {
			t.Errorf("%s, %s: %+v", c.style, c.row, got)
		}
	}
}

// TestLooseColumns: columns of which no cell asks for a width are left to their content beside others, but by rules
// before 15; those that only wider cells cover are not.
func TestLooseColumns(t *testing.T) {
	cell := func(tcPr string) string { return `<w:tc><w:tcPr>` + tcPr + `</w:tcPr>` + p("", "") + `</w:tc>` }
	const wide, none, auto = `<w:tcW w:w="900" w:type="dxa"/>`, "", `<w:tcW w:w="0" w:type="auto"/>`
	table := func(cells ...string) string {
		return `<w:tbl><w:tr>` + strings.Join(cells, "") + `</w:tr></w:tbl>` + p("", "")
	}
	for _, c := range []struct {
		content string
		grid    bool
		want    []bool
	}{
		{table(cell(wide), cell(none), cell(auto)), false, []bool{false, true, true}},
		{table(cell(wide), cell(none), cell(auto)), true, nil},
		{table(cell(wide), cell(wide)), false, nil},
		{table(cell(none), cell(auto)), false, nil},
		{table(cell(wide), cell(`<w:gridSpan w:val="2"/>`)), false, nil},
	} {
		paper := file{body: c.content}.lowerAs(t, Options{GridWidths: c.grid})
		if got := paper.Flow.Blocks[1].(*flow.Table).Loose; !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.content, got, c.want)
		}
	}
}
