package web

import (
	"net/http"
	"path"
	"path/filepath"
	"strings"
)

// listPage is the page with the meetings of the folder.
type listPage struct {
	Folder   string
	Query    string
	Meetings []*summary
	Others   []*summary // councils and files that are not about a meeting
	Starters []Option
	Error    string
}

// showList shows the meetings, the newest first.
func (s *Server) showList(w http.ResponseWriter, r *http.Request) error {
	return s.list(w, http.StatusOK, r.FormValue("q"), "")
}

func (s *Server) list(w http.ResponseWriter, status int, query, fault string) error {
	page := listPage{Folder: filepath.Base(s.Root.Name()), Query: query, Starters: starters, Error: fault}
	words := strings.Fields(strings.ToLower(query))
	all := s.cache.all(s)
	bodies := map[string]string{}
	for _, one := range all {
		bodies[one.File] = one.Body
	}
	for _, one := range all {
		if one.Body == "" {
			row := *one
			row.Body, one = bodies[path.Join(path.Dir(one.File), one.council)], &row
		}
		switch {
		case !one.matches(words):
		case one.Kind == "meeting", one.Kind == "broken":
			page.Meetings = append(page.Meetings, one)
		default:
			page.Others = append(page.Others, one)
		}
	}
	return s.show(w, status, "list", page)
}

func (s *summary) matches(words []string) bool {
	for _, word := range words {
		if !strings.Contains(s.text, word) && !strings.Contains(strings.ToLower(s.File+" "+s.Body), word) {
			return false
		}
	}
	return true
}
