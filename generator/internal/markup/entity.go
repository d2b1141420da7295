package markup

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// entities are the predefined entities of XML (XML 1.0, 4.6).
var entities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": `"`, "apos": "'"}

// unescape replaces references by the characters they represent (XML 1.0, 4.1).
// It returns false for an unknown reference.
func (p *parser) unescape(raw []byte, at int) (text string, ok bool) {
	var b strings.Builder
	for rest := raw; ; {
		before, after, found := bytes.Cut(rest, []byte{'&'})
		if !found && b.Len() == 0 {
			return string(raw), true
		}
		b.Write(before)
		if !found {
			return b.String(), true
		}
		reference, next, closed := bytes.Cut(after, []byte{';'})
		char := character(string(reference))
		if !closed || char == "" {
			p.wrong(at+len(raw)-len(after)-1, "знак & пишется &amp;", "неизвестный знак после &")
			return "", false
		}
		b.WriteString(char)
		rest = next
	}
}

// character returns the character of a reference, or "".
func character(reference string) string {
	number, isNumber := strings.CutPrefix(reference, "#")
	if !isNumber {
		return entities[reference]
	}
	base := 10
	if digits, hexadecimal := strings.CutPrefix(number, "x"); hexadecimal {
		number, base = digits, 16
	}
	code, err := strconv.ParseUint(number, base, 32)
	if err != nil || code > utf8.MaxRune || !utf8.ValidRune(rune(code)) {
		return ""
	}
	if text := string(rune(code)); illegal([]byte(text), false) < 0 {
		return text
	}
	return ""
}
