package web

import (
	"context"
	"net/http"
)

// checked contains the problems of all papers of a version of a file.
type checked struct {
	Problems []Problem `json:"problems"`
}

// check sends the problems of all papers of a meeting, which take longer than those of
// the paper that is shown: the page requests them when nobody types, and the next change
// need not wait for them.
func (s *Server) check(w http.ResponseWriter, r *http.Request) error {
	var find func(context.Context) (checked, error)
	err := s.open(r.FormValue("file"), func(f opened) error {
		if version(f.data) == r.FormValue("version") {
			find = s.checkOf(f.name, f.data)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if find == nil { // the form is old, or has problems of its own only
		w.WriteHeader(http.StatusNoContent)
		return nil
	}
	found, err := find(r.Context())
	if err != nil {
		return unprocessable(err)
	}
	return writeJSON(w, found)
}

// checkOf reads a file as a meeting and returns a function that checks its papers, which
// other requests need not wait for. It returns nil if the state of the file has all
// problems.
func (s *Server) checkOf(name string, data []byte) func(context.Context) (checked, error) {
	values, err := s.decoded.of(data)
	if kind := s.kindOf(name, values); err != nil || kind != "meeting" {
		return nil
	}
	g, _, err := s.maker(name)
	if err != nil {
		return nil
	}
	m, problems := g.Parse(s.Root.FS(), name, data)
	if m == nil {
		return nil
	}
	return func(ctx context.Context) (checked, error) {
		found, err := g.Check(ctx, m)
		return checked{problemsOf(name, schemas()["meeting"], problems.With(found.List...))}, err
	}
}
