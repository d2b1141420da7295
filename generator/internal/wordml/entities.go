package wordml

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

var entities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": `"`, "apos": "'"}

// unescape resolves entities and checks that XML allows the characters.
func unescape(raw []byte) (string, error) {
	for _, c := range raw {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return "", errMarkup
		}
	}
	if bytes.IndexByte(raw, '&') < 0 {
		return string(raw), nil
	}
	var b strings.Builder
	for len(raw) > 0 {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			b.Write(raw)
			break
		}
		b.Write(raw[:i])
		end := bytes.IndexByte(raw[i:], ';')
		if end < 0 {
			return "", errMarkup
		}
		text, err := entity(string(raw[i+1 : i+end]))
		if err != nil {
			return "", err
		}
		b.WriteString(text)
		raw = raw[i+end+1:]
	}
	return b.String(), nil
}

func entity(name string) (string, error) {
	if text, ok := entities[name]; ok {
		return text, nil
	}
	digits, base := strings.TrimPrefix(name, "#"), 10
	if digits == name {
		return "", errMarkup
	}
	if strings.HasPrefix(digits, "x") {
		digits, base = digits[1:], 16
	}
	code, err := strconv.ParseUint(digits, base, 32)
	r := rune(code)
	control := r < ' ' && r != '\t' && r != '\n' && r != '\r'
	if err != nil || !utf8.ValidRune(r) || control || r == 0xFFFE || r == 0xFFFF {
		return "", errMarkup
	}
	return string(r), nil
}
