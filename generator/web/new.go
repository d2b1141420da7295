package web

import (
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"protokol/generator"
)

// starters are the beginnings of a new meeting.
var starters = []Option{
	{Value: "council", Label: "Протокол совета: вопрос и решение"},
	{Value: "full", Label: "Полный протокол: слушали, выступили, решили"},
	{Value: "brief", Label: "Краткий протокол"},
	{Value: "letter", Label: "Письмо"},
	{Value: "notice", Label: "Уведомление о заседании"},
}

// makeNew makes a file for a meeting: from a starter, or from the last meeting.
func (s *Server) makeNew(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, maxJSON)
	from, starter := r.PostFormValue("from"), r.PostFormValue("starter")
	s.mu.Lock()
	defer s.mu.Unlock()
	var name string
	var err error
	switch {
	case from != "":
		name, err = s.next(from)
	case starter == "settings":
		name = settingsFile
		if err = s.create(name, []byte(newSettings)); errors.Is(err, fs.ErrExist) {
			err = nil
		}
	default:
		name, err = s.start(starter)
	}
	var known statusError
	if errors.As(err, &known) {
		return s.list(w, known.status, "", known.text)
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/edit/"+escapePath(name), http.StatusSeeOther)
	return nil
}

// escapePath writes a path as a part of an address.
func escapePath(name string) string { return (&url.URL{Path: name}).EscapedPath() }

// newSettings is a file with settings that changes nothing.
const newSettings = "# Настройки этой папки; их же читает программа в командной строке.\n"

// start makes a file of a starter.
func (s *Server) start(starter string) (string, error) {
	form, kind := starter, ""
	if starter == "letter" || starter == "notice" {
		form, kind = "", starter
	}
	files, err := generator.Starter(form, kind)
	if err != nil {
		return "", failf(http.StatusUnprocessableEntity, "%s", sentenceOf(err))
	}
	return s.createAll(".", files)
}

// next makes the file of the meeting after another.
func (s *Server) next(from string) (string, error) {
	name, err := tomlFile(from)
	if err != nil {
		return "", err
	}
	data, err := s.read(name)
	if err != nil {
		return "", err
	}
	g, _, err := s.maker(name)
	if err != nil {
		return "", err
	}
	m, problems := g.Parse(s.Root.FS(), name, data)
	if m == nil {
		return "", failf(http.StatusUnprocessableEntity,
			"В файле %s есть ошибки, поэтому следующее заседание из него не сделать: %s", name,
			problems.List[0].Message)
	}
	made, err := g.Next(m, false)
	if err != nil {
		return "", failf(http.StatusUnprocessableEntity, "%s", sentenceOf(err))
	}
	return s.createAll(path.Dir(name), made.Files)
}

// createAll writes the files of a new meeting into a folder and returns the name
// of the first. That gets a number if its name is taken; others stay as they are.
func (s *Server) createAll(folder string, files []generator.Output) (first string, err error) {
	for i, f := range files {
		name := path.Join(folder, filepath.ToSlash(f.Path))
		if i > 0 {
			if err := s.create(name, f.Data); err != nil && !errors.Is(err, fs.ErrExist) {
				return "", err
			}
			continue
		}
		if first, err = s.createNumbered(name, f.Data); err != nil {
			return "", err
		}
	}
	return first, nil
}

// maxNumber limits the numbers that names get.
const maxNumber = 1000

func (s *Server) createNumbered(name string, data []byte) (string, error) {
	stem, ext := strings.TrimSuffix(name, path.Ext(name)), path.Ext(name)
	for i := 1; i < maxNumber; i++ {
		err := s.create(name, data)
		if !errors.Is(err, fs.ErrExist) {
			return name, err
		}
		name = stem + "-" + strconv.Itoa(i+1) + ext
	}
	return "", failf(http.StatusConflict, "Файлов с таким именем слишком много.")
}
