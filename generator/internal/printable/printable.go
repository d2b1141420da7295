// Package printable makes text from outside safe to show: what a file, a
// signature or a paper from anyone says must not control the terminal, turn the
// direction of what stands beside it or hide characters.
package printable

import (
	"strings"
	"unicode"
)

// Unsafe reports whether a character controls how others are shown, or is not
// seen itself: C0 and C1 controls with line ends and ESC, format characters
// (Unicode Cf: marks of direction, zero-width characters, the soft hyphen, the
// byte order mark), line and paragraph separators, noncharacters.
func Unsafe(r rune) bool {
	if r < 0x0600 { // Latin, Greek and Cyrillic, quickly
		return r < ' ' || r >= 0x7F && r < 0xA0 || r == 0xAD
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) ||
		unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// Text puts a question mark in place of unsafe characters.
func Text(s string) string {
	return strings.Map(func(r rune) rune {
		if Unsafe(r) {
			return '?'
		}
		return r
	}, s)
}

// Short is Text cut to a number of characters, with an ellipsis in place of the
// rest.
func Short(s string, most int) string {
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most]) + "…"
	}
	return Text(s)
}
