package reader

import "encoding/xml"

// paragraphMark is the formatting of a paragraph mark, which also applies to the paragraph's number (17.9.24).
type paragraphMark struct {
	formatting formatting
	style      string
}

func (m *paragraphMark) property(t xml.StartElement) {
	if m.formatting.property(t); t.Name.Local == "rStyle" {
		m.style = value(t, "val")
	}
}

// hidesNumber says, in Russian, that a number is invisible; "" if it is visible.
func (m paragraphMark) hidesNumber(s *styles) string {
	l := m.formatting
	if m.style != "" && s != nil {
		l = l.over(s.named(m.style, "character"))
	}
	if l.hides || l.isFaint() {
		return hiddenNumbers
	}
	return ""
}
