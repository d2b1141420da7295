package web

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"html/template"
	"net/http"
	"path"
	"strconv"
	"strings"

	"protokol/generator"
)

var (
	//go:embed assets
	assets embed.FS
	//go:embed pages
	pageFiles embed.FS
)

func parsePages() (*template.Template, error) {
	functions := template.FuncMap{"base": path.Base, "encodings": func() []string { return encodings },
		"visible": generator.Visible}
	return template.New("").Funcs(functions).ParseFS(pageFiles, "pages/*.html")
}

// show writes a page.
func (s *Server) show(w http.ResponseWriter, status int, name string, data any) error {
	var b bytes.Buffer
	if err := s.pages.ExecuteTemplate(&b, name, data); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, err := w.Write(b.Bytes())
	return err
}

// editor is the page of a file.
type editor struct {
	File     string
	Kind     string // meeting, council or other
	Title    string
	State    fileState
	FormHTML template.HTML // made by the template of the form
	Text     string
	IsSample bool // just made of a starter
}

// fileState is the state of the file for its page: it is sent with every answer.
type fileState struct {
	Version  string    `json:"version"`
	Title    string    `json:"title"`
	Problems []Problem `json:"problems"`
	Broken   bool      `json:"broken"`          // no form can be made
	Large    bool      `json:"large,omitempty"` // too many values for a form and a sheet
	Papers   []Paper   `json:"papers,omitempty"`
	Failed   bool      `json:"failed"` // papers cannot be made
	Votes    []Count   `json:"votes"`
	Preview  *preview  `json:"preview,omitempty"`
	undoable
	Form   string `json:"form,omitempty"`
	Text   string `json:"text,omitempty"`
	Merged bool   `json:"merged,omitempty"` // somebody else had also changed the file
}

// Paper is a paper that the meeting gives.
type Paper struct {
	Kind    string   `json:"kind"`
	Title   string   `json:"title"`
	Options []string `json:"options,omitempty"`
}

// Count shows how the outcome of a vote was calculated.
type Count struct {
	Title string   `json:"title"`
	Lines []string `json:"lines"`
}

// JSON is the state for the script of the page.
func (f fileState) JSON() (string, error) {
	text, err := json.Marshal(f)
	return string(text), err
}

// showEditor shows a file.
func (s *Server) showEditor(w http.ResponseWriter, r *http.Request) error {
	return s.open(r.PathValue("file"), func(f opened) (func() error, error) {
		now := f.undoable()
		return func() error {
			s.cache.all(s) // for the names of people
			page := editor{File: f.name, Kind: "other", Text: string(f.data),
				IsSample: r.URL.Query().Has("sample")}
			if values, err := s.decoded.of(f.data); err == nil {
				page.Kind = kindOf(f.name, values)
			}
			page.State = s.stateOf(r.Context(), f.name, f.data, view{})
			page.State.undoable = now
			form, err := s.formHTML(f.name, f.data)
			if err != nil {
				return err
			}
			page.FormHTML = template.HTML(form) // by html/template
			page.Title = page.State.Title
			return s.show(w, http.StatusOK, "editor", page)
		}, nil
	})
}

// stateOf reads a file as a meeting.
func (s *Server) stateOf(ctx context.Context, name string, data []byte, v view) fileState {
	state := fileState{Version: version(data), Problems: []Problem{}, Votes: []Count{}}
	values, err := s.decoded.of(data)
	state.Broken, state.Large, state.Title = err != nil, isLarge(values), titleOf(name, values)
	kind := kindOf(name, values)
	root := schemas()[kind]
	switch {
	case kind == "settings":
		state.Problems = s.settingsProblems(name, data)
		return state
	case kind != "meeting" && err == nil:
		return state
	}
	g, m, problems, err := s.parse(name, data)
	if err != nil {
		state.Failed, state.Problems = true, []Problem{{Text: err.Error(), File: generator.SettingsFile}}
		return state
	}
	if m == nil {
		state.Problems, state.Failed = problemsOf(name, root, problems), true
		return state
	}
	if !v.Brief {
		state.Papers = papersOf(m)
	}
	if state.Large {
		state.Problems = problemsOf(name, nil, problems) // with lines and keys of the text
		if v.Kind != "" {
			state.Preview = &preview{Kind: v.Kind, Pages: []drawnPage{}, Note: largeNote}
		}
		return state
	}
	votes := meanwhile(m.Explain)
	if v.Kind != "" {
		shown, found := draw(ctx, g, m, v)
		if shown != nil {
			s.fonts.offer(shown)
		}
		state.Preview, problems = shown, problems.With(found.List...)
		state.Failed = shown == nil // the pages that are shown are those of another request
	}
	state.Problems = problemsOf(name, root, problems)
	for _, e := range votes() {
		state.Votes = append(state.Votes, Count{e.Title, e.Lines})
	}
	return state
}

// papersOf returns the papers that a meeting gives.
func papersOf(m *generator.Meeting) []Paper {
	list := []Paper{}
	for _, k := range m.Kinds() {
		q, err := paperOptions{}.request(m, k.Name)
		if err == nil && m.Supports(q) {
			list = append(list, Paper{k.Name, capital(k.Title), k.Options})
		}
	}
	return list
}

// answer returns a function that sends the state of a file, with the form if the page must show it again.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, f opened, v view, whole bool) func() error {
	now := f.undoable()
	return func() error {
		state, err := s.answerOf(r, f.name, f.data, v, whole)
		if err != nil {
			return err
		}
		state.undoable = now
		return writeJSON(w, state)
	}
}

// answerOf returns the data that answer sends.
func (s *Server) answerOf(r *http.Request, name string, data []byte, v view, whole bool) (fileState, error) {
	state := s.stateOf(r.Context(), name, data, v)
	state.Text = string(data)
	if !whole {
		return state, nil
	}
	form, err := s.formHTML(name, data)
	state.Form = form
	return state, err
}

// conflict reports that a value was changed elsewhere, with its present value.
func (s *Server) conflict(w http.ResponseWriter, now []byte, path []any) error {
	theirs := ""
	if values, err := s.decoded.of(now); err == nil && path != nil {
		theirs = brief(valueAt(values, path))
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusConflict)
	return json.NewEncoder(w).Encode(map[string]any{"conflict": true, "version": version(now), "theirs": theirs})
}

// formHTML makes the form of a file; it is empty if there is none.
func (s *Server) formHTML(name string, data []byte) (string, error) {
	values, err := s.decoded.of(data)
	if err != nil || isLarge(values) {
		return "", nil
	}
	kind := kindOf(name, values)
	if kind == "other" {
		return "", nil
	}
	f := form{root: schemas()[kind], values: values, base: s.councilOf(name, values)}
	var b strings.Builder
	err = s.pages.ExecuteTemplate(&b, "form", struct {
		Sections []section
		People   []string
	}{f.sections(kind), s.people(values, f.base)})
	return b.String(), err
}

// councilOf returns the values of the council's file that a meeting names.
func (s *Server) councilOf(name string, values map[string]any) map[string]any {
	file, _ := values["council_file"].(string)
	if file == "" {
		return nil
	}
	data, err := s.read(path.Join(path.Dir(name), file))
	if err != nil {
		return nil
	}
	base, err := s.decoded.of(data)
	if err != nil {
		return nil
	}
	return base
}

// field sends the field of a key that the file does not have yet.
func (s *Server) field(w http.ResponseWriter, r *http.Request) error {
	name := r.FormValue("file")
	data, err := s.readTOML(name)
	if err != nil {
		return err
	}
	var path []any
	d := json.NewDecoder(strings.NewReader(r.FormValue("path")))
	d.UseNumber()
	if d.Decode(&path) != nil {
		return failf(http.StatusBadRequest, "Нет такого поля.")
	}
	if path, err = pathOf(path); err != nil {
		return err
	}
	values, err := s.decoded.of(data)
	if err != nil {
		return err
	}
	root := schemas()[kindOf(name, values)]
	if root == nil {
		return failf(http.StatusNotFound, "Нет такого поля.")
	}
	of, about, ok := schemaAt(root, path)
	if !ok {
		return failf(http.StatusNotFound, "Нет такого поля.")
	}
	f := form{root: root, values: values}
	value := valueAt(values, path)
	one := f.value(path, about, of, value, value != nil)
	return s.show(w, http.StatusOK, "field", one)
}

// state sends the state of a file when it has changed.
func (s *Server) state(w http.ResponseWriter, r *http.Request) error {
	return s.open(r.FormValue("file"), func(f opened) (func() error, error) {
		if version(f.data) == r.FormValue("version") {
			return func() error {
				w.WriteHeader(http.StatusNoContent)
				return nil
			}, nil
		}
		return s.answer(w, r, f, view{}, true), nil
	})
}

// atoi reads a number of a request, 0 for others.
func atoi(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}
