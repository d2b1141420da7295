package web

import (
	"bytes"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"protokol/generator"
)

// columnChoice is a column of a list, with the fields that it may hold.
type columnChoice struct {
	generator.ListColumn
	Options []Option
}

// mapping asks for the fields of the columns of a list.
type mapping struct {
	List, Meeting, Kind string
	Version             string // of the list
	Columns             []columnChoice
	Decisions           []string
	Problems            []Problem

	Labels, Forms bool     // what there is to choose for the kind
	Styles        []Option // sizes of envelopes and labels
}

// describe fills in the choices for the kind.
func (m *mapping) describe() {
	m.Labels = m.Kind == generator.LabelKind
	kind, err := generator.FindKind(m.Kind)
	m.Forms = err == nil && slices.Contains(kind.Options, "fillable")
	usual, _ := generator.BatchDefaults(m.Kind)
	for _, name := range generator.AddressStyles(m.Kind) {
		_, size, _ := strings.Cut(name, "-")
		size = strings.ToUpper(strings.ReplaceAll(size, "x", " × "))
		m.Styles = append(m.Styles, Option{name, size, name == usual})
	}
}

// noColumn is the choice for a column without a field.
const noColumn = "не нужен"

// sampleRows is how many values of a column are shown.
const sampleRows = 3

// readList shows the columns of a list that was dropped.
func (s *Server) readList(w http.ResponseWriter, r *http.Request) error {
	u, err := readUpload(r)
	if err != nil {
		return err
	}
	file, err := s.listOf(u)
	if err != nil {
		return err
	}
	if _, err := s.meeting(u.values["meeting"]); err != nil {
		return err
	}
	o, err := listOptions(u.values)
	if err != nil {
		return err
	}
	columns, problems := generator.ListColumns(file.Name, bytes.NewReader(file.Data), int64(len(file.Data)), o,
		sampleRows)
	if columns == nil {
		return failf(http.StatusUnprocessableEntity, "Список не читается: %s.", problems.List[0].Message)
	}
	s.job.mu.Lock()
	s.job.list, s.job.read = file, o
	s.job.mu.Unlock()
	m := mapping{List: file.Name, Version: version(file.Data), Meeting: u.values["meeting"], Kind: u.values["kind"],
		Problems: listProblems(file.Name, problems)}
	m.describe()
	if opened, err := openList(file, o); err == nil {
		m.Decisions = inColumns(opened.Decisions())
	}
	for _, c := range columns {
		if !columnLetter.MatchString(c.Letter) {
			continue // made from other rows, such as those above groups: its field cannot be chosen
		}
		choice := columnChoice{ListColumn: c, Options: []Option{{Label: noColumn}}}
		for _, f := range generator.ListFields() {
			choice.Options = append(choice.Options, Option{f.Key, f.Title, f.Key == c.Field})
		}
		m.Columns = append(m.Columns, choice)
	}
	return s.show(w, http.StatusOK, "mapping", m)
}

// listOf returns the list that was dropped, or else the one of the folder that was chosen.
func (s *Server) listOf(u *upload) (generator.File, error) {
	name := u.values["file"]
	if len(u.files["list"]) > 0 || name == "" {
		return u.first("list")
	}
	if !isInside(name) || !slices.Contains(listTypes, strings.ToLower(path.Ext(name))) {
		return generator.File{}, failf(http.StatusNotFound, "Такого списка нет.")
	}
	data, err := generator.ReadFile(s.fsys(), name, maxBody)
	if errors.Is(err, fs.ErrNotExist) {
		err = failf(http.StatusNotFound, "Такого списка больше нет: обновите страницу.")
	}
	return generator.File{Name: path.Base(name), Data: data}, err
}

// inColumns describes, with the titles of columns, how a list was read. Recognized columns are left out: the table
// of columns shows them.
func inColumns(decisions []string) (list []string) {
	for _, d := range decisions {
		if !strings.HasPrefix(d, "узнаны:") {
			list = append(list, capital(plainColumns(d)))
		}
	}
	return list
}

// fieldTitles are the titles of the fields of columns, by their keys.
func fieldTitles() map[string]string {
	titles := map[string]string{}
	for _, f := range generator.ListFields() {
		titles[f.Key] = f.Title
	}
	return titles
}

// plainColumns replaces the keys of fields in a message about a list by their titles, and pairs such as name=B by
// the choice on the page.
func plainColumns(text string) string {
	titles := fieldTitles()
	return columnKey.ReplaceAllStringFunc(text, func(part string) string {
		if strings.Contains(part, ".") { // a key of the meeting, or a name on the internet
			if name := labelOf(schemas()["meeting"], "", part, false); name != "" {
				return "«" + name + "»"
			}
			return part
		}
		key, letter, isPair := strings.Cut(part, "=")
		title := titles[key]
		switch {
		case title == "":
			return part
		case isPair && letter != "…":
			return "у столбца " + letter + " выберите «" + title + "»"
		}
		return "«" + title + "»"
	})
}

// listProblems prepares problems of which some are about a list and others about the
// meeting.
func listProblems(file string, list generator.Problems) []Problem {
	out := problemsOf("", nil, list)
	for i := range out {
		one := &out[i]
		if one.File != file {
			root := schemas()["meeting"]
			one.Text, one.Hint = plainText(root, one.Key, one.Text), plainText(root, one.Key, one.Hint)
			continue
		}
		one.Text, one.Hint = plainColumns(one.Text), plainColumns(one.Hint)
		if one.Line == 0 && one.Key != "" {
			one.Place = one.Key + ", " + file // the row and the column
		}
	}
	return out
}

// columnLetter matches the letter of a column, as in a spreadsheet.
var columnLetter = regexp.MustCompile(`^[A-Z]+$`)

// columnKey matches quoted texts, which stay, words with dots, words that may be keys of
// fields, and pairs of them with a column.
var columnKey = regexp.MustCompile(`«[^«»]*»|[\w.-]+@[\w.-]+|\w+(?:\.\w+)+|[a-z_]+(=([A-Z]+|…))?`)

func openList(file generator.File, o generator.ListOptions) (*generator.List, error) {
	return generator.OpenList(file.Name, bytes.NewReader(file.Data), int64(len(file.Data)), o)
}

// encodings are the encodings of texts that can be selected.
var encodings = []string{"utf-8", "windows-1251", "utf-16le", "utf-16be", "koi8-r", "cp866"}

// listOptions reads the options for reading a list. Empty ones are detected.
func listOptions(values map[string]string) (o generator.ListOptions, err error) {
	o = generator.ListOptions{Encoding: values["encoding"], Delimiter: values["delimiter"], Worksheet: values["sheet"],
		SkipHidden: values["skip-hidden"] != ""}
	if values["no-header"] != "" {
		o.Header = -1
	} else if text := strings.TrimSpace(values["header"]); text != "" {
		if o.Header, err = strconv.Atoi(text); err != nil || o.Header < 1 {
			return o, failf(http.StatusUnprocessableEntity,
				"«Номер строки с заголовками»: нужен её номер в таблице, например 3, а указано «%s».", text)
		}
	}
	return o, nil
}
