package reader

import (
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// vml is the namespace of the older markup of drawings (ECMA-376-4, 19).
const vml = "urn:schemas-microsoft-com:vml"

// vml notes what older markup says of the formatting and the place of a picture.
func (w *imageWalk) vml(t xml.StartElement) {
	if t.Name.Space != vml || w.fallback {
		return
	}
	for entry := range strings.SplitSeq(value(t, "style"), ";") {
		w.vmlStyle(entry)
	}
	for _, a := range t.Attr {
		if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" && a.Value != "" {
			w.vmlAttribute(t.Name.Local, strings.ToLower(a.Name.Local), a.Value)
		}
	}
}

// vmlStyle notes an entry of a style (ECMA-376-4, 19.1.2.19).
func (w *imageWalk) vmlStyle(entry string) {
	key, given, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(entry, " ", "")), ":")
	n, known := twips(given)
	size := int(float64(n)/twipsPerMM + 1.0/2)
	switch {
	case key == "" || harmlessStyle[key]:
	case key == "width" && known:
		w.next.Width = max(1, size)
	case key == "height" && known:
		w.next.Height = max(1, size)
	case key == "visibility" || key == "display":
		w.odd(given == "hidden" || given == "none", "скрыт")
	case key == "clip":
		w.odd(true, "обрезан: "+entry)
	case key == "rotation" || key == "flip":
		w.odd(given != "" && given != "0", "повёрнут: "+entry)
	case key == "position":
		w.odd(given == "absolute", "снят со строки и может закрыть слова")
	case key == "z-index":
		w.odd(strings.HasPrefix(given, "-"), "за словами")
	case strings.HasPrefix(key, "margin-") || key == "left" || key == "top" || strings.HasSuffix(key, "-percent"):
		w.odd(!known || n != 0, "передвинут: "+entry)
	case strings.HasPrefix(key, "mso-position-"):
		w.odd(!slices.Contains([]string{"absolute", "text", "char", "line"}, given), "передвинут: "+entry)
	case strings.HasPrefix(key, "mso-wrap-distance-"):
		w.odd(!known || size > widestEffect, "раздвигает слова: "+entry)
	default:
		w.odd(true, "показан иначе: "+entry)
	}
}

// vmlAttribute notes an attribute that is given: all but harmless ones may paint, cut, move
// or link the picture.
func (w *imageWalk) vmlAttribute(element, key, given string) {
	const thickest = 3 * 20 // of a line, in twips
	said := key + " " + given
	switch width, known := twips(given); {
	case harmlessAttribute[key]:
	case (key == "alt" || key == "title") && element != "imagedata":
		w.next.About = strings.TrimSpace(given)
	case key == "title": // the name of the file
	case key == "filled" || key == "stroked":
		w.odd(given != "f" && given != "false", "закрашен: "+said)
	case key == "strokeweight" || key == "weight":
		w.odd(!known || width < 0 || width > thickest, "закрыт рамкой: "+said)
	case key == "path":
		w.odd(given != pictureFrame && given != rectangle, "обрезан по фигуре: "+given)
	case key == "coordsize":
		w.odd(given != "21600,21600", "обрезан по фигуре: "+said)
	case key == "gfxdata": // the same in DrawingML, which Word prefers
		w.odd(true, fmt.Sprintf("показан иначе: gfxdata %x", sha256.Sum256([]byte(given))))
	case key == "spt": // by which Word and LibreOffice know shapes, such as WordArt
		w.odd(!slices.Contains([]string{shapeRectangle, shapePicture, shapeTextBox}, given), "показан иначе: "+said)
	case key == "href":
		w.odd(true, "ссылка: "+given)
	default:
		w.odd(true, "показан иначе: "+said)
	}
}

// harmlessStyle are the entries of styles that neither move nor change a picture.
var harmlessStyle = namesIn(`mso-wrap-style mso-wrap-edited mso-fit-shape-to-text mso-width-relative
	mso-height-relative v-text-anchor`)

// harmlessAttribute are attributes that show nothing or are judged elsewhere: names, what
// programs keep for themselves, and which changes they allow.
var harmlessAttribute = namesIn(`id spid style eqn ext joinstyle connecttype connectlocs extrusionok
	gradientshapeok preferrelative aspectratio allowincell allowoverlap insetmode`)

// Numbers of shapes that show only their picture or text (MS-ODRAW, 2.4.24).
const (
	shapeRectangle = "1"
	shapePicture   = "75"
	shapeTextBox   = "202"
)

// Paths of rectangles as Office writes them: the frame of a picture, and that of a box.
const (
	pictureFrame = "m@4@5l@4@11@9@11@9@5xe"
	rectangle    = "m,l,21600r21600,l21600,xe"
)

// plainDrawing are the elements of drawings that show nothing, or are judged elsewhere: of
// pictures, of boxes with text, and of how words flow around them.
var plainDrawing = namesIn(`
	drawing pict object AlternateContent Choice Fallback graphic graphicData cNvGraphicFramePr graphicFrameLocks
	pic nvPicPr cNvPicPr nvPr picLocks blipFill stretch extLst useLocalDpi spPr avLst pathLst noFill effectLst
	xfrm chOff chExt wrapNone wrapSquare wrapTight wrapThrough wrapTopAndBottom wrapPolygon start lineTo
	sizeRelH sizeRelV cNvSpPr cNvCnPr cNvGrpSpPr spLocks style lnRef fillRef effectRef fontRef txbx linkedTxbx
	noAutofit spAutoFit normAutofit prstTxWarp prstDash round miter bevel headEnd tailEnd solidFill gradFill gsLst gs
	lin srgbClr schemeClr sysClr prstClr scrgbClr hslClr alpha lumMod lumOff shade tint
	compatExt decorative creationId hiddenFill hiddenLine
	shapetype shape rect formulas f lock stroke textbox wrap anchorlock`)
