package reader

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"protokol/generator/internal/cos"
)

// textString decodes a text string of a PDF (ISO 32000-2, 7.9.2.2), and
// little-endian UTF-16, which the standard does not allow. Raw is the string if it
// has characters beyond ASCII and no mark of its encoding; text is then decoded
// from PDFDocEncoding.
func textString(s string) (text, raw string) {
	switch {
	case strings.HasPrefix(s, "\xFE\xFF"):
		return fromUTF16(s[2:], binary.BigEndian), ""
	case strings.HasPrefix(s, "\xFF\xFE"):
		return fromUTF16(s[2:], binary.LittleEndian), ""
	case strings.HasPrefix(s, "\xEF\xBB\xBF"):
		return strings.ToValidUTF8(s[3:], "\uFFFD"), ""
	}
	for _, c := range []byte(s) {
		if c >= 0x80 || c < ' ' && !strings.ContainsRune("\t\n\r", rune(c)) {
			raw = s
		}
	}
	return cos.Text(cos.String(s)), raw
}

// fromUTF16 decodes UTF-16 and leaves out the escape sequences that name a
// language (ISO 32000-1, 7.9.2.2).
func fromUTF16(s string, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(s)/2)
	for b := []byte(s); len(b) >= 2; b = b[2:] {
		units = append(units, order.Uint16(b))
	}
	text := string(utf16.Decode(units))
	for {
		before, rest, found := strings.Cut(text, "\x1B")
		_, after, closed := strings.Cut(rest, "\x1B")
		if !found || !closed {
			return text
		}
		text = before + after
	}
}
