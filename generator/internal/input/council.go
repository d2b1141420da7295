package input

import (
	"bytes"
	"reflect"
	"strings"

	"protokol/generator/internal/meeting"
)

// LooksLikeCouncil reports whether a file says anything that a meeting can
// say: whether one of its lines begins with a key of a meeting. Nothing of
// another file may be shown to whoever only named it as council_file.
func LooksLikeCouncil(data []byte) bool {
	keys := map[string]bool{}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[meeting.Meeting]()) {
		if key, _, _ := strings.Cut(field.Tag.Get("toml"), ","); key != "" {
			keys[key] = true
		}
	}
	for line := range bytes.Lines(data) {
		line = bytes.TrimLeft(line, " \t[\"'\uFEFF")
		end := bytes.IndexFunc(line, func(r rune) bool { return r != '_' && (r < 'a' || r > 'z') })
		if end < 0 {
			continue
		}
		rest := bytes.TrimLeft(line[end:], " \t\"'")
		if keys[string(line[:end])] && len(rest) > 0 && bytes.IndexByte([]byte("=.]"), rest[0]) >= 0 {
			return true
		}
	}
	return false
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
