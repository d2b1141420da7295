package reader

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
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
	var b strings.Builder
	for _, c := range []byte(s) {
		if c >= 0x80 || c < ' ' && !strings.ContainsRune("\t\n\r", rune(c)) {
			raw = s
		}
		b.WriteRune(fromPDFDoc(c))
	}
	return b.String(), raw
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

// pdfDoc holds the characters of PDFDocEncoding that differ from Latin-1
// (ISO 32000-1, annex D.2), from 0x18 and from 0x80.
var pdfDoc = [2][]rune{
	[]rune("\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC"),
	[]rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€"),
}

func fromPDFDoc(c byte) rune {
	switch {
	case c >= 0x18 && c < 0x20:
		return pdfDoc[0][c-0x18]
	case c >= 0x80 && c <= 0xA0:
		return pdfDoc[1][c-0x80]
	}
	return rune(c)
}
