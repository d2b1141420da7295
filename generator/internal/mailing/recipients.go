package mailing

import (
	"errors"
	"fmt"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/list"
)

// Recipients is an open list with the condition that selects its rows.
type Recipients struct {
	*list.List
	Problems diag.List // warnings found when the list was opened
	where    list.Filter
}

// Open opens a list. Where is a condition on its rows, "" selects all. The error
// is a diag.Report, or a diag.OptionError for the condition.
func Open(src list.Source, o list.Options, where string) (*Recipients, error) {
	opened, problems := list.Open(src, o)
	if problems.Failed() {
		return nil, diag.Report{List: problems}
	}
	r := &Recipients{List: opened, Problems: problems}
	if !r.Has("organization") && !r.Has("name") {
		return nil, diag.Report{List: append(problems, r.nobody(src.Name))}
	}
	return r, r.choose(where)
}

// choose resolves the columns in the condition.
func (r *Recipients) choose(text string) error {
	if text == "" {
		return nil
	}
	where, err := list.ParseFilter(text)
	var problems diag.List
	if err == nil {
		r.where, problems = where.Resolve(r.List)
	}
	if problems.Failed() {
		err = problems[0]
	}
	var p diag.Problem
	if errors.As(err, &p) {
		return diag.OptionError{Option: "where", Place: fmt.Sprintf("знак %d", p.Column),
			Message: p.Message + "; " + p.Hint}
	}
	return err
}

// nobody is the problem of a list that does not say whom letters are for.
func (r *Recipients) nobody(name string) diag.Problem {
	var titles []string
	for _, c := range r.Columns {
		if c.Title != "" {
			titles = append(titles, c.Name())
		}
	}
	hint := "назовите его: organization=A или name=B"
	if len(titles) > 0 {
		hint += "; в списке есть " + strings.Join(titles[:min(len(titles), 30)], ", ")
	}
	return diag.Problem{File: name, Message: "не узнан столбец с организацией или именем: неизвестно, кому письма",
		Hint: hint}
}
