package tomlfile

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
)

// howToSave is the remedy for every wrong encoding.
const howToSave = "сохраните файл в UTF-8: в Блокноте «Файл → Сохранить как → Кодировка: UTF-8», " +
	"в Kate «Сервис → Кодировка → UTF-8»"

// encoding reports bytes that are not UTF-8 and names what they seem to be.
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
	line, _ := position(src, at)
	column := at - bytes.LastIndexByte(src[:at], '\n')
	p.add(diag.Problem{Line: line, Column: column,
		Message: fmt.Sprintf("файл не в UTF-8: здесь байт 0x%02X; %s", src[at], likely(src)), Hint: howToSave})
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
	const few = 3 // zero bytes that a damaged file may hold
	switch {
	case zeros[1] > max(few, len(head)/8) && zeros[0] == 0:
		return "UTF-16 LE («Юникод»)"
	case zeros[0] > max(few, len(head)/8) && zeros[1] == 0:
		return "UTF-16 BE («Юникод»)"
	}
	return ""
}

// likely names the one-byte encoding by where its small Cyrillic letters lie:
// windows-1251 has them at E0–FF, KOI8-R at C0–DF, CP866 at A0–AF and E0–EF.
// Small letters are the most frequent of any text.
func likely(src []byte) string {
	var a, c, e, f int
	for _, b := range src {
		switch b >> 4 {
		case 0xA:
			a++
		case 0xC, 0xD:
			c++
		case 0xE:
			e++
		case 0xF:
			f++
		}
	}
	switch {
	case a+c+e+f == 0:
		return "кодировка неизвестна"
	case a > e+f && a > c || a > f && e > f && a > c:
		return "похоже на CP866 (DOS)"
	case c > e+f:
		return "похоже на KOI8-R"
	}
	return "похоже на windows-1251 (ANSI)"
}

// controls reports control characters that stand in the file itself and
// returns the source with spaces in their places.
func (p *parser) controls(src []byte) []byte {
	clean := bytes.Clone(src)
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if isControl(r) && r != '\t' && r != '\n' && !(r == '\r' && bytes.HasPrefix(src[i:], []byte("\r\n"))) {
			p.at(src, i, i+size, "", "управляющий символ "+codePoint(r), "удалите его: он невидим, но ломает документ")
			copy(clean[i:i+size], "   ")
		}
		i += size
	}
	return clean
}

// forbidden finds the first character of a text that no paper may hold.
func forbidden(text string) (rune, bool) {
	for _, r := range text {
		if isControl(r) && r != '\n' && r != '\t' {
			return r, true
		}
	}
	return 0, false
}

// isControl is true of C0 and C1 controls, of marks that turn the direction of
// text and could make a paper read other than it is, and of what is no
// character at all.
func isControl(r rune) bool {
	return unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 ||
		r == 0x200E || r == 0x200F || r == 0xFEFF || r&0xFFFE == 0xFFFE
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }

// maxDepth is how deep brackets may nest: deeper than any meeting, shallower
// than the stack of a parser.
const maxDepth = 100

// depth is how deep brackets nest outside strings and comments. Multi-line
// strings are counted as if they were many short ones, which errs on neither
// side that matters: text holds few brackets.
func depth(src []byte) (deepest int) {
	level := 0
	var quote byte
	for i := 0; i < len(src); i++ {
		switch c := src[i]; {
		case c == '\n':
			quote = 0
		case quote == '"' && c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '#':
			if end := bytes.IndexByte(src[i:], '\n'); end >= 0 {
				i += end - 1
			} else {
				return deepest
			}
		case c == '[' || c == '{':
			level++
			deepest = max(deepest, level)
		case c == ']' || c == '}':
			level = max(0, level-1)
		}
	}
	return deepest
}
