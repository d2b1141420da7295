package reader

import (
	"encoding/xml"
	"strings"
)

// vml is the namespace of the older markup of drawings (ECMA-376-4, 19).
const vml = "urn:schemas-microsoft-com:vml"

// vml notes what older markup says of the look and the place of a picture.
func (w *imageWalk) vml(t xml.StartElement) {
	if t.Name.Space != vml || w.fallback {
		return
	}
	for entry := range strings.SplitSeq(value(t, "style"), ";") {
		key, given, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(entry, " ", "")), ":")
		n, _ := twips(given)
		size := int(float64(n)/twipsPerMM + 1.0/2)
		switch {
		case key == "width":
			w.next.Width = max(1, size)
		case key == "height":
			w.next.Height = max(1, size)
		case key == "visibility" || key == "display":
			w.odd(given == "hidden" || given == "none", "скрыт")
		case key == "clip":
			w.odd(true, "обрезан: "+entry)
		case key == "rotation" || key == "flip":
			w.odd(given != "" && given != "0", "повёрнут: "+entry)
		case key == "position":
			w.odd(given == "absolute", "снят со строки и может закрыть слова")
		case strings.HasPrefix(key, "margin-") || key == "left" || key == "top":
			w.odd(n != 0, "передвинут: "+entry)
		}
	}
	for _, key := range recoloredBy {
		w.odd(value(t, key) != "", "показан иначе: "+key+" "+value(t, key))
	}
	path := value(t, "path")
	w.odd(path != "" && path != pictureFrame && path != rectangle, "обрезан по фигуре: "+path)
}

// recoloredBy are the attributes that cut or recolor a picture.
var recoloredBy = []string{"cropleft", "cropright", "croptop", "cropbottom", "gain", "blacklevel", "gamma",
	"grayscale", "bilevel", "chromakey", "recolortarget", "adj", "opacity"}

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
