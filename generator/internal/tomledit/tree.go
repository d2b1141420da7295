package tomledit

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"protokol/generator/internal/tomlfile"
)

var errLimits = errors.New("файл слишком большой, слишком глубоко вложен или это не текст UTF-8")

// Values decodes a file into strings, int64, float64, bool, Literal, []any and
// map[string]any. Nobody may change them.
func Values(src []byte) (map[string]any, error) {
	if !tomlfile.WithinLimits(src) {
		return nil, errLimits
	}
	return decoder.Decode(string(bytes.TrimPrefix(src, []byte("\uFEFF"))))
}

// decoder keeps the values of files that were changed.
var decoder = tomlfile.NewDecoder(func(values map[string]any) { plain(values) })

// plain replaces the types of the decoder and line ends of Windows.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			v[key] = plain(inner)
		}
		return v
	case []map[string]any:
		list := make([]any, len(v))
		for i, inner := range v {
			list[i] = plain(inner)
		}
		return list
	case []any:
		for i, inner := range v {
			v[i] = plain(inner)
		}
		return v
	case string:
		return strings.ReplaceAll(v, "\r\n", "\n") // as package tomlfile reads files of Windows
	case time.Time:
		return literal(v)
	}
	return v
}

// literal writes a date or time. The decoder marks local ones by their locations.
func literal(t time.Time) Literal {
	layout := time.RFC3339Nano
	switch t.Location().String() {
	case "date-local":
		layout = "2006-01-02"
	case "time-local":
		layout = "15:04:05.999999999"
	case "datetime-local":
		layout = "2006-01-02T15:04:05.999999999"
	}
	return Literal(t.Format(layout))
}

// changed returns the values after a change; those before stay as they are.
func changed(root map[string]any, c Change) (map[string]any, error) {
	made, err := change(root, c.Path, c)
	if err != nil {
		return nil, err
	}
	return made.(map[string]any), nil
}

// change returns a value with a change at a path below it.
func change(v any, path Path, c Change) (any, error) {
	switch step := path[0].(type) {
	case string:
		table, ok := v.(map[string]any)
		if !ok && v != nil {
			return nil, errPath
		}
		if table = maps.Clone(table); table == nil {
			table = map[string]any{}
		}
		return changeKey(table, step, path, c)
	case int:
		list, ok := v.([]any)
		if !ok && v != nil || step < 0 || step > len(list) {
			return nil, errPath
		}
		return changeElement(slices.Clone(list), step, path, c)
	}
	return nil, errPath
}

func changeKey(table map[string]any, key string, path Path, c Change) (any, error) {
	if len(path) > 1 {
		inner, err := change(table[key], path[1:], c)
		if err != nil {
			return nil, err
		}
		if list, ok := inner.([]any); ok && len(list) == 0 && len(path) == 2 && c.Operation == Remove {
			delete(table, key) // no element is left of an array of tables
			return table, nil
		}
		table[key] = inner
		return table, nil
	}
	switch c.Operation {
	case Set:
		table[key] = c.Value
		return table, nil
	case Remove:
		if _, ok := table[key]; ok {
			delete(table, key)
			return table, nil
		}
	}
	return nil, errPath
}

func changeElement(list []any, i int, path Path, c Change) (any, error) {
	if c.Operation == Insert && len(path) == 1 {
		return slices.Insert(list, i, c.Value), nil
	}
	if i == len(list) {
		return nil, errPath
	}
	if len(path) > 1 {
		inner, err := change(list[i], path[1:], c)
		list[i] = inner
		return list, err
	}
	switch c.Operation {
	case Set:
		list[i] = c.Value
	case Remove:
		list = slices.Delete(list, i, i+1)
	case Move:
		if c.To < 0 || c.To >= len(list) {
			return nil, errPath
		}
		one := list[i]
		list = slices.Insert(slices.Delete(list, i, i+1), c.To, one)
	}
	return list, nil
}
