package list

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Limits of a file name. Linux allows 255 bytes, Windows 255 UTF-16 units and
// 260 in the whole path. This leaves room for a number, an extension and the
// folder.
const (
	maxNameBytes = 200
	maxNameRunes = 120
)

// FileName turns any text into a valid file name without an extension. It
// replaces separators and characters that Windows forbids, avoids device names,
// removes dots and spaces at the ends and limits the length. The result of an
// empty text is "_".
func FileName(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), isInvisible(r), r == utf8.RuneError:
			return -1
		case strings.ContainsRune(`/\:*?"<>|`, r):
			return '_'
		}
		return r
	}, strings.ToValidUTF8(text, "_"))
	text = norm.NFC.String(text)
	name := trimName(strings.Join(strings.Fields(text), " "))
	if name == "" {
		return "_"
	}
	if isDevice(name) {
		name = "_" + name
	}
	return trimName(cutName(name, maxNameBytes, maxNameRunes))
}

// trimName removes what a name must not start or end with: Windows drops
// trailing dots and spaces, a leading dot hides a file, and a leading hyphen
// looks like an option.
func trimName(name string) string {
	return strings.TrimRight(strings.TrimLeft(name, ". -"), ". ")
}

// cutName shortens a name to a number of bytes and of runes.
func cutName(name string, bytes, runes int) string {
	count := 0
	for i, r := range name {
		if count == runes || i+utf8.RuneLen(r) > bytes {
			return name[:i]
		}
		count++
	}
	return name
}

// isDevice reports whether a name, with any extension, is a device on Windows.
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$":
		return true
	}
	rest, port := strings.CutPrefix(stem, "COM")
	if !port {
		rest, port = strings.CutPrefix(stem, "LPT")
	}
	return port && utf8.RuneCountInString(rest) == 1 && strings.ContainsAny(rest, "0123456789¹²³")
}

// FoldFileName returns the same text for names that some file system treats as
// equal: those that differ in case (Windows, macOS) or in Unicode normalization
// (macOS).
func FoldFileName(name string) string {
	return norm.NFC.String(strings.ToLower(strings.ToUpper(norm.NFD.String(name))))
}
