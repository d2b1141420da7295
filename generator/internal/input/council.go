package input

import (
	"bytes"
	"reflect"
	"strings"
	"unicode"

	"protokol/generator/internal/meeting"
)

// sectionsOfCouncil are the sections by which a file is known to be a council's,
// whatever else is in it.
var sectionsOfCouncil = map[string]bool{"council": true, "people": true, "letterhead": true}

// LooksLikeCouncil reports whether a file is about a council or a meeting: whether it
// has a section that only such files have, or most of its keys and sections are those of
// a meeting.
func LooksLikeCouncil(data []byte) bool {
	has, known, unknown := countKeys(data)
	return has || known > unknown
}

// HasCouncil reports whether a file has a section that only files about a council or a
// meeting have. Nothing of another file may be shown to whoever only named it as
// council_file: settings of other programs have keys such as date and theme, too.
func HasCouncil(data []byte) bool {
	has, _, _ := countKeys(data)
	return has
}

// countKeys counts the keys and sections of a file that are those of a meeting, and others,
// up to a section that only files about a council or a meeting have.
func countKeys(data []byte) (hasCouncil bool, known, unknown int) {
	keys := map[string]bool{}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[meeting.Meeting]()) {
		if key, _, _ := strings.Cut(field.Tag.Get("toml"), ","); key != "" {
			keys[key] = true
		}
	}
	isTop := true // no section has begun
	for line := range bytes.Lines(bytes.TrimPrefix(data, []byte("\uFEFF"))) {
		name, isSection := topKey(line)
		isTop = isTop && !isSection
		switch {
		case name == "" || !isTop && !isSection:
		case sectionsOfCouncil[name]:
			return true, known, unknown
		case keys[name]:
			known++
		default:
			unknown++
		}
	}
	return false, known, unknown
}

// topKey returns the first part of the key or of the name of a section with which a line
// begins; "" if it begins otherwise.
func topKey(line []byte) (name string, isSection bool) {
	line = bytes.TrimLeft(line, " \t")
	inside := bytes.TrimLeft(line, "[")
	isSection = len(inside) < len(line)
	inside = bytes.TrimLeft(inside, " \t\"'")
	end := bytes.IndexFunc(inside, func(r rune) bool {
		return r != '_' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if end < 0 {
		return "", false
	}
	rest := bytes.TrimLeft(inside[end:], " \t\"'")
	if len(rest) == 0 || bytes.IndexByte([]byte("=.]"), rest[0]) < 0 {
		return "", false
	}
	return string(inside[:end]), isSection
}

// isEmpty reports whether a TOML file holds nothing but comments.
func isEmpty(data []byte) bool {
	for line := range bytes.Lines(bytes.TrimPrefix(data, []byte("\uFEFF"))) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}
