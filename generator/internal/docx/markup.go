package docx

import (
	"bytes"
	"encoding/xml"
	"math"
	"strconv"
	"strings"

	"protokol/generator/internal/flow"
)

// markup is an XML writer. Attributes are pairs of names and values; escape
// protects the texts of the user.
type markup struct{ *bytes.Buffer }

func newMarkup() markup { return markup{new(bytes.Buffer)} }

func (m markup) open(name string, attributes ...string) {
	m.tag(name, attributes)
	m.WriteByte('>')
}

func (m markup) empty(name string, attributes ...string) {
	m.tag(name, attributes)
	m.WriteString("/>")
}

func (m markup) tag(name string, attributes []string) {
	m.WriteByte('<')
	m.WriteString(name)
	for i := 0; i+1 < len(attributes); i += 2 {
		m.WriteByte(' ')
		m.WriteString(attributes[i])
		m.WriteString(`="`)
		m.WriteString(escape(attributes[i+1]))
		m.WriteByte('"')
	}
}

func (m markup) close(name string) {
	m.WriteString("</")
	m.WriteString(name)
	m.WriteByte('>')
}

// value writes an element with the attribute w:val.
func (m markup) value(name, value string) { m.empty(name, "w:val", value) }

// escape escapes a text for XML. Package input has rejected characters that XML
// cannot represent.
func escape(s string) string {
	if !strings.ContainsAny(s, "<>&\"'\t\n\r") {
		return s
	}
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}

const twipsPerMM = 20 * flow.PointsPerMM

// twips and the next function convert millimetres and points to twentieths of a
// point.
func twips(mm float64) string { return integer(mm * twipsPerMM) }
func twipsOfPoints(pt float64) string {
	return integer(pt * 20)
}

func integer(v float64) string { return strconv.Itoa(int(math.Round(v))) }

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Namespaces of the parts.
const (
	nsWord       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsRelation   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPackage    = "http://schemas.openxmlformats.org/package/2006/relationships"
	nsCore       = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	nsDrawing    = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsWord2010   = "http://schemas.microsoft.com/office/word/2010/wordml"
	nsPicture    = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	nsCompatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	nsPlace      = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
)
