package cos

import (
	"errors"
	"strings"
	"time"
	"unicode/utf16"
)

// Text returns a text string (ISO 32000-1, 7.9.2.2); "" for anything else.
func (f *File) Text(o Object) string {
	s, _ := f.Get(o).(String)
	return Text(s)
}

// Text decodes a text string: UTF-16 or UTF-8 with a byte order mark, else
// PDFDocEncoding.
func Text(s String) string {
	if rest, ok := strings.CutPrefix(string(s), "\xEF\xBB\xBF"); ok {
		return strings.ToValidUTF8(rest, "\uFFFD")
	}
	rest, ok := strings.CutPrefix(string(s), "\xFE\xFF")
	if !ok {
		runes := make([]rune, 0, len(s))
		for i := range len(s) {
			runes = append(runes, docEncoding[s[i]])
		}
		return string(runes)
	}
	units := make([]uint16, 0, len(rest)/2)
	for i := 0; i+1 < len(rest); i += 2 {
		units = append(units, uint16(rest[i])<<8|uint16(rest[i+1]))
	}
	return string(utf16.Decode(units))
}

// docEncoding is PDFDocEncoding (ISO 32000-1, annex D.3). Undefined codes are read as U+FFFD.
var docEncoding = func() (table [256]rune) {
	for code := range table {
		table[code] = rune(code)
	}
	copy(table[0x18:], []rune("˘ˇˆ˙˝˛˚˜"))
	copy(table[0x80:], []rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€"))
	table[0x7F], table[0xAD] = '\uFFFD', '\uFFFD'
	return table
}()

// TextString encodes a text string as UTF-16.
func TextString(s string) String {
	b := append(make([]byte, 0, 2+2*len(s)), "\xFE\xFF"...)
	for _, r := range s {
		if high, low := utf16.EncodeRune(r); high != '\uFFFD' {
			b = append(b, byte(high>>8), byte(high), byte(low>>8), byte(low))
		} else {
			b = append(b, byte(r>>8), byte(r))
		}
	}
	return String(b)
}

// Date is a time as a string (ISO 32000-1, 7.9.4).
func Date(t time.Time) String { return String(t.Format("D:20060102150405-07'00'")) }

// ParseDate reads a date.
func ParseDate(s string) (time.Time, error) {
	s = strings.ReplaceAll(strings.TrimPrefix(s, "D:"), "'", "")
	for _, layout := range []string{"20060102150405-0700", "20060102150405Z0700", "20060102150405", "20060102150405Z"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, errors.New("не дата")
}
