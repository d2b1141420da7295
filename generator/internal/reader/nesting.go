package reader

import (
	"encoding/xml"
	"slices"
	"strings"
)

// nesting is the open elements of a part. It finds properties that are given twice or too
// late: programs differ in which of two they take.
type nesting struct {
	open   []openElement
	strict bool     // the part is strict, not transitional
	names  prefixes // that the part declares
}

type openElement struct {
	name  string
	kids  int             // so far
	known map[string]bool // names of the children of a property list
}

// start opens an element and describes, in Russian, an unusual position of it; "" for none.
func (n *nesting) start(t xml.StartElement) (odd string) {
	name := t.Name.Local
	if len(n.open) == 0 {
		n.strict = isStrict(t.Name.Space)
	}
	if slices.ContainsFunc(t.Attr, isInstruction) || hasNamesakes(t.Attr) || isMisread(t) || keepsSpaces(t) ||
		n.names.declare(t) {
		odd = ambiguous
	}
	if last := len(n.open) - 1; last >= 0 {
		parent := &n.open[last]
		if parent.kids++; parent.kids > 1 && mustBeFirst(name, parent.name) {
			odd = "оформление, записанное после слов: " + name
		}
		if isPropertyList(parent.name) && !strings.HasSuffix(name, "Reference") && !slices.Contains(repeated, name) {
			key := t.Name.Space + name
			if parent.known[key] {
				odd = "оформление, записанное дважды: " + name
			}
			if parent.known == nil {
				parent.known = map[string]bool{}
			}
			parent.known[key] = true
		}
	}
	if isMixed(t, n.strict) {
		odd = mixedVersions
	}
	n.open = append(n.open, openElement{name: name})
	return odd
}

const ambiguous = "разметка, которую часть программ понимает иначе"

const mixedVersions = "разметка двух версий, из которых программы понимают одну"

// Beginnings of the namespaces of a version (ECMA-376-1, Annex A; ECMA-376-4, Annex A).
const strictSpaces = "http://purl.oclc.org/ooxml/"

var transitionalSpaces = []string{"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"http://schemas.openxmlformats.org/officeDocument/2006/", "http://schemas.openxmlformats.org/drawingml/2006/"}

func isStrict(space string) bool { return strings.HasPrefix(space, strictSpaces) }

// isMixed reports whether an element or an attribute of it is of another version than the
// part: LibreOffice takes both for the same.
func isMixed(t xml.StartElement, strict bool) bool {
	isOther := func(space string) bool {
		if !strict {
			return isStrict(space)
		}
		return slices.ContainsFunc(transitionalSpaces, func(s string) bool { return strings.HasPrefix(space, s) })
	}
	return isOther(t.Name.Space) || slices.ContainsFunc(t.Attr, func(a xml.Attr) bool { return isOther(a.Name.Space) })
}

// compatibility is the namespace of instructions to programs that do not know some markup
// (ECMA-376-3).
const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

// keepsSpaces reports whether an element keeps the spaces in elements inside it: not all programs do so (XML 1.0, 2.10;
// ECMA-376-1, 17.3.3.31).
func keepsSpaces(t xml.StartElement) bool {
	return slices.ContainsFunc(t.Attr, func(a xml.Attr) bool { return a.Name == spaceAttribute }) &&
		!slices.Contains([]string{"t", "delText", "instrText", "delInstrText"}, t.Name.Local)
}

// spaceAttribute tells whether the spaces at the ends of a text are part of it.
var spaceAttribute = xml.Name{Space: "http://www.w3.org/XML/1998/namespace", Local: "space"}

// isInstruction reports whether an attribute makes programs read markup differently. Ignorable is not one: markup
// that it covers is reported as unknown here.
func isInstruction(a xml.Attr) bool {
	return a.Name.Space == compatibility && a.Name.Local != "Ignorable"
}

// hasNamesakes reports whether attributes differ in their namespaces only: some programs compare only names. No
// element of a document has more than a few dozen attributes.
func hasNamesakes(list []xml.Attr) bool {
	const most = 100
	if len(list) > most {
		return true
	}
	for i, a := range list {
		if a.Name.Space != "xmlns" && slices.ContainsFunc(list[:i], func(other xml.Attr) bool {
			return other.Name.Local == a.Name.Local && other.Name.Space != "xmlns"
		}) {
			return true
		}
	}
	return false
}

func (n *nesting) end() { n.open = n.open[:len(n.open)-1] }

// around returns the name of the element so many levels around the current one.
func (n *nesting) around(levels int) string {
	if i := len(n.open) - 1 - levels; i >= 0 {
		return n.open[i].name
	}
	return ""
}

// repeated are properties of which a list has several; LibreOffice writes the borders of
// a frame twice.
var repeated = []string{"pBdr", "tblStylePr", "lvl", "numPicBullet", "lsdException"}

// isPropertyList reports whether an element holds each of its properties once.
func isPropertyList(name string) bool {
	return strings.HasSuffix(name, "Pr") || slices.Contains([]string{"lvl", "docDefaults", "rPrDefault", "pPrDefault",
		"style", "abstractNum", "lvlOverride", "document"}, name)
}

// mustBeFirst reports whether an element must be the first in another one.
func mustBeFirst(name, parent string) bool {
	return name == "pPr" && parent == "p" || name == "rPr" && parent == "r" || name == "tblPr" && parent == "tbl" ||
		name == "tcPr" && parent == "tc" || name == "sdtPr" && parent == "sdt"
}
