package wordml

import "strings"

// compatNeeds are the settings of compatibility that are not obeyed, each with an element without which it does not
// change a page, or "" (ECMA-376-1, 17.15.3; ECMA-376-4, 9.3 for those of programs before Word 2007). Those for text
// of East Asia are not among them.
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
	"shapeLayoutLikeWW8": "wp:anchor", "suppressSpBfAfterPgBrk": "br", "printColBlack": "color",
	"allowTextAfterFloatingTableBreak": "tblpPr", "alignBordersAndEdges": "pgBorders",
}

// oldNeeds are the same of settings that Word writes into every paper of Word 2003. Few of these papers look otherwise
// because of them.
var oldNeeds = map[string]string{
	"doNotUseIndentAsNumberingTabStop": "numPr", "doNotSuppressIndentation": "wp:anchor",
	"doNotAutofitConstrainedTables": "tbl", "autofitToFirstFixedWidthCell": "tbl", "doNotVertAlignCellWithSp": "vAlign",
	"doNotBreakConstrainedForcedTable": "tblpPr", "doNotVertAlignInTxbx": "txbxContent", "useAnsiKerningPairs": "kern",
	"cachedColBalance": "col", "doNotSnapToGridInCell": "tbl",
}

// wantedSettings are the settings of Word 2013 and later that are not obeyed, with their unusual values.
var wantedSettings = map[string]string{"allowTextAfterFloatingTableBreak": "1"}

// readCompat reads the settings of compatibility.
func (s *settings) readCompat(compat *node) {
	s.addSpacing = on(compat.kid("doNotUseHTMLParagraphAutoSpacing"))
	s.stretch = !on(compat.kid("doNotExpandShiftReturn"))
	s.splitBreaks = on(compat.kid("splitPgBreakAndParaMark"))
	s.spaceInCells = on(compat.kid("allowSpaceOfSameStyleInTable"))
	s.unbalanced = on(compat.kid("noColumnBalance"))
	for _, k := range compat.children() {
		_, known := compatNeeds[k.name]
		_, old := oldNeeds[k.name]
		switch name, value := k.attr("name"), k.attr("val"); {
		case k.name != "compatSetting":
			if (known || old) && on(k) {
				s.disobeyed = append(s.disobeyed, k.name)
			}
		case name == "compatibilityMode":
			s.mode = whole(value)
		case name == "useWord2013TrackBottomHyphenation":
			s.wholeEnds = s.wholeEnds || value == "0"
		case name == "allowHyphenationAtTrackBottom":
			s.dividedEnds = value == "1"
		case name == "overrideTableStyleFontSizeAndJustification":
			s.ownSizes = value == "1"
		case wantedSettings[name] != "" && value == wantedSettings[name]:
			s.disobeyed = append(s.disobeyed, name)
		}
	}
}

// strongStyleName names properties of a table style in a document of Word 2010 or earlier.
const strongStyleName = "размер букв или выравнивание из стиля таблицы: в документах до Word 2013 их может заменить " +
	"стиль абзаца, и наоборот"

// partlyCompat notes the settings of compatibility that are not obeyed in a document that they may change.
func (l *lowering) partlyCompat(root *node) {
	var names, old []string
	for _, name := range l.settings.disobeyed {
		need, isOld := oldNeeds[name]
		if !isOld {
			need = compatNeeds[name]
		}
		switch {
		case need != "" && root.find(need) == nil:
		case isOld:
			old = append(old, name)
		default:
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		l.approximate("настройки совместимости не действуют, строки и страницы могут быть иными: " +
			strings.Join(names, ", "))
	}
	if len(old) > 0 {
		l.hidden("настройки Word 2003 не действуют, немногие страницы из-за них иные: " + strings.Join(old, ", "))
	}
	l.out.wholeEnds = l.settings.hyphenate && l.settings.wholeEnds && !l.settings.dividedEnds
}
