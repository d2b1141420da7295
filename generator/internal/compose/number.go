package compose

import (
	"cmp"
	"fmt"
	"reflect"
	"strconv"

	"protokol/generator/internal/trace"
)

// Number is an integer as printed, marked with its origin, or "" for none.
// Template functions use its numeric value.
type Number string

func (n Number) value() int {
	v, _ := strconv.Atoi(trace.Strip(string(n)))
	return v
}

// amount returns a number computed from the values of keys.
func (g *grammar) amount(n int, keys ...string) Number {
	return Number(g.origins.Computed(strconv.Itoa(n), keys...))
}

// row returns the number of a table row, an item or an annex.
func (g *grammar) row(n int) Number { return Number(g.origins.Number(strconv.Itoa(n))) }

// integer returns the value of an argument of a template function.
func integer(value any) (int, error) {
	if n, ok := value.(Number); ok {
		return n.value(), nil
	}
	if v := reflect.ValueOf(value); v.CanInt() {
		return int(v.Int()), nil
	}
	return 0, fmt.Errorf("здесь нужно число, а не значение рода %T", value)
}

// ordered returns a template function that compares two values: lt, le, gt, ge.
func ordered(holds func(order int) bool) func(a, b any) (bool, error) {
	return func(a, b any) (bool, error) {
		order, err := compare(a, b)
		return err == nil && holds(order), err
	}
}

// compare compares two values like lt of text/template.
func compare(a, b any) (int, error) {
	x, err := operand(a)
	if err != nil {
		return 0, err
	}
	y, err := operand(b)
	if err != nil {
		return 0, err
	}
	switch x := x.(type) {
	case int64:
		if y, ok := y.(int64); ok {
			return cmp.Compare(x, y), nil
		}
	case float64:
		if y, ok := y.(float64); ok {
			return cmp.Compare(x, y), nil
		}
	case string:
		if y, ok := y.(string); ok {
			return cmp.Compare(x, y), nil
		}
	}
	return 0, fmt.Errorf("не сравнить, что больше: %T и %T", a, b)
}

// numbers returns the arguments of a format with the values of Numbers.
func numbers(args []any) []any {
	list := make([]any, len(args))
	for i, a := range args {
		if n, ok := a.(Number); ok {
			a = n.value()
		}
		list[i] = a
	}
	return list
}
