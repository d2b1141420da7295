package word

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"regexp"
	"unicode/utf16"
)

// Parts may be in UTF-16 (ECMA-376-2, 9.1.4), and a text may hold CDATA sections, comments
// and processing instructions (XML 1.0, 2.5–2.7). Names are found, and values written, in
// the plain form that programs for offices use.

// plainXML returns a part in UTF-8 whose texts are plain characters.
func plainXML(src []byte) []byte {
	src = inUTF8(src)
	if !bytes.Contains(src, []byte("<!")) && bytes.Count(src, []byte("<?")) < 2 {
		return src
	}
	var out []byte
	decoder, last, element := xml.NewDecoder(bytes.NewReader(src)), 0, ""
	for {
		from := int(decoder.InputOffset())
		token, err := decoder.Token()
		if err != nil {
			return append(out, src[last:]...) // the reader of the part reports errors
		}
		to := int(decoder.InputOffset())
		text := []byte(nil)
		switch t := token.(type) {
		case xml.StartElement:
			element = t.Name.Local
			continue
		case xml.CharData:
			if !bytes.HasPrefix(src[from:to], []byte("<![CDATA[")) {
				continue
			}
			text = escape(nil, string(t))
		case xml.Comment, xml.ProcInst:
			if element != "t" && element != "instrText" {
				continue
			}
		default:
			continue
		}
		out = append(append(out, src[last:from]...), text...)
		last = to
	}
}

var encodingName = regexp.MustCompile(`^(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']`)

// inUTF8 returns a part that begins with the mark of UTF-16 in UTF-8.
func inUTF8(src []byte) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(src, []byte("\xFF\xFE")):
		order = binary.LittleEndian
	case bytes.HasPrefix(src, []byte("\xFE\xFF")):
		order = binary.BigEndian
	default:
		return src
	}
	units := make([]uint16, 0, len(src)/2)
	for at := 2; at+1 < len(src); at += 2 {
		units = append(units, order.Uint16(src[at:]))
	}
	return encodingName.ReplaceAll([]byte(string(utf16.Decode(units))), []byte("$1"))
}
