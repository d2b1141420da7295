package reader

import (
	"encoding/xml"
	"strings"
)

// Markup that this package does not know may change what programs show, so it is reported like what conceals words;
// the reprint has none of it. The lists contain markup that is checked elsewhere or does not change words
// (ECMA-376-1, 17): spacing, alignment, frames, and data that programs keep for themselves.

// knownMarkup are the elements of the body, of styles and of lists.
var knownMarkup = namesIn(`
	document body p r t tbl tr tc sdt sdtContent sdtPr sdtEndPr hyperlink smartTag smartTagPr hdr ftr
	footnotes footnote endnotes endnote footnoteRef endnoteRef footnoteReference endnoteReference separator
	continuationSeparator comments comment commentRangeStart commentRangeEnd commentReference annotationRef
	bookmarkStart bookmarkEnd proofErr ins moveTo moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd
	lastRenderedPageBreak softHyphen noBreakHyphen br cr tab ptab sym fldChar fldSimple instrText

	pPr pStyle keepNext keepLines pageBreakBefore widowControl numPr ilvl numId suppressLineNumbers pBdr top left
	start bottom right end between shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
	autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing suppressOverlap jc textDirection
	textAlignment outlineLvl divId cnfStyle framePr

	rPr rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline emboss imprint noProof vanish color w kern
	position sz szCs highlight u bdr fitText vertAlign rtl cs lang eastAsianLayout

	tblPr tblPrEx tblStyle tblpPr tblOverlap tblW tblCellSpacing tblInd tblBorders insideH insideV tblLayout tblCellMar
	tblLook tblGrid gridCol gridSpan trPr trHeight cantSplit tblHeader tcPr tcW tcBorders noWrap tcMar vAlign vMerge
	hMerge hideMark gridBefore gridAfter wBefore wAfter tcFitText bidiVisual

	sectPr headerReference footerReference footnotePr endnotePr pos numFmt numStart numRestart type pgSz pgMar paperSrc
	lnNumType pgNumType cols col formProt titlePg docGrid printerSettings

	alias lock tag id placeholder docPart temporary showingPlcHdr date dateFormat lid storeMappedDataAs calendar
	comboBox dropDownList listItem text picture richText

	styles docDefaults rPrDefault pPrDefault latentStyles lsdException style name aliases basedOn next link
	autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid
	tblStyleRowBandSize tblStyleColBandSize

	numbering abstractNum nsid multiLevelType tmpl styleLink numStyleLink lvl lvlRestart suff lvlText lvlJc num
	abstractNumId lvlOverride startOverride numIdMacAtCleanup`)

// knownSettings are the settings of a document (17.15.1).
var knownSettings = namesIn(`
	zoom view removePersonalInformation removeDateAndTime doNotAutoCompressPictures saveSubsetFonts embedTrueTypeFonts
	embedSystemFonts hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState attachedTemplate
	stylePaneFormatFilter stylePaneSortMethod documentType trackRevisions doNotTrackMoves doNotTrackFormatting
	documentProtection writeProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation
	consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps clickAndTypeStyle defaultTableStyle evenAndOddHeaders
	drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
	displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin
	drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl strictFirstAndLastChars
	noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema hdrShapeDefaults footnotePr
	endnotePr compat rsids uiCompat97To2003 themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats shapeDefaults
	decimalSymbol listSeparator alwaysMergeEmptyNamespace doNotEmbedSmartTags saveInvalidXml ignoreMixedContent
	doNotPromptForConvert smartTagType mailMerge printFormsData bordersDoNotSurroundHeader bordersDoNotSurroundFooter
	alignBordersAndEdges formsDesign forceUpgrade doNotDemarcateInvalidXml`)

// knownExtensions are elements of later versions of Word, of internal data and of form fields.
var knownExtensions = namesIn(`checkbox checked checkedState uncheckedState conflictMode docId defaultImageDpi
	discardImageEditingData ligatures color appearance footnoteColumns chartTrackingRefBased person persistentDocumentId
	repeatingSection repeatingSectionItem`)

func namesIn(list string) map[string]bool {
	known := map[string]bool{}
	for _, name := range strings.Fields(list) {
		known[name] = true
	}
	return known
}

// unknown describes an element that is not known; "" for a known one.
func unknown(t xml.StartElement) string {
	if name := t.Name.Local; !knownMarkup[name] {
		return unknownMarkup + name
	}
	return ""
}

// unknownExtension is unknown for an element that is not WordprocessingML.
func unknownExtension(t xml.StartElement) string {
	if name := t.Name.Local; !knownExtensions[name] || !strings.HasPrefix(t.Name.Space, extensions) {
		return unknownMarkup + name
	}
	return ""
}

const (
	unknownMarkup = "разметка, которую программа не знает: "
	extensions    = "http://schemas.microsoft.com/office/word/20"
)
