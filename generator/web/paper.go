package web

import (
	"bytes"
	"mime"
	"net/http"
	"path"
	"path/filepath"
	"slices"
	"strconv"

	"protokol/generator"
)

// make makes a paper of a file. Problems of the file are an error.
func (s *Server) make(r *http.Request, name, kind string, o paperOptions) (
	*generator.Paper, generator.Problems, error,
) {
	data, err := s.read(name)
	if err != nil {
		return nil, generator.Problems{}, err
	}
	g, _, err := s.maker(name)
	if err != nil {
		return nil, generator.Problems{}, err
	}
	m, problems := g.Parse(s.Root.FS(), name, data)
	if m == nil {
		return nil, problems, failf(http.StatusUnprocessableEntity, "В файле есть ошибки: %s", problems.List[0].Message)
	}
	q, err := o.request(m, kind)
	if err != nil {
		return nil, problems, err
	}
	p, found, err := g.Make(r.Context(), m, q)
	if err != nil {
		return nil, found, failf(http.StatusUnprocessableEntity, "%s", sentenceOf(err))
	}
	if p == nil {
		return nil, found, failf(http.StatusUnprocessableEntity, "Не хватает данных: %s", found.List[0].Message)
	}
	return p, problems.With(found.List...), nil
}

// types of papers.
var types = map[string]string{
	"pdf":  "application/pdf",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

// paper sends a paper as PDF or DOCX.
func (s *Server) paper(w http.ResponseWriter, r *http.Request) error {
	name, err := tomlFile(r.PathValue("file"))
	if err != nil {
		return err
	}
	format := r.FormValue("format")
	if !slices.Contains(generator.Formats, format) {
		return failf(http.StatusBadRequest, "Такого формата нет.")
	}
	p, _, err := s.make(r, name, r.FormValue("kind"), optionsFrom(r))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := p.Write(&b, format); err != nil {
		return err
	}
	disposition := "attachment"
	if format == "pdf" && r.FormValue("download") == "" {
		disposition = "inline"
	}
	h := w.Header()
	h.Set("Content-Type", types[format])
	h.Set("Content-Length", strconv.Itoa(b.Len()))
	h.Set("Content-Disposition", mime.FormatMediaType(disposition,
		map[string]string{"filename": p.FileName("{document}") + "." + format}))
	_, err = w.Write(b.Bytes())
	return err
}

// print saves papers beside the file of the meeting.
func (s *Server) print(w http.ResponseWriter, r *http.Request) error {
	var request struct {
		File    string
		Kinds   []string
		Formats []string
		Options paperOptions
	}
	if err := readJSON(r, &request); err != nil {
		return err
	}
	name, err := tomlFile(request.File)
	if err != nil {
		return err
	}
	if len(request.Kinds) == 0 {
		return failf(http.StatusBadRequest, "Не выбрано, что сохранить.")
	}
	_, settings, err := s.maker(name)
	if err != nil {
		return err
	}
	var papers []*generator.Paper
	for _, kind := range request.Kinds {
		p, _, err := s.make(r, name, kind, request.Options)
		if err != nil {
			return err
		}
		papers = append(papers, p)
	}
	file, _ := s.settingsOf(name)
	folder, err := s.folderFor(name, file, settings.Out)
	if err != nil {
		return err
	}
	files, err := generator.Print(papers, formatsOf(request.Formats, settings), folder, or(settings.Name, "{document}"))
	if err == nil {
		err = generator.Save(r.Context(), files, false)
	}
	if err != nil {
		return failf(http.StatusConflict, "%s", sentenceOf(err))
	}
	names := []string{}
	for _, f := range files {
		names = append(names, filepath.Base(f.Path))
	}
	return writeJSON(w, map[string]any{"saved": names})
}

// formatsOf are the formats to save: those that were asked for, or of the settings,
// or all.
func formatsOf(asked []string, settings *generator.Settings) []string {
	switch {
	case len(asked) > 0:
		return asked
	case len(settings.Formats) > 0:
		return settings.Formats
	}
	return generator.Formats
}

// folderFor returns the folder for the papers of a meeting: that of its file, or
// that of the settings.
func (s *Server) folderFor(name, settingsFile, out string) (string, error) {
	folder := path.Dir(name)
	if out != "" {
		folder = path.Join(path.Dir(settingsFile), out)
	}
	return s.folderInside(folder)
}

// folderInside makes a folder of the folder of the page, and returns its path. The root
// makes it, so that no link leads out of there.
func (s *Server) folderInside(name string) (string, error) {
	if err := s.Root.MkdirAll(name, 0o777); err != nil {
		return "", failf(http.StatusConflict, "Папка «%s» ведёт в другое место: переименуйте её.", name)
	}
	return filepath.Join(s.Root.Name(), filepath.FromSlash(name)), nil
}
