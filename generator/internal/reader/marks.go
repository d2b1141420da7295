package reader

import "encoding/xml"

// mark is the formatting of the mark of a paragraph, which is that of its number, too
// (17.9.24).
type mark struct {
	formatting formatting
	style      string
}

func (m *mark) property(t xml.StartElement) {
	if m.formatting.property(t); t.Name.Local == "rStyle" {
		m.style = value(t, "val")
	}
}

// hidesNumber says that a number is not seen, in Russian; "" when it is.
func (m mark) hidesNumber(s *styles) string {
	l := m.formatting
	if m.style != "" && s != nil {
		l = l.over(s.named(m.style, "character"))
	}
	if l.hides || l.isFaint() {
		return hiddenNumbers
	}
	return ""
}
