package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"
	"time"

	"protokol/generator"
)

// tasksPage is the page with the assignments of all meetings.
type tasksPage struct {
	header
	Query  string
	Open   []task
	Done   []task
	Unread []*summary // meetings with errors, whose assignments are not known
}

// task is an assignment with the meeting that gave it.
type task struct {
	generator.Task
	Meeting *summary
	Late    bool

	due time.Time // zero for words
}

// tasks returns the assignments of all meetings, and the meetings that have errors. The state of an assignment is that
// reported by a later meeting.
func (s *Server) tasks() (all []*task, unread []*summary) {
	known := map[string]*task{}
	add := func(t generator.Task, of *summary) {
		one := &task{Task: t, Meeting: of}
		all, known[taskKey(t)] = append(all, one), one
	}
	// Meetings by content: a copy is a file that was extracted from a paper.
	read := map[string]bool{}
	for _, one := range slices.Backward(s.cache.all(s)) { // the oldest first
		if one.Kind != "meeting" {
			continue
		}
		data, err := s.read(one.File)
		if err == nil && read[version(data)] {
			continue
		}
		m, err := s.meeting(one.File)
		if err != nil {
			unread = append(unread, one)
			continue
		}
		read[version(data)] = true
		own, before := m.Tasks()
		for _, t := range before {
			if was := known[taskKey(t)]; was != nil {
				was.Outcome, was.Due = cmp.Or(t.Outcome, was.Outcome), cmp.Or(t.Due, was.Due)
				continue
			}
			add(t, one) // of a meeting that is not in this folder
		}
		for _, t := range own {
			add(t, one)
		}
	}
	return all, unread
}

// showTasks shows the assignments of all meetings.
func (s *Server) showTasks(w http.ResponseWriter, r *http.Request) error {
	all, unread := s.tasks()
	page := tasksPage{header: s.header("/tasks"), Query: r.FormValue("q"), Unread: unread}
	words := strings.Fields(strings.ToLower(page.Query))
	now := s.Now()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	for _, t := range all {
		t.due, _ = time.Parse("02.01.2006", t.Due)
		t.Late = !t.due.IsZero() && t.due.Before(today)
		if !t.matches(words) {
			continue
		}
		if t.Outcome == "" {
			page.Open = append(page.Open, *t)
		} else {
			page.Done = append(page.Done, *t)
		}
	}
	slices.SortStableFunc(page.Open, func(a, b task) int {
		if a.due.IsZero() != b.due.IsZero() { // words come last
			return cmp.Compare(a.Due, b.Due)
		}
		return a.due.Compare(b.due)
	})
	return s.show(w, http.StatusOK, "tasks", page)
}

// matches reports whether all words are in an assignment or name its meeting.
func (t *task) matches(words []string) bool {
	text := strings.ToLower(strings.Join([]string{t.Text, t.Responsible, t.Due, t.Outcome, t.Meeting.Title()}, "\n"))
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, stem(word)) })
}

// taskKey identifies an assignment: the points of protocols of several meetings are
// equal, and their texts rarely.
func taskKey(t generator.Task) string {
	return strings.Join(strings.Fields(strings.ToLower(t.Text)), " ")
}
