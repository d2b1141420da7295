package web

import (
	"cmp"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"unicode/utf8"

	"protokol/generator"
)

// editRequest is a change of a file by its form.
type editRequest struct {
	File    string
	Version string // of the content in which the value was, or the button was pressed
	Shown   string // the version that the form shows now; "" for the same
	Do      string // set, empty, remove, insert, move, add, expand
	Path    []any
	Value   string
	To      int
	origin
	view
}

// edit makes a change. It is on the disk when the answer ends.
func (s *Server) edit(w http.ResponseWriter, r *http.Request) error {
	var e editRequest
	if err := readJSON(r, &e); err != nil {
		return err
	}
	var err error
	if e.Path, err = pathOf(e.Path); err != nil {
		return err
	}
	return s.open(e.File, func(f opened) (func() error, error) {
		e.key = ""
		if e.Do == "set" {
			e.key = keyText(e.Path)
		}
		isElse := func(v string) bool { return version(f.data) != v && !f.isOwn(v, e.origin) }
		if isElse(e.Version) && !s.mergeable(f.find(e.Version), f.data, e.Path) {
			return func() error { return s.conflict(w, f.data, e.Path) }, nil
		}
		merged := isElse(cmp.Or(e.Shown, e.Version)) // the form does not show all that the file has
		made, err := s.apply(f.name, f.data, e)
		if err != nil {
			return nil, err
		}
		s.decoded.keep(made.Text, made.Values)
		prove := func() error {
			err := made.Prove()
			if err != nil {
				s.decoded.forget(made.Text)
				err = failf(http.StatusUnprocessableEntity, "%s", sentenceOf(err))
			}
			return err
		}
		return s.commit(w, f, made.Text, e.origin, prove, func() (fileState, error) {
			state, err := s.answerOf(r, f.name, made.Text, e.view, merged || e.Do != "set" && e.Do != "empty")
			state.Merged = merged
			return state, err
		})
	})
}

// undo undoes the last change, or redoes it.
func (s *Server) undo(w http.ResponseWriter, r *http.Request) error {
	var request struct {
		File string
		Redo bool
		view
	}
	if err := readJSON(r, &request); err != nil {
		return err
	}
	return s.open(request.File, func(f opened) (func() error, error) {
		to, done, ok := f.before()
		if request.Redo {
			to, done, ok = f.after()
		}
		if !ok {
			return nil, failf(http.StatusConflict,
				"Отменять больше нечего: файл изменили в другой программе или шаги кончились.")
		}
		if err := s.save(f.name, f.data, to); err != nil {
			return nil, err
		}
		f.done = done
		f.note(to, origin{})
		f.data = to
		return s.answer(w, r, f, request.view, true), nil
	})
}

// saveText replaces the whole text of a file.
func (s *Server) saveText(w http.ResponseWriter, r *http.Request) error {
	var request struct {
		File, Version, Text string
		view
	}
	if err := readJSON(r, &request); err != nil {
		return err
	}
	if len(request.Text) > maxFile {
		return failf(http.StatusRequestEntityTooLarge, "Файл больше 1 МБ.")
	}
	return s.open(request.File, func(f opened) (func() error, error) {
		if version(f.data) != request.Version {
			return func() error { return s.conflict(w, f.data, nil) }, nil
		}
		if !utf8.Valid(f.data) && strings.ContainsRune(request.Text, utf8.RuneError) {
			return nil, failf(http.StatusUnprocessableEntity, "Файл записан не в UTF-8, и часть букв здесь не видна: "+
				"сохраните его в UTF-8 в программе, в которой он открыт.")
		}
		made := likeLines(request.Text, f.data)
		asTyped := func() error { return nil }
		return s.commit(w, f, made, origin{}, asTyped, func() (fileState, error) {
			return s.answerOf(r, f.name, made, request.view, true)
		})
	})
}

// restore writes back a file that was renamed or removed while its page was open.
func (s *Server) restore(w http.ResponseWriter, r *http.Request) error {
	var request struct {
		File, Text string
		view
	}
	if err := readJSON(r, &request); err != nil {
		return err
	}
	if err := checkTOML(request.File); err != nil {
		return err
	}
	if strings.Count(request.File, "/") > maxDepth {
		return failf(http.StatusNotFound, "Такого файла заседания нет.")
	}
	if len(request.Text) > maxFile {
		return failf(http.StatusRequestEntityTooLarge, "Файл больше 1 МБ.")
	}
	answer, err := s.recreate(request.File, request.Text, func(f opened) func() error {
		return s.answer(w, r, f, request.view, true)
	})
	if err != nil {
		return err
	}
	return answer()
}

// recreate writes a text into a file that is not there.
func (s *Server) recreate(name, text string, answer func(f opened) func() error) (func() error, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.Root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return nil, failf(http.StatusConflict, "Не удалось создать папку «%s»: %s.", path.Dir(name),
			generator.ErrorText(err))
	}
	h := s.files[name]
	if h == nil {
		h = &history{}
		s.files[name] = h
	}
	data := []byte(text)
	if n := len(h.seen); n > 0 { // with its own line ends
		data = likeLines(text, h.seen[n-1].data)
	}
	err := s.create(name, data)
	if errors.Is(err, fs.ErrExist) {
		return nil, failf(http.StatusConflict, "Файл уже снова на месте: откройте его заново.")
	}
	if err != nil {
		return nil, err
	}
	h.notePresent(data)
	return answer(opened{name, data, h}), nil
}

// likeLines gives a text from a browser, which has only \n, the line ends and the byte order mark of the file.
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
