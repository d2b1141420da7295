package tomlfile

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/printable"
)

// AppendString appends text as a basic string (TOML 1.0, String). Characters
// that control others or are not seen are escaped, so that the file shows what
// it says; what is not UTF-8 becomes U+FFFD.
func AppendString(b []byte, text string) []byte {
	b = append(b, '"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case printable.Unsafe(r) && r > 0xFFFF:
			b = fmt.Appendf(b, `\U%08X`, r)
		case printable.Unsafe(r):
			b = fmt.Appendf(b, `\u%04X`, r)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}

// Quote is AppendString as a string.
func Quote(text string) string { return string(AppendString(nil, text)) }

// Key is one step of a key as messages write it: a string when it has other
// characters than letters, digits, hyphens and underscores. TOML itself asks for
// quotes around Cyrillic letters, too.
func Key(step string) string {
	if step == "" || strings.ContainsFunc(step, isSpecial) {
		return Quote(step)
	}
	return step
}

func isSpecial(r rune) bool {
	return r != '_' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}
