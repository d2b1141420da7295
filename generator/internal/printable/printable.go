// Package printable makes untrusted text safe to display. Text from files,
// signatures and papers must not control the terminal, change the direction of
// adjacent text or hide characters.
package printable

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unsafe reports whether a character is invisible or controls how others are
// displayed: C0 and C1 controls with line breaks and ESC, format characters
// (Unicode Cf: directional marks, zero-width characters, soft hyphen, byte
// order mark), line and paragraph separators, noncharacters.
func Unsafe(r rune) bool {
	if r < 0x0600 { // fast path for Latin, Greek and Cyrillic
		return r < ' ' || r >= 0x7F && r < 0xA0 || r == 0xAD
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) ||
		unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// Text replaces unsafe characters with question marks.
func Text(s string) string {
	return strings.Map(func(r rune) rune {
		if Unsafe(r) {
			return '?'
		}
		return r
	}, s)
}

// Short returns at most limit characters of Text(s), with an ellipsis if it is
// cut.
func Short(s string, limit int) string {
	if runes := []rune(s); len(runes) > limit {
		s = string(runes[:limit]) + "…"
	}
	return Text(s)
}

// Excerpt returns at most limit characters of a text in one line, with an ellipsis if it is cut.
func Excerpt(s string, limit int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return string([]rune(s)[:limit]) + "…"
}

// Join joins at most thirty names and counts the others.
func Join(names []string) string {
	const shown = 30
	if len(names) <= shown {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s и ещё %d", strings.Join(names[:shown], ", "), len(names)-shown)
}
