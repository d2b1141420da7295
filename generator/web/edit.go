package web

import (
	"encoding/json"
	"net/http"
	"strings"

	"protokol/generator"
)

// editRequest is a change of a file by its form.
type editRequest struct {
	File    string
	Version string // of the content that the page shows
	Do      string // set, empty, remove, insert, move, add, expand
	Path    []any
	Value   string
	To      int
	Force   bool // set the value although the file was changed meanwhile
	view
}

// edit makes a change. It is on the disk when the answer is sent.
func (s *Server) edit(w http.ResponseWriter, r *http.Request) error {
	var e editRequest
	if err := readJSON(r, &e); err != nil {
		return err
	}
	name, err := tomlFile(e.File)
	if err != nil {
		return err
	}
	if e.Path, err = pathOf(e.Path); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	now, h, err := s.open(name)
	if err != nil {
		return err
	}
	merged := version(now) != e.Version
	if merged && !e.Force && !s.mergeable(h.find(e.Version), now, e.Path) {
		return s.conflict(w, now, e.Path)
	}
	made, err := s.apply(name, now, e)
	if err != nil {
		return err
	}
	key := ""
	if e.Do == "set" {
		key = keyText(e.Path)
	}
	if err := s.commit(name, h, now, made, key); err != nil {
		return err
	}
	whole := merged || e.Do != "set" && e.Do != "empty"
	return s.answer(w, r, name, made, e.view, whole)
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

// open reads a file and its history.
func (s *Server) open(name string) ([]byte, *history, error) {
	data, err := s.read(name)
	if err != nil {
		return nil, nil, err
	}
	h := s.files[name]
	if h == nil {
		h = &history{}
		s.files[name] = h
	}
	h.see(data)
	return data, h, nil
}

// commit saves a change and records it with the key of the value that was typed, if
// one was.
func (s *Server) commit(name string, h *history, before, after []byte, key string) error {
	if string(before) == string(after) {
		return nil
	}
	if err := s.save(name, before, after); err != nil {
		return err
	}
	h.add(before, after, key, s.Now())
	return nil
}

// apply returns the file with a change.
func (s *Server) apply(name string, now []byte, e editRequest) ([]byte, error) {
	values, err := s.decoded.of(now)
	if err != nil {
		return nil, failf(http.StatusConflict, "В файле ошибка, из-за которой его не прочесть: исправьте её в тексте.")
	}
	c, err := s.change(name, values, e)
	if c == nil || err != nil {
		return now, err
	}
	made, after, err := generator.ChangeFile(now, values, *c)
	if err != nil {
		return nil, failf(http.StatusUnprocessableEntity, "%s", sentenceOf(err))
	}
	s.decoded.keep(made, after)
	return made, nil
}

// change returns what a request does to a file with some values; nil for nothing.
func (s *Server) change(name string, values map[string]any, e editRequest) (_ *generator.Change, err error) {
	of, _, ok := schemaAt(schemas()[s.kindOf(name, values)], e.Path)
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

// newElement is a new element of a list, like those that the list has.
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
	}
	return ""
}

// undo takes the last change back, or makes it again.
func (s *Server) undo(w http.ResponseWriter, r *http.Request) error {
	var request struct {
		File string
		Redo bool
		view
	}
	if err := readJSON(r, &request); err != nil {
		return err
	}
	name, err := tomlFile(request.File)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	now, h, err := s.open(name)
	if err != nil {
		return err
	}
	var to []byte
	switch {
	case request.Redo && h.done < len(h.steps):
		to = h.steps[h.done].after
	case !request.Redo && h.done > 0:
		to = h.steps[h.done-1].before
	default:
		return failf(http.StatusConflict,
			"Отменять больше нечего: файл изменили в другой программе или шаги кончились.")
	}
	if err := s.save(name, now, to); err != nil {
		return err
	}
	if h.done--; request.Redo {
		h.done += 2
	}
	h.note(to)
	return s.answer(w, r, name, to, request.view, true)
}

// saveText replaces the whole text of a file.
func (s *Server) saveText(w http.ResponseWriter, r *http.Request) error {
	var request struct {
		File, Version, Text string
		Force               bool
		view
	}
	if err := readJSON(r, &request); err != nil {
		return err
	}
	name, err := tomlFile(request.File)
	if err != nil {
		return err
	}
	if len(request.Text) > maxFile {
		return failf(http.StatusRequestEntityTooLarge, "Файл больше 1 МБ.")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	now, h, err := s.open(name)
	if err != nil {
		return err
	}
	if version(now) != request.Version && !request.Force {
		return s.conflict(w, now, nil)
	}
	made := likeLines(request.Text, now)
	if err := s.commit(name, h, now, made, ""); err != nil {
		return err
	}
	return s.answer(w, r, name, made, request.view, true)
}

// likeLines gives a text from a browser, which has \n only, the ends of lines and
// the mark of the file.
func likeLines(text string, old []byte) []byte {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if strings.Contains(string(old), "\r\n") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if strings.HasPrefix(string(old), "\uFEFF") && !strings.HasPrefix(text, "\uFEFF") {
		text = "\uFEFF" + text
	}
	return []byte(text)
}
