// Package filename makes file names from arbitrary text.
package filename

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"protokol/generator/internal/printable"
)

// Limits of a file name. Linux allows 255 bytes, Windows 255 UTF-16 units and
// 260 for the whole path. The limits leave room for a number, an extension and
// the folder.
const (
	maxBytes = 200
	maxRunes = 120
)

// Make returns a valid file name without an extension. It replaces separators
// and characters that Windows forbids with replacement, removes invisible
// characters, avoids device names, removes dots and spaces at both ends and
// limits the length. The result is empty if nothing is left.
func Make(text string, replacement rune) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError || printable.Unsafe(r):
			return -1
		case strings.ContainsRune(`/\:*?"<>|`, r):
			return replacement
		}
		return r
	}, strings.ToValidUTF8(text, string(replacement)))
	text = norm.NFC.String(text)
	name := trimName(strings.Join(strings.Fields(text), " "))
	if isDevice(name) {
		name = "_" + name
	}
	if strings.HasPrefix(name, "~$") { // Office takes it for the mark of an open document
		name = "_" + name[len("~"):]
	}
	return trimName(cutName(name, maxBytes, maxRunes))
}

// trimName removes what a name must not start or end with: Windows drops
// trailing dots and spaces, a leading dot hides a file, and a leading hyphen
// looks like an option.
func trimName(name string) string {
	return strings.TrimRight(strings.TrimLeft(name, ". -"), ". ")
}

// cutName truncates a name to a number of bytes and of runes.
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

// isDevice reports whether a name is that of a Windows device, with or without
// an extension.
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

// Fold returns the same text for names that a file system may treat as equal:
// those that differ only in case (Windows, macOS) or Unicode normalization
// (macOS).
func Fold(name string) string {
	return norm.NFC.String(strings.ToLower(strings.ToUpper(norm.NFD.String(name))))
}
