package compose

import (
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/trace"
)

// markedFunctions replace the template functions that inspect strings. The
// strings of a view are marked with their origins, which template authors do
// not know about: the functions see the text without markers.
var markedFunctions = template.FuncMap{
	"eq":    equal,
	"ne":    func(a, b any) (bool, error) { is, err := equal(a, b); return !is, err },
	"lt":    ordered(func(order int) bool { return order < 0 }),
	"le":    ordered(func(order int) bool { return order <= 0 }),
	"gt":    ordered(func(order int) bool { return order > 0 }),
	"ge":    ordered(func(order int) bool { return order >= 0 }),
	"len":   length,
	"slice": slice,
	"printf": func(format string, args ...any) (string, error) {
		switch {
		case !isPlainFormat(format):
			args = unmarked(args)
		case strings.Contains(format, "%d"):
			args = numbers(args)
		}
		return bounded["printf"].(func(string, ...any) (string, error))(format, args...)
	},
	"js":       func(args ...any) (string, error) { return escapers["js"](unmarked(args)...) },
	"urlquery": func(args ...any) (string, error) { return escapers["urlquery"](unmarked(args)...) },
}

// escapers are the functions that escape text. They may change characters, so
// markers in their arguments would be lost.
var escapers = map[string]func(...any) (string, error){
	"js": short(template.JSEscaper), "urlquery": short(template.URLQueryEscaper),
}

// isPlainFormat reports whether a format prints its arguments unchanged.
func isPlainFormat(format string) bool {
	for {
		_, verb, found := strings.Cut(format, "%")
		if !found {
			return true
		}
		if verb == "" || !strings.ContainsRune("svd%", rune(verb[0])) {
			return false
		}
		format = verb[1:]
	}
}

func unmarked(args []any) []any {
	plain := numbers(args)
	for i, a := range plain {
		if s, ok := a.(string); ok {
			a = trace.Strip(s)
		}
		plain[i] = a
	}
	return plain
}

// equal reports whether a value is equal to one of others, like eq of
// text/template for basic kinds.
func equal(value any, others ...any) (bool, error) {
	if len(others) == 0 {
		return false, fmt.Errorf("не с чем сравнить")
	}
	want, err := operand(value)
	if err != nil {
		return false, err
	}
	for _, other := range others {
		is, err := operand(other)
		switch {
		case err != nil:
			return false, err
		case reflect.TypeOf(is) != reflect.TypeOf(want):
			return false, fmt.Errorf("значения разного рода не сравнить: %T и %T", value, other)
		case is == want:
			return true, nil
		}
	}
	return false, nil
}

// operand returns a value for comparison: the largest type of its basic kind.
func operand(value any) (any, error) {
	if n, ok := value.(Number); ok {
		return int64(n.value()), nil
	}
	v := reflect.ValueOf(value)
	switch v.Kind() {
	case reflect.String:
		return trace.Strip(v.String()), nil
	case reflect.Bool:
		return v.Bool(), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.Int(), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return int64(v.Uint()), nil
	case reflect.Float32, reflect.Float64:
		return v.Float(), nil
	}
	if v.IsValid() && !v.Comparable() {
		return nil, fmt.Errorf("значения рода %T не сравнить", value)
	}
	return value, nil
}

// length returns the length of a string in bytes or the number of elements of a
// list.
func length(value any) (int, error) {
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.String:
		return len(trace.Strip(v.String())), nil
	case reflect.Slice, reflect.Array, reflect.Map:
		return v.Len(), nil
	}
	return 0, fmt.Errorf("у значения рода %T нет длины", value)
}

// slice returns a slice of a string or a list.
func slice(value any, indexes ...int) (any, error) {
	v := reflect.ValueOf(value)
	n, err := length(value)
	if err != nil || v.Kind() == reflect.Map {
		return nil, fmt.Errorf("от значения рода %T не отрезать", value)
	}
	from, to := 0, n
	switch len(indexes) {
	case 2:
		from, to = indexes[0], indexes[1]
	case 1:
		from = indexes[0]
	case 0:
	default:
		return nil, fmt.Errorf("у slice не больше двух границ")
	}
	if from < 0 || to < from || to > n {
		return nil, fmt.Errorf("границы %d и %d вне значения длиной %d", from, to, n)
	}
	if v.Kind() != reflect.String {
		return v.Slice(from, to).Interface(), nil
	}
	part := trace.Slice(v.String(), from, to)
	if !utf8.ValidString(part) {
		return nil, fmt.Errorf("граница %d или %d внутри буквы", from, to)
	}
	return part, nil
}
