package collect

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"protokol/generator/internal/frequency"
	"protokol/generator/internal/reader"
)

// A text string of a PDF is UTF-16 or UTF-8 with a mark, or PDFDocEncoding, which
// has no Cyrillic letters (ISO 32000-2, 7.9.2.2). Some programs write UTF-8 or
// windows-1251 without a mark.

// encodings are tried in order, the most certain first.
var encodings = []struct {
	name     string
	fits     func(s string) bool // nil for encodings of one byte
	decode   func(s string) string
	frequent string
}{
	{name: "UTF-16", fits: isUTF16(binary.BigEndian), decode: fromUTF16(binary.BigEndian)},
	{name: "UTF-16", fits: isUTF16(binary.LittleEndian), decode: fromUTF16(binary.LittleEndian)},
	{name: "UTF-8", fits: utf8.ValidString, decode: strings.Clone},
	{name: "windows-1251", decode: fromTable(charmap.Windows1251), frequent: frequency.Windows1251},
	{name: "KOI8-R", decode: fromTable(charmap.KOI8R), frequent: frequency.KOI8R},
	{name: "CP866", decode: fromTable(charmap.CodePage866), frequent: frequency.CP866},
}

// decode detects the common encoding of all answers without a mark, decodes them
// and returns its name; "" if there are none.
func decode(widgets []reader.Widget) string {
	var all []string
	for _, w := range widgets {
		if w.Raw != "" {
			all = append(all, w.Raw)
		}
	}
	if len(all) == 0 {
		return ""
	}
	best, most := -1, 0
	for i, e := range encodings {
		if e.fits != nil {
			if every(all, e.fits) {
				best = i
				break
			}
			continue
		}
		if text := e.decode(strings.Join(all, " ")); isRussian(text) {
			if n := countOf(all, e.frequent); n > most {
				best, most = i, n
			}
		}
	}
	if best < 0 {
		return "PDFDocEncoding"
	}
	for i, w := range widgets {
		if w.Raw != "" {
			widgets[i].Value = encodings[best].decode(w.Raw)
		}
	}
	return encodings[best].name
}

func every(all []string, fits func(string) bool) bool {
	for _, s := range all {
		if !fits(s) {
			return false
		}
	}
	return true
}

func countOf(all []string, letters string) (count int) {
	for _, s := range all {
		for i := range len(s) {
			if strings.IndexByte(letters, s[i]) >= 0 {
				count++
			}
		}
	}
	return count
}

func fromTable(table *charmap.Charmap) func(string) string {
	return func(s string) string {
		text, _ := table.NewDecoder().String(s) // never fails
		return text
	}
}

func isUTF16(order binary.ByteOrder) func(string) bool {
	return func(s string) bool {
		text := fromUTF16(order)(s)
		return len(s)%2 == 0 && !strings.ContainsFunc(text, func(r rune) bool {
			return (r < ' ' || r >= 0x7F) && !strings.ContainsRune("\t\n\r«»№–—“”…", r) &&
				!unicode.Is(unicode.Cyrillic, r)
		})
	}
}

func fromUTF16(order binary.ByteOrder) func(string) string {
	return func(s string) string {
		units := make([]uint16, 0, len(s)/2)
		for b := []byte(s); len(b) >= 2; b = b[2:] {
			units = append(units, order.Uint16(b))
		}
		return string(utf16.Decode(units))
	}
}

// isRussian reports whether a text has Cyrillic words, whose letters are all
// Cyrillic: «Müller» read in a Russian encoding mixes them with Latin ones.
func isRussian(text string) bool {
	apart := func(r rune) bool { return !unicode.IsLetter(r) && r < 0x80 || unicode.IsSpace(r) }
	found := false
	for _, word := range strings.FieldsFunc(text, apart) {
		cyrillic, latin := 0, 0
		for _, r := range word {
			switch {
			case unicode.Is(unicode.Cyrillic, r):
				cyrillic++
			case unicode.IsLetter(r):
				latin++
			}
		}
		if cyrillic > 0 && latin > 0 {
			return false
		}
		found = found || cyrillic > 1
	}
	return found
}

// warnEncoding reports that answers may have been decoded wrongly.
func (f *Form) warnEncoding(name string) {
	if name != "" {
		f.warn("кодировка ответов в файле не названа, они прочитаны как "+name, "сверьте ответы с файлом")
	}
}
