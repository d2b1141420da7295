package tomlfile

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// Unknown is the message about an unknown key.
const Unknown = "неизвестный ключ"

// NearHint begins the hint that names the key which an unknown one probably is.
const NearHint = "возможно, вы имели в виду "

// WholeFileHint begins the hint for a key of the whole file in one of its sections.
const WholeFileHint = "это " + wholeFile

const wholeFile = "ключ всего файла"

// unknown reports a key that the innermost table does not have, and where it
// belongs. In TOML a key belongs to the section above it, so a key of the whole
// file that is added at its end becomes one of the last section.
func (b *binder) unknown(path, key string, value any) {
	p := diag.Problem{Key: join(path, key), Message: Unknown}
	switch {
	case strings.ContainsFunc(key, isCyrillic):
		p.Code, p.Hint = diag.CodeRussianKey, "ключи пишутся латинскими буквами"
	case path == "" && strings.Trim(key, "0123456789") == "": // 1. date = …
		p.Message, p.Hint = "перед ключом стоит номер", "удалите его: строка начинается с ключа"
	default:
		p.Hint = b.place(p.Key, key, value)
	}
	b.problems = append(b.problems, b.file.locateKey(p))
}

// place says where a key belongs.
func (b *binder) place(path, key string, value any) string {
	inner := b.around[len(b.around)-1]
	_, isYesOrNo := value.(bool)
	for i := len(b.around) - 2; i >= 0; i-- {
		if isYesOrNo && slices.ContainsFunc(b.around[i].known, func(f field) bool {
			return f.key == key && f.of.Kind() == reflect.Slice
		}) {
			return fmt.Sprintf("для этого есть раздел [[%s]]: напишите его отдельно, с name",
				join(b.around[i].path, key))
		}
		if slices.ContainsFunc(b.around[i].known, func(f field) bool { return f.key == key && f.holds(value) }) {
			return b.moveTo(path, key, value, i)
		}
	}
	if within := tablesWith(inner.known, key, value); len(within) == 1 {
		return fmt.Sprintf("это ключ раздела %s: перенесите его туда", header(join(parent(path), within[0])))
	}
	var names []string
	for _, f := range inner.known {
		names = append(names, f.key)
	}
	near := diag.Nearest(strings.ToLower(key), names)
	sections := b.elsewhere(key, value)
	const few = 3 // sections worth naming
	if len(sections) > few {
		near = diag.Near(strings.ToLower(key), names, 1)
	}
	switch {
	case near == "" && len(sections) == 1:
		return fmt.Sprintf("такой ключ бывает в разделе %s, а здесь: %s", sections[0], strings.Join(names, ", "))
	case len(sections) > 0:
		hint := "такой ключ бывает в разделах: " + strings.Join(sections[:min(few, len(sections))], ", ")
		if _, isList := value.([]map[string]any); isList {
			var inner []string
			for _, outer := range sections[:min(few, len(sections))] {
				inner = append(inner, "[["+strings.Trim(outer, "[]")+"."+key+"]]")
			}
			hint = "такой раздел бывает внутри других: " + strings.Join(inner, ", ")
		}
		if near != "" {
			hint += "; или вы имели в виду " + near
		}
		return hint
	case near != "":
		return NearHint + near
	}
	return "здесь бывают: " + strings.Join(names, ", ")
}

// tablesWith returns the tables among the keys of a table that have a key for the value.
func tablesWith(known []field, key string, value any) (tables []string) {
	for _, f := range known {
		if slices.ContainsFunc(f.inTable(), func(f field) bool { return f.key == key && f.holds(value) }) {
			tables = append(tables, f.key)
		}
	}
	return tables
}

// inTable returns the fields of the table that a field holds; nil for other values.
func (f field) inTable() []field {
	t := f.of
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || reflect.PointerTo(t).Implements(reflect.TypeFor[Unmarshaler]()) {
		return nil
	}
	return fields(t)
}

// KeysIn returns the keys that a section of a file of a type may have; none if there is no such section.
func KeysIn(of reflect.Type, section string) (keys []string) {
	t := tableOf(of)
	for name := range strings.SplitSeq(section, ".") {
		if name == "" || t == nil {
			continue
		}
		if t.Kind() == reflect.Map {
			t = tableOf(t.Elem())
			continue
		}
		list := fields(t)
		i := slices.IndexFunc(list, func(f field) bool { return f.key == name })
		if i < 0 {
			return nil
		}
		t = tableOf(list[i].of)
	}
	if t == nil || t.Kind() != reflect.Struct {
		return nil
	}
	for _, f := range fields(t) {
		keys = append(keys, f.key)
	}
	return keys
}

// tableOf returns the struct or the map that a type holds, also in lists; nil for other types.
func tableOf(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct && t.Kind() != reflect.Map {
		return nil
	}
	return t
}

// holds reports whether a field can have a value, as far as tables go.
func (f field) holds(value any) bool {
	keys := f.inTable()
	_, isTable := value.(map[string]any)
	return keys == nil || isTable || slices.ContainsFunc(keys, func(f field) bool { return f.short })
}

// moveTo says how to move a key to one of the tables around its own. Another of them may lack the key, too.
func (b *binder) moveTo(path, key string, value any, to int) string {
	if headers := b.file.fileOf(path).headers; headers[path] || headers[element(path, 0)] {
		return "такой раздел бывает не здесь; пишется так: " + headerAs(join(b.around[to].path, key), value)
	}
	hint := b.move(path, key, b.around[to].path)
	_, given := b.file.data[key]
	isWhole := slices.ContainsFunc(b.around[0].known, func(f field) bool { return f.key == key && f.holds(value) })
	if first, known := b.file.below[""]; to > 0 && !given && isWhole && known {
		hint += "; если он обо всём файле — выше " + header(first)
	}
	return hint
}

// headerAs returns the header of a table, or of one in a list.
func headerAs(path string, value any) string {
	if _, isList := value.([]map[string]any); isList {
		return "[[" + withoutIndexes(path) + "]]"
	}
	return "[" + withoutIndexes(path) + "]"
}

// move says how to move a key to a table around its own.
func (b *binder) move(path, key, to string) string {
	whose := wholeFile
	if to != "" {
		whose = "ключ раздела " + header(to)
	}
	file := b.file.fileOf(path)
	for table := parent(path); table != to && table != ""; table = parent(table) {
		if file.headers[table] {
			return fmt.Sprintf("это %s: перенесите строку выше %s", whose, header(file.below[to]))
		}
	}
	if file.places[parent(path)].valueLine > 0 {
		return fmt.Sprintf("это %s: перенесите его за скобку }", whose)
	}
	return fmt.Sprintf("это %s: напишите %s без %s", whose, key, withoutIndexes(strings.TrimPrefix(parent(path), to)))
}

// section is a key in a section, given by its header.
type section struct {
	header string
	field  field
}

// elsewhere returns the headers of the sections that have a key for the value.
func (b *binder) elsewhere(key string, value any) (headers []string) {
	if b.sections == nil {
		b.sections = map[string][]section{}
		b.collect(b.root)
	}
	for _, s := range b.sections[key] {
		if s.field.holds(value) {
			headers = append(headers, s.header)
		}
	}
	return headers
}

// collect records the keys of all tables in a type, those of each type where it
// is met first.
func (b *binder) collect(root reflect.Type) {
	type table struct {
		t    reflect.Type
		path string
	}
	seen := map[reflect.Type]bool{}
	for queue := []table{{root, ""}}; len(queue) > 0; queue = queue[1:] {
		t, path := queue[0].t, queue[0].path
		if seen[t] || reflect.PointerTo(t).Implements(reflect.TypeFor[Unmarshaler]()) {
			continue
		}
		seen[t] = true
		for _, f := range fields(t) {
			if path != "" {
				b.sections[f.key] = append(b.sections[f.key], section{header(path), f})
			}
			inner, at := f.of, join(path, f.key)
			for inner.Kind() == reflect.Pointer || inner.Kind() == reflect.Slice {
				if inner.Kind() == reflect.Slice {
					at = join(path, f.key) + "[0]"
				}
				inner = inner.Elem()
			}
			if inner.Kind() == reflect.Struct {
				queue = append(queue, table{inner, at})
			}
		}
	}
}

// header returns a table's header as written in a file.
func header(path string) string {
	if strings.HasSuffix(path, "]") {
		return "[[" + withoutIndexes(path) + "]]"
	}
	return "[" + withoutIndexes(path) + "]"
}

var indexes = regexp.MustCompile(`\[\d+\]`)

func withoutIndexes(path string) string {
	return strings.TrimPrefix(indexes.ReplaceAllString(path, ""), ".")
}

// Place is the place of a key that is missing elsewhere.
type Place struct {
	Section string // header
	Line    int
	Above   string // the first header of the file, above which the keys of the file itself belong
}

// Misplaced finds a key of the file's own name in one of its sections; of several
// the first.
func (f *File) Misplaced(key string) (found Place, ok bool) {
	for path, at := range f.places {
		table := parent(path)
		if lastKey(path) != key || table == "" || strings.HasSuffix(path, "]") || at.file != f.Name ||
			!f.headers[table] || ok && at.line >= found.Line {
			continue
		}
		found, ok = Place{header(table), at.line, header(f.below[""])}, true
	}
	return found, ok
}
