package web

import (
	"context"
	"fmt"
	"net/http"

	"protokol/generator"
)

// tableNames are the names of the tables of answers by the kind of the forms.
var tableNames = map[string]string{"application": "заявители", "consent": "согласия"}

// collect reads filled forms that were dropped and saves their answers as tables.
func (s *Server) collect(ctx context.Context, u *upload) (*outcome, error) {
	files := dropped{}
	var names []string
	for _, f := range u.files["file"] {
		if name := files.add(f); name != "" {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil, failf(http.StatusBadRequest, "Не выбраны заполненные формы: PDF или DOCX.")
	}
	found, err := generator.FindForms(files, names)
	if err != nil {
		return nil, err
	}
	g, _, err := s.maker(generator.SettingsFile)
	if err != nil {
		return nil, err
	}
	collected, err := g.Collect(ctx, files, found.Names, generator.CollectRequest{})
	if err != nil {
		return nil, err
	}
	collected.Add(found)
	out := &outcome{Title: "Формы собраны", Good: len(collected.Problems.List) == 0, Bad: collected.Problems.Failed(),
		Problems: problemsOf("", nil, collected.Problems)}
	for _, table := range collected.Tables {
		data, extension := table.CSV(), ".csv"
		if u.values["format"] == "toml" {
			data, extension = table.TOML(), ".toml"
		}
		name, err := s.createNumbered(tableNames[table.Name]+extension, data)
		if err != nil {
			return nil, err
		}
		out.Saved = append(out.Saved, name)
		out.Lines = append(out.Lines, fmt.Sprintf("%s: %d", capital(table.Title), table.Rows()))
	}
	if len(collected.Tables) == 0 {
		out.Title, out.Bad = "Среди файлов нет заполненных форм", true
	}
	return out, nil
}
