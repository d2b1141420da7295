package web

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"

	"protokol/generator"
)

// types of papers.
var types = map[string]string{
	"pdf":  "application/pdf",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

// paper sends a paper as PDF or DOCX.
func (s *Server) paper(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("file")
	if err := checkTOML(name); err != nil {
		return err
	}
	format := r.FormValue("format")
	if !slices.Contains(generator.Formats, format) {
		return failf(http.StatusBadRequest, "Такого формата нет.")
	}
	kind := r.FormValue("kind")
	if kind == generator.AllKinds {
		return failf(http.StatusBadRequest, "Нужна одна бумага, а не все.")
	}
	made, err := s.papers(r.Context(), name, printRequest{Kinds: []string{kind}, Options: optionsFrom(r)})
	if err != nil {
		return err
	}
	p := made[0]
	disposition := "attachment"
	if format == "pdf" && r.FormValue("download") == "" {
		disposition = "inline"
	}
	h := w.Header()
	h.Set("Content-Type", types[format])
	h.Set("Content-Disposition", mime.FormatMediaType(disposition,
		map[string]string{"filename": p.FileName("{document}") + "." + format}))
	return p.Write(w, format)
}

// printRequest asks for papers in the folder.
type printRequest struct {
	File    string
	Kinds   []string // or generator.AllKinds
	Formats []string
	Options paperOptions
	Each    bool // letters: one for each addressee
	Force   bool // replace papers that were signed or edited
}

// maxKinds limits the kinds of papers in a request; a meeting has fewer.
const maxKinds = 50

// print saves papers beside the file of the meeting.
func (s *Server) print(w http.ResponseWriter, r *http.Request) error {
	var request printRequest
	if err := readJSON(r, &request); err != nil {
		return err
	}
	name := request.File
	if err := checkTOML(name); err != nil {
		return err
	}
	if n := len(request.Kinds); n == 0 || n > maxKinds {
		return failf(http.StatusBadRequest, "Не выбрано, что сохранить.")
	}
	_, settings, err := s.maker(name)
	if err != nil {
		return err
	}
	papers, err := s.papers(r.Context(), name, request)
	if err != nil {
		return err
	}
	file, _ := s.settingsOf(name)
	folder, err := s.folderFor(name, file, settings.Out)
	if err != nil {
		return err
	}
	defer folder.Close()
	files, err := generator.Print(papers, formatsOf(request.Formats, settings), "", cmp.Or(settings.Name, "{document}"))
	if err == nil {
		err = generator.SaveIn(r.Context(), folder, files, request.Force)
	}
	if err != nil {
		return unprocessable(kept(err))
	}
	names := []string{}
	for _, f := range files {
		names = append(names, filepath.Base(f.Path))
	}
	return writeJSON(w, map[string]any{"saved": names, "others": otherNumbers(folder, names)})
}

// kept returns the answer to a request that would replace a signed or edited paper,
// which is done only by force. Other errors stay as they are.
func kept(err error) error {
	if edited, ok := errors.AsType[generator.EditedError](err); ok {
		return failf(http.StatusConflict, "Файл «%s» после печати правили, например в Word. Чтобы правка не пропала, "+
			"переименуйте его и сохраните снова.", filepath.Base(edited.Path))
	}
	if signed, ok := errors.AsType[generator.SignedError](err); ok {
		return failf(http.StatusConflict, "Файл «%s» подписан. Чтобы подпись не пропала, переименуйте его и "+
			"сохраните снова.", filepath.Base(signed.Path))
	}
	return err
}

// numberInName matches the number in the name of a paper.
var numberInName = regexp.MustCompile(` № .+? от `)

// otherNumbers returns the papers of a folder that differ from those just saved only in
// their number: they remain when the number of a printed paper is changed.
func otherNumbers(folder *os.Root, saved []string) []string {
	others := []string{}
	entries, err := fs.ReadDir(folder.FS(), ".")
	if err != nil {
		return others
	}
	same := map[string]bool{}
	for _, name := range saved {
		if numberInName.MatchString(name) {
			same[numberInName.ReplaceAllString(name, " № от ")] = true
		}
	}
	for _, e := range entries {
		if same[numberInName.ReplaceAllString(e.Name(), " № от ")] && !slices.Contains(saved, e.Name()) {
			others = append(others, e.Name())
		}
	}
	return others
}

// papers makes the requested papers. Missing facts are an error.
func (s *Server) papers(ctx context.Context, name string, request printRequest) (list []*generator.Paper, err error) {
	g, _, err := s.maker(name)
	if err != nil {
		return nil, err
	}
	m, err := s.meeting(name)
	if err != nil {
		return nil, err
	}
	all, err := request.requests(m)
	if err != nil {
		return nil, err
	}
	for _, q := range all {
		p, found, err := g.Make(ctx, m, q)
		if err != nil {
			return nil, unprocessable(err)
		}
		if p == nil {
			return nil, failf(http.StatusUnprocessableEntity, "Не хватает данных: %s", found.List[0].Message)
		}
		list = append(list, p)
	}
	return list, nil
}

// requests returns the papers to make. All papers of a meeting are made without options, since those on the page
// are of one kind.
func (r printRequest) requests(m *generator.Meeting) (list []generator.Request, err error) {
	if slices.Contains(r.Kinds, generator.AllKinds) {
		return m.Requests(generator.Plan{Kinds: r.Kinds, Each: r.Each}), nil
	}
	for _, kind := range r.Kinds {
		q, err := r.Options.request(m, kind)
		if err != nil {
			return nil, err
		}
		if r.Each {
			list = append(list, m.Each(q)...)
		} else {
			list = append(list, q)
		}
	}
	return list, nil
}

// formatsOf returns the formats to save: the requested ones, or those of the settings, or all.
func formatsOf(asked []string, settings *generator.Settings) []string {
	switch {
	case len(asked) > 0:
		return asked
	case len(settings.Formats) > 0:
		return settings.Formats
	}
	return generator.Formats
}

// folderFor opens the folder for the papers of a meeting: that of its file, or
// that of the settings.
func (s *Server) folderFor(name, settingsFile, out string) (*os.Root, error) {
	folder := path.Dir(name)
	if out != "" {
		folder = path.Join(path.Dir(settingsFile), out)
	}
	if _, err := s.makeFolder(folder); err != nil {
		return nil, err
	}
	root, err := s.Root.OpenRoot(folder)
	if err != nil {
		return nil, ledAway(folder)
	}
	return root, nil
}

// makeFolder makes a folder below that of the page, if it is missing. It reports whether that was all that was missing
// of its path.
func (s *Server) makeFolder(name string) (made bool, err error) {
	if err := s.inPlace(); err != nil {
		return false, err
	}
	if s.Root.Mkdir(name, 0o777) == nil {
		return true, nil
	}
	if err := s.Root.MkdirAll(name, 0o777); err != nil {
		if _, missing := s.Root.Lstat(name); missing != nil {
			return false, s.unwritten(path.Dir(name), err)
		}
		return false, ledAway(name)
	}
	return false, nil
}

// ledAway is the answer for a folder that leads out of that of the page.
func ledAway(name string) error {
	return failf(http.StatusUnprocessableEntity, "Папка «%s» ведёт в другое место: переименуйте её.", name)
}

// inPlace returns an error when the folder of the page was moved. The root follows it, but
// who looks for the papers at its path finds nothing there, or another folder.
func (s *Server) inPlace() error {
	folder := s.Root.Name()
	here, err := s.Root.Stat(".")
	if err == nil {
		there, err := os.Stat(folder)
		if err == nil && os.SameFile(here, there) {
			return nil
		}
	}
	return failf(http.StatusServiceUnavailable, "Папку «%s» переименовали, перенесли или отключили. "+
		"Верните её на место или закройте программу и откройте папку снова.", filepath.Base(folder))
}
