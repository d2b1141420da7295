package tomlfile

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
)

// Unmarshaler is a type that binds values itself, like a date or a deadline. The
// error is a Russian sentence for the user. If it has a method Hint, that returns
// the remedy for a key of the given name.
type Unmarshaler interface{ UnmarshalTOML(value any) error }

// Bind fills the struct that dst points to and reports all unknown keys and all
// values of a wrong type. The tag `toml:"name"` names the key of a field. With
// `toml:"name,short"` a string may replace a table that has only this field.
func (f *File) Bind(dst any) diag.List {
	b := binder{file: f, root: reflect.TypeOf(dst).Elem(), known: map[reflect.Type][]field{}}
	b.table("", f.data, reflect.ValueOf(dst).Elem())
	return b.problems
}

type binder struct {
	file     *File
	root     reflect.Type
	around   []table              // the tables around a value, outermost first
	sections map[string][]section // by key; made by collect
	known    map[reflect.Type][]field
	problems diag.List
}

// table is a table that is being bound.
type table struct {
	path  string
	known []field
}

func (b *binder) wrong(key, message, hint string) {
	b.problems = append(b.problems, b.file.Locate(diag.Problem{Key: key, Message: message, Hint: hint}))
}

// field is a field of a struct with its key.
type field struct {
	key   string
	index int
	short bool
	of    reflect.Type
}

func fields(t reflect.Type) []field {
	var list []field
	for i := range t.NumField() {
		key, option, _ := strings.Cut(t.Field(i).Tag.Get("toml"), ",")
		if key != "" && key != "-" {
			list = append(list, field{key, i, option == "short", t.Field(i).Type})
		}
	}
	return list
}

// fieldsOf is fields, found once: a file has many tables of a type.
func (b *binder) fieldsOf(t reflect.Type) []field {
	known, ok := b.known[t]
	if !ok {
		known = fields(t)
		b.known[t] = known
	}
	return known
}

func (b *binder) table(path string, data map[string]any, dst reflect.Value) {
	known := b.fieldsOf(dst.Type())
	b.around = append(b.around, table{path, known})
	defer func() { b.around = b.around[:len(b.around)-1] }()
	for _, key := range slices.Sorted(maps.Keys(data)) {
		i := slices.IndexFunc(known, func(f field) bool { return f.key == key })
		if i < 0 {
			b.unknown(path, key, data[key])
			continue
		}
		b.value(join(path, key), data[key], dst.Field(known[i].index))
	}
}

func (b *binder) value(path string, value any, dst reflect.Value) {
	if u, ok := dst.Addr().Interface().(Unmarshaler); ok {
		if err := u.UnmarshalTOML(value); err != nil {
			var hinter interface{ Hint(key string) string }
			hint := ""
			if errors.As(err, &hinter) {
				hint = hinter.Hint(lastKey(path))
			}
			b.wrong(path, err.Error(), hint)
		}
		return
	}
	ok := true
	switch dst.Kind() {
	case reflect.Pointer:
		dst.Set(reflect.New(dst.Type().Elem()))
		b.value(path, value, dst.Elem())
	case reflect.Struct:
		b.structure(path, value, dst)
	case reflect.Slice:
		b.slice(path, value, dst)
	case reflect.Map:
		b.mapping(path, value, dst)
	case reflect.String:
		var s string
		if s, ok = value.(string); ok {
			dst.SetString(s)
		}
	case reflect.Bool:
		var v bool
		if v, ok = value.(bool); ok {
			dst.SetBool(v)
		}
	case reflect.Int:
		var n int64
		if n, ok = value.(int64); ok {
			b.integer(path, n, dst)
		}
	case reflect.Float64:
		ok = setFloat(value, dst)
	default:
		panic("tomlfile: no rule for " + dst.Type().String())
	}
	if !ok {
		b.mismatch(path, value, dst.Type())
	}
}

func (b *binder) integer(path string, n int64, dst reflect.Value) {
	if n > math.MaxInt32 || n < math.MinInt32 {
		b.wrong(path, "число слишком большое", "")
		return
	}
	dst.SetInt(n)
}

func setFloat(value any, dst reflect.Value) bool {
	switch v := value.(type) {
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
		dst.SetFloat(v)
	case int64:
		dst.SetFloat(float64(v))
	default:
		return false
	}
	return true
}

// structure binds a table, or the string that replaces it.
func (b *binder) structure(path string, value any, dst reflect.Value) {
	switch v := value.(type) {
	case map[string]any:
		b.table(path, v, dst)
		return
	case string:
		for _, f := range fields(dst.Type()) {
			if f.short {
				dst.Field(f.index).SetString(v)
				return
			}
		}
	}
	b.mismatch(path, value, dst.Type())
}

func (b *binder) slice(path string, value any, dst reflect.Value) {
	var items []any
	switch v := value.(type) {
	case []any:
		items = v
	case []map[string]any:
		for _, item := range v {
			items = append(items, item)
		}
	default:
		b.mismatch(path, value, dst.Type())
		return
	}
	list := reflect.MakeSlice(dst.Type(), len(items), len(items))
	for i, item := range items {
		b.value(element(path, i), item, list.Index(i))
	}
	dst.Set(list)
}

func (b *binder) mapping(path string, value any, dst reflect.Value) {
	table, ok := value.(map[string]any)
	if !ok {
		b.mismatch(path, value, dst.Type())
		return
	}
	dst.Set(reflect.MakeMap(dst.Type()))
	for _, key := range slices.Sorted(maps.Keys(table)) {
		v := reflect.New(dst.Type().Elem()).Elem()
		b.value(join(path, key), table[key], v)
		dst.SetMapIndex(reflect.ValueOf(key), v)
	}
}

// wanted describes kinds of values to the user, with the way to write them.
var wanted = map[reflect.Kind][2]string{
	reflect.String:  {"нужен текст в кавычках", `текст пишется в кавычках: "…"`},
	reflect.Bool:    {"нужно true (да) или false (нет)", "пишется без кавычек: true или false"},
	reflect.Int:     {"нужно целое число", "число пишется без кавычек: 15"},
	reflect.Float64: {"нужно число", "число пишется без кавычек, дробная часть после точки: 12.5"},
	reflect.Slice:   {"нужен список", `список пишется в квадратных скобках: ["…", "…"]`},
	reflect.Struct:  {"нужен раздел", ""},
}

// longestShown is the number of bytes above which a hint does not repeat a text.
const longestShown = 80

func (b *binder) mismatch(path string, value any, t reflect.Type) {
	kind := t.Kind()
	if kind == reflect.Map {
		kind = reflect.Struct
	}
	w := wanted[kind]
	hint := w[1]
	if kind == reflect.Struct {
		hint = "раздел начинается с названия в скобках: " + header(path)
		if parent(path) != "" && !strings.HasSuffix(path, "]") {
			hint = fmt.Sprintf("раздел пишется в фигурных скобках: %s = { %s }", lastKey(path), sampleKeys(t))
		}
	}
	switch v := value.(type) {
	case int64:
		if kind == reflect.String {
			hint = fmt.Sprintf(`возьмите его в кавычки: "%d"`, v)
		}
	case string:
		number := strings.Replace(v, ",", ".", 1)
		if (kind == reflect.Int || kind == reflect.Float64) && numeric.MatchString(number) {
			hint = fmt.Sprintf("число пишется без кавычек: %s = %s", lastKey(path), number)
		}
		if kind == reflect.Slice && t.Elem().Kind() != reflect.Struct && len(v) < longestShown {
			hint = fmt.Sprintf("список пишется в квадратных скобках: %s = [%s]", lastKey(path), listItems(v))
		}
	case map[string]any:
		if kind == reflect.Slice && t.Elem().Kind() == reflect.Struct {
			hint = fmt.Sprintf("повторяющийся раздел пишется в двойных скобках: [[%s]]", withoutIndexes(path))
		}
	case []any:
		if kind != reflect.Struct {
			hint = cmp.Or(b.listAround(path), bareItem(path, kind, v), hint)
		}
	case []map[string]any:
		if kind == reflect.Struct {
			hint = fmt.Sprintf("этот раздел один и пишется в одинарных скобках: [%s]", withoutIndexes(path))
		}
	}
	b.wrong(path, fmt.Sprintf("здесь %s, а стоит %s", w[0], typeName(value)), hint)
}

// listItems writes a text as the items of a list. Names between commas are one item each.
func listItems(text string) string {
	items := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
	for i, item := range items {
		item = strings.TrimSpace(item)
		if r, _ := utf8.DecodeRuneInString(item); len(items) < 2 || !unicode.IsUpper(r) {
			return Quote(text)
		}
		items[i] = Quote(item)
	}
	return strings.Join(items, ", ")
}

// listAround says where a list belongs: a table around its own has such a key.
func (b *binder) listAround(path string) string {
	key := lastKey(path)
	for i := len(b.around) - 2; i >= 0; i-- {
		if slices.ContainsFunc(b.around[i].known, func(f field) bool {
			return f.key == key && f.of.Kind() == reflect.Slice
		}) {
			return "список — " + b.move(path, key, b.around[i].path)
		}
	}
	return ""
}

// bareItem shows the only text of a list without its brackets.
func bareItem(path string, kind reflect.Kind, list []any) string {
	if len(list) != 1 || kind != reflect.String {
		return ""
	}
	text, ok := list[0].(string)
	if !ok || len(text) >= longestShown {
		return ""
	}
	return fmt.Sprintf("здесь один текст, без квадратных скобок: %s = %s", lastKey(path), Quote(text))
}

// sampleKeys returns the first keys of a table with places for their values.
func sampleKeys(t reflect.Type) string {
	if t.Kind() != reflect.Struct {
		return "ключ = …"
	}
	var keys []string
	known := fields(t)
	if slices.ContainsFunc(known, func(f field) bool { return f.key == "abstained" }) {
		return "for = 3, against = 0, abstained = 0"
	}
	for _, f := range known {
		if keys = append(keys, f.key+" = …"); len(keys) == 2 {
			break
		}
	}
	return strings.Join(keys, ", ")
}

// lastKey is the last key of a path.
func lastKey(path string) string { return withoutIndexes(path[strings.LastIndexByte(path, '.')+1:]) }

func typeName(value any) string {
	switch value.(type) {
	case string:
		return "текст"
	case int64:
		return "число"
	case float64:
		return "дробное число"
	case bool:
		return "true или false"
	case time.Time:
		return "дата или время"
	case []any, []map[string]any:
		return "список"
	}
	return "раздел"
}
