package wordml

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

var entities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": `"`, "apos": "'"}

// unescape resolves entities and checks that XML allows the characters.
func unescape(raw string) (string, error) {
	escaped := false
	for i := range len(raw) {
		c := raw[i]
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return "", errMarkup
		}
		escaped = escaped || c == '&'
	}
	if !escaped {
		return raw, nil
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(raw, "&")
		b.WriteString(before)
		if !found {
			return b.String(), nil
		}
		name, after, found := strings.Cut(rest, ";")
		if !found {
			return "", errMarkup
		}
		text, err := entity(name)
		if err != nil {
			return "", err
		}
		b.WriteString(text)
		raw = after
	}
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
