package web

import (
	"net/http"
	"path"
	"path/filepath"
	"strings"
)

// listPage is the page with the meetings of the folder.
type listPage struct {
	header
	Query    string
	Meetings []*summary
	Others   []*summary // councils and settings
	Files    []*summary // about something else
	Starters []Option
	More     []Option // further starters
	Error    string
}

// showList shows the meetings, the newest first.
func (s *Server) showList(w http.ResponseWriter, r *http.Request) error {
	return s.list(w, http.StatusOK, r.FormValue("q"), "")
}

// header is the top of the pages of a folder.
type header struct {
	Folder string // its name
	Here   string // path of the page
}

func (s *Server) header(here string) header { return header{filepath.Base(s.Root.Name()), here} }

func (s *Server) list(w http.ResponseWriter, status int, query, fault string) error {
	page := listPage{header: s.header("/"), Query: query, Starters: starters, More: moreStarters(), Error: fault}
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
		case one.Kind == "other":
			page.Files = append(page.Files, one)
		default:
			page.Others = append(page.Others, one)
		}
	}
	return s.show(w, status, "list", page)
}

func (s *summary) matches(words []string) bool {
	for _, word := range words {
		word = stem(word)
		if !strings.Contains(s.text, word) && !strings.Contains(strings.ToLower(s.File+" "+s.Body), word) {
			return false
		}
	}
	return true
}

// stem removes the vowels that end a Russian word, so that «смета» finds «смету».
func stem(word string) string {
	const least = 4 // letters
	letters := []rune(word)
	for len(letters) > least && strings.ContainsRune("аеёиоуыэюяйь", letters[len(letters)-1]) {
		letters = letters[:len(letters)-1]
	}
	return string(letters)
}
