package web

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"protokol/generator"
)

// summary is an overview of a file for the list.
type summary struct {
	File    string
	Kind    string // meeting, council, other, broken
	Number  string
	Date    string
	Body    string
	Agenda  []string
	people  []string
	council string // the file that it names
	text    string // all its texts in lower case, for the search
	changed time.Time
	size    int64
}

// Title is the name of a meeting on the page.
func (s *summary) Title() string {
	var parts []string
	if s.Number != "" {
		parts = append(parts, "№ "+s.Number)
	}
	if s.Date != "" {
		parts = append(parts, "от "+russianDateOf(s.Date))
	}
	switch {
	case len(parts) == 0 && s.Kind == "meeting":
		return "Заседание без номера и даты"
	case len(parts) == 0:
		return generator.Visible(path.Base(s.File))
	}
	return generator.Visible("Протокол " + strings.Join(parts, " "))
}

// titleOf is the name of a file on the page.
func titleOf(name string, values map[string]any) string {
	if strings.EqualFold(path.Base(name), generator.SettingsFile) {
		return "Настройки папки"
	}
	if body := textOf(valueAt(values, []any{"council", "name"})); kindOf(name, values) == "council" && body != "" {
		return generator.Visible(body)
	}
	one := summary{File: name, Kind: kindOf(name, values), Number: textOf(values["number"]),
		Date: textOf(values["date"])}
	return one.Title()
}

// Day is the date as people write it.
func (s *summary) Day() string { return russianDateOf(s.Date) }

// Folder is the folder of the file, or "".
func (s *summary) Folder() string {
	if dir := path.Dir(s.File); dir != "." {
		return dir
	}
	return ""
}

// russianDateOf turns 2026-03-12 into 12.03.2026; other texts stay.
func russianDateOf(text string) string {
	if len(text) == 10 && isoDate.MatchString(text) {
		return text[8:] + "." + text[5:7] + "." + text[:4]
	}
	return text
}

// summaries keeps the summaries of files that have not changed.
type summaries struct {
	mu   sync.Mutex
	list map[string]*summary
}

// summaryOf returns the summary of a file with a content.
func summaryOf(name string, data []byte) *summary {
	values, err := generator.Values(data)
	one := &summary{File: name, Kind: "broken"}
	if err == nil {
		one.read(name, values)
	}
	return one
}

// people returns the names in all files, as they were when the folder was last
// looked at.
func (c *summaries) people() (names []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, name := range slices.Sorted(maps.Keys(c.list)) {
		names = append(names, c.list[name].people...)
	}
	return names
}

// all returns the summaries of all files of the folder.
func (c *summaries) all(s *Server) []*summary {
	c.mu.Lock()
	defer c.mu.Unlock()
	found := map[string]*summary{}
	s.walk(func(name string, entry fs.DirEntry) {
		info, err := entry.Info()
		if err != nil || !strings.EqualFold(path.Ext(name), ".toml") || info.Size() > maxFile ||
			path.Base(name) == manifestFile {
			return
		}
		if old := c.list[name]; old != nil && old.changed.Equal(info.ModTime()) && old.size == info.Size() {
			found[name] = old
			return
		}
		data, err := s.read(name)
		if err != nil {
			return
		}
		one := summaryOf(name, data)
		one.changed, one.size = info.ModTime(), info.Size()
		found[name] = one
	})
	c.list = found
	list := make([]*summary, 0, len(found))
	for _, one := range found {
		list = append(list, one)
	}
	slices.SortFunc(list, func(a, b *summary) int { // the newest first, before them those without a date yet
		if n := cmp.Or(compareFlags(a.Date != "", b.Date != ""), strings.Compare(b.Date, a.Date)); n != 0 {
			return n
		}
		return strings.Compare(a.File, b.File)
	})
	return list
}

// read fills a summary.
func (s *summary) read(name string, values map[string]any) {
	s.Kind = kindOf(name, values)
	s.Number, s.Date = textOf(values["number"]), textOf(values["date"])
	s.council = textOf(values["council_file"])
	s.Body = textOf(valueAt(values, []any{"council", "name"}))
	items, _ := values["agenda"].([]any)
	for _, item := range items {
		s.Agenda = append(s.Agenda, title(item))
	}
	s.people = namesIn(values)
	var b strings.Builder
	collect(&b, values)
	s.text = strings.ToLower(b.String())
}

// collect writes all texts of a value.
func collect(b *strings.Builder, v any) {
	switch v := v.(type) {
	case map[string]any:
		for _, inner := range v {
			collect(b, inner)
		}
	case []any:
		for _, inner := range v {
			collect(b, inner)
		}
	default:
		b.WriteString(russianDateOf(textOf(v)) + "\n")
	}
}

func namesIn(values map[string]any) (names []string) {
	list, _ := values["people"].([]any)
	for _, one := range list {
		person, _ := one.(map[string]any)
		if name := textOf(person["name"]); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// kindOf returns the kind of a file by its name and its keys.
func kindOf(name string, values map[string]any) string {
	base := strings.ToLower(path.Base(name))
	if base == generator.SettingsFile {
		return "settings"
	}
	for _, key := range []string{"agenda", "council_file", "date", "letter", "papers", "notice"} {
		if values[key] != nil {
			return "meeting"
		}
	}
	switch {
	case base == "council.toml", values["council"] != nil, values["people"] != nil:
		return "council"
	case len(values) == 0:
		return "meeting"
	}
	for _, p := range schemas()["meeting"].Properties {
		if values[p.Name] != nil {
			return "meeting"
		}
	}
	return "other"
}

// manifestFile says what a paper was made from; it is beside a source that was extracted from one.
const manifestFile = "protokol-manifest.toml"

// people returns names that may be meant in a meeting: its own, those of the
// council's file, and of other meetings.
func (s *Server) people(values, base map[string]any) []string {
	names := append(namesIn(values), namesIn(base)...)
	names = append(names, s.cache.people()...)
	known := map[string]bool{}
	return slices.DeleteFunc(names, func(n string) bool {
		was := known[n]
		known[n] = true
		return was
	})
}
