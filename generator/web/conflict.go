package web

import (
	"reflect"
)

// mergeable reports whether a change made on a page with earlier content has the same meaning for the present
// content: every list on the way has as many elements as before, and the element or the value itself has not been
// changed.
func (s *Server) mergeable(before, now []byte, path []any) bool {
	if before == nil {
		return false
	}
	old, err := s.decoded.of(before)
	if err != nil {
		return false
	}
	present, err := s.decoded.of(now)
	if err != nil {
		return false
	}
	deepest := 0 // steps to the innermost element of a list
	for i, step := range path {
		if _, isElement := step.(int); isElement {
			deepest = i + 1
			a, _ := valueAt(old, path[:i]).([]any)
			b, _ := valueAt(present, path[:i]).([]any)
			if len(a) != len(b) {
				return false
			}
		}
	}
	if deepest == 0 {
		deepest = len(path)
	}
	return reflect.DeepEqual(valueAt(old, path[:deepest]), valueAt(present, path[:deepest]))
}

// valueAt returns the value at a path, or nil.
func valueAt(v any, path []any) any {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			table, _ := v.(map[string]any)
			v = table[step]
		case int:
			list, _ := v.([]any)
			if step < 0 || step >= len(list) {
				return nil
			}
			v = list[step]
		}
	}
	return v
}
