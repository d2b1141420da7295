package laws

import (
	"reflect"
	"strings"

	"protokol/generator/internal/meeting"
)

// at returns the values under a dotted key, those of all tables of the lists on
// the way. Values that are zero are left out.
func at(v reflect.Value, key string) (list []reflect.Value) {
	if !v.IsValid() || v.IsZero() {
		return nil
	}
	switch v.Kind() {
	case reflect.Pointer:
		return at(v.Elem(), key)
	case reflect.Slice:
		for i := range v.Len() {
			list = append(list, at(v.Index(i), key)...)
		}
		return list
	}
	if key == "" {
		return []reflect.Value{v}
	}
	name, rest, _ := strings.Cut(key, ".")
	if field, ok := fieldOf(v.Type(), name); ok {
		return at(v.FieldByIndex(field.Index), rest)
	}
	return nil
}

// fieldOf returns the field of a struct for a key.
func fieldOf(t reflect.Type, key string) (reflect.StructField, bool) {
	if t.Kind() != reflect.Struct {
		return reflect.StructField{}, false
	}
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("toml"), ","); name == key {
			return t.Field(i), true
		}
	}
	return reflect.StructField{}, false
}

// isKey reports whether meetings have a key; each is the list it is in, or "".
func isKey(each, key string) bool {
	t := reflect.TypeFor[meeting.Meeting]()
	for name := range strings.SplitSeq(strings.TrimPrefix(each+"."+key, "."), ".") {
		field, ok := fieldOf(t, name)
		if !ok {
			return false
		}
		for t = field.Type; t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer; {
			t = t.Elem()
		}
	}
	return true
}

// texts calls visit for every text in a value.
func texts(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		visit(v.String())
	case reflect.Pointer:
		if !v.IsNil() {
			texts(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			texts(v.Index(i), visit)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			texts(v.MapIndex(key), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			texts(v.Field(i), visit)
		}
	}
}
