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
	return s.open(r.FormValue("file"), func(f opened) (func() error, error) {
		return func() error {
			var found *checked
			var err error
			if version(f.data) == r.FormValue("version") {
				found, err = s.checkOf(r.Context(), f.name, f.data)
			}
			switch {
			case err != nil:
				return unprocessable(err)
			case found == nil: // the form is old, has problems of its own only, or is that of a large file
				w.WriteHeader(http.StatusNoContent)
				return nil
			}
			return writeJSON(w, found)
		}, nil
	})
}

// checkOf reads a file as a meeting and checks its papers. It returns nil if the state of the file has all
// problems, or the file isLarge: its papers are not drawn, either.
func (s *Server) checkOf(ctx context.Context, name string, data []byte) (*checked, error) {
	values, err := s.decoded.of(data)
	if kind := kindOf(name, values); err != nil || kind != "meeting" || isLarge(values) {
		return nil, nil
	}
	g, m, problems, err := s.parse(name, data)
	if err != nil || m == nil {
		return nil, nil
	}
	found, err := g.Check(ctx, m)
	return &checked{problemsOf(name, schemas()["meeting"], problems.With(found.List...))}, err
}
