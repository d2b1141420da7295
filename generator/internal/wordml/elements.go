package wordml

import "strings"

// answer says how an element is handled.
type answer int

const (
	unknown answer = iota
	laidOut        // with its content
	ignored        // it does not change a page
	closely        // approximated, named by elementNames
	omitted        // its content is lost, named by elementNames
)

// elements is the answer to every known element among the content of paragraphs
// and bodies. Properties are in runprops.go, paraprops.go and cells.go.
var elements = map[string]answer{
	"p": laidOut, "r": laidOut, "t": laidOut, "tbl": laidOut, "tab": laidOut, "br": laidOut, "cr": laidOut,
	"sdt": laidOut, "sdtContent": laidOut, "hyperlink": laidOut, "fldSimple": laidOut, "fldChar": laidOut,
	"instrText": laidOut, "ins": laidOut, "moveTo": laidOut, "smartTag": laidOut, "customXml": laidOut,
	"noBreakHyphen": laidOut, "softHyphen": laidOut, "sym": laidOut, "drawing": laidOut, "pict": laidOut,
	"footnoteReference": laidOut, "endnoteReference": laidOut, "footnoteRef": laidOut, "endnoteRef": laidOut,
	"sectPr": laidOut, "mc:AlternateContent": laidOut, "dir": laidOut, "bdo": laidOut,
	"pgNum": laidOut, "ptab": laidOut,

	"pPr": ignored, "rPr": ignored, "sdtPr": ignored, "sdtEndPr": ignored, "tblPr": ignored, "tblGrid": ignored,
	"trPr": ignored, "tcPr": ignored, "smartTagPr": ignored, "customXmlPr": ignored, "tblPrEx": ignored,
	"bookmarkStart": ignored, "bookmarkEnd": ignored, "proofErr": ignored, "permStart": ignored, "permEnd": ignored,
	"lastRenderedPageBreak": ignored, "commentRangeStart": ignored, "commentRangeEnd": ignored,
	"annotationRef": ignored, "moveFromRangeStart": ignored, "moveFromRangeEnd": ignored, "moveToRangeStart": ignored,
	"moveToRangeEnd": ignored, "delInstrText": ignored, "separator": ignored, "continuationSeparator": ignored,
	"fldData": ignored, "ffData": ignored, "customXmlInsRangeStart": ignored, "customXmlInsRangeEnd": ignored,
	"customXmlDelRangeStart": ignored, "customXmlDelRangeEnd": ignored,

	"del": closely, "moveFrom": closely, "delText": closely, "commentReference": closely, "ruby": closely,

	"dayLong": omitted, "dayShort": omitted, "monthLong": omitted, "monthShort": omitted, "yearLong": omitted,
	"yearShort": omitted, "contentPart": omitted, "w14:contentPart": omitted,
	"object": omitted, "m:oMath": omitted, "m:oMathPara": omitted, "altChunk": omitted, "subDoc": omitted,
	"control": omitted, "movie": omitted,
}

// elementNames are the names of elements that are approximated or omitted.
var elementNames = map[string]string{
	"del": "исправления: удалённое не печатается", "moveFrom": "исправления: перенесённое печатается на новом месте",
	"delText": "исправления: удалённое не печатается", "commentReference": "примечания рецензента не печатаются",
	"ruby":   "фонетическая подпись не печатается",
	"object": "внедрённый объект (OLE)", "m:oMath": "формула", "m:oMathPara": "формула",
	"altChunk": "вставка из другого файла", "subDoc": "вложенный документ", "control": "элемент ActiveX",
	"movie": "видео", "contentPart": "рукописный ввод", "w14:contentPart": "рукописный ввод",
	"dayLong": "поле даты", "dayShort": "поле даты", "monthLong": "поле даты",
	"monthShort": "поле даты", "yearLong": "поле даты", "yearShort": "поле даты",
}

// unlaid handles an element that is not laid out at its place: it is named in the report unless it does not change
// a page.
func (l *lowering) unlaid(n *node) {
	switch elements[n.name] {
	case ignored:
	case laidOut:
		if n.hasText() {
			l.lose("текст не на своём месте (элемент «" + n.name + "»)")
		}
	case closely:
		l.approximate(elementNames[n.name])
	case omitted:
		l.lose(elementNames[n.name])
	default:
		if n.hasText() {
			l.lose("неизвестный элемент «" + n.name + "»")
		} else {
			l.approximate("неизвестный элемент «" + n.name + "»")
		}
	}
}

// hasText reports whether there is text in an element.
func (n *node) hasText() bool {
	if strings.TrimSpace(n.text) != "" {
		return true
	}
	for _, k := range n.kids {
		if k.hasText() {
			return true
		}
	}
	return false
}
