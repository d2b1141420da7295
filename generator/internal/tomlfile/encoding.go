package tomlfile

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/internal/frequency"
)

// howToSave is the hint for all wrong encodings.
const howToSave = "сохраните файл в UTF-8: в Блокноте «Файл → Сохранить как → Кодировка: UTF-8», " +
	"в Kate «Сервис → Кодировка → UTF-8»"

// encoding reports invalid UTF-8 and guesses the encoding.
func (p *parser) encoding(src []byte) {
	if kind := utf16Kind(src); kind != "" {
		p.add(diag.Problem{Line: 1, Column: 1, Message: "файл сохранён в " + kind + ", а нужна UTF-8", Hint: howToSave})
		return
	}
	at := bytes.IndexByte(src, 0)
	if at >= 0 && utf8.Valid(src) {
		p.at(src, at, at+1, "", "в файле нулевой байт: это не текст", "проверьте, тот ли это файл")
		return
	}
	at = firstBad(src)
	message := fmt.Sprintf("файл не в UTF-8: здесь байт 0x%02X; %s", src[at], likely(src))
	hint := howToSave
	if mostlyUTF8(src) {
		message = fmt.Sprintf("испорченное место: байт 0x%02X, а остальное в UTF-8", src[at])
		hint = "наберите это место заново"
	}
	p.at(src, at, at+1, "", message, hint)
}

func firstBad(src []byte) int {
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(src) - 1
}

// utf16Kind recognises UTF-16 by its byte order mark or by the zero bytes of
// Latin text.
func utf16Kind(src []byte) string {
	switch {
	case bytes.HasPrefix(src, []byte{0xFF, 0xFE}):
		return "UTF-16 LE («Юникод»)"
	case bytes.HasPrefix(src, []byte{0xFE, 0xFF}):
		return "UTF-16 BE («Юникод»)"
	}
	var zeros [2]int
	head := src[:min(len(src), 400)]
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	const few = 3 // zero bytes in a damaged file
	switch {
	case zeros[1] > max(few, len(head)/8) && zeros[0] == 0:
		return "UTF-16 LE («Юникод»)"
	case zeros[0] > max(few, len(head)/8) && zeros[1] == 0:
		return "UTF-16 BE («Юникод»)"
	}
	return ""
}

// encodings are the single-byte encodings of Russian text with the codes of the
// most frequent letters.
var encodings = []struct{ name, letters string }{
	{"windows-1251 (ANSI)", frequency.Windows1251},
	{"KOI8-R", frequency.KOI8R},
	{"CP866 (DOS)", frequency.CP866},
}

// likely names the encoding in which the file has the most frequent letters. Most
// letters of a text are lower case, so these count double.
func likely(src []byte) string {
	best, most := "кодировка неизвестна", 0
	for _, e := range encodings {
		score := 0
		for i := range len(e.letters) {
			count := bytes.Count(src, []byte{e.letters[i]})
			if i < len(e.letters)/2 {
				count *= 2
			}
			score += count
		}
		if score > most {
			best, most = "похоже на "+e.name, score
		}
	}
	return best
}

// mostlyUTF8 reports whether a file is UTF-8 with a few damaged places: other
// encodings rarely contain valid two-byte sequences.
func mostlyUTF8(src []byte) bool {
	letters, bad := 0, 0
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			letters++
		}
		i += size
	}
	return letters > bad
}

// maxControls limits how many control characters of a file are reported.
const maxControls = 50

// controls reports control characters in the source and returns it with spaces in
// their places.
func (p *parser) controls(src []byte) []byte {
	clean := bytes.Clone(src)
	for i, found := 0, 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if isControl(r) && r != '\t' && r != '\n' && !(r == '\r' && bytes.HasPrefix(src[i:], []byte("\r\n"))) {
			if found++; found > maxControls {
				return clean
			}
			p.at(src, i, i+size, "", "управляющий символ "+codePoint(r), "удалите его: он невидим, но ломает документ")
			copy(clean[i:i+size], "   ")
		}
		i += size
	}
	return clean
}

// forbidden returns the first character of a text that cannot be printed.
func forbidden(text string) (rune, bool) {
	for _, r := range text {
		if isControl(r) && r != '\n' && r != '\t' {
			return r, true
		}
	}
	return 0, false
}

// isControl reports C0 and C1 controls, zero-width characters, bidirectional
// controls, line and paragraph separators, and noncharacters.
func isControl(r rune) bool {
	return unicode.IsControl(r) || r >= 0x200B && r <= 0x200F || r >= 0x2028 && r <= 0x202E ||
		r >= 0x2066 && r <= 0x2069 || r == 0xFEFF || r&0xFFFE == 0xFFFE
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }
