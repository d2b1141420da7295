package meeting

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// EachValue visits every value that the file gives, with its key, in the order of
// the fields: texts, numbers, flags, dates, ballots. Absent values are skipped;
// the values of maps are not visited.
func (m *Meeting) EachValue(visit func(key string, value reflect.Value)) {
	eachField("", reflect.ValueOf(m).Elem(), visit)
}

// EachPaperValue visits every value of the section that a kind of paper has in
// [papers].
func (m *Meeting) EachPaperValue(kind string, visit func(key string, value reflect.Value)) {
	if p := m.Papers[kind]; p != nil {
		eachField("papers."+kind, reflect.ValueOf(p).Elem(), visit)
	}
}

func eachField(key string, v reflect.Value, visit func(string, reflect.Value)) {
	for i, name := range keysOf(v.Type()) {
		field := v.Field(i)
		if name == "" || field.IsZero() { // most are: joining the key takes longer
			continue
		}
		if key != "" {
			name = key + "." + name
		}
		eachValue(name, field, visit)
	}
}

var ballots = reflect.TypeFor[Ballots]()

func eachValue(key string, v reflect.Value, visit func(string, reflect.Value)) {
	switch {
	case v.IsZero(), v.Kind() == reflect.Map:
	case v.Type() == ballots:
		if v.Interface().(Ballots).Given() {
			visit(key, v)
		}
	case v.Kind() == reflect.Pointer:
		eachValue(key, v.Elem(), visit)
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			eachValue(key+"["+strconv.Itoa(i)+"]", v.Index(i), visit)
		}
	case v.Kind() == reflect.Struct && hasKeys(v.Type()):
		eachField(key, v, visit)
	default:
		visit(key, v)
	}
}

// hasKeys reports whether a type is a table of the file and not a value.
func hasKeys(t reflect.Type) bool {
	return slices.ContainsFunc(keysOf(t), func(key string) bool { return key != "" })
}

// typeKeys are the keys of types that were asked for: reading tags is slow.
var typeKeys sync.Map

// keysOf returns the keys of the fields of a type, "" for those without one.
func keysOf(t reflect.Type) []string {
	if keys, known := typeKeys.Load(t); known {
		return keys.([]string)
	}
	keys := make([]string, t.NumField())
	for i := range keys {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("toml"), ","); name != "-" {
			keys[i] = name
		}
	}
	typeKeys.Store(t, keys)
	return keys
}
