package list

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What file systems take: 255 bytes a name on Linux, 255 units of UTF-16 on
// Windows, and 260 of a whole path there. Room is left for a number, an ending
// and the folder.
const (
	maxNameBytes = 200
	maxNameRunes = 120
)

// FileName makes a file's name, without an ending, of any text: no separators,
// nothing that Windows forbids or takes for a device, no dot or space at its
// ends, no longer than file systems take. An empty name is "_".
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

// trimName drops what may not stand at the ends: Windows drops dots and spaces
// at the end by itself, a dot in front hides a file, a hyphen makes it look
// like an option.
func trimName(name string) string {
	return strings.TrimRight(strings.TrimLeft(name, ". -"), ". ")
}

// cutName cuts a name to so many bytes and runes, between characters.
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

// isDevice is true of the names that are devices on Windows, with any ending.
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

// FoldFileName is the same for names that some file system takes for one: those
// that differ in case (Windows, macOS) or in how й is made up (macOS).
func FoldFileName(name string) string {
	return norm.NFC.String(strings.ToLower(strings.ToUpper(norm.NFD.String(name))))
}
