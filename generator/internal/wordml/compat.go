package wordml

import "strings"

// compatNeeds are the settings of compatibility that are not obeyed, each with an element without which it does not
// change a page, or "" (ECMA-376-1, 17.15.3; ECMA-376-4, 9.3 for those of programs before Word 2007). Those for text
// of East Asia, and those that Word writes into every paper of Word 2003, are not among them.
var compatNeeds = map[string]string{
	"noLeading": "", "noExtraLineSpacing": "", "spacingInWholePoints": "", "lineWrapLikeWord6": "",
	"wpSpaceWidth": "", "wpJustification": "", "suppressBottomSpacing": "", "suppressTopSpacing": "",
	"suppressSpacingAtTopOfPage": "", "suppressTopSpacingWP": "", "truncateFontHeightsLikeWP6": "",
	"usePrinterMetrics": "", "wrapTrailSpaces": "", "autoSpaceLikeWord95": "", "useWord97LineBreakRules": "",
	"ulTrailSpace": "u", "underlineTabInNumList": "numPr", "subFontBySize": "", "mwSmallCaps": "smallCaps",
	"noSpaceRaiseLower": "vertAlign", "noTabHangInd": "tab", "forgetLastTabAlignment": "tab",
	"doNotSuppressParagraphBorders": "pBdr", "swapBordersFacingPages": "pgBorders", "growAutofit": "tbl",
	"adjustLineHeightInTable": "tbl", "layoutRawTableWidth": "tbl", "layoutTableRowsApart": "tbl",
	"alignTablesRowByRow": "tbl", "useWord2002TableStyleRules": "tbl", "useSingleBorderforContiguousCells": "tbl",
	"doNotBreakWrappedTables": "tblpPr", "footnoteLayoutLikeWW8": "footnoteReference",
	"shapeLayoutLikeWW8": "wp:anchor", "suppressSpBfAfterPgBrk": "br",
}

// readCompat reads the settings of compatibility.
func (s *settings) readCompat(compat *node) {
	s.addSpacing = on(compat.kid("doNotUseHTMLParagraphAutoSpacing"))
	s.stretch = !on(compat.kid("doNotExpandShiftReturn"))
	s.splitBreaks = on(compat.kid("splitPgBreakAndParaMark"))
	s.spaceInCells = on(compat.kid("allowSpaceOfSameStyleInTable"))
	s.unbalanced = on(compat.kid("noColumnBalance"))
	for _, k := range compat.children() {
		if k.name == "compatSetting" && k.attr("name") == "compatibilityMode" {
			s.mode = whole(k.attr("val"))
		}
		if _, known := compatNeeds[k.name]; known && on(k) {
			s.disobeyed = append(s.disobeyed, k.name)
		}
	}
}

// partlyCompat notes the settings of compatibility that are not obeyed in a document that they may change.
func (l *lowering) partlyCompat(root *node) {
	var names []string
	for _, name := range l.settings.disobeyed {
		if need := compatNeeds[name]; need == "" || root.find(need) != nil {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		l.approximate("настройки совместимости не действуют, строки и страницы могут быть иными: " +
			strings.Join(names, ", "))
	}
}
