package tomlfile

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// normalize composes all strings in a value (Unicode Standard Annex 15, form NFC).
// Text copied from a Mac may have й as и with a breve: it must equal text typed on
// Windows, and fonts draw the composed letter better. Lines of multi-line strings
// end with LF even in files of Windows (TOML 1.0: a parser may normalize newlines).
func normalize(value any) any {
	switch v := value.(type) {
	case string:
		if isComposed(v) {
			return v
		}
		return norm.NFC.String(strings.ReplaceAll(v, "\r\n", "\n"))
	case map[string]any:
		for key, inner := range v {
			v[key] = normalize(inner)
		}
	case []map[string]any:
		for _, inner := range v {
			normalize(inner)
		}
	case []any:
		for i, inner := range v {
			v[i] = normalize(inner)
		}
	}
	return value
}

// isComposed reports whether a text has only characters that are the same in form NFC, whatever characters are next
// to them, and no line ends of Windows, as nearly all texts: U+0000 to U+00BF and U+0400 to U+047F, without marks
// that combine.
func isComposed(text string) bool {
	for i := range len(text) {
		if c := text[i]; c == '\r' || c >= 0xC0 && c != 0xC2 && c != 0xD0 && c != 0xD1 {
			return false
		}
	}
	return true
}
