package generator

import (
	"fmt"
	"path"
	"strings"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/input"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/starter"
	"protokol/generator/internal/tomlfile"
)

// NextMeeting is the file of the meeting after another.
type NextMeeting struct {
	Files []Output // with what it needs in its folder
	Notes []string // what was done and what must be checked, in Russian
}

// Next begins the file of the next meeting from that of the last: standing facts byte for byte, the next number,
// and a question about open assignments; facts of the last meeting become comments or are removed. Elsewhere says
// that it goes to another folder, which then also needs the files that it names.
func (g *Generator) Next(m *Meeting, elsewhere bool) (*NextMeeting, error) {
	if m.isEmpty() {
		return nil, errNoMeeting
	}
	files := m.source.Files
	last := starter.Last{Source: files[0].Data, Date: m.protocolDate()}
	if m.source.Number != nil {
		last.Number = *m.source.Number
	}
	for _, t := range compose.OpenTasks(m.source.Meeting, starter.TaskColumns) {
		last.Open = append(last.Open, starter.Task(t))
	}
	made := starter.NextFile(last)
	if _, problems := tomlfile.Parse(files[0].Path, made.Text); problems.Failed() {
		return nil, fmt.Errorf("следующий файл не получился: %w", problems)
	}
	next := &NextMeeting{Files: []Output{{Path: nextName(made.Number), Data: made.Text}}}
	if elsewhere {
		next.Files = withSchema(string(made.Text))
		next.Files = append(next.Files, named(files, made.Text)...)
	}
	next.note(made, len(last.Open))
	return next, nil
}

// protocolDate returns the date of the protocol as it is printed.
func (m *Meeting) protocolDate() string {
	switch d := m.source.Date; {
	case !d.IsZero():
		return russian.DateDigits(d.Year, d.Month, d.Day)
	case m.source.DateText != nil:
		return *m.source.DateText
	}
	return ""
}

// nextName returns the name of the next file beside the last one.
func nextName(number string) string {
	plain := func(r rune) bool { return r < '0' || r > '9' }
	if number == "" || strings.ContainsFunc(number, plain) {
		number = "next"
	}
	return "meeting-" + number + ".toml"
}

// named returns the files that a file names, or the council's file among them.
func named(files []origin.File, text []byte) (list []Output) {
	all := string(text)
	for _, f := range files[1:] {
		if input.LooksLikeCouncil(f.Data) {
			all += string(f.Data)
		}
	}
	for _, f := range files[1:] {
		if strings.Contains(all, path.Base(f.Path)) {
			list = append(list, Output{Path: f.Path, Data: f.Data})
		}
	}
	return list
}

// note describes what was done.
func (n *NextMeeting) note(made starter.Next, open int) {
	add := func(what string, list []string) {
		if len(list) > 0 {
			n.Notes = append(n.Notes, what+": "+strings.Join(list, ", "))
		}
	}
	if made.Number != "" {
		add("номер", []string{made.Number})
	}
	if open > 0 {
		n.Notes = append(n.Notes, fmt.Sprintf("поручений, о которых спросит первый вопрос: %d", open))
	}
	add("впишите заново", append([]string{"agenda"}, made.Blank...))
	add("убрано", made.Removed)
	add("проверьте, перенесено с прежним годом", made.Years)
}
