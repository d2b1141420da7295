package tomlfile

import (
	"maps"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"protokol/generator/internal/memo"
)

// Decoder decodes files and remembers the values of their parts: when a file has changed a little, only the parts that
// have changed are decoded. The result is the same as without. It is safe for concurrent use.
type Decoder struct {
	convert func(map[string]any) // see NewDecoder

	mu    sync.Mutex
	known *memo.Recent[string, map[string]any] // values by the text of the part
}

// NewDecoder returns a Decoder that converts all values by a function, which changes them in place.
func NewDecoder(convert func(map[string]any)) *Decoder {
	return &Decoder{convert: convert, known: memo.NewRecent[string, map[string]any](maxKept)}
}

const (
	maxParts = 2000        // of a file; one with more is decoded as a whole
	maxKept  = 2 * MaxSize // bytes of parts
)

// Decode returns the values of a file, which nobody may change except for the outermost map. The error is that of the
// decoder for the whole file.
func (d *Decoder) Decode(src string) (map[string]any, error) {
	if values, ok := d.joined(split(src)); ok {
		return values, nil
	}
	var values map[string]any
	if _, err := toml.Decode(src, &values); err != nil {
		return nil, err
	}
	if values == nil {
		values = map[string]any{}
	}
	d.convert(values)
	return values, nil
}

// part is the text of a file from the header of one of its own tables to the next such header. The first part has
// what is above all of them, and no name.
type part struct {
	text string
	name string // of the table
	list bool   // [[name]], not [name]
}

// split divides a file before the headers of its own tables that begin a line. A line in a text may look like a header;
// then the part before it is no valid file.
func split(src string) (parts []part) {
	last := part{}
	from := 0
	for at := 0; at >= 0 && at < len(src); at = nextLine(src, at) {
		if name, list := ownHeader(src[at:]); name != "" {
			last.text = src[from:at]
			parts = append(parts, last)
			last, from = part{name: name, list: list}, at
		}
	}
	last.text = src[from:]
	return append(parts, last)
}

// nextLine returns the offset of the next line that begins with a bracket, or -1.
func nextLine(src string, at int) int {
	next := strings.Index(src[at:], "\n[")
	if next < 0 {
		return -1
	}
	return at + next + 1
}

// ownHeader returns the name in a header without dots and quotes at the beginning of a text, or "".
func ownHeader(text string) (name string, list bool) {
	line, _, _ := strings.Cut(text, "\n")
	line, ok := strings.CutPrefix(line, "[")
	line, list = strings.CutPrefix(line, "[")
	end := "]"
	if list {
		end = "]]"
	}
	name, rest, closed := strings.Cut(line, end)
	rest = strings.Trim(rest, " \t\r")
	if !ok || !closed || rest != "" && rest[0] != '#' || strings.ContainsFunc(name, isNotBare) {
		return "", false
	}
	return name, list
}

// isNotBare reports a character that a key must not have without quotes (TOML 1.0, Keys).
func isNotBare(r rune) bool { return r >= utf8.RuneSelf || isSpecial(r) }

// joined decodes the parts and joins their values. It reports false if the parts do not stand for themselves: then the
// file has a mistake, or parts that complete others.
func (d *Decoder) joined(parts []part) (map[string]any, bool) {
	if len(parts) > maxParts {
		return nil, false
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	all := map[string]any{}
	lists := map[string]bool{}
	for _, p := range parts {
		values, ok := d.values(p.text)
		if !ok {
			return nil, false
		}
		if p.name == "" {
			maps.Copy(all, values)
			continue
		}
		value, known := all[p.name]
		if len(values) != 1 || known && !(p.list && lists[p.name]) {
			return nil, false
		}
		lists[p.name] = p.list
		all[p.name] = appended(value, values[p.name])
	}
	return all, true
}

// appended returns a list with the elements of another one at its end. For the first one it returns a copy, so that
// elements can be added. Other values stay as they are.
func appended(list, more any) any {
	switch more := more.(type) {
	case []map[string]any:
		before, _ := list.([]map[string]any)
		return append(before, more...)
	case []any:
		before, _ := list.([]any)
		return append(before, more...)
	}
	return more
}

// values returns the values of a part.
func (d *Decoder) values(text string) (values map[string]any, ok bool) {
	if values, ok = d.known.Find(text); ok {
		return values, true
	}
	if _, err := toml.Decode(text, &values); err != nil {
		return nil, false
	}
	d.convert(values)
	d.known.Keep(strings.Clone(text), values, len(text))
	return values, true
}
