package web

import (
	"errors"
	"io/fs"
	"maps"
	"net/http"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"protokol/generator"
)

// starters are the beginnings of a new meeting.
var starters = []Option{
	{Value: "council", Label: "Протокол совета: вопрос и решение"},
	{Value: "full", Label: "Полный протокол: слушали, выступили, решили"},
	{Value: "brief", Label: "Краткий протокол"},
	{Value: "tasks", Label: "Протокол таблицей: задачи, ответственные, сроки"},
	{Value: "letter", Label: "Письмо"},
	{Value: "notice", Label: "Уведомление о заседании"},
}

// moreStarters are the beginnings of files for further papers, found once.
var moreStarters = sync.OnceValue(func() (list []Option) {
	for _, k := range generator.Kinds() {
		known := slices.ContainsFunc(starters, func(o Option) bool { return o.Value == k.Name })
		if _, err := generator.Starter("", k.Name); err == nil && !known && k.Name != "protocol" {
			list = append(list, Option{Value: k.Name, Label: capital(k.Title)})
		}
	}
	return list
})

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
		name = generator.SettingsFile
		if err = s.create(name, []byte(newSettings)); errors.Is(err, fs.ErrExist) {
			err = nil
		}
	default:
		name, err = s.start(starter)
	}
	var known statusError
	switch {
	case errors.As(err, &known):
		return s.list(w, known.status, "", known.text)
	case err != nil:
		return s.list(w, http.StatusInternalServerError, "", "Заседание не создано. "+sentenceOf(err))
	}
	to := "/edit/" + escapePath(name)
	if from == "" && starter != "settings" {
		to += "?sample"
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// escapePath writes a path as a part of an address.
func escapePath(name string) string { return (&url.URL{Path: name}).EscapedPath() }

// newSettings is a file with settings that changes nothing.
const newSettings = "# Настройки этой папки; их же читает программа в командной строке.\n"

// start makes a file of a starter.
func (s *Server) start(starter string) (string, error) {
	form, kind := starter, ""
	if _, err := generator.FindKind(starter); err == nil {
		form, kind = "", starter
	}
	files, err := generator.Starter(form, kind)
	if err != nil {
		return "", failf(http.StatusUnprocessableEntity, "%s", sentenceOf(err))
	}
	files[0].Data = s.movedToToday(files[0].Data)
	return s.createAll(".", files)
}

// movedToToday moves the dates of a sample so that its meeting is today: a date left in it by mistake would be
// wrong.
func (s *Server) movedToToday(src []byte) []byte {
	values, err := generator.Values(src)
	if err != nil {
		return src
	}
	date, _ := values["date"].(generator.Literal)
	from, err := time.Parse(time.DateOnly, string(date))
	if err != nil {
		return src
	}
	now := s.Now()
	shift := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC).Sub(from)
	for _, path := range datesIn(values, nil) {
		day, _ := time.Parse(time.DateOnly, string(valueAt(values, path).(generator.Literal)))
		moved := generator.Literal(day.Add(shift).Format(time.DateOnly))
		made, err := generator.ChangeFile(src, values, generator.Change{Operation: generator.ChangeSet, Path: path,
			Value: moved})
		if err != nil || made.Prove() != nil {
			return src
		}
		src, values = made.Text, made.Values
	}
	return src
}

// datesIn returns the paths of the dates in a value.
func datesIn(v any, path []any) (list [][]any) {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			list = append(list, datesIn(v[key], append(slices.Clone(path), key))...)
		}
	case []any:
		for i, inner := range v {
			list = append(list, datesIn(inner, append(slices.Clone(path), i))...)
		}
	case generator.Literal:
		if _, err := time.Parse(time.DateOnly, string(v)); err == nil {
			list = append(list, path)
		}
	}
	return list
}

// next makes the file of the meeting after another.
func (s *Server) next(name string) (string, error) {
	data, err := s.readTOML(name)
	if err != nil {
		return "", err
	}
	g, m, problems, err := s.parse(name, data)
	if err != nil {
		return "", err
	}
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
