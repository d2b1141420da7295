package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"

	"protokol/generator"
)

// toolsPage is the page with the work on papers that exist.
type toolsPage struct {
	header
	PDFs     []string
	Lists    []Option // files that may be lists of recipients
	List     string   // of them, that was dropped on the program
	Meetings []*summary
	Kinds    []Option // of batches
	Papers   []Option // kinds of papers
}

// outcome is the answer of a tool.
type outcome struct {
	Good, Bad bool
	Title     string
	Lines     []string
	Text      string // verbatim
	Problems  []Problem
	Saved     []string // names of files in the folder
	Sign      *signForm
}

// signForm asks for a key to sign a PDF with.
type signForm struct {
	File   string
	Fields []Option
}

// listTypes are the extensions of lists; a file of TOML can be a list, too, but hardly is.
var listTypes = []string{".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt"}

// showTools shows the page, with a list that was dropped on the program.
func (s *Server) showTools(w http.ResponseWriter, r *http.Request) error {
	page := toolsPage{header: s.header("/tools"), Kinds: batchKinds, List: r.PathValue("list")}
	for _, k := range generator.Kinds() {
		page.Papers = append(page.Papers, Option{Value: k.Name, Label: capital(k.Title)})
	}
	s.walk(func(name string, _ fs.DirEntry) {
		extension := strings.ToLower(path.Ext(name))
		if extension == ".pdf" && len(page.PDFs) < maxShown {
			page.PDFs = append(page.PDFs, name)
		}
		if slices.Contains(listTypes, extension) && len(page.Lists) < maxShown {
			page.Lists = append(page.Lists, Option{name, name, name == page.List})
		}
	})
	for _, one := range s.cache.all(s) {
		if one.Kind == "meeting" {
			page.Meetings = append(page.Meetings, one)
		}
	}
	return s.show(w, http.StatusOK, "tools", page)
}

// maxShown limits the papers in a list to choose from.
const maxShown = 1000

// tool is a work that a form with files asks for.
type tool func(ctx context.Context, u *upload) (*outcome, error)

// run answers a form with the outcome of a tool.
func (s *Server) run(t tool) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		u, err := readUpload(r)
		if err != nil {
			return err
		}
		out, err := t(r.Context(), u)
		if err != nil {
			return unprocessable(err)
		}
		return s.show(w, http.StatusOK, "outcome", out)
	}
}

// source extracts the source of a paper into a new folder.
func (s *Server) source(ctx context.Context, u *upload) (*outcome, error) {
	paper, err := u.first("file")
	if err != nil {
		return nil, err
	}
	from, err := s.base.Source(ctx, paper.Data)
	if err != nil {
		return nil, err
	}
	var files []generator.Output
	for _, f := range from.Files {
		if isInside(f.Path) {
			files = append(files, generator.Output{Path: f.Path, Data: f.Data})
		}
	}
	folder, err := s.saveFolder(generator.SafeFileName(strings.TrimSuffix(paper.Name, path.Ext(paper.Name))), files)
	if err != nil {
		return nil, err
	}
	out := &outcome{Good: true, Title: "Исходный файл взят из бумаги"}
	for _, f := range files {
		out.Saved = append(out.Saved, path.Join(folder, f.Path))
	}
	return out, nil
}

// export copies the built-in templates and style sheets into a new folder.
func (s *Server) export(context.Context, *upload) (*outcome, error) {
	files, err := generator.BuiltIn()
	if err != nil {
		return nil, err
	}
	folder, err := s.saveFolder("шаблоны", files)
	if err != nil {
		return nil, err
	}
	return &outcome{Good: true, Title: fmt.Sprintf("Скопировано файлов: %d", len(files)), Saved: []string{folder}}, nil
}

// saveFolder writes files into a new folder: all of them, or nothing is left of it.
func (s *Server) saveFolder(name string, files []generator.Output) (string, error) {
	folder, err := s.newFolder(name)
	if err != nil {
		return "", err
	}
	for _, f := range files {
		file := path.Join(folder, f.Path)
		err := s.Root.MkdirAll(path.Dir(file), 0o777)
		if err == nil {
			err = s.create(file, f.Data)
		}
		if err != nil {
			_ = s.Root.RemoveAll(folder)
			return "", err
		}
	}
	return folder, nil
}

// newFolder makes a folder that does not exist yet.
func (s *Server) newFolder(name string) (string, error) {
	stem := cmp.Or(name, "документ")
	for i := 2; i < maxNumber; i++ {
		err := s.Root.Mkdir(stem, 0o777)
		if err == nil || !errors.Is(err, fs.ErrExist) {
			return stem, s.unwritten(".", err)
		}
		stem = fmt.Sprintf("%s-%d", cmp.Or(name, "документ"), i)
	}
	return "", failf(http.StatusConflict, "Папок с таким именем слишком много.")
}

// parse reads a file as a meeting and returns it with the generator for its papers. The meeting is nil when the file
// has errors, as the problems say.
func (s *Server) parse(name string, data []byte) (
	g *generator.Generator, m *generator.Meeting, problems generator.Problems, err error,
) {
	if g, _, err = s.maker(name); err == nil {
		m, problems = g.Parse(s.fsys(), name, data)
	}
	return g, m, problems, err
}

// meeting reads a meeting without errors.
func (s *Server) meeting(name string) (*generator.Meeting, error) {
	data, err := s.readTOML(name)
	if err != nil {
		return nil, err
	}
	_, m, problems, err := s.parse(name, data)
	if err != nil {
		return nil, err
	}
	if m == nil {
		return nil, failf(http.StatusUnprocessableEntity, "В файле %s есть ошибки: %s.", name, problems.List[0].Message)
	}
	return m, nil
}

// stamp makes a copy of a PDF with marks of its detached signatures.
func (s *Server) stamp(_ context.Context, u *upload) (*outcome, error) {
	var paper generator.File
	var signatures []generator.File
	for _, f := range u.files["file"] {
		if strings.EqualFold(path.Ext(f.Name), ".pdf") {
			paper = f
		} else {
			signatures = append(signatures, f)
		}
	}
	if paper.Name == "" || len(signatures) == 0 {
		return nil, failf(http.StatusBadRequest, "Нужны PDF и файлы его подписей вместе.")
	}
	made, unchecked, err := s.base.Stamp(paper.Data, signatures, s.Now().Location())
	if err != nil {
		return nil, err
	}
	name, err := s.createNumbered(generator.SafeFileName(generator.SignedName(paper.Name, "(со штампом)")), made)
	if err != nil {
		return nil, err
	}
	return &outcome{Good: true, Title: "Копия со штампом готова", Lines: unchecked, Saved: []string{name}}, nil
}
