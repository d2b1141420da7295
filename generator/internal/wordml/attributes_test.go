package wordml

import (
	"strings"
	"testing"
)

// valued are the attributes of the elements that are laid out: of WordprocessingML (ECMA-376-1, 17), of the places of
// drawings and of shapes (20.4, 20.1), and of VML (ECMA-376-4, 14).
const valued = `
	val leader pos color themeColor themeTint themeShade fill themeFill themeFillTint themeFillShade sz space shadow
	frame hint ascii hAnsi eastAsia cs asciiTheme hAnsiTheme eastAsiaTheme cstheme type clear alignment relativeTo font
	char fldCharType fldLock dirty instr tgtFrame tooltip docLocation history anchor colFirst colLast
	displacedByCustomXml customMarkFollows id w h orient code top right bottom left start end header footer gutter zOrder
	display offsetFrom fmt chapStyle chapSep equalWidth num sep linePitch charSpace dropCap lines vSpace hSpace wrap
	hAnchor vAnchor x xAlign y yAlign hRule anchorLock leftFromText rightFromText topFromText bottomFromText vertAnchor
	horzAnchor tblpXSpec tblpYSpec tblpX tblpY firstRow lastRow firstColumn lastColumn noHBand noVBand ilvl tplc
	tentative null default customStyle styleId before after beforeLines afterLines beforeAutospacing afterAutospacing
	line lineRule firstLine hanging firstLineChars hangingChars leftChars rightChars startChars endChars combine
	combineBrackets vert vertCompress countBy distance restart conformance author date rsidR xml:space
	mc:Ignorable mc:MustUnderstand mc:ProcessContent

	distT distB distL distR simplePos relativeHeight behindDoc locked layoutInCell hidden allowOverlap wrapText
	relativeFrom cx cy descr title name rot flipH flipV cap cmpd algn prst numCol spcCol rtlCol fromWordArt anchorCtr
	forceAA upright compatLnSpc spcFirstLastPara vertOverflow horzOverflow lIns tIns rIns bIns r:embed r:link cstate l t
	r b idx

	style adj alt href print fillcolor filled strokecolor strokeweight stroked opacity coordsize coordorigin from to
	inset insetpen arcsize path wrapcoords weight dashstyle linestyle startarrow endarrow on string aspect focus method
	angle color2 src cropleft croptop cropright cropbottom gain blacklevel gamma grayscale bilevel embosscolor chromakey
	side o:allowincell o:allowoverlap o:hr o:hrpct o:hralign o:hrnoshade o:hrstd o:title o:spid o:spt o:gfxdata
	o:connectortype o:relid o:bullet o:button o:ole`

// harmless are those that change no page, by reason.
var harmless = [...]string{
	// Only with other values that are named: fills in several colours, contours, turned shapes, grids of characters,
	// numbers of lines and of chapters, two lines in one.
	`aspect focus method angle color2 src o:relid wrapcoords upright charSpace countBy distance restart chapSep
	combineBrackets vertCompress spcCol rtlCol adj arcsize`,
	// The fonts of scripts that are named or have no letters in faces.
	`eastAsia eastAsiaTheme cs cstheme`,
	// Tints of colours, which Word also writes mixed.
	`themeTint themeShade themeFillTint themeFillShade`,
	// What programs keep for editing, and hints of what to show on a screen.
	`tgtFrame tooltip history colFirst colLast displacedByCustomXml code orient anchorLock tplc tentative customStyle
	author date rsidR conformance locked cstate forceAA compatLnSpc o:spid o:spt o:gfxdata o:connectortype o:bullet
	o:button o:ole`,
	// Of elements that are not known, which are named.
	`mc:Ignorable mc:MustUnderstand mc:ProcessContent`,
	// The embedded picture is the same as the linked one, and a picture without one is named.
	`r:link`,
	// The ends of lines and the side of contours on which they lie: less than their width.
	`cap algn insetpen`,
	// Word neither centres the lines of boxes nor shows what is outside of them.
	`anchorCtr vertOverflow horzOverflow spcFirstLastPara fromWordArt`,
	// Borders of pages stand at margins, away from text; a frame only turns borders of unlike lines, which are named.
	`zOrder frame`,
	// Word writes it with an empty text.
	`null`,
	// Lines that are named.
	`o:hrpct o:hralign o:hrnoshade o:hrstd`,
}

// TestValues: attributes of elements that are laid out are obeyed, named or harmless.
func TestValues(t *testing.T) {
	handled := handledNames(t, `"((?:[a-z]+:)?[A-Za-z0-9]+)"`, strings.Join(harmless[:], " "))
	for _, name := range strings.Fields(valued) {
		if !handled[name] {
			t.Errorf("%s is neither obeyed nor named", name)
		}
	}
	for _, name := range strings.Fields(strings.Join(harmless[:], " ")) {
		if !strings.Contains(" "+strings.Join(strings.Fields(valued), " ")+" ", " "+name+" ") {
			t.Errorf("%s is no attribute", name)
		}
	}
}
