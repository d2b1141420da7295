package tomledit

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/internal/tomlfile"
)

// maxLine is the length in bytes from which a list is written an element a line.
const maxLine = 100

// isLiteral matches dates and times (TOML 1.0, Local Date, Local Time).
var isLiteral = regexp.MustCompile(
	`^(\d{4}-\d\d-\d\d([T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?|\d\d:\d\d:\d\d(\.\d+)?)$`)

var bareKey = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// appendKey appends a step of a key.
func appendKey(b []byte, key string) []byte {
	if bareKey.MatchString(key) {
		return append(b, key...)
	}
	return tomlfile.AppendString(b, key)
}

// header returns the keys of the header of a table.
func header(path Path) string {
	var b []byte
	for _, step := range path {
		if key, ok := step.(string); ok {
			if len(b) > 0 {
				b = append(b, '.')
			}
			b = appendKey(b, key)
		}
	}
	return string(b)
}

// appendValue appends a value on one line.
func appendValue(b []byte, v any) ([]byte, error) {
	switch v := v.(type) {
	case string:
		return appendText(b, v), nil
	case Literal:
		if !isLiteral.MatchString(string(v)) {
			return nil, errText
		}
		return append(b, v...), nil
	case bool:
		return strconv.AppendBool(b, v), nil
	case int64:
		return strconv.AppendInt(b, v, 10), nil
	case float64:
		text := strconv.FormatFloat(v, 'f', -1, 64)
		if !strings.Contains(text, ".") {
			text += ".0"
		}
		return append(b, text...), nil
	case []any:
		return appendList(b, v)
	case map[string]any:
		return appendTable(b, v)
	}
	return nil, errText
}

// appendText appends a string; ends of lines are written as \n.
func appendText(b []byte, s string) []byte {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			b = append(b[:len(b)-1], `\n`...)
			quoted := tomlfile.AppendString(nil, line)
			b = append(b, quoted[1:]...)
			continue
		}
		b = tomlfile.AppendString(b, line)
	}
	return b
}

func appendList(b []byte, list []any) (_ []byte, err error) {
	b = append(b, '[')
	for i, v := range list {
		if i > 0 {
			b = append(b, ", "...)
		}
		if b, err = appendValue(b, v); err != nil {
			return nil, err
		}
	}
	return append(b, ']'), nil
}

func appendTable(b []byte, table map[string]any) (_ []byte, err error) {
	if len(table) == 0 {
		return append(b, "{}"...), nil
	}
	b = append(b, "{ "...)
	for i, key := range slices.Sorted(maps.Keys(table)) {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(appendKey(b, key), " = "...)
		if b, err = appendValue(b, table[key]); err != nil {
			return nil, err
		}
	}
	return append(b, " }"...), nil
}

// line returns a key with its value. A long list gets a line for every element.
func (f *file) line(key string, v any) ([]byte, error) {
	b := append([]byte(key), " = "...)
	b, err := appendValue(b, v)
	list, isList := v.([]any)
	if err != nil || !isList || len(list) < 2 || len(b) <= maxLine {
		return append(b, f.end...), err
	}
	b = append([]byte(key), " = ["...)
	for _, one := range list {
		b = append(append(b, f.end...), "  "...)
		if b, err = appendValue(b, one); err != nil {
			return nil, err
		}
		b = append(b, ',')
	}
	return append(append(append(b, f.end...), ']'), f.end...), nil
}

// block returns a header with the keys of its table.
func (f *file) block(open, name, shut string, table map[string]any) ([]byte, error) {
	b := []byte(open + name + shut + f.end)
	for _, key := range slices.Sorted(maps.Keys(table)) {
		line, err := f.line(string(appendKey(nil, key)), table[key])
		if err != nil {
			return nil, err
		}
		b = append(b, line...)
	}
	return b, nil
}

// splice returns the file with a range replaced.
func (f *file) splice(from, to int, b []byte) []byte {
	return slices.Concat(f.src[:from], b, f.src[to:])
}

// addLines returns the file with whole lines inserted at the beginning of a line
// or at the end of the file.
func (f *file) addLines(at int, b []byte) []byte {
	if at > 0 && f.src[at-1] != '\n' && !bytes.Equal(f.src[:at], []byte("\uFEFF")) {
		b = append([]byte(f.end), b...)
	}
	return f.splice(at, at, b)
}
