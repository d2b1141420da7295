package meeting

import (
	"reflect"
	"strconv"
	"strings"
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
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("toml"), ",")
		if name == "" || name == "-" {
			continue
		}
		if key != "" {
			name = key + "." + name
		}
		eachValue(name, v.Field(i), visit)
	}
}

func eachValue(key string, v reflect.Value, visit func(string, reflect.Value)) {
	if b, ok := v.Interface().(Ballots); ok {
		if b.Given() {
			visit(key, v)
		}
		return
	}
	switch {
	case v.IsZero(), v.Kind() == reflect.Map:
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
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("toml") != "" {
			return true
		}
	}
	return false
}
