package web

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"protokol/generator"
)

// apply returns the file with a change, which must be proved before it is saved.
func (s *Server) apply(name string, now []byte, e editRequest) (generator.Changed, error) {
	values, err := s.decoded.of(now)
	if err != nil {
		return generator.Changed{}, failf(http.StatusConflict,
			"В файле ошибка, из-за которой его не прочесть: исправьте её в тексте.")
	}
	c, err := s.change(name, values, e)
	if c == nil || err != nil {
		return generator.Changed{Text: now, Values: values}, err
	}
	made, err := generator.ChangeFile(now, values, *c)
	if err != nil {
		return made, failf(http.StatusUnprocessableEntity, "%s", sentenceOf(err))
	}
	return made, nil
}

// change returns the change that a request makes to a file with some values; nil for none.
func (s *Server) change(name string, values map[string]any, e editRequest) (_ *generator.Change, err error) {
	of, _, ok := schemaAt(schemas()[kindOf(name, values)], e.Path)
	if !ok {
		return nil, failf(http.StatusUnprocessableEntity, "Такого поля нет.")
	}
	old := valueAt(values, e.Path)
	one := &generator.Change{Operation: generator.ChangeSet, Path: e.Path, To: e.To}
	switch e.Do {
	case "set":
		_, isElement := e.Path[len(e.Path)-1].(int)
		if strings.TrimSpace(e.Value) == "" && !isElement {
			if old == nil {
				return nil, nil
			}
			one.Operation = generator.ChangeRemove
			break
		}
		if one.Value, err = typed(of, e.Value); err != nil {
			return nil, err
		}
		if of.kind == kindTable && of.short == "" || of.kind == kindTables || of.kind == kindMap {
			return nil, failf(http.StatusUnprocessableEntity, "Здесь не одно значение.")
		}
	case "empty":
		one.Value = emptyOf(of)
	case "add":
		if old != nil {
			return nil, nil
		}
		one.Value = map[string]any{}
	case "expand":
		text, isText := old.(string)
		if !isText || of.short == "" {
			return nil, failf(http.StatusUnprocessableEntity, "Здесь нечего раскрыть.")
		}
		one.Value = map[string]any{of.short: text}
	case "remove", "move":
		one.Operation = e.Do
	case "insert":
		one.Operation, one.Value = e.Do, newElement(of, valueAt(values, e.Path[:len(e.Path)-1]))
	default:
		return nil, failf(http.StatusBadRequest, "Нет такого действия.")
	}
	return one, nil
}

// emptyOf is the empty value of a key, which may mean something else than its
// absence.
func emptyOf(of shape) any {
	switch of.kind {
	case kindTexts, kindTables, kindGrid:
		return []any{}
	case kindTable:
		return map[string]any{}
	}
	return ""
}

// newElement returns a new element for a list, similar to its other elements.
func newElement(of shape, list any) any {
	others, _ := list.([]any)
	switch of.kind {
	case kindTable:
		if len(others) > 0 {
			if _, isText := others[len(others)-1].(string); isText {
				return ""
			}
		}
		return map[string]any{}
	case kindTexts:
		row := []any{}
		if len(others) > 0 {
			last, _ := others[len(others)-1].([]any)
			for range last {
				row = append(row, "")
			}
		}
		return row
	case kindChoice: // the first that is not there yet
		rest := slices.DeleteFunc(slices.Clone(of.enum), func(one string) bool {
			return slices.Contains(others, any(one))
		})
		return append(rest, of.enum[0])[0]
	}
	return ""
}

// pathOf checks a path from JSON.
func pathOf(path []any) ([]any, error) {
	if len(path) == 0 || len(path) > 30 {
		return nil, failf(http.StatusBadRequest, "Нет такого поля.")
	}
	for i, step := range path {
		switch step := step.(type) {
		case string:
		case json.Number:
			n, err := step.Int64()
			if err != nil || n < 0 || n > 1<<20 {
				return nil, failf(http.StatusBadRequest, "Нет такого поля.")
			}
			path[i] = int(n)
		default:
			return nil, failf(http.StatusBadRequest, "Нет такого поля.")
		}
	}
	return path, nil
}
